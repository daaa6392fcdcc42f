import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countsForMastery, pastsOf } from '../../src/engine/past.ts';
import { standingsOf } from '../../src/engine/standing.ts';
import type { AttemptSummary, Exposure } from '../../src/model/attempt.ts';
import type { UnitStanding } from '../../src/model/decision.ts';
import type { Deck, Id, Rule } from '../../src/model/deck.ts';
import {
	type AttemptWords,
	attempt,
	attempts,
	choice,
	deckOf,
	exposure,
	ninetyPercent,
	notYet,
	propertySeed,
	qualifying,
	section,
	unitOf,
} from './builders.ts';

const alone = deckOf({ unit: [] });

function standingOf(deck: Deck, made: readonly AttemptSummary[], unit: Id = 'unit', exposures: readonly Exposure[] = []): UnitStanding {
	const standing = standingsOf(deck, pastsOf(made), () => exposures).get(unit);
	if (standing === undefined) throw new Error(`${unit} is not in the deck`);
	return standing;
}

function standingAfter(...words: readonly AttemptWords[]): UnitStanding {
	return standingOf(alone, attempts(...words));
}

const twice: Rule = { ...ninetyPercent, passes: 2 };
const eighty: Rule = { ...ninetyPercent, benchmark: 8_000 };
const whole: Rule = { ...ninetyPercent, benchmark: 10_000 };

describe('mastery', () => {
	it('is not there before an attempt', () => {
		expect(standingAfter()).toEqual({
			unit: 'unit',
			state: 'open',
			gate: { open: true },
			need: { asked: 10, right: 9, rule: ninetyPercent },
			judged: [],
			streak: 0,
			notYetsInARow: 0,
			fresh: 10,
			pool: 10,
		});
	});

	it('is reached by the attempt that meets the benchmark', () => {
		const standing = standingAfter({ marks: notYet }, { marks: qualifying });
		expect(standing).toMatchObject({ state: 'mastered', masteredBy: 'attempt-2', streak: 1, notYetsInARow: 0 });
		expect(standing.judged.map(({ mastered }) => mastered)).toEqual([false, true]);
	});

	it('is a latch: a worse retake takes nothing away, and the first mastering attempt stays the one', () => {
		const standing = standingAfter({ marks: qualifying }, { marks: { a: '-----', b: '-----' } }, { marks: { a: '+++++', b: '+++++' } });
		expect(standing).toMatchObject({ state: 'mastered', masteredBy: 'attempt-1', notYetsInARow: 0, streak: 1 });
		expect(standing.judged.map(({ mastered, streak }) => [mastered, streak])).toEqual([
			[true, 1],
			[false, 0],
			[false, 1],
		]);
	});

	it('by two passes in a row needs them next to each other', () => {
		const broken = standingAfter({ marks: qualifying, rule: twice }, { marks: notYet, rule: twice }, { marks: qualifying, rule: twice });
		expect(broken).toMatchObject({ state: 'open', streak: 1, notYetsInARow: 0 });
		expect(broken.judged.map(({ streak }) => streak)).toEqual([1, 0, 1]);
		const kept = standingAfter({ marks: notYet, rule: twice }, { marks: qualifying, rule: twice }, { marks: qualifying, rule: twice });
		expect(kept).toMatchObject({ state: 'mastered', masteredBy: 'attempt-3', streak: 2 });
	});

	it('is not broken by a practice, an open attempt or another unit between two passes', () => {
		const between: readonly AttemptWords[] = [
			{ marks: { a: '---' }, kind: 'practice' },
			{ marks: { a: '---' }, outcome: 'open' },
			{ marks: { a: '---' }, unit: 'gone' },
			{ marks: { a: '...' }, outcome: 'ended' },
		];
		for (const words of between) {
			expect(standingAfter({ marks: qualifying, rule: twice }, words, { marks: qualifying, rule: twice }).masteredBy).toBe('attempt-3');
		}
	});

	it("is judged by the rule each attempt began under, not by the deck's rule of today", () => {
		const raised = deckOf({ unit: [] }, { rule: whole });
		expect(standingOf(raised, attempts({ marks: notYet, rule: eighty }))).toMatchObject({
			state: 'mastered',
			masteredBy: 'attempt-1',
			need: { asked: 10, right: 10, rule: whole },
		});
		const lowered = deckOf({ unit: [] }, { rule: eighty });
		expect(standingOf(lowered, attempts({ marks: notYet }))).toMatchObject({ state: 'open', need: { right: 8 } });
	});

	it('stays when more passes are asked for later, and comes with the next pass when fewer are', () => {
		expect(standingAfter({ marks: qualifying }, { marks: notYet, rule: twice }).masteredBy).toBe('attempt-1');
		expect(standingAfter({ marks: qualifying, rule: twice }, { marks: qualifying }).masteredBy).toBe('attempt-2');
		expect(standingAfter({ marks: qualifying, rule: twice }, { marks: notYet }).masteredBy).toBeUndefined();
		expect(standingOf(alone, attempts({ marks: qualifying, rule: twice })).state).toBe('open');
	});

	it('is kept from an attempt by the floor it began under', () => {
		const marks = { a: '++++++++++++++++++', b: '--' };
		expect(standingAfter({ marks, rule: { ...ninetyPercent, floor: 1 } }).state).toBe('open');
		expect(standingAfter({ marks }).state).toBe('mastered');
	});
});

