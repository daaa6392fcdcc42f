import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import type { Unit } from '../../../model/deck.ts';
import { decidingPlace } from '../../deciding-place.ts';
import { badUnit, exampleUnit } from '../../example-unit.ts';
import { type Finding, nothing, type UnitRule } from '../../rule.ts';
import { groupNoteIn } from '../shared-wording.ts';

function drawsTooMany(unit: Unit): boolean {
	return unit.draw > formPlanOf(unit).pool;
}

/** For findings of other rules about the unit's numbers: before this is mended they are not worth saying. */
export function afterDraw(unit: Unit, ...unless: readonly string[]): Pick<Finding, 'unless'> {
	return { unless: drawsTooMany(unit) ? ['draw-above-pool', ...unless] : unless };
}

export const drawAbovePool: UnitRule = {
	scope: 'unit',
	code: 'draw-above-pool',
	family: 'benchmark',
	severity: 'error',
	summary: 'A form asks for more questions than the unit has',
	why: `Each form would be the whole pool, shorter than you said, and every retry the same questions again. A \`group\` counts as one
question, since a form never holds two of one group.

Write more questions, or draw fewer. Learners are not kept out: they are asked what there is. Until this is mended, nothing else is said
about the unit's numbers, unless it matters more than this rule in your settings.`,
	good: [exampleUnit({ head: ['draw: 10'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['draw: 10'], sections: { commits: 4, trees: 4 } },
			`unit.yaml:3:7: error: A form asks for 10 questions, but the unit has 8 [draw-above-pool]
  2 │ title: Commits are snapshots
  3 │ draw: 10
    │       ^~
  4 │ sections:
  help: Write 2 more, or 22 more for two fresh retries as well; or set a smaller \`draw\`.`,
		),
	],
	check: (checked) => {
		const { unit } = checked;
		if (!drawsTooMany(unit)) return nothing;
		const { pool } = formPlanOf(unit);
		return [
			{
				...decidingPlace(checked, 'draw'),
				message: `A form asks for ${counted(unit.draw, 'question')}, but the unit has ${pool}${groupNoteIn(unit)}`,
				help: `Write ${unit.draw - pool} more, or ${3 * unit.draw - pool} more for two fresh retries as well; or set a smaller \`draw\`.`,
			},
		];
	},
};
