// What `gradus history` shows: every attempt, with what came of it and the time it took.

import { judge } from '../../engine/judge.ts';
import type { AttemptId, AttemptSummary } from '../../model/attempt.ts';
import type { Deck, Id } from '../../model/deck.ts';
import { type HistoryEntry, type HistoryReport, type HistoryUnit, longestThought } from '../../model/report.ts';
import type { LearnerRecord } from '../ports.ts';
import { type Progress, unitTitle } from '../progress.ts';
import { quickProgress } from './quick-progress.ts';

/** @param others decks that are not at hand: their attempts are listed by id, unjudged. */
export function historyReport(decks: readonly Deck[], record: LearnerRecord, others: readonly Id[] = []): HistoryReport {
	const known = decks.map((deck) => quickProgress(deck, record.summaries(deck.id), []));
	const entries = [
		...known.flatMap((progress) => historyOf(progress, record)),
		...others.flatMap((deck) => {
			const times = record.timesOnTask(deck, longestThought);
			return record.summaries(deck).map((attempt) => historyEntry(deck, attempt.unit, attempt, undefined, times));
		}),
	].sort((a, b) => a.startedAt - b.startedAt);
	return { entries, units: unitsOf(entries, known), longestCounted: longestThought };
}

/** Oldest first. */
export function historyOf({ deck, summaries, standings }: Progress, record: LearnerRecord): readonly HistoryEntry[] {
	if (summaries.length === 0) return [];
	const times = record.timesOnTask(deck.id, longestThought);
	const judged = new Map([...standings.values()].flatMap((standing) => standing.judged.map((each) => [each.id, each] as const)));
	return summaries.map((attempt) => historyEntry(deck.id, unitTitle(deck, attempt.unit), attempt, judged.get(attempt.id), times));
}

function historyEntry(
	deck: Id,
	title: string,
	attempt: AttemptSummary,
	judged: HistoryEntry['judged'],
	times: ReadonlyMap<AttemptId, number>,
): HistoryEntry {
	const { right, asked } = judge(attempt);
	const timeOnTask = times.get(attempt.id);
	return {
		attempt: attempt.id,
		deck,
		unit: attempt.unit,
		unitTitle: title,
		kind: attempt.kind,
		rule: attempt.rule,
		startedAt: attempt.startedAt,
		...(attempt.finishedAt === undefined ? {} : { finishedAt: attempt.finishedAt }),
		...(attempt.outcome === undefined ? {} : { outcome: attempt.outcome }),
		score: { right, asked },
		answered: attempt.questions.filter(({ verdict }) => verdict !== undefined).length,
		...(timeOnTask === undefined ? {} : { timeOnTask }),
		...(judged === undefined ? {} : { judged }),
	};
}

function unitsOf(entries: readonly HistoryEntry[], known: readonly Progress[]): readonly HistoryUnit[] {
	const latestFirst = new Map<string, HistoryUnit>();
	for (const { deck, unit, unitTitle: title } of entries.toReversed()) {
		const name = `${deck}/${unit}`;
		if (latestFirst.has(name)) continue;
		const progress = known.find((each) => each.deck.id === deck);
		const standing = progress?.standings.get(unit);
		latestFirst.set(name, {
			deck,
			deckTitle: progress?.deck.title ?? deck,
			unit,
			title,
			...(standing === undefined ? {} : { standing: standingOf(standing) }),
		});
	}
	return [...latestFirst.values()].reverse();
}

function standingOf({ state, need, best }: NonNullable<HistoryUnit['standing']>): NonNullable<HistoryUnit['standing']> {
	return { state, need, ...(best === undefined ? {} : { best }) };
}
