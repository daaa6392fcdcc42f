// Joins a staged record with the one that is open. Both orders of joining lead to the same record, and joining once more changes nothing.

import type { ImportOutcome } from '../../model/report.ts';
import type { Connection } from '../connect.ts';
import { countAnew } from '../exposures.ts';
import { fieldsOf, integer, text } from '../shapes.ts';
import { ImportError, incoming } from './import-lines.ts';
import { type Fact, mergedOrder } from './merged-order.ts';
import { columnsOf, type TableName } from './tables.ts';

/** A fact of either record, under the ordinal it has until all are numbered anew: below zero, and no other's. */
interface NumberedFact extends Fact {
	readonly ordinal: number;
}

/**
 * To be run inside one immediate transaction, after `stageLines`.
 *
 * @param beforeChange called where there is something new, and something that it could change.
 * @throws ImportError `disagrees`.
 */
export function mergeIncoming(connection: Connection, beforeChange: () => void): ImportOutcome {
	demandAgreement(connection);
	const ours = factsOf(connection, (table) => `main.${table}`, 0);
	const beyond = ours.reduce((least, { ordinal }) => Math.min(least, ordinal), 0);
	const theirs = factsOf(connection, incoming, beyond);
	const known = new Set(ours.map(({ key }) => key));
	if (theirs.every(({ key }) => known.has(key)) && !tellsMore(connection)) return nothingNew;
	const order = mergedOrder(...withSharedFacts(ours, theirs));
	if (ours.length > 0) beforeChange();
	const before = countsOf(connection);
	const guards = liftGuards(connection);
	setAside(connection);
	addMissing(connection, beyond);
	const answeredTwice = joinAnswers(connection, beyond);
	joinOutcomes(connection);
	renumber(connection, order);
	const ended = endAllButLatest(connection);
	countAnew(connection);
	for (const guard of guards) connection.exec(guard);
	const after = countsOf(connection);
	const more = (what: keyof typeof after) => after[what] - before[what];
	return {
		attempts: more('attempts'),
		answers: more('answers'),
		readings: more('readings'),
		bookmarks: more('bookmarks'),
		disputes: more('disputes'),
		answeredTwice,
		ended,
	};
}

const nothingNew: ImportOutcome = { attempts: 0, answers: 0, readings: 0, bookmarks: 0, disputes: 0, answeredTwice: 0, ended: 0 };

/** Of attempts and questions that are here too. */
function tellsMore(connection: Connection): boolean {
	const found = connection
		.prepare(
			`SELECT EXISTS (
				SELECT 1 FROM ${incoming('attempt')} theirs JOIN main.attempt ours ON ours.id = theirs.id
				WHERE theirs.outcome IS NOT NULL AND (ours.outcome, ours.finished) IS NOT (theirs.outcome, theirs.finished)
			) OR EXISTS (
				SELECT 1 FROM ${incoming('question')} theirs JOIN main.question ours ON ours.attempt = theirs.attempt AND ours.position = theirs.position
				WHERE theirs.shown IS NOT ours.shown AND theirs.shown IS NOT NULL
				OR theirs.answered IS NOT NULL AND (ours.answered, ours.answer) IS NOT (theirs.answered, theirs.answer)
			)`,
		)
		.pluck()
		.get();
	return found === 1;
}

/** What an attempt was begun with is the same wherever it is told. */
function demandAgreement(connection: Connection): void {
	const disagreeing = connection
		.prepare(
			`SELECT theirs.id FROM ${incoming('attempt')} theirs JOIN main.attempt ours ON ours.id = theirs.id
			WHERE (ours.learner, ours.deck, ours.deck_digest, ours.unit, ours.kind, ours.seed, ours.benchmark, ours.passes, ours.floor, ours.started)
				IS NOT (theirs.learner, theirs.deck, theirs.deck_digest, theirs.unit, theirs.kind, theirs.seed, theirs.benchmark, theirs.passes, theirs.floor, theirs.started)
			UNION ALL
			SELECT theirs.attempt FROM ${incoming('question')} theirs
			JOIN main.attempt known ON known.id = theirs.attempt
			LEFT JOIN main.question ours ON ours.attempt = theirs.attempt AND ours.position = theirs.position
			WHERE ours.question IS NOT theirs.question OR ours.fingerprint IS NOT theirs.fingerprint
			UNION ALL
			SELECT ours.attempt FROM main.question ours
			JOIN ${incoming('attempt')} known ON known.id = ours.attempt
			LEFT JOIN ${incoming('question')} theirs ON theirs.attempt = ours.attempt AND theirs.position = ours.position
			WHERE theirs.position IS NULL
			LIMIT 1`,
		)
		.pluck()
		.get();
	if (typeof disagreeing === 'string') throw new ImportError({ kind: 'disagrees', attempt: disagreeing });
}

/** What two rows have in common that are the same fact; it may have happened several times. */
const sameIn = {
	reading: 'learner, deck, unit, section, at',
	bookmark: 'attempt, position, is_set, at',
	dispute: 'attempt, position, note, at',
} as const;

