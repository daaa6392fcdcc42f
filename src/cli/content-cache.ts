// What was once worked out from the files of a folder, kept so that the next run need not. A copy is believed only when it was
// made by this very program, is undamaged, and every file it was made from is still the same. It is safe to delete.

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { crc32 } from 'node:zlib';

import { changedAt, type DeckFolder } from '../deck/files/folder.ts';
import { makeFolder } from '../store/make-folder.ts';
import { programIdentity } from './version.ts';
import { replaceWhole } from './whole-file.ts';

/** The first line of a copy, as JSON; its content follows. */
interface Head {
	readonly program: string;
	/** What it is a copy of: the folder's path, for one. */
	readonly about: string;
	/** By path from the folder, of every file that was read: its SHA-256, and its stamp where it had one. */
	readonly files: Readonly<Record<string, { readonly digest: string; readonly stamp?: string }>>;
	/** CRC-32 of the content's bytes. Against accidents; whoever can write here can write the program. */
	readonly checksum: number;
}

export interface StoredContent {
	readonly content: string;
	/** Every file had to be read to know that they are the same: a new copy would be quicker. */
	readonly slow: boolean;
}

/**
 * @param disk the folder it was made from; all files named in the copy are read where their stamps do not tell.
 * @returns undefined where there is no copy, or one that is not to be believed.
 */
export function storedContent(file: string, about: string, disk: Pick<DeckFolder, 'read' | 'stampNow'>): StoredContent | undefined {
	const copy = readCopy(file);
	if (copy === undefined) return undefined;
	const { head, content, madeAt } = copy;
	if (head.program !== programIdentity || head.about !== about || head.checksum !== crc32(content)) return undefined;
	const files = Object.entries(head.files);
	const isSettled = (stamp: string) => madeAt - changedAt(stamp) > coarsestClock;
	const slow = files.some(([path, { stamp }]) => stamp === undefined || !isSettled(stamp) || disk.stampNow?.(path) !== stamp);
	const unchanged = ([path, { digest }]: (typeof files)[number]) => {
		const reading = disk.read(path);
		return reading.ok && reading.digest === digest;
	};
	return slow && !files.every(unchanged) ? undefined : { content: content.toString('utf8'), slow };
}

/** Keeps a copy where that can be done; where it cannot, the next run is slower, and that is all. */
export function storeContent(
	file: string,
	about: string,
	content: string,
	{ filesRead, stamps }: Pick<DeckFolder, 'filesRead' | 'stamps'>,
): void {
	const files = [...filesRead].map(([path, digest]) => {
		const stamp = stamps?.get(path);
		return [path, stamp === undefined ? { digest } : { digest, stamp }] as const;
	});
	const head: Head = {
		program: programIdentity,
		about,
		files: Object.fromEntries(files),
		checksum: crc32(content),
	};
	try {
		makeFolder(dirname(file));
		replaceWhole(file, `${JSON.stringify(head)}\n${content}`, 0o600);
	} catch {
		return;
	}
}

/** A short name for the copy about a folder. Two folders may share one; then the copy says which it is about. */
export function nameFor(folder: string): string {
	return `${basename(folder)
		.replace(/[^\w-]/gu, '_')
		.slice(0, 40)}-${crc32(folder).toString(16)}`;
}

/** In milliseconds: clocks of file systems are finer. A file that changed just before its copy was made may have changed again. */
const coarsestClock = 2_000;

function readCopy(file: string): { readonly head: Head; readonly content: Buffer; readonly madeAt: number } | undefined {
	try {
		const bytes = readFileSync(file);
		const madeAt = statSync(file).mtimeMs;
		const end = bytes.indexOf(10);
		const head: unknown = JSON.parse(bytes.toString('utf8', 0, end));
		return isHead(head) ? { head, content: bytes.subarray(end + 1), madeAt } : undefined;
	} catch {
		return undefined;
	}
}

function isHead(value: unknown): value is Head {
	if (typeof value !== 'object' || value === null) return false;
	const { program, about, files, checksum } = value as Partial<Record<keyof Head, unknown>>;
	const named = typeof program === 'string' && typeof about === 'string' && typeof checksum === 'number';
	return named && typeof files === 'object' && files !== null && Object.values(files).every(isFile);
}

function isFile(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'digest' in value && typeof value.digest === 'string';
}
