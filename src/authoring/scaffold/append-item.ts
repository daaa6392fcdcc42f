// One more item at the end of a list in a YAML file that somebody wrote: its comments and layout stay, its indentation is taken up.

import { existingNodeAt, type ListNode, type MapNode, type SourceEntry, type SourceNode } from '../../deck/yaml/source-node.ts';
import type { Span } from '../../model/diagnostic.ts';
import { commentsOf } from '../editing/layout.ts';
import { lineEndFrom, lineEndOf, lineStartOf } from '../editing/lines.ts';
import { type Edit, mended } from '../editing/mend.ts';
import { readText } from '../editing/read-text.ts';
import { canonical } from '../editing/same-meaning.ts';
import { blockYaml, flowYaml, indented, type YamlValue } from './yaml-text.ts';

export interface Addition {
	/** The key of the list; undefined: the file itself is the list. */
	readonly key?: string;
	readonly item: YamlValue;
	/** Comment lines to stand above the item, each with its `#`; not in lists in brackets. */
	readonly above?: readonly string[];
}

/**
 * A text alone counts as a list of one, and a key that is missing or has nothing after it as an empty list.
 *
 * @returns undefined where the file is no sound YAML, or is laid out in a way of which it cannot be shown that nothing else changes.
 */
export function withItem(text: string, addition: Addition): string | undefined {
	const { root, diagnostics } = readText(text);
	if (diagnostics.some(({ code, severity }) => severity === 'error' && code !== 'empty-file')) return undefined;
	const edits = editsFor(text, root, addition);
	return edits.map((each) => mended(text, [{ edits: each }])).find((after) => isOnlyAddition(text, after, addition));
}

/** Ways to write it, the best first; the edits of each in the order of the text. */
function editsFor(text: string, root: SourceNode | undefined, addition: Addition): readonly (readonly Edit[])[] {
	const { key } = addition;
	if (key === undefined) {
		if (root === undefined || root.kind === 'nothing') return [[atEnd(text, itemText(text, addition, 0))]];
		return root.kind === 'list' ? inList(text, root, addition) : [];
	}
	if (root?.kind !== 'map') return [];
	const entry = root.entries.get(key);
	if (entry === undefined) return [[newKey(text, root, key, addition)]];
	const column = entry.keySpan.start - lineStartOf(text, entry.keySpan.start) + 2;
	switch (entry.node.kind) {
		case 'list':
			return entry.node.items.length === 0 ? inEmptyList(text, entry, addition, column) : inList(text, entry.node, addition);
		case 'nothing':
			return [[{ ...afterLine(text, entry.keySpan.end), text: lineEndOf(text) + itemText(text, addition, column) }]];
		case 'text':
			return [besideText(text, entry, addition, column)];
		case 'map':
			return [];
	}
}

