// A list of options that fits the screen: wrapped with a hanging indent, and windowed around the cursor when it is too long.

import { hanging } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Key } from './program.ts';
import { letterOf } from './program.ts';

export interface OptionLine {
	/** Sign and number before the text; the same width for every option of a list. */
	readonly lead: string;
	readonly text: string;
	readonly marked: boolean;
}

/** At most `rows` lines (at least 3), the option at `cursor` among them; what is above and below is counted. */
export function optionLines(options: readonly OptionLine[], cursor: number, width: number, rows: number, style: Style): string[] {
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
	const above = first === 0 ? '' : `${style.signs.up} ${first} more`;
	const below = end === blocks.length ? '' : `${style.signs.down} ${blocks.length - end} more`;
	return [
		...(above === '' ? [] : [style.dim(above)]),
		...blocks.slice(first, end).flat().slice(0, room),
		...(below === '' ? [] : [style.dim(below)]),
	];
}

function heightOf(blocks: readonly (readonly string[])[]): number {
	return blocks.reduce((height, block) => height + block.length, 0);
}

/** Letters that mean something else in every list of options. */
const taken = 'hijkq';

/** The option that a digit (1 to 9, 0 the tenth) or a letter (a the first, but for those taken) names; undefined: none of them. */
export function optionNamed(key: Key, count: number): number | undefined {
	const letter = letterOf(key);
	if (letter === undefined || taken.includes(letter)) return undefined;
	const index = /^[0-9]$/.test(letter) ? (Number(letter) + 9) % 10 : /^[a-z]$/.test(letter) ? letter.charCodeAt(0) - 97 : count;
	return index < count ? index : undefined;
}

/** `1-4` */
export function digitsFor(count: number): string {
	return count === 1 ? '1' : `1-${Math.min(count, 9)}`;
}

/** `1-4, a-d`; the letters end before those taken. */
export function namesFor(count: number): string {
	return count < 2 ? digitsFor(count) : `${digitsFor(count)}, a-${String.fromCharCode(96 + Math.min(count, 7))}`;
}

/** The number before the option at `index`, or spaces where no digit names it. */
export function numberOf(index: number): string {
	return index < 9 ? String(index + 1) : index === 9 ? '0' : ' ';
}
