// An archive in memory: no entry of it is ever written where it says.

import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { unpackTar } from 'modern-tar';

import { decodeText, refusalOfPath, refused, systemCode } from '../../deck/files/folder.ts';
import { emptyFolder, overlaid } from '../../deck/files/overlay.ts';
import type { FileTree } from './file-tree.ts';

export type ArchiveReading =
	| { readonly kind: 'tree'; readonly tree: FileTree }
	/** `detail`: the system's code, or the path in the archive, unsanitised. */
	| { readonly kind: 'too-large' | 'zip' | 'damaged' }
	| { readonly kind: 'unreadable' | 'outside'; readonly detail: string };

/** Bytes of the file, and of what it unpacks to; and entries, folders among them. */
const limits = { packed: 50_000_000, unpacked: 200_000_000, entries: 10_000 } as const;

/** `.tar`, or `.tar.gz` whatever it is called. Never throws for anything that the file holds. */
export async function readArchive(file: string): Promise<ArchiveReading> {
	let bytes: Uint8Array;
	try {
		if (statSync(file).size > limits.packed) return { kind: 'too-large' };
		bytes = readFileSync(file);
	} catch (error) {
		return { kind: 'unreadable', detail: systemCode(error) };
	}
	if (startsWith(bytes, 0x50, 0x4b)) return { kind: 'zip' };
	try {
		return await readTar(startsWith(bytes, 0x1f, 0x8b) ? gunzipSync(bytes, { maxOutputLength: limits.unpacked }) : bytes);
	} catch (error) {
		return { kind: error instanceof TooManyEntries || systemCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged' };
	}
}

class TooManyEntries extends Error {}

/** Counts while they are read: those beyond the limit are not looked at. */
function withinLimit(): () => true {
	let seen = 0;
	return () => {
		seen += 1;
		if (seen > limits.entries) throw new TooManyEntries();
		return true;
	};
}

async function readTar(bytes: Uint8Array): Promise<ArchiveReading> {
	const entries = await unpackTar(bytes, { strict: true, filter: withinLimit() });
	const files = new Map<string, ReturnType<typeof decodeText>>();
	let links = 0;
	for (const { header, data } of entries) {
		const name = header.name.replace(/^(?:\.\/)+/u, '');
		if (name === '' || header.type === 'directory') continue;
		// `..` in the middle of a path would be harmless, and nobody who means well writes it.
		if (refusalOfPath(name) !== undefined || name.split('/').includes('..')) return { kind: 'outside', detail: header.name };
		if (header.type === 'symlink' || header.type === 'link') {
			links++;
			files.set(name, refused('outside', 'it is a link'));
		} else if (header.type === undefined || header.type === 'file') {
			files.set(name, decodeText(data ?? new Uint8Array()));
		}
	}
	const regular = [...files].flatMap(([name, reading]) => (reading.ok || reading.problem !== 'outside' ? [name] : []));
	return { kind: 'tree', tree: { files: regular, folder: overlaid(emptyFolder, files), links } };
}

function startsWith(bytes: Uint8Array, ...magic: readonly number[]): boolean {
	return magic.every((byte, index) => bytes[index] === byte);
}
