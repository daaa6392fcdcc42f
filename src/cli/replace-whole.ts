// A file is replaced in one step: its new text is written beside it first, so that nothing is ever half written.

import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * With the permissions it had.
 *
 * @param path of the file itself, and not of a link to it.
 * @throws Error of the system; the file is then as it was.
 */
export function replaceWhole(path: string, text: string): void {
	const draft = `${path}.${process.pid}.draft`;
	try {
		writeFileSync(draft, text, { mode: statSync(path).mode, flag: 'wx' });
		renameSync(draft, path);
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}
