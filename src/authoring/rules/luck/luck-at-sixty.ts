import { learnerLuck } from '../../../engine/luck.ts';
import { exceeds } from '../../../engine/odds.ts';
import { luckText } from '../../chance-text.ts';
import { decidingPlace } from '../../deciding-place.ts';
import { badUnit, exampleUnit } from '../../example-unit.ts';
import { nothing, type UnitRule } from '../../rule.ts';
import { afterDraw } from '../benchmark/draw-above-pool.ts';
import { remedies } from './shared-remedies.ts';

/** The learner whom luck is measured with: right with this chance, whatever is asked. */
export const halfReady = 0.6;

/** The chance of the first possible mastery above which this speaks. */
const tolerable = 0.2;

export const luckAtSixty: UnitRule = {
	scope: 'unit',
	code: 'luck-at-sixty',
	family: 'luck',
	severity: 'warning',
	summary: 'A learner who knows 60 % may master the unit by luck',
	why: `A learner who gets each question right with a chance of 0.6 has not mastered the unit: two questions of five are missed. A short form, or a low
benchmark, lets many of them through on a lucky day, and more of them within a few tries. With 8 of 10 it is 17 % at one try and 60 % within five;
with 8 of 10 twice in a row, 2.8 % and 9.7 %, while a learner at 90 % still gets there in 99 of 100 cases.

It speaks above 20 % at the first try, or in the first tries where several in a row must pass. Where \`blind-luck\` speaks of the same unit, this
is silent, unless that rule is switched off or turned down: the cause is one.`,
	good: [exampleUnit({ head: ['benchmark: 80%', 'draw: 10'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['benchmark: 70%', 'draw: 10'], sections: { commits: 15, trees: 15 } },
			`unit.yaml:3:12: warning: A learner who knows 60 % masters this unit with a chance of 38 % at one try, 91 % within five [luck-at-sixty]
  2 │ title: Commits are snapshots
  3 │ benchmark: 70%
    │            ^~~
  4 │ draw: 10
  help: Set \`passes: 2\` (15 % in two tries, 40 % within five), or \`draw: 13\` (17 % at one try, 60 %
  within five), which takes 9 more questions for two fresh retries.`,
		),
	],
	check: (checked) => {
		const { unit } = checked;
		const luck = learnerLuck(unit, halfReady);
		if (!exceeds(luck.once, tolerable)) return nothing;
		return [
			{
				...decidingPlace(checked, 'benchmark', 'draw', 'passes'),
				...afterDraw(unit, 'blind-luck'),
				message: `A learner who knows 60 % masters this unit with a chance of ${luckText(luck, unit.rule.passes)}`,
				help: remedies(unit, tolerable, (other) => learnerLuck(other, halfReady)),
			},
		];
	},
};
