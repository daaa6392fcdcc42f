import { createHash } from 'node:crypto';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { chooseJournal } from '../../src/store/connect.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openRecord } from '../../src/store/open-record.ts';
import { faultOfOpening, NOW, opened, temporaryFile, temporaryFolder } from './fixtures/place.ts';
import { attemptId, newAttempt } from './fixtures/sample.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;
const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A closed record with a few attempts. */
function filledFile(): string {
	const file = temporaryFile();
	const record = opened(file);
	for (let number = 1; number <= 3; number += 1) record.begin(newAttempt({ id: attemptId(number), unit: `unit-${number}` }));
	record.close();
	return file;
}

/** Runs SQL on a file behind the record's back. */
function alter(file: string, sql: string): void {
	const connection = new Database(file);
	connection.exec(sql);
	connection.close();
}

/** Ages a file, so that any later write shows in its time. */
function aged(file: string): { readonly digest: string; readonly mtimeMs: number } {
	utimesSync(file, 1_000, 1_000);
	return { digest: digestOf(file), mtimeMs: statSync(file).mtimeMs };
}

const stateOf = (file: string) => ({ digest: digestOf(file), mtimeMs: statSync(file).mtimeMs });

describe('a new record', () => {
	it('is private, and so is the folder made for it', () => {
		const file = join(temporaryFolder(), 'new', 'deeper', 'record.db');
		const record = opened(file);
		record.begin(newAttempt());
		expect(record.path).toBe(file);
		expect(modeOf(dirname(file))).toBe(0o700);
		expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
	});

	it('is made from an empty file, too', () => {
		const file = temporaryFile();
		writeFileSync(file, '');
		opened(file).begin(newAttempt());
		expect(opened(file).summaries('git')).toHaveLength(1);
	});

	it('opens with no notices, and so it does a second time', () => {
		const file = temporaryFile();
		for (let time = 1; time <= 2; time += 1) {
			const result = openRecord(file, 'me', { now: () => NOW });
			expect(result).toMatchObject({ ok: true, notices: [] });
			if (result.ok) result.record.close();
		}
	});

	it('in place of one that is gone names the backup beside it', () => {
		const file = filledFile();
		const backup = `${file}.before-v1.20260131T235959Z.backup`;
		renameSync(file, backup);
		const result = openRecord(file, 'me', { now: () => NOW });
		expect(result).toMatchObject({ ok: true, notices: [{ kind: 'backup-beside', backup }] });
		if (result.ok) result.record.close();
	});

	it('keeps answers through a power cut: a synced write-ahead log', () => {
		const connection = new Database(temporaryFile());
		expect(chooseJournal(connection)).toBe('wal');
		expect(connection.pragma('synchronous', { simple: true })).toBe(2);
		connection.close();
	});

	it('falls back to a rollback journal, synced with its folder, where a write-ahead log is refused', () => {
		const connection = new Database(':memory:');
		expect(chooseJournal(connection)).toBe('rollback');
		expect(connection.pragma('synchronous', { simple: true })).toBe(3);
		connection.close();
	});

	it('stands on an SQLite without the WAL-reset fault of versions before 3.51.3', () => {
		const connection = new Database(':memory:');
		const version = String(connection.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
		const [major = 0, minor = 0, patch = 0] = version;
		expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_051_003);
		connection.close();
	});
});

describe('an existing record', () => {
	it('that others could read is made private', () => {
		const file = filledFile();
		chmodSync(file, 0o644);
		opened(file);
		expect(modeOf(file)).toBe(0o600);
	});

	it('is found through a link', () => {
		const file = filledFile();
		const link = join(temporaryFolder(), 'link.db');
		symlinkSync(file, link);
		expect(opened(link).summaries('git')).toHaveLength(3);
	});

	it('in a rollback journal moves to a write-ahead log', () => {
		const file = filledFile();
		alter(file, 'PRAGMA journal_mode = DELETE');
		const record = opened(file);
		record.finish(attemptId(1), 'ended', 5_000);
		expect(existsSync(`${file}-wal`)).toBe(true);
	});

	it('whose process died in the middle of a rollback journal goes back to the last commit', () => {
		const file = filledFile();
		alter(file, 'PRAGMA journal_mode = DELETE');
		const torn = temporaryFile();
		const connection = new Database(file);
		connection.pragma('cache_size = 1');
		connection.exec('BEGIN');
		connection
			.prepare(
				"WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO reading SELECT i, 'me', 'git', 'u', 's', 1 FROM n",
			)
			.run();
		copyFileSync(file, torn);
		copyFileSync(`${file}-journal`, `${torn}-journal`);
		connection.close();
		expect(statSync(torn).size).toBeGreaterThan(statSync(file).size);
		const record = opened(torn);
		expect(record.summaries('git')).toHaveLength(3);
		expect(record.readings('git', 'u').size).toBe(0);
	});

	it('loses no answer that is still in its write-ahead log', () => {
		const file = temporaryFile();
		const record = opened(file);
		record.begin(newAttempt());
		const copy = temporaryFile();
		copyFileSync(file, copy);
		copyFileSync(`${file}-wal`, `${copy}-wal`);
		expect(opened(copy).summaries('git')).toHaveLength(1);
	});
});

