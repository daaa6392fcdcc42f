// The keys valid now: one line of the main ones, or, under `h`, the list of all.

import { hanging, pad, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';

export interface KeyHint {
	readonly keys: string;
	readonly does: string;
	/** `h`: shown under `h` only. `room`: in the line too, where there is room for everything. */
	readonly when?: 'h' | 'room';
}

export function keyHint(keys: string, does: string, when?: KeyHint['when']): KeyHint {
	return when === undefined ? { keys, does } : { keys, does, when };
}

/** One line that fits the width, hints left out where they do not fit (never `listKeys`); or the whole list, wrapped. */
export function footer(hints: readonly KeyHint[], help: boolean, width: number, style: Style, listKeys = 'h keys'): string[] {
	return help ? allKeys(hints, width, style) : [mainKeys(hints, width, style, listKeys)];
}

/** The hints and `listKeys` fit one line. */
export function fitsOneLine(hints: readonly KeyHint[], width: number, style: Style, listKeys: string): boolean {
	return widthOf(lineOf(hints, style, listKeys)) <= width;
}

function mainKeys(hints: readonly KeyHint[], width: number, style: Style, listKeys: string): string {
	const all = hints.filter((hint) => hint.when !== 'h');
	let shown = all;
	if (!fitsOneLine(shown, width, style, listKeys)) shown = all.filter((hint) => hint.when === undefined);
	while (shown.length > 0 && !fitsOneLine(shown, width, style, listKeys)) shown = shown.slice(0, -1);
	return style.dim(lineOf(shown, style, listKeys));
}

function lineOf(hints: readonly KeyHint[], { signs }: Style, listKeys: string): string {
	return [...hints.map(({ keys, does }) => `${keys} ${does}`.trimEnd()), listKeys].join(` ${signs.dot} `);
}

function allKeys(hints: readonly KeyHint[], width: number, style: Style): string[] {
	const listed = [...hints, { keys: 'h', does: 'hide this list' }];
	const column = Math.min(Math.max(...listed.map((hint) => widthOf(hint.keys))), Math.floor(width / 2));
	return listed.flatMap((hint) =>
		widthOf(hint.keys) > column
			? [...wrap(hint.keys, width), ...hanging('  ', hint.does, width)].map(style.dim)
			: hanging(`${pad(hint.keys, column)}  `, hint.does, width).map(style.dim),
	);
}
