// A deck's folder as it would be with what is about to be written.

import type { DeckFolder } from '../../deck/files/folder.ts';

/** @param files texts by path from the folder, with `/`. */
export function withFiles(folder: DeckFolder, files: ReadonlyMap<string, string>): DeckFolder {
	return {
		path: folder.path,
		filesRead: new Map(),
		read: (file) => {
			const text = files.get(file);
			return text === undefined ? folder.read(file) : { ok: true, text, digest: '' };
		},
		yamlFiles: () => [...new Set([...folder.yamlFiles(), ...[...files.keys()].filter((file) => /^[^.].*\.ya?ml$/u.test(file))])].sort(),
	};
}

export const emptyFolder: DeckFolder = {
	path: '',
	filesRead: new Map(),
	read: () => ({ ok: false, problem: 'missing', detail: 'no such file' }),
	yamlFiles: () => [],
};
