// One connection to the record's file, set up so that what was committed survives a power cut. No tables here.

import { readFileSync } from 'node:fs';

import Database from 'better-sqlite3';

import { codeOf, isBusy, StoreError } from './faults.ts';

export type Connection = Database.Database;

/** Marks a file as ours in its header: the letters `Grad`. */
export const APPLICATION_ID = 0x47726164;

/** A first try and three more. */
const TRIES = 4;

/** How long one try waits for a lock, in whole milliseconds, so that all of them together stay within `timeout`. */
export function waitOfOneTry(timeout: number): number {
	return Math.floor(timeout / TRIES);
}

/** Runs a whole transaction, again while another connection is in the way, four times at most; then throws what SQLite threw. */
export function patiently<T>(transaction: () => T): T {
	for (let triesLeft = TRIES - 1; ; triesLeft -= 1) {
		try {
			return transaction();
		} catch (error) {
			if (triesLeft === 0 || !isBusy(error)) throw error;
		}
	}
}

export interface ConnectOptions {
	/** Milliseconds one try waits for a lock. */
	readonly wait: number;
	readonly readonly?: boolean;
	/** The compiled part of the database library, where it is not found by itself. */
	readonly nativeBinding?: string | undefined;
}

/** Connects to a file that is there. Throws SQLite's error, or a StoreError `native-module`. */
export function connect(path: string, options: ConnectOptions): Connection {
	return connected(path, path, options);
}

/** The same with a copy in memory, which is never written back. Throws also what reading the file throws. */
export function connectToCopy(path: string, options: Omit<ConnectOptions, 'readonly'>): Connection {
	const content = readFileSync(path);
	for (const at of JOURNAL_BYTES) content[at] = WITHOUT_LOG;
	return connected(content, path, options);
}

/** Where a header says whether the file has a write-ahead log. There is none for what stands in memory. */
const JOURNAL_BYTES = [18, 19];
const WITHOUT_LOG = 1;

function connected(source: string | Buffer, path: string, { wait, readonly = false, nativeBinding }: ConnectOptions): Connection {
	try {
		const connection = new Database(source, {
			timeout: wait,
			readonly,
			fileMustExist: typeof source === 'string',
			...(nativeBinding === undefined ? {} : { nativeBinding }),
		});
		connection.exec(SETTINGS);
		return connection;
	} catch (error) {
		if (error instanceof Database.SqliteError || error instanceof TypeError) throw error;
		throw new StoreError({ kind: 'native-module', path, detail: detailOf(error) }, error);
	}
}

/** None of these touches the file. `fullfsync` matters on macOS, where a plain fsync may stop at the drive's cache. */
const SETTINGS = `
	PRAGMA foreign_keys = ON;
	PRAGMA recursive_triggers = ON;
	PRAGMA trusted_schema = OFF;
	PRAGMA cell_size_check = ON;
	PRAGMA fullfsync = ON;
	PRAGMA checkpoint_fullfsync = ON`;

/**
 * Chooses the journal and the matching durability: a write-ahead log synced at every commit, or, where the file system
 * refuses one (network drives), a rollback journal with its folder synced too.
 */
export function chooseJournal(connection: Connection): 'wal' | 'rollback' {
	if (takesWal(connection)) {
		connection.pragma('synchronous = FULL');
		return 'wal';
	}
	connection.pragma('journal_mode = DELETE');
	connection.pragma('synchronous = EXTRA');
	return 'rollback';
}

function takesWal(connection: Connection): boolean {
	try {
		return connection.pragma('journal_mode = WAL', { simple: true }) === 'wal';
	} catch (error) {
		if (/^SQLITE_(IOERR_(SHM|LOCK)|CANTOPEN|PROTOCOL|NOLFS)/.test(codeOf(error) ?? '')) return false;
		throw error;
	}
}

function detailOf(error: unknown): string {
	const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
	return [codeOf(error), line].filter((part) => part !== undefined && part !== '').join(': ');
}
