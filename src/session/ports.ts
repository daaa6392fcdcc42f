// What the quiz loop needs from the world: a record to keep, and someone to talk to. Types only; the store and
// the terminal implement them, and see nothing else of this room.

import type {
	Answer,
	AskAgain,
	Attempt,
	AttemptId,
	AttemptKind,
	AttemptSummary,
	Bookmark,
	Dispute,
	Exposure,
	FormItem,
	Instant,
	Outcome,
	Presentation,
	Verdict,
} from '../model/attempt.ts';
import type { Composition, FoldPast, Form, Judgement, Need, Past, Prescription, Reach, Score, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Resource, Section, Unit } from '../model/deck.ts';
import type { LearnerUse, NextStep } from '../model/report.ts';

/* ── The record ─────────────────────────────────────────────────────────────────────────────────────────── */

/** An attempt as it is drawn: nothing shown, nothing answered. */
export interface NewAttempt extends Omit<Attempt, 'learner' | 'finishedAt' | 'outcome' | 'asked'> {
	readonly items: readonly FormItem[];
}

/**
 * One learner's record. Each writing call is one committed transaction: when it returns, the fact survives a power cut.
 * A call that cannot be kept throws the store's own error, which `main` turns into a sentence; nothing is half written.
 */
export interface LearnerRecord {
	/** Every attempt of a deck, or of one unit of it, oldest first: as much to read as was ever answered there. */
	summaries(deck: Id, unit?: Id): readonly AttemptSummary[];
	/**
	 * What the attempts of each unit of a deck come to by `fold`, where there were any. What ended attempts came to may be kept, so that
	 * they need not be read again; what is told is the same.
	 */
	pasts(deck: Id, fold: FoldPast): ReadonlyMap<Id, Past>;
	exposures(deck: Id, unit: Id): readonly Exposure[];
	/** Attempts without an outcome, oldest first. */
	openAttempts(deck?: Id): readonly Attempt[];
	attempt(id: AttemptId): Attempt | undefined;
	/** Decks with attempts or readings, latest used first. */
	recentDecks(): readonly Id[];
	/** Sections read, with the time of the latest reading. */
	readings(deck: Id, unit: Id): ReadonlyMap<Id, Instant>;
	/** The attempt begun last, of any deck. */
	latestAttempt(): Omit<Attempt, 'asked'> | undefined;
	/** Attempts whose id begins so, latest begun first, `most` at most. */
	attemptsBeginning(prefix: string, most: number): readonly Omit<Attempt, 'asked'>[];
	/** Everyone who has something in the same file, latest use first. */
	learners(): readonly LearnerUse[];

	/**
	 * One attempt of a kind may be open in a unit; where one is (another terminal was quicker), that one is returned instead. Practice
	 * shows keys, so it never runs beside a quiz: an open quiz is returned instead of a practice, and a quiz ends an open practice.
	 */
	begin(attempt: NewAttempt): { readonly begun: boolean; readonly attempt: Attempt };
	/** The exposure. Shown twice (after a resume) keeps the first time. `ended`: the attempt is over, and nothing of it may be shown. */
	show(id: AttemptId, position: number, at: Instant): 'shown' | 'ended';
	/** With the last answer the attempt is finished, in the same step. `already-answered`: another terminal was quicker, with its answer or with ending the attempt; what it did stands. */
	answer(id: AttemptId, position: number, answer: Answer, verdict: Verdict, at: Instant): 'committed' | 'already-answered';
	/** Sets the outcome where there is none yet. */
	finish(id: AttemptId, outcome: Outcome, at: Instant): void;
	read(deck: Id, unit: Id, section: Id, at: Instant): void;

	/** Set or taken away; the latest counts. By question, whatever attempt it was asked in. */
	bookmark(id: AttemptId, position: number, set: boolean, at: Instant): void;
	/** Those that are set now, oldest first. */
	bookmarks(deck?: Id): readonly Bookmark[];
	dispute(id: AttemptId, position: number, note: string, at: Instant): void;
	/** Oldest first. */
	disputes(deck?: Id): readonly Dispute[];
}

/* ── The examiner ───────────────────────────────────────────────────────────────────────────────────────── */

/** The learner wants out, or the terminal is gone. Everything committed stays. */
export interface Stop {
	readonly kind: 'stop';
	/** `quit`: asked to leave (exit 0); `interrupt`: Ctrl-C (130); `end-of-input`: nobody can answer any more. */
	readonly by: 'quit' | 'interrupt' | 'end-of-input';
}

