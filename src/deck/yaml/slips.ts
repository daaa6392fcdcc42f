// Slips of the hand behind a syntax fault, told by the look of the lines around it: where the YAML library stumbles is often not where
// the author slipped.

import type { Span } from '../../model/diagnostic.ts';

export interface Slip {
	readonly span: Span;
	readonly message: string;
	readonly help: string;
}

interface Line {
	readonly start: number;
	readonly text: string;
	/** Spaces before its first word. */
	readonly indent: number;
	readonly isItem: boolean;
}

/** Lines that are looked at above a fault. */
const mostLines = 500;

/** @param fault where the library stumbles. `undefined`: no slip is certain. */
export function slipBehind(text: string, fault: number): Slip | undefined {
	const { above, at, below } = linesAround(text, fault);
	if (at === undefined) return undefined;
	return (
		conflictMark(text) ??
		[at, ...above.slice(0, 2)].map(odditySpace).find((slip) => slip !== undefined) ??
		spacelessDash(at) ??
		forgottenDash(above, at, below) ??
		keyAboveItems(above, at) ??
		commentInside(above, at) ??
		dedented(above, at)
	);
}

/** Lines with words on them, from the fault upwards and downwards. */
function linesAround(text: string, fault: number) {
	const begin = text.lastIndexOf('\n', Math.max(fault - 1, 0)) + 1;
	const above: Line[] = [];
	for (let end = begin - 1; end >= 0 && above.length < mostLines; ) {
		const start = text.lastIndexOf('\n', end - 1) + 1;
		const line = lineOf(text, start);
		if (line !== undefined) above.push(line);
		end = start - 1;
		if (start === 0) break;
	}
	const next = text.indexOf('\n', begin);
	return { above, at: lineOf(text, begin), below: next < 0 ? undefined : lineOf(text, next + 1) };
}

function lineOf(text: string, start: number): Line | undefined {
	const end = text.indexOf('\n', start);
	const line = text.slice(start, end < 0 ? undefined : end).trimEnd();
	const indent = /^ */.exec(line)?.[0].length ?? 0;
	return line === '' || line[indent] === '#' ? undefined : { start, text: line, indent, isItem: /^ *-(?: |$)/.test(line) };
}

function firstWordOf({ start, text, indent }: Line): Span {
	const word = /^\S*?(?=:?(?:\s|$))/.exec(text.slice(indent))?.[0] ?? '';
	return { start: start + indent, end: start + indent + Math.max(1, word.length) };
}

/** `key: value`, the value a text on the line itself. */
function isKeyed({ text, isItem }: Line): boolean {
	return !isItem && /^ *[\w-]+: /.test(text);
}

function conflictMark(text: string): Slip | undefined {
	const mark = /^<{7}(?: .*)?\r?$/m.exec(text);
	if (mark === null || !/^>{7}(?: |\r?$)/m.test(text)) return undefined;
	return {
		span: { start: mark.index, end: mark.index + mark[0].trimEnd().length },
		message: 'Unexpected mark of a conflict that Git could not merge',
		help: 'Keep one of the two versions, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
	};
}

function odditySpace({ start, text }: Line): Slip | undefined {
	const space = /^[ -]*([\u00a0\u2000-\u200a\u202f\u3000])|^[ -]*[\w-]+:([\u00a0\u2000-\u200a\u202f\u3000])/u.exec(text);
	const character = space?.[1] ?? space?.[2];
	if (space !== null && character !== undefined) {
		const at = start + space[0].length - 1;
		const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
		const message = `Unexpected ${name}, which looks like a space and is none`;
		return { span: { start: at, end: at + 1 }, message, help: 'Type a plain space instead, wherever it stands.' };
	}
	const colon = /^[ -]*[\w-]+\uff1a/u.exec(text);
	if (colon === null) return undefined;
	const at = start + colon[0].length - 1;
	return {
		span: { start: at, end: at + 1 },
		message: 'Unexpected U+FF1A, a wide colon, expected `: `',
		help: 'Type a plain colon and a space.',
	};
}

