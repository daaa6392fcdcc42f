// The record as a whole file: looked over, copied, put back, written out, joined with another. Whoever learns there.

import { existsSync, linkSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { Instant } from '../model/attempt.ts';
import type { FoldPast } from '../model/decision.ts';
import type { ImportOutcome, VerifyReport } from '../model/report.ts';
import { backUp, copyName } from './backup.ts';
import { type Connection, connect } from './connect.ts';
import { miscounted } from './exposures.ts';
import { codeOf, isBusy, StoreError, type StoreFault } from './faults.ts';
import { versionOf } from './migrate.ts';
import { demandReadable, hasLog, makeBeside, type OpenOptions, openConnection, orFault } from './open-record.ts';
import { misfolded } from './pasts.ts';
import { askedOf, attemptOf } from './rows.ts';
import { integer, MalformedRow } from './shapes.ts';
import { exportedLines } from './transfer/export-lines.ts';
import { ImportError, type ImportFlaw, stageLines } from './transfer/import-lines.ts';
import { mergeIncoming } from './transfer/merge.ts';

export type Upkeep<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: StoreFault };

function withFile<T>(file: string, options: OpenOptions, use: (connection: Connection, path: string) => T): Upkeep<T> {
	return orFault<Upkeep<T>>(resolve(file), (path) => {
		const { connection } = openConnection(path, options);
		try {
			return { ok: true, value: use(connection, path) };
		} catch (error) {
			if (error instanceof MalformedRow) throw new StoreError({ kind: 'corrupt', path, detail: error.message }, error);
			throw error;
		} finally {
			connection.close();
		}
	});
}

/**
 * Reads every page, every row and every reference of a record that is there.
 *
 * @param fold where given, what is kept of attempts is compared with what they come to.
 */
export function verifyRecord(file: string, options: OpenOptions, fold?: FoldPast): Upkeep<VerifyReport> {
	return withFile(file, { ...options, onlyLook: true }, (connection) => {
		const count = (what: string) => integer(connection.prepare(`SELECT count(*) FROM ${what}`).pluck().get(), 'count');
		return connection
			.transaction(() => ({
				version: versionOf(connection),
				learners: count('(SELECT learner FROM attempt UNION SELECT learner FROM reading)'),
				attempts: count('attempt'),
				answers: count('question WHERE answered IS NOT NULL'),
				readings: count('reading'),
				flaws: [...flawsOf(connection), ...(fold === undefined ? [] : misfolded(connection, fold).slice(0, mostFlaws))],
			}))
			.deferred();
	});
}

/** Told at most, of one kind. */
const mostFlaws = 20;

function flawsOf(connection: Connection): readonly string[] {
	const pages = connection.prepare(`PRAGMA integrity_check(${mostFlaws})`).pluck().all().map(String);
	const references = connection
		.prepare('PRAGMA foreign_key_check')
		.all()
		.map((row) => `a row that refers to nothing: ${JSON.stringify(row)}`);
	const broken = connection
		.prepare(
			`SELECT 'attempt ' || id || ' asks nothing' FROM attempt WHERE id NOT IN (SELECT attempt FROM question)
			UNION ALL
			SELECT 'attempt ' || id || ' is finished without all answers' FROM attempt
			WHERE outcome = 'finished' AND EXISTS (SELECT 1 FROM question q WHERE q.attempt = attempt.id AND q.answered IS NULL)
			UNION ALL
			SELECT 'two facts have the number ' || ordinal FROM (
				SELECT ordinal FROM attempt UNION ALL SELECT ordinal FROM reading UNION ALL SELECT ordinal FROM bookmark UNION ALL SELECT ordinal FROM dispute
				UNION ALL SELECT shown_ordinal FROM question WHERE shown_ordinal IS NOT NULL
				UNION ALL SELECT answered_ordinal FROM question WHERE answered_ordinal IS NOT NULL
			) GROUP BY ordinal HAVING count(*) > 1
			LIMIT ${mostFlaws}`,
		)
		.pluck()
		.all()
		.map(String);
	return [
		...pages.filter((each) => each !== 'ok'),
		...references.slice(0, mostFlaws),
		...broken,
		...miscounted(connection, mostFlaws),
		...unreadableRows(connection),
	];
}

function unreadableRows(connection: Connection): readonly string[] {
	const flaws: string[] = [];
	for (const [table, decode] of [
		['attempt', attemptOf],
		['question', askedOf],
	] as const) {
		for (const row of connection.prepare(`SELECT * FROM ${table}`).iterate()) {
			try {
				decode(row);
			} catch (error) {
				if (!(error instanceof MalformedRow)) throw error;
				flaws.push(error.message);
				if (flaws.length === mostFlaws) return flaws;
			}
		}
	}
	return flaws;
}

/** A whole, checked copy of a record that is there. `target` must not exist. */
export function copyRecord(file: string, target: string, options: OpenOptions): Upkeep<string> {
	const copy = resolve(target);
	return withFile(file, options, (_, path) => {
		backUp(path, copy, options.nativeBinding);
		return copy;
	});
}

/** Where a copy goes that somebody asked for: `record.db.20260131T235959Z.backup`. */
export function backupName(file: string, at: Instant): string {
	return copyName(resolve(file), '', at);
}

/** `aside`: where what was there lies now. */
export interface Restored {
	readonly aside?: string;
}