/** `read`: the section, please, then the same question again. */
export type Reply = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'read'; readonly section: Section } | Stop;

/** What a learner may do besides answering, at the question and under its verdict. Each is kept when it returns; the question stands. */
export interface Asides {
	isBookmarked(): boolean;
	/** Sets the bookmark, or takes it away. */
	bookmark(): void;
	/** @param note to the author; may be empty. */
	dispute(note: string): void;
}

/** Where one is, for a header. */
export interface Where {
	readonly deck: Deck;
	readonly unit: Unit;
	readonly kind: AttemptKind;
	readonly need: Need;
	/** 1 to n. */
	readonly position: number;
	readonly asked: number;
	/** Verdicts so far, in order of position. */
	readonly verdicts: readonly Verdict['kind'][];
}

export interface AskView {
	readonly where: Where;
	readonly presentation: Presentation;
	/** Practice only. */
	readonly hints: readonly string[];
	/** What may be read now: nothing in a quiz, where the book is closed until the answer is given. */
	readonly readable: readonly Section[];
	readonly asides: Asides;
	/** Why the last reply could not be graded. */
	readonly again?: AskAgain;
}

/** A question once it is answered, with all that is then said of it. */
export interface Answered {
	readonly presentation: Presentation;
	readonly answer: Answer;
	readonly verdict: Verdict;
	/** What is right, as text: option texts, the first accepted text, the number with its unit. */
	readonly key: readonly string[];
	/** For the options the learner chose. */
	readonly chosenFeedback: readonly { readonly option: string; readonly feedback: string }[];
	readonly explanation: string;
	readonly source?: string;
	/** The question's section, then its `also`. */
	readonly reread: readonly Pick<Section, 'title'>[];
}

/** After the answer is committed: the first view that may hold a key. */
export interface FeedbackView extends Answered {
	readonly where: Where;
	readonly reread: readonly Section[];
	readonly asides: Asides;
}

export interface SectionView {
	readonly deck: Deck;
	readonly unit: Unit;
	readonly section: Section;
	/** 1 to n among the unit's sections. */
	readonly position: number;
	/** Why it is read now, after a not-yet. */
	readonly prescribed?: PrescribedReading;
}

/** What was missed in the section last time, its place on the way to the next quiz, and what comes after it. */
export interface PrescribedReading {
	readonly missed: number;
	readonly asked: number;
	readonly step: Step;
	readonly next: Onward;
}

/** The first step that is still to take. */
export type Onward =
	| { readonly kind: 'read'; readonly section: Section }
	| { readonly kind: 'practice'; readonly questions: number }
	| { readonly kind: 'quiz'; readonly need: Need };

/** After a not-yet: one of the steps on the way to the next quiz, which is the last of them. */
export interface Step {
	/** 1 to `of`. */
	readonly number: number;
	readonly of: number;
	readonly done: boolean;
}

/** What can be chosen where the loop branches. The terminal words them. */
export type Action =
	| {
			readonly kind: 'resume';
			readonly attempt: AttemptId;
			readonly deck: Deck;
			readonly unit: Unit;
			readonly attemptKind: AttemptKind;
			readonly position: number;
			readonly asked: number;
	  }
	/** Ends the open attempt: a quiz counts as not yet, its unshown questions stay unseen. */
	| { readonly kind: 'give-up'; readonly attempt: AttemptId; readonly attemptKind: AttemptKind }
	| {
			readonly kind: 'read';
			readonly section: Section;
			readonly done: boolean;
			readonly prescribed?: PrescribedReading;
	  }
	| { readonly kind: 'quiz'; readonly need: Need; readonly retry: boolean; readonly retake: boolean; readonly step?: Step }
	| { readonly kind: 'practice'; readonly questions: number; readonly step?: Step }
	/** `foundation`: the one to go back to for somebody who is stuck, and how many were right there. */
	| { readonly kind: 'unit'; readonly unit: Unit; readonly standing: UnitStanding; readonly foundation?: Score }
	| { readonly kind: 'deck'; readonly deck: Id; readonly title: string; readonly next: NextStep }
	/** The benchmark is out of reach: on to the last question all the same, for practice's sake. */
	| { readonly kind: 'go-on' }
	/** The same: the attempt ends as not yet, its unshown questions stay unseen, and the sections come next. */
	| { readonly kind: 'to-sections' }
	/** Another way in, for somebody who is stuck. */
	| { readonly kind: 'resource'; readonly resource: Resource }
	/** `pause`: recommended, to somebody who is stuck. */
	| { readonly kind: 'stop'; readonly pause?: true };

