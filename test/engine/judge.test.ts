import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judge, missedSections, needOf, rightNeeded } from '../../src/engine/judge.ts';
import type { Judgement } from '../../src/model/decision.ts';
import type { Rule } from '../../src/model/deck.ts';
import { ninetyPercent, propertySeed, questionsOf } from './builders.ts';

function judged(marks: Readonly<Record<string, string>>, rule: Partial<Rule> = {}): Judgement {
	return judge({ questions: questionsOf(marks), rule: { ...ninetyPercent, ...rule } });
}

function scored(right: number, asked: number, benchmark: number): Judgement {
	return judged({ only: '+'.repeat(right) + '-'.repeat(asked - right) }, { benchmark });
}

describe('the benchmark', () => {
	it.each([
		[8, 10, true, false, false, false, false],
		[9, 10, true, true, true, true, false],
		[10, 10, true, true, true, true, true],
		[17, 20, true, true, false, false, false],
		[18, 20, true, true, true, true, false],
		[27, 30, true, true, true, true, false],
		[26, 30, true, true, false, false, false],
	])('%i of %i at 80, 85, 87.5, 90 and 100 %%: %s, %s, %s, %s, %s', (right, asked, ...qualifies) => {
		expect([8_000, 8_500, 8_750, 9_000, 10_000].map((benchmark) => scored(right, asked, benchmark).qualifies)).toEqual(qualifies);
	});

	it.each([
		[2_800, 25, 7],
		[5_600, 25, 14],
		[700, 100, 7],
		[5_500, 100, 55],
		[5_800, 50, 29],
		[2_900, 100, 29],
		[9_000, 10, 9],
		[9_000, 7, 7],
		[9_000, 9, 9],
		[9_000, 5, 5],
		[9_000, 20, 18],
		[9_000, 30, 27],
		[8_000, 3, 3],
		[8_000, 6, 5],
		[8_000, 15, 12],
		[8_750, 8, 7],
		[8_750, 10, 9],
		[10_000, 10, 10],
		[1, 10, 1],
		[9_000, 1, 1],
		[9_000, 0, 0],
	])('of %i basis points of %i questions needs %i right, and one less falls short', (benchmark, asked, need) => {
		expect(rightNeeded({ benchmark }, asked)).toBe(need);
		if (asked === 0) return;
		expect(scored(need, asked, benchmark).qualifies).toBe(true);
		expect(scored(need - 1, asked, benchmark).qualifies).toBe(false);
	});

	it('is the smallest count that reaches the share, in exact arithmetic', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 100_000 }), (benchmark, asked) => {
				const need = BigInt(rightNeeded({ benchmark }, asked));
				const reached = (right: bigint) => 10_000n * right >= BigInt(benchmark) * BigInt(asked);
				expect(reached(need)).toBe(true);
				expect(need === 0n || !reached(need - 1n)).toBe(true);
				expect(need <= BigInt(asked)).toBe(true);
			}),
			{ seed: propertySeed, numRuns: 2_000 },
		);
	});

	it('is stated in counts before an attempt, with the rule itself', () => {
		expect(needOf({ benchmark: 9_000, passes: 2, floor: 1 }, 7)).toEqual({
			asked: 7,
			right: 7,
			rule: { benchmark: 9_000, passes: 2, floor: 1 },
		});
	});

	it('is what a shortfall names, in counts', () => {
		expect(scored(8, 10, 9_000)).toMatchObject({
			right: 8,
			asked: 10,
			need: 9,
			qualifies: false,
			shortfalls: [{ kind: 'benchmark', right: 8, need: 9, asked: 10 }],
		});
	});
});

describe('the floor', () => {
	it('holds in each section that was asked twice or more, and every section below it is named', () => {
		const judgement = judged({ a: '+++++++++', b: '--', c: '--', d: '+-' }, { benchmark: 5_000, floor: 1 });
		expect(judgement.qualifies).toBe(false);
		expect(judgement.shortfalls).toEqual([
			{ kind: 'floor', section: 'b', right: 0, need: 1, asked: 2 },
			{ kind: 'floor', section: 'c', right: 0, need: 1, asked: 2 },
		]);
	});

	it('leaves a section asked once to the benchmark', () => {
		expect(judged({ a: '+++++++++', b: '-' }, { floor: 1 }).qualifies).toBe(true);
		expect(judged({ a: '+++++++++', b: '-' }, { floor: 3 }).qualifies).toBe(true);
	});

	it('asks for all where fewer were asked than the floor', () => {
		expect(judged({ a: '++++++++', b: '++' }, { floor: 3 }).qualifies).toBe(true);
		expect(judged({ a: '++++++++', b: '+-' }, { floor: 3 }).shortfalls).toEqual([
			{ kind: 'floor', section: 'b', right: 1, need: 2, asked: 2 },
		]);
	});

	it('of nothing is no floor', () => {
		expect(judged({ a: '++++++++++++++++++', b: '--' }, { floor: 0 }).qualifies).toBe(true);
	});

	it('can fall short beside the benchmark', () => {
		expect(judged({ a: '+++++', b: '-----' }, { floor: 1 }).shortfalls.map(({ kind }) => kind)).toEqual(['benchmark', 'floor']);
	});
});

