// A list of options that fits the screen: wrapped with a hanging indent, and windowed around the cursor when it is too long.

import { hanging, textWidth } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Size } from '../terminal-io.ts';
import { type Frame, type Key, letterOf } from './program.ts';

export interface OptionLine {
	/** Sign and number before the text; the same width for every option of a list. */
	readonly lead: string;
	readonly text: string;
	readonly marked: boolean;
}

/**
 * At most `rows` lines (at least 3), the option at `cursor` among them; what is above and below is counted.
 *
 * @param keys what leads there, where that is not plain from the footer.
 */
export function optionLines(
	options: readonly OptionLine[],
	cursor: number,
	width: number,
	rows: number,
	style: Style,
	keys?: { readonly up: string; readonly down: string },
): string[] {
	const blocks = options.map((option) => {
		const lines = hanging(option.lead, option.text, width);
		return option.marked ? lines.map(style.accent) : lines;
	});
	if (heightOf(blocks) <= rows) return blocks.flat();

	const room = Math.max(1, rows - 2);
	let first = Math.max(0, Math.min(cursor, blocks.length - 1));
	let end = first + 1;
	for (;;) {
		const canGrowDown = end < blocks.length && heightOf(blocks.slice(first, end + 1)) <= room;
		const canGrowUp = first > 0 && heightOf(blocks.slice(first - 1, end)) <= room;
		if (canGrowUp && (cursor - first < end - 1 - cursor || !canGrowDown)) first -= 1;
		else if (canGrowDown) end += 1;
		else break;
	}
	const { up, down, dot } = style.signs;
	const by = (name: string | undefined) => (name === undefined ? '' : ` ${dot} ${name}`);
	const above = first === 0 ? '' : `${up} ${first} more${by(keys?.up)}`;
	const below = end === blocks.length ? '' : `${down} ${blocks.length - end} more${by(keys?.down)}`;
	return [
		...(above === '' ? [] : [style.dim(above)]),
		...blocks.slice(first, end).flat().slice(0, room),
		...(below === '' ? [] : [style.dim(below)]),
	];
}

/** A list between what stands above it and its keys below, no higher than the screen. */
export function listFrame(
	{
		above = [],
		below,
		options,
		cursor,
	}: {
		readonly above?: readonly string[];
		readonly below: readonly string[];
		readonly options: readonly OptionLine[];
		readonly cursor: number;
	},
	size: Size,
	style: Style,
): Frame {
	const rows = Math.max(3, size.rows - above.length - below.length - 1);
	const list = optionLines(options, cursor, textWidth(size.columns), rows, style);
	return { lines: [...above, ...list, '', ...below].slice(-size.rows) };
}

function heightOf(blocks: readonly (readonly string[])[]): number {
	return blocks.reduce((height, block) => height + block.length, 0);
}

/** Letters that mean the same in every question and list: they name nothing else. */
const taken = 'behijkqr';

/** Letters that can name something, in order. */
export const freeLetters: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.includes(letter));

/** The key that marks the option at `index`, as it stands before it: a digit (0 the tenth), then the free letters; a space where none is left. */
export function labelOf(index: number): string {
	return index < 10 ? String((index + 1) % 10) : (freeLetters[index - 10] ?? ' ');
}

/** The option whose label was pressed; undefined: none of them. */
export function optionNamed(key: Key, count: number): number | undefined {
	const letter = letterOf(key);
	if (letter === undefined || letter === ' ') return undefined;
	const index = /^[0-9]$/.test(letter)
		? (Number(letter) + 9) % 10
		: freeLetters.includes(letter)
			? freeLetters.indexOf(letter) + 10
			: count;
	return index < count ? index : undefined;
}

/** `1-4`; beyond ten the labels that stand there say more than a list of them would. */
export function labelsFor(count: number): string {
	if (count < 10) return count === 1 ? '1' : `1-${count}`;
	return count === 10 ? '1-9, 0' : '1-9, 0, letters';
}
