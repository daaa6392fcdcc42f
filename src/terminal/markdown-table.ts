// A table that fits: columns as wide as their text, then shrunk and wrapped, then, on a narrow screen, one record under another.

import { type Alignment, hanging, pad, wholeWidth, widthOf, wrap } from './layout.ts';
import type { Style } from './style.ts';

export interface Table {
	/** Cells may be styled; they hold no line breaks that matter. */
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly align: readonly Alignment[];
}

/** A column is not made narrower than this, unless its text is; nor so narrow that it cuts a word of no more than `longestWhole`. */
const narrowestColumn = 14;
const longestWhole = 18;

export function renderTable(table: Table, width: number, style: Style): string[] {
	const widths = fittedWidths(table, width - widthOf(style.signs.tableColumn) * (table.header.length - 1));
	return widths === undefined ? records(table, width, style) : grid(table, widths, style);
}

/** Column widths whose sum is at most `room`, or undefined where that would squeeze a column too far. */
function fittedWidths(table: Table, room: number): number[] | undefined {
	const columns = table.header.map((head, index) => [head, ...table.rows.map((row) => row[index] ?? '')]);
	const widths = columns.map((cells) => widestOf(cells.flatMap((cell) => cell.split('\n'))));
	const words = columns.map((cells) => Math.min(longestWhole, widestOf(cells.flatMap((cell) => cell.split(/\s+/u)))));
	const least = widths.map((natural, index) => Math.min(natural, Math.max(narrowestColumn, words[index] ?? 0)));
	for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
		const widest = widths.reduce((best, _width, index) => (slack(index) > slack(best) ? index : best), 0);
		if (slack(widest) <= 0) return undefined;
		widths[widest] = (widths[widest] ?? 0) - 1;
	}
	return widths;

	function slack(index: number): number {
		const natural = widths[index] ?? 0;
		return natural > (least[index] ?? 0) ? natural : 0;
	}
}

function grid({ header, rows, align }: Table, widths: readonly number[], style: Style): string[] {
	const line = (cells: readonly string[], paint: (text: string) => string): string[] => {
		const wrapped = widths.map((width, index) => wrap(cells[index] ?? '', width));
		const height = Math.max(...wrapped.map((lines) => lines.length));
		return Array.from({ length: height }, (_, row) =>
			widths
				.map((width, index) => paint(pad(wrapped[index]?.[row] ?? '', width, align[index])))
				.join(style.dim(style.signs.tableColumn))
				.trimEnd(),
		);
	};
	const rule = style.dim(widths.map((width) => style.signs.rule.repeat(width)).join(style.signs.tableCross));
	const body = rows.map((row) => line(row, (text) => text));
	const airy = body.some((lines) => lines.length > 1);
	return [...line(header, style.title), rule, ...body.flatMap((lines, index) => (airy && index > 0 ? ['', ...lines] : lines))];
}

function records({ header, rows }: Table, width: number, style: Style): string[] {
	return rows.flatMap((row, index) => [
		...(index === 0 ? [] : ['']),
		...row.flatMap((cell, column) => {
			const head = header[column] ?? '';
			if (cell === '') return [];
			return head === '' ? wrap(cell, width).map(style.title) : hanging(`${style.dim(`${head}:`)} `, cell, width);
		}),
	]);
}

function widestOf(texts: readonly string[]): number {
	return Math.max(1, ...texts.map(wholeWidth));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
