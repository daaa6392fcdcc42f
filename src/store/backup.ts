// Whole, checked copies of the record beside it. A copy is never overwritten, and no finished one is deleted.

import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Instant } from '../model/attempt.ts';
import { type Connection, connect } from './connect.ts';
import { StoreError } from './faults.ts';

/** Where a copy goes: `record.db.before-v2.20260131T235959Z.backup`, with `.before-v2` for `what`. Nothing is there yet. */
export function copyName(path: string, what: string, at: Instant): string {
	const time = new Date(at)
		.toISOString()
		.replace(/\.\d+Z$/, 'Z')
		.replaceAll(/[-:]/g, '');
	const stem = `${path}${what}.${time}`;
	for (let copy = 1; ; copy += 1) {
		const name = copy === 1 ? `${stem}.backup` : `${stem}-${copy}.backup`;
		if (!existsSync(name)) return name;
	}
}

/** The latest written backup beside a record; undefined where there is none, or the folder cannot be listed. */
export function newestBackup(path: string): string | undefined {
	let newest: { readonly name: string; readonly at: number } | undefined;
	try {
		for (const entry of readdirSync(dirname(path))) {
			if (!entry.startsWith(`${basename(path)}.`) || !entry.endsWith('.backup')) continue;
			const name = join(dirname(path), entry);
			const at = statSync(name).mtimeMs;
			if (newest === undefined || at > newest.at) newest = { name, at };
		}
	} catch {
		return undefined;
	}
	return newest?.name;
}

/**
 * Copies the committed state of `path` to `target`: written under another name, checked, synced, and only then renamed.
 * Works while another connection holds the write lock. Throws SQLite's or Node's error, or a StoreError `corrupt` when the
 * copy is not sound; an unfinished copy is taken away again.
 */
export function backUp(path: string, target: string, nativeBinding?: string): void {
	const unfinished = `${target}.unfinished`;
	closeSync(openSync(unfinished, 'wx', 0o600));
	try {
		const source = connect(path, { wait: 0, readonly: true, nativeBinding });
		try {
			source.prepare('VACUUM INTO ?').run(unfinished);
			const copy = connect(unfinished, { wait: 0, readonly: true, nativeBinding });
			try {
				const flaw = flawOf(copy, source);
				if (flaw !== undefined) throw new StoreError({ kind: 'corrupt', path, detail: `backup: ${flaw}` });
			} finally {
				copy.close();
			}
		} finally {
			source.close();
		}
		syncToDisk(unfinished, 'r+');
		renameSync(unfinished, target);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
	syncFolder(dirname(target));
}

function flawOf(copy: Connection, source: Connection): string | undefined {
	const check = copy.pragma('quick_check(1)', { simple: true });
	if (check !== 'ok') return String(check);
	const [ours, theirs] = [censusOf(copy), censusOf(source)];
	return ours === theirs ? undefined : `expected ${theirs}, found ${ours}`;
}

/** Marks and row counts in one comparable text. */
function censusOf(connection: Connection): string {
	const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all().map(String);
	const rows = tables.map((table) => {
		const count = connection
			.prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
			.pluck()
			.get();
		return `${table} ${count}`;
	});
	const marks = ['application_id', 'user_version'].map((mark) => `${mark} ${connection.pragma(mark, { simple: true })}`);
	return [...marks, ...rows].join(', ');
}

function syncToDisk(path: string, flags: string): void {
	const descriptor = openSync(path, flags);
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}

/** Makes the new name durable; some systems cannot sync a folder, and the copy is sound without. */
function syncFolder(path: string): void {
	try {
		syncToDisk(path, 'r');
	} catch {}
}
