// Keys that a stem may give away: of typed keys, blanks and single choices. What is ticked or true is no phrase to be found elsewhere.

import { readNumber } from '../../../engine/read-number.ts';
import type { Question } from '../../../model/deck.ts';
import { holdsPhrase, plainly, questionWords } from '../../cues/words.ts';

export interface KeyPhrase {
	/** As written. */
	readonly text: string;
	/** As shown, in lower case, without the stop at its end. */
	readonly phrase: string;
}

/** Shorter ones stand in many texts by accident. In characters. */
const shortest = 4;

/** The keys of four characters or more that are not numbers. */
export function keyPhrasesOf(question: Question): readonly KeyPhrase[] {
	if (question.type === 'text') return question.keys.flatMap((key) => phraseOf(key, plainly(key).trim()));
	if (question.type === 'cloze') return question.blanks.flatMap(({ keys }) => keys.flatMap((key) => phraseOf(key, plainly(key).trim())));
	if (question.type !== 'choice') return none;
	const index = question.options.findIndex(({ right }) => right);
	return phraseOf(question.options[index]?.text ?? '', questionWords(question).options[index] ?? '');
}

const none: readonly KeyPhrase[] = [];

/** @param shown the key as `plainly` shows it. */
function phraseOf(text: string, shown: string): readonly KeyPhrase[] {
	const phrase = shown.replace(/[.!?]$/u, '');
	return phrase.length >= shortest && !isNumber(phrase) ? [{ text, phrase }] : none;
}

/** `1,000`, `3.8e5`, `0x1f`; also what has no letter at all. */
function isNumber(phrase: string): boolean {
	if (wordsAlone.test(phrase)) return false;
	return !/\p{L}/u.test(phrase) || basedNumber.test(phrase) || readNumber(phrase).ok;
}

/** Without a digit nothing is a number. Most answers are such words, and few ways of writing numbers need to be tried. */
const wordsAlone = /^[a-z][a-z ,.'-]*$/u;
const basedNumber = /^[-+]?0(?:x[\da-f_]+|o[0-7_]+|b[01_]+)$/u;

/** The stem of `holder` holds the key, and no option of `asked` that is wrong. */
export function stemHolds(holder: Question, { phrase }: KeyPhrase, asked: Question): boolean {
	const stem = questionWords(holder).stemText;
	if (!holdsPhrase(stem, phrase)) return false;
	if (asked.type !== 'choice') return true;
	const { options } = questionWords(asked);
	return !asked.options.some(({ right }, index) => !right && holdsPhrase(stem, options[index] ?? ''));
}
