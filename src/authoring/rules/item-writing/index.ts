import type { Rule } from '../../rule.ts';
import { absoluteTerms } from './absolute-terms.ts';
import { allOfTheAbove } from './all-of-the-above.ts';
import { answerInOtherStem } from './answer-in-other-stem.ts';
import { answerInStem } from './answer-in-stem.ts';
import { clang } from './clang.ts';
import { doubleNegative } from './double-negative.ts';
import { grammarCue } from './grammar-cue.ts';
import { hardCodedThreshold } from './hard-coded-threshold.ts';
import { keyPosition } from './key-position.ts';
import { longestOption } from './longest-option.ts';
import { longestOptionPool } from './longest-option-pool.ts';
import { manyParts } from './many-parts.ts';
import { negativeStem } from './negative-stem.ts';
import { noneOfTheAbove } from './none-of-the-above.ts';
import { optionLetters } from './option-letters.ts';
import { similarStems } from './similar-stems.ts';

/** In the order of the pages: what gives the key away, then what makes a question hard to read, then what goes stale. */
export const itemWritingRules: readonly Rule[] = [
	longestOption,
	longestOptionPool,
	clang,
	grammarCue,
	absoluteTerms,
	allOfTheAbove,
	noneOfTheAbove,
	keyPosition,
	answerInStem,
	answerInOtherStem,
	similarStems,
	optionLetters,
	negativeStem,
	doubleNegative,
	manyParts,
	hardCodedThreshold,
];
