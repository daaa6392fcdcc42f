// Attempts as pictures in characters: every question a sign, every section a bar. No meaning hangs on a colour.

import type { Verdict } from '../../model/attempt.ts';
import type { SectionScore } from '../../model/decision.ts';
import { hanging, indent, pad, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { scoreOf } from './wording.ts';

/** What became of a question; undefined: not answered. */
type Mark = Verdict['kind'] | undefined;

/** A bar with its name before it, and how many that is behind it. */
export interface BarRow {
	/** A sign before the label. */
	readonly sign?: string;
	/** Safe. */
	readonly label: string;
	readonly bar: string;
	readonly count: string;
	/** What else there is to say of it; empty: nothing. */
	readonly note: string;
}

/** Cells of the longest bar. */
export const longest = 10;

/** In order of position, by fives; then what the signs stand for, with how many there are of each. */
export function signRows(marks: readonly Mark[], style: Style, width: number): string[] {
	if (marks.length === 0) return [];
	const group = 5;
	const widthFor = (count: number, label: number) => label + 2 * count - 1 + 2 * (Math.ceil(count / group) - 1);
	const oneRow = marks.length <= 2 * group && widthFor(marks.length, 0) <= width;
	const numbers = oneRow ? 0 : String(marks.length).length + 2;
	const perRow = oneRow ? marks.length : widthFor(2 * group, numbers) <= width ? 2 * group : group;
	const rows: string[] = [];
	for (let from = 0; from < marks.length; from += perRow) {
		const groups: string[] = [];
		for (let at = from; at < Math.min(from + perRow, marks.length); at += group) {
			const signs = marks.slice(at, Math.min(at + group, from + perRow)).map((mark) => signOf(mark, style));
			groups.push(signs.join(' '));
		}
		rows.push((oneRow ? '' : `${style.dim(String(from + 1).padStart(numbers - 2))}  `) + groups.join('   '));
	}
	return [...rows, ...tally(marks, style, width)];
}

/** An honest `?` is the key that gave it. */
function signOf(mark: Mark, { signs, right, missed, dim }: Style): string {
	switch (mark) {
		case 'right':
			return right(signs.right);
		case 'missed':
			return missed(signs.missed);
		case 'dont-know':
			return missed('?');
		case undefined:
			return dim(signs.open);
	}
}

/** `✓ 7 right   ✗ 2 missed`, a line broken only between two of them. */
function tally(marks: readonly Mark[], style: Style, width: number): string[] {
	const words: readonly (readonly [Mark, string])[] = [
		['right', 'right'],
		['missed', 'missed'],
		['dont-know', 'not known'],
		[undefined, 'not answered'],
	];
	const lines: string[] = [];
	for (const [mark, word] of words) {
		const count = marks.filter((each) => each === mark).length;
		if (count === 0) continue;
		const part = `${signOf(mark, style)} ${count} ${word}`;
		const longer = `${lines.at(-1)}   ${part}`;
		if (lines.length > 0 && widthOf(longer) <= width) lines.splice(-1, 1, longer);
		else lines.push(part);
	}
	return lines;
}

/**
 * One for each section; every question takes the same number of cells in all of them, so that a bar is as long as much was asked.
 *
 * @param noteOn what else to say of a section.
 */
export function sectionRows(
	sections: readonly SectionScore[],
	titleOf: (section: string) => string,
	noteOn: (score: SectionScore) => readonly string[],
	style: Style,
): BarRow[] {
	const most = Math.max(...sections.map(({ asked }) => asked), 1);
	const cells = (count: number) => (most > longest ? Math.floor((count * longest) / most) : count * Math.floor(longest / most));
	return sections.map((score) => {
		const { right, asked, unanswered = 0 } = score;
		const mark: Mark = right === asked ? 'right' : asked - right - unanswered > 0 ? 'missed' : undefined;
		const all = Math.max(1, cells(asked));
		// Never more of it than is there: a full bar means all.
		const full = right === asked ? all : Math.min(cells(right), all - 1);
		const open = Math.min(cells(unanswered), all - full);
		const { barFull, barEmpty, dot } = style.signs;
		const bar = style.accent(barFull.repeat(full)) + style.dim(barEmpty.repeat(all - full - open) + dot.repeat(open));
		const left = unanswered === 0 ? [] : [`${unanswered} left`];
		return {
			sign: signOf(mark, style),
			label: titleOf(score.section),
			bar,
			count: scoreOf(score),
			note: [...left, ...noteOn(score)].join(', '),
		};
	});
}

/** Beneath each other; where that is too wide, each bar stands beneath its name. */
export function barRows(rows: readonly BarRow[], width: number): string[] {
	const widest = (part: (row: BarRow) => string) => Math.max(...rows.map((row) => widthOf(part(row))), 0);
	const named = ({ sign, label }: BarRow) => (sign === undefined ? label : `${sign} ${label}`);
	const [names, bars, counts] = [widest(named), widest(({ bar }) => bar), widest(({ count }) => count)];
	const inOneLine = names + bars + counts + 4 <= width;
	return rows.flatMap((row) => {
		const { sign, label, bar, count, note } = row;
		if (inOneLine) {
			const line = `${pad(named(row), names)}  ${pad(bar, bars)}  ${pad(count, counts, 'right')}`;
			if (note === '') return [line];
			if (widthOf(`${line}, ${note}`) <= width) return [`${line}, ${note}`];
			return [line, ...indent(wrap(note, width - 4), 4)];
		}
		const measured = `${pad(bar, bars)}  ${note === '' ? count : `${count}, ${note}`}`;
		return [...(sign === undefined ? wrap(label, width) : hanging(`${sign} `, label, width)), ...indent(wrap(measured, width - 2), 2)];
	});
}
