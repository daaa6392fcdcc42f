// Text from right to left among text from left to right. Many terminals set the line of a Hebrew or Arabic title as its first
// strong letter says, and draw numbers and signs beside it to its other side. Isolates of our own, in pairs and within one line,
// keep to itself what runs from right to left: what stands around stays where it was put. Terminals without directions ignore them.
// What a deck or a learner brings of such marks never gets here: `safe` makes it visible.

import { unstyled } from './width.ts';

const rightToLeft = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const anyRightToLeft = new RegExp(`[${rightToLeft}]`, 'u');

const fromRight = '\u2067';
const fromLeft = '\u2066';
const end = '\u2069';

/** What is isolated already, or a run from the first letter of the other direction to the last before a letter of ours. */
const run = new RegExp(
	`[\\u2066-\\u2068][^\\u2066-\\u2069]*\\u2069|[${rightToLeft}](?:(?:\\x1b\\[[\\d;]*m|(?![\\u2066-\\u2069])[^\\p{L}\\x1b])*[${rightToLeft}])*`,
	'gu',
);

/** Runs from right to left, each kept to itself. Text that has none is returned as it is. Idempotent. */
export function isolated(text: string): string {
	if (!anyRightToLeft.test(text)) return text;
	return text.replace(run, (found) => (isMark(found) ? found : `${fromRight}${found}${end}`));
}

/** A text of one piece, such as a paragraph or an option, in the direction of its first letter; its lines may be broken by `wrap`. */
export function isolatedWhole(text: string): string {
	if (!anyRightToLeft.test(text) || isMark(text)) return text;
	const first = /\p{L}/u.exec(unstyled(text))?.[0] ?? '';
	return anyRightToLeft.test(first) ? `${fromRight}${text}${end}` : isolated(text);
}

function isMark(text: string): boolean {
	return text.startsWith(fromRight) || text.startsWith(fromLeft);
}

export function isIsolate(character: string): boolean {
	return character >= '\u2066' && character <= '\u2068';
}

export const endOfIsolate = end;