function inList(text: string, list: ListNode, addition: Addition): readonly (readonly Edit[])[] {
	if (text.charAt(list.span.start) === '[') return [inBrackets(text, list, addition)];
	const last = list.items.at(-1);
	const dash =
		last === undefined ? -1 : (/-(?:[ \t]*(?:[&!]\S+[ \t]*)?(?:#[^\n]*)?\r?\n?)*$/u.exec(text.slice(0, last.span.start))?.index ?? -1);
	if (last === undefined || dash === -1) return [];
	const column = dash - lineStartOf(text, dash);
	const [before] = list.items.slice(-2);
	const gap = before !== last && before !== undefined && /\n[ \t]*\r?\n/u.test(text.slice(before.span.end, dash)) ? lineEndOf(text) : '';
	const added = gap + itemText(text, addition, column);
	// A text block that keeps the empty lines at its end would lose them to what comes right after its last line.
	const blank = /^(?:[ \t]*\r?\n)*/u.exec(text.slice(last.span.end))?.[0].length ?? 0;
	return [
		[{ ...afterLine(text, last.span.end), text: lineEndOf(text) + added }],
		[{ start: last.span.end + blank, end: last.span.end + blank, text: added + lineEndOf(text) }],
	];
}

/** `questions: []` gets an item on lines of its own; within other brackets, in brackets. */
function inEmptyList(text: string, { keySpan, node }: SourceEntry, addition: Addition, column: number): readonly (readonly Edit[])[] {
	const colon = text.indexOf(':', keySpan.end) + 1;
	return [
		[{ start: colon, end: node.span.end, text: lineEndOf(text) + itemText(text, addition, column) }],
		[{ ...node.span, text: flowYaml([addition.item]) }],
	];
}

/** After the last item, on a line of its own where the last one has one; a comma at the end stays at the end. */
function inBrackets(text: string, { span, items }: ListNode, { item }: Addition): readonly Edit[] {
	const last = items.at(-1);
	if (last === undefined) return [{ ...span, text: flowYaml([item]) }];
	const comma = /^\s*,/u.exec(text.slice(last.span.end))?.[0].length;
	const lineStart = lineStartOf(text, last.span.start);
	const before = text.slice(lineStart, last.span.start);
	const own = /^[ \t]*$/u.test(before) && lineStart > span.start;
	const between = own ? `${lineEndOf(text)}${before}` : ' ';
	const written = flowYaml(item);
	if (comma === undefined) return [{ start: last.span.end, end: last.span.end, text: `,${between}${written}` }];
	const at = last.span.end + comma;
	return [{ start: at, end: at, text: `${between}${written},` }];
}

/** `units: a.yaml` becomes a list of two. */
function besideText(text: string, { keySpan, node }: SourceEntry, addition: Addition, column: number): readonly Edit[] {
	const lineEnd = lineEndOf(text);
	const colon = text.indexOf(':', keySpan.end) + 1;
	return [
		{ start: colon, end: node.span.start, text: `${lineEnd}${' '.repeat(column)}- ` },
		{ ...afterLine(text, node.span.end), text: lineEnd + itemText(text, addition, column) },
	];
}

function newKey(text: string, { entries, span }: MapNode, key: string, addition: Addition): Edit {
	const lineEnd = lineEndOf(text);
	const [first] = entries.values();
	const column = first === undefined ? 0 : first.keySpan.start - lineStartOf(text, first.keySpan.start);
	return { ...afterLine(text, span.end), text: `${lineEnd}${' '.repeat(column)}${key}:${lineEnd}${itemText(text, addition, column + 2)}` };
}

/** The lines of the item, the last without its end. */
function itemText(text: string, { item, above = [] }: Addition, column: number): string {
	const lines = [...above.map((line) => `${line}\n`), blockYaml([item])].join('');
	return indented(lines, column).replace(/\n$/u, '').replace(/\n/gu, lineEndOf(text));
}

function atEnd(text: string, added: string): Edit {
	const lineEnd = lineEndOf(text);
	return { start: text.length, end: text.length, text: (text === '' || text.endsWith('\n') ? '' : lineEnd) + added + lineEnd };
}

/** Past everything that stands in the line, a comment too. */
function afterLine(text: string, offset: number): Span {
	const end = lineEndFrom(text, offset);
	return { start: end, end };
}

/** The file holds what it held, this item besides, and every comment. */
function isOnlyAddition(before: string, after: string, { key, item, above = [] }: Addition): boolean {
	const { root } = readText(after);
	if (root === undefined) return false;
	const old = readText(before).root;
	const list = old === undefined || key === undefined ? old : existingNodeAt(old, [key]);
	const items = list === undefined || list.kind === 'nothing' ? [] : list.kind === 'list' ? list.value : [list.value];
	const whole = key === undefined ? [...items, item] : { ...Object(old?.value), [key]: [...items, item] };
	const comments = [...commentsOf(before), ...above.map((line) => line.trimEnd())].toSorted();
	return canonical(whole) === canonical(root.value) && String(comments) === String(commentsOf(after));
}