/** Which of its like a row is, from 1, in the order in which they were recorded. */
function nth(same: string, order = 'ordinal'): string {
	return `row_number() OVER (PARTITION BY ${same} ORDER BY ${order})`;
}

/** In the order in which they were recorded. Rows that are alike are told apart by how many came before. */
function factsOf(connection: Connection, named: (table: TableName) => string, beyond: number): readonly NumberedFact[] {
	return connection
		.prepare(
			`SELECT ordinal, started AS at, json_array('a', id) AS key FROM ${named('attempt')}
			UNION ALL SELECT shown_ordinal, shown, json_array('b', attempt, position) FROM ${named('question')} WHERE shown_ordinal IS NOT NULL
			UNION ALL SELECT answered_ordinal, answered, json_array('c', attempt, position) FROM ${named('question')} WHERE answered_ordinal IS NOT NULL
			UNION ALL SELECT ordinal, at, json_array('d', ${sameIn.reading}, ${nth(sameIn.reading)}) FROM ${named('reading')}
			UNION ALL SELECT ordinal, at, json_array('e', ${sameIn.bookmark}, ${nth(sameIn.bookmark)}) FROM ${named('bookmark')}
			UNION ALL SELECT ordinal, at, json_array('f', ${sameIn.dispute}, ${nth(sameIn.dispute)}) FROM ${named('dispute')}
			ORDER BY ordinal`,
		)
		.all()
		.map((row) => {
			const f = fieldsOf(row, 'fact');
			return { ordinal: beyond - f.need('ordinal', integer), at: f.need('at', integer), key: f.need('key', text) };
		});
}

/** A fact of both stands in both in the same form: under our ordinal, and at the earlier time. */
function withSharedFacts(
	ours: readonly NumberedFact[],
	theirs: readonly NumberedFact[],
): readonly [readonly NumberedFact[], readonly NumberedFact[]] {
	const own = new Map(ours.map((fact) => [fact.key, fact]));
	const shared = new Map<string, NumberedFact>();
	for (const { key, at } of theirs) {
		const fact = own.get(key);
		if (fact !== undefined) shared.set(key, { ...fact, at: Math.min(fact.at, at) });
	}
	const joined = (fact: NumberedFact) => shared.get(fact.key) ?? fact;
	return [ours.map(joined), theirs.map(joined)];
}

function countsOf(connection: Connection) {
	const count = (what: string) => integer(connection.prepare(`SELECT count(*) FROM main.${what}`).pluck().get(), 'count');
	return {
		attempts: count('attempt'),
		answers: count('question WHERE answered_ordinal IS NOT NULL'),
		readings: count('reading'),
		bookmarks: count('bookmark'),
		disputes: count('dispute'),
	};
}

/** Takes away, until the end of the transaction, what keeps history from being written to. @returns how each is put back. */
function liftGuards(connection: Connection): readonly string[] {
	const guards = connection
		.prepare("SELECT type, name, sql FROM main.sqlite_schema WHERE type = 'trigger' OR name = 'attempt_open'")
		.all()
		.map((row) => fieldsOf(row, 'schema'));
	for (const f of guards) connection.exec(`DROP ${f.need('type', text)} main."${f.need('name', text)}"`);
	return guards.map((f) => f.need('sql', text));
}

const ordinals: readonly (readonly [TableName, string])[] = [
	['attempt', 'ordinal'],
	['question', 'shown_ordinal'],
	['question', 'answered_ordinal'],
	['reading', 'ordinal'],
	['bookmark', 'ordinal'],
	['dispute', 'ordinal'],
];

function setAside(connection: Connection): void {
	for (const [table, column] of ordinals) connection.exec(`UPDATE main.${table} SET ${column} = -${column} WHERE ${column} IS NOT NULL`);
}

/** Whole attempts that are not here, and rows that hang on none. */
function addMissing(connection: Connection, beyond: number): void {
	connection.exec(`
		CREATE TEMP TABLE new_attempt (id TEXT PRIMARY KEY) WITHOUT ROWID;
		INSERT INTO temp.new_attempt SELECT id FROM ${incoming('attempt')} WHERE id NOT IN (SELECT id FROM main.attempt)`);
	add(connection, 'attempt', beyond, 'theirs.id IN (SELECT id FROM temp.new_attempt)');
	add(connection, 'question', beyond, 'theirs.attempt IN (SELECT id FROM temp.new_attempt)');
	for (const table of ['reading', 'bookmark', 'dispute'] as const) {
		const same = sameIn[table];
		const numbered = (name: string) => `SELECT ordinal, ${same}, ${nth(same)} AS nth FROM ${name}`;
		add(
			connection,
			table,
			beyond,
			`theirs.ordinal IN (
				SELECT b.ordinal FROM (${numbered(incoming(table))}) b
				WHERE (${same}, nth) NOT IN (SELECT ${same}, ${nth(same, '-ordinal')} FROM main.${table})
			)`,
		);
	}
	connection.exec('DROP TABLE temp.new_attempt');
}

