// All that lets a reader pick or strike out an option without knowing the subject. Nothing here knows which option is right.

import type { ChoiceQuestion } from '../../model/deck.ts';
import { absoluteTermsIn } from './absolute-terms.ts';
import { agreementOf } from './agreement.ts';
import { clangOf } from './clang.ts';
import { isMuchLonger, lengthsOf } from './lengths.ts';
import { allOfThemIn, noneOfThemIn } from './options-about-options.ts';

/** What a test-wise reader sees of a choice question. Options are named by their index in `question.options`. */
export interface Cues {
	/** The one that is longer than every other. */
	readonly longest?: number;
	/** The longest, where it is so by far. */
	readonly muchLonger?: number;
	/** All further ones are for English decks alone. */
	readonly allOfTheAbove?: number;
	readonly noneOfTheAbove?: number;
	/** Those with `always`, `never` and the like. */
	readonly absolute: readonly number[];
	/** The one that alone repeats a word of the stem. */
	readonly clang?: number;
	/** Where the stem ends with an article or a verb that fits some and not others: those it fits. */
	readonly agreeing?: readonly number[];
}

export function cuesOf(question: ChoiceQuestion, english: boolean): Cues {
	const { longest, next, index } = lengthsOf(question);
	const length = {
		...(longest > next ? { longest: index } : {}),
		...(isMuchLonger(longest, next) ? { muchLonger: index } : {}),
	};
	if (!english) return { ...length, absolute: [] };
	const all = allOfThemIn(question);
	const none = noneOfThemIn(question);
	const clang = clangOf(question)?.option;
	const agreeing = agreementOf(question)?.fitting;
	return {
		...length,
		...(all === undefined ? {} : { allOfTheAbove: all }),
		...(none === undefined ? {} : { noneOfTheAbove: none }),
		absolute: absoluteTermsIn(question).map(({ option }) => option),
		...(clang === undefined ? {} : { clang }),
		...(agreeing === undefined ? {} : { agreeing }),
	};
}
