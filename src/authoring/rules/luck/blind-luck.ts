import { guessingLuck } from '../../../engine/luck.ts';
import { exceeds } from '../../../engine/odds.ts';
import { luckText } from '../../chance-text.ts';
import { decidingPlace } from '../../deciding-place.ts';
import { badUnit, exampleUnit, trueFalse } from '../../example-unit.ts';
import { nothing, type UnitRule } from '../../rule.ts';
import { afterDraw } from '../benchmark/draw-above-pool.ts';
import { remedies } from './shared-remedies.ts';

/** Chances of the first possible mastery above which this speaks, and above which it is an error. */
const tolerable = 0.01;
const intolerable = 0.05;

export const blindLuck: UnitRule = {
	scope: 'unit',
	code: 'blind-luck',
	family: 'luck',
	severity: 'warning',
	summary: 'Blind guessing may master the unit',
	why: `Somebody who reads nothing and answers at random should not get through. The chance is exact: one of n options is right with a chance of
1/n, a true-false with 1/2, a question with several right options with 1/(2^n - 1), what must be typed with 0; the benchmark, the floor and
\`passes\` decide what is enough. It is that of the luckiest first form that the draw can make of the unit's questions; within five tries it is an
upper bound, as if every one of them were on such a form.

It is a warning above 1 % and an error above 5 %, at the first try, or in the first tries where several in a row must pass. Ask more
questions, or for two passes in a row, or write questions that are harder to guess. The chances that are promised for a larger \`draw\` take the
questions that have to be added to be as lucky as the luckiest there are: with others it is less.`,
	good: [exampleUnit({ head: ['benchmark: 90%', 'draw: 10'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['benchmark: 90%', 'draw: 10'], sections: { commits: 15, trees: 15 }, question: trueFalse },
			`unit.yaml:3:12: warning: Blind guessing masters this unit with a chance of 1.1 % at one try, 5.3 % within five [blind-luck]
  2 │ title: Commits are snapshots
  3 │ benchmark: 90%
    │            ^~~
  4 │ draw: 10
  help: Set \`passes: 2\` (0.012 % in two tries, 0.046 % within five), or \`draw: 11\` (0.59 % at one
  try, 2.9 % within five), which takes 3 more questions for two fresh retries.`,
		),
		badUnit(
			{ head: ['benchmark: 80%', 'draw: 5'], sections: { commits: 8, trees: 8 } },
			`unit.yaml:3:12: warning: Blind guessing masters this unit with a chance of 1.6 % at one try, 7.6 % within five [blind-luck]
  2 │ title: Commits are snapshots
  3 │ benchmark: 80%
    │            ^~~
  4 │ draw: 5
  help: Set \`passes: 2\` (0.024 % in two tries, 0.097 % within five), or \`draw: 6\` (0.46 % at one
  try, 2.3 % within five), which takes 2 more questions for two fresh retries.`,
		),
	],
	check: (checked) => {
		const { unit } = checked;
		const luck = guessingLuck(unit);
		if (!exceeds(luck.once, tolerable)) return nothing;
		return [
			{
				...decidingPlace(checked, 'benchmark', 'draw', 'passes'),
				...afterDraw(unit),
				severity: exceeds(luck.once, intolerable) ? 'error' : 'warning',
				message: `Blind guessing masters this unit with a chance of ${luckText(luck, unit.rule.passes)}`,
				help: remedies(unit, tolerable, guessingLuck),
			},
		];
	},
};
