import { formPlanOf } from '../../../engine/form-plan.ts';
import type { Unit } from '../../../model/deck.ts';
import { decidingPlace } from '../../deciding-place.ts';
import { badUnit, exampleUnit } from '../../example-unit.ts';
import { nothing, type UnitRule } from '../../rule.ts';
import { afterDraw } from './draw-above-pool.ts';
import { floorDecides, sectionsAskedTwice } from './shared-floor.ts';

export const floorWithoutEffect: UnitRule = {
	scope: 'unit',
	code: 'floor-without-effect',
	family: 'benchmark',
	severity: 'warning',
	summary: 'The floor decides nothing that the benchmark does not decide',
	why: `A floor keeps a learner from mastering a unit with nothing right in one of its sections. It looks only at sections that are asked
twice or more. And where the benchmark allows few misses, these cannot empty a section: with 9 of 10 there is one miss, and a section
asked twice has one right in any case.

Learners would read a rule that does nothing. Remove it, or set one that decides.`,
	good: [exampleUnit({ head: ['benchmark: 80%', 'draw: 10', 'floor: 4'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['benchmark: 90%', 'draw: 10', 'floor: 1'], sections: { commits: 15, trees: 15 } },
			`unit.yaml:5:8: warning: \`floor: 1\` decides nothing: whoever has 9 of 10 right has 1 right in each section that is asked twice or more [floor-without-effect]
  4 │ draw: 10
  5 │ floor: 1
    │        ^
  6 │ sections:
  help: Remove it.`,
		),
		badUnit(
			{
				head: ['benchmark: 80%', 'draw: 6', 'passes: 2', 'floor: 1'],
				sections: { commits: 4, trees: 4, blobs: 4, tags: 4, refs: 4, index: 4 },
			},
			`unit.yaml:6:8: warning: \`floor: 1\` decides nothing: no section is asked twice [floor-without-effect]
  5 │ passes: 2
  6 │ floor: 1
    │        ^
  7 │ sections:
  help: Remove it.`,
		),
	],
	check: (checked) => {
		const { unit } = checked;
		const { floor } = unit.rule;
		if (floor === 0 || floorDecides(unit, floor)) return nothing;
		const above = sectionsAskedTwice(unit).some(({ most }) => most < floor);
		return [
			{
				...decidingPlace(checked, 'floor', 'benchmark'),
				...afterDraw(unit, ...(above ? ['floor-above-quota'] : [])),
				message: `\`floor: ${floor}\` decides nothing: ${reasonIn(unit, floor)}`,
				help: helpIn(unit, floor),
			},
		];
	},
};

function reasonIn(unit: Unit, floor: number): string {
	const { right, asked } = formPlanOf(unit).need;
	if (sectionsAskedTwice(unit).length === 0) return 'no section is asked twice';
	if (right === asked) return 'the benchmark asks for every question';
	return `whoever has ${right} of ${asked} right has ${floor} right in each section that is asked twice or more`;
}

function helpIn(unit: Unit, floor: number): string {
	const most = Math.max(0, ...sectionsAskedTwice(unit).map((each) => each.most));
	const stricter = Array.from({ length: Math.max(0, most - 1) }, (_, index) => index + 1).find(
		(each) => each > floor && floorDecides(unit, each),
	);
	return stricter === undefined ? 'Remove it.' : `Remove it, or set \`floor: ${stricter}\`, which decides.`;
}
