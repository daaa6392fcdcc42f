// Gaps of a cloze in text that is laid out after they are in it: each takes its columns as a row of one character that the text
// does not have, and is written over it at the end. So nobody's typing is read as Markdown or as code.

import { columnsOf, pad, widthOf } from './layout.ts';
import type { Paint } from './style.ts';

export interface Gap {
	/** Safe, on one line; at least one column wide. */
	readonly text: string;
	readonly paint: Paint;
}

export interface GappedText {
	readonly lines: readonly string[];
	/** Where each gap begins; undefined: it is not in the text. */
	readonly places: readonly ({ readonly line: number; readonly column: number } | undefined)[];
}

/** A private character for each gap, from the first that nobody uses. */
const firstPrivate = 0xe000;
const lastPrivate = 0xf8ff;

/**
 * @param sources every text that has marks: `{{1}}` is the first gap, `\{{` two braces.
 * @param layOut the sources, with their gaps in place, in lines that fit.
 */
export function withGaps(
	sources: readonly string[],
	gaps: readonly Gap[],
	layOut: (sources: readonly string[]) => readonly string[],
): GappedText {
	const used = new Set(sources.join(''));
	const fillers: string[] = [];
	for (let point = firstPrivate; fillers.length < gaps.length && point <= lastPrivate; point += 1) {
		const filler = String.fromCharCode(point);
		if (!used.has(filler)) fillers.push(filler);
	}
	const fill = (number: number) => (fillers[number - 1] ?? '').repeat(widthOf(gaps[number - 1]?.text ?? ''));
	const marked = sources.map((source) =>
		source.replace(/\\\{\{|\{\{(\d+)\}\}/gu, (_mark, number?: string) => (number === undefined ? '{{' : fill(Number(number)))),
	);

	const places: GappedText['places'][number][] = gaps.map(() => undefined);
	const written = gaps.map(() => 0);
	const row = new RegExp(`([${fillers.join('')}])\\1*`, 'gu');
	const lines = layOut(marked).map((line, index) =>
		fillers.length === 0
			? line
			: line.replace(row, (columns: string, filler: string, offset: number) => {
					const gap = fillers.indexOf(filler);
					const { text = '', paint = asIs } = gaps[gap] ?? {};
					places[gap] ??= { line: index, column: widthOf(line.slice(0, offset)) };
					const from = written[gap] ?? 0;
					written[gap] = from + columns.length;
					return paint(pad(columnsOf(text, from, from + columns.length), columns.length));
				}),
	);
	return { lines, places };
}

function asIs(text: string): string {
	return text;
}
