import type { Rule } from '../../rule.ts';
import { alsoOwnSection } from './also-own-section.ts';
import { duplicateId } from './duplicate-id.ts';
import { prerequisiteCycle } from './prerequisite-cycle.ts';
import { repeatedValue } from './repeated-value.ts';
import { requiresItself } from './requires-itself.ts';
import { unknownSection } from './unknown-section.ts';
import { unknownUnit } from './unknown-unit.ts';

/** In the order of the pages. */
export const referencesRules: readonly Rule[] = [
	duplicateId,
	repeatedValue,
	unknownSection,
	alsoOwnSection,
	unknownUnit,
	requiresItself,
	prerequisiteCycle,
];
