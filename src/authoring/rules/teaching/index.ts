import type { Rule } from '../../rule.ts';
import { sectionWithoutQuestions } from './section-without-questions.ts';

/** In the order of the pages. */
export const teachingRules: readonly Rule[] = [sectionWithoutQuestions];
