// The tables of a record as they travel: a line of JSON for each row, looked at field by field on its way in.

import type { Connection } from '../connect.ts';
import { answer, encode, snapshot, variantValues, verdictKind, verdictOf } from '../json-columns.ts';
import { attemptKind, familiarity, outcome } from '../rows.ts';
import { type Decode, type Fields, integer, MalformedRow, object, text } from '../shapes.ts';
import { storable } from '../written-rows.ts';

/** In this order rows refer only to rows before them. */
export const tableNames = ['attempt', 'question', 'reading', 'bookmark', 'dispute'] as const;
export type TableName = (typeof tableNames)[number];

/** A row, ready to be written; by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Columns that hold JSON: they travel as what they say, not as text in a text. */
export const jsonColumns: ReadonlySet<string> = new Set(['snapshot', 'answer', 'verdict_detail', 'variant', 'note']);

const plain: Decode<string> = (value, at) => {
	const written = text(value, at);
	try {
		return storable(written);
	} catch {
		throw new MalformedRow(`${at}: expected text that can be stored`);
	}
};

const flag: Decode<0 | 1> = (value, at) => {
	if (value === 0 || value === 1) return value;
	throw new MalformedRow(`${at}: expected 0 or 1`);
};

/** NULL where the field is absent. */
function optional<T extends string | number>(f: Fields, key: string, decode: Decode<T>): T | null {
	return f.may(key, decode)[key] ?? null;
}

/** A row of each table, from the value of its line. */
export const decodeRow: { readonly [T in TableName]: Decode<Row> } = {
	attempt: object((f) => ({
		ordinal: f.need('ordinal', integer),
		id: f.need('id', plain),
		learner: f.need('learner', plain),
		deck: f.need('deck', plain),
		deck_version: optional(f, 'deck_version', plain),
		deck_digest: f.need('deck_digest', plain),
		unit: f.need('unit', plain),
		kind: f.need('kind', attemptKind),
		seed: f.need('seed', integer),
		benchmark: f.need('benchmark', integer),
		passes: f.need('passes', integer),
		floor: f.need('floor', integer),
		started: f.need('started', integer),
		finished: optional(f, 'finished', integer),
		outcome: optional(f, 'outcome', outcome),
	})),
	question: object((f) => {
		const { verdict } = f.may('verdict', verdictKind);
		const { answer: given } = f.may('answer', answer);
		const { variant } = f.may('variant', variantValues);
		return {
			attempt: f.need('attempt', plain),
			position: f.need('position', integer),
			question: f.need('question', plain),
			section: f.need('section', plain),
			fingerprint: f.need('fingerprint', plain),
			familiarity: f.need('familiarity', familiarity),
			times_shown: f.need('times_shown', integer),
			emphasis: f.need('emphasis', flag),
			shown: optional(f, 'shown', integer),
			shown_ordinal: optional(f, 'shown_ordinal', integer),
			verdict: verdict ?? null,
			answered: optional(f, 'answered', integer),
			answered_ordinal: optional(f, 'answered_ordinal', integer),
			snapshot: encode.snapshot(f.need('snapshot', snapshot)),
			answer: given === undefined ? null : encode.answer(given),
			verdict_detail: verdict === undefined ? null : encode.verdictDetail(f.need('verdict_detail', verdictOf(verdict))),
			variant: variant === undefined ? null : encode.variantValues(variant),
		};
	}),
	reading: object((f) => ({
		ordinal: f.need('ordinal', integer),
		learner: f.need('learner', plain),
		deck: f.need('deck', plain),
		unit: f.need('unit', plain),
		section: f.need('section', plain),
		at: f.need('at', integer),
	})),
	bookmark: object((f) => ({
		ordinal: f.need('ordinal', integer),
		attempt: f.need('attempt', plain),
		position: f.need('position', integer),
		learner: f.need('learner', plain),
		deck: f.need('deck', plain),
		unit: f.need('unit', plain),
		question: f.need('question', plain),
		is_set: f.need('is_set', flag),
		at: f.need('at', integer),
	})),
	dispute: object((f) => ({
		ordinal: f.need('ordinal', integer),
		attempt: f.need('attempt', plain),
		position: f.need('position', integer),
		learner: f.need('learner', plain),
		deck: f.need('deck', plain),
		note: encode.note(f.need('note', text)),
		at: f.need('at', integer),
	})),
};

/** The order in which a table's rows are written down. */
export const orderOf: { readonly [T in TableName]: string } = {
	attempt: 'ordinal',
	question: '(SELECT ordinal FROM attempt WHERE attempt.id = question.attempt), position',
	reading: 'ordinal',
	bookmark: 'ordinal',
	dispute: 'ordinal',
};

/** In the order in which they stand in the table. */
export function columnsOf(connection: Connection, table: TableName): readonly string[] {
	return connection.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
}
