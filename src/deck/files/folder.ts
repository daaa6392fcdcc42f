// The one file of this room that touches the disk. Nothing outside the deck's folder is ever read.

import { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

import { sha256 } from './digest.ts';

/** The file that makes a folder a deck's. */
export const deckFileName = 'deck.yaml';

export type FileProblem = 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'unreadable' | 'not-utf-8';

/** `text` has no byte order mark; `digest` is the SHA-256 of the file's bytes, in hexadecimal. */
export type FileReading =
	| { readonly ok: true; readonly text: string; readonly digest: string }
	/** `detail`: what was found, for the end of a sentence. */
	| { readonly ok: false; readonly problem: FileProblem; readonly detail: string };

export interface DeckFolder {
	/** As it was given. */
	readonly path: string;
	/** @param relativePath from the folder, with `/`. Never throws. */
	read(relativePath: string): FileReading;
	/** Every file read so far with its digest, by its path from the folder: what a stored copy of the deck depends on. */
	readonly filesRead: ReadonlyMap<string, string>;
	/**
	 * On a disk: the stamp of every file read, by its path from the folder. A file whose stamp is the same has the same bytes, and need
	 * not be read to know that; unless it was changed just before it was read, and once more in the same tick of the clock.
	 */
	readonly stamps?: ReadonlyMap<string, string>;
	/** On a disk: the stamp that a file has now. */
	stampNow?(relativePath: string): string | undefined;
	/** The `.yaml` and `.yml` files of the folder, sorted. Links, hidden folders and folders with a deck of their own are passed over. */
	yamlFiles(): readonly string[];
}

/** Largest file that is read, in bytes. */
export const largestFile = 2_000_000;

/** What is told of a file that is not UTF-8 where nothing more is known. */
export const otherBytes = 'other bytes';

/** How far below a deck's folder its files are looked for. */
export const deepestFolder = 8;
const mostEntries = 5_000;

/** @param mark whether a byte order mark at the beginning of a file stays in its text: for whoever writes the file again. */
export function openDeckFolder(folder: string, mark: 'drop' | 'keep' = 'drop'): DeckFolder {
	const filesRead = new Map<string, string>();
	const stamps = new Map<string, string>();
	let root: string | undefined;
	const rootOfFolder = () => (root ??= realpathSync.native(folder));
	return {
		path: folder,
		filesRead,
		stamps,
		read(relativePath) {
			const file = path.posix.normalize(relativePath);
			// Before the bytes: what is written meanwhile is not taken for what was read.
			const stamp = stampOf(path.join(folder, relativePath));
			const reading = readInside(rootOfFolder, relativePath, mark);
			if (!reading.ok) return reading;
			filesRead.set(file, reading.digest);
			if (stamp !== undefined) stamps.set(file, stamp);
			return reading;
		},
		stampNow: (relativePath) => (refusalOfPath(relativePath) === undefined ? stampOf(path.join(folder, relativePath)) : undefined),
		yamlFiles: () => yamlFilesIn(folder),
	};
}

export function isYamlFile(file: string): boolean {
	return /\.ya?ml$/u.test(file);
}

/** @param name of a folder in which nobody keeps parts of a deck. */
export function isPassedOver(name: string): boolean {
	return name.startsWith('.') || name === 'node_modules';
}

export function isWebAddress(written: string): boolean {
	return /^[a-z][a-z+.-]+:\/\//iu.test(written);
}

/** Why a path is refused before anything is looked at; undefined: as far as its words go, it lies in the folder. */
export function refusalOfPath(relativePath: string): FileReading | undefined {
	const lexical = path.posix.normalize(relativePath);
	if (relativePath.includes('\0')) return refused('missing', 'no file has such a name');
	if (relativePath.includes('\\')) return refused('outside', 'folders are separated by /');
	if (isWebAddress(relativePath)) return refused('outside', 'it is a web address');
	if (path.posix.isAbsolute(relativePath) || /^[a-z]:/iu.test(relativePath))
		return refused('outside', 'the path does not start at the deck');
	if (lexical === '..' || lexical.startsWith('../')) return refused('outside', 'the path leads out of the deck');
	return undefined;
}

/** Which file it is, its size, and when it and its entry were last changed, in nanoseconds since 1970. */
function stampOf(target: string): string | undefined {
	try {
		const stat = statSync(target, { bigint: true });
		return stat.isFile() ? [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : undefined;
	} catch {
		return undefined;
	}
}

/** In milliseconds since 1970: when the file of a stamp was last changed. */
export function changedAt(stamp: string): number {
	return Math.max(...stamp.split(' ').slice(-2).map(Number)) / 1e6;
}

/** @param rootOfFolder its path without links; throws while there is no such folder. */
function readInside(rootOfFolder: () => string, relativePath: string, mark: 'drop' | 'keep'): FileReading {
	const refusal = refusalOfPath(relativePath);
	if (refusal !== undefined) return refusal;
	try {
		const root = rootOfFolder();
		const target = realpathSync.native(path.join(root, relativePath));
		if (target !== root && !target.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) {
			return refused('outside', 'it is a link that leads out of the deck');
		}
		return readRegular(target, mark);
	} catch (error) {
		const code = systemCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return refused('missing', 'no such file');
		return refused('unreadable', code);
	}
}

/** A pipe or a device is recognised before it is opened, since opening one may wait for ever. */
function readRegular(target: string, mark: 'drop' | 'keep'): FileReading {
	if (!statSync(target).isFile()) return refused('not-a-file', statSync(target).isDirectory() ? 'a folder' : 'a pipe or a device');
	const file = openSync(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
	try {
		const { size } = fstatSync(file);
		if (!fstatSync(file).isFile()) return refused('not-a-file', 'a pipe or a device');
		const bytes = Buffer.alloc(Math.min(size, largestFile) + 1);
		let length = 0;
		while (length < bytes.length) {
			const read = readSync(file, bytes, length, bytes.length - length, null);
			if (read === 0) break;
			length += read;
		}
		if (size > largestFile || length > largestFile) return refused('too-large', `${Math.max(size, length).toLocaleString('en')} bytes`);
		return decodeText(bytes.subarray(0, length), mark);
	} finally {
		closeSync(file);
	}
}

/** Bytes as the text they are, whatever they come from; too many, or other than UTF-8, are refused. */
export function decodeText(bytes: Uint8Array, mark: 'drop' | 'keep' = 'drop'): FileReading {
	if (bytes.length > largestFile) return refused('too-large', `${bytes.length.toLocaleString('en')} bytes`);
	if (looksLikeUtf16(bytes)) return refused('not-utf-8', 'it looks like UTF-16');
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: mark === 'keep' }).decode(bytes);
		return { ok: true, text, digest: sha256(bytes) };
	} catch {
		return refused('not-utf-8', otherBytes);
	}
}

/** By its byte order mark; or because every other byte is 0, as in text that is mostly Latin letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
	const mark = `${bytes[0]} ${bytes[1]}`;
	if (mark === '255 254' || mark === '254 255') return true;
	const first = bytes.subarray(0, 512);
	return first.length > 3 && first.filter((byte) => byte === 0).length > first.length / 4;
}

export function refused(problem: FileProblem, detail: string): FileReading {
	return { ok: false, problem, detail };
}

/** `EACCES` and the like; the error itself when it is none of the system's. */
export function systemCode(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function yamlFilesIn(folder: string): readonly string[] {
	const found: string[] = [];
	const waiting = [{ relative: '', depth: 0 }];
	let entries = 0;
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		for (const entry of entriesOf(path.join(folder, next.relative))) {
			if (++entries > mostEntries) return found.toSorted();
			const relative = path.posix.join(next.relative, entry.name);
			if (entry.isFile() && isYamlFile(entry.name)) found.push(relative);
			const passedOver = isPassedOver(entry.name) || next.depth === deepestFolder;
			if (!entry.isDirectory() || passedOver || existsSync(path.join(folder, relative, deckFileName))) continue;
			waiting.push({ relative, depth: next.depth + 1 });
		}
	}
	return found.toSorted();
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}
