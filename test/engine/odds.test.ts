import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judge } from '../../src/engine/judge.ts';
import { chanceOfAtLeast, chanceOfMastery, chanceOfQualifying, exactlyThese, exceeds, firstOf, someOf } from '../../src/engine/odds.ts';
import type { AttemptSummary } from '../../src/model/attempt.ts';
import type { Rule } from '../../src/model/deck.ts';
import { ninetyPercent, propertySeed } from './builders.ts';

const runs = { seed: propertySeed, numRuns: 200 };

const eightyPercent: Rule = { ...ninetyPercent, benchmark: 8_000 };

function questions(count: number, rate: number): readonly number[] {
	return Array.from({ length: count }, () => rate);
}

/** Of an attempt that asks so many, each right with the same chance. */
function qualifying(rule: Rule, asked: number, rate: number): number {
	return chanceOfQualifying(rule, [exactlyThese(questions(asked, rate))]);
}

/** By hand: every way in which the questions can turn out, judged by the engine's own judge. */
function byEnumeration(rule: Rule, sections: readonly (readonly number[])[]): number {
	const asked = sections.flatMap((rates, index) => rates.map((rate) => ({ rate, section: `s${index}` })));
	let sum = 0;
	for (let outcome = 0; outcome < 2 ** asked.length; outcome++) {
		const right = (place: number) => Math.floor(outcome / 2 ** place) % 2 === 1;
		const answered: AttemptSummary['questions'] = asked.map(({ section }, place) => ({
			id: `q${place}`,
			section,
			verdict: right(place) ? 'right' : 'missed',
		}));
		const chance = asked.reduce((product, { rate }, place) => product * (right(place) ? rate : 1 - rate), 1);
		if (judge({ questions: answered, rule }).qualifies) sum += chance;
	}
	return sum;
}

/** By hand: every way in which the tries can turn out. */
function runByEnumeration(rate: number, passes: number, tries: number): number {
	let sum = 0;
	for (let outcome = 0; outcome < 2 ** tries; outcome++) {
		const marks = outcome.toString(2).padStart(tries, '0');
		const qualified = [...marks].filter((mark) => mark === '1').length;
		if (marks.includes('1'.repeat(passes))) sum += rate ** qualified * (1 - rate) ** (tries - qualified);
	}
	return sum;
}

/** By hand: every selection of so many. */
function selections<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
	const [first, ...rest] = items;
	if (count === 0) return [[]];
	if (first === undefined) return [];
	return [...selections(rest, count - 1).map((selection) => [first, ...selection]), ...selections(rest, count)];
}

/** P(X >= least) for n events of chance p/q, by whole numbers. */
function binomialTail(n: number, least: number, p: bigint, q: bigint): number {
	let sum = 0n;
	let ways = 1n;
	for (let k = 0; k <= n; k++) {
		if (k >= least) sum += ways * p ** BigInt(k) * (q - p) ** BigInt(n - k);
		ways = (ways * BigInt(n - k)) / BigInt(k + 1);
	}
	return Number((sum * 10n ** 60n) / q ** BigInt(n)) / 1e60;
}

const anyRates = (maxLength: number) => fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength });

describe('the chance to meet a benchmark, as the design states it', () => {
	it.each([
		{ rule: eightyPercent, asked: 10, name: '8 of 10', at60: [0.167, 0.6], at70: [0.383, 0.91], at90: [0.93, 1], blind: 0.000_416 },
		{
			rule: ninetyPercent,
			asked: 10,
			name: '9 of 10',
			at60: [0.046, 0.211],
			at70: [0.149, 0.554],
			at90: [0.736, 0.999],
			blind: 0.000_029_6,
		},
		{ rule: ninetyPercent, asked: 20, name: '18 of 20', at60: [0.0036, 0.0179], at70: [0.035, 0.165], at90: [0.677, 0.996], blind: 1.6e-9 },
	])('is that of the table for $name', ({ rule, asked, at60, at70, at90, blind }) => {
		const oneOrFive = (rate: number) => [1, 5].map((tries) => chanceOfMastery(qualifying(rule, asked, rate), 1, tries));
		const digits = (numbers: readonly number[]) => numbers.map((each) => each.toFixed(2));
		expect(digits(oneOrFive(0.6))).toEqual(digits(at60));
		expect(digits(oneOrFive(0.7))).toEqual(digits(at70));
		expect(digits(oneOrFive(0.9))).toEqual(digits(at90));
		expect(qualifying(rule, asked, 0.25) / blind).toBeCloseTo(1, 1);
	});

	it.each([
		{ rule: eightyPercent, name: '8 of 10', chances: ['0.097', '0.405', '0.835', '0.994'] },
		{ rule: ninetyPercent, name: '9 of 10', chances: ['0.008', '0.079', '0.393', '0.893'] },
	])('is that of the table for $name twice in a row', ({ rule, chances }) => {
		const within5 = [0.6, 0.7, 0.8, 0.9].map((rate) => chanceOfMastery(qualifying(rule, 10, rate), 2, 5).toFixed(3));
		expect(within5).toEqual(chances);
	});

	it('keeps the digits of a very small chance', () => {
		expect(qualifying({ ...ninetyPercent, benchmark: 10_000 }, 40, 0.25) / 0.25 ** 40).toBeCloseTo(1, 12);
	});
});

