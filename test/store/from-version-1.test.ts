import { existsSync } from 'node:fs';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { openRecord } from '../../src/store/open-record.ts';
import { FIRST_FINISHED, FIRST_OPEN, makeFirstRecord } from './fixtures/first-record.ts';
import { NOW, opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, DRAWN, itemOf, newAttempt, RIGHT, TREE } from './fixtures/sample.ts';

function fromVersion1({ rows = true } = {}): string {
	const file = temporaryFile();
	makeFirstRecord(file, { rows });
	return file;
}

/** Every row of a table, as text, in order. */
function rowsIn(file: string, table: string, columns = '*'): readonly string[] {
	const connection = new Database(file, { readonly: true });
	try {
		return connection
			.prepare(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`)
			.raw()
			.all()
			.map((row) => JSON.stringify(row));
	} finally {
		connection.close();
	}
}

describe('a record of the first version', () => {
	it('is backed up and brought up to date, and every row of it stays as it was', () => {
		const file = fromVersion1();
		const tables = ['attempt', 'question', 'reading'];
		const before = tables.map((table) => rowsIn(file, table));
		const result = openRecord(file, 'me', { now: () => NOW });
		expect(result).toMatchObject({ ok: true, notices: [{ kind: 'migrated', from: 1 }] });
		if (!result.ok) return;
		result.record.close();
		const [notice] = result.notices;
		const backup = notice?.kind === 'migrated' ? (notice.backup ?? '') : '';
		expect(existsSync(backup)).toBe(true);
		expect(tables.map((table) => rowsIn(backup, table))).toEqual(before);
		const questions = rowsIn(file, 'question').map((row) => JSON.parse(row));
		expect(questions.map((row) => row.at(-1))).toEqual([null, null, null]);
		expect(questions.map((row) => JSON.stringify(row.slice(0, -1)))).toEqual(before[1]);
		expect([rowsIn(file, 'attempt'), rowsIn(file, 'reading')]).toEqual([before[0], before[2]]);
	});

	it('has the same tables, indexes and triggers afterwards as a new one', () => {
		const [old, blank] = [fromVersion1(), temporaryFile()];
		for (const file of [old, blank]) opened(file).close();
		const parts = (file: string) => rowsIn(file, "sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'", 'type, name, sql');
		expect(parts(old)).toEqual(parts(blank));
	});

	it('without any row is brought up to date too', () => {
		const record = opened(fromVersion1({ rows: false }));
		expect(record.summaries('git')).toEqual([]);
		expect(record.begin(newAttempt()).begun).toBe(true);
	});

	it('tells what was partly right, which was of options alone', () => {
		const asked = opened(fromVersion1()).attempt(FIRST_FINISHED)?.asked ?? [];
		expect(asked.map(({ verdict }) => verdict)).toStrictEqual([
			RIGHT,
			{ kind: 'missed', partly: { of: 'options', right: ['An author'], left: ['A message'], wrong: ['A diff'] } },
		]);
		expect(asked.map(({ question }) => question.variant)).toEqual([undefined, undefined]);
	});

	it('goes on where it stopped: its open attempt is answered, its questions bookmarked and disputed', () => {
		const record = opened(fromVersion1());
		expect(record.openAttempts().map(({ id }) => id)).toEqual([FIRST_OPEN]);
		expect(record.answer(FIRST_OPEN, 1, TREE, RIGHT, 3_000)).toBe('committed');
		record.bookmark(FIRST_FINISHED, 2, true, 3_100);
		record.dispute(FIRST_FINISHED, 2, 'A diff is stored in packs.', 3_200);
		expect(record.bookmarks()).toMatchObject([{ question: 'stores', attempt: FIRST_FINISHED, position: 2 }]);
		expect(record.disputes()).toMatchObject([{ question: 'stores', answer: { type: 'multiple' }, note: 'A diff is stored in packs.' }]);
		const drawn = record.begin(newAttempt({ id: attemptId(3), items: [itemOf(DRAWN)] })).attempt;
		record.show(drawn.id, 1, 3_300);
		expect(record.exposures('git', 'snapshots')).toEqual([
			{ question: 'current', timesShown: 1, lastShown: expect.any(Number), variants: [DRAWN.variant?.values] },
			{ question: 'points-at', timesShown: 2, lastShown: expect.any(Number), lastVerdict: 'right' },
			{ question: 'stores', timesShown: 1, lastShown: expect.any(Number), lastVerdict: 'missed' },
		]);
	});
});
