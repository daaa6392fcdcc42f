// What bare `gradus` shows. It opens every day, so it asks the record no more than it must: nothing of decks that were never used.

import { pastOf } from '../../engine/past.ts';
import type { Deck } from '../../model/deck.ts';
import type { HomeDeck, HomeReport } from '../../model/report.ts';
import type { LearnerRecord } from '../ports.ts';
import { leftOpen, nextStep, type Progress } from '../progress.ts';
import { headOf, masteredIn } from './deck-head.ts';
import { quickProgress } from './quick-progress.ts';

/** @param decks in the order in which they are offered to somebody who has used none of them. */
export function homeReport(decks: readonly Deck[], record: LearnerRecord): HomeReport {
	const recent = record.recentDecks();
	const open = recent.length === 0 ? [] : record.openAttempts();
	const used = new Map(recent.map((id, place) => [id, place]));
	const progresses = decks.map((deck) => quickProgress(deck, used.has(deck.id) ? record.pasts(deck.id, pastOf) : new Map(), open));
	return {
		begun: recent.length > 0,
		left: progresses
			.flatMap((progress) => leftIn(progress))
			.sort((a, b) => order(open, b.attempt) - order(open, a.attempt))
			.map(({ left }) => left),
		decks: progresses
			.map((progress) => homeDeck(progress, used.has(progress.deck.id)))
			.sort((a, b) => rankOf(a) - rankOf(b) || (used.get(a.deck) ?? used.size) - (used.get(b.deck) ?? used.size)),
	};
}

/** Those that can be gone on with: a newer deck may have closed a unit again. */
function leftIn({ deck, open, standings }: Progress) {
	return open
		.filter(({ unit }) => standings.get(unit)?.gate.open === true)
		.map((attempt) => ({ attempt: attempt.id, left: leftOpen(deck, attempt) }));
}

function order(open: readonly { readonly id: string }[], attempt: string): number {
	return open.findIndex(({ id }) => id === attempt);
}

function homeDeck(progress: Progress, used: boolean): HomeDeck {
	return {
		...headOf(progress.deck),
		units: progress.deck.units.length,
		mastered: masteredIn(progress),
		used,
		next: nextStep(progress),
	};
}

function rankOf({ next, used }: HomeDeck): number {
	if (next.kind === 'resume') return 0;
	if (next.kind === 'complete') return 3;
	return used ? 1 : 2;
}
