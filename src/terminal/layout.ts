// Fitting text into columns. Knows widths and nothing of meaning; what comes in has been through `safe`.

import { isolated } from './direction.ts';
import type { Style } from './style.ts';
import { linesByColumns, linesByWords } from './styled-lines.ts';
import { columnsFor, composed, graphemesOf, mostColumnsFor, tabWidth, unstyled, widthOf } from './width.ts';

export { graphemesOf, widthOf };

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

/** By words; words longer than a line are cut. At least one line, and each can be shown without the others. */
export function wrap(text: string, width: number): string[] {
	return shown(text).flatMap((line) => linesByWords(line, Math.max(1, width)));
}

/** The width at which `wrap` leaves a line whole: what it takes on the terminal that draws it widest, marks of direction counted. */
export function wholeWidth(line: string): number {
	const drawn = unstyled(isolated(composed(expandTabs(line))));
	let most = 0;
	for (const { segment } of graphemesOf(drawn)) most += mostColumnsFor(segment);
	return most;
}

/**
 * Spaces kept: for code. Broken after a space or a sign where one is near.
 *
 * @param later columns fewer from the second line on.
 */
export function wrapCode(text: string, width: number, later = 0): string[] {
	return shown(text).flatMap((line) => linesByColumns(line, Math.max(1, width), later));
}

/** Composed: more terminals draw such letters well. */
function shown(text: string): string[] {
	return isolated(composed(expandTabs(text))).split(/\r?\n/u);
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
	return ' '.repeat(before) + isolated(text) + ' '.repeat(room - before);
}

/** Plain text on one line: its beginning and the sign for what is left out, where all of it does not fit. */
export function shortened(text: string, width: number, { signs }: Style): string {
	if (columnsOf(text, 0, width) === text) return text;
	return `${columnsOf(text, 0, Math.max(0, width - widthOf(signs.ellipsis))).trimEnd()}${signs.ellipsis}`;
}

/** The part of plain text that lies between two columns; a wide character that straddles an edge is left out. */
export function columnsOf(text: string, from: number, to: number): string {
	let column = 0;
	let kept = '';
	for (const { segment } of graphemesOf(text)) {
		if (column > to) break;
		const end = column + columnsFor(segment);
		if (column >= from && end <= to) kept += segment;
		column = end;
	}
	return kept;
}

/**
 * A share as a row of cells. A cell is full only when its whole share is there, so that a full bar means all of it; but where there is
 * something at all, the first is full, so that an empty bar means nothing.
 */
export function bar(part: number, whole: number, cells: number, style: Style): string {
	const least = part > 0 && cells > 1 ? 1 : 0;
	const full = whole === 0 ? 0 : Math.max(least, Math.floor((part * cells) / whole));
	return style.accent(style.signs.barFull.repeat(full)) + style.dim(style.signs.barEmpty.repeat(cells - full));
}

/** A tab is four spaces wherever it stands. */
export function expandTabs(text: string): string {
	return text.replaceAll('\t', ' '.repeat(tabWidth));
}
