// Progress as far as mastery and gates go. What is still fresh is not counted: that takes a look at every question ever shown.

import type { Attempt } from '../../model/attempt.ts';
import type { Past } from '../../model/decision.ts';
import type { Deck, Id } from '../../model/deck.ts';
import { type Progress, progressOf } from '../progress.ts';

/**
 * @param pasts of this deck.
 * @param open of any decks, oldest first.
 */
export function quickProgress(deck: Deck, pasts: ReadonlyMap<Id, Past>, open: readonly Attempt[]): Progress {
	return progressOf(deck, pasts, open, () => []);
}
