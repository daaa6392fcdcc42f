// A text file, line by line, however large it is.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { systemCode } from '../deck/files/folder.ts';

/** Why a file cannot be read: `not-a-file`, `too-long` (a line), `not-utf-8`, or a code of the system. */
export class UnreadableFile extends Error {}

/** In bytes. A line of a record holds one question with what was answered. */
const longestLine = 8_000_000;
const atOnce = 65_536;

/** Lines without their ends. The file is closed when all are read, or no more are wanted. @throws UnreadableFile */
export function* linesOfFile(path: string): Generator<string> {
	const file = guarded(() => openSync(path, 'r'));
	try {
		if (!fstatSync(file).isFile()) throw new UnreadableFile('not-a-file');
		let pending: Buffer[] = [];
		let length = 0;
		const lineOf = (end: Buffer) => {
			const line = textOf(Buffer.concat([...pending, end]));
			pending = [];
			length = 0;
			return line;
		};
		for (;;) {
			const buffer = Buffer.alloc(atOnce);
			const size = guarded(() => readSync(file, buffer));
			if (size === 0) break;
			let start = 0;
			for (let end = buffer.indexOf(10); end !== -1 && end < size; end = buffer.indexOf(10, start)) {
				yield lineOf(buffer.subarray(start, end));
				start = end + 1;
			}
			pending.push(buffer.subarray(start, size));
			length += size - start;
			if (length > longestLine) throw new UnreadableFile('too-long');
		}
		if (length > 0) yield lineOf(Buffer.alloc(0));
	} finally {
		closeSync(file);
	}
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Buffer): string {
	try {
		return utf8.decode(bytes);
	} catch {
		throw new UnreadableFile('not-utf-8');
	}
}

function guarded<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw new UnreadableFile(systemCode(error));
	}
}
