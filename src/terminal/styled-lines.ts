// Styled text broken into lines that each stand alone: colours, links and isolates end with a line and begin again with the next, so
// that any of them can be shown without the others. Knows columns and nothing of meaning.

import { endOfIsolate, isIsolate } from './direction.ts';
import { graphemesOf, mostColumnsFor } from './width.ts';

/** Something that is on until it is ended: the sequence that begins it, and the one that ends it. */
interface Open {
	readonly begin: string;
	readonly end: string;
}

/** A character with its columns and what is on while it is drawn, outermost first. */
interface Cell {
	readonly text: string;
	readonly columns: number;
	readonly pen: readonly Open[];
}

/** By words, spaces at either end left out; words longer than a line are cut. Between ideographs a line may break too. At least one. */
export function linesByWords(text: string, width: number): string[] {
	if (/^[\x20-\x7e]*$/u.test(text)) return asciiLinesByWords(text, width);
	const { cells, room } = cellsOf(text, width);
	const rows: Cell[][] = [[]];
	let used = 0;
	for (const { gap, cells: word } of wordsOf(cells)) {
		const wordWidth = columnsIn(word);
		const gapWidth = used === 0 ? 0 : gap.length;
		const fits = used + gapWidth + wordWidth <= room;
		if (!fits && used > 0 && (wordWidth <= room || !savesALine(wordWidth, room - used - gapWidth, room))) {
			rows.push([]);
			used = 0;
		}
		const row = rows.at(-1);
		if (row !== undefined && used > 0) {
			row.push(...gap);
			used += gapWidth;
		}
		used = fill(rows, word, used, room);
	}
	return rows.map(textOf);
}

/** The same for most texts there are, without a look at every character. */
function asciiLinesByWords(text: string, width: number): string[] {
	if (text.length <= width && !text.startsWith(' ') && !text.endsWith(' ')) return [text];
	const rows: string[] = [];
	let row = '';
	// Each piece begins where the last one ended, also behind the last word: no space is looked at twice.
	for (const [, gap = '', word = ''] of text.matchAll(/( *)([^ ]*)/gu)) {
		if (word === '') continue;
		const begun = row === '' ? '' : row + gap;
		const fits = begun.length + word.length <= width;
		const breaks = !fits && row !== '' && (word.length <= width || !savesALine(word.length, width - begun.length, width));
		if (breaks) rows.push(row);
		let rest = breaks ? word : begun + word;
		for (; rest.length > width; rest = rest.slice(width)) rows.push(rest.slice(0, width));
		row = rest;
	}
	return [...rows, row];
}

/** A word longer than a line takes fewer lines when it begins on this one. */
function savesALine(wordWidth: number, left: number, room: number): boolean {
	return left > 0 && Math.ceil((wordWidth - left) / room) + 1 <= Math.ceil(wordWidth / room);
}

/**
 * Every space kept, but for those at which a line is broken; `later` columns fewer from the second line on. Broken after a space or a
 * sign where one is not far from the end. At least one.
 */
export function linesByColumns(text: string, width: number, later = 0): string[] {
	const { cells, room } = cellsOf(text, width);
	const rows: Cell[][] = [];
	let from = 0;
	do {
		const most = rows.length === 0 ? room : Math.max(1, room - later);
		let end = from;
		for (let used = 0; end < cells.length; end += 1) {
			used += cells[end]?.columns ?? 0;
			if (used > most && end > from) break;
		}
		if (end < cells.length) end = goodBreak(cells, from, end);
		let next = end;
		while (next < cells.length && cells[next]?.text === ' ') next += 1;
		if (next < cells.length) while (end > from + 1 && cells[end - 1]?.text === ' ') end -= 1;
		rows.push(cells.slice(from, end));
		from = next;
	} while (from < cells.length);
	return rows.map(textOf);
}

/** The place after the last space or sign of the line's second half; the line's end where there is none. */
function goodBreak(cells: readonly Cell[], from: number, end: number): number {
	for (const stop of [/[\s,;]/u, /[^\p{L}\p{N}\p{M}\p{Co}_]/u]) {
		for (let at = end; at > from + (end - from) / 2; at -= 1) if (stop.test(cells[at - 1]?.text ?? '')) return at;
	}
	return end;
}

/** Ideographs and syllables that are written without spaces; a line may break on either side of each. */
const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

/** Never first in a line: what closes, and small letters that belong to the one before. */
const notFirst = /^[、。，．：；！？）］｝〉》」』】〕〗〙〟’”…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻!%),.:;?\]}·]/u;

