// The keys valid now: one line of the main ones, or, under `h`, the list of all.

import { hanging, pad, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';

export interface KeyHint {
	readonly keys: string;
	readonly does: string;
	/** Shown under `h` only. */
	readonly more?: boolean;
}

/** One line that fits the width, its last hints left out where they do not (never `listKeys`); or the whole list, wrapped. */
export function footer(hints: readonly KeyHint[], help: boolean, width: number, style: Style, listKeys = 'h keys'): string[] {
	return help ? allKeys(hints, width, style) : [mainKeys(hints, width, style, listKeys)];
}

function mainKeys(hints: readonly KeyHint[], width: number, style: Style, listKeys: string): string {
	const separator = ` ${style.signs.dot} `;
	let line = '';
	for (const hint of hints.filter((each) => !each.more)) {
		const longer = `${line}${hint.keys} ${hint.does}${separator}`;
		if (widthOf(longer + listKeys) > width) break;
		line = longer;
	}
	return style.dim(line + listKeys);
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
