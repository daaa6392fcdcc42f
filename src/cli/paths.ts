// Paths as people and decks write them, whatever the system's own separator is.

import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** From a folder, with `/`; empty for the folder itself. */
export function pathFrom(folder: string, path: string): string {
	return relative(folder, path).split(sep).join('/');
}

/** As a person in the working folder names it: from there, unless the whole path is shorter; with `/`. `.` is that folder itself. */
export function shownPath(workingFolder: string, path: string): string {
	const near = pathFrom(workingFolder, path) || '.';
	return near.length <= path.length ? near : path.split(sep).join('/');
}

/** One that cannot be looked at is none. */
export function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

/** One that cannot be looked at is none. */
export function isFile(path: string): boolean {
	try {
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
