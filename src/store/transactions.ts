// Reading and writing as whole transactions over one connection, and the end of it. No statement and no fact here.

import { type Connection, patiently } from './connect.ts';
import { faultOf, StoreError } from './faults.ts';
import { newerThan, versionOf } from './migrate.ts';
import { MalformedRow } from './shapes.ts';

export class Transactions {
	readonly #connection: Connection;
	readonly #path: string;
	readonly #version: number;

	/** Over a connection whose tables are at the version they shall keep. */
	constructor(connection: Connection, path: string) {
		this.#connection = connection;
		this.#path = path;
		this.#version = versionOf(connection);
	}

	/** Several statements over one state of the file. */
	look<T>(reading: () => T): T {
		return this.#guarded(() => this.#connection.transaction(reading).deferred());
	}

	/** All of it or nothing; the write lock is taken first, so that what was read is still true when it is written. */
	keep<T>(writing: () => T): T {
		const checked = () => {
			const found = versionOf(this.#connection);
			// Another terminal has been updated meanwhile, and the tables with it.
			if (found !== this.#version) throw newerThan(this.#path, found, this.#version);
			return writing();
		};
		return this.#guarded(() => this.#connection.transaction(checked).immediate());
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
