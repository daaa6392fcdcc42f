// Reading and writing as whole transactions over one connection, and the end of it. No statement and no fact here.

import { type Connection, patiently } from './connect.ts';
import { faultOf, StoreError } from './faults.ts';
import { newerThan, versionOf } from './migrate.ts';
import { MalformedRow } from './shapes.ts';

export class Transactions {
	readonly #connection: Connection;
	readonly #path: string;
	readonly #version: number;
	readonly #versionNow;
	/** Made once: making it takes as long as some of what is done in it. */
	readonly #whole;

	/** Over a connection whose tables are at the version they shall keep. */
	constructor(connection: Connection, path: string) {
		this.#connection = connection;
		this.#path = path;
		this.#version = versionOf(connection);
		this.#versionNow = connection.prepare<[], number>('PRAGMA user_version').pluck();
		this.#whole = connection.transaction((work: () => void) => work());
	}

	/** Several statements over one state of the file. */
	look<T>(reading: () => T): T {
		return this.#guarded(() => this.#within('deferred', reading));
	}

	/** All of it or nothing; the write lock is taken first, so that what was read is still true when it is written. */
	keep<T>(writing: () => T): T {
		return this.#guarded(() => this.#within('immediate', () => this.#sameVersion(writing)));
	}

	/** As `keep`, where the file can be written and nobody is in the way; otherwise undefined. For what can be done without. */
	keepIfFree<T>(writing: () => T): T | undefined {
		const wait = Number(this.#connection.pragma('busy_timeout', { simple: true }));
		try {
			this.#connection.pragma('busy_timeout = 0');
			return this.#within('immediate', () => this.#sameVersion(writing));
		} catch (error) {
			if (!(error instanceof MalformedRow) && faultOf(error, this.#path) === undefined) throw error;
			return undefined;
		} finally {
			this.#connection.pragma(`busy_timeout = ${wait}`);
		}
	}

	/** As `StoredRecord` promises. */
	close({ optimise }: { readonly optimise: boolean }): void {
		if (!this.#connection.open) return;
		try {
			// From here on nothing is worth waiting for.
			this.#connection.pragma('busy_timeout = 0');
			if (optimise) this.#connection.pragma('optimize');
			if (optimise) this.#connection.pragma('wal_checkpoint(TRUNCATE)');
		} catch (error) {
			if (faultOf(error, this.#path) === undefined) throw error;
		} finally {
			this.#connection.close();
		}
	}

	#within<T>(kind: 'deferred' | 'immediate', work: () => T): T {
		const done: T[] = [];
		this.#whole[kind](() => {
			done.push(work());
		});
		for (const value of done) return value;
		throw new Error('a transaction was committed without its work');
	}

	#sameVersion<T>(writing: () => T): T {
		const found = this.#versionNow.get() ?? 0;
		// Another terminal has been updated meanwhile, and the tables with it.
		if (found !== this.#version) throw newerThan(this.#path, found, this.#version);
		return writing();
	}

	#guarded<T>(transaction: () => T): T {
		try {
			return patiently(transaction);
		} catch (error) {
			if (error instanceof MalformedRow) throw new StoreError({ kind: 'corrupt', path: this.#path, detail: error.message }, error);
			const fault = faultOf(error, this.#path);
			throw fault === undefined ? error : new StoreError(fault, error);
		}
	}
}