describe('an attempt', () => {
	it('that asked nothing never qualifies', () => {
		expect(judged({})).toEqual({
			right: 0,
			asked: 0,
			need: 0,
			qualifies: false,
			shortfalls: [{ kind: 'benchmark', right: 0, need: 0, asked: 0 }],
			sections: [],
		});
	});

	it('counts a question without an answer as not yet, and says how many were answered', () => {
		expect(judged({ a: '+++++..', b: '+..' }).shortfalls).toEqual([
			{ kind: 'benchmark', right: 6, need: 9, asked: 10 },
			{ kind: 'unfinished', answered: 6, asked: 10 },
		]);
	});

	it('that had met the benchmark before it was left qualifies', () => {
		expect(judged({ a: '+++++', b: '++++.' })).toMatchObject({ qualifies: true, shortfalls: [] });
	});

	it('counts "I don\'t know" as a miss, and keeps it apart', () => {
		expect(judged({ a: '++?', b: '-?+?' }).sections).toEqual([
			{ section: 'a', right: 2, asked: 3, dontKnow: 1 },
			{ section: 'b', right: 1, asked: 4, dontKnow: 2 },
		]);
	});

	it('names its sections in order of first appearance', () => {
		const questions = ['b', 'a', 'b', 'c', 'a'].map((section, index) => ({ id: `q-${index}`, section }));
		expect(judge({ questions, rule: ninetyPercent }).sections.map(({ section }) => section)).toEqual(['b', 'a', 'c']);
	});
});

describe('missed sections', () => {
	it('come most missed first, in order of appearance where equal, and only where something was missed', () => {
		const judgement = judged({ a: '+-', b: '++', c: '--', d: '?+', e: '-.-' });
		expect(missedSections(judgement).map(({ section }) => section)).toEqual(['c', 'e', 'a', 'd']);
	});
});

describe('every judgement', () => {
	const marks = fc.dictionary(
		fc.constantFrom('a', 'b', 'c', 'd'),
		fc.string({ unit: fc.constantFrom('+', '+', '+', '-', '?', '.'), maxLength: 6 }),
	);
	const rules = fc.record({ benchmark: fc.integer({ min: 1, max: 10_000 }), passes: fc.integer({ min: 1, max: 3 }), floor: fc.nat(4) });

	it('qualifies exactly when nothing falls short, and its sections add up', () => {
		fc.assert(
			fc.property(marks, rules, (signs, rule) => {
				const judgement = judged(signs, rule);
				const { right, asked, sections } = judgement;
				const floorMet = sections.every((section) => section.asked < 2 || section.right >= Math.min(rule.floor, section.asked));
				expect(judgement.qualifies).toBe(judgement.shortfalls.length === 0);
				expect(judgement.qualifies).toBe(asked > 0 && 10_000 * right >= rule.benchmark * asked && floorMet);
				expect(sections.reduce((sum, section) => sum + section.right, 0)).toBe(right);
				expect(sections.reduce((sum, section) => sum + section.asked, 0)).toBe(asked);
			}),
			{ seed: propertySeed, numRuns: 1_000 },
		);
	});

	it('never gets worse when a miss is turned into a right answer', () => {
		fc.assert(
			fc.property(marks, rules, (signs, rule) => {
				const [first] = Object.keys(signs).filter((section) => signs[section]?.includes('-'));
				fc.pre(first !== undefined && judged(signs, rule).qualifies);
				expect(judged({ ...signs, [first ?? '']: signs[first ?? '']?.replace('-', '+') ?? '' }, rule).qualifies).toBe(true);
			}),
			{ seed: propertySeed, numRuns: 300 },
		);
	});
});
