// Decks once read, kept as JSON, so that a start does not wait for YAML.

import { join } from 'node:path';

import type { DeckFolder } from '../deck/files/folder.ts';
import { withDrawings } from '../engine/variants/unseen.ts';
import type { Deck } from '../model/deck.ts';
import { nameFor, storeContent, storedContent } from './content-cache.ts';

/** Where a copy of a deck is, and what it says it is a copy of. */
export interface DeckCopy {
	readonly file: string;
	readonly about: string;
}

/** `slow`: a new copy would be found quicker. */
export interface StoredDeck {
	readonly deck: Deck;
	readonly slow: boolean;
}

/** @returns undefined where there is no copy, or one that is not to be believed. */
export function storedDeck({ file, about }: DeckCopy, folder: DeckFolder): StoredDeck | undefined {
	const found = storedContent(file, about, folder);
	return found === undefined ? undefined : { deck: decodeDeck(found.content), slow: found.slow };
}

export function storeDeck({ file, about }: DeckCopy, deck: Deck, folder: DeckFolder): void {
	storeContent(file, about, JSON.stringify(withDrawings(deck)), folder);
}

/** One file for each deck folder, named after the folder's path. */
export function keptCopy(cacheFolder: string, deckFolder: string): DeckCopy {
	return { file: join(cacheFolder, 'decks', `${nameFor(deckFolder)}.json`), about: deckFolder };
}

/** Its checksum was ours: what we wrote is what we read. */
function decodeDeck(text: string): Deck {
	return JSON.parse(text) as Deck;
}
