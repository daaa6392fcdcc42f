import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { backUp, copyName } from '../../src/store/backup.ts';
import type { Migration } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openRecord } from '../../src/store/open-record.ts';
import { faultOfOpening, NOW, opened, temporaryFile } from './fixtures/place.ts';
import { newAttempt, RIGHT, TREE } from './fixtures/sample.ts';

/** The version of a record made today, and those of later days. */
const PRESENT = MIGRATIONS.length;
const [NEXT, AFTER_NEXT] = [PRESENT + 1, PRESENT + 2];

const step = (sql: string, version = NEXT): Migration => ({ version, summary: 'A step of a later day.', sql });

const NOTES = step(
	"CREATE TABLE note (attempt TEXT NOT NULL REFERENCES attempt (id), words TEXT NOT NULL) STRICT; INSERT INTO note SELECT id, 'old' FROM attempt;",
);

/** A closed record of the present version, with one answer in it. */
function filledFile(): string {
	const file = temporaryFile();
	const record = opened(file);
	const { id } = record.begin(newAttempt()).attempt;
	record.show(id, 1, 1_100);
	record.answer(id, 1, TREE, RIGHT, 1_200);
	record.close();
	return file;
}

const namesBeside = (file: string) =>
	readdirSync(dirname(file))
		.filter((name) => !/-(wal|shm)$/.test(name))
		.toSorted();

function valueIn(file: string, sql: string): unknown {
	const connection = new Database(file);
	try {
		return connection.prepare(sql).pluck().get();
	} finally {
		connection.close();
	}
}

describe('an older record', () => {
	it('is backed up, brought up to date, and keeps its history', () => {
		const file = filledFile();
		const before = opened(file).summaries('git');
		const backup = `${file}.before-v${NEXT}.20260131T235959Z.backup`;
		const result = openRecord(file, 'me', { now: () => NOW, migrations: [...MIGRATIONS, NOTES] });
		expect(result).toMatchObject({ ok: true, notices: [{ kind: 'migrated', from: PRESENT, to: NEXT, backup }] });
		if (!result.ok) return;
		expect(result.record.summaries('git')).toStrictEqual(before);
		result.record.close();
		expect(valueIn(file, 'SELECT words FROM note')).toBe('old');
		expect(valueIn(file, 'PRAGMA user_version')).toBe(NEXT);
		expect(valueIn(backup, 'PRAGMA user_version')).toBe(PRESENT);
		expect(statSync(backup).mode & 0o777).toBe(0o600);
		expect(opened(backup).summaries('git')).toStrictEqual(before);
	});

	it('is brought up to date once', () => {
		const file = filledFile();
		const migrations = [...MIGRATIONS, NOTES];
		opened(file, { migrations }).close();
		opened(file, { migrations }).close();
		expect(namesBeside(file)).toEqual(['record.db', `record.db.before-v${NEXT}.20260131T235959Z.backup`]);
		expect(faultOfOpening(file)).toMatchObject({ kind: 'newer', found: NEXT, supported: PRESENT });
	});

	it('takes several steps at once, with one backup', () => {
		const file = filledFile();
		opened(file, { migrations: [...MIGRATIONS, NOTES, step('ALTER TABLE note ADD COLUMN place TEXT;', AFTER_NEXT)] }).close();
		expect(valueIn(file, 'PRAGMA user_version')).toBe(AFTER_NEXT);
		expect(valueIn(file, "SELECT count(*) FROM pragma_table_info('note')")).toBe(3);
		expect(namesBeside(file)).toHaveLength(2);
	});

	it('can have a table made anew, though others refer to it', () => {
		const file = filledFile();
		const anew = step(`
			CREATE TABLE fresh AS SELECT * FROM attempt;
			DROP TABLE attempt;
			ALTER TABLE fresh RENAME TO attempt;
			CREATE UNIQUE INDEX attempt_id ON attempt (id);`);
		const before = opened(file).summaries('git');
		expect(opened(file, { migrations: [...MIGRATIONS, anew] }).summaries('git')).toStrictEqual(before);
		expect(valueIn(file, 'PRAGMA foreign_key_check')).toBeUndefined();
	});

	it('refuses a step that leaves a row without what it refers to', () => {
		const file = filledFile();
		const broken = step('DROP TRIGGER attempt_stays; DELETE FROM attempt;');
		const fault = faultOfOpening(file, { migrations: [...MIGRATIONS, broken] });
		expect(fault).toMatchObject({ kind: 'migration', detail: expect.stringContaining('foreign key') });
		expect(opened(file).summaries('git')).toHaveLength(1);
	});
});

