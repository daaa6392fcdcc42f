import { listed } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { decidingPlace } from '../../deciding-place.ts';
import { badUnit, exampleUnit } from '../../example-unit.ts';
import { nothing, type UnitRule } from '../../rule.ts';
import { afterDraw } from './draw-above-pool.ts';
import { sectionsAskedTwice } from './shared-floor.ts';

export const floorAboveQuota: UnitRule = {
	scope: 'unit',
	code: 'floor-above-quota',
	family: 'benchmark',
	severity: 'error',
	summary: 'The floor is more than a form asks of a section',
	why: `A floor says how many must be right in each section that is asked twice or more. Where fewer are asked, it can only mean all of
them, so that one slip in a section undoes an attempt that meets the benchmark.

It is an error where no section is asked that many, and a warning where some are and some are not. Lower the floor, draw more
questions, or give the sections that are named more \`weight\`.`,
	good: [exampleUnit({ head: ['benchmark: 80%', 'draw: 10', 'floor: 4'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['benchmark: 80%', 'draw: 10', 'floor: 6'], sections: { commits: 15, trees: 15 } },
			`unit.yaml:5:8: error: \`floor: 6\` is more than a form asks of any section, 5 at most, so that it means all of them [floor-above-quota]
  4 │ draw: 10
  5 │ floor: 6
    │        ^
  6 │ sections:
  help: Set \`floor: 4\` or less, or draw more questions.`,
		),
	],
	check: (checked) => {
		const { unit } = checked;
		const { floor } = unit.rule;
		const asked = floor === 0 ? [] : sectionsAskedTwice(unit);
		const above = asked.filter(({ most }) => most < floor);
		if (above.length === 0) return nothing;
		const most = Math.max(...asked.map((each) => each.most));
		const place = { ...decidingPlace(checked, 'floor', 'draw'), ...afterDraw(unit) };
		if (above.length === asked.length) {
			return [
				{
					...place,
					message: `\`floor: ${floor}\` is more than a form asks of any section, ${most} at most, so that it means all of them`,
					help: `Set \`floor: ${most - 1}\`${most > 2 ? ' or less' : ''}, or draw more questions.`,
				},
			];
		}
		const names = listed(
			above.map(({ section }) => section),
			'and',
		);
		return [
			{
				...place,
				severity: 'warning',
				message: `\`floor: ${floor}\` is more than a form asks of ${names}, so that it means all of them there`,
				help: 'Set a smaller `floor`, give these sections more `weight`, or draw more questions.',
			},
		];
	},
};
