// The record as a killed program left it, read from a copy of its files, so that the program itself has to recover the original.

import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';

import Database from 'better-sqlite3';

export interface Place {
	readonly attempt: string;
	readonly unit: string;
	readonly ended: boolean;
	readonly position: number;
	readonly question: string;
	readonly section: string;
	/** Why it was drawn. */
	readonly familiarity: string;
	/** Ordinal of its showing. */
	readonly shown: number | undefined;
	readonly verdict: string | undefined;
	/** JSON, as stored. */
	readonly answer: string | undefined;
}

export interface RecordState {
	/** Attempts in the order in which they began, questions in theirs. */
	readonly places: readonly Place[];
	/** What SQLite finds wrong. */
	readonly flaws: readonly string[];
}

export const emptyState: RecordState = { places: [], flaws: [] };

/** Copies file and log, without the shared memory. False: there is no file, or an empty one without a log. */
export function copyRecordFiles(file: string, copy: string): boolean {
	for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${part}`, { force: true });
	for (const part of ['', '-wal', '-journal']) if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`);
	return [copy, `${copy}-wal`].some((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/** An older version of the schema, or none yet, is an empty record. */
export function stateOf(file: string): RecordState {
	const connection = new Database(file);
	try {
		const pages = connection.prepare('PRAGMA integrity_check').pluck().all().map(String);
		const references = connection
			.prepare('PRAGMA foreign_key_check')
			.all()
			.map((row) => JSON.stringify(row));
		const flaws = [...pages.filter((line) => line !== 'ok'), ...references];
		const tables = Number(connection.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('attempt', 'question')").pluck().get());
		return { flaws, places: tables === 2 ? placesIn(connection) : [] };
	} finally {
		connection.close();
	}
}

function placesIn(connection: Database.Database): readonly Place[] {
	return connection
		.prepare(
			`SELECT a.id, a.unit, a.outcome IS NOT NULL, q.position, q.question, q.section, q.familiarity, q.shown_ordinal, q.verdict, q.answer
			FROM attempt a JOIN question q ON q.attempt = a.id ORDER BY a.ordinal, q.position`,
		)
		.raw()
		.all()
		.map((row) => {
			const cells: readonly unknown[] = Array.isArray(row) ? row : [];
			const [attempt, unit, ended, position, question, section, familiarity, shown, verdict, answer] = cells;
			return {
				attempt: String(attempt),
				unit: String(unit),
				ended: ended === 1,
				position: Number(position),
				question: String(question),
				section: String(section),
				familiarity: String(familiarity),
				shown: shown === null ? undefined : Number(shown),
				verdict: verdict === null ? undefined : String(verdict),
				answer: answer === null ? undefined : String(answer),
			};
		});
}
