// What the engine decides, each decision with its reasons as data. No sentences: wording is for the terminal.

import type { AttemptId, AttemptSummary, Exposure, FormItem, Instant } from './attempt.ts';
import type { Id, Rule } from './deck.ts';

/** `right` of `asked`; both integers, 0 <= right <= asked. */
export interface Score {
	readonly right: number;
	readonly asked: number;
}

export interface SectionScore extends Score {
	readonly section: Id;
	/** Of the questions asked, how many have no answer; absent: none. They do not count as right, and were not missed either. */
	readonly unanswered?: number;
	/** Of the misses, how many were an honest "I don't know". */
	readonly dontKnow: number;
}

/** The rule for a form of this size, in counts: what is stated before an attempt. */
export interface Need {
	readonly asked: number;
	/** Smallest number right that meets the benchmark. */
	readonly right: number;
	readonly rule: Rule;
}

/** What kept an attempt from qualifying. */
export type Shortfall =
	| { readonly kind: 'benchmark'; readonly right: number; readonly need: number; readonly asked: number }
	| { readonly kind: 'floor'; readonly section: Id; readonly right: number; readonly need: number; readonly asked: number }
	| { readonly kind: 'unfinished'; readonly answered: number; readonly asked: number };

export interface Judgement extends Score {
	readonly need: number;
	/** Meets benchmark and floor; a question without an answer counts as not yet. */
	readonly qualifies: boolean;
	/** Empty exactly when it qualifies. */
	readonly shortfalls: readonly Shortfall[];
	/** Sections that were asked, in order of first appearance. */
	readonly sections: readonly SectionScore[];
}

export interface JudgedAttempt {
	readonly id: AttemptId;
	readonly judgement: Judgement;
	/** Qualifying attempts in a row up to and with this one. */
	readonly streak: number;
	readonly passes: number;
	/** This attempt is the one that completed mastery. */
	readonly mastered: boolean;
}

/** Whether an attempt that goes on can still qualify, with every question that is left answered right. */
export type Reach =
	| { readonly within: true }
	/** `short`: what would be missing even so, its `right` counted at best; never `unfinished`, at least one. */
	| { readonly within: false; readonly short: readonly Shortfall[] };

/** Why a unit is closed: one unit it requires, and what is known of it. */
export interface Blocker {
	readonly unit: Id;
	readonly need: Need;
	/** Qualifying attempts in a row so far. */
	readonly streak: number;
	readonly best?: Score;
	/** As in `UnitStanding`. */
	readonly bestLacked?: readonly Shortfall[];
	/** Sections missed in the latest judged attempt, most missed first. */
	readonly missed: readonly SectionScore[];
	/** The blocker is itself open, so that one can go there now. */
	readonly open: boolean;
}

export type Gate = { readonly open: true } | { readonly open: false; readonly blockers: readonly [Blocker, ...Blocker[]] };

/** Judged attempts that are no longer told one by one. */
export interface EarlierAttempts {
	readonly count: number;
	readonly notYets: number;
	/** Highest share right; the earlier of equals. */
	readonly best: Score;
}

/** Of more judged attempts, a standing tells the latest: as many as make a picture. */
export const judgedKept = 30;

/** One attempt, with what came of it. */
export interface PastAttempt extends Omit<AttemptSummary, 'unit' | 'questions'> {
	readonly score: Score;
	readonly answered: number;
	/** Of those that count. */
	readonly judged?: JudgedAttempt;
}

/**
 * What the attempts of one unit come to, however many there were: all that decisions need of them. It follows from the facts alone, so
 * that it may be kept and thrown away. Whoever changes what it holds, or how it is folded or written down, raises `pastForm`.
 */
