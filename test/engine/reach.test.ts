import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judge } from '../../src/engine/judge.ts';
import { reachOf } from '../../src/engine/reach.ts';
import type { AttemptSummary } from '../../src/model/attempt.ts';
import type { Rule } from '../../src/model/deck.ts';
import { ninetyPercent, propertySeed, questionsOf } from './builders.ts';

const within = { within: true };

function reach(marks: Readonly<Record<string, string>>, rule: Partial<Rule> = {}) {
	return reachOf({ questions: questionsOf(marks), rule: { ...ninetyPercent, ...rule } });
}

describe('a benchmark', () => {
	it('is within reach until one miss too many, whatever kind of miss', () => {
		expect(reach({ a: '..........' })).toEqual(within);
		expect(reach({ a: '-.........' })).toEqual(within);
		expect(reach({ a: '?.........' })).toEqual(within);
		expect(reach({ a: '-?........' })).toEqual({ within: false, short: [{ kind: 'benchmark', right: 8, need: 9, asked: 10 }] });
	});

	it.each([
		['90 % of 20: two misses', 9_000, '--..................', true],
		['90 % of 20: three', 9_000, '---.................', false],
		['87.5 % of 8: one', 8_750, '-.......', true],
		['87.5 % of 8: two', 8_750, '--......', false],
		['100 %: the first miss', 10_000, '+++-', false],
		['66.67 % of 3 asks for all: one miss', 6_667, '-..', false],
		['66.66 % of 3 asks for two', 6_666, '-..', true],
	])('is counted in integers (%s)', (_, benchmark, a, so) => {
		expect(reach({ a }, { benchmark }).within).toBe(so);
	});

	it('is met for good once enough is right, however many are missed after that', () => {
		expect(reach({ a: '++++++++.' }, { benchmark: 5_000 })).toEqual(within);
		expect(reach({ a: '+++++----.' }, { benchmark: 5_000 })).toEqual(within);
	});

	it('does not ask how many attempts in a row it takes: this attempt can qualify or it cannot', () => {
		expect(reach({ a: '-.........' }, { passes: 3 })).toEqual(within);
		expect(reach({ a: '--........' }, { passes: 3 }).within).toBe(false);
	});
});

describe('a floor', () => {
	const half = { benchmark: 5_000, floor: 2 };

	it('is out of reach when a section has too few questions left, though the benchmark is not', () => {
		expect(reach({ a: '.......', b: '-..' }, half)).toEqual(within);
		expect(reach({ a: '.......', b: '--.' }, half)).toEqual({
			within: false,
			short: [{ kind: 'floor', section: 'b', right: 1, need: 2, asked: 3 }],
		});
	});

	it('asks for all where fewer were asked, and for nothing in a section asked once', () => {
		expect(reach({ a: '........', b: '-.' }, half).within).toBe(false);
		expect(reach({ a: '.........', b: '-' }, half)).toEqual(within);
	});

	it('is told beside the benchmark where both are out of reach', () => {
		expect(reach({ a: '...', b: '--' }, { floor: 1 })).toMatchObject({ short: [{ kind: 'benchmark' }, { kind: 'floor' }] });
	});
});

describe('an attempt', () => {
	const marks = fc.constantFrom('right', 'missed', 'dont-know', undefined);
	const attempts = fc.record({
		questions: fc.array(fc.record({ section: fc.constantFrom('a', 'b', 'c'), verdict: marks }), { minLength: 1, maxLength: 9 }),
		rule: fc.record({ benchmark: fc.integer({ min: 1, max: 10_000 }), passes: fc.constant(1), floor: fc.integer({ min: 0, max: 3 }) }),
	});

	it('is within reach exactly when some way to answer the rest qualifies', () => {
		fc.assert(
			fc.property(attempts, ({ questions, rule }) => {
				const asked: AttemptSummary['questions'] = questions.map(({ section, verdict }, index) => ({
					id: `q-${index}`,
					section,
					...(verdict === undefined ? {} : { verdict }),
				}));
				const open = asked.filter(({ verdict }) => verdict === undefined).length;
				const ways = Array.from({ length: 2 ** open }, (_, way): AttemptSummary['questions'] => {
					let place = 0;
					return asked.map((question) => ({ ...question, verdict: question.verdict ?? ((way >> place++) % 2 === 0 ? 'right' : 'missed') }));
				});
				expect(reachOf({ questions: asked, rule }).within).toBe(ways.some((way) => judge({ questions: way, rule }).qualifies));
			}),
			{ seed: propertySeed, numRuns: 300 },
		);
	});
});
