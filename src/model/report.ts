// Where a learner stands, gathered for a reader: what `gradus`, `map`, `history` and `why` show, and print with `--json`.

import type { AttemptId, AttemptKind, Instant, Outcome } from './attempt.ts';
import type { JudgedAttempt, Score, UnitStanding } from './decision.ts';
import type { Id } from './deck.ts';

/** An attempt left half done. */
export interface LeftOpen {
	readonly attempt: AttemptId;
	readonly deck: Id;
	readonly unit: Id;
	readonly unitTitle: string;
	readonly kind: AttemptKind;
	/** The question to come back to, 1 to n. */
	readonly position: number;
	readonly asked: number;
	readonly startedAt: Instant;
}

/** The one thing to do next in a deck. */
export type NextStep =
	| { readonly kind: 'resume'; readonly unit: Id; readonly unitTitle: string; readonly position: number; readonly asked: number }
	| { readonly kind: 'start'; readonly unit: Id; readonly unitTitle: string }
	| { readonly kind: 'continue'; readonly unit: Id; readonly unitTitle: string }
	| { readonly kind: 'complete' };

export interface SectionReport {
	readonly section: Id;
	readonly title: string;
	readonly objective: string;
	/** Latest reading, where there was one. */
	readonly readAt?: Instant;
}

export interface UnitReport {
	readonly unit: Id;
	readonly title: string;
	readonly requires: readonly { readonly unit: Id; readonly title: string }[];
	readonly sections: readonly SectionReport[];
	readonly standing: UnitStanding;
	readonly left?: LeftOpen;
}

/** `gradus map`. */
export interface DeckReport {
	readonly deck: Id;
	/** As in `Deck`. */
	readonly address?: string;
	readonly title: string;
	readonly summary?: string;
	readonly mastered: number;
	/** In teaching order. */
	readonly units: readonly UnitReport[];
	readonly next: NextStep;
}

/** Bare `gradus`. Decks latest used first, then those never opened. */
export interface HomeReport {
	readonly decks: readonly {
		readonly deck: Id;
		/** As in `Deck`. */
		readonly address?: string;
		readonly title: string;
		readonly summary?: string;
		readonly units: number;
		readonly mastered: number;
		readonly used: boolean;
		readonly next: NextStep;
	}[];
}

export interface HistoryEntry {
	readonly attempt: AttemptId;
	readonly deck: Id;
	readonly unit: Id;
	/** The id, where the deck no longer has the unit. */
	readonly unitTitle: string;
	readonly kind: AttemptKind;
	readonly startedAt: Instant;
	readonly finishedAt?: Instant;
	/** Absent: still open. */
	readonly outcome?: Outcome;
	readonly score: Score;
	readonly answered: number;
	/** Judged quiz attempts only. */
	readonly judged?: JudgedAttempt;
}

/** `gradus history`, latest last. */
export interface HistoryReport {
	readonly entries: readonly HistoryEntry[];
}

/** `gradus why`: from the stored facts to the state, step by step. */
export interface WhyReport {
	readonly deck: Id;
	readonly unit: Id;
	readonly title: string;
	readonly standing: UnitStanding;
	readonly requires: readonly { readonly unit: Id; readonly title: string; readonly mastered: boolean; readonly best?: Score }[];
	/** Oldest first. */
	readonly attempts: readonly HistoryEntry[];
	/** What the ids stand for, by unit; own keys only. */
	readonly titles: Readonly<Record<Id, { readonly title: string; readonly sections: Readonly<Record<Id, string>> }>>;
}

/** One shipped or added deck, for `gradus decks list`. */
export interface DeckListing {
	readonly deck: Id;
	readonly title: string;
	readonly units: number;
	readonly questions: number;
	/** Folder it was loaded from. */
	readonly folder: string;
	readonly shipped: boolean;
}
