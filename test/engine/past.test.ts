import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judge } from '../../src/engine/judge.ts';
import { countsForMastery, pastOf, pastsOf, wholePastOf } from '../../src/engine/past.ts';
import type { AttemptSummary } from '../../src/model/attempt.ts';
import { judgedKept, listedKept } from '../../src/model/decision.ts';
import { type AttemptWords, attempts, notYet, qualifying } from './builders.ts';

const seed = 20_260_131;

/** Quizzes that qualify or do not, practice, and attempts that are open or were only looked at. */
const words: fc.Arbitrary<readonly AttemptWords[]> = fc.array(
	fc.record({
		marks: fc.constantFrom(qualifying, notYet, { a: '.....' }, { a: '+-', b: '?+' }),
		kind: fc.constantFrom('quiz', 'quiz', 'quiz', 'practice'),
		outcome: fc.constantFrom('finished', 'finished', 'finished', 'ended', 'open'),
	}),
	{ maxLength: 120 },
);

const timed = (made: readonly AttemptSummary[]) => made.map((attempt, index) => ({ ...attempt, timeOnTask: index }));

describe('what the attempts of a unit come to', () => {
	it('is the same in one go and taken up again anywhere', () => {
		fc.assert(
			fc.property(words, fc.array(fc.nat(120), { maxLength: 4 }), (said, cuts) => {
				const made = timed(attempts(...said));
				const places = [0, ...cuts.toSorted((a, b) => a - b), made.length];
				const inPieces = places.slice(1).reduce((past, end, index) => pastOf(made.slice(places[index], end), past), pastOf([]));
				expect(inPieces).toStrictEqual(pastOf(made));
			}),
			{ seed, numRuns: 200 },
		);
	});

	it('tells the latest one by one and counts the others, and nothing else is lost', () => {
		fc.assert(
			fc.property(words, (said) => {
				const made = timed(attempts(...said));
				const { recent, earlier, ...past } = pastOf(made);
				const { recent: all, earlier: none, ...whole } = wholePastOf(made);
				expect(past).toStrictEqual(whole);
				expect(none).toBeUndefined();
				expect(all.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
				const counting = all.filter(({ judged }) => judged !== undefined);
				expect(counting.map(({ id }) => id)).toEqual(made.filter(countsForMastery).map(({ id }) => id));
				const told = new Set([...counting.slice(-judgedKept), ...all.slice(-listedKept)]);
				expect(recent).toStrictEqual(all.filter((attempt) => told.has(attempt)));
				const before = made.filter(countsForMastery).slice(0, -judgedKept).map(judge);
				expect(earlier?.count ?? 0).toBe(before.length);
				expect(earlier?.notYets ?? 0).toBe(before.filter(({ qualifies }) => !qualifies).length);
				if (earlier !== undefined) {
					const { right, asked } = earlier.best;
					expect(before.every((each) => right * each.asked >= each.right * asked)).toBe(true);
					expect(before.some((each) => right === each.right && asked === each.asked)).toBe(true);
				}
			}),
			{ seed, numRuns: 200 },
		);
	});

	it('keeps the form that is written down: another needs another number', () => {
		const made = timed(attempts({ marks: notYet }, { marks: qualifying }, { marks: notYet, kind: 'practice' }));
		expect(pastOf(made)).toMatchInlineSnapshot(`
			{
			  "answered": [
			    {
			      "asked": 10,
			      "right": 10,
			      "section": "a",
			    },
			    {
			      "asked": 10,
			      "right": 7,
			      "section": "b",
			    },
			  ],
			  "attempts": 3,
			  "best": {
			    "asked": 10,
			    "need": 9,
			    "qualifies": true,
			    "right": 9,
			    "sections": [
			      {
			        "asked": 5,
			        "dontKnow": 0,
			        "right": 5,
			        "section": "a",
			      },
			      {
			        "asked": 5,
			        "dontKnow": 0,
			        "right": 4,
			        "section": "b",
			      },
			    ],
			    "shortfalls": [],
			  },
			  "first": {
			    "asked": 10,
			    "right": 8,
			  },
			  "latestEnd": 2000,
			  "mastery": {
			    "by": "attempt-2",
			    "startedAt": 2000,
			  },
			  "notYetsInARow": 0,
			  "practised": true,
			  "recent": [
			    {
			      "answered": 10,
			      "finishedAt": 2000,
			      "id": "attempt-1",
			      "judged": {
			        "id": "attempt-1",
			        "judgement": {
			          "asked": 10,
			          "need": 9,
			          "qualifies": false,
			          "right": 8,
			          "sections": [
			            {
			              "asked": 5,
			              "dontKnow": 0,
			              "right": 5,
			              "section": "a",
			            },
			            {
			              "asked": 5,
			              "dontKnow": 0,
			              "right": 3,
			              "section": "b",
			            },
			          ],
			          "shortfalls": [
			            {
			              "asked": 10,
			              "kind": "benchmark",
			              "need": 9,
			              "right": 8,
			            },
			          ],
			        },
			        "mastered": false,
			        "passes": 1,
			        "streak": 0,
			      },
			      "kind": "quiz",
			      "outcome": "finished",
			      "rule": {
			        "benchmark": 9000,
			        "floor": 0,
			        "passes": 1,
			      },
			      "score": {
			        "asked": 10,
			        "right": 8,
			      },
			      "startedAt": 1000,
			      "timeOnTask": 0,
			    },
			    {
			      "answered": 10,
			      "finishedAt": 2000,
			      "id": "attempt-2",
			      "judged": {
			        "id": "attempt-2",
			        "judgement": {
			          "asked": 10,
			          "need": 9,
			          "qualifies": true,
			          "right": 9,
			          "sections": [
			            {
			              "asked": 5,
			              "dontKnow": 0,
			              "right": 5,
			              "section": "a",
			            },
			            {
			              "asked": 5,
			              "dontKnow": 0,
			              "right": 4,
			              "section": "b",
			            },
			          ],
			          "shortfalls": [],
			        },
			        "mastered": true,
			        "passes": 1,
			        "streak": 1,
			      },
			      "kind": "quiz",
			      "outcome": "finished",
			      "rule": {
			        "benchmark": 9000,
			        "floor": 0,
			        "passes": 1,
			      },
			      "score": {
			        "asked": 10,
			        "right": 9,
			      },
			      "startedAt": 2000,
			      "timeOnTask": 1,
			    },
			    {
			      "answered": 10,
			      "finishedAt": 2000,
			      "id": "attempt-3",
			      "kind": "practice",
			      "outcome": "finished",
			      "rule": {
			        "benchmark": 9000,
			        "floor": 0,
			        "passes": 1,
			      },
			      "score": {
			        "asked": 10,
			        "right": 8,
			      },
			      "startedAt": 3000,
			      "timeOnTask": 2,
			    },
			  ],
			  "streak": 1,
			  "timeOnTask": 3,
			}
		`);
	});

	it('is told unit by unit', () => {
		const made = attempts({ marks: notYet }, { marks: qualifying, unit: 'other' }, { marks: qualifying });
		expect([...pastsOf(made)].map(([unit, { attempts: count, streak }]) => [unit, count, streak])).toEqual([
			['unit', 2, 1],
			['other', 1, 1],
		]);
	});
});
