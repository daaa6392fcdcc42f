import type { Rule } from '../../rule.ts';
import { longestOption } from './longest-option.ts';

/** In the order of the pages. */
export const itemWritingRules: readonly Rule[] = [longestOption];
