// Fitting text into columns. Knows widths and nothing of meaning; what comes in has been through `safe`.

import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

import type { Style } from './style.ts';

/** Columns below which nothing is fitted any more. */
export const narrowest = 20;

/** Columns beyond which text is tiring to read. */
export const widest = 80;

/** Columns for text on a terminal of this size; one is left free, so that a sign drawn too wide does not break the line. */
export function textWidth(columns: number): number {
	return Math.max(narrowest, Math.min(columns - 1, widest));
}

/** For text on an output as wide as this: no wider than is good to read. */
export function comfortable(columns: number): number {
	return Math.max(narrowest, Math.min(columns, widest));
}

/** Columns the text takes on screen; colours take none. */
export function widthOf(text: string): number {
	return stringWidth(text);
}

/** By words; words longer than a line are cut. At least one line. */
export function wrap(text: string, width: number): string[] {
	return wrapAnsi(expandTabs(text), Math.max(1, width), { hard: true }).split('\n');
}

/** By characters, spaces kept: for code. */
export function wrapCode(text: string, width: number): string[] {
	return wrapAnsi(expandTabs(text), Math.max(1, width), { hard: true, wordWrap: false, trim: false }).split('\n');
}

/**
 * `lead` before the first line and its width in spaces before the others; where that would take more than a third of the
 * width, the others are indented by two.
 */
export function hanging(lead: string, text: string, width: number): string[] {
	const leadWidth = widthOf(lead);
	if (leadWidth * 3 <= width)
		return wrap(text, width - leadWidth).map((line, index) => (index === 0 ? lead : ' '.repeat(leadWidth)) + line);
	const margin = /^ */.exec(lead)?.[0] ?? '';
	return wrap(lead.slice(margin.length) + text, width - margin.length - 2).map(
		(line, index) => margin + (index === 0 ? line : `  ${line}`),
	);
}

export function indent(lines: readonly string[], by: number): string[] {
	return lines.map((line) => (line === '' ? line : ' '.repeat(by) + line));
}

export type Alignment = 'left' | 'right' | 'center';

/** Filled with spaces to the width; longer text is left as it is. */
export function pad(text: string, width: number, alignment: Alignment = 'left'): string {
	const room = Math.max(0, width - widthOf(text));
	const before = alignment === 'left' ? 0 : alignment === 'right' ? room : Math.floor(room / 2);
	return ' '.repeat(before) + text + ' '.repeat(room - before);
}

/** The part of plain text that lies between two columns; a wide character that straddles an edge is left out. */
export function columnsOf(text: string, from: number, to: number): string {
	let column = 0;
	let kept = '';
	for (const { segment } of graphemes.segment(text)) {
		const end = column + widthOf(segment);
		if (column >= from && end <= to) kept += segment;
		column = end;
	}
	return kept;
}

/** Characters as a reader counts them. */
export const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A share as a row of cells. A cell is full only when its whole share is there, so that a full bar means all of it. */
export function bar(part: number, whole: number, cells: number, style: Style): string {
	const full = whole === 0 ? 0 : Math.floor((part * cells) / whole);
	return style.accent(style.signs.barFull.repeat(full)) + style.dim(style.signs.barEmpty.repeat(cells - full));
}

/** A tab is four spaces wherever it stands. */
export function expandTabs(text: string): string {
	return text.replaceAll('\t', '    ');
}
