import type { Rule } from '../../rule.ts';
import { unknownKey } from './unknown-key.ts';

/** In the order of the pages. */
export const shapeRules: readonly Rule[] = [unknownKey];
