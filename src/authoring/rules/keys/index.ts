import type { Rule } from '../../rule.ts';
import { answerOutsideRange } from './answer-outside-range.ts';
import { blankWithoutMark } from './blank-without-mark.ts';
import { feedbackOnKey } from './feedback-on-key.ts';
import { keyNotAmongOptions } from './key-not-among-options.ts';
import { markWithoutBlank } from './mark-without-blank.ts';
import { misgradedKey } from './misgraded-key.ts';
import { noWrongOption } from './no-wrong-option.ts';
import { numberForm } from './number-form.ts';
import { optionsAndDistractors } from './options-and-distractors.ts';
import { patternRefusesAnswer } from './pattern-refuses-answer.ts';
import { patternSyntax } from './pattern-syntax.ts';
import { rangeAndTolerance } from './range-and-tolerance.ts';
import { rangeOrder } from './range-order.ts';
import { repeatedMark } from './repeated-mark.ts';
import { sameAnswers } from './same-answers.ts';
import { sameOptions } from './same-options.ts';
import { similarAnswers } from './similar-answers.ts';
import { similarOptions } from './similar-options.ts';
import { toleranceForm } from './tolerance-form.ts';
import { toleranceOnZero } from './tolerance-on-zero.ts';
import { typosReachOtherAnswer } from './typos-reach-other-answer.ts';
import { wideTolerance } from './wide-tolerance.ts';

/** In the order of the pages. */
export const keysRules: readonly Rule[] = [
	optionsAndDistractors,
	keyNotAmongOptions,
	noWrongOption,
	sameOptions,
	similarOptions,
	feedbackOnKey,
	sameAnswers,
	similarAnswers,
	patternSyntax,
	patternRefusesAnswer,
	numberForm,
	toleranceForm,
	toleranceOnZero,
	rangeOrder,
	answerOutsideRange,
	rangeAndTolerance,
	blankWithoutMark,
	markWithoutBlank,
	repeatedMark,
	misgradedKey,
	typosReachOtherAnswer,
	wideTolerance,
];
