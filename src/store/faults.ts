// What can go wrong with the record's file, as data. No sentences: wording is for others.

import Database from 'better-sqlite3';

/** Why a record cannot be opened, read or written. Nothing was deleted or overwritten, and nothing is half written. */
export type StoreFault = {
	/** The record's file, absolute. */
	readonly path: string;
	/** What was reported underneath (`SQLITE_BUSY`, `EACCES`), for a bug report. */
	readonly detail: string;
} /** Another process held the file for longer than the timeout. */ & (
	| { readonly kind: 'locked' }
	/** Not a database, or a damaged one. `backup`: the newest one beside it. */
	| { readonly kind: 'corrupt'; readonly backup?: string }
	/** Written by a later version of the program; schema versions, integers. */
	| { readonly kind: 'newer'; readonly found: number; readonly supported: number }
	/** Another application's database. */
	| { readonly kind: 'foreign' }
	| { readonly kind: 'read-only'; readonly what: 'file' | 'folder' }
	| { readonly kind: 'no-space' }
	/** A folder, a device, a pipe. */
	| { readonly kind: 'not-a-file' }
	| { readonly kind: 'cannot-open' }
	| { readonly kind: 'io' }
	/** The compiled part of the database library is missing or was built for another Node. */
	| { readonly kind: 'native-module' }
	/** The step to a later schema version failed and was taken back. `backup`: the copy taken before it. */
	| { readonly kind: 'migration'; readonly from: number; readonly to: number; readonly backup?: string }
);

/** The one error this room throws on purpose. A retry of the same call may succeed. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	readonly fault: StoreFault;

	constructor(fault: StoreFault, cause?: unknown) {
		super(`${fault.kind}: ${fault.path} (${fault.detail})`, cause === undefined ? {} : { cause });
		this.fault = fault;
	}
}

/** The fault behind an error of SQLite or of the file system; undefined: it is neither, so it is a bug and stays one. */
export function faultOf(error: unknown, path: string): StoreFault | undefined {
	if (error instanceof StoreError) return error.fault;
	const detail = codeOf(error);
	if (detail === undefined) return undefined;
	if (error instanceof Database.SqliteError) return sqliteFault(detail, error.message, path);
	switch (detail) {
		case 'EROFS':
			return { kind: 'read-only', what: 'folder', path, detail };
		case 'ENOSPC':
		case 'EDQUOT':
			return { kind: 'no-space', path, detail };
		case 'EBUSY':
			return { kind: 'locked', path, detail };
		case 'EIO':
			return { kind: 'io', path, detail };
		case 'EACCES':
		case 'EPERM':
		case 'EEXIST':
		case 'EISDIR':
		case 'ELOOP':
		case 'EMFILE':
		case 'ENAMETOOLONG':
		case 'ENFILE':
		case 'ENOENT':
		case 'ENOTDIR':
		case 'ERR_INVALID_ARG_VALUE':
			return { kind: 'cannot-open', path, detail };
		default:
			return undefined;
	}
}

/** The code an error of SQLite or of Node carries; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Another connection is in the way; the same transaction may go through a moment later. */
export function isBusy(error: unknown): boolean {
	return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}

function sqliteFault(code: string, message: string, path: string): StoreFault | undefined {
	const detail = `${code}: ${message}`;
	if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return { kind: 'locked', path, detail };
	if (/^SQLITE_(CORRUPT|NOTADB)/.test(code) || (code === 'SQLITE_ERROR' && /^no such (table|column)/.test(message)))
		return { kind: 'corrupt', path, detail };
	if (/^SQLITE_READONLY/.test(code)) return { kind: 'read-only', what: 'file', path, detail };
	if (/^SQLITE_FULL/.test(code)) return { kind: 'no-space', path, detail };
	if (/^SQLITE_(CANTOPEN|PERM|AUTH)/.test(code)) return { kind: 'cannot-open', path, detail };
	if (/^SQLITE_IOERR/.test(code)) return { kind: 'io', path, detail };
	return undefined;
}
