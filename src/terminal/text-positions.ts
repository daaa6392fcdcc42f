// Where a place lies in its text, in lines and columns as editors count them. Offsets come in; screens and wording stay out.

import type { Place, Span } from '../model/diagnostic.ts';

/** Both from 1. The column counts code points: a tab is one, a character outside the basic plane is one, a byte order mark is none. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** `end` is just past the last character; the position of the line's end where the span reaches into its line break. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

export interface Line {
	/** Without its line break, and without a byte order mark. */
	readonly text: string;
	/** Offset of the first character of `text`. */
	readonly start: number;
}

/** A text by its lines, which end with `\n` or `\r\n`. At least one; a line break at the very end begins no further one. */
export interface Lines {
	readonly count: number;
	/** Zero-based. */
	indexAt(offset: number): number;
	line(index: number): Line;
	positionAt(offset: number): Position;
}

export function linesOf(text: string): Lines {
	const starts = [0];
	for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
	if (text.endsWith('\n')) starts.pop();
	const indexAt = (offset: number) => {
		let low = 0;
		for (let high = starts.length - 1; low < high; ) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	};
	const line = (index: number): Line => {
		const start = starts[index] ?? text.length;
		const whole = text.slice(start, starts[index + 1] ?? text.length).replace(/\r?\n$/u, '');
		return index === 0 && whole.startsWith('\ufeff') ? { text: whole.slice(1), start: 1 } : { text: whole, start };
	};
	return {
		count: starts.length,
		indexAt,
		line,
		positionAt(offset) {
			const index = indexAt(offset);
			const { text: before, start } = line(index);
			return { line: index + 1, column: codePoints(before.slice(0, Math.max(0, offset - start))) + 1 };
		},
	};
}

/** The lines of each text, worked out when they are first asked for. */
export function linesByFile(sources: ReadonlyMap<string, string>): (file: string) => Lines | undefined {
	const known = new Map<string, Lines>();
	return (file) => {
		const text = sources.get(file);
		if (text === undefined) return undefined;
		const lines = known.get(file) ?? linesOf(text);
		known.set(file, lines);
		return lines;
	};
}

/** Of a place with a span, in a file whose text is at hand. */
export type RangeOf = (place: Place) => Range | undefined;

export function rangesIn(sources: ReadonlyMap<string, string>): RangeOf {
	const linesIn = linesByFile(sources);
	return ({ file, span }) => {
		const lines = span === undefined ? undefined : linesIn(file);
		return lines === undefined || span === undefined ? undefined : rangeOf(lines, span);
	};
}

function rangeOf(lines: Lines, { start, end }: Span): Range {
	return { start: lines.positionAt(start), end: lines.positionAt(Math.max(start, end)) };
}

/** Without an array of them: a file may be one line of two megabytes. */
function codePoints(text: string): number {
	let count = 0;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		const pair = unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
		if (pair) index++;
		count++;
	}
	return count;
}
