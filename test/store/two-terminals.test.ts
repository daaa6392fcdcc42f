import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { chooseJournal, connect, patiently } from '../../src/store/connect.ts';
import { StoreError } from '../../src/store/faults.ts';
import { SqliteRecord } from '../../src/store/record.ts';
import { bundle, run } from './fixtures/child.ts';
import { faultOfOpening, opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, itemOf, newAttempt, QUESTIONS, RIGHT, TEXT, TREE } from './fixtures/sample.ts';

const MISSED = { kind: 'missed' } as const;
const DIFF = { type: 'choice', chosen: 'A diff' } as const;

let programs: ReturnType<typeof bundle>;
beforeAll(() => {
	programs = bundle('writer', 'holder', 'opener');
});
afterAll(() => programs.remove());

const program = (name: string) => `${programs.folder}/${name}.cjs`;

/** The fault of a call that cannot be kept. */
function faultOfCall(call: () => unknown): unknown {
	try {
		call();
	} catch (error) {
		if (error instanceof StoreError) return error.fault;
		throw error;
	}
	throw new Error('The call went through.');
}

describe('two terminals', () => {
	it('on the same attempt: each answer is kept once, whoever is quicker', () => {
		const file = temporaryFile();
		const [one, two] = [opened(file), opened(file)];
		const { id } = one.begin(newAttempt()).attempt;
		expect(two.begin(newAttempt({ id: attemptId(2) }))).toMatchObject({ begun: false, attempt: { id } });
		for (let position = 1; position <= QUESTIONS.length; position += 1) {
			const [quick, slow] = position % 2 === 0 ? [one, two] : [two, one];
			one.show(id, position, 1_000);
			two.show(id, position, 1_001);
			expect(slow.attempt(id)?.asked[position - 1]?.answer).toBeUndefined();
			expect(quick.answer(id, position, TREE, RIGHT, 1_100)).toBe('committed');
			expect(slow.answer(id, position, DIFF, MISSED, 1_200)).toBe('already-answered');
		}
		expect(one.attempt(id)).toStrictEqual(two.attempt(id));
		expect(one.attempt(id)?.asked.map((asked) => asked.answeredAt)).toEqual(QUESTIONS.map(() => 1_100));
	});

	it('on different units both go on, with one order of showings', () => {
		const file = temporaryFile();
		const [one, two] = [opened(file), opened(file)];
		const here = one.begin(newAttempt()).attempt.id;
		const there = two.begin(newAttempt({ id: attemptId(2), unit: 'branches' })).attempt.id;
		for (let position = 1; position <= QUESTIONS.length; position += 1) {
			// What was read before the other one wrote never stands in the way of writing.
			one.summaries('git');
			two.show(there, position, 1_000);
			one.show(here, position, 1_000);
			expect(two.answer(there, position, TREE, RIGHT, 1_100)).toBe('committed');
			expect(one.answer(here, position, TREE, RIGHT, 1_100)).toBe('committed');
		}
		const order = [...one.exposures('git', 'snapshots'), ...one.exposures('git', 'branches')].map((exposure) => exposure.lastShown);
		expect(new Set(order).size).toBe(2 * QUESTIONS.length);
	});

	it('that each write at full speed lose and double nothing', async () => {
		const file = temporaryFile();
		const children = ['a', 'b', 'c'].map((unit, index) => run(program('writer'), [file, unit, `${1 + index * 1_000}`, '8']));
		const acknowledged = (await Promise.all(children.map((child) => child.ended()))).flat();
		const stored = opened(file)
			.summaries('git')
			.flatMap(({ id, questions }) => questions.map((question, index) => [`${id} ${index + 1}`, question.verdict]));
		expect(acknowledged).toHaveLength(3 * 8 * QUESTIONS.length);
		expect(new Map(stored.map(([place, verdict]) => [place, verdict]))).toEqual(new Map(acknowledged.map((place) => [place, 'right'])));
	});

	it('that make the same new record at once both get it', async () => {
		const file = temporaryFile();
		const children = [1, 2, 3].map(() => run(program('opener'), [file]));
		const lines = (await Promise.all(children.map((child) => child.ended()))).flat();
		expect(lines).toEqual(Array(3).fill('{"ok":true,"notices":[]}'));
	});
});