describe('the chance of qualifying', () => {
	it('is what counting every outcome gives, with floors and without', () => {
		const sections = fc.array(anyRates(4), { minLength: 1, maxLength: 3 });
		const rules = fc.record({ benchmark: fc.integer({ min: 1, max: 10_000 }), passes: fc.constant(1), floor: fc.nat(4) });
		fc.assert(
			fc.property(rules, sections, (rule, rates) => {
				expect(chanceOfQualifying(rule, rates.map(exactlyThese))).toBeCloseTo(byEnumeration(rule, rates), 10);
			}),
			runs,
		);
	});

	it('is nothing where nothing is asked', () => {
		expect(chanceOfQualifying(ninetyPercent, [])).toBe(0);
		expect(chanceOfQualifying(ninetyPercent, [[1]])).toBe(0);
	});

	it('never falls when somebody knows more', () => {
		const rates = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(fc.nat(20), rates, rates, (asked, a, b) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				expect(qualifying(eightyPercent, asked, low)).toBeLessThanOrEqual(qualifying(eightyPercent, asked, high) + 1e-12);
			}),
			runs,
		);
	});
});

describe('the chance of at least so many', () => {
	it('is the exact upper tail of the binomial', () => {
		expect(chanceOfAtLeast(0, [0.5])).toBe(1);
		expect(chanceOfAtLeast(2, [0.5])).toBe(0);
		expect(chanceOfAtLeast(2, [0.5, 0.5, 0.5])).toBe(0.5);
		expect(
			chanceOfAtLeast(
				9,
				Array.from({ length: 10 }, () => 0.25),
			),
		).toBeCloseTo((30 + 1) / 4 ** 10, 15);
		// 1 - F(29; 60, 1/4), in rational arithmetic.
		expect(
			chanceOfAtLeast(
				30,
				Array.from({ length: 60 }, () => 0.25),
			) / binomialTail(60, 30, 1n, 4n),
		).toBeCloseTo(1, 12);
		expect(
			chanceOfAtLeast(
				90,
				Array.from({ length: 100 }, () => 0.25),
			) / binomialTail(100, 90, 1n, 4n),
		).toBeCloseTo(1, 11);
	});

	it('is that of the Poisson-binomial where chances differ', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 25 }), fc.nat(25), (sizes, least) => {
				const chances = sizes.map((size) => 1 / size);
				const expected = exactlyThese(chances)
					.slice(least)
					.reduce((sum, chance) => sum + chance, 0);
				expect(chanceOfAtLeast(least, chances)).toBeCloseTo(expected, 12);
			}),
			runs,
		);
	});
});

describe('the chances of some of the questions', () => {
	it('are the mean over every selection', () => {
		fc.assert(
			fc.property(anyRates(6), fc.nat(7), (rates, count) => {
				const every = selections(rates, Math.min(count, rates.length)).map(exactlyThese);
				const chances = someOf(rates, count);
				expect(chances).toHaveLength(Math.min(count, rates.length) + 1);
				chances.forEach((chance, right) => {
					const mean = every.reduce((sum, each) => sum + (each[right] ?? 0), 0) / every.length;
					expect(chance).toBeCloseTo(mean, 10);
				});
			}),
			runs,
		);
	});

	it('add up to one in a pool of thousands', () => {
		const chances = someOf(questions(5_000, 0.3), 30);
		expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
		expect(chances.reduce((sum, each, right) => sum + each * right, 0)).toBeCloseTo(9, 9);
	});
});

describe('the chances of the first slots of a shuffle', () => {
	it('are those of some of the questions where each slot is one question', () => {
		const slots = [0.1, 0.5, 0.9, 0.3].map((rate) => ({ size: 1, rate }));
		expect(firstOf(slots, 2)).toEqual(
			someOf(
				slots.map(({ rate }) => rate),
				2,
			),
		);
	});

	it('take the larger slot as often as it comes up first', () => {
		const slots = [
			{ size: 2, rate: 1 },
			{ size: 1, rate: 0 },
			{ size: 1, rate: 0 },
		];
		expect(firstOf(slots, 1)[1]).toBeCloseTo(1 / 2, 12);
		expect(firstOf(slots, 2)[1]).toBeCloseTo(5 / 6, 12);
		expect(firstOf(slots, 3)[1]).toBeCloseTo(1, 12);
	});
});

describe('a chance', () => {
	it('exceeds a limit by more than the last digits of a product', () => {
		expect(0.1 * 0.1 > 0.01).toBe(true);
		expect([exceeds(0.1 * 0.1, 0.01), exceeds(0.010_001, 0.01), exceeds(0, 0)]).toEqual([false, true, false]);
	});
});

describe('the chance of mastery', () => {
	it('is what counting every row of tries gives', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 4 }), fc.nat(7), (rate, passes, tries) => {
				expect(chanceOfMastery(rate, passes, tries)).toBeCloseTo(runByEnumeration(rate, passes, tries), 10);
			}),
			runs,
		);
	});

	it('is nothing in fewer tries than must qualify in a row', () => {
		expect(chanceOfMastery(1, 6, 5)).toBe(0);
		expect(chanceOfMastery(1, 5, 5)).toBe(1);
	});
});
