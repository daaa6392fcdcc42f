// New files on the disk, all of them or none: nothing that exists is overwritten, and nothing lies outside the deck's folder.

import { lstatSync, mkdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import type { Draft } from '../../authoring/scaffold/draft.ts';
import { systemCode } from '../../deck/files/folder.ts';
import { isFolder } from '../paths.ts';
import { createWhole, quietly, replaceWhole } from '../whole-file.ts';

export type Written =
	/** Paths from the folder, in the order of writing. */
	| { readonly ok: true; readonly files: readonly string[] }
	/** `exists`: somebody was quicker; `outside`: a link leads out of the folder; `changed`: it is no longer as it was read; else the system's code. */
	| { readonly ok: false; readonly file: string; readonly reason: 'exists' | 'outside' | 'changed' | string };

/** What exists already is told before anything is written. */
export function writeDraft(folder: string, { created, schemas, edited }: Draft): Written {
	const taken = [...created.keys()].find((file) => isThere(join(folder, file)));
	if (taken !== undefined) return { ok: false, file: taken, reason: 'exists' };
	const undo: (() => void)[] = [];
	const files: string[] = [];
	let current = '.';
	try {
		for (const [file, text] of [...[...schemas].filter(([each]) => !isThere(join(folder, each))), ...created]) {
			current = file;
			const path = join(folder, file);
			makeFolder(dirname(path), undo);
			if (!isInside(folder, path)) throw new Refusal('outside');
			createWhole(path, text);
			undo.push(() => rmSync(path, { force: true }));
			files.push(file);
		}
		if (edited !== undefined) {
			current = edited.file;
			replaceFile(folder, join(folder, edited.file), edited.before, edited.after);
			files.push(edited.file);
		}
		return { ok: true, files };
	} catch (error) {
		for (const step of undo.toReversed()) quietly(step);
		return { ok: false, file: current, reason: reasonOf(error) };
	}
}

/** Thrown and caught in this file only. */
class Refusal extends Error {}

function reasonOf(error: unknown): string {
	if (error instanceof Refusal) return error.message;
	const code = systemCode(error);
	return code === 'EEXIST' ? 'exists' : code;
}

/** A link that leads nowhere is there too. */
function isThere(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeFolder(path: string, undo: (() => void)[]): void {
	if (isFolder(path)) return;
	makeFolder(dirname(path), undo);
	mkdirSync(path);
	undo.push(() => rmdirSync(path));
}

function isInside(folder: string, path: string): boolean {
	const root = realpathSync(folder);
	const parent = realpathSync(dirname(path));
	return parent === root || parent.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Only as it was read; a link stays one. */
function replaceFile(folder: string, path: string, before: string, after: string): void {
	const target = realpathSync(path);
	if (!isInside(folder, target)) throw new Refusal('outside');
	if (readFileSync(target, 'utf8').replace(/^\uFEFF/u, '') !== before) throw new Refusal('changed');
	replaceWhole(target, after);
}
