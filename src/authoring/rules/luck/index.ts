import type { Rule } from '../../rule.ts';
import { blindLuck } from './blind-luck.ts';
import { luckAtSixty } from './luck-at-sixty.ts';

/** In the order of the pages. */
export const luckRules: readonly Rule[] = [blindLuck, luckAtSixty];
