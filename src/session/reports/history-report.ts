// What `gradus history` shows: attempts, with what came of each and the time it took.

import { pastOf, pastsOf, wholePastOf } from '../../engine/past.ts';
import type { Past, PastAttempt } from '../../model/decision.ts';
import type { Deck, Id } from '../../model/deck.ts';
import { type HistoryEntry, type HistoryReport, type HistoryUnit, longestThought } from '../../model/report.ts';
import type { LearnerRecord } from '../ports.ts';
import { unitTitle } from '../progress.ts';
import { quickProgress } from './quick-progress.ts';

/** `all`: every attempt, which takes as long as there are attempts; `latest`: of each unit as many as are pictured or listed. */
export type Extent = 'all' | 'latest';

/** @param others decks that are not at hand: their attempts are listed by id, unjudged. */
export function historyReport(
	decks: readonly Deck[],
	record: LearnerRecord,
	others: readonly Id[] = [],
	extent: Extent = 'all',
): HistoryReport {
	const known = decks.map((deck) => quickProgress(deck, pastsIn(record, deck.id, extent), []));
	const tellings = [
		...known.flatMap(({ deck, pasts, standings }) =>
			[...pasts].map(([unit, past]) => {
				const standing = standings.get(unit);
				const named = { deck: deck.id, deckTitle: deck.title, unit, title: unitTitle(deck, unit) };
				return telling({ ...named, ...(standing === undefined ? {} : { standing: standingOf(standing) }) }, past);
			}),
		),
		...others.flatMap((deck) =>
			[...pastsIn(record, deck, extent)].map(([unit, past]) =>
				telling({ deck, deckTitle: deck, unit, title: unit }, { ...past, recent: past.recent.map(unjudged) }),
			),
		),
	];
	return {
		entries: inOrder(tellings),
		units: tellings.toSorted((a, b) => latestStart(a) - latestStart(b)).map(({ unit }) => unit),
		longestCounted: longestThought,
	};
}

function pastsIn(record: LearnerRecord, deck: Id, extent: Extent): ReadonlyMap<Id, Past> {
	return extent === 'all' ? pastsOf(record.summaries(deck), wholePastOf) : record.pasts(deck, pastOf);
}

interface Telling {
	readonly unit: HistoryUnit;
	readonly entries: readonly HistoryEntry[];
}

function telling(named: Omit<HistoryUnit, 'attempts' | 'timeOnTask'>, { recent, attempts, timeOnTask }: Past): Telling {
	const { deck, unit, title } = named;
	return { unit: { ...named, attempts, timeOnTask }, entries: recent.map((attempt) => historyEntry(deck, unit, title, attempt)) };
}

export function historyEntry(deck: Id, unit: Id, title: string, { id, ...attempt }: PastAttempt): HistoryEntry {
	return { attempt: id, deck, unit, unitTitle: title, ...attempt };
}

function unjudged({ judged: _, ...attempt }: PastAttempt): PastAttempt {
	return attempt;
}

/** By time, and within a unit as they were recorded, even where the clock was set back between them. */
function inOrder(tellings: readonly Telling[]): readonly HistoryEntry[] {
	const timed = tellings.flatMap(({ entries }) => {
		let latest = Number.NEGATIVE_INFINITY;
		return entries.map((entry) => {
			latest = Math.max(latest, entry.startedAt);
			return { entry, at: latest };
		});
	});
	return timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

function latestStart({ entries }: Telling): number {
	return Math.max(...entries.map(({ startedAt }) => startedAt));
}

function standingOf({ state, need, best }: NonNullable<HistoryUnit['standing']>): NonNullable<HistoryUnit['standing']> {
	return { state, need, ...(best === undefined ? {} : { best }) };
}
