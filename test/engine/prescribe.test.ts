import { describe, expect, it } from 'vitest';

import { pastsOf } from '../../src/engine/past.ts';
import { prescribe } from '../../src/engine/prescribe.ts';
import { standingsOf } from '../../src/engine/standing.ts';
import type { Prescription } from '../../src/model/decision.ts';
import type { Deck, Id } from '../../src/model/deck.ts';
import { type AttemptWords, attempts, deckOf, ninetyPercent, notYet, qualifying, unitOf } from './builders.ts';

const deck = deckOf({ roots: [], trunk: ['roots'], branch: ['trunk'], beside: [] });

function prescribed(of: Deck, id: Id, ...words: readonly AttemptWords[]): Prescription {
	const made = attempts(...words);
	const unit = of.units.find((one) => one.id === id);
	const standing = standingsOf(of, pastsOf(made), () => []).get(id);
	if (unit === undefined || standing === undefined) throw new Error(`${id} is not in the deck`);
	return prescribe(of, unit, standing, pastsOf(made));
}

describe('the sections to revisit', () => {
	const four: Deck = { ...deck, units: [unitOf({ a: 5, b: 5, c: 5, d: 5 })] };

	it('come most missed first, ties in the order of the unit, and only where something was missed', () => {
		expect(prescribed(four, 'unit', { marks: { d: '-+', c: '++', b: '?--', a: '+-' } }).revisit).toEqual([
			{ section: 'b', missed: 3, asked: 3 },
			{ section: 'a', missed: 1, asked: 2 },
			{ section: 'd', missed: 1, asked: 2 },
		]);
	});

	it('go by the latest attempt that counts', () => {
		const { revisit } = prescribed(
			four,
			'unit',
			{ marks: { a: '---', b: '+' } },
			{ marks: { a: '+', b: '-' } },
			{ marks: { c: '--' }, kind: 'practice' },
			{ marks: { d: '--' }, outcome: 'open' },
		);
		expect(revisit).toEqual([{ section: 'b', missed: 1, asked: 1 }]);
	});

	it('leave out a section that the unit no longer has', () => {
		expect(prescribed(four, 'unit', { marks: { gone: '---', b: '-' } }).revisit).toEqual([{ section: 'b', missed: 1, asked: 1 }]);
	});

	it('are none before an attempt, after a qualifying one, and once mastered', () => {
		const nothing = { revisit: [], stuck: false };
		const twice = { ...ninetyPercent, passes: 2 };
		expect(prescribed(deck, 'roots')).toEqual(nothing);
		expect(prescribed(deck, 'roots', { unit: 'roots', marks: qualifying, rule: twice })).toEqual(nothing);
		expect(prescribed(deck, 'roots', { unit: 'roots', marks: qualifying })).toEqual(nothing);
		expect(prescribed(deck, 'roots', { unit: 'roots', marks: qualifying }, { unit: 'roots', marks: notYet })).toEqual(nothing);
	});

	it('include what stands below the floor though the benchmark was met', () => {
		const rule = { ...ninetyPercent, floor: 1 };
		expect(prescribed(four, 'unit', { marks: { a: '++++++++++++++++++', b: '--' }, rule }).revisit).toEqual([
			{ section: 'b', missed: 2, asked: 2 },
		]);
	});
});

describe('being stuck', () => {
	it.each([
		[1, false],
		[2, false],
		[3, true],
		[4, true],
	])('after %i not-yets in a row: %s', (count, stuck) => {
		const words = Array.from({ length: count }, () => ({ unit: 'roots', marks: notYet }));
		expect(prescribed(deck, 'roots', ...words).stuck).toBe(stuck);
	});

	it('starts over with a qualifying attempt', () => {
		const rule = { ...ninetyPercent, passes: 2 };
		const story = [notYet, notYet, qualifying, notYet, notYet].map((marks) => ({ unit: 'roots', marks, rule }));
		expect(prescribed(deck, 'roots', ...story).stuck).toBe(false);
		expect(prescribed(deck, 'roots', ...story, { unit: 'roots', marks: notYet, rule }).stuck).toBe(true);
	});
});