/**
 * Puts a copy in the record's place. What is there is moved aside first, whatever its state. Throws nothing away.
 *
 * @returns the fault of the copy, or of the record: `locked` while somebody uses it.
 */
export function restoreRecord(file: string, backup: string, options: OpenOptions): Upkeep<Restored> {
	const path = resolve(file);
	const source = resolve(backup);
	const { now, nativeBinding } = options;
	const readable = orFault<Upkeep<undefined>>(source, () => {
		demandReadable(source, options);
		return { ok: true, value: undefined };
	});
	if (!readable.ok) return readable;
	return orFault<Upkeep<Restored>>(path, () => {
		const draft = copyName(path, '.restoring', now());
		backUp(source, draft, nativeBinding);
		try {
			const aside = existsSync(path) ? copyName(path, '.before-restore', now()) : undefined;
			if (aside !== undefined) moveAside(path, aside, nativeBinding);
			renameSync(draft, path);
			return { ok: true, value: aside === undefined ? {} : { aside } };
		} catch (error) {
			rmSync(draft, { force: true });
			throw error;
		}
	});
}

/** With its log, so that the answers in it are not lost, and the log does not end up beside another file. */
function moveAside(path: string, aside: string, nativeBinding: string | undefined): void {
	foldLog(path, nativeBinding);
	renameSync(path, aside);
	for (const part of ['-wal', '-shm', '-journal']) if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${aside}${part}`);
}

/** Brings what stands in the log into the file. Throws `locked` where somebody else has the file open; a damaged one is left as it is. */
function foldLog(path: string, nativeBinding: string | undefined): void {
	let connection: Connection | undefined;
	try {
		connection = connect(path, { wait: 0, nativeBinding });
		if (connection.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw inUse(path);
	} catch (error) {
		if (isBusy(error)) throw inUse(path);
		if (!/^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN)/u.test(codeOf(error) ?? '')) throw error;
	} finally {
		connection?.close();
	}
}

function inUse(path: string): StoreError {
	return new StoreError({ kind: 'locked', path, detail: 'open elsewhere' });
}

/** Goes through the lines of an export (without line ends), over one state of the record. */
export function exportRecord(file: string, options: OpenOptions, write: (line: string) => void): Upkeep<undefined> {
	return withFile(file, { ...options, onlyLook: true }, (connection) =>
		connection
			.transaction(() => {
				for (const line of exportedLines(connection)) write(line);
				return undefined;
			})
			.deferred(),
	);
}

export type Imported =
	/** `copy`: of the record as it was; none where nothing was new. */
	| { readonly kind: 'imported'; readonly outcome: ImportOutcome; readonly copy?: string }
	/** Nothing came in. */
	| { readonly kind: 'refused'; readonly flaw: ImportFlaw };

/** Joins an export with the record, which is made where there is none: all of it or nothing. */
export function importRecord(file: string, lines: Iterable<string>, options: OpenOptions): Upkeep<Imported> {
	const path = resolve(file);
	// A log that has lost its file is told of by whoever opens it.
	return existsSync(path) || existsSync(`${path}-wal`) ? importInto(path, lines, options) : importAnew(path, lines, options);
}

/** Made aside, so that what is refused leaves no record behind. */
function importAnew(file: string, lines: Iterable<string>, options: OpenOptions): Upkeep<Imported> {
	return orFault<Upkeep<Imported>>(file, (path) => {
		const aside = makeBeside(path, () => mkdtempSync(`${path}.importing-`));
		try {
			const draft = join(aside, basename(path));
			const done = importInto(draft, lines, options);
			if (!done.ok) return { ok: false, fault: { ...done.fault, path } };
			if (done.value.kind === 'imported') {
				foldRest(draft, path, options.nativeBinding);
				takePlace(draft, path);
			}
			return done;
		} finally {
			rmSync(aside, { recursive: true, force: true });
		}
	});
}

/** Closing takes the log in, and says nothing where it cannot, as on a full disk: then the file alone would lack what came in. */
function foldRest(draft: string, path: string, nativeBinding: string | undefined): void {
	if (hasLog(draft)) foldLog(draft, nativeBinding);
	if (hasLog(draft)) throw new StoreError({ kind: 'io', path, detail: 'the log could not be taken in' });
}

/** A link never replaces a record that somebody began meanwhile; where there are no links, what little time there is must do. */
function takePlace(draft: string, path: string): void {
	try {
		linkSync(draft, path);
	} catch {
		if (existsSync(path)) throw inUse(path);
		renameSync(draft, path);
	}
}

function importInto(file: string, lines: Iterable<string>, options: OpenOptions): Upkeep<Imported> {
	return withFile(file, options, (connection, path) => {
		try {
			connection.pragma('temp_store = FILE');
			stageLines(connection, lines);
			let copy: string | undefined;
			const backItUp = () => {
				copy = copyName(path, '.before-import', options.now());
				backUp(path, copy, options.nativeBinding);
			};
			const outcome = connection.transaction(() => mergeIncoming(connection, backItUp)).immediate();
			return { kind: 'imported', outcome, ...(copy === undefined ? {} : { copy }) };
		} catch (error) {
			if (!(error instanceof ImportError)) throw error;
			return { kind: 'refused', flaw: error.flaw };
		}
	});
}
