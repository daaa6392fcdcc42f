// The keys of units, sections and questions in the order in which the format's pages list them. A key takes its comments along.

import type { MapNode, SourceNode } from '../../deck/yaml/source-node.ts';
import type { Span } from '../../model/diagnostic.ts';
import { overlap } from '../editing/layout.ts';
import { lineEndFrom, lineStartOf } from '../editing/lines.ts';
import type { Mend } from '../editing/mend.ts';
import { type OpenFile, ownParts } from './open-file.ts';
import type { Part } from './parts.ts';

/** Groups of keys, in order; within a group, authors choose. */
const orders: Readonly<Partial<Record<Part['what'], readonly (readonly string[])[]>>> = {
	unit: [
		['unit'],
		['title'],
		['requires', 'benchmark', 'draw', 'passes', 'floor', 'pools', 'resources', 'enrichment'],
		['sections'],
		['questions'],
	],
	section: [['id'], ['title'], ['objective'], ['weight', 'text', 'file']],
	question: [
		['id'],
		['type', 'section', 'difficulty', 'group', 'tags'],
		['vars', 'where'],
		['stem'],
		['code'],
		['answer', 'answers', 'blanks', 'items', 'pairs', 'options', 'distractors', 'match', 'pattern', 'tolerance', 'range', 'unit'],
		['explanation'],
		['hints', 'also', 'source', 'proof'],
	],
};

export function mendKeyOrder(file: OpenFile): readonly Mend[] {
	return ownParts(file).flatMap((part): readonly Mend[] => {
		const groups = orders[part.what];
		const keys = [...part.node.entries.keys()];
		const ranks = keys.map((key) => groups?.findIndex((group) => group.includes(key)) ?? -1);
		if (ranks.includes(-1) || !keys.every((key) => part.keys?.includes(key))) return [];
		const order = [...ranks.keys()].toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
		const slots = order.every((from, to) => from === to) ? undefined : slotsOf(file, part.node);
		if (slots === undefined) return [];
		const inOrder = order.map((from) => keys[from]).join(', ');
		return [
			{
				file: file.file,
				at: part.node.span.start,
				what: `the keys were put in order: ${inOrder}`,
				edits: [],
				move: { slots, order },
				meaning: [],
			},
		];
	});
}

/**
 * Each key with its value and comments, without the indentation before it and the line end after it. `undefined` where the map is not
 * written in lines of its own, or where it cannot be told which key a comment belongs to.
 */
function slotsOf({ text, layout }: OpenFile, node: MapNode): readonly Span[] | undefined {
	const entries = [...node.entries.values()];
	const [first] = entries;
	if (first === undefined || text.charAt(node.span.start) === '{') return undefined;
	const from = first.keySpan.start;
	const column = from - lineStartOf(text, from);
	if (!/^[ -]*$/u.test(text.slice(from - column, from))) return undefined;
	const inLines = entries.slice(1).every(({ keySpan: { start } }) => {
		const indentation = text.slice(lineStartOf(text, start), start);
		return indentation.length === column && /^ *$/u.test(indentation);
	});
	const last = entries.at(-1);
	const end = last === undefined ? from : lastLineEnd(text, column, endOf(last.keySpan, last.node));
	if (!inLines || overlap({ start: from, end }, [...layout.shared, ...layout.keeping])) return undefined;

	const slots: Span[] = [];
	let start = from;
	for (const [index] of entries.entries()) {
		const next = entries[index + 1];
		if (next === undefined) {
			slots.push({ start, end });
			continue;
		}
		const nextStart = withComments(text, column, next.keySpan.start);
		const bodyEnd = endBefore(text, start, nextStart - column);
		if (bodyEnd === undefined || isLoose(text, column, bodyEnd)) return undefined;
		slots.push({ start, end: bodyEnd });
		start = nextStart;
	}
	return slots;
}

/** Where a key's value ends, or the key itself when there is none. */
function endOf(key: Span, node: SourceNode): number {
	if (node.kind === 'nothing') return key.end;
	const inner =
		node.kind === 'list'
			? node.items.map((item) => item.span.end)
			: node.kind === 'map'
				? [...node.entries.values()].map((entry) => endOf(entry.keySpan, entry.node))
				: [];
	return Math.max(key.end, node.span.end, ...inner);
}

/** The end of the line in which a value ends, and of the comments below it that stand deeper than the keys. */
function lastLineEnd(text: string, column: number, valueEnd: number): number {
	let at = valueEnd;
	while (at > 0 && /\s/u.test(text.charAt(at - 1))) at--;
	at = lineEndFrom(text, at);
	for (;;) {
		const below = /^\r?\n( *)#[^\r\n]*/u.exec(text.slice(at, at + 10_000));
		if (below === null || (below[1] ?? '').length <= column) return at;
		at += below[0].length;
	}
}

/** The start of the comments directly above a key, in its column; otherwise of the key. */
function withComments(text: string, column: number, key: number): number {
	let at = key;
	for (;;) {
		const line = lineStartOf(text, at);
		if (line === 0) return at;
		const above = lineStartOf(text, line - 1);
		if (text.slice(above, above + column).trim() !== '' || text.charAt(above + column) !== '#') return at;
		at = above + column;
	}
}

/** The end of the last line that is not empty, before a line. */
function endBefore(text: string, from: number, nextLine: number): number | undefined {
	const body = text.slice(from, nextLine);
	const end = body.trimEnd().length;
	return end === 0 ? undefined : lineEndFrom(text, from + end);
}

/** A comment in the column of the keys, or left of it, that an empty line separates from the key below. */
function isLoose(text: string, column: number, end: number): boolean {
	const line = text.slice(lineStartOf(text, end), end);
	const hash = line.search(/\S/u);
	return line.charAt(hash) === '#' && hash <= column;
}
