// The rules of `gradus check`, a line or two each.

import type { RuleSummary } from '../../model/check-report.ts';
import { comfortable, hanging, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { commandLine } from './wording.ts';

/** Narrower than this, a summary goes on below its code. */
const roomForTwoColumns = 60;

export function renderRules(rules: readonly RuleSummary[], style: Style, columns: number): string {
	const width = comfortable(columns);
	const families = [...new Set(rules.map(({ family }) => family))];
	const longest = Math.max(...rules.map(({ code }) => widthOf(code)));
	const line = ({ code, summary }: RuleSummary) => {
		if (width < roomForTwoColumns) return hanging(`  ${style.accent(code)}  `, summary, width);
		const lead = ' '.repeat(longest + 4);
		return wrap(summary, width - lead.length).map(
			(part, index) => (index === 0 ? `  ${style.accent(code.padEnd(longest))}  ` : lead) + part,
		);
	};
	return [
		...families.flatMap((family) => [
			style.title(family.replace('-', ' ')),
			...rules.filter((rule) => rule.family === family).flatMap(line),
			'',
		]),
		...commandLine('Why, and what to do, with examples:', 'gradus explain longest-option', width, style),
	].join('\n');
}
