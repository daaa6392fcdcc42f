// Where a learner stands, gathered for a reader: what the commands that only look show, and print with `--json`. What they print is
// documented in docs/json.md, and its shape in schema/reports.schema.json.

import type { Answer, AttemptId, AttemptKind, DrawReason, Instant, Outcome, Presentation, Verdict } from './attempt.ts';
import type { JudgedAttempt, Judgement, Need, Score, UnitStanding } from './decision.ts';
import type { Id, QuestionType, Rule, Variant } from './deck.ts';

/**
 * Milliseconds that any one question adds to the time on task: nobody is known to think longer than five minutes about one of them, and
 * whoever went for tea should not find an hour.
 */
export const longestThought = 5 * 60_000;

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

/** Bare `gradus`. */
export interface HomeReport {
	/** Something was begun or read before, in whatever deck. */
	readonly begun: boolean;
	/** What waits to be gone on with, in the decks at hand; latest begun first. */
	readonly left: readonly LeftOpen[];
	/** Those with something left half done first, then those in use, those not begun, those mastered; in each, latest used first. */
	readonly decks: readonly HomeDeck[];
}

export interface HomeDeck {
	readonly deck: Id;
	/** As in `Deck`. */
	readonly address?: string;
	readonly title: string;
	readonly summary?: string;
	readonly units: number;
	readonly mastered: number;
	/** Something of it was begun or read. */
	readonly used: boolean;
	readonly next: NextStep;
}

export interface HistoryEntry {
	readonly attempt: AttemptId;
	readonly deck: Id;
	readonly unit: Id;
	/** The id, where the deck no longer has the unit. */
	readonly unitTitle: string;
	readonly kind: AttemptKind;
	/** In force when it began. */
	readonly rule: Rule;
	readonly startedAt: Instant;
	readonly finishedAt?: Instant;
	/** Absent: still open. */
	readonly outcome?: Outcome;
	readonly score: Score;
	readonly answered: number;
	/** Milliseconds from showing to answer, each question counted up to `longestThought`. Absent: nothing was answered. */
	readonly timeOnTask?: number;
	/** Judged quiz attempts only. */
	readonly judged?: JudgedAttempt;
}

/** A unit that has attempts. */
export interface HistoryUnit {
	readonly deck: Id;
	/** The id, where the deck is not at hand. */
	readonly deckTitle: string;
	readonly unit: Id;
	/** The id, where the deck no longer has the unit. */
	readonly title: string;
	/** Of every kind, open ones too. */
	readonly attempts: number;
	/** Milliseconds, of all of them. */
	readonly timeOnTask: number;
	/** As it is now; absent where the deck no longer has the unit, or is not at hand. */
	readonly standing?: Pick<UnitStanding, 'state' | 'need' | 'best'>;
}

/** `gradus history`. */
export interface HistoryReport {
	/** Oldest first: all of them, or of each unit those that a reader is shown. */
	readonly entries: readonly HistoryEntry[];
	/** In the order of their latest attempt, latest last. */
	readonly units: readonly HistoryUnit[];
	/** Milliseconds that any one question adds to a time on task, at most. */
	readonly longestCounted: number;
}

/** What a learner was told of a question once it was answered. */
export interface AnsweredReport {
	readonly answer: Answer;
	readonly verdict: Verdict;
	readonly answeredAt: Instant;
	/** As people read it. */
	readonly key: readonly string[];
	readonly chosenFeedback: readonly { readonly option: string; readonly feedback: string }[];
	readonly explanation: string;
	readonly source?: string;
	/** Where it is explained: its section, then those it names besides. */
	readonly reread: readonly { readonly section: Id; readonly title: string }[];
}

/** One place of an attempt. Nothing is told of a question that was never shown, and no key of one that was not answered, or that stands open in a quiz just now. */
export type AskedReport =
	| { readonly position: number; readonly shown: false }
	| {
			readonly position: number;
			readonly shown: true;
			readonly question: Id;
			readonly section: Id;
			readonly sectionTitle: string;
			readonly fingerprint: string;
			readonly reason: DrawReason;
			/** The values it was drawn with, where it is drawn anew each time; only with `answered`, since the key may be among them. */
			readonly values?: Variant['values'];
			/** Without `answered`, the blanks of a cloze are numbers: an id may give its key away. */
			readonly presentation: Presentation;
			readonly shownAt: Instant;
			readonly answered?: AnsweredReport;
			/** In place of `answered`, what the answer counted as: the same question stands open in a quiz, and the rest is told again once it is answered. */
			readonly keptBack?: Verdict['kind'];
	  };

