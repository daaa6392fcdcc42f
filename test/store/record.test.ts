import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Answer, Verdict } from '../../src/model/attempt.ts';
import { opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, CHOICE, itemOf, MULTIPLE, NUMBER, newAttempt, QUESTIONS, RIGHT, TEXT, TREE } from './fixtures/sample.ts';

const MISSED: Verdict = { kind: 'missed' };
const DIFF: Answer = { type: 'choice', chosen: 'A diff' };

describe('an attempt', () => {
	it('comes back whole, with the questions as they were asked', () => {
		const record = opened(temporaryFile());
		const attempt = newAttempt({ deckVersion: '1.10' });
		const { items, ...head } = attempt;
		const expected = { ...head, learner: 'me', asked: items.map((item, index) => ({ ...item, position: index + 1 })) };
		expect(record.begin(attempt)).toStrictEqual({ begun: true, attempt: expected });
		expect(record.attempt(attempt.id)).toStrictEqual(expected);
		expect(record.openAttempts()).toStrictEqual([expected]);
	});

	it('is still there after closing and opening again', () => {
		const file = temporaryFile();
		const first = opened(file);
		const { attempt } = first.begin(newAttempt());
		first.show(attempt.id, 1, 1_100);
		first.answer(attempt.id, 1, TREE, RIGHT, 1_200);
		const before = first.attempt(attempt.id);
		first.close();
		expect(opened(file).attempt(attempt.id)).toStrictEqual(before);
		expect(before?.asked[0]).toMatchObject({ shownAt: 1_100, answer: TREE, verdict: RIGHT, answeredAt: 1_200 });
	});

	it('is unknown to another learner', () => {
		const file = temporaryFile();
		const mine = opened(file);
		const yours = opened(file, {}, 'you');
		const { attempt } = mine.begin(newAttempt());
		expect(yours.attempt(attempt.id)).toBeUndefined();
		expect(yours.summaries('git')).toEqual([]);
		expect(yours.recentDecks()).toEqual([]);
		expect(() => yours.show(attempt.id, 1, 1_100)).toThrow('no question 1');
		expect(() => yours.finish(attempt.id, 'ended', 1_100)).toThrow('no attempt');
		expect(yours.begin(newAttempt({ id: attemptId(2) })).begun).toBe(true);
	});

	it('is returned instead of a second one of its kind in its unit', () => {
		const record = opened(temporaryFile());
		const first = record.begin(newAttempt()).attempt;
		expect(record.begin(newAttempt({ id: attemptId(2), seed: 7 }))).toStrictEqual({ begun: false, attempt: first });
		expect(record.begin(newAttempt({ id: attemptId(4), unit: 'branches' })).begun).toBe(true);
		record.finish(first.id, 'ended', 2_000);
		expect(record.begin(newAttempt({ id: attemptId(5) })).begun).toBe(true);
		expect(record.openAttempts('git').map((attempt) => attempt.id)).toEqual([4, 5].map(attemptId));
	});

	it('of practice gives way to a quiz: the open quiz is returned instead, and a new quiz ends it', () => {
		const record = opened(temporaryFile());
		const practice = record.begin(newAttempt({ id: attemptId(1), kind: 'practice' })).attempt.id;
		const quiz = record.begin(newAttempt({ id: attemptId(2) })).attempt;
		expect(record.attempt(practice)?.outcome).toBe('ended');
		expect(record.show(practice, 1, 1_100)).toBe('ended');
		expect(record.attempt(practice)?.asked[0]?.shownAt).toBeUndefined();
		expect(record.begin(newAttempt({ id: attemptId(3), kind: 'practice' }))).toStrictEqual({ begun: false, attempt: quiz });
	});

	it('is finished by its last answer, in one step', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt({ items: [itemOf(CHOICE), itemOf(MULTIPLE)] })).attempt;
		for (const position of [2, 1]) {
			expect(record.attempt(id)?.outcome).toBeUndefined();
			record.show(id, position, 1_100);
			record.answer(id, position, { type: 'dont-know' }, { kind: 'dont-know' }, 1_200);
		}
		expect(record.attempt(id)).toMatchObject({ outcome: 'finished', finishedAt: 1_200 });
	});

	it('is refused when it asks nothing, and leaves no trace', () => {
		const record = opened(temporaryFile());
		expect(() => record.begin(newAttempt({ items: [] }))).toThrow('asks nothing');
		expect(record.summaries('git')).toEqual([]);
	});

	it('is refused under an id that is taken', () => {
		const record = opened(temporaryFile());
		record.begin(newAttempt());
		expect(() => record.begin(newAttempt({ unit: 'branches' }))).toThrow('is taken');
		expect(record.summaries('git')).toHaveLength(1);
	});

	it('keeps its first outcome', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		record.finish(id, 'finished', 2_000);
		record.finish(id, 'ended', 3_000);
		expect(record.attempt(id)).toMatchObject({ outcome: 'finished', finishedAt: 2_000 });
		expect(record.openAttempts()).toEqual([]);
	});

	it('is open only in its deck', () => {
		const record = opened(temporaryFile());
		record.begin(newAttempt());
		expect(record.openAttempts('git')).toHaveLength(1);
		expect(record.openAttempts('music')).toEqual([]);
	});
});

