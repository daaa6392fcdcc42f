import type { Rule } from '../../rule.ts';
import { fewFreshRetries } from './few-fresh-retries.ts';
import { noFreshRetry } from './no-fresh-retry.ts';

/** In the order of the pages. */
export const retriesRules: readonly Rule[] = [noFreshRetry, fewFreshRetries];
