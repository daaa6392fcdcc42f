// A record as lines of JSON, from which it can be made again whole: a head, a line for each row, and an end that counts them.

import type { Connection } from '../connect.ts';
import { fieldsOf, json } from '../shapes.ts';
import { decodeRow, jsonColumns, orderOf, type TableName, tableNames } from './tables.ts';

/** Raised with any change that an older program could not read. */
export const exportVersion = 1;

/** Lines without their line ends. The same record gives the same lines. To be gone through inside one transaction. */
export function* exportedLines(connection: Connection): Generator<string> {
	yield JSON.stringify({ gradus: 'record', version: exportVersion });
	const counts: Record<string, number> = {};
	for (const table of tableNames) {
		counts[table] = 0;
		for (const row of connection.prepare(`SELECT * FROM ${table} ORDER BY ${orderOf[table]}`).iterate()) {
			counts[table] += 1;
			yield JSON.stringify({ [table]: travelling(row, table) });
		}
	}
	yield JSON.stringify({ end: counts });
}

/** In one form, whatever the program that wrote it: without what is not there, and with JSON as what it says. */
function travelling(row: unknown, table: TableName): object {
	return unpacked(decodeRow[table](unpacked(row, table), table), table);
}

function unpacked(row: unknown, table: TableName): object {
	const fields = fieldsOf(row, table);
	const present = Object.entries(row as object).filter(([, value]) => value !== null);
	return Object.fromEntries(
		present.map(([column, value]) => [
			column,
			jsonColumns.has(column)
				? fields.need(
						column,
						json((parsed) => parsed),
					)
				: value,
		]),
	);
}
