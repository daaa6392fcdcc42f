// Files from anywhere, by their paths, and the deck among them. Nothing is written here, and nothing outside the tree can be read.

import path from 'node:path';

import { type DeckFolder, deckFileName, isPassedOver, refusalOfPath } from '../../deck/files/folder.ts';

export interface FileTree {
	/** Every regular file, by its path from the top, with `/`. */
	readonly files: readonly string[];
	readonly folder: DeckFolder;
	/** Of a repository. */
	readonly commit?: string;
	/** Links in an archive, which are passed over. */
	readonly links?: number;
}

export type DeckInTree =
	| { readonly kind: 'found'; readonly folder: DeckFolder; readonly inside: string }
	/** The folders of all decks there are, sorted. `wanted`: none of them, and it was named. */
	| { readonly kind: 'several'; readonly decks: readonly string[]; readonly wanted?: string }
	| { readonly kind: 'none' };

/**
 * The deck at the top, or the only one below it.
 *
 * @param wanted its folder in the tree, where somebody named it.
 */
export function deckIn({ files, folder }: FileTree, wanted: string | undefined): DeckInTree {
	const decks = files
		.filter((file) => path.posix.basename(file) === deckFileName)
		.map((file) => path.posix.dirname(file))
		.filter((inside) => !inside.split('/').some((part) => part !== '.' && isPassedOver(part)))
		.toSorted();
	const named = wanted === undefined ? undefined : path.posix.normalize(wanted).replace(/\/$/u, '');
	const chosen = named === undefined ? (decks.find((inside) => inside === '.') ?? (decks.length === 1 ? decks[0] : undefined)) : named;
	if (chosen !== undefined && decks.includes(chosen)) return { kind: 'found', folder: within(folder, chosen), inside: chosen };
	return decks.length === 0 ? { kind: 'none' } : { kind: 'several', decks, ...(wanted === undefined ? {} : { wanted }) };
}

/** A folder of a folder: a deck in it reaches nothing beside it. */
function within(folder: DeckFolder, inside: string): DeckFolder {
	if (inside === '.') return folder;
	const filesRead = new Map<string, string>();
	return {
		path: path.posix.join(folder.path, inside),
		filesRead,
		read(relativePath) {
			const reading = refusalOfPath(relativePath) ?? folder.read(path.posix.join(inside, relativePath));
			if (reading.ok) filesRead.set(path.posix.normalize(relativePath), reading.digest);
			return reading;
		},
		yamlFiles: () => folder.yamlFiles().flatMap((file) => (file.startsWith(`${inside}/`) ? [file.slice(inside.length + 1)] : [])),
	};
}