describe('a terminal left open while another one is updated', () => {
	it('writes nothing more, and says why', () => {
		const file = filledFile();
		const old = opened(file);
		opened(file, { migrations: [...MIGRATIONS, NOTES] });
		expect(() => old.read('git', 'snapshots', 'trees', 1_300)).toThrow(
			expect.objectContaining({ fault: expect.objectContaining({ kind: 'newer', found: NEXT, supported: PRESENT }) }),
		);
		expect(old.readings('git', 'snapshots').size).toBe(0);
	});
});

describe('a step that fails', () => {
	it('is taken back whole, and leaves the backup', () => {
		const file = filledFile();
		const migrations = [...MIGRATIONS, NOTES, step("INSERT INTO nowhere VALUES ('x');", AFTER_NEXT)];
		const backup = `${file}.before-v${AFTER_NEXT}.20260131T235959Z.backup`;
		expect(faultOfOpening(file, { migrations })).toEqual({
			kind: 'migration',
			path: file,
			detail: expect.stringContaining('no such table: nowhere'),
			from: PRESENT,
			to: AFTER_NEXT,
			backup,
		});
		expect(valueIn(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'note'")).toBe(0);
		expect(valueIn(backup, 'SELECT count(*) FROM attempt')).toBe(1);
		expect(opened(file).summaries('git')).toHaveLength(1);
	});

	it('takes another backup beside the first when it is tried again in the same second', () => {
		const file = filledFile();
		const migrations = [...MIGRATIONS, step('NONSENSE;')];
		const backups = [1, 2]
			.map(() => faultOfOpening(file, { migrations }))
			.map((fault) => (fault.kind === 'migration' ? fault.backup : undefined));
		expect(backups.map((name) => basename(name ?? ''))).toEqual([
			`record.db.before-v${NEXT}.20260131T235959Z.backup`,
			`record.db.before-v${NEXT}.20260131T235959Z-2.backup`,
		]);
	});

	it('in a new record leaves an empty file that opens later', () => {
		const file = temporaryFile();
		expect(faultOfOpening(file, { migrations: [step('NONSENSE;', 1)] })).toMatchObject({ kind: 'migration', from: 0, to: 1 });
		expect(opened(file).summaries('git')).toEqual([]);
		expect(namesBeside(file)).toEqual(['record.db']);
	});

	it('for want of a lock says so and takes no backup', () => {
		const file = filledFile();
		const other = new Database(file);
		other.exec('BEGIN IMMEDIATE');
		expect(faultOfOpening(file, { migrations: [...MIGRATIONS, NOTES], timeout: 40 })).toMatchObject({ kind: 'locked', path: file });
		other.exec('COMMIT');
		other.close();
		expect(namesBeside(file)).toEqual(['record.db']);
		opened(file, { migrations: [...MIGRATIONS, NOTES] });
	});
});

describe('a backup', () => {
	it('holds what is committed, though still in the log, and nothing that is not', () => {
		const file = temporaryFile();
		const record = opened(file);
		record.begin(newAttempt());
		const writer = new Database(file);
		writer.exec("BEGIN IMMEDIATE; INSERT INTO reading VALUES (99, 'me', 'git', 'snapshots', 'trees', 1);");
		const target = copyName(file, '.before-v1', NOW);
		backUp(file, target);
		writer.exec('COMMIT');
		writer.close();
		expect(valueIn(target, 'SELECT count(*) FROM attempt')).toBe(1);
		expect(valueIn(target, 'SELECT count(*) FROM reading')).toBe(0);
	});

	it('of a damaged file fails and leaves nothing unfinished', () => {
		const file = filledFile();
		const connection = new Database(file);
		connection.unsafeMode(true);
		connection.pragma('writable_schema = ON');
		connection.exec("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'reading'");
		connection.close();
		expect(() => backUp(file, copyName(file, '.before-v1', NOW))).toThrow('malformed');
		expect(namesBeside(file)).toEqual(['record.db']);
	});

	it('never overwrites another, finished or not', () => {
		const file = filledFile();
		const target = copyName(file, '.before-v1', NOW);
		backUp(file, target);
		const { mtimeMs } = statSync(target);
		const next = copyName(file, '.before-v1', NOW);
		expect(next).not.toBe(target);
		writeFileSync(`${next}.unfinished`, 'half of it');
		expect(() => backUp(file, next)).toThrow('EEXIST');
		expect(statSync(target).mtimeMs).toBe(mtimeMs);
		expect(readFileSync(`${next}.unfinished`, 'utf8')).toBe('half of it');
	});
});