describe('the weakest prerequisite', () => {
	const stuckIn = (unit: Id): readonly AttemptWords[] => Array.from({ length: 3 }, () => ({ unit, marks: notYet }));

	it('is the foundation with the smallest share right over all its quizzes, near or far', () => {
		const far = prescribed(
			deck,
			'branch',
			{ unit: 'roots', marks: { a: '+----' } },
			{ unit: 'roots', marks: qualifying },
			{ unit: 'trunk', marks: qualifying },
			...stuckIn('branch'),
		);
		expect(far.weakestPrerequisite).toEqual({ unit: 'roots', section: 'a', right: 10, asked: 15 });
		const near = prescribed(
			deck,
			'branch',
			{ unit: 'roots', marks: qualifying },
			{ unit: 'trunk', marks: notYet },
			{ unit: 'trunk', marks: qualifying },
			...stuckIn('branch'),
		);
		expect(near.weakestPrerequisite).toEqual({ unit: 'trunk', section: 'b', right: 17, asked: 20 });
	});

	it('compares shares in integers, and goes to the nearer of equals', () => {
		const { weakestPrerequisite } = prescribed(
			deck,
			'branch',
			{ unit: 'roots', marks: { a: '+++++++++-', b: '+++++++++-' } },
			{ unit: 'trunk', marks: qualifying },
			...stuckIn('branch'),
		);
		expect(weakestPrerequisite).toEqual({ unit: 'trunk', section: 'b', right: 9, asked: 10 });
	});

	it('is named only when stuck', () => {
		const story: readonly AttemptWords[] = [
			{ unit: 'roots', marks: notYet },
			{ unit: 'roots', marks: qualifying },
		];
		expect(prescribed(deck, 'trunk', ...story, ...stuckIn('trunk').slice(1))).not.toHaveProperty('weakestPrerequisite');
		expect(prescribed(deck, 'trunk', ...story, ...stuckIn('trunk')).weakestPrerequisite).toEqual({
			unit: 'roots',
			section: 'b',
			right: 17,
			asked: 20,
		});
	});

	it('is no unit in which nothing was missed, nor one without an attempt, nor one beside the way', () => {
		const { stuck, ...rest } = prescribed(
			deck,
			'branch',
			{ unit: 'roots', marks: { a: '+++++' } },
			{ unit: 'beside', marks: { a: '-----' } },
			{ unit: 'trunk', marks: { a: '-----' }, kind: 'practice' },
			...stuckIn('branch'),
		);
		expect(stuck).toBe(true);
		expect(rest).not.toHaveProperty('weakestPrerequisite');
	});

	it('is judged by what was answered: a retake that was given up is no weakness', () => {
		const { weakestPrerequisite } = prescribed(
			deck,
			'branch',
			{ unit: 'roots', marks: { a: '+++++', b: '+++++' } },
			{ unit: 'roots', marks: { a: '+....', b: '.....' }, outcome: 'ended' },
			{ unit: 'trunk', marks: qualifying },
			...stuckIn('branch'),
		);
		expect(weakestPrerequisite).toEqual({ unit: 'trunk', section: 'b', right: 9, asked: 10 });
	});

	it('names the section with the most misses over all its quizzes, of those that the unit still has', () => {
		const weakest = (...story: readonly AttemptWords[]) => prescribed(deck, 'branch', ...story, ...stuckIn('branch')).weakestPrerequisite;
		expect(weakest({ unit: 'trunk', marks: { a: '--+', b: '-++' } }, { unit: 'trunk', marks: { a: '++++', b: '-?--+' } })).toEqual({
			unit: 'trunk',
			section: 'b',
			right: 8,
			asked: 15,
		});
		expect(weakest({ unit: 'trunk', marks: { gone: '----', b: '-++' } })?.section).toBe('b');
		expect(weakest({ unit: 'trunk', marks: { gone: '----', b: '+++' } })).toEqual({ unit: 'trunk', right: 3, asked: 7 });
	});

	it('weighs what it took to master a unit, not only the attempt that did', () => {
		const { weakestPrerequisite } = prescribed(
			deck,
			'branch',
			...[notYet, notYet, notYet, notYet, { a: '+++++', b: '+++++' }].map((marks) => ({ unit: 'roots', marks })),
			{ unit: 'trunk', marks: qualifying },
			...stuckIn('branch'),
		);
		expect(weakestPrerequisite).toMatchObject({ unit: 'roots', right: 42, asked: 50 });
	});
});
