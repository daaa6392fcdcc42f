// A deck from wherever it comes, read and found usable; nothing is kept yet.

import { readdirSync } from 'node:fs';
import path from 'node:path';

import { type DeckFolder, deckFileName, deepestFolder, isPassedOver, openDeckFolder } from '../../deck/files/folder.ts';
import { loadDeck } from '../../deck/load-deck.ts';
import type { Deck } from '../../model/deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Variables } from '../environment.ts';
import { type ArchiveReading, readArchive } from './archive.ts';
import { type Cloning, clone } from './clone.ts';
import { type DeckInTree, deckIn, type FileTree } from './file-tree.ts';
import type { Source } from './source.ts';

export type Fetched =
	/** `files.filesRead` are all files of the deck. */
	| { readonly kind: 'deck'; readonly deck: Deck; readonly files: DeckFolder; readonly inside: string; readonly commit?: string }
	/** It has mistakes that keep learners out. */
	| {
			readonly kind: 'broken';
			readonly diagnostics: readonly Diagnostic[];
			readonly sources: ReadonlyMap<string, string>;
			/** Links in the archive, which were passed over. */
			readonly links: number;
	  }
	| Exclude<DeckInTree, { readonly kind: 'found' }>
	| { readonly kind: 'not-cloned'; readonly why: Exclude<Cloning, { readonly kind: 'tree' }> }
	| { readonly kind: 'not-unpacked'; readonly why: Exclude<ArchiveReading, { readonly kind: 'tree' }> };

/**
 * @param inside the deck's folder in the source, where somebody named it.
 * @param scratch an empty folder, of which this may do what it likes.
 */
export async function fetchDeck(source: Source, inside: string | undefined, scratch: string, variables: Variables): Promise<Fetched> {
	const opened = await openSource(source, scratch, variables);
	if (opened.kind !== 'tree') return opened;
	const { tree } = opened;
	const found = deckIn(tree, inside);
	if (found.kind !== 'found') return found;
	const { deck, diagnostics, sources } = loadDeck(found.folder);
	if (deck === undefined) return { kind: 'broken', diagnostics, sources, links: tree.links ?? 0 };
	const { commit } = tree;
	return { kind: 'deck', deck, files: found.folder, inside: found.inside, ...(commit === undefined ? {} : { commit }) };
}

type Opened = { readonly kind: 'tree'; readonly tree: FileTree } | Extract<Fetched, { readonly kind: 'not-cloned' | 'not-unpacked' }>;

async function openSource(source: Source, scratch: string, variables: Variables): Promise<Opened> {
	switch (source.kind) {
		case 'folder':
			return { kind: 'tree', tree: { files: deckFilesBelow(source.path), folder: openDeckFolder(source.path) } };
		case 'archive': {
			const reading = await readArchive(source.path);
			return reading.kind === 'tree' ? reading : { kind: 'not-unpacked', why: reading };
		}
		case 'git': {
			const cloning = await clone(source.url, source.ref, scratch, variables);
			return cloning.kind === 'tree' ? cloning : { kind: 'not-cloned', why: cloning };
		}
	}
}

/** Most folders that are looked into. */
const mostFolders = 2_000;

/** The `deck.yaml` of a folder and of those below it. */
function deckFilesBelow(root: string): readonly string[] {
	const found: string[] = [];
	const waiting = [''];
	for (let looked = 0; waiting.length > 0 && looked < mostFolders; looked++) {
		const folder = waiting.shift() ?? '';
		for (const entry of entriesOf(path.join(root, folder))) {
			const inside = path.posix.join(folder, entry.name);
			if (entry.isFile() && entry.name === deckFileName) found.push(inside);
			else if (entry.isDirectory() && !isPassedOver(entry.name) && inside.split('/').length <= deepestFolder) waiting.push(inside);
		}
	}
	return found;
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}
