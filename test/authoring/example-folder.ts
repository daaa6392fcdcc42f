// The deck of an example, as a folder.

import type { Example } from '../../src/authoring/example.ts';
import { type DeckFolder, type FileReading, refused } from '../../src/deck/files/folder.ts';
import { emptyFolder, overlaid } from '../../src/deck/files/overlay.ts';

export function openExample({ files }: Example): DeckFolder {
	const readings = Object.entries(files).map(([file, content]): [string, FileReading | string] => {
		if (typeof content === 'string') return [file, content];
		return [file, 'problem' in content ? refused(content.problem, content.detail) : content.text];
	});
	return overlaid(emptyFolder, new Map(readings));
}