/** `gradus show`: one attempt, question by question. */
export interface AttemptReport extends Omit<HistoryEntry, 'judged'> {
	/** The id, where the deck is not at hand. */
	readonly deckTitle: string;
	/** Its text is other than it was when the attempt began; absent where the deck is not at hand. */
	readonly deckChanged?: boolean;
	readonly need: Need;
	/** Of an ended attempt that counts. */
	readonly judgement?: Judgement;
	readonly questions: readonly AskedReport[];
}

/** A question as it stands in its deck now, against how it was asked. `elsewhere`: the deck is not at hand. */
export type QuestionNow = 'same' | 'changed' | 'gone' | 'elsewhere';

/** What bookmarks and disputes say of their question. */
export interface MarkedQuestion {
	readonly deck: Id;
	/** As in `Deck`. */
	readonly address?: string;
	/** The id, where the deck is not at hand. */
	readonly deckTitle: string;
	readonly unit: Id;
	readonly unitTitle: string;
	readonly question: Id;
	readonly section: Id;
	readonly sectionTitle: string;
	readonly type: QuestionType;
	/** As it was asked. */
	readonly stem: string;
	readonly fingerprint: string;
	/** The values it was drawn with, where it is drawn anew each time; absent while it is not answered, since the key may be among them. */
	readonly values?: Variant['values'];
	readonly now: QuestionNow;
	readonly attempt: AttemptId;
	/** 1 to n. */
	readonly position: number;
	readonly at: Instant;
}

export interface DisputeEntry extends MarkedQuestion {
	/** As typed; may be empty. */
	readonly note: string;
	/** As given before the dispute; absent, with what follows: it had not been answered. */
	readonly given?: {
		readonly verdict: Verdict['kind'];
		/** Absent, with the key: the same question stands open in a quiz just now. */
		readonly answer?: Answer;
		readonly key?: readonly string[];
	};
}

/** `gradus disputes`: oldest first. */
export interface DisputesReport {
	readonly disputes: readonly DisputeEntry[];
}

/** `gradus bookmarks`: oldest first. */
export interface BookmarksReport {
	readonly bookmarks: readonly MarkedQuestion[];
}

/** `gradus why`: from the stored facts to the state, step by step. */
export interface WhyReport {
	readonly deck: Id;
	readonly unit: Id;
	readonly title: string;
	readonly standing: UnitStanding;
	readonly requires: readonly { readonly unit: Id; readonly title: string; readonly mastered: boolean; readonly best?: Score }[];
	/** Oldest first: all of them, or the latest. */
	readonly attempts: readonly HistoryEntry[];
	/** How many there are, of every kind. */
	readonly attemptsInAll: number;
	/** When the attempt was begun that completed mastery. */
	readonly masteryStartedAt?: Instant;
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
	/** Of a deck that was added. */
	readonly origin?: DeckOrigin;
}

/** Where a deck was added from, and what of it was taken. */
export interface DeckOrigin {
	readonly kind: 'folder' | 'archive' | 'git';
	/** An absolute path, or the address of a repository. */
	readonly from: string;
	/** The deck's folder in it; `.`: the top. */
	readonly inside: string;
	/** Of a repository: the branch, tag or commit that was asked for. */
	readonly ref?: string;
	/** Of a repository: the version that was taken. */
	readonly commit?: string;
	readonly addedAt: Instant;
}

/** One of several learners who keep their records in one file. */
export interface LearnerUse {
	readonly learner: string;
	/** Attempts of every kind, open ones too. */
	readonly attempts: number;
	/** Of the latest attempt, answer or reading. */
	readonly lastUsedAt: Instant;
}

/** `gradus learners`. */
export interface LearnersReport {
	/** Who looks: by `--learner`, `GRADUS_LEARNER`, or the name that is used where neither is given. */
	readonly learner: string;
	/** Latest use first. */
	readonly learners: readonly LearnerUse[];
}

/** `gradus data import`: what came in that was not there. */
export interface ImportOutcome {
	readonly attempts: number;
	readonly answers: number;
	readonly readings: number;
	readonly bookmarks: number;
	readonly disputes: number;
	/** Questions that had been answered in both records, of which the earlier answer stands. */
	readonly answeredTwice: number;
	/** Open attempts that were ended, since a later one was begun in the same unit in the other record. */
	readonly ended: number;
}

/** `gradus data verify`, of a record that can be read. */
export interface VerifyReport {
	/** Of the file's form. */
	readonly version: number;
	readonly learners: number;
	readonly attempts: number;
	readonly answers: number;
	readonly readings: number;
	/** What is wrong, as the database says it; none where all is well. */
	readonly flaws: readonly string[];
}