export interface Past {
	/** Of every kind, open ones too. */
	readonly attempts: number;
	/** Milliseconds, of all of them. */
	readonly timeOnTask: number;
	/** Oldest first: the latest `judgedKept` that were judged, and the latest `listedKept` of any kind. */
	readonly recent: readonly PastAttempt[];
	/** Judged, and no longer in `recent`. */
	readonly earlier?: EarlierAttempts;
	/** Qualifying attempts in a row up to the latest. */
	readonly streak: number;
	/** Judged attempts since the last that qualified, or since the first. */
	readonly notYetsInARow: number;
	readonly first?: Score;
	/** Highest share right; the earlier of equals. */
	readonly best?: Judgement;
	/** The attempt that completed mastery. */
	readonly mastery?: { readonly by: AttemptId; readonly startedAt: Instant };
	/** When the latest judged attempt was finished. */
	readonly latestEnd?: Instant;
	/** Practice was finished that was begun after the latest judged attempt. */
	readonly practised: boolean;
	/** By section, in order of appearance: right, of those answered in judged attempts. */
	readonly answered: readonly (Score & { readonly section: Id })[];
}

/** The latest attempts that are listed, of any kind. */
export const listedKept = 12;

/** The number of the form that `Past` has here. */
export const pastForm = 2;

/** What attempts come to, oldest first, after what those before them came to. Pure. */
export type FoldPast = (attempts: readonly AttemptSummary[], before?: Past) => Past;

export interface UnitStanding {
	readonly unit: Id;
	readonly state: 'mastered' | 'open' | 'closed';
	readonly gate: Gate;
	/** The rule for the next attempt. */
	readonly need: Need;
	/** Judged quiz attempts, oldest first; the latest `judgedKept` at most. */
	readonly judged: readonly JudgedAttempt[];
	/** Judged before those; absent: none. */
	readonly earlier?: EarlierAttempts;
	readonly streak: number;
	/** Judged attempts since the last that qualified; 0 once mastered. */
	readonly notYetsInARow: number;
	readonly first?: Score;
	/** Highest share right; the earlier of equals. */
	readonly best?: Score;
	/**
	 * Not mastered, though `best` meets the benchmark as it is now: what that attempt lacked by the rule it began with; empty where it
	 * qualified and it takes more of them in a row.
	 */
	readonly bestLacked?: readonly Shortfall[];
	/** The attempt that completed mastery; a latch. */
	readonly masteredBy?: AttemptId;
	/**
	 * Questions of the pool that this learner can be asked without a repetition; a group counts once, and is fresh while none of it was
	 * shown. A template is one question, and fresh as long as it has values that were never shown.
	 */
	readonly fresh: number;
	/** Size of the pool, a group counting once. */
	readonly pool: number;
}

/** One section's share of a form. */
export interface Quota {
	readonly section: Id;
	/** By weight alone. */
	readonly due: number;
	/** What is asked. */
	readonly asked: number;
	/** It got more, because it was missed last time. */
	readonly emphasis: boolean;
	/** Questions it was too small for, asked elsewhere. */
	readonly spilled: number;
}

/** What an attempt asks, in order. */
export interface Form {
	readonly items: readonly FormItem[];
	/** In the unit's order of sections. */
	readonly quotas: readonly Quota[];
}

/** `7 new, 2 missed before, 1 again`. */
export interface Composition {
	readonly fresh: number;
	readonly missedBefore: number;
	readonly again: number;
}

/** A section to revisit, and why. */
export interface Prescribed {
	readonly section: Id;
	readonly missed: number;
	readonly asked: number;
}

export interface Prescription {
	/** Most missed first; ties in the unit's order. */
	readonly revisit: readonly Prescribed[];
	/** Three or more not-yets in a row: other ways in are offered, never a lock. */
	readonly stuck: boolean;
	/** When stuck: the unit it stands on that shows the weakest evidence, and there the section with the most misses that it still has. */
	readonly weakestPrerequisite?: { readonly unit: Id; readonly section?: Id } & Score;
}

/** What the draw and the standing look at besides the deck. Attempts oldest first; exposures in any order. */
export interface History {
	readonly attempts: readonly AttemptSummary[];
	readonly exposures: readonly Exposure[];
}