describe('a showing', () => {
	it('keeps its first time', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 2, 1_100);
		record.show(id, 2, 9_900);
		expect(record.attempt(id)?.asked.map((asked) => asked.shownAt)).toEqual(QUESTIONS.map((_, index) => (index === 1 ? 1_100 : undefined)));
	});

	it('of a question that is not there is a bug', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		const beyond = QUESTIONS.length + 1;
		expect(() => record.show(id, beyond, 1_100)).toThrow(`no question ${beyond}`);
		expect(() => record.show(attemptId(9), 1, 1_100)).toThrow('no question 1');
	});
});

describe('an answer', () => {
	const answers: readonly (readonly [Answer, Verdict])[] = [
		[DIFF, { kind: 'missed' }],
		[
			{ type: 'multiple', chosen: ['An author', 'A diff'] },
			{ kind: 'missed', partly: { of: 'options', right: ['An author'], left: ['A message'], wrong: ['A diff'] } },
		],
		[{ type: 'true-false', chosen: false }, RIGHT],
		[
			{ type: 'text', typed: 'blöb' },
			{ kind: 'right', accepted: { as: 'blob', despite: 'accents' } },
		],
		[{ type: 'dont-know' }, { kind: 'dont-know' }],
		[
			{
				type: 'cloze',
				filled: [
					{ blank: 'ref', typed: 'HAED' },
					{ blank: 'verb', typed: 'a\uD800\0b' },
				],
			},
			{
				kind: 'missed',
				partly: {
					of: 'blanks',
					blanks: [
						{ blank: 'ref', right: true, accepted: { as: 'HEAD', despite: 'typos' } },
						{ blank: 'verb', right: false },
					],
				},
			},
		],
		[
			{ type: 'order', arranged: ['edit', 'commit', 'add'] },
			{ kind: 'missed', partly: { of: 'items', firstOff: 1 } },
		],
		[
			{
				type: 'match',
				paired: [
					{ left: 'a tree', right: 'names' },
					{ left: 'a blob', right: 'authors' },
				],
			},
			{
				kind: 'missed',
				partly: {
					of: 'pairs',
					pairs: [
						{ left: 'a tree', right: true },
						{ left: 'a blob', right: false },
					],
				},
			},
		],
		[
			{ type: 'number', typed: '1.5' },
			{ kind: 'right', blanks: [{ blank: 'ref', as: 'HEAD', despite: 'accents' }] },
		],
	];

	it('of every type comes back with its verdict', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		for (const [index, [answer, verdict]] of answers.entries()) {
			record.show(id, index + 1, 1_100);
			expect(record.answer(id, index + 1, answer, verdict, 1_200)).toBe('committed');
		}
		expect(record.attempt(id)?.asked.map(({ answer, verdict }) => [answer, verdict])).toStrictEqual(answers);
	});

	it('stands: a second one changes nothing', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 1, 1_100);
		record.answer(id, 1, TREE, RIGHT, 1_200);
		expect(record.answer(id, 1, DIFF, MISSED, 1_300)).toBe('already-answered');
		expect(record.attempt(id)?.asked[0]).toMatchObject({ answer: TREE, verdict: RIGHT, answeredAt: 1_200 });
	});

	it('to a question that was never shown is a bug', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		expect(() => record.answer(id, 1, TREE, RIGHT, 1_200)).toThrow('never shown');
		expect(() => record.answer(id, 0, TREE, RIGHT, 1_200)).toThrow('no question 0');
	});

	it('comes too late once the attempt has ended, shown or not', () => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 1, 1_100);
		record.finish(id, 'ended', 1_150);
		expect(record.answer(id, 1, TREE, RIGHT, 1_200)).toBe('already-answered');
		expect(record.answer(id, 2, { type: 'dont-know' }, { kind: 'dont-know' }, 1_200)).toBe('already-answered');
		expect(record.attempt(id)?.asked.some((asked) => asked.answer !== undefined)).toBe(false);
	});

	it.each([
		['half a surrogate pair', 'a\uD800b\uDFFF'],
		['a NUL', 'before\0after'],
		['a key of objects', '__proto__'],
		['an escape sequence', '\u001b[2J\u202Ex'],
		['a family', '👨‍👩‍👧 naïve 漢字'],
		['nothing', ''],
	])('typed with %s comes back as typed', (_, typed) => {
		const record = opened(temporaryFile());
		const { id } = record.begin(newAttempt({ items: [itemOf(TEXT), itemOf({ ...NUMBER, stem: typed })] })).attempt;
		record.show(id, 1, 1_100);
		record.answer(id, 1, { type: 'text', typed }, MISSED, 1_200);
		expect(record.attempt(id)?.asked[0]?.answer).toStrictEqual({ type: 'text', typed });
		expect(record.attempt(id)?.asked[1]?.question.stem).toBe(typed);
	});
});

