// Opens a learner's record, or says why not. What is there is looked at before anything is written: a file that is not
// ours, or that a later version wrote, stays untouched. Nothing is ever deleted or overwritten.

import { accessSync, chmodSync, closeSync, constants, openSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import type { Instant } from '../model/attempt.ts';
import { newestBackup } from './backup.ts';
import { APPLICATION_ID, type Connection, chooseJournal, connect, connectToCopy, patiently, waitOfOneTry } from './connect.ts';
import { codeOf, faultOf, StoreError, type StoreFault } from './faults.ts';
import { makeFolder } from './make-folder.ts';
import { latestVersion, type Migrated, type Migration, migrate, newerThan, versionOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { SqliteRecord, type StoredRecord } from './record.ts';

/** Worth a line to the learner; the record is open all the same. */
export type OpenNotice =
	/** The file system refuses a write-ahead log (network drives do): slower, and just as safe with one terminal at a time. */
	| { readonly kind: 'rollback-journal' }
	/** An older record was brought up to date. */
	| ({ readonly kind: 'migrated' } & Migrated)
	/** The record is new although there is a backup of an earlier one beside it. */
	| { readonly kind: 'backup-beside'; readonly backup: string };

export type OpenResult =
	| { readonly ok: true; readonly record: StoredRecord; readonly notices: readonly OpenNotice[] }
	| { readonly ok: false; readonly fault: StoreFault };

export interface OpenOptions {
	/** Names the backup taken before a migration. */
	readonly now: () => Instant;
	/** Milliseconds any one call waits for another process in all; 2,000 unless stated. */
	readonly timeout?: number;
	readonly migrations?: readonly Migration[];
	/** The compiled part of the database library, where it is not found by itself. */
	readonly nativeBinding?: string;
	/** Nothing is to be kept: a record that may not be written can be read all the same. */
	readonly onlyLook?: boolean;
}

/** Opens the record of one learner in `file`, making it and its folder where they are missing. `learner` is not empty. */
export function openRecord(file: string, learner: string, options: OpenOptions): OpenResult {
	return orFault(resolve(file), (path) => {
		const { connection, notices } = openConnection(path, options);
		try {
			return { ok: true, record: new SqliteRecord(connection, path, learner), notices };
		} catch (error) {
			connection.close();
			throw error;
		}
	});
}

/** What `use` comes to, or the fault that stood in its way. */
export function orFault<T>(path: string, use: (path: string) => T): T | { readonly ok: false; readonly fault: StoreFault } {
	try {
		return use(path);
	} catch (error) {
		const fault = faultOf(error, path);
		if (fault === undefined) throw error;
		return { ok: false, fault: fault.kind === 'corrupt' ? withBackup(fault) : fault };
	}
}

/** The whole file, whoever learns there, as `openRecord` opens it. Throws a StoreError, or an error that `faultOf` knows. */
export function openConnection(
	path: string,
	options: OpenOptions,
): { readonly connection: Connection; readonly notices: readonly OpenNotice[] } {
	const { now, timeout = 2000, migrations = MIGRATIONS, nativeBinding, onlyLook = false } = options;
	const access = { wait: waitOfOneTry(timeout), nativeBinding };
	// The library would cut it off and open another file.
	if (path !== path.trimEnd()) throw new StoreError({ kind: 'cannot-open', path, detail: 'the name ends in a space' });
	const notices: OpenNotice[] = [];
	const found = !isNew(path);
	const unclean = found && hasLog(path);
	if (found) {
		if (onlyLook && !mayBeWritten(path)) return { connection: copied(path, latestVersion(migrations), access), notices };
		demandAccess(path);
	} else {
		const backup = makeFile(path);
		if (backup !== undefined) notices.push({ kind: 'backup-beside', backup });
	}
	if (unclean) inspect(path, latestVersion(migrations), access);
	const connection = connect(path, access);
	try {
		// Where no log waits to be taken in, looking through a connection that could write changes nothing either.
		if (found && !unclean) demandOurs(connection, path, latestVersion(migrations));
		const journal = patiently(() => chooseJournal(connection));
		if (journal === 'rollback') notices.push({ kind: 'rollback-journal' });
		const migrated = migrate(connection, { path, migrations, now, nativeBinding });
		if (migrated !== undefined && migrated.from > 0) notices.push({ kind: 'migrated', ...migrated });
		keepPrivate(path);
		return { connection, notices };
	} catch (error) {
		connection.close();
		throw error;
	}
}

/** Throws a StoreError where a file that is there is no record, is damaged, or is newer than this program. Writes nothing. */
export function demandReadable(path: string, { timeout = 2000, migrations = MIGRATIONS, nativeBinding }: OpenOptions): void {
	accessSync(path, constants.R_OK);
	if (!statSync(path).isFile()) throw new StoreError({ kind: 'not-a-file', path, detail: 'not a regular file' });
	inspect(path, latestVersion(migrations), { wait: waitOfOneTry(timeout), nativeBinding }, true);
}

/** True where there is no file, or an empty one with nothing beside it that it could have been. */
function isNew(path: string): boolean {
	const file = statOf(path);
	if (file !== undefined && !file.isFile()) throw new StoreError({ kind: 'not-a-file', path, detail: 'not a regular file' });
	if (file !== undefined && file.size > 0) return false;
	// SQLite would throw away a log that has lost its file, and the answers in it.
	if (hasLog(path)) throw new StoreError({ kind: 'corrupt', path, detail: 'a -wal file without its database' });
	if (file !== undefined && newestBackup(path) !== undefined) throw new StoreError({ kind: 'corrupt', path, detail: 'empty' });
	return true;
}

/** Makes the file where it is missing, and names a backup beside it. An existing file is never opened here: closing it would drop SQLite's locks. */
function makeFile(path: string): string | undefined {
	const backup = newestBackup(path);
	try {
		makeBeside(path, () => closeSync(openSync(path, 'wx', 0o600)));
	} catch (error) {
		if (codeOf(error) !== 'EEXIST' || statOf(path) === undefined) throw error;
		demandAccess(path);
	}
	return backup;
}

/** Makes something in the folder of a record, and that folder where it is missing. Throws a StoreError `read-only` where that is forbidden. */
export function makeBeside<T>(path: string, make: () => T): T {
	try {
		makeFolder(dirname(path));
		return make();
	} catch (error) {
		const detail = codeOf(error);
		if (detail === 'EACCES' || detail === 'EPERM') throw new StoreError({ kind: 'read-only', what: 'folder', path, detail }, error);
		throw error;
	}
}

function demandAccess(path: string): void {
	accessSync(path, constants.R_OK);
	demandWriting(path, 'file', path);
	demandWriting(dirname(path), 'folder', path);
}

function demandWriting(place: string, what: 'file' | 'folder', path: string): void {
	try {
		accessSync(place, constants.W_OK);
	} catch (error) {
		throw new StoreError({ kind: 'read-only', what, path, detail: codeOf(error) ?? 'not writable' }, error);
	}
}

/** Left by a process that was killed, or in use by one that was not. */
export function hasLog(path: string): boolean {
	return (statOf(`${path}-wal`)?.size ?? 0) > 0;
}

function mayBeWritten(path: string): boolean {
	try {
		for (const place of [path, dirname(path)]) accessSync(place, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

interface Access {
	readonly wait: number;
	readonly nativeBinding: string | undefined;
}

/** In memory, since SQLite would have to write beside the file. One that has to be mended or brought up to date first is refused. */
function copied(path: string, supported: number, access: Access): Connection {
	accessSync(path, constants.R_OK);
	const connection = connectToCopy(path, access);
	try {
		const isWhole = ['-wal', '-journal'].every((part) => (statOf(`${path}${part}`)?.size ?? 0) === 0);
		if (!isWhole || versionOf(connection) < supported) demandAccess(path);
		demandOurs(connection, path, supported, true);
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

/** Refuses what is not ours, newer or damaged, through a connection that cannot write. */
function inspect(path: string, supported: number, access: Access, thoroughly = false): void {
	const look = (connection: Connection) => demandOurs(connection, path, supported, thoroughly);
	try {
		withConnection(connect(path, { ...access, readonly: true }), look);
	} catch (error) {
		// A process died in the middle of a transaction in a rollback journal; only a writer may take that back.
		if (!codeOf(error)?.startsWith('SQLITE_READONLY')) throw error;
		withConnection(connect(path, access), look);
	}
}

/** Throws a StoreError where the file is another application's, newer than this program, or damaged as far as can be told quickly. */
function demandOurs(connection: Connection, path: string, supported: number, thoroughly = false): void {
	const unclean = hasLog(path);
	const id = connection.pragma('application_id', { simple: true });
	const version = versionOf(connection);
	const isBlank = () => id === 0 && version === 0 && connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
	if (id !== APPLICATION_ID && (thoroughly || !isBlank())) throw new StoreError({ kind: 'foreign', path, detail: `application_id ${id}` });
	if (version > supported) throw newerThan(path, version, supported);
	if (unclean || thoroughly) demandSound(connection, path);
	if (!unclean) demandWhole(connection, path);
}

/** A file cut in the middle of a page reads as if nothing had happened; only its size tells. With a log beside it, that mends it. */
function demandWhole(connection: Connection, path: string): void {
	const pageSize = Number(connection.pragma('page_size', { simple: true }));
	const size = statOf(path)?.size ?? 0;
	if (size % pageSize !== 0) throw new StoreError({ kind: 'corrupt', path, detail: `${size} bytes in pages of ${pageSize}` });
}

function demandSound(connection: Connection, path: string): void {
	const check = connection.pragma('quick_check(1)', { simple: true });
	if (check !== 'ok') throw new StoreError({ kind: 'corrupt', path, detail: String(check) });
}

/** Answers are nobody else's business. Where the file belongs to someone else, its mode is theirs to choose. */
function keepPrivate(path: string): void {
	for (const file of [path, `${path}-wal`, `${path}-shm`]) {
		const mode = statOf(file)?.mode;
		if (mode === undefined || (mode & 0o077) === 0) continue;
		try {
			chmodSync(file, 0o600);
		} catch {}
	}
}

function withConnection(connection: Connection, use: (connection: Connection) => void): void {
	try {
		use(connection);
	} finally {
		connection.close();
	}
}

function withBackup(fault: Extract<StoreFault, { readonly kind: 'corrupt' }>): StoreFault {
	const backup = newestBackup(fault.path);
	return backup === undefined ? fault : { ...fault, backup };
}

function statOf(path: string): Stats | undefined {
	return statSync(path, { throwIfNoEntry: false });
}
