// The decks at hand that can be used, named as this record and this learner reach them.

import type { Deck } from '../model/deck.ts';
import { addressed, type Context, complainOfLeftOut } from './context.ts';
import { decksAtHand } from './deck-shelf.ts';

/**
 * Of several with one id, the first: the others are not reached by it.
 *
 * @param quietly says nothing of decks with mistakes.
 */
export async function soundDecks(context: Context, quietly = false): Promise<readonly Deck[]> {
	const shelved = await decksAtHand(context.environment);
	const decks = new Map<string, Deck>();
	for (const entry of shelved) {
		if (!entry.ok) {
			if (!quietly) complainOfLeftOut(context, entry.folder);
		} else if (!decks.has(entry.deck.id)) decks.set(entry.deck.id, addressed(context, entry.deck));
	}
	return [...decks.values()];
}
