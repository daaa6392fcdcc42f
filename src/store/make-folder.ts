// Making a folder with its parents. Nothing of SQLite may enter: a start that needs no record makes folders too.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes what is missing of an absolute path, for this user alone. Step by step: Node's own `recursive` never returns where a
 * parent answers that a folder in it cannot be (`/proc`). Throws what the file system threw.
 */
export function makeFolder(path: string): void {
	if (existsSync(path)) return;
	makeFolder(dirname(path));
	try {
		mkdirSync(path, 0o700);
	} catch (error) {
		if (!existsSync(path)) throw error;
	}
}