/** Never last in a line: what opens. */
const notLast = /[（［｛〈《「『【〔〖〘〝‘“([{]$/u;

function mayBreakBetween(before: string, after: string): boolean {
	if (before < '\u2e80' && after < '\u2e80') return false;
	return (ideograph.test(after) || ideograph.test(before)) && !notFirst.test(after) && !notLast.test(before);
}

/** A word, and the spaces before it. */
interface Word {
	readonly gap: readonly Cell[];
	readonly cells: readonly Cell[];
}

function wordsOf(cells: readonly Cell[]): Word[] {
	const words: Word[] = [];
	let gap: Cell[] = [];
	let word: Cell[] = [];
	const finish = () => {
		if (word.length === 0) return;
		words.push({ gap, cells: word });
		gap = [];
		word = [];
	};
	for (const cell of cells) {
		if (cell.text === ' ') {
			finish();
			gap.push(cell);
			continue;
		}
		const before = word.at(-1)?.text;
		if (before !== undefined && mayBreakBetween(before, cell.text)) {
			finish();
		}
		word.push(cell);
	}
	finish();
	return words;
}

/** Puts the word into the last row and, where it is too long, into further ones. Returns the columns used in the last. */
function fill(rows: Cell[][], word: readonly Cell[], from: number, room: number): number {
	let used = from;
	for (const cell of word) {
		if (used > 0 && used + cell.columns > room) {
			rows.push([]);
			used = 0;
		}
		rows.at(-1)?.push(cell);
		used += cell.columns;
	}
	return used;
}

function columnsIn(cells: readonly Cell[]): number {
	return cells.reduce((sum, { columns }) => sum + columns, 0);
}

/* ── between text and cells ── */

const sequence = /(\x1b\[([\d;]*)m|\x1b\]8;[^;\x07\x1b]*;([^\x07\x1b]*)(?:\x07|\x1b\\))/u;
const endOfLink = '\x1b]8;;\x1b\\';

/** `room`: the width, less the columns that isolates take on terminals which do not know them. */
function cellsOf(text: string, width: number): { readonly cells: readonly Cell[]; readonly room: number } {
	const cells: Cell[] = [];
	let pen: readonly Open[] = [];
	let isolates = 0;
	const add = (character: string) => {
		if (isIsolate(character)) {
			isolates = 2;
			pen = [...pen, { begin: character, end: endOfIsolate }];
		} else if (character === endOfIsolate) {
			const last = pen.findLastIndex(({ end }) => end === endOfIsolate);
			pen = pen.filter((_, index) => index !== last);
		} else cells.push({ text: character, columns: mostColumnsFor(character), pen });
	};
	const parts = text.split(sequence);
	for (let index = 0; index < parts.length; index += 4) {
		const [plain = '', whole, codes, target] = parts.slice(index, index + 4);
		if (!joining.test(plain)) for (const character of plain) add(character);
		else for (const { segment } of graphemesOf(plain)) for (const part of apartFromMarks(segment)) add(part);
		if (target !== undefined) pen = withLink(pen, whole ?? '', target);
		else if (codes !== undefined) pen = withColour(pen, whole ?? '', codes);
	}
	return { cells, room: Math.max(1, width - isolates) };
}

/** Where there is none of these, every code point is a character of its own, which is quicker to find out. */
const joining = /[\p{M}\p{Cf}\p{Cc}\p{Emoji_Modifier}\p{Regional_Indicator}\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

/** A mark of direction is a character of its own, also where a reader counts it to the one before. */
function apartFromMarks(character: string): readonly string[] {
	return character.length > 1 && /[\u2066-\u2069]/u.test(character)
		? character.split(/([\u2066-\u2069])/u).filter((part) => part !== '')
		: [character];
}

function withLink(pen: readonly Open[], begin: string, target: string): readonly Open[] {
	const others = pen.filter(({ end }) => end !== endOfLink);
	return target === '' ? others : [...others, { begin, end: endOfLink }];
}

/** The code that ends each; those that end others, and a reset, end them. */
function withColour(pen: readonly Open[], begin: string, codes: string): readonly Open[] {
	const code = Number.parseInt(codes, 10) || 0;
	if (code === 0) return pen.filter(({ end }) => end === endOfLink || end === endOfIsolate);
	const end = endOfCode(code);
	if (end === undefined) return pen.filter((open) => open.end !== begin);
	// Bold and faint end together and can be on together; of colours there is one.
	const others = pen.filter((open) => open.end !== end || (end === '\x1b[22m' && open.begin !== begin));
	return [...others, { begin, end }];
}

function endOfCode(code: number): string | undefined {
	if (code === 1 || code === 2) return '\x1b[22m';
	if (code === 3) return '\x1b[23m';
	if (code === 4) return '\x1b[24m';
	if (code === 7 || code === 8 || code === 9) return `\x1b[2${code}m`;
	if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) return '\x1b[39m';
	if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) return '\x1b[49m';
	return undefined;
}

function textOf(cells: readonly Cell[]): string {
	let text = '';
	let pen: readonly Open[] = [];
	for (const cell of cells) {
		if (cell.pen !== pen) text += change(pen, cell.pen);
		pen = cell.pen;
		text += cell.text;
	}
	return text + change(pen, []);
}

/** What is no longer on is ended, with all that was begun after it; the rest begins. */
function change(from: readonly Open[], to: readonly Open[]): string {
	let kept = 0;
	while (kept < from.length && kept < to.length && from[kept]?.begin === to[kept]?.begin) kept += 1;
	const ended = from.slice(kept).reverse();
	const stillOn = to.slice(0, kept).filter(({ end }) => end === '\x1b[22m' && ended.some((open) => open.end === end));
	return [...ended.map(({ end }) => end), ...stillOn.map(({ begin }) => begin), ...to.slice(kept).map(({ begin }) => begin)].join('');
}
