import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import { rightNeeded } from '../../../engine/judge.ts';
import type { BasisPoints } from '../../../model/deck.ts';
import { decidingPlace } from '../../deciding-place.ts';
import { badUnit, exampleUnit } from '../../example-unit.ts';
import { nothing, type UnitRule } from '../../rule.ts';
import { benchmarkFor, percentText } from '../shared-wording.ts';
import { afterDraw } from './draw-above-pool.ts';

/** The whole, and the difference that is told: five points; both in basis points. */
const whole = 10_000;
const tolerated = 500;

/** How far from the draw another is looked for that says what it means. */
const nearby = 20;

export const effectiveBenchmark: UnitRule = {
	scope: 'unit',
	code: 'effective-benchmark',
	family: 'benchmark',
	severity: 'warning',
	summary: 'The benchmark comes out much stricter than it reads',
	why: `Questions are whole, so a percentage is rounded up to the next count: 90% of 7 is 6.3, and that means 7 of 7, every question. Learners are
told the count, and it is the count that decides.

This speaks where the count differs from the percentage by 5 points or more, or where it leaves no room for a single miss although the
benchmark is below 100%. Write the percentage that you mean, or draw a number of questions that it fits.`,
	good: [
		exampleUnit({ head: ['benchmark: 90%', 'draw: 10'], sections: { commits: 15, trees: 15 } }),
		exampleUnit({ head: ['benchmark: 100%', 'draw: 6'], sections: { commits: 9, trees: 9 } }),
	],
	bad: [
		badUnit(
			{ head: ['benchmark: 90%', 'draw: 7'], sections: { commits: 12, trees: 12 } },
			`unit.yaml:3:12: warning: \`90%\` of 7 means 7 of 7, every question [effective-benchmark]
  2 │ title: Commits are snapshots
  3 │ benchmark: 90%
    │            ^~~
  4 │ draw: 7
  help: Write \`benchmark: 100%\` if that is meant, \`benchmark: 85%\` for 6 of 7, or \`draw: 10\` for 9
  of 10.`,
		),
		badUnit(
			{ head: ['benchmark: 80%', 'draw: 7'], sections: { commits: 12, trees: 12 } },
			`unit.yaml:3:12: warning: \`80%\` of 7 means 6 of 7, which is 85.7% [effective-benchmark]
  2 │ title: Commits are snapshots
  3 │ benchmark: 80%
    │            ^~~
  4 │ draw: 7
  help: Write \`benchmark: 85%\` if that is meant, or \`draw: 6\` for 5 of 6.`,
		),
	],
	check: (checked) => {
		const { unit } = checked;
		const { benchmark } = unit.rule;
		const { asked, pool } = formPlanOf(unit);
		if (meansWhatItSays(benchmark, asked)) return nothing;
		const right = rightNeeded(unit.rule, asked);
		const effect = right === asked ? 'every question' : `which is ${tenths(right, asked)}%`;
		return [
			{
				...decidingPlace(checked, 'benchmark', 'draw'),
				...afterDraw(unit),
				message: `\`${percentText(benchmark)}\` of ${asked} means ${right} of ${asked}, ${effect}`,
				help: helpFor(benchmark, asked, pool),
			},
		];
	},
};

function meansWhatItSays(benchmark: BasisPoints, asked: number): boolean {
	const right = rightNeeded({ benchmark }, asked);
	if (right === asked) return benchmark === whole;
	return whole * right - benchmark * asked < tolerated * asked;
}

function helpFor(benchmark: BasisPoints, asked: number, pool: number): string {
	const right = rightNeeded({ benchmark }, asked);
	const stated = percentText(benchmarkFor(right, asked));
	const draw = nearestDraw(benchmark, asked);
	const more = draw === undefined || draw <= pool ? '' : ` with ${counted(draw - pool, 'more question')}`;
	const instead = draw === undefined ? '' : `, or \`draw: ${draw}\`${more} for ${rightNeeded({ benchmark }, draw)} of ${draw}`;
	const laxer =
		right < asked || right === 1 ? '' : `, \`benchmark: ${percentText(benchmarkFor(right - 1, asked))}\` for ${right - 1} of ${asked}`;
	return `Write \`benchmark: ${stated}\` if that is meant${laxer}${instead}.`;
}

/** The larger of two that are equally near. */
function nearestDraw(benchmark: BasisPoints, asked: number): number | undefined {
	return Array.from({ length: nearby }, (_, distance) => [asked + distance + 1, asked - distance - 1])
		.flat()
		.find((draw) => draw > 0 && meansWhatItSays(benchmark, draw));
}

/** A share in percent, cut after one decimal. */
function tenths(right: number, asked: number): number {
	return Math.floor((1_000 * right) / asked) / 10;
}