/** The first action is the one that most people want next: it is marked, and one key takes it. */
export interface Menu {
	readonly about:
		| { readonly kind: 'unit'; readonly deck: Deck; readonly unit: Unit; readonly standing: UnitStanding }
		| { readonly kind: 'resume'; readonly deck: Deck; readonly unit: Unit }
		| { readonly kind: 'after-not-yet'; readonly unit: Unit }
		| { readonly kind: 'after-mastery'; readonly unit: Unit }
		| { readonly kind: 'deck-complete'; readonly deck: Deck }
		/** After the miss that put the benchmark, or a floor, out of reach. */
		| {
				readonly kind: 'out-of-reach';
				readonly unit: Unit;
				readonly need: Need;
				readonly right: number;
				/** Questions not yet answered. */
				readonly left: number;
				readonly reach: Extract<Reach, { readonly within: false }>;
				/** The unit is, whatever comes of this attempt. */
				readonly mastered: boolean;
		  }
		| { readonly kind: 'home' };
	readonly actions: readonly [Action, ...Action[]];
}

/** What the loop tells, without asking anything. */
export type Notice =
	| { readonly kind: 'unit'; readonly deck: Deck; readonly unit: Unit; readonly standing: UnitStanding; readonly readings: ReadonlySet<Id> }
	| {
			readonly kind: 'form';
			readonly deck: Deck;
			readonly unit: Unit;
			readonly attemptKind: AttemptKind;
			readonly need: Need;
			readonly form: Form;
			readonly composition: Composition;
	  }
	| {
			readonly kind: 'resumed';
			readonly unit: Unit;
			readonly attemptKind: AttemptKind;
			readonly position: number;
			readonly asked: number;
			readonly deckChanged: boolean;
	  }
	| {
			readonly kind: 'result';
			readonly unit: Unit;
			readonly judgement: Judgement;
			readonly need: Need;
			readonly standing: UnitStanding;
			readonly first?: Score;
			readonly best?: Score;
			readonly streak: number;
			/** In order of position; undefined: not answered. */
			readonly verdicts: readonly (Verdict['kind'] | undefined)[];
	  }
	| {
			readonly kind: 'prescription';
			readonly unit: Unit;
			readonly deck: Deck;
			readonly prescription: Prescription;
			readonly sections: readonly Section[];
	  }
	| {
			readonly kind: 'mastered';
			readonly deck: Deck;
			readonly unit: Unit;
			readonly standing: UnitStanding;
			/** Units of the deck that are mastered now, this one among them. */
			readonly unitsMastered: number;
			readonly opened: readonly Unit[];
			readonly missed: readonly Section[];
			readonly enrichment: readonly Resource[];
			readonly retake: boolean;
	  }
	/** What was asked to be shown: a text, an address, or both. */
	| { readonly kind: 'resource'; readonly unit: Unit; readonly resource: Resource }
	| { readonly kind: 'practice-done'; readonly unit: Unit; readonly right: number; readonly asked: number }
	| { readonly kind: 'answered-elsewhere' }
	| { readonly kind: 'ended-elsewhere'; readonly unit: Unit; readonly attemptKind: AttemptKind }
	| { readonly kind: 'gave-up'; readonly unit: Unit; readonly attemptKind: AttemptKind };

/** What a notice of one kind carries. */
export type NoticeOf<K extends Notice['kind']> = Omit<Extract<Notice, { readonly kind: K }>, 'kind'>;

/** Who sits across: the terminal, or a script in a test. Never receives a key before the answer is committed. */
export interface Examiner {
	tell(notice: Notice): void;
	choose(menu: Menu): Promise<Action | Stop>;
	ask(view: AskView): Promise<Reply>;
	/** A miss is never dismissed unseen: resolves only after a key press. `read`: the section, please, then back here. */
	feedback(view: FeedbackView): Promise<{ readonly kind: 'next' } | { readonly kind: 'read'; readonly section: Section } | Stop>;
	read(view: SectionView): Promise<{ readonly kind: 'read' } | Stop>;
}

/* ── Chance and time ────────────────────────────────────────────────────────────────────────────────────── */

/** Everything that is not decided by deck, record and learner. */
export interface World {
	now(): Instant;
	/** A fresh UUID v7. */
	newId(): AttemptId;
	/** A fresh unsigned 32-bit integer. */
	newSeed(): number;
}
