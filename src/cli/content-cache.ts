// What was once worked out from the files of a folder, kept so that the next run need not. A copy is believed only when it was
// made by this very program, is undamaged, and every file it was made from still has the same bytes. It is safe to delete.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { DeckFolder } from '../deck/files/folder.ts';
import { makeFolder } from '../store/make-folder.ts';
import { programIdentity } from './version.ts';
import { replaceWhole } from './whole-file.ts';

interface Envelope {
	readonly program: string;
	/** Path from the folder to SHA-256, of every file that was read. */
	readonly files: Readonly<Record<string, string>>;
	/** SHA-256 of `content`. */
	readonly digest: string;
	readonly content: string;
}

/**
 * @param disk the folder it was made from; every file named in the copy is read.
 * @returns undefined where there is no copy, or one that is not to be believed.
 */
export function storedContent(file: string, disk: Pick<DeckFolder, 'read'>): string | undefined {
	const envelope = readEnvelope(file);
	if (envelope === undefined || envelope.program !== programIdentity || envelope.digest !== sha256(envelope.content)) return undefined;
	const unchanged = Object.entries(envelope.files).every(([path, digest]) => {
		const reading = disk.read(path);
		return reading.ok && reading.digest === digest;
	});
	return unchanged ? envelope.content : undefined;
}

/** Keeps a copy where that can be done; where it cannot, the next run is slower, and that is all. */
export function storeContent(file: string, content: string, { filesRead }: Pick<DeckFolder, 'filesRead'>): void {
	const envelope: Envelope = { program: programIdentity, files: Object.fromEntries(filesRead), digest: sha256(content), content };
	try {
		makeFolder(dirname(file));
		replaceWhole(file, JSON.stringify(envelope), 0o600);
	} catch {
		return;
	}
}

/** A short name for a file about something, such as a folder's path. */
export function nameFor(about: string): string {
	return sha256(about).slice(0, 32);
}

function readEnvelope(file: string): Envelope | undefined {
	try {
		const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
		return isEnvelope(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isEnvelope(value: unknown): value is Envelope {
	if (typeof value !== 'object' || value === null) return false;
	const { program, files, digest, content } = value as Partial<Record<keyof Envelope, unknown>>;
	return (
		typeof program === 'string' && typeof files === 'object' && files !== null && typeof digest === 'string' && typeof content === 'string'
	);
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
