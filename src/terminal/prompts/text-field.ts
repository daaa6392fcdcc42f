// One line of text with a caret in it, edited as in a shell. What the text is for stays out.

import { graphemesOf, widthOf } from '../layout.ts';
import { safe } from '../safe.ts';
import type { Key } from './program.ts';

/** Split at the caret; in whole characters as a reader counts them. */
export interface Field {
	readonly before: readonly string[];
	readonly after: readonly string[];
}

export const emptyField: Field = { before: [], after: [] };

/** Characters; more are not taken. */
export const longestField = 2_000;

export const fieldIsFull = 'That is as long as an answer may be.';

export function textOf({ before, after }: Field): string {
	return [...before, ...after].join('');
}

/** Nothing, or nothing but spaces. */
export function isEmpty(field: Field): boolean {
	return textOf(field).trim() === '';
}

/** The caret is at the end, so that one types on. */
export function fieldOf(text: string): Field {
	return { before: charactersOf(text), after: [] };
}

/** The field after an editing key or a typed character; `full`: it would take more than a field holds. Other keys leave it as it is. */
export function edited(field: Field, key: Key): Field | 'full' {
	const { before, after } = field;
	const all = [...before, ...after];
	const name = key.ctrl ? `ctrl-${key.name}` : key.name;
	switch (name) {
		case 'left':
		case 'ctrl-b':
			return { before: before.slice(0, -1), after: [...before.slice(-1), ...after] };
		case 'right':
		case 'ctrl-f':
			return { before: [...before, ...after.slice(0, 1)], after: after.slice(1) };
		case 'home':
		case 'ctrl-a':
			return { before: [], after: all };
		case 'end':
		case 'ctrl-e':
			return { before: all, after: [] };
		case 'backspace':
		case 'ctrl-h':
			return { before: before.slice(0, -1), after };
		case 'delete':
		case 'ctrl-d':
			return { before, after: after.slice(1) };
		case 'ctrl-u':
			return { before: [], after };
		case 'ctrl-k':
			return { before, after: [] };
		case 'ctrl-w':
			return { before: charactersOf(before.join('').replace(/\S+\s*$/u, '')), after };
		case 'return':
		case 'enter':
			// Only out of a paste: elsewhere the key has a meaning of its own.
			return typed(field, ' ');
		default:
			return key.text === undefined || key.ctrl ? field : typed(field, key.text);
	}
}

/** Only the last character can join with what comes: a mark, a part of an emoji. */
function typed({ before, after }: Field, text: string): Field | 'full' {
	if (before.length + after.length >= longestField) return 'full';
	return { before: [...before.slice(0, -1), ...charactersOf([...(before.at(-1) ?? ''), text].join(''))], after };
}

function charactersOf(text: string): string[] {
	return [...graphemesOf(text)].map(({ segment }) => segment);
}

/** As much of the text as fits around the caret, which itself needs a column. Safe. */
export function windowed(field: Field, room: number, ellipsis: string): { readonly text: string; readonly caret: number } {
	const before = safe(field.before.join(''));
	const after = safe(field.after.join(''));
	if (widthOf(before + after) < room) return { text: before + after, caret: widthOf(before) };
	const left = fitting(field.before.map(safe).reverse(), room - 1 - widthOf(ellipsis))
		.reverse()
		.join('');
	const cutLeft = left.length < before.length;
	const shownLeft = (cutLeft ? ellipsis : '') + left;
	const right = fitting(field.after.map(safe), room - 1 - widthOf(shownLeft)).join('');
	return { text: shownLeft + right, caret: widthOf(shownLeft) };
}

function fitting(segments: readonly string[], room: number): string[] {
	const kept: string[] = [];
	let used = 0;
	for (const segment of segments) {
		used += widthOf(segment);
		if (used > room) break;
		kept.push(segment);
	}
	return kept;
}
