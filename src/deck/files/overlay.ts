// Folders of decks that do not lie on the disk as they are: what an editor has not saved, what comes from a pipe, what is about to be written.

import path from 'node:path';

import { type DeckFolder, type FileReading, isPassedOver, isYamlFile, refusalOfPath, refused } from './folder.ts';

/** Has no file. */
export const emptyFolder: DeckFolder = {
	path: '',
	filesRead: new Map(),
	read: (relativePath) => refusalOfPath(relativePath) ?? refused('missing', 'no such file'),
	yamlFiles: () => [],
};

/**
 * A folder with some files in place of its own, or besides them.
 *
 * @param files by path from the folder, with `/`; a text has an empty digest.
 */
export function overlaid(folder: DeckFolder, files: ReadonlyMap<string, FileReading | string>): DeckFolder {
	const filesRead = new Map<string, string>();
	return {
		path: folder.path,
		filesRead,
		read(relativePath) {
			const file = path.posix.normalize(relativePath);
			const own = files.get(file);
			const reading: FileReading = typeof own === 'string' ? { ok: true, text: own, digest: '' } : (own ?? folder.read(relativePath));
			if (reading.ok) filesRead.set(file, reading.digest);
			return reading;
		},
		yamlFiles: () => [...new Set([...folder.yamlFiles(), ...[...files.keys()].filter(isFound)])].sort(),
	};
}

function isFound(file: string): boolean {
	return isYamlFile(file) && !file.split('/').slice(0, -1).some(isPassedOver);
}
