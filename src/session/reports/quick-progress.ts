// Progress as far as mastery and gates go. What is still fresh is not counted: that takes a look at every question ever shown.

import { standingsOf } from '../../engine/standing.ts';
import type { Attempt, AttemptSummary } from '../../model/attempt.ts';
import type { Deck } from '../../model/deck.ts';
import type { Progress } from '../progress.ts';

/**
 * @param summaries of this deck, oldest first.
 * @param open of any decks, oldest first.
 */
export function quickProgress(deck: Deck, summaries: readonly AttemptSummary[], open: readonly Attempt[]): Progress {
	const known = new Set(deck.units.map(({ id }) => id));
	return {
		deck,
		summaries,
		standings: standingsOf(deck, summaries, () => []),
		open: open.filter((attempt) => attempt.deck === deck.id && known.has(attempt.unit)),
	};
}
