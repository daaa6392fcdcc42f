// A YAML file as a tree of texts, lists and maps, each with its place in the file. Knows nothing of decks, nor of the YAML library.

import type { Place, Span } from '../../model/diagnostic.ts';

/**
 * Every scalar is the text as written. `value` is the same tree as plain strings, arrays and objects, which have no key besides
 * their own that somebody could write. Spans go from
 * the first character to the last that was written: quotes, brackets and the sign of a text block are within, blank lines, commas
 * and comments after it are not.
 */
export type SourceNode = TextNode | ListNode | MapNode | NothingNode;

export interface TextNode {
	readonly kind: 'text';
	readonly span: Span;
	readonly value: string;
}

export interface ListNode {
	readonly kind: 'list';
	readonly span: Span;
	readonly items: readonly SourceNode[];
	readonly value: readonly unknown[];
}

export interface MapNode {
	readonly kind: 'map';
	readonly span: Span;
	readonly entries: ReadonlyMap<string, SourceEntry>;
	/** A key stood in it twice, so that it may be several maps in one; it has been told. */
	readonly isRepeated?: true;
	readonly value: Readonly<Record<string, unknown>>;
}

/** A key with nothing after it. */
export interface NothingNode {
	readonly kind: 'nothing';
	readonly span: Span;
	readonly value: undefined;
	/** Something was there that no deck may hold; it has been told. */
	readonly refused?: true;
	/** A comment that may have been meant as a text stands in its place. */
	readonly comment?: true;
}

/** Stands for what is not there: the head of a file. */
export const nowhere: SourceNode = { kind: 'nothing', span: { start: 0, end: 0 }, value: undefined };

export interface SourceEntry {
	readonly keySpan: Span;
	readonly node: SourceNode;
}

/** A text block's span without the blank lines at its end. */
export function withoutBlankEnd(text: string, { start, end }: Span): Span {
	let last = end;
	while (last > start && ' \t\r\n'.includes(text.charAt(last - 1))) last--;
	return { start, end: last };
}

/** A node and the file it stands in, relative to the deck folder. */
export interface Located {
	readonly file: string;
	readonly node: SourceNode;
}

export type Step = string | number;

export function entryOf(node: SourceNode, key: string): SourceEntry | undefined {
	return node.kind === 'map' ? node.entries.get(key) : undefined;
}

/** The text under a key; `undefined` when there is none. */
export function textAt(node: SourceNode, key: string): TextNode | undefined {
	const child = entryOf(node, key)?.node;
	return child?.kind === 'text' ? child : undefined;
}

/** The items of a list under a key; a text or map alone is a list of one. */
export function itemsAt(node: SourceNode, key: string): readonly SourceNode[] {
	const child = entryOf(node, key)?.node;
	if (child === undefined || child.kind === 'nothing') return [];
	return child.kind === 'list' ? child.items : [child];
}

/** The node at the end of a path. Steps that lead nowhere stop at the last node there is; `0` of a text is the text (a list of one). */
export function nodeAt(node: SourceNode, path: readonly Step[]): SourceNode {
	let at = node;
	for (const step of path) {
		const next = childOf(at, step);
		if (next === undefined) return at;
		at = next;
	}
	return at;
}

/** The node at the very end of a path; `undefined` where a step leads nowhere. */
export function existingNodeAt(node: SourceNode, path: readonly Step[]): SourceNode | undefined {
	let at: SourceNode | undefined = node;
	for (const step of path) {
		if (at === undefined) return undefined;
		at = childOf(at, step);
	}
	return at;
}

function childOf(node: SourceNode, step: Step): SourceNode | undefined {
	return typeof step === 'number' ? (node.kind === 'list' ? node.items[step] : undefined) : entryOf(node, step)?.node;
}

export function placeOf({ file, node }: Located, ...path: readonly Step[]): Place {
	return { file, span: nodeAt(node, path).span };
}

/**
 * From one character of a text to another, where the text is written on one line, plainly or in quotes without escapes; otherwise the
 * whole of it, since escapes and line ends are then among the characters.
 *
 * @param within offsets in the text's value.
 */
export function placeWithin({ file, node }: Located, path: readonly Step[], within: Span): Place {
	const at = nodeAt(node, path);
	const start = at.kind === 'text' ? valueStartOf(at) : undefined;
	return { file, span: start === undefined ? at.span : { start: start + within.start, end: start + within.end } };
}

/**
 * Where the value begins in the file, if it stands there character by character: plain, or between quotes. Folded lines and escapes make
 * what is written longer than that; no text block is only two characters longer.
 */
export function valueStartOf({ span: { start, end }, value }: TextNode): number | undefined {
	if (value.includes('\n')) return undefined;
	const longer = end - start - value.length;
	if (longer === 0) return start;
	return longer === 2 ? start + 1 : undefined;
}

/** The key itself, where the map has it; otherwise the map. */
export function keyPlaceOf({ file, node }: Located, key: string): Place {
	return { file, span: entryOf(node, key)?.keySpan ?? node.span };
}

/** Where to point when a map lacks a key: at the key with nothing after it, else its id, else its first key. */
export function ownerPlaceOf({ file, node }: Located, missing?: string): Place {
	if (node.kind !== 'map') return { file, span: node.span };
	const empty = missing === undefined ? undefined : node.entries.get(missing);
	if (empty !== undefined) return { file, span: empty.keySpan };
	const named = ['id', 'unit', 'deck'].map((key) => textAt(node, key)).find((text) => text !== undefined);
	const [first] = node.entries.values();
	return { file, span: named?.span ?? first?.keySpan ?? node.span };
}
