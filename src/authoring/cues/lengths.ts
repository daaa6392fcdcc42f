// How long the options of a question are, beside each other.

import type { ChoiceQuestion } from '../../model/deck.ts';
import { questionWords } from './words.ts';

/** An option is conspicuous that is this many times as long as the next, and at least this long in characters. */
const ratio = 1.5;
const shortest = 15;

/** In characters as shown. `index` is that of (one of) the longest, `next` the length of the longest among the others. */
export function lengthsOf(question: ChoiceQuestion): { readonly longest: number; readonly next: number; readonly index: number } {
	let longest = 0;
	let next = 0;
	let index = 0;
	const { options, optionsText } = questionWords(question);
	const hasPairs = surrogatePair.test(optionsText);
	for (const [place, text] of options.entries()) {
		const length = hasPairs ? [...text].length : text.length;
		if (length > longest) {
			next = longest;
			longest = length;
			index = place;
		} else if (length > next) next = length;
	}
	return { longest, next, index };
}

export function isMuchLonger(longest: number, next: number): boolean {
	return longest >= shortest && longest >= ratio * next;
}

/** One character in two units of a string. */
const surrogatePair = /[\u{10000}-\u{10ffff}]/u;