describe('what is not ours stays untouched', () => {
	it('a record of a later version', () => {
		const file = filledFile();
		alter(file, 'PRAGMA user_version = 99');
		const before = aged(file);
		expect(faultOfOpening(file)).toMatchObject({ kind: 'newer', path: file, found: 99, supported: MIGRATIONS.length });
		expect(stateOf(file)).toEqual(before);
	});

	it('a record of a later version whose last writes are still in its write-ahead log', () => {
		const source = filledFile();
		const connection = new Database(source);
		connection.exec('PRAGMA user_version = 99');
		const file = temporaryFile();
		copyFileSync(source, file);
		copyFileSync(`${source}-wal`, `${file}-wal`);
		connection.close();
		const before = [aged(file), aged(`${file}-wal`)];
		expect(faultOfOpening(file)).toMatchObject({ kind: 'newer', found: 99 });
		expect([stateOf(file), stateOf(`${file}-wal`)]).toEqual(before);
	});

	it.each([
		['with another mark', 'PRAGMA application_id = 12345; CREATE TABLE cards (id)'],
		['with tables and no mark', 'CREATE TABLE cards (id)'],
		['with a version and nothing else', 'PRAGMA user_version = 7'],
	])("another application's file, %s", (_, sql) => {
		const file = temporaryFile();
		alter(file, sql);
		const before = aged(file);
		expect(faultOfOpening(file)).toMatchObject({ kind: 'foreign', path: file });
		expect(stateOf(file)).toEqual(before);
	});

	it('a log that has lost its database', () => {
		const file = temporaryFile();
		const record = opened(file);
		record.begin(newAttempt());
		const orphan = join(temporaryFolder(), 'record.db');
		copyFileSync(`${file}-wal`, `${orphan}-wal`);
		const before = aged(`${orphan}-wal`);
		expect(faultOfOpening(orphan)).toMatchObject({ kind: 'corrupt', detail: 'a -wal file without its database' });
		expect(stateOf(`${orphan}-wal`)).toEqual(before);
		expect(existsSync(orphan)).toBe(false);
	});

	it('an empty file beside a backup, which is named', () => {
		const file = filledFile();
		const older = `${file}.before-v1.20250101T000000Z.backup`;
		const newer = `${file}.before-v1.20260101T000000Z.backup`;
		copyFileSync(file, older);
		copyFileSync(file, newer);
		utimesSync(older, 2_000, 2_000);
		utimesSync(newer, 3_000, 3_000);
		truncateSync(file, 0);
		expect(faultOfOpening(file)).toEqual({ kind: 'corrupt', path: file, detail: 'empty', backup: newer });
		expect(statSync(file).size).toBe(0);
	});
});

