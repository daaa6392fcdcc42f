import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openRecord } from '../../src/store/index.ts';
import { learnedWorld } from './learner-world.ts';
import { world } from './run-program.ts';

const recordOf = (folder: string) => join(folder, '.local/share/gradus/record.db');

describe('gradus data', () => {
	it('says where the record is', async () => {
		const { run, folder } = world();
		expect(await run(['data'])).toEqual({ code: 0, output: `${recordOf(folder)}\n`, errors: '' });
		expect((await run(['data', 'paht'])).errors).toContain('Did you mean path?');
		expect((await run(['--db', 'x.db', 'data', 'path'])).output).toBe(`${join(folder, 'x.db')}\n`);
	});

	it.each(['verify', 'backup', 'export'])('%s refuses where there is no record, and makes none', async (name) => {
		const { run, folder } = world();
		const { code, output, errors } = await run(['data', name]);
		expect({ code, output }).toEqual({ code: 3, output: '' });
		expect(errors).toContain('There is no record');
		expect(existsSync(recordOf(folder))).toBe(false);
	});

	it('verify says what a sound record holds', async () => {
		const { run, folder } = await learnedWorld();
		expect(await run(['data', 'verify'])).toEqual({
			code: 0,
			output: `The record at ${recordOf(folder)} is sound: 4 attempts, 13 answers and 2 readings, of 2 learners.\n`,
			errors: '',
		});
	});

	it('verify tells of rows that cannot be, ends with 4, and changes nothing', async () => {
		const { run, folder } = await learnedWorld();
		const { default: Database } = await import('better-sqlite3');
		const database = new Database(recordOf(folder));
		database.exec('DROP TRIGGER attempt_ends_once');
		database.exec("UPDATE attempt SET outcome = 'finished', finished = 1 WHERE ordinal = (SELECT max(ordinal) FROM attempt)");
		database.close();
		const { code, errors } = await run(['data', 'verify']);
		expect(code).toBe(4);
		expect(errors).toContain('is finished without all answers');
		expect(errors).toContain('gradus data restore <file>');
		expect(JSON.parse((await run(['data', 'verify', '--json'])).output).flaws).toHaveLength(1);
	});

	it('backup makes a copy that is a record, beside it or where one says', async () => {
		const { run, folder } = await learnedWorld();
		const beside = `${recordOf(folder)}.20260101T120000Z.backup`;
		const { code, output } = await run(['data', 'backup']);
		expect({ code, output }).toEqual({
			code: 0,
			output: `Copied to ${beside}, and checked. It is put back with: gradus data restore ${beside}\n`,
		});
		expect(statSync(beside).mode & 0o777).toBe(0o600);
		expect((await run(['data', 'backup', 'mine.backup'])).code).toBe(0);
		expect((await run(['--db', 'mine.backup', 'data', 'verify'])).output).toContain('4 attempts, 13 answers');
		const again = await run(['data', 'backup', 'mine.backup']);
		expect(again.code).toBe(3);
		expect(again.errors).toContain('nothing is ever written over');
		expect((await run(['data', 'backup', 'nowhere/mine.backup'])).code).toBe(4);
	});

	it('restore puts a copy back, and keeps what was there', async () => {
		const { run, folder } = await learnedWorld();
		await run(['data', 'backup', 'mine.backup']);
		const record = openRecord(recordOf(folder), 'me', { now: () => 0 });
		if (!record.ok) throw new Error(record.fault.kind);
		record.record.read('small', 'first', 'one', 5);
		record.record.close();
		expect((await run(['data', 'verify'])).output).toContain('3 readings');
		const { code, output } = await run(['data', 'restore', 'mine.backup']);
		const aside = `${recordOf(folder)}.before-restore.20260101T120000Z.backup`;
		expect({ code, output }).toEqual({
			code: 0,
			output: `The record at ${recordOf(folder)} is now as ${join(folder, 'mine.backup')} has it. What was there lies at ${aside}.\n`,
		});
		expect((await run(['data', 'verify'])).output).toContain('2 readings');
		expect((await run(['--db', aside, 'data', 'verify'])).output).toContain('3 readings');
	});

	it('restore puts a copy in the place of a damaged record, and leaves no log of the old one beside it', async () => {
		const { run, folder } = await learnedWorld();
		await run(['data', 'backup', 'mine.backup']);
		truncateSync(recordOf(folder), 5_000);
		writeFileSync(`${recordOf(folder)}-wal`, 'left over');
		expect((await run(['data', 'verify'])).code).toBe(4);
		expect((await run(['data', 'restore', 'mine.backup'])).code).toBe(0);
		expect((await run(['data', 'verify'])).output).toContain('4 attempts, 13 answers');
		const names = readdirSync(join(folder, '.local/share/gradus'));
		expect(names).toContain('record.db.before-restore.20260101T120000Z.backup');
		expect(names).not.toContain('record.db-wal');
	});

	it('restore waits for nobody: while a terminal has the record open, it says so and changes nothing', async () => {
		const { run, folder } = await learnedWorld();
		await run(['data', 'backup', 'mine.backup']);
		const record = openRecord(recordOf(folder), 'me', { now: () => 0 });
		if (!record.ok) throw new Error(record.fault.kind);
		const before = readdirSync(join(folder, '.local/share/gradus'));
		const { code, errors } = await run(['data', 'restore', 'mine.backup']);
		expect({ code, errors }).toEqual({ code: 4, errors: expect.stringContaining('Another program is using the record') });
		expect(readdirSync(join(folder, '.local/share/gradus'))).toEqual(before);
		record.record.close();
		expect((await run(['data', 'restore', 'mine.backup'])).code).toBe(0);
	});

	it.each<[string, (folder: string) => void, number, string]>([
		['is not there', () => undefined, 2, 'There is no file'],
		['is a folder', (folder) => mkdirSync(join(folder, 'x')), 4, 'should be a file'],
		['is empty', (folder) => writeFileSync(join(folder, 'x'), ''), 4, 'belongs to another program'],
		['is a text', (folder) => writeFileSync(join(folder, 'x'), 'gradus\n'.repeat(1_000)), 4, 'is damaged'],
	])('restore refuses a copy that %s, and leaves the record alone', async (_, make, code, words) => {
		const { run, folder } = await learnedWorld();
		make(folder);
		const before = readFileSync(recordOf(folder));
		const done = await run(['data', 'restore', 'x']);
		expect(done.code).toBe(code);
		expect(done.errors).toContain(words);
		expect(readFileSync(recordOf(folder)).equals(before)).toBe(true);
		expect(readdirSync(join(folder, '.local/share/gradus')).filter((name) => name.startsWith('record.db.'))).toEqual([]);
	});

	it('export and import carry a record to another machine, and a second time bring nothing', async () => {
		const { run, folder } = await learnedWorld();
		expect((await run(['data', 'export', 'mine.jsonl'])).output).toContain('gradus data import mine.jsonl');
		const { output: lines } = await run(['data', 'export']);
		expect(lines).toBe(readFileSync(join(folder, 'mine.jsonl'), 'utf8'));
		const done = await run(['--db', 'other.db', 'data', 'import', 'mine.jsonl']);
		expect(done).toEqual({
			code: 0,
			output: 'Taken in: 4 attempts, 13 answers, 2 readings, 1 bookmark and 1 dispute.\n',
			errors: '',
		});
		expect((await run(['--db', 'other.db', 'data', 'export'])).output).toBe(lines);
		expect(await run(['data', 'import', 'mine.jsonl'])).toEqual({
			code: 0,
			output: 'Everything in it was here already; nothing was changed.\n',
			errors: '',
		});
		expect((await run(['data', 'export', 'mine.jsonl'])).code).toBe(3);
	});

	it('import keeps the record as it was, where there is something in it', async () => {
		const { run, folder } = await learnedWorld();
		await run(['data', 'export', 'mine.jsonl']);
		const record = openRecord(join(folder, 'other.db'), 'bo', { now: () => 0 });
		if (!record.ok) throw new Error(record.fault.kind);
		record.record.read('small', 'first', 'one', 5);
		record.record.close();
		const copy = `${join(folder, 'other.db')}.before-import.20260101T120000Z.backup`;
		expect((await run(['--db', 'other.db', 'data', 'import', 'mine.jsonl'])).output).toContain(`The record as it was lies at ${copy}.`);
		expect((await run(['--db', copy, 'data', 'verify'])).output).toContain('1 reading, of 1 learner');
	});

	it.each<[string, string | Buffer, string]>([
		['of something else', '{"a": 1}\n', 'is not a record that gradus data export has written'],
		['cut off', '{"gradus":"record","version":1}\n', 'is not whole'],
		['that is damaged', '{"gradus":"record","version":1}\n{"attempt":{}}\n', 'is damaged in line 2'],
		['of bytes', Buffer.from([0x7b, 0xff, 0xfe]), 'could not be read (not-utf-8)'],
		['of a newer Gradus', '{"gradus":"record","version":99}\n', 'written by a newer Gradus'],
	])('import refuses a file %s in a sentence', async (_, text, words) => {
		const { run, folder } = await learnedWorld();
		writeFileSync(join(folder, 'x'), text);
		const before = (await run(['data', 'export'])).output;
		const { code, output, errors } = await run(['data', 'import', 'x']);
		expect({ code, output }).toEqual({ code: 4, output: '' });
		expect(errors).toContain(words);
		expect((await run(['data', 'export'])).output).toBe(before);
		// And where there is no record yet, it leaves none.
		mkdirSync(join(folder, 'elsewhere'));
		expect(await run(['--db', 'elsewhere/new.db', 'data', 'import', 'x'])).toEqual({ code, output, errors });
		expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
	});
});
