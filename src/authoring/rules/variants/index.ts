import type { Rule } from '../../rule.ts';
import { collidingValues } from './colliding-values.ts';
import { fewVariants } from './few-variants.ts';
import { formula } from './formula.ts';
import { noSuchVariable } from './no-such-variable.ts';
import { noValues } from './no-values.ts';
import { nothingVaries } from './nothing-varies.ts';
import { rarelyMet } from './rarely-met.ts';
import { unusedVariable } from './unused-variable.ts';
import { unworkableValues } from './unworkable-values.ts';
import { variableName } from './variable-name.ts';
import { variableValues } from './variable-values.ts';

/** In the order of the pages. */
export const variantsRules: readonly Rule[] = [
	variableName,
	variableValues,
	formula,
	noSuchVariable,
	unusedVariable,
	nothingVaries,
	noValues,
	unworkableValues,
	collidingValues,
	rarelyMet,
	fewVariants,
];
