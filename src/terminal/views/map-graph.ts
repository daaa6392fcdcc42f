// The lines that join units to what they require, in the margin of a map: one column for each unit that others still wait for.
// Knows positions and nothing of units.

import type { Style } from '../style.ts';

/** What stands to the left of one node's text; all as wide as the margin. */
export interface Margin {
	/** Above the node; none for the first. */
	readonly above: readonly string[];
	/** Beside its first line, in two parts: the node's own sign goes between them. */
	readonly before: string;
	readonly after: string;
	/** Beside its other lines. */
	readonly beside: string;
}

/** Up, down, left, right: where a line leads from here. */
type Joint = `${0 | 1}${0 | 1}${0 | 1}${0 | 1}`;

const joints: Readonly<Record<Joint, string>> = {
	'0000': ' ',
	'0001': '─',
	'0010': '─',
	'0011': '─',
	'0100': '│',
	'0101': '╭',
	'0110': '╮',
	'0111': '┬',
	'1000': '│',
	'1001': '╰',
	'1010': '╯',
	'1011': '┴',
	'1100': '│',
	'1101': '├',
	'1110': '┤',
	'1111': '┼',
};

interface Row {
	/** The column of the node. */
	readonly column: number;
	/** Columns with a line that goes past it, by whether there is one. */
	readonly passing: readonly boolean[];
	/** A line comes in from each of these columns. */
	readonly from: readonly number[];
	/** Columns with a line just above. */
	readonly open: readonly boolean[];
	/** Others after it require it. */
	readonly goesOn: boolean;
}

/**
 * @param requires for each node, in order, the indexes of those it requires; one that stands later is left to words.
 * @param width columns that the margin may take.
 * @returns undefined where that is too little.
 */
export function marginsOf(requires: readonly (readonly number[])[], width: number, style: Style): readonly Margin[] | undefined {
	const rows = rowsOf(requires);
	const columns = Math.max(1, ...rows.map(({ column, passing }) => Math.max(column + 1, passing.length)));
	if (columns * 2 > width) return undefined;
	const draw = (joint: Joint) => (style.signs.gutter === '|' ? asciiOf(joint) : joints[joint]);
	const lanes = Array.from({ length: columns }, (_, lane) => lane);
	const straight = (shown: (lane: number) => boolean, within = lanes) =>
		within.map((lane) => `${draw(shown(lane) ? '1100' : '0000')} `).join('');
	return rows.map((row, index) => {
		const { column, passing, from, open, goesOn } = row;
		const passes = (lane: number) => passing[lane] === true;
		const joined = from.some((lane) => lane !== column);
		const above = joined ? lanes.map((lane) => turnAt(lane, row, draw)).join('') : straight((lane) => open[lane] === true);
		return {
			above: index === 0 ? [] : [style.dim(above.trimEnd())],
			before: style.dim(straight(passes, lanes.slice(0, column))),
			after: ` ${style.dim(straight(passes, lanes.slice(column + 1)))}`,
			beside: style.dim(straight((lane) => passes(lane) || (lane === column && goesOn))),
		};
	});
}

/** Two cells of the row in which lines from other columns turn into the node's own. */
function turnAt(lane: number, { column, passing, from, open }: Row, draw: (joint: Joint) => string): string {
	const [low, high] = [Math.min(column, ...from), Math.max(column, ...from)];
	const inside = lane >= low && lane <= high;
	const onward = inside && lane < high;
	const space = onward ? draw('0011') : ' ';
	// A line that only passes is not met: the one across goes behind it.
	if (inside && lane !== column && !from.includes(lane) && open[lane] === true) return draw('1100') + space;
	const bit = (so: boolean): 0 | 1 => (so ? 1 : 0);
	const [up, down] = [bit(open[lane] === true), bit(lane === column || passing[lane] === true)];
	return draw(`${up}${down}${bit(inside && lane > low)}${bit(onward)}`) + space;
}

function asciiOf(joint: Joint): string {
	if (joint === '0000') return ' ';
	const [up, down, left, right] = joint;
	if (left === '0' && right === '0') return '|';
	return up === '0' && down === '0' ? '-' : '+';
}

function rowsOf(requires: readonly (readonly number[])[]): readonly Row[] {
	const last = (node: number) => requires.findLastIndex((required, index) => index > node && required.includes(node));
	/** The node whose line runs in each column. */
	const lanes: (number | undefined)[] = [];
	return requires.map((required, node) => {
		const open = lanes.map((lane) => lane !== undefined);
		const from = required.flatMap((source) => (lanes.includes(source) ? [lanes.indexOf(source)] : []));
		for (const lane of from) if (last(lanes[lane] ?? node) === node) lanes[lane] = undefined;
		const ended = from.filter((lane) => lanes[lane] === undefined);
		const column = ended.length > 0 ? Math.min(...ended) : firstFree(lanes, from.length === 0 ? 0 : Math.min(...from));
		const passing = lanes.map((lane) => lane !== undefined);
		const goesOn = last(node) > node;
		lanes[column] = goesOn ? node : undefined;
		while (lanes.length > 0 && lanes.at(-1) === undefined) lanes.pop();
		return { column, passing, from, open, goesOn };
	});
}

function firstFree(lanes: readonly (number | undefined)[], from: number): number {
	let column = from;
	while (lanes[column] !== undefined) column += 1;
	return column;
}
