import type { Rule } from '../../rule.ts';

/** In the order of the pages. */
export const benchmarkRules: readonly Rule[] = [];
