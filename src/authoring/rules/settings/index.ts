import type { Rule } from '../../rule.ts';
import { silencerForm } from './silencer-form.ts';
import { unknownRule } from './unknown-rule.ts';
import { unusedSilencer } from './unused-silencer.ts';

/** In the order of the pages. */
export const settingsRules: readonly Rule[] = [unknownRule, silencerForm, unusedSilencer];