describe('plain columns', () => {
	it.each([
		['half a surrogate pair', 'a\uD800'],
		['a NUL', 'a\0b'],
		['nothing', ''],
	])('refuse %s', (_, text) => {
		const record = opened(temporaryFile());
		expect(() => record.begin(newAttempt({ deckVersion: text }))).toThrow('can be stored');
		expect(() => record.read('git', 'snapshots', text, 1_000)).toThrow('can be stored');
		expect(() => opened(temporaryFile(), {}, text)).toThrow('can be stored');
	});

	it('refuse a time that is not a whole number', () => {
		const record = opened(temporaryFile());
		expect(() => record.begin(newAttempt({ startedAt: 1.5 }))).toThrow('INTEGER');
		expect(() => record.begin(newAttempt({ startedAt: Number.NaN }))).toThrow('NOT NULL');
		expect(() => record.begin(newAttempt({ seed: 4_294_967_296 }))).toThrow('CHECK');
	});
});

describe('summaries', () => {
	it('tell every attempt of the deck, oldest first whatever the clock says', () => {
		const record = opened(temporaryFile());
		const first = record.begin(newAttempt({ startedAt: 9_000, items: [itemOf(CHOICE), itemOf(MULTIPLE)] })).attempt;
		record.show(first.id, 1, 9_100);
		record.answer(first.id, 1, DIFF, MISSED, 9_200);
		record.finish(first.id, 'ended', 9_300);
		record.begin(newAttempt({ id: attemptId(2), unit: 'branches', kind: 'practice', startedAt: 5, items: [itemOf(TEXT)] }));
		record.begin(newAttempt({ id: attemptId(3), deck: 'music' }));
		expect(record.summaries('git')).toStrictEqual([
			{
				id: attemptId(1),
				unit: 'snapshots',
				kind: 'quiz',
				rule: { benchmark: 8750, passes: 1, floor: 0 },
				startedAt: 9_000,
				finishedAt: 9_300,
				outcome: 'ended',
				questions: [
					{ id: 'points-at', section: 'commits', shown: true, verdict: 'missed' },
					{ id: 'stores', section: 'commits' },
				],
				timeOnTask: 100,
			},
			{
				id: attemptId(2),
				unit: 'branches',
				kind: 'practice',
				rule: { benchmark: 8750, passes: 1, floor: 0 },
				startedAt: 5,
				questions: [{ id: 'name', section: 'trees' }],
			},
		]);
	});
});

