import type { Rule } from '../../rule.ts';
import { allTrueFalse } from './all-true-false.ts';
import { explanationRepeatsAnswer } from './explanation-repeats-answer.ts';
import { objectiveNotAsked } from './objective-not-asked.ts';
import { sectionBelowQuota } from './section-below-quota.ts';
import { sectionWithoutQuestions } from './section-without-questions.ts';

/** In the order of the pages. */
export const teachingRules: readonly Rule[] = [
	sectionWithoutQuestions,
	sectionBelowQuota,
	objectiveNotAsked,
	explanationRepeatsAnswer,
	allTrueFalse,
];
