// For the build: reads the shipped decks once and lays their compiled copies beside the program.

import { storeDeck } from './deck-cache.ts';
import { loadFromYaml, shippedCopy, shippedFolders } from './deck-shelf.ts';

/** A shipped deck with errors is passed over: `gradus check decks` and the tests tell of it. */
export async function precompileShippedDecks(packageFolder: string, site: string): Promise<void> {
	for (const folder of shippedFolders(packageFolder)) {
		const loaded = await loadFromYaml(folder);
		if (loaded.ok) storeDeck(shippedCopy(site, folder), loaded.deck, loaded.files);
	}
}
