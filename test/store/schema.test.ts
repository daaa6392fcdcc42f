import { createHash } from 'node:crypto';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { APPLICATION_ID, connect } from '../../src/store/connect.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { statementsOf } from '../../src/store/statements.ts';
import { opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, newAttempt, RIGHT, TREE } from './fixtures/sample.ts';

/** SHA-256 of every released step. A line here never changes; a new step adds one. */
const RELEASED = new Map([
	[1, '5f32f288ab645f85b39da15837e01859523903090abd2f71222865ae54880edb'],
	[2, '226a5e30bcce59232a0785a44212fab3480efe7eeb9d12effdf4657246dc26e0'],
	[3, '857dfdf61f7aa675b1a22d076df797c5407a76ac00830b2c3509a0463f0ee8da'],
]);

/** A record with one attempt, its first question answered, and a connection behind its back. */
function withHistory(attempts = 1): Database.Database {
	const file = temporaryFile();
	const record = opened(file);
	for (let number = 1; number <= attempts; number += 1) {
		const { id } = record.begin(newAttempt({ id: attemptId(number) })).attempt;
		record.show(id, 1, 1_100);
		record.answer(id, 1, TREE, RIGHT, 1_200);
		record.read('git', 'snapshots', 'commits', 1_300);
		record.bookmark(id, 1, true, 1_310);
		record.dispute(id, 1, 'Is it?', 1_320);
		record.finish(id, 'ended', 1_400);
	}
	return connect(file, { wait: 0 });
}

