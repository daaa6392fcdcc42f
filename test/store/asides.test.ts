import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { StoreError } from '../../src/store/faults.ts';
import { opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, CHOICE, DRAWN, itemOf, MULTIPLE, newAttempt, RIGHT, TEXT, TREE } from './fixtures/sample.ts';

const TWO = [itemOf(CHOICE), itemOf(MULTIPLE)];

/** A record, and a way to sit an attempt of two questions, both shown. */
function sitting(file = temporaryFile(), learner = 'me') {
	const record = opened(file, {}, learner);
	const sit = (number: number, override: Parameters<typeof newAttempt>[0] = {}) => {
		const { id } = record.begin(newAttempt({ id: attemptId(number), items: TWO, ...override })).attempt;
		record.show(id, 1, 1_000);
		record.show(id, 2, 1_000);
		return id;
	};
	return { record, sit };
}

describe('a bookmark', () => {
	it('is set, comes back with its question, and is taken away', () => {
		const { record, sit } = sitting();
		const id = sit(1);
		record.bookmark(id, 2, true, 2_000);
		expect(record.bookmarks()).toStrictEqual([{ deck: 'git', unit: 'snapshots', question: 'stores', attempt: id, position: 2, at: 2_000 }]);
		record.bookmark(id, 2, false, 3_000);
		expect(record.bookmarks()).toEqual([]);
		record.bookmark(id, 2, true, 1_500);
		expect(record.bookmarks()).toMatchObject([{ question: 'stores', at: 1_500 }]);
	});

	it('belongs to the question, whatever attempt it was asked in: a later one takes it away', () => {
		const { record, sit } = sitting();
		const first = sit(1);
		record.bookmark(first, 1, true, 2_000);
		record.finish(first, 'ended', 2_100);
		const second = sit(2, { items: TWO.toReversed() });
		expect(record.bookmarks()).toMatchObject([{ question: 'points-at', attempt: second, position: 2, at: 2_000 }]);
		record.bookmark(second, 2, false, 2_200);
		expect(record.bookmarks()).toEqual([]);
	});

	it('points at the question where it was shown last, not where it has only been drawn', () => {
		const { record, sit } = sitting();
		const first = sit(1);
		record.bookmark(first, 1, true, 2_000);
		record.finish(first, 'ended', 2_100);
		record.begin(newAttempt({ id: attemptId(2), items: TWO }));
		expect(record.bookmarks()).toMatchObject([{ attempt: first }]);
		record.show(attemptId(2), 1, 2_200);
		expect(record.bookmarks()).toMatchObject([{ attempt: attemptId(2) }]);
	});

	it('is told with others oldest first, by order and not by clock, and by deck', () => {
		const { record, sit } = sitting();
		const git = sit(1);
		const music = sit(2, { deck: 'music' });
		const branches = sit(3, { unit: 'branches' });
		record.bookmark(music, 1, true, 9_000);
		record.bookmark(git, 1, true, 5_000);
		record.bookmark(branches, 1, true, 1_000);
		record.bookmark(git, 1, true, 4_000);
		expect(record.bookmarks().map(({ attempt, at }) => [attempt, at])).toEqual([
			[music, 9_000],
			[branches, 1_000],
			[git, 4_000],
		]);
		expect(record.bookmarks('git').map(({ unit }) => unit)).toEqual(['branches', 'snapshots']);
		expect(record.bookmarks('chess')).toEqual([]);
	});

	it('is there after closing, and unknown to another learner', () => {
		const file = temporaryFile();
		const { record, sit } = sitting(file);
		const id = sit(1);
		record.bookmark(id, 1, true, 2_000);
		const yours = sitting(file, 'you');
		expect(yours.record.bookmarks()).toEqual([]);
		expect(() => yours.record.bookmark(id, 1, false, 2_100)).toThrow('no question 1');
		const own = yours.sit(2);
		yours.record.bookmark(own, 1, true, 2_200);
		yours.record.bookmark(own, 1, false, 2_300);
		record.close();
		expect(opened(file).bookmarks()).toHaveLength(1);
	});

	it('can be set while the attempt is open and after it has ended, but not on a question never shown', () => {
		const { record } = sitting();
		const { id } = record.begin(newAttempt({ items: TWO })).attempt;
		expect(() => record.bookmark(id, 1, true, 1_000)).toThrow('Question 1 of attempt');
		expect(() => record.bookmark(id, 3, true, 1_000)).toThrow('no question 3');
		record.show(id, 1, 1_100);
		record.finish(id, 'ended', 1_200);
		record.bookmark(id, 1, true, 1_300);
		expect(record.bookmarks()).toHaveLength(1);
	});
});

