// Every rule there is, in the order of the pages.

import type { RuleSummary } from '../../model/check-report.ts';
import type { Rule } from '../rule.ts';
import { benchmarkRules } from './benchmark/index.ts';
import { changesRules } from './changes/index.ts';
import { filesRules } from './files/index.ts';
import { itemWritingRules } from './item-writing/index.ts';
import { keysRules } from './keys/index.ts';
import { luckRules } from './luck/index.ts';
import { referencesRules } from './references/index.ts';
import { retriesRules } from './retries/index.ts';
import { settingsRules } from './settings/index.ts';
import { shapeRules } from './shape/index.ts';
import { teachingRules } from './teaching/index.ts';
import { variantsRules } from './variants/index.ts';
import { yamlRules } from './yaml/index.ts';

export const rules: readonly Rule[] = [
	...filesRules,
	...yamlRules,
	...shapeRules,
	...referencesRules,
	...keysRules,
	...variantsRules,
	...benchmarkRules,
	...retriesRules,
	...luckRules,
	...teachingRules,
	...itemWritingRules,
	...changesRules,
	...settingsRules,
];

/** What the list of rules and the formats of a check tell of each. */
export const ruleSummaries: readonly RuleSummary[] = rules.map(({ code, severity, family, summary, why }) => ({
	code,
	severity,
	family,
	summary,
	why,
}));

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
	return byCode.get(code);
}
