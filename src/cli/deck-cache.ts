// Decks once read, kept as JSON, so that a start does not wait for YAML.

import { join } from 'node:path';

import { type DeckFolder, openDeckFolder } from '../deck/files/folder.ts';
import type { Deck } from '../model/deck.ts';
import { nameFor, storeContent, storedContent } from './content-cache.ts';

/** @returns undefined where there is no copy, or one that is not to be believed. */
export function storedDeck(file: string, folder: string): Deck | undefined {
	const content = storedContent(file, openDeckFolder(folder));
	return content === undefined ? undefined : decodeDeck(content);
}

export function storeDeck(file: string, deck: Deck, folder: DeckFolder): void {
	storeContent(file, JSON.stringify(deck), folder);
}

/** One file for each deck folder, named after the folder's path. */
export function cacheFile(cacheFolder: string, deckFolder: string): string {
	return join(cacheFolder, 'decks', `${nameFor(deckFolder)}.json`);
}

/** Its digest was ours: what we wrote is what we read. */
function decodeDeck(text: string): Deck {
	return JSON.parse(text) as Deck;
}