describe('a dispute', () => {
	it('comes back with question, fingerprint, answer and note', () => {
		const { record, sit } = sitting();
		const id = sit(1);
		record.answer(id, 1, TREE, RIGHT, 1_500);
		record.dispute(id, 1, 'It also points at its parents.', 2_000);
		expect(record.disputes()).toStrictEqual([
			{
				attempt: id,
				position: 1,
				deck: 'git',
				unit: 'snapshots',
				question: 'points-at',
				fingerprint: 'f00d',
				answer: TREE,
				note: 'It also points at its parents.',
				at: 2_000,
			},
		]);
	});

	it('has no answer where it was made before one was given', () => {
		const { record, sit } = sitting();
		const id = sit(1);
		record.dispute(id, 1, 'before', 2_000);
		record.answer(id, 1, TREE, RIGHT, 1_500);
		record.dispute(id, 1, 'after', 1_000);
		expect(record.disputes().map(({ note, answer }) => [note, answer])).toEqual([
			['before', undefined],
			['after', TREE],
		]);
		expect(record.disputes()[0]).not.toHaveProperty('answer');
	});

	it('is told with others oldest first, and by deck and learner', () => {
		const file = temporaryFile();
		const { record, sit } = sitting(file);
		const music = sit(1, { deck: 'music' });
		const git = sit(2);
		record.dispute(git, 2, 'first', 9_000);
		record.dispute(music, 1, 'second', 1);
		record.dispute(git, 1, 'third', 5);
		expect(record.disputes().map(({ note }) => note)).toEqual(['first', 'second', 'third']);
		expect(record.disputes('git').map(({ note }) => note)).toEqual(['first', 'third']);
		const yours = sitting(file, 'you').record;
		expect(yours.disputes()).toEqual([]);
		expect(() => yours.dispute(git, 1, 'mine?', 6)).toThrow('no question 1');
	});

	it.each([
		['nothing', ''],
		['half a surrogate pair and a NUL', 'a\uD800\0b'],
		['an escape sequence', '\u001b[2J'],
		['quotes and lines', '"no"\n\\'],
	])('keeps a note of %s as typed', (_, note) => {
		const { record, sit } = sitting();
		record.dispute(sit(1), 1, note, 2_000);
		expect(record.disputes().map((dispute) => dispute.note)).toEqual([note]);
	});

	it('of a question never shown is a bug', () => {
		const { record } = sitting();
		const { id } = record.begin(newAttempt({ items: TWO })).attempt;
		expect(() => record.dispute(id, 2, '', 1_000)).toThrow('never shown');
		expect(record.disputes()).toEqual([]);
	});

	it('has its place in the order of all facts', () => {
		const { record, sit } = sitting();
		const id = sit(1);
		record.dispute(id, 1, '', 2_000);
		record.bookmark(id, 1, true, 2_100);
		record.answer(id, 1, TREE, RIGHT, 2_200);
		record.bookmark(id, 1, true, 2_300);
		record.dispute(id, 1, '', 2_400);
		expect(record.disputes().map(({ answer }) => answer)).toEqual([undefined, TREE]);
	});
});

describe('variants in exposures', () => {
	const drawn = (values: Readonly<Record<string, number | string>>) => itemOf({ ...DRAWN, variant: { seed: 1, values } });

	it('are the values shown so far, each once, in order of showing', () => {
		const { record } = sitting();
		const ask = (number: number, values: Readonly<Record<string, number | string>>, shown = true) => {
			const { id } = record.begin(newAttempt({ id: attemptId(number), kind: 'review', items: [drawn(values), itemOf(TEXT)] })).attempt;
			if (shown) for (const position of [1, 2]) record.show(id, position, 1_000);
			record.finish(id, 'ended', 1_100);
		};
		ask(1, { v: 9, r: 0.5, name: '007' });
		ask(2, { v: 2, r: 10, name: '7' });
		ask(3, { v: 4, r: 10, name: 'é\uD800' }, false);
		ask(4, { name: '007', r: 0.5, v: 9 });
		expect(record.exposures('git', 'snapshots')).toEqual([
			{
				question: 'current',
				timesShown: 3,
				lastShown: expect.any(Number),
				variants: [
					{ v: 9, r: 0.5, name: '007' },
					{ v: 2, r: 10, name: '7' },
				],
			},
			{ question: 'name', timesShown: 3, lastShown: expect.any(Number) },
		]);
		expect(record.exposures('git', 'snapshots')[1]).not.toHaveProperty('variants');
		expect(record.exposures('git', 'branches')).toEqual([]);
	});

	it('that are damaged are a fault of the file', () => {
		const file = temporaryFile();
		const { record } = sitting(file);
		const { id } = record.begin(newAttempt({ items: [drawn({ v: 1 })] })).attempt;
		record.show(id, 1, 1_000);
		const behind = new Database(file);
		behind.exec("UPDATE exposed_variant SET variant = '[null]'");
		behind.close();
		expect(() => record.exposures('git', 'snapshots')).toThrow(StoreError);
		expect(() => record.exposures('git', 'snapshots')).toThrow(
			expect.objectContaining({ fault: expect.objectContaining({ kind: 'corrupt', detail: expect.stringContaining('variant') }) }),
		);
	});
});