describe('the schema', () => {
	it('of a blank record is the picture of it', async () => {
		const file = temporaryFile();
		opened(file).close();
		const connection = new Database(file);
		const parts = connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
		const marks = [
			`PRAGMA application_id = ${APPLICATION_ID}`,
			`PRAGMA user_version = ${connection.pragma('user_version', { simple: true })}`,
		];
		const picture = [...marks, ...parts.pluck().all()].map((part) => `${part};\n`).join('\n');
		expect(connection.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
		connection.close();
		await expect(picture).toMatchFileSnapshot('schema.sql');
	});

	it('is made by steps numbered from one, each saying what it does', () => {
		expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
		for (const { summary } of MIGRATIONS) expect(summary).toMatch(/^[A-Z].+\.$/);
	});

	it('is made by steps that never change once released', () => {
		const hashes = MIGRATIONS.map(({ version, sql }) => [version, createHash('sha256').update(sql).digest('hex')] as const);
		expect(new Map(hashes)).toEqual(RELEASED);
	});
});

describe('history is append-only:', () => {
	it.each([
		'DELETE FROM attempt',
		'DELETE FROM question WHERE answered IS NULL',
		'DELETE FROM reading',
		'UPDATE attempt SET outcome = NULL, finished = NULL',
		"UPDATE attempt SET outcome = 'finished'",
		'UPDATE attempt SET benchmark = 1',
		'UPDATE attempt SET started = started',
		'UPDATE question SET shown = 5 WHERE shown IS NOT NULL',
		'UPDATE question SET shown_ordinal = NULL, shown = NULL WHERE shown IS NOT NULL',
		"UPDATE question SET verdict = 'missed' WHERE answered IS NOT NULL",
		"UPDATE question SET answer = '{}' WHERE answered IS NOT NULL",
		"UPDATE question SET snapshot = '{}'",
		'UPDATE reading SET at = 0',
		'REPLACE INTO reading SELECT * FROM reading',
		"UPDATE question SET variant = '{}'",
		'UPDATE question SET variant = NULL',
		'DELETE FROM bookmark',
		'UPDATE bookmark SET is_set = 0',
		'REPLACE INTO bookmark SELECT * FROM bookmark',
		'DELETE FROM dispute',
		'UPDATE dispute SET note = \'""\'',
		'REPLACE INTO dispute SELECT * FROM dispute',
	])('%s is refused', (sql) => {
		const connection = withHistory();
		expect(() => connection.exec(sql)).toThrow('history is append-only');
		connection.close();
	});
});

describe('a row that cannot be true is refused:', () => {
	it.each([
		["UPDATE question SET verdict = 'right', shown = 1, shown_ordinal = 99 WHERE position = 2", 'CHECK'],
		['UPDATE question SET answered = 1 WHERE position = 2', 'CHECK'],
		[
			"UPDATE question SET answer = '{}', verdict = 'right', verdict_detail = '{}', answered = 1, answered_ordinal = 99 WHERE position = 2",
			'CHECK',
		],
		['UPDATE question SET shown = 1 WHERE position = 2', 'CHECK'],
		['UPDATE question SET shown = 1, shown_ordinal = 2 WHERE position = 2', 'UNIQUE'],
		[
			"INSERT INTO question SELECT 'nobody', position, question, section, fingerprint, familiarity, times_shown, emphasis, NULL, NULL, NULL, NULL, NULL, snapshot, NULL, NULL, NULL FROM question LIMIT 1",
			'FOREIGN KEY',
		],
		["INSERT INTO reading VALUES (99, 'me', 'git', 'snapshots', 'commits', 'yesterday')", 'INTEGER'],
		[
			"INSERT INTO question SELECT attempt, 99, question, section, fingerprint, familiarity, times_shown, emphasis, NULL, NULL, NULL, NULL, NULL, snapshot, NULL, NULL, 'v = 1' FROM question LIMIT 1",
			'CHECK',
		],
		['INSERT INTO bookmark SELECT 99, attempt, 99, learner, deck, unit, question, 1, at FROM bookmark', 'FOREIGN KEY'],
		['INSERT INTO bookmark SELECT 99, attempt, position, learner, deck, unit, question, 2, at FROM bookmark', 'CHECK'],
		["INSERT INTO dispute SELECT 99, 'nobody', position, learner, deck, note, at FROM dispute", 'FOREIGN KEY'],
		["INSERT INTO dispute SELECT 99, attempt, position, learner, deck, 'as it is', at FROM dispute", 'CHECK'],
		[
			"INSERT INTO attempt SELECT 99, 'a', learner, deck, deck_version, deck_digest, unit, 'game', seed, benchmark, passes, floor, started, NULL, NULL FROM attempt",
			'CHECK',
		],
		[
			"INSERT INTO attempt SELECT 99, 'a', learner, deck, deck_version, deck_digest, unit, kind, seed, benchmark, passes, floor, started, NULL, 'ended' FROM attempt",
			'CHECK',
		],
	])('%s', (sql, reason) => {
		const connection = withHistory();
		expect(() => connection.exec(sql)).toThrow(reason);
		connection.close();
	});
});

describe('every statement finds its rows through an index', () => {
	/** Steps of the plan that read a whole table of facts. */
	function scansOf(connection: Database.Database, sql: string): readonly string[] {
		const parameters = Object.fromEntries([...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]));
		const plan = connection
			.prepare(`EXPLAIN QUERY PLAN ${sql}`)
			.all(parameters)
			.map((step) => JSON.stringify(step));
		return plan.filter((step) =>
			/SCAN (a|q|d|e|r|seen|attempt|question|reading|bookmark|dispute|exposure|exposed_variant|past)\b/.test(step),
		);
	}

	const statements = Object.entries(statementsOf((sql) => sql));

	it.each(statements)('%s, in a record without statistics', (_, sql) => {
		const connection = withHistory();
		expect(scansOf(connection, sql)).toEqual([]);
		connection.close();
	});

	it('and still does when there are many attempts and statistics', () => {
		const connection = withHistory(25);
		connection.exec('ANALYZE');
		expect(statements.map(([name, sql]) => [name, scansOf(connection, sql)])).toEqual(statements.map(([name]) => [name, []]));
		expect(scansOf(connection, 'SELECT snapshot FROM question')).toHaveLength(1);
		connection.close();
	});
});
