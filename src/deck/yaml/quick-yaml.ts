// YAML text -> its values, in a fraction of the time that places take, or nothing at all: whatever is not certain to be read as the
// careful reader reads it is left to that one. No message may enter here.

import { FAILSAFE_SCHEMA, load, type State } from 'js-yaml';

import { findCharacterFaults } from './characters.ts';
import { isWithinLexemes, yamlLimits } from './compose-yaml.ts';

/** Texts, lists and maps. No map has a key that every object has, nor one that would change the order of its keys. */
export type PlainValue = string | PlainValue[] | PlainMap;

export interface PlainMap {
	[key: string]: PlainValue;
}

/**
 * Signs of what the two libraries may read otherwise. None goes on to the end of a line from more than one place in it. Where it can, each
 * begins with its rarest character and looks back from there, which takes a fraction of the time.
 */
const doubtful: readonly RegExp[] = [
	// A line that begins a directive, ends a document, begins with a tab or has one before its comment, begins with a colon.
	/^%/m,
	/\.\.\.(?<=^\.\.\.)/m,
	/\t(?:(?<=^\t)|(?<=^ *\t)[ \t]*(?:#|$))/m,
	/:(?<=^[ -]*:)/m,
	// A comment that goes on below a key or dash, or stands between one and a text below; one without a space before it; one above the end
	// of brackets.
	/#(?<=[:-][ \t]+#)[^\n#]*(?:#|\n[ \t]*#)/,
	/[:-][ \t]*\r?\n(?:[ \t]*\r?\n|[ \t]*#[^\n]*[^\s:-][ \t]*\r?\n)*[ \t]*#[^\n]*\n\s*(?![\s#]|- |-$|[\w-]+:\s)/m,
	/#(?<=["'\]},:]#)/,
	/[[{]#(?<=(?:^|[\s[{,:-])[[{]#)/,
	/#(?<=\n[ \t]*#)[^\n]*\n\s*[\]},]/,
	// A block that says how far it is indented, one that keeps the empty lines at its end, one that begins with a comment or blanks.
	/[|>](?:[+-]?\d[+-]?[ \t]*(?:#|$)|\+[ \t]*(?:#|$)|-?[ \t]*(?:#|(?:\r?\n)+[ \t]+\r?\n))/m,
	// A line break that is escaped, with an empty line below.
	/\\\r?\n[ \t]*\r?\n/,
	// A colon far from its key; a tag that is not told from none.
	/:(?<=\S[ \t]{20,}:)/,
	/!</,
];

/** `---` where it changes nothing: on a line of its own, above all but comments. */
const plainStart = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---\r?\n/;

/** Escapes for characters that may be faults. The others stand for what can be seen. */
const doubtfulEscape = /\\[0abefrvNuUx]/;

/** Longest key, in UTF-16 units. One library refuses those of more than about a thousand, escapes included. */
const longestKey = 90;

/** A level of the text counts up to twice in `maxDepth`. */
export const quickOptions = { schema: FAILSAFE_SCHEMA, maxDepth: 2 * yamlLimits.levels + 2, onWarning: doubt } as const;

/** @returns `undefined` when anything may be wrong with the text, or when it is only unusual. */
export function readQuickly(text: string): PlainValue | undefined {
	if (doubtful.some((sign) => sign.test(text)) || !isWithinLexemes(text) || findCharacterFaults(text).length > 0) return undefined;
	if (/^---/m.test(text) && !plainStart.test(text)) return undefined;
	const reading = new Reading(doubtfulEscape.test(text));
	try {
		const value: unknown = load(text, { ...quickOptions, listener: (_, state) => reading.see(state) });
		return typeof value === 'object' && reading.accepts(value) ? value : undefined;
	} catch {
		// The library tells what is wrong by throwing; the careful reader tells it in our words.
		return undefined;
	}
}

function doubt(): never {
	throw new Error('not certain to be read alike');
}

class Reading {
	readonly #hasEscapes: boolean;
	/** Lists and maps that were read. Those not found among the values were keys, which the library makes texts of. */
	readonly #collections = new Set<unknown>();
	#nodes = 0;

	constructor(hasEscapes: boolean) {
		this.#hasEscapes = hasEscapes;
	}

	/** At the beginning of a node, where what stands before it is still known, and at its end. */
	see({ tag, anchor, kind, result }: State): void {
		if ((anchor ?? null) !== null || (tag ?? '?') !== '?') doubt();
		if (kind === 'sequence' || kind === 'mapping') this.#collections.add(result);
	}

	accepts(value: unknown): value is PlainValue {
		return this.#isPlain(value, 1) && this.#collections.size === 0;
	}

	#isPlain(value: unknown, level: number): boolean {
		if (++this.#nodes > yamlLimits.nodes) return false;
		if (typeof value === 'string') return this.#isSound(value);
		if (typeof value !== 'object' || value === null || level > yamlLimits.levels || !this.#collections.delete(value)) return false;
		if (Array.isArray(value)) return value.every((item) => this.#isPlain(item, level + 1));
		let keys = 0;
		for (const [key, child] of Object.entries(value)) {
			if (++keys > yamlLimits.keys || !isPlainKey(key) || !this.#isSound(key) || !this.#isPlain(child, level + 1)) return false;
		}
		this.#nodes += keys;
		return true;
	}

	/** Characters that were written as escapes; those written raw were looked for in the text. */
	#isSound(decoded: string): boolean {
		return !this.#hasEscapes || (findCharacterFaults(decoded).length === 0 && !decoded.includes('\r'));
	}
}

/** Numbers would come first whatever the order was in the text; `null` may be a key that was left out. */
function isPlainKey(key: string): boolean {
	return key.length <= longestKey && !/^(?:\d|(?:<<|null)$)/.test(key) && !(key in Object.prototype);
}
