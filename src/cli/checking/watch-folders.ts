// Waiting for an author to save: changes in folders, gathered until they pause.

import { type FSWatcher, watch } from 'node:fs';

/** Editors write a file in several steps; changes nearer to each other than this are one, in milliseconds. */
const pause = 100;

export interface Watching {
	/** Resolves after the next change, or at once where there was one since the last call; `closed` after `close`. */
	next(): Promise<'changed' | 'closed'>;
	close(): void;
}

/** @param fault told once for a folder that cannot be watched. */
export function watchFolders(folders: readonly string[], fault: (folder: string) => void): Watching {
	let changed = false;
	let closed = false;
	let timer: NodeJS.Timeout | undefined;
	let wake: (() => void) | undefined;
	const note = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			changed = true;
			wake?.();
		}, pause);
	};
	const watchers = folders.flatMap((folder) => {
		try {
			const watcher: FSWatcher = watch(folder, { recursive: true }, note);
			watcher.on('error', () => fault(folder));
			return [watcher];
		} catch {
			fault(folder);
			return [];
		}
	});
	return {
		async next() {
			if (!changed && !closed) {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			changed = false;
			return closed ? 'closed' : 'changed';
		},
		close() {
			closed = true;
			clearTimeout(timer);
			for (const watcher of watchers) watcher.close();
			wake?.();
		},
	};
}
