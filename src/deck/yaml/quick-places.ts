// A text that has been read quickly, read once more for the places of its nodes. Only asked when something is told of the file.

import { load, type State } from 'js-yaml';

import type { Span } from '../../model/diagnostic.ts';
import { quickOptions } from './quick-yaml.ts';
import { type SourceEntry, type SourceNode, withoutBlankEnd } from './source-node.ts';

/**
 * @param text accepted by `readQuickly`.
 * @returns the tree that the careful reader makes of it; `undefined` where that is not certain.
 */
export function readPlaces(text: string): SourceNode | undefined {
	const steps = new Steps();
	load(text, {
		...quickOptions,
		listener: (event, state) => {
			if (event === 'open') steps.begin(state);
			else steps.end(state);
		},
	});
	return steps.root && nodeOf(steps.root, text);
}

type Result = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/** What the library read between the beginning and the end of a node. It may begin with blanks and comments, and end with blanks. */
interface Step extends Span {
	readonly result: Result;
	/** Items, or keys and values in turn. */
	readonly inner: readonly Step[];
}

class Steps {
	root: Step | undefined;
	#open: { readonly start: number; readonly inner: Step[] }[] = [];

	begin({ position }: State): void {
		this.#open.push({ start: position, inner: [] });
	}

	end({ position, result }: State): void {
		const begun = this.#open.pop();
		// Nothing: a try that led to nothing, such as to read a block of text as a key.
		if (begun === undefined || result === null || result === undefined) return;
		// A node that was first tried as the key of a map is its own only part.
		const [only] = begun.inner;
		const step = only !== undefined && only.result === result ? only : { start: begun.start, end: position, result, inner: begun.inner };
		const outer = this.#open.at(-1);
		if (outer === undefined) this.root = step;
		else outer.inner.push(step);
	}
}

function nodeOf({ start, end, inner, result }: Step, text: string): SourceNode | undefined {
	const written = withoutBlankEnd(text, { start: firstWord(text, start), end });
	if (typeof result === 'string') return { kind: 'text', span: written, value: result };
	const parts: SourceNode[] = [];
	for (const step of inner) {
		const part = nodeOf(step, text);
		if (part === undefined) return undefined;
		parts.push(part);
	}
	const last = parts.at(-1);
	const inBrackets = '[{'.includes(text.charAt(written.start));
	const span = last === undefined || inBrackets ? written : { start: written.start, end: last.span.end };
	if (isList(result)) return parts.length === result.length ? { kind: 'list', span, items: parts, value: result } : undefined;
	const entries = entriesOf(parts);
	return 2 * entries.size === parts.length ? { kind: 'map', span, entries, value: result } : undefined;
}

function isList(value: readonly unknown[] | Readonly<Record<string, unknown>>): value is readonly unknown[] {
	return Array.isArray(value);
}

/** @param parts keys and values in turn. */
function entriesOf(parts: readonly SourceNode[]): ReadonlyMap<string, SourceEntry> {
	const entries = new Map<string, SourceEntry>();
	for (let index = 0; index < parts.length; index += 2) {
		const [key, node] = [parts[index], parts[index + 1]];
		if (key?.kind === 'text' && node !== undefined) entries.set(key.value, { keySpan: key.span, node });
	}
	return entries;
}

/** The first character at an offset or after it that is neither blank nor in a comment. */
function firstWord(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const character = text.charAt(at);
		if (!' \t\r\n#'.includes(character)) return at;
		const comment = character === '#' ? text.indexOf('\n', at) : at;
		at = comment < 0 ? text.length : comment;
	}
	return text.length;
}
