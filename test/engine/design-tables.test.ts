// The chances that the rules were chosen by, to the digits in which they were written down, from the engine's own code. Binomial: fresh
// draws, nothing learned between tries.

import { describe, expect, it } from 'vitest';

import { judge, needOf } from '../../src/engine/judge.ts';
import { guessingLuck, learnerLuck } from '../../src/engine/luck.ts';
import { chanceOfMastery, chanceOfQualifying, exactlyThese } from '../../src/engine/odds.ts';
import type { AttemptSummary } from '../../src/model/attempt.ts';
import type { Rule } from '../../src/model/deck.ts';
import { unitOf } from './builders.ts';

interface Row {
	readonly name: string;
	readonly asked: number;
	readonly need: number;
	readonly rule: Rule;
	/** For somebody at 60, 70 and 90 %: mastered at one try, and within five. A dash: not at one try, whatever happens. */
	readonly learners: readonly (readonly [once: string, withinFive: string])[];
	/** Of who guesses among four options. */
	readonly blind?: string;
}

const shares = [60, 70, 90] as const;

const eighty = { benchmark: 8_000, passes: 1, floor: 0 };
const ninety = { benchmark: 9_000, passes: 1, floor: 0 };

const table: readonly Row[] = [
	{
		name: '8 of 10',
		asked: 10,
		need: 8,
		rule: eighty,
		learners: [
			['17 %', '60 %'],
			['38 %', '91 %'],
			['93 %', '100 %'],
		],
		blind: '0.04 %',
	},
	{
		name: '9 of 10',
		asked: 10,
		need: 9,
		rule: ninety,
		learners: [
			['5 %', '21 %'],
			['15 %', '55 %'],
			['74 %', '99.9 %'],
		],
		blind: '0.003 %',
	},
	{
		name: '18 of 20',
		asked: 20,
		need: 18,
		rule: ninety,
		learners: [
			['0.4 %', '2 %'],
			['3.5 %', '17 %'],
			['68 %', '99.6 %'],
		],
		blind: '0.0000002 %',
	},
	{
		name: '8 of 10 twice in a row',
		asked: 10,
		need: 8,
		rule: { ...eighty, passes: 2 },
		learners: [
			['-', '9.7 %'],
			// 40.49 %: not by way of 40.5 to 41.
			['-', '40 %'],
			['-', '99.4 %'],
		],
	},
	{
		name: '9 of 10 twice in a row',
		asked: 10,
		need: 9,
		rule: { ...ninety, passes: 2 },
		learners: [
			['-', '0.8 %'],
			['-', '7.9 %'],
			['-', '89 %'],
		],
	},
];

/** Half again as many questions of four options as a form asks, in two sections. */
function unitFor({ asked, rule }: Row) {
	return unitOf({ a: asked, b: asked / 2 }, { draw: asked, rule });
}

/** With as many decimals as the document gives. */
function asWritten(chance: number, written: string): string {
	if (written === '-') return chance === 0 ? '-' : String(chance);
	return `${(100 * chance).toFixed(/\.(\d+)/u.exec(written)?.[1]?.length ?? 0)} %`;
}

/** An attempt that asks so many, the first of them right. */
function attempt(right: number, asked: number): AttemptSummary['questions'] {
	return Array.from({ length: asked }, (_, place) => ({ id: `q${place}`, section: 'only', verdict: place < right ? 'right' : 'missed' }));
}

/** By whole numbers: the ways in which so many of the questions come out right, counted where the engine's judge lets them qualify. */
function qualifyingByJudge({ asked, rule }: Row, percent: number): number {
	let [ways, sum] = [1n, 0n];
	for (let right = 0; right <= asked; right++) {
		if (judge({ questions: attempt(right, asked), rule }).qualifies)
			sum += ways * BigInt(percent) ** BigInt(right) * BigInt(100 - percent) ** BigInt(asked - right);
		ways = (ways * BigInt(asked - right)) / BigInt(right + 1);
	}
	return Number((sum * 10n ** 30n) / 100n ** BigInt(asked)) / 1e30;
}

describe.each(table)('the rule $name', (row) => {
	it('asks for so many right', () => {
		expect(needOf(row.rule, row.asked).right).toBe(row.need);
		expect(judge({ questions: attempt(row.need, row.asked), rule: row.rule }).qualifies).toBe(true);
		expect(judge({ questions: attempt(row.need - 1, row.asked), rule: row.rule }).qualifies).toBe(false);
	});

	it('lets through whom it was chosen to let through, to the digits written down', () => {
		const chances = shares.map((percent, place) => {
			const qualifying = chanceOfQualifying(row.rule, [exactlyThese(Array.from({ length: row.asked }, () => percent / 100))]);
			const [once = '', withinFive = ''] = row.learners[place] ?? [];
			return [
				asWritten(chanceOfMastery(qualifying, row.rule.passes, 1), once),
				asWritten(learnerLuck(unitFor(row), percent / 100).withinFive, withinFive),
			];
		});
		expect(chances).toEqual(row.learners);
	});

	it('is met as often as counting every outcome by the judge gives', () => {
		for (const percent of shares) {
			const once = chanceOfMastery(qualifyingByJudge(row, percent), row.rule.passes, row.rule.passes);
			expect(learnerLuck(unitFor(row), percent / 100).once).toBeCloseTo(once, 12);
		}
	});

	it.runIf(row.blind !== undefined)('lets hardly any guesser through, to the digits written down', () => {
		const { once } = guessingLuck(unitFor(row));
		expect(asWritten(once, row.blind ?? '')).toBe(row.blind);
		expect(once / qualifyingByJudge(row, 25)).toBeCloseTo(1, 9);
	});
});
