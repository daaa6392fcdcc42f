// Files are written whole or not at all: the text goes into a draft beside the file first, and takes its place in one step. A
// write that fails leaves nothing behind, and removes no draft that is not its own.

import { chmodSync, closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

import { systemCode } from '../deck/files/folder.ts';

/** Permissions of a new file, before the process's mask. */
const newFile = 0o666;

/** What disks say that have no links. */
const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK']);

/**
 * @param path of the file itself, and not of a link to it.
 * @param mode its permissions; those it had unless stated.
 * @throws Error of the system; the file is then as it was.
 */
export function replaceWhole(path: string, text: string, mode = statSync(path).mode & 0o7777): void {
	withDraft(path, text, mode, (draft) => {
		// The process's mask may have taken some away.
		quietly(() => chmodSync(draft, mode));
		renameSync(draft, path);
	});
}

/**
 * Never over another file: linking refuses that, where renaming would not.
 *
 * @throws Error of the system, with the code `EEXIST` where there is such a file.
 */
export function createWhole(path: string, text: string): void {
	withDraft(path, text, newFile, (draft) => {
		try {
			linkSync(draft, path);
		} catch (error) {
			if (!withoutLinks.has(systemCode(error))) throw error;
			writeNew(path, text, newFile);
		}
	});
}

/**
 * The same, piece by piece, for what may be too large to be held as one text.
 *
 * @param fill writes the pieces; where it returns false nothing is made.
 */
export function createWholeFrom(path: string, fill: (write: (piece: string) => void) => boolean): void {
	const draft = `${path}.${process.pid}.draft`;
	const file = openSync(draft, 'wx', newFile);
	try {
		let filled = false;
		try {
			filled = fill((piece) => writeFileSync(file, piece));
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		if (!filled) return;
		try {
			linkSync(draft, path);
		} catch (error) {
			if (!withoutLinks.has(systemCode(error))) throw error;
			renameSync(draft, path);
		}
	} finally {
		quietly(() => rmSync(draft, { force: true }));
	}
}

/** Tidying up must not hide what went wrong. */
export function quietly(step: () => void): void {
	try {
		step();
	} catch {
		return;
	}
}

function withDraft(path: string, text: string, mode: number, use: (draft: string) => void): void {
	const draft = `${path}.${process.pid}.draft`;
	writeNew(draft, text, mode);
	try {
		use(draft);
	} finally {
		quietly(() => rmSync(draft, { force: true }));
	}
}

function writeNew(path: string, text: string, mode: number): void {
	const file = openSync(path, 'wx', mode);
	try {
		try {
			writeFileSync(file, text);
		} finally {
			closeSync(file);
		}
	} catch (error) {
		quietly(() => rmSync(path));
		throw error;
	}
}
