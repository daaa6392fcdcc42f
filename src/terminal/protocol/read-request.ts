// From a line of a client to what it says: structure only. Whether it fits what stands now is for others.

import { deepestLine, type ErrorCode, longestLine, type RequestKey, requestKeys } from './messages.ts';

export type Request =
	| { readonly key: 'answer'; readonly answer: unknown }
	| { readonly key: 'dontKnow' | 'next' | 'stop' }
	| { readonly key: 'read'; readonly section: string }
	| { readonly key: 'choose'; readonly action: string }
	| { readonly key: 'bookmark'; readonly set: boolean }
	| { readonly key: 'dispute'; readonly note: string };

/** What is wrong with a line, for `ErrorMessage`. */
export interface Fault {
	readonly code: ErrorCode;
	readonly message: string;
}

export const tooLong: Fault = {
	code: 'too-long',
	message: `Unexpected line of more than ${longestLine} bytes; it was passed over. Expected a shorter one.`,
};

export const notUtf8: Fault = {
	code: 'not-utf8',
	message: 'Unexpected bytes that are not UTF-8. Expected one JSON object on a line, in UTF-8.',
};

const oneKey = `an object with one key of ${requestKeys.join(', ')}`;

/** A line that is not a request gives a fault; any line at all may come. */
export function readRequest(
	line: string,
): { readonly ok: true; readonly request: Request } | { readonly ok: false; readonly fault: Fault } {
	if (depthOf(line) > deepestLine) return faulty('too-deep', `Unexpected nesting of more than ${deepestLine} levels. Expected ${oneKey}.`);
	const parsed = parse(line);
	if (!parsed.ok) return faulty('not-json', `Unexpected ${shown(line)}, which is not JSON. Expected ${oneKey}, on one line.`);
	const { value } = parsed;
	if (!isRecord(value)) return faulty('not-an-object', `Unexpected ${described(value)}. Expected ${oneKey}.`);
	const [key, ...others] = Object.keys(value);
	if (key === undefined) return faulty('unknown-message', `Unexpected object without a key. Expected ${oneKey}.`);
	if (!isRequestKey(key)) return faulty('unknown-message', `Unexpected key ${shown(key)}. Expected ${oneKey}.`);
	if (others[0] !== undefined) return faulty('unknown-message', `Unexpected second key ${shown(others[0])}. Expected ${oneKey}.`);
	return requestOf(key, value[key]);
}

function requestOf(key: RequestKey, value: unknown): ReturnType<typeof readRequest> {
	switch (key) {
		case 'answer':
			return { ok: true, request: { key, answer: value } };
		case 'dontKnow':
		case 'next':
		case 'stop':
			return value === true ? { ok: true, request: { key } } : wrongValue(key, value, 'true');
		case 'read':
			return typeof value === 'string' ? { ok: true, request: { key, section: value } } : wrongValue(key, value, 'the id of a section');
		case 'choose':
			return typeof value === 'string' ? { ok: true, request: { key, action: value } } : wrongValue(key, value, 'the id of an action');
		case 'bookmark':
			return typeof value === 'boolean' ? { ok: true, request: { key, set: value } } : wrongValue(key, value, 'true or false');
		case 'dispute':
			return typeof value === 'string' ? { ok: true, request: { key, note: value } } : wrongValue(key, value, 'a note, which may be ""');
	}
}

function wrongValue(key: RequestKey, value: unknown, expected: string): { readonly ok: false; readonly fault: Fault } {
	return faulty('wrong-value', `Unexpected ${described(value)} as "${key}". Expected ${expected}.`);
}

function faulty(code: ErrorCode, message: string): { readonly ok: false; readonly fault: Fault } {
	return { ok: false, fault: { code, message } };
}

function parse(line: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
	try {
		return { ok: true, value: JSON.parse(line) };
	} catch {
		return { ok: false };
	}
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRequestKey(key: string): key is RequestKey {
	return requestKeys.some((known) => known === key);
}

/** Brackets within brackets, those in strings left out. */
function depthOf(line: string): number {
	let depth = 0;
	let deepest = 0;
	let quoted = false;
	for (let at = 0; at < line.length; at += 1) {
		const character = line[at];
		if (quoted) {
			if (character === '\\') at += 1;
			else if (character === '"') quoted = false;
		} else if (character === '"') quoted = true;
		else if (character === '[' || character === '{') {
			depth += 1;
			deepest = Math.max(deepest, depth);
		} else if (character === ']' || character === '}') depth -= 1;
	}
	return deepest;
}

const longestShown = 60;

/** In quotation marks, cut where it is long. */
export function shown(text: string): string {
	const characters = [...text.slice(0, 2 * longestShown)];
	return JSON.stringify(characters.length <= longestShown ? text : `${characters.slice(0, longestShown).join('')}...`);
}

/** `the number 7`, `an array of 3`: what was found, in a message. */
export function described(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return value.length === 0 ? 'empty array' : `array of ${value.length}`;
	switch (typeof value) {
		case 'string':
			return `text ${shown(value)}`;
		case 'number':
			return `number ${value}`;
		case 'boolean':
			return String(value);
		default:
			return 'object';
	}
}