function add(connection: Connection, table: TableName, beyond: number, which: string): void {
	const columns = columnsOf(connection, table);
	const values = columns.map((column) => (column.endsWith('ordinal') ? `${beyond} - theirs.${column}` : `theirs.${column}`));
	connection.exec(
		`INSERT INTO main.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${incoming(table)} theirs WHERE ${which}`,
	);
}

/**
 * The same question of the same attempt: what one record knows, both know. Where it was answered in both, the earlier answer stands,
 * as between two terminals.
 *
 * @returns how many were answered in both, differently.
 */
function joinAnswers(connection: Connection, beyond: number): number {
	const from = `FROM ${incoming('question')} theirs WHERE theirs.attempt = ours.attempt AND theirs.position = ours.position`;
	const given = 'answered, answer, verdict, verdict_detail';
	const of = (side: string) => `(${given.replace(/\w+/gu, (column) => `${side}.${column}`)})`;
	connection.exec(`
		UPDATE main.question AS ours
		SET shown = min(coalesce(ours.shown, theirs.shown), theirs.shown), shown_ordinal = coalesce(ours.shown_ordinal, ${beyond} - theirs.shown_ordinal)
		${from} AND theirs.shown IS NOT NULL AND ours.shown IS NOT theirs.shown`);
	connection.exec(`
		UPDATE main.question AS ours
		SET (${given}) = ${of('theirs')}, answered_ordinal = ${beyond} - theirs.answered_ordinal
		${from} AND ours.answered IS NULL AND theirs.answered IS NOT NULL`);
	const { changes: earlier } = connection
		.prepare(
			`UPDATE main.question AS ours SET (${given}) = ${of('theirs')} ${from} AND ours.answered IS NOT NULL AND ${of('theirs')} < ${of('ours')}`,
		)
		.run();
	const later = connection
		.prepare(
			`SELECT count(*) FROM main.question ours JOIN ${incoming('question')} theirs ON theirs.attempt = ours.attempt AND theirs.position = ours.position
			WHERE ours.answered IS NOT NULL AND theirs.answered IS NOT NULL AND ${of('theirs')} > ${of('ours')}`,
		)
		.pluck()
		.get();
	return earlier + integer(later, 'count');
}

/** An attempt with all its answers is finished. One that was given up is ended wherever it is told, and as early as anybody says. */
function joinOutcomes(connection: Connection): void {
	connection.exec(`
		UPDATE main.attempt AS ours SET
			outcome = CASE WHEN 'finished' IN (ours.outcome, theirs.outcome) THEN 'finished' ELSE 'ended' END,
			finished = CASE
				WHEN ours.outcome = theirs.outcome THEN min(ours.finished, theirs.finished)
				WHEN ours.outcome IS NULL OR theirs.outcome = 'finished' THEN theirs.finished
				ELSE ours.finished
			END
		FROM ${incoming('attempt')} theirs
		WHERE theirs.id = ours.id AND theirs.outcome IS NOT NULL`);
	connection.exec(`
		UPDATE main.attempt AS ours SET outcome = 'finished', finished = (SELECT max(q.answered) FROM main.question q WHERE q.attempt = ours.id)
		WHERE ours.outcome IS NOT 'finished' AND ours.id IN (SELECT id FROM ${incoming('attempt')})
			AND NOT EXISTS (SELECT 1 FROM main.question q WHERE q.attempt = ours.id AND q.answered IS NULL)`);
}

function renumber(connection: Connection, order: readonly NumberedFact[]): void {
	connection.exec('CREATE TEMP TABLE numbering (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)');
	const add = connection.prepare('INSERT INTO temp.numbering VALUES (?, ?)');
	for (const [index, { ordinal }] of order.entries()) add.run(ordinal, index + 1);
	for (const [table, column] of ordinals) {
		connection.exec(
			`UPDATE main.${table} SET ${column} = (SELECT new FROM temp.numbering WHERE old = ${column}) WHERE ${column} IS NOT NULL`,
		);
	}
	connection.exec('DROP TABLE temp.numbering');
}

/**
 * One attempt of a kind may be open in a unit, and practice not beside a quiz: the latest stays open, and those before it end when it
 * began.
 *
 * @returns how many were ended.
 */
function endAllButLatest(connection: Connection): number {
	return connection
		.prepare(
			`UPDATE main.attempt AS a SET outcome = 'ended', finished = later.started
			FROM (
				SELECT id, lead(started) OVER (PARTITION BY learner, deck, unit ORDER BY ordinal) AS started
				FROM main.attempt WHERE outcome IS NULL
			) AS later
			WHERE later.id = a.id AND later.started IS NOT NULL AND EXISTS (
				SELECT 1 FROM main.attempt b WHERE b.outcome IS NULL AND b.ordinal > a.ordinal
				AND b.learner = a.learner AND b.deck = a.deck AND b.unit = a.unit
				AND (b.kind = a.kind OR a.kind IN ('quiz', 'practice') AND b.kind IN ('quiz', 'practice'))
			)`,
		)
		.run().changes;
}
