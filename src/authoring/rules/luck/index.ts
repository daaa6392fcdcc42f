import type { Rule } from '../../rule.ts';

/** In the order of the pages. */
export const luckRules: readonly Rule[] = [];
