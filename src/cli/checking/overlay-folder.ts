// A deck's folder with some files in place of its own: what an editor has not saved yet, what comes from a pipe.

import { posix } from 'node:path';

import type { DeckFolder, FileReading } from '../../deck/files/folder.ts';

/** @param files by path from the folder, with `/`. */
export function overlayFolder(base: DeckFolder, files: ReadonlyMap<string, FileReading>): DeckFolder {
	const filesRead = new Map<string, string>();
	return {
		path: base.path,
		filesRead,
		read(relativePath) {
			const file = posix.normalize(relativePath);
			const reading = files.get(file) ?? base.read(relativePath);
			if (reading.ok) filesRead.set(file, reading.digest);
			return reading;
		},
		yamlFiles: () => [...new Set([...base.yamlFiles(), ...[...files.keys()].filter((file) => /\.ya?ml$/u.test(file))])].sort(),
	};
}