describe('an attempt counts', () => {
	it.each(['practice', 'review', 'placement', 'exam'] as const)('not when it is a %s', (kind) => {
		expect(standingAfter({ marks: qualifying, kind })).toMatchObject({ state: 'open', judged: [] });
	});

	it('not while it is open', () => {
		expect(standingAfter({ marks: qualifying, outcome: 'open' })).toMatchObject({ state: 'open', judged: [], notYetsInARow: 0 });
	});

	it('as not yet when it was ended early', () => {
		const standing = standingAfter({ marks: { a: '+++++', b: '+....' }, outcome: 'ended' });
		expect(standing).toMatchObject({ state: 'open', notYetsInARow: 1, best: { right: 6, asked: 10 } });
		expect(standing.judged[0]?.judgement.shortfalls.map(({ kind }) => kind)).toEqual(['benchmark', 'unfinished']);
	});

	it('as mastered when it was ended early with the benchmark met already', () => {
		expect(standingAfter({ marks: { a: '+++++', b: '++++.' }, outcome: 'ended' }).state).toBe('mastered');
	});

	it('not when it was ended without a single answer', () => {
		expect(standingAfter({ marks: { a: '.....' }, outcome: 'ended' })).toMatchObject({ judged: [], notYetsInARow: 0 });
		expect(countsForMastery(attempt({ marks: { a: '.....' }, outcome: 'ended' }))).toBe(false);
	});

	it('when all that was answered is "I don\'t know"', () => {
		expect(standingAfter({ marks: { a: '?....' }, outcome: 'ended' })).toMatchObject({ notYetsInARow: 1 });
	});

	it('not when its unit is no longer in the deck', () => {
		const standings = standingsOf(alone, pastsOf(attempts({ marks: qualifying, unit: 'gone' }, { marks: notYet })), () => []);
		expect([...standings.keys()]).toEqual(['unit']);
		expect(standings.get('unit')?.judged.map(({ id }) => id)).toEqual(['attempt-2']);
	});
});

describe('not-yets in a row', () => {
	it.each([
		['', 0],
		['n', 1],
		['nnn', 3],
		['pn', 1],
		['npnn', 2],
		['nnp', 0],
		['npp', 0],
		['nppnn', 0],
	])('after %s are %i, by two passes', (story, count) => {
		const words = [...story].map((sign) => ({ marks: sign === 'p' ? qualifying : notYet, rule: twice }));
		expect(standingAfter(...words).notYetsInARow).toBe(count);
	});

	it('are none once mastered, however the retakes went', () => {
		expect(standingAfter({ marks: qualifying }, { marks: notYet }, { marks: notYet }, { marks: notYet }).notYetsInARow).toBe(0);
	});
});

