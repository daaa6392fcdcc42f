// Reads an exported record into tables of its own beside those of the record, looking at every field; nothing of the record is touched.

import type { Connection } from '../connect.ts';
import { codeOf } from '../faults.ts';
import { integer, MalformedRow, object, recordOf, text } from '../shapes.ts';
import { exportVersion } from './export-lines.ts';
import { columnsOf, decodeRow, type Row, type TableName, tableNames } from './tables.ts';

/** What is wrong with a file that should be an exported record. */
export type ImportFlaw =
	/** It does not begin as one. */
	| { readonly kind: 'not-an-export' }
	/** A later version of the program wrote it. */
	| { readonly kind: 'newer'; readonly found: number; readonly supported: number }
	/** A line that is not as it should be; from 1. */
	| { readonly kind: 'line'; readonly line: number; readonly detail: string }
	/** It ends too early, or holds more or less than it says. */
	| { readonly kind: 'cut-off' }
	/** It tells something else of an attempt that is here too. */
	| { readonly kind: 'disagrees'; readonly attempt: string };

export class ImportError extends Error {
	readonly flaw: ImportFlaw;

	constructor(flaw: ImportFlaw) {
		super(flaw.kind);
		this.flaw = flaw;
	}
}

/** The tables' names while they are beside those of the record. */
export function incoming(table: TableName): string {
	return `temp.incoming_${table}`;
}

/** Its table for what comes in: the same columns and the same demands, but for those on other tables. */
function stagingTable(connection: Connection, table: TableName): string {
	const sql = text(connection.prepare("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table), 'schema');
	return sql
		.replace(/^CREATE TABLE "?\w+"?/u, `CREATE TABLE ${incoming(table)}`)
		.replace(/,\s*FOREIGN KEY \([^)]*\) REFERENCES \w+ \([^)]*\)/gu, '')
		.replace(/ REFERENCES \w+ \(\w+\)/gu, '');
}

/**
 * @param lines with or without their line ends; an empty one is passed over.
 * @throws ImportError
 */
export function stageLines(connection: Connection, lines: Iterable<string>): void {
	for (const table of tableNames) connection.exec(stagingTable(connection, table));
	const add = Object.fromEntries(tableNames.map((table) => [table, adder(connection, table)])) as Record<TableName, (row: Row) => void>;
	const counts: Record<TableName, number> = { attempt: 0, question: 0, reading: 0, bookmark: 0, dispute: 0 };
	let [number, hasBegun, hasEnded] = [0, false, false];
	for (const line of lines) {
		number += 1;
		if (line.trim() === '') continue;
		if (!hasBegun) {
			demandHead(line);
			hasBegun = true;
			continue;
		}
		if (hasEnded) throw new ImportError({ kind: 'cut-off' });
		const flawed = (detail: string) => new ImportError({ kind: 'line', line: number, detail });
		try {
			const [name, value] = oneEntry(line);
			if (name === 'end') {
				const told = recordOf(integer)(value, 'end');
				if (tableNames.some((table) => told[table] !== counts[table])) throw new ImportError({ kind: 'cut-off' });
				hasEnded = true;
				continue;
			}
			const table = tableNames.find((each) => each === name);
			if (table === undefined) throw new MalformedRow('expected the row of a table');
			add[table](decodeRow[table](value, table));
			counts[table] += 1;
		} catch (error) {
			if (error instanceof MalformedRow || error instanceof SyntaxError) throw flawed(error.message);
			if (codeOf(error)?.startsWith('SQLITE_CONSTRAINT') === true) throw flawed(messageOf(error));
			throw error;
		}
	}
	if (!hasBegun) throw new ImportError({ kind: 'not-an-export' });
	if (!hasEnded || isIncomplete(connection)) throw new ImportError({ kind: 'cut-off' });
}

/** A question without its attempt, a mark without its question, an attempt that asks nothing, or two facts at one place in the order. */
function isIncomplete(connection: Connection): boolean {
	const [attempts, questions] = [incoming('attempt'), incoming('question')];
	const ordinals = [
		...(['attempt', 'reading', 'bookmark', 'dispute'] as const).map((table) => `SELECT ordinal FROM ${incoming(table)}`),
		...['shown_ordinal', 'answered_ordinal'].map((column) => `SELECT ${column} FROM ${questions} WHERE ${column} IS NOT NULL`),
	].join(' UNION ALL ');
	const marks = (['bookmark', 'dispute'] as const).map((table) => `SELECT attempt, position FROM ${incoming(table)}`).join(' UNION ALL ');
	const found = connection
		.prepare(
			`SELECT EXISTS (SELECT 1 FROM ${questions} WHERE attempt NOT IN (SELECT id FROM ${attempts}))
			OR EXISTS (SELECT 1 FROM ${attempts} WHERE id NOT IN (SELECT attempt FROM ${questions}))
			OR EXISTS (SELECT 1 FROM (${marks}) WHERE (attempt, position) NOT IN (SELECT attempt, position FROM ${questions}))
			OR (SELECT count(*) <> count(DISTINCT ordinal) OR min(ordinal) < 1 FROM (${ordinals}))`,
		)
		.pluck()
		.get();
	return found === 1;
}

function adder(connection: Connection, table: TableName): (row: Row) => void {
	const columns = columnsOf(connection, table);
	const statement = connection.prepare(
		`INSERT INTO ${incoming(table)} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
	);
	return (row) => {
		statement.run(row);
	};
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

const head = object((f) => ({ gradus: f.need('gradus', (value) => value), version: f.need('version', integer) }));

function demandHead(line: string): void {
	let found: { readonly gradus: unknown; readonly version: number };
	try {
		found = head(JSON.parse(line), 'head');
	} catch {
		throw new ImportError({ kind: 'not-an-export' });
	}
	if (found.gradus !== 'record') throw new ImportError({ kind: 'not-an-export' });
	if (found.version > exportVersion) throw new ImportError({ kind: 'newer', found: found.version, supported: exportVersion });
}

function oneEntry(line: string): readonly [string, unknown] {
	const parsed: unknown = JSON.parse(line);
	const entries = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.entries(parsed) : [];
	const [entry] = entries;
	if (entry === undefined || entries.length !== 1) throw new MalformedRow('expected an object with one key');
	return entry;
}
