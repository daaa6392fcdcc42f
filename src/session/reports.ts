// Where the learner stands, gathered for `gradus`, `map`, `history` and `why`.

import { judge } from '../engine/judge.ts';
import type { AttemptSummary } from '../model/attempt.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import type { DeckReport, HistoryEntry, HistoryReport, HomeReport, UnitReport, WhyReport } from '../model/report.ts';
import type { LearnerRecord } from './ports.ts';
import { leftOpen, nextStep, type Progress, progressIn, standingIn, unitOf, unitTitle } from './progress.ts';

/** Decks latest used first; those never used keep the order given. */
export function homeReport(decks: readonly Deck[], record: LearnerRecord): HomeReport {
	const recent = record.recentDecks();
	const place = ({ id }: Deck) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
	return {
		decks: [...decks]
			.sort((a, b) => place(a) - place(b))
			.map((deck) => {
				const progress = progressIn(deck, record);
				return {
					...headOf(deck),
					units: deck.units.length,
					mastered: masteredIn(progress),
					used: recent.includes(deck.id),
					next: nextStep(progress),
				};
			}),
	};
}

export function deckReport(deck: Deck, record: LearnerRecord): DeckReport {
	const progress = progressIn(deck, record);
	return {
		...headOf(deck),
		mastered: masteredIn(progress),
		units: deck.units.map((unit) => unitReport(progress, unit, record)),
		next: nextStep(progress),
	};
}

/** @param others decks that are not at hand: their attempts are listed by id, unjudged. */
export function historyReport(decks: readonly Deck[], record: LearnerRecord, others: readonly Id[] = []): HistoryReport {
	const known = decks.flatMap((deck) => historyOf(progressIn(deck, record)));
	const unknown = others.flatMap((deck) => record.summaries(deck).map((attempt) => historyEntry(deck, attempt.unit, attempt, undefined)));
	return { entries: [...known, ...unknown].sort((a, b) => a.startedAt - b.startedAt) };
}

/** @returns undefined for a unit that the deck does not have. */
export function whyReport(deck: Deck, id: Id, record: LearnerRecord): WhyReport | undefined {
	const unit = unitOf(deck, id);
	if (unit === undefined) return undefined;
	const progress = progressIn(deck, record);
	return {
		deck: deck.id,
		unit: unit.id,
		title: unit.title,
		standing: standingIn(progress, unit.id),
		requires: unit.requires.map((required) => {
			const { state, best } = standingIn(progress, required);
			const named = { unit: required, title: unitTitle(deck, required), mastered: state === 'mastered' };
			return best === undefined ? named : { ...named, best };
		}),
		attempts: historyOf(progress).filter((entry) => entry.unit === unit.id),
		titles: Object.fromEntries(
			deck.units.map((other) => [
				other.id,
				{ title: other.title, sections: Object.fromEntries(other.sections.map((section) => [section.id, section.title])) },
			]),
		),
	};
}

/** What every report says of a deck. */
function headOf({ id, address, title, summary }: Deck): Pick<DeckReport, 'deck' | 'address' | 'title' | 'summary'> {
	return { deck: id, ...(address === undefined ? {} : { address }), title, ...(summary === undefined ? {} : { summary }) };
}

function masteredIn({ standings }: Progress): number {
	return [...standings.values()].filter(({ state }) => state === 'mastered').length;
}

function unitReport(progress: Progress, unit: Unit, record: LearnerRecord): UnitReport {
	const { deck, open } = progress;
	const readings = record.readings(deck.id, unit.id);
	const left = open.findLast((attempt) => attempt.unit === unit.id);
	return {
		unit: unit.id,
		title: unit.title,
		requires: unit.requires.map((required) => ({ unit: required, title: unitTitle(deck, required) })),
		sections: unit.sections.map(({ id, title, objective }) => {
			const readAt = readings.get(id);
			return { section: id, title, objective, ...(readAt === undefined ? {} : { readAt }) };
		}),
		standing: standingIn(progress, unit.id),
		...(left === undefined ? {} : { left: leftOpen(deck, left) }),
	};
}

function historyOf({ deck, summaries, standings }: Progress): readonly HistoryEntry[] {
	return summaries.map((attempt) => {
		const judged = standings.get(attempt.unit)?.judged.find(({ id }) => id === attempt.id);
		return historyEntry(deck.id, unitTitle(deck, attempt.unit), attempt, judged);
	});
}

function historyEntry(deck: Id, title: string, attempt: AttemptSummary, judged: HistoryEntry['judged']): HistoryEntry {
	const { right, asked } = judge(attempt);
	return {
		attempt: attempt.id,
		deck,
		unit: attempt.unit,
		unitTitle: title,
		kind: attempt.kind,
		startedAt: attempt.startedAt,
		...(attempt.finishedAt === undefined ? {} : { finishedAt: attempt.finishedAt }),
		...(attempt.outcome === undefined ? {} : { outcome: attempt.outcome }),
		score: { right, asked },
		answered: attempt.questions.filter(({ verdict }) => verdict !== undefined).length,
		...(judged === undefined ? {} : { judged }),
	};
}
