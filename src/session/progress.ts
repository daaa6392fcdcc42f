// A learner's progress in one deck, read from the record at one moment.

import { admit, type Entry } from '../engine/admit.ts';
import { missedSections } from '../engine/judge.ts';
import { pastOf } from '../engine/past.ts';
import { standingsOf } from '../engine/standing.ts';
import type { Attempt, Exposure, Instant } from '../model/attempt.ts';
import type { Past, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import type { LeftOpen, NextStep } from '../model/report.ts';
import type { LearnerRecord } from './ports.ts';

export interface Progress {
	readonly deck: Deck;
	/** By unit, where there were attempts; of units that the deck no longer has, too. */
	readonly pasts: ReadonlyMap<Id, Past>;
	/** Of a unit whose fresh questions were not to be counted, it says that all are. */
	readonly standings: ReadonlyMap<Id, UnitStanding>;
	/** Oldest first; of units that the deck still has. */
	readonly open: readonly Attempt[];
}

/** @param counted the unit whose fresh questions are counted; all units, where none is given: that looks at every question ever shown. */
export function progressIn(deck: Deck, record: LearnerRecord, counted?: Id): Progress {
	const exposures = (unit: Id) => (counted === undefined || counted === unit ? record.exposures(deck.id, unit) : []);
	return progressOf(deck, record.pasts(deck.id, pastOf), record.openAttempts(deck.id), exposures);
}

/**
 * @param pasts of this deck.
 * @param open of any decks, oldest first.
 * @param exposures of one unit; none, where its fresh questions are not to be counted.
 */
export function progressOf(
	deck: Deck,
	pasts: ReadonlyMap<Id, Past>,
	open: readonly Attempt[],
	exposures: (unit: Id) => readonly Exposure[],
): Progress {
	const known = new Set(deck.units.map(({ id }) => id));
	return {
		deck,
		pasts,
		standings: standingsOf(deck, pasts, exposures),
		open: open.filter((attempt) => attempt.deck === deck.id && known.has(attempt.unit)),
	};
}

export function enter({ deck, standings }: Progress, unit: Id): Entry {
	return admit(deck, unit, standings);
}

/** @throws Error for a unit that the deck does not have. */
export function standingIn({ standings }: Progress, unit: Id): UnitStanding {
	const standing = standings.get(unit);
	if (standing === undefined) throw new Error(`no standing for unit ${unit}`);
	return standing;
}

/** The question to come back to: the first without an answer, or the last when all have one. */
export function positionOf({ asked }: Attempt): number {
	return asked.find(({ answer }) => answer === undefined)?.position ?? asked.length;
}

export function leftOpen(deck: Deck, attempt: Attempt): LeftOpen {
	return {
		attempt: attempt.id,
		deck: deck.id,
		unit: attempt.unit,
		unitTitle: unitTitle(deck, attempt.unit),
		kind: attempt.kind,
		position: positionOf(attempt),
		asked: attempt.asked.length,
		startedAt: attempt.startedAt,
	};
}

export function unitOf(deck: Deck, id: Id): Unit | undefined {
	return deck.units.find((unit) => unit.id === id);
}

/** The id, where the deck no longer has the unit. */
export function unitTitle(deck: Deck, id: Id): string {
	return unitOf(deck, id)?.title ?? id;
}

/** First what was left half done; then the first open unit in teaching order that is not mastered. */
export function nextUnit({ deck, standings, open }: Progress): Unit | undefined {
	const left = open.findLast(({ unit }) => standings.get(unit)?.gate.open === true);
	if (left !== undefined) return unitOf(deck, left.unit);
	return deck.units.find(({ id }) => standings.get(id)?.state === 'open');
}

export function nextStep(progress: Progress): NextStep {
	const unit = nextUnit(progress);
	if (unit === undefined) return { kind: 'complete' };
	const named = { unit: unit.id, unitTitle: unit.title };
	const here = progress.open.filter((attempt) => attempt.unit === unit.id);
	const left = here.find(({ kind }) => kind === 'quiz') ?? here[0];
	if (left !== undefined) return { kind: 'resume', ...named, position: positionOf(left), asked: left.asked.length };
	return { kind: progress.pasts.has(unit.id) ? 'continue' : 'start', ...named };
}

/** Sections missed in the latest judged attempt, when that was a not-yet: what the next form leans to, and what practice is for. */
export function missedLastTime({ judged }: UnitStanding): ReadonlySet<Id> {
	const latest = judged.at(-1);
	if (latest === undefined || latest.judgement.qualifies) return new Set();
	return new Set(missedSections(latest.judgement).map(({ section }) => section));
}

/** When the latest attempt that counts was finished; 0 before the first. */
export function latestJudgedEnd({ pasts }: Progress, unit: Id): Instant {
	return pasts.get(unit)?.latestEnd ?? 0;
}

/** Practice was finished after the latest attempt that counts. */
export function practisedSince({ pasts }: Progress, unit: Id): boolean {
	return pasts.get(unit)?.practised === true;
}