describe('a damaged file is refused', () => {
	const noise = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919 + (index >> 3)) % 251));

	it.each([
		['noise', noise],
		['noise under the right heading', Buffer.concat([Buffer.from('SQLite format 3\0'), noise])],
		['a line of text', Buffer.from('my notes\n')],
	])('%s', (_, bytes) => {
		const file = temporaryFile();
		writeFileSync(file, bytes);
		const before = aged(file);
		expect(faultOfOpening(file)).toMatchObject({ kind: 'corrupt', path: file });
		expect(stateOf(file)).toEqual(before);
	});

	it.each([1, 1_000, 4_096, 20_000])('cut by %i bytes', (bytes) => {
		const file = filledFile();
		truncateSync(file, statSync(file).size - bytes);
		const before = aged(file);
		expect(faultOfOpening(file)).toMatchObject({ kind: 'corrupt', path: file });
		expect(stateOf(file)).toEqual(before);
	});

	it('in a page that opening does not read, when its last process did not close it', () => {
		const source = filledFile();
		const record = opened(source);
		record.finish(attemptId(1), 'ended', 5_000);
		const file = temporaryFile();
		copyFileSync(source, file);
		copyFileSync(`${source}-wal`, `${file}-wal`);
		const bytes = readFileSync(file);
		writeFileSync(file, bytes.fill(0xff, bytes.length - 4_096));
		expect(faultOfOpening(file)).toMatchObject({ kind: 'corrupt', path: file });
	});

	it('with our mark and none of our tables', () => {
		const file = filledFile();
		alter(file, 'DROP TABLE reading');
		expect(faultOfOpening(file)).toMatchObject({ kind: 'corrupt', detail: expect.stringContaining('no such table') });
	});

	it('and a table that is missing is told by whoever first asks for it', () => {
		const file = filledFile();
		alter(file, 'DROP TRIGGER question_is_exposed; DROP TABLE exposure');
		const record = opened(file);
		expect(() => record.exposures('git', 'objects')).toThrow(
			expect.objectContaining({ fault: expect.objectContaining({ kind: 'corrupt', detail: expect.stringContaining('no such table') }) }),
		);
	});

	it('and a row that is not what it should be is an error with its field, not a crash', () => {
		const file = filledFile();
		alter(file, `DROP TRIGGER question_is_fixed; UPDATE question SET snapshot = json_remove(snapshot, '$.question.stem')`);
		const record = opened(file);
		expect(() => record.attempt(attemptId(1))).toThrow(
			expect.objectContaining({ fault: { kind: 'corrupt', path: file, detail: 'question.snapshot.question.stem: expected text' } }),
		);
		expect(record.summaries('git')).toHaveLength(3);
	});
});

describe('a path that cannot be a record is refused', () => {
	it('a folder', () => {
		const folder = temporaryFolder();
		expect(faultOfOpening(folder)).toMatchObject({ kind: 'not-a-file', path: folder });
	});

	it('a device', () => {
		expect(faultOfOpening('/dev/null')).toMatchObject({ kind: 'not-a-file' });
	});

	it('a place under a file', () => {
		const file = temporaryFile();
		writeFileSync(file, 'x');
		expect(faultOfOpening(join(file, 'record.db'))).toMatchObject({ kind: 'cannot-open', detail: 'ENOTDIR' });
		expect(faultOfOpening(join(file, 'deeper', 'record.db'))).toMatchObject({ kind: 'cannot-open', detail: 'ENOTDIR' });
	});

	it('a name too long for the disk', () => {
		expect(faultOfOpening(join(temporaryFolder(), 'x'.repeat(300)))).toMatchObject({ kind: 'cannot-open', detail: 'ENAMETOOLONG' });
	});

	it('a name that ends in a space, which would open another file', () => {
		const file = filledFile();
		expect(faultOfOpening(`${file} `)).toMatchObject({ kind: 'cannot-open' });
		expect(readdirSync(dirname(file))).toEqual(['record.db']);
	});

	it('a name with a NUL', () => {
		expect(faultOfOpening(join(temporaryFolder(), 'a\0b'))).toMatchObject({ kind: 'cannot-open', detail: 'ERR_INVALID_ARG_VALUE' });
	});

	it('a folder that nobody can make', () => {
		expect(faultOfOpening('/proc/nowhere/record.db')).toMatchObject({ kind: expect.stringMatching(/cannot-open|read-only/) });
	});
});

describe('a database library that does not load is named', () => {
	it('when its compiled part is missing', () => {
		const fault = faultOfOpening(temporaryFile(), { nativeBinding: join(temporaryFolder(), 'missing.node') });
		expect(fault).toMatchObject({ kind: 'native-module', detail: expect.stringContaining('MODULE_NOT_FOUND') });
	});

	it('when its compiled part is for another machine', () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'other'));
		const nativeBinding = join(folder, 'other', 'binding.node');
		writeFileSync(nativeBinding, 'not a program');
		expect(faultOfOpening(temporaryFile(), { nativeBinding })).toMatchObject({
			kind: 'native-module',
			detail: expect.stringContaining('ERR_DLOPEN_FAILED'),
		});
	});
});
