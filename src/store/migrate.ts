// Brings a record's tables to the present version: a checked copy first, then every step in one transaction.

import type { Instant } from '../model/attempt.ts';
import { backUp, copyName } from './backup.ts';
import { APPLICATION_ID, type Connection, patiently } from './connect.ts';
import { codeOf, faultOf, StoreError } from './faults.ts';

/** One step of the schema. Once released, its text never changes; what it got wrong, a later step puts right. */
export interface Migration {
	/** 1, 2, 3 …: the schema version it leads to. */
	readonly version: number;
	/** One sentence: what it does. */
	readonly summary: string;
	/** A script. Foreign keys are not enforced while it runs; they are checked as a whole before it is committed. */
	readonly sql: string;
}

export interface Migrated {
	readonly from: number;
	readonly to: number;
	/** The copy taken before; absent for a new record. */
	readonly backup?: string;
}

export interface MigrateOptions {
	readonly path: string;
	/** In order of version, starting at 1. */
	readonly migrations: readonly Migration[];
	readonly now: () => Instant;
	readonly nativeBinding?: string | undefined;
}

/** The version that a list of migrations leads to. */
export function latestVersion(migrations: readonly Migration[]): number {
	return migrations.at(-1)?.version ?? 0;
}

/** The schema version a file says it has; 0: none yet. */
export function versionOf(connection: Connection): number {
	return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Runs the missing steps; undefined when there are none. The write lock is held from before the copy is made until the
 * last step is committed, so no other process's answer falls between. Throws a StoreError: `newer`, `migration`, or a
 * fault of the file.
 */
export function migrate(connection: Connection, options: MigrateOptions): Migrated | undefined {
	const to = latestVersion(options.migrations);
	if (versionOf(connection) === to) return undefined;
	connection.pragma('foreign_keys = OFF');
	// A table that is made anew takes the place of the old one, in the triggers of others too.
	connection.pragma('legacy_alter_table = ON');
	try {
		return patiently(() => connection.transaction(() => takeSteps(connection, options, to)).immediate());
	} finally {
		connection.pragma('legacy_alter_table = OFF');
		connection.pragma('foreign_keys = ON');
	}
}

function takeSteps(connection: Connection, options: MigrateOptions, to: number): Migrated | undefined {
	const { path, migrations, now, nativeBinding } = options;
	const from = versionOf(connection);
	if (from === to) return undefined;
	if (from > to) throw newerThan(path, from, to);
	const backup = from === 0 ? undefined : copyName(path, `.before-v${to}`, now());
	if (backup !== undefined) backUp(path, backup, nativeBinding);
	const migrated: Migrated = { from, to, ...(backup === undefined ? {} : { backup }) };
	try {
		for (const { version, sql } of migrations) {
			if (version > from) connection.exec(sql);
		}
		const orphan: unknown = connection.prepare('PRAGMA foreign_key_check').get();
		if (orphan !== undefined) throw new Error(`foreign key: ${JSON.stringify(orphan)}`);
		connection.pragma(`application_id = ${APPLICATION_ID}`);
		connection.pragma(`user_version = ${to}`);
	} catch (error) {
		// What a step names and is not there is the step's mistake, and no damage to the file.
		const fault = codeOf(error) === 'SQLITE_ERROR' ? undefined : faultOf(error, path);
		if (fault !== undefined) throw new StoreError(fault, error);
		throw new StoreError({ kind: 'migration', path, detail: String(error), ...migrated }, error);
	}
	return migrated;
}

/** The refusal of a file that a later version of the program has written. */
export function newerThan(path: string, found: number, supported: number): StoreError {
	return new StoreError({ kind: 'newer', path, detail: `user_version ${found}`, found, supported });
}