describe('exposures', () => {
	it('count showings over every kind of attempt in the unit, and only showings', () => {
		const record = opened(temporaryFile());
		const quiz = record.begin(newAttempt()).attempt.id;
		record.show(quiz, 2, 1_100);
		record.show(quiz, 1, 1_200);
		record.answer(quiz, 1, DIFF, MISSED, 1_300);
		record.finish(quiz, 'ended', 1_350);
		const practice = record.begin(newAttempt({ id: attemptId(2), kind: 'practice', items: [itemOf(CHOICE)] })).attempt.id;
		record.show(practice, 1, 50);
		const elsewhere = record.begin(newAttempt({ id: attemptId(3), unit: 'branches' })).attempt.id;
		record.show(elsewhere, 1, 1_400);
		const exposures = record.exposures('git', 'snapshots').toSorted((a, b) => a.lastShown - b.lastShown);
		expect(exposures).toEqual([
			{ question: 'stores', timesShown: 1, lastShown: expect.any(Number) },
			{ question: 'points-at', timesShown: 2, lastShown: expect.any(Number), lastVerdict: 'missed' },
		]);
		expect(new Set(exposures.map((exposure) => exposure.lastShown)).size).toBe(2);
	});

	it('take the verdict given last, though its question was shown first and the clock went back', () => {
		const record = opened(temporaryFile());
		const quiz = record.begin(newAttempt({ items: [itemOf(CHOICE)] })).attempt.id;
		const review = record.begin(newAttempt({ id: attemptId(2), kind: 'review', items: [itemOf(CHOICE)] })).attempt.id;
		record.show(quiz, 1, 1_000);
		record.show(review, 1, 1_100);
		record.answer(review, 1, DIFF, MISSED, 1_200);
		record.answer(quiz, 1, TREE, RIGHT, 7);
		expect(record.exposures('git', 'snapshots')).toMatchObject([{ timesShown: 2, lastVerdict: 'right' }]);
	});
});

describe('readings and recent decks', () => {
	it('give the latest reading of each section, by order and not by clock', () => {
		const record = opened(temporaryFile());
		record.read('git', 'snapshots', 'commits', 5_000);
		record.read('git', 'snapshots', 'trees', 5_100);
		record.read('git', 'snapshots', 'commits', 4_000);
		record.read('git', 'branches', 'heads', 6_000);
		expect(record.readings('git', 'snapshots')).toEqual(
			new Map([
				['commits', 4_000],
				['trees', 5_100],
			]),
		);
		expect(record.readings('git', 'remotes')).toEqual(new Map());
	});

	it('put the deck used last first: begun, read, shown or answered', () => {
		const record = opened(temporaryFile());
		expect(record.recentDecks()).toEqual([]);
		const git = record.begin(newAttempt({ startedAt: 9_000 })).attempt.id;
		record.read('music', 'scales', 'major', 5);
		expect(record.recentDecks()).toEqual(['music', 'git']);
		record.show(git, 1, 4);
		expect(record.recentDecks()).toEqual(['git', 'music']);
		record.begin(newAttempt({ id: attemptId(2), deck: 'chess', startedAt: 3 }));
		expect(record.recentDecks()).toEqual(['chess', 'git', 'music']);
		record.answer(git, 1, TREE, RIGHT, 2);
		expect(record.recentDecks()).toEqual(['git', 'chess', 'music']);
	});
});

describe('closing', () => {
	it('twice is once, and leaves one file', () => {
		const file = temporaryFile();
		const record = opened(file);
		record.begin(newAttempt());
		record.close();
		record.close({ optimise: false });
		expect(readdirSync(dirname(file))).toEqual(['record.db']);
	});

	it('in a hurry keeps everything', () => {
		const file = temporaryFile();
		const record = opened(file);
		record.begin(newAttempt());
		record.close({ optimise: false });
		expect(opened(file).summaries('git')).toHaveLength(1);
	});
});
