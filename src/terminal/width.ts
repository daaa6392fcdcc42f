// How many columns text takes on a screen. Colours, links and marks of direction take none; a character is what a reader counts as one.

import stringWidth from 'fast-string-width';

let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader counts them. What can tell takes long to load, and is asked only where it has to be. */
export function graphemesOf(text: string): Iterable<{ readonly segment: string }> {
	if (simple.test(text)) return Array.from(text, (segment) => ({ segment }));
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	return text.length <= usualPiece ? segmenter.segment(text) : inPieces(text, segmenter);
}

/** Of a text, in code units. */
const usualPiece = 256;

/**
 * The same of a long text, piece by piece: with each character that it tells, a segmenter goes over all of the text that it was given.
 * Where a character begins depends on nothing after it, so that only the last one of a piece is uncertain.
 */
function* inPieces(text: string, segmenter: Intl.Segmenter): Iterable<{ readonly segment: string }> {
	let length = usualPiece;
	for (let from = 0; from < text.length; ) {
		const isPairCut = /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(from + length - 1, from + length + 1));
		const to = from + length + (isPairCut ? 1 : 0);
		const segments = Array.from(segmenter.segment(text.slice(from, to)), ({ segment }) => segment);
		const certain = to < text.length ? segments.slice(0, -1) : segments;
		for (const segment of certain) {
			yield { segment };
			from += segment.length;
		}
		length = certain.length === 0 ? length * 2 : usualPiece;
	}
}

/** Colours and links of our own; none of it can come from outside, since `safe` makes it visible. */
const styling = /\x1b\[[\d;]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)/gu;
const between = new RegExp(`(${styling.source})`, 'u');

/**
 * Characters of one column that join with none of their kind: ASCII, Latin, Greek, Cyrillic, punctuation, arrows, lines and signs. A text
 * of these alone is as wide as it is long, and what knows of all others need not be loaded.
 */
const simple = /^[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u2319\u2500-\u25fc\u270e-\u2727]*$/;

/** A tab is this many spaces wherever it stands. */
export const tabWidth = 4;

/** Without colours and links. */
export function unstyled(text: string): string {
	return text.includes('\x1b') ? text.replace(styling, '') : text;
}

/** Letters with marks that have a form of their own take it; the letter that ends a colour of ours is none of them. */
export function composed(text: string): string {
	if (!text.includes('\x1b')) return text.normalize();
	return text
		.split(between)
		.map((part) => part.normalize())
		.join('');
}

/** Columns the text takes, on one line. */
export function widthOf(text: string): number {
	if (simple.test(text)) return text.length;
	const shown = unstyled(text);
	if (simple.test(shown)) return shown.length;
	let columns = 0;
	for (const { segment } of graphemesOf(shown)) columns += columnsFor(segment);
	return columns;
}

/** Drawn over the character before, or not at all. */
const weightless = /[\p{Mn}\p{Me}\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const besideItsLetter = /\p{Mc}/gu;

/** Korean letters that join to one syllable. */
const joinedSyllable = /^[\u1100-\u115f\ua960-\ua97c][\u1160-\u11ff\ud7b0-\ud7fb]/u;

/**
 * Columns of one character as a reader counts them: an emoji is two, with all that is joined to it. Marks that stand beside their
 * letter, as in Devanagari, are one more each: so count the terminals that go by code points, and those are the most.
 */
export function columnsFor(character: string): number {
	if (character.length === 1 && simple.test(character)) return 1;
	const known = measured.get(character);
	if (known !== undefined) return known;
	if (measured.size > 5_000) measured.clear();
	const columns = measure(character);
	measured.set(character, columns);
	return columns;
}

/** Texts are made of few characters, and measuring one takes a while. */
const measured = new Map<string, number>();

function measure(character: string): number {
	if (character === '\t') return tabWidth;
	if (pictograph.test(character)) return Math.min(2, stringWidth(character));
	if (joinedSyllable.test(character)) return 2;
	return stringWidth(character.replace(weightless, '')) + (character.match(besideItsLetter)?.length ?? 0);
}

const mark = /^[\u2066-\u2069]$/u;

/**
 * Columns of the same character on a terminal that draws its parts one after the other: a family of three is six there. A line
 * that is filled by this measure breaks on no terminal.
 */
export function mostColumnsFor(character: string): number {
	const columns = columnsFor(character);
	if (character.length === 1) return mark.test(character) ? 1 : columns;
	if (/^\p{Regional_Indicator}/u.test(character)) return Math.max(2, columns);
	let sum = 0;
	for (const part of character) sum += columnsFor(part);
	return Math.max(columns, sum);
}