function spacelessDash({ start, text, indent }: Line): Slip | undefined {
	const word = /^ *-([\w-]+:?)(?: |$)/.exec(text)?.[1];
	if (word === undefined || word.startsWith('-')) return undefined;
	const span = { start: start + indent, end: start + indent + 1 + word.length };
	return { span, message: `Unexpected \`-${word}\`, expected \`- ${word}\``, help: 'Put a space after the dash.' };
}

const dashHelp = 'Begin the line with `- `.';

/** A line in the column of the items of a list, and without their dash. */
function forgottenDash(above: readonly Line[], at: Line, below: Line | undefined): Slip | undefined {
	const isText = !at.isItem && !/^ *[\w-]+:(?: |$)/.test(at.text);
	if (isText && below?.isItem === true && below.indent === at.indent) {
		return {
			span: { start: at.start + at.indent, end: at.start + at.text.length },
			message: 'Unexpected line without a dash in a list',
			help: dashHelp,
		};
	}
	const [before] = above;
	if (before === undefined || !isKeyed(before) || at.isItem || at.indent !== before.indent + 2 || below?.isItem !== true) return undefined;
	if (below.indent !== before.indent) return undefined;
	return { span: firstWordOf(before), message: 'Unexpected line without a dash in a list', help: dashHelp };
}

/** Keys between `key:` and the items of its list. */
function keyAboveItems(above: readonly Line[], at: Line): Slip | undefined {
	if (!at.isItem) return undefined;
	const other = above.findIndex((line) => line.indent !== at.indent || line.isItem);
	const [first, owner] = [above[other - 1], above[other]];
	const name = owner === undefined || owner.indent >= at.indent ? undefined : /^[ -]*([\w-]+):$/.exec(owner.text)?.[1];
	if (first === undefined || name === undefined || !isKeyed(first)) return undefined;
	const message = `Unexpected key above the items of a list, expected only items under \`${name}\``;
	return { span: firstWordOf(first), message, help: `Move it out of \`${name}\`, or indent it like the keys of an item.` };
}

/** A text of several lines, with a comment in it. */
function commentInside([before]: readonly Line[], at: Line): Slip | undefined {
	if (before === undefined || at.isItem || at.indent <= before.indent || /^ *[\w-]+:(?: |$)/.test(at.text)) return undefined;
	const comment = /^[ -]*(?:[\w-]+: )?(?!["'|>[{ ]).*? (#.*)$/.exec(before.text)?.[1];
	if (comment === undefined) return undefined;
	const end = before.start + before.text.length;
	return {
		span: { start: end - comment.length, end },
		message: 'Unexpected ` #` in a text that goes on below, since it begins a comment',
		help: 'Put the whole text in quotes.',
	};
}

/** Lines further left than what they belong with: the line below them is where its neighbours are. */
function dedented(above: readonly Line[], at: Line): Slip | undefined {
	const [last] = above;
	if (last === undefined || (at.isItem ? last.indent : contentColumn(last)) >= at.indent) return undefined;
	const end = above.findIndex(({ indent }) => indent !== last.indent);
	const [first, before] = [above[end - 1], above[end]];
	if (first === undefined || before === undefined || before.indent < at.indent) return undefined;
	const neighbour = above.slice(end).find(({ indent, isItem }) => indent < at.indent || (indent === at.indent && isItem === at.isItem));
	if (neighbour === undefined || neighbour.indent !== at.indent) return undefined;
	return {
		span: firstWordOf(first),
		message: 'Unexpected indentation, less than that of the lines above and below',
		help: 'Indent it like the lines it belongs with.',
	};
}

function contentColumn({ text, indent }: Line): number {
	return indent + (/^(?:- +)*/.exec(text.slice(indent))?.[0].length ?? 0);
}