describe('a process that keeps the file to itself', () => {
	it('makes an answer fail within the timeout, and the same call succeed afterwards', async () => {
		const file = temporaryFile();
		const record = opened(file, { timeout: 80 });
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 1, 1_000);
		const holder = run(program('holder'), [file, 'WAL']);
		await holder.printed(1);
		const answer = () => record.answer(id, 1, TREE, RIGHT, 1_100);
		expect(faultOfCall(answer)).toMatchObject({ kind: 'locked', path: file, detail: expect.stringContaining('SQLITE_BUSY') });
		expect(record.attempt(id)?.asked[0]?.answer).toBeUndefined();
		holder.process.stdin.end();
		await holder.printed(2);
		expect(answer()).toBe('committed');
	});

	it('still lets the record be opened and read', async () => {
		const file = temporaryFile();
		opened(file).begin(newAttempt());
		const holder = run(program('holder'), [file, 'WAL']);
		await holder.printed(1);
		expect(opened(file, { timeout: 80 }).summaries('git')).toHaveLength(1);
	});

	it('makes opening fail where it has locked readers out too', async () => {
		const file = temporaryFile();
		opened(file).close();
		const holder = run(program('holder'), [file, 'DELETE']);
		await holder.printed(1);
		expect(faultOfOpening(file, { timeout: 80 })).toMatchObject({ kind: 'locked', path: file });
		holder.process.stdin.end();
		await holder.printed(2);
		opened(file);
	});

	it('is waited for over several tries when it is soon done', async () => {
		const file = temporaryFile();
		const record = opened(file, { timeout: 4_000 });
		const holder = run(program('holder'), [file, 'WAL', '1500']);
		await holder.printed(1);
		expect(record.begin(newAttempt()).begun).toBe(true);
	});
});

describe('a full disk', () => {
	/** A record whose file may not grow, and the switch that lets it. */
	function cramped() {
		const file = temporaryFile();
		opened(file).close();
		const connection = connect(file, { wait: 20 });
		chooseJournal(connection);
		const record = new SqliteRecord(connection, file, 'me');
		const { id } = record.begin(newAttempt({ items: [itemOf(TEXT), itemOf(TEXT)] })).attempt;
		record.show(id, 1, 1_000);
		const pages = connection.pragma('page_count', { simple: true });
		connection.pragma(`max_page_count = ${pages}`);
		return { file, record, id, makeRoom: () => connection.pragma('max_page_count = 100000') };
	}

	it('keeps nothing of an answer, and all of it when there is room again', () => {
		const { file, record, id, makeRoom } = cramped();
		const typed = 'word '.repeat(8_000);
		const answer = () => record.answer(id, 1, { type: 'text', typed }, MISSED, 1_100);
		expect(faultOfCall(answer)).toMatchObject({ kind: 'no-space', path: file, detail: expect.stringContaining('SQLITE_FULL') });
		expect(record.attempt(id)?.asked[0]).not.toHaveProperty('answer');
		expect(faultOfCall(answer)).toMatchObject({ kind: 'no-space' });
		makeRoom();
		expect(answer()).toBe('committed');
		record.close();
		expect(opened(file).attempt(id)?.asked[0]).toMatchObject({ answer: { typed }, verdict: MISSED });
	});

	it('keeps nothing of an attempt that does not fit whole', () => {
		const { record, makeRoom } = cramped();
		const long = { ...TEXT, stem: 'word '.repeat(8_000) };
		const begin = () => record.begin(newAttempt({ id: attemptId(2), unit: 'branches', items: [itemOf(TEXT), itemOf(long)] }));
		expect(faultOfCall(begin)).toMatchObject({ kind: 'no-space' });
		expect(record.summaries('git')).toHaveLength(1);
		makeRoom();
		expect(begin().begun).toBe(true);
		record.close();
	});
});

describe('a transaction', () => {
	it('is tried four times while another is in the way, and never for another reason', () => {
		for (const [code, tries] of [
			['SQLITE_BUSY_RECOVERY', 4],
			['SQLITE_FULL', 1],
		] as const) {
			let count = 0;
			const failing = () => {
				count += 1;
				throw new Database.SqliteError('no', code);
			};
			expect(() => patiently(failing)).toThrow('no');
			expect(count).toBe(tries);
		}
	});
});

describe('SQLite', () => {
	it('would refuse to write on a stale view, which is why the lock is taken first', () => {
		const file = temporaryFile();
		const record = opened(file);
		const other = new Database(file);
		other.exec('BEGIN');
		other.prepare('SELECT count(*) FROM reading').get();
		record.read('git', 'snapshots', 'commits', 1);
		expect(() => other.exec("INSERT INTO reading VALUES (50, 'me', 'git', 'snapshots', 'trees', 1)")).toThrow(
			expect.objectContaining({ code: 'SQLITE_BUSY_SNAPSHOT' }),
		);
		other.exec('ROLLBACK');
		other.close();
	});
});
