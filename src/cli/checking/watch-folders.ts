// Waiting for an author to save: the files below some folders, looked at again and again. The system's own notices are left alone,
// since they lose a file that an editor replaces, and a folder that goes away.

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { isPassedOver } from '../../deck/files/folder.ts';

/** How often the files are looked at, in milliseconds; changes in one such while are told as one. */
const interval = 300;
/** Deeper than decks lie, and their files in them. */
const deepest = 12;
const mostEntries = 20_000;

export interface Watching {
	/**
	 * Resolves after the next change, or at once where there was one since the last call; `closed` after `close`.
	 *
	 * @param files what is watched besides YAML and Markdown: absolute paths.
	 */
	next(files: readonly string[]): Promise<'changed' | 'closed'>;
	close(): void;
}

/** @param folders absolute; each may go away and come back. Of more than 20,000 files and folders, the first ones are watched. */
export function watchFolders(folders: readonly string[]): Watching {
	let closed = false;
	let wake: (() => void) | undefined;
	let seen = stateOf(filesIn(folders));
	let others: ReadonlyMap<string, string> = new Map();
	const sleep = () =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, interval);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	/** Whether anything is other than it was at the last call. */
	const changed = (files: readonly string[]) => {
		const [found, beside] = [stateOf(filesIn(folders)), stateOf(files)];
		// A file is compared from the second time on that it is named.
		const same = isSame(seen, found) && files.every((file) => (others.get(file) ?? beside.get(file)) === beside.get(file));
		seen = found;
		others = beside;
		return !same;
	};
	return {
		async next(files) {
			let pending = changed(files);
			while (!closed) {
				await sleep();
				const again = changed(files);
				// An editor writes in several steps: the change is over once nothing has moved for a while.
				if (pending && !again) break;
				pending ||= again;
			}
			return closed ? 'closed' : 'changed';
		},
		close() {
			closed = true;
			wake?.();
		},
	};
}

/** By path, what tells one state of a file from another: also where it was replaced by another of the same size and time. */
function stateOf(files: readonly string[]): ReadonlyMap<string, string> {
	return new Map(files.map((file) => [file, stamp(file)] as const));
}

function stamp(file: string): string {
	try {
		const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
		return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
	} catch {
		return '';
	}
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
	return one.size === other.size && [...one].every(([file, state]) => other.get(file) === state);
}

/** YAML and Markdown; the nearest first. */
function filesIn(folders: readonly string[]): readonly string[] {
	const found = new Set<string>();
	const waiting = folders.map((folder) => ({ folder, depth: 0 }));
	let entries = 0;
	for (let next = waiting.shift(); next !== undefined && entries < mostEntries; next = waiting.shift()) {
		for (const entry of entriesOf(next.folder)) {
			entries++;
			const path = join(next.folder, entry.name);
			if (entry.isDirectory() && next.depth < deepest && !isPassedOver(entry.name)) waiting.push({ folder: path, depth: next.depth + 1 });
			else if (!entry.isDirectory() && /\.(?:ya?ml|md)$/iu.test(entry.name)) found.add(path);
		}
	}
	return [...found];
}

function entriesOf(folder: string): readonly Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}
