// A word of the stem that rings again in one option.

import type { ChoiceQuestion } from '../../model/deck.ts';
import { findWord, questionWords, rootOf, shortestSubject, subjectWords } from './words.ts';

/** A word rings that has this many letters in the stem. */
const ringing = 5;

/** In a longer stem nobody hears a word ring. In words. */
const longestStem = 300;

/** Words of one family mostly agree in so many first letters. */
const beginning = 4;

/**
 * The option that repeats a subject word of the stem (by its root) which no other option has. Not where two options have such
 * words of their own, nor where another option has a word that begins alike (`divided`, `division`). English.
 */
export function clangOf(question: ChoiceQuestion): { readonly option: number; readonly word: string } | undefined {
	const { stem, options, optionsText } = questionWords(question);
	let found: { readonly option: number; readonly word: string } | undefined;
	let holder: number | undefined;
	if (stem.length > longestStem) return undefined;
	const candidates = stem.filter((word) => word.length >= shortestSubject && optionsText.includes(word.slice(0, beginning - 1)));
	if (candidates.length === 0) return undefined;
	for (const { word, root } of subjectWords(candidates)) {
		const begins = root.replace(/i$/u, '').slice(0, beginning);
		const alike = options.flatMap((text, option) => (text.includes(begins) ? [option] : []));
		const holders = alike.flatMap((option) => {
			const held = findWord(options[option] ?? '', begins, (each) => rootOf(each) === root);
			return held === undefined ? [] : [{ option, word: held }];
		});
		const [own, another] = holders;
		if (own === undefined || another !== undefined) continue;
		if (holder !== undefined && holder !== own.option) return undefined;
		holder = own.option;
		const alone = alike.every((option) => option === own.option || findWord(options[option] ?? '', begins, () => true) === undefined);
		if (found === undefined && word.length >= ringing && alone) found = own;
	}
	return found;
}
