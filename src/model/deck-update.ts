// What a newer version of a deck changes, and what that does to one learner's history.

import type { UnitStanding } from './decision.ts';
import type { Id, Rule } from './deck.ts';

export interface UnitUpdate {
	readonly unit: Id;
	readonly title: string;
	readonly change: 'new' | 'gone' | 'changed' | 'same';
	readonly added: number;
	readonly removed: number;
	/** Questions whose key, options or type are other than before; polished explanations are not counted. */
	readonly rekeyed: number;
	/** Of the removed and the rekeyed questions, how many this learner has been shown. */
	readonly seen: { readonly removed: number; readonly rekeyed: number };
	/** Where what it takes has changed. */
	readonly rule?: { readonly before: Rule; readonly after: Rule };
	/** Where the learner's standing has changed; of a unit that is gone, what it was. */
	readonly state?: { readonly before?: UnitStanding['state']; readonly after?: UnitStanding['state'] };
	/** Attempts of this learner in it. */
	readonly attempts: number;
}

export interface DeckUpdate {
	readonly deck: Id;
	readonly title: string;
	/** No file of it has changed. */
	readonly same: boolean;
	/** Every unit of both versions: as the new deck teaches them, then those that are gone. */
	readonly units: readonly UnitUpdate[];
	/** The quiz or practice left half done in a unit that is gone cannot be gone on with. */
	readonly stranded: number;
}
