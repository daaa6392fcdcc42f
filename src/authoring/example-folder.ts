// A deck's folder that is held in memory: the examples of the pages, and text that comes from a pipe.

import path from 'node:path';

import type { DeckFolder, FileReading } from '../deck/files/folder.ts';
import type { Example } from './example.ts';

export function openExample({ files }: Example): DeckFolder {
	const filesRead = new Map<string, string>();
	return {
		path: '',
		filesRead,
		read(relativePath): FileReading {
			const file = path.posix.normalize(relativePath);
			if (path.posix.isAbsolute(file)) return { ok: false, problem: 'outside', detail: 'the path does not start at the deck' };
			if (file.startsWith('..')) return { ok: false, problem: 'outside', detail: 'the path leads out of the deck' };
			const content = Object.hasOwn(files, file) ? files[file] : undefined;
			if (content === undefined) return { ok: false, problem: 'missing', detail: 'no such file' };
			if (typeof content !== 'string' && 'problem' in content) return { ok: false, problem: content.problem, detail: content.detail };
			filesRead.set(file, '');
			return { ok: true, text: typeof content === 'string' ? content : content.text, digest: '' };
		},
		yamlFiles: () =>
			Object.keys(files)
				.filter((file) => /\.ya?ml$/u.test(file))
				.sort(),
	};
}