describe('first and best', () => {
	it('are the first judged attempt and the highest share right', () => {
		const standing = standingAfter({ marks: { a: '+--' } }, { marks: { a: '++-' } }, { marks: { a: '+-' } });
		expect(standing).toMatchObject({ first: { right: 1, asked: 3 }, best: { right: 2, asked: 3 } });
	});

	it('the earlier of equals is the best, compared in integers', () => {
		expect(standingAfter({ marks: { a: '+--' } }, { marks: { a: '++----' } }).best).toEqual({ right: 1, asked: 3 });
		expect(standingAfter({ marks: { a: '++----' } }, { marks: { a: '+--' } }).best).toEqual({ right: 2, asked: 6 });
	});

	it('leave out what does not count', () => {
		const standing = standingAfter(
			{ marks: { a: '++' }, kind: 'practice' },
			{ marks: { a: '+-' } },
			{ marks: { a: '++' }, outcome: 'open' },
		);
		expect(standing).toMatchObject({ first: { right: 1, asked: 2 }, best: { right: 1, asked: 2 } });
	});

	it('are absent before an attempt', () => {
		expect(standingAfter()).not.toHaveProperty('first');
		expect(standingAfter()).not.toHaveProperty('best');
		expect(standingAfter()).not.toHaveProperty('masteredBy');
	});
});

describe('the pool of a standing', () => {
	it('counts what was never shown, a group as one', () => {
		const questions = [
			choice('q-1', 'a', { group: 'twins' }),
			choice('q-2', 'a', { group: 'twins' }),
			choice('q-3', 'a'),
			choice('q-4', 'a'),
		];
		const deck: Deck = { ...alone, units: [unitOf({}, { sections: [section('a')], questions })] };
		expect(standingOf(deck, [])).toMatchObject({ fresh: 3, pool: 3, need: { asked: 3, right: 3 } });
		expect(standingOf(deck, [], 'unit', [exposure('q-2', 1, 1)])).toMatchObject({ fresh: 2, pool: 3 });
		expect(standingOf(deck, [], 'unit', [exposure('q-3', 2, 1), exposure('gone', 1, 2)])).toMatchObject({ fresh: 2, pool: 3 });
	});

	it('is asked for once for each unit', () => {
		const asked: Id[] = [];
		standingsOf(deckOf({ one: [], two: ['one'], three: ['two'] }), new Map(), (unit) => {
			asked.push(unit);
			return [];
		});
		expect(asked).toEqual(['one', 'two', 'three']);
	});
});

describe('every story', () => {
	const words: fc.Arbitrary<AttemptWords> = fc.record({
		marks: fc.record({ a: fc.string({ unit: fc.constantFrom('+', '+', '+', '+', '-', '?', '.'), minLength: 1, maxLength: 6 }) }),
		outcome: fc.constantFrom('finished', 'finished', 'ended', 'open'),
		kind: fc.constantFrom('quiz', 'quiz', 'quiz', 'practice', 'exam'),
		rule: fc.record({ benchmark: fc.constantFrom(5_000, 8_000, 9_000, 10_000), passes: fc.integer({ min: 1, max: 3 }), floor: fc.nat(2) }),
	});

	it('never loses mastery by going on, and keeps the attempt that brought it', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 8 }), words, (story, next) => {
				const before = standingAfter(...story);
				const after = standingAfter(...story, next);
				if (before.masteredBy !== undefined) expect(after).toMatchObject({ state: 'mastered', masteredBy: before.masteredBy });
				expect(after.judged.slice(0, before.judged.length)).toEqual(before.judged);
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});

	it('is mastered exactly when a run of qualifying attempts was as long as its last one asked for', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 8 }), (story) => {
				const { judged, state, streak, notYetsInARow } = standingAfter(...story);
				const reached = judged.some(({ judgement, passes }, index) => {
					const run = judged.slice(Math.max(0, index - passes + 1), index + 1);
					return judgement.qualifies && run.length === passes && run.every((one) => one.judgement.qualifies);
				});
				expect(state === 'mastered').toBe(reached);
				expect(judged.filter(({ mastered }) => mastered)).toHaveLength(reached ? 1 : 0);
				expect(streak > 0).toBe(judged.at(-1)?.judgement.qualifies ?? false);
				if (!reached) expect(streak > 0 && notYetsInARow > 0).toBe(false);
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});
});
