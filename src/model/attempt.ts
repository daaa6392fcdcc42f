// What a learner did: facts, appended and never rewritten. Nothing derived may enter here.

import type { Code, Id, Question, QuestionType, Rule } from './deck.ts';

/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number;

/** UUID v7, in its 36-character form. */
export type AttemptId = string;

export type AttemptKind = 'quiz' | 'practice' | 'review' | 'placement' | 'exam';

/** How an attempt ended; whether it met the benchmark is computed from its answers. `ended`: stopped for good before its last question. */
export type Outcome = 'finished' | 'ended';

/** What the learner gave. An option is named by its text, so that the record can be read without the deck. */
export type Answer =
	| { readonly type: 'choice'; readonly chosen: string }
	| { readonly type: 'multiple'; readonly chosen: readonly string[] }
	| { readonly type: 'true-false'; readonly chosen: boolean }
	| { readonly type: 'text'; readonly typed: string }
	| { readonly type: 'number'; readonly typed: string }
	/** An honest miss, kept apart from wrong guesses. */
	| { readonly type: 'dont-know' };

export type AnswerOf<T extends QuestionType> = Extract<Answer, { readonly type: T }>;

/** The result of grading. Only `right` counts; a partly right answer is a miss that shows what was right. */
export type Verdict =
	| { readonly kind: 'right'; readonly accepted?: Accepted }
	| { readonly kind: 'missed'; readonly partly?: Partly }
	| { readonly kind: 'dont-know' };

/** The answer counts although it was not written as the key is. */
export interface Accepted {
	readonly as: string;
	readonly despite: 'accents' | 'typos';
}

/** For `multiple`: what was rightly chosen, what was not but should have been, what was but should not have been. */
export interface Partly {
	readonly right: readonly string[];
	readonly left: readonly string[];
	readonly wrong: readonly string[];
}

/** Cannot be graded is not wrong: the question stands and is asked again; nothing is recorded. */
export type AskAgain =
	| { readonly kind: 'empty' }
	| { readonly kind: 'too-long'; readonly limit: number }
	| { readonly kind: 'not-a-number'; readonly typed: string }
	/** `1,234` may be read in two ways. */
	| { readonly kind: 'ambiguous-number'; readonly typed: string; readonly readings: readonly [string, string] }
	| { readonly kind: 'other-unit'; readonly typed: string; readonly expected: string | undefined };

export type Grading = { readonly gradable: true; readonly verdict: Verdict } | { readonly gradable: false; readonly again: AskAgain };

/** How well this learner knew the question when it was drawn. */
export type Familiarity = 'new' | 'missed-before' | 'again';

/** Why a question was drawn. */
export interface DrawReason {
	readonly familiarity: Familiarity;
	/** Times it had been shown to this learner before. */
	readonly timesShown: number;
	/** Its section got more of the form, because it was missed last time. */
	readonly emphasis: boolean;
}

/** One place of a form: the question as it is asked, whole, so that history outlives deck edits. */
export interface FormItem {
	readonly question: Question;
	/** Option texts in the order shown; empty where the type has none. Stays put within the attempt. */
	readonly options: readonly string[];
	readonly reason: DrawReason;
}

export interface AskedQuestion extends FormItem {
	/** 1 to n. */
	readonly position: number;
	readonly shownAt?: Instant;
	readonly answer?: Answer;
	readonly verdict?: Verdict;
	readonly answeredAt?: Instant;
}

/** One sitting. */
export interface Attempt {
	readonly id: AttemptId;
	readonly learner: string;
	readonly deck: Id;
	readonly deckVersion?: string;
	readonly deckDigest: string;
	readonly unit: Id;
	readonly kind: AttemptKind;
	/** Unsigned 32-bit; same seed, deck and history: same form. */
	readonly seed: number;
	readonly rule: Rule;
	readonly startedAt: Instant;
	readonly finishedAt?: Instant;
	readonly outcome?: Outcome;
	readonly asked: readonly AskedQuestion[];
}

/** An attempt without its questions' text: what every decision is computed from. */
export interface AttemptSummary {
	readonly id: AttemptId;
	readonly unit: Id;
	readonly kind: AttemptKind;
	readonly rule: Rule;
	readonly startedAt: Instant;
	readonly finishedAt?: Instant;
	readonly outcome?: Outcome;
	/** In order of position, shown or not. */
	readonly questions: readonly {
		readonly id: Id;
		readonly section: Id;
		/** Absent: never shown. */
		readonly shown?: boolean;
		/** Absent: not answered. */
		readonly verdict?: Verdict['kind'];
	}[];
}

/** What one learner has seen of one question, over every kind of attempt in its unit. */
export interface Exposure {
	readonly question: Id;
	/** At least 1. */
	readonly timesShown: number;
	/** Ordinal of the latest showing among all showings: larger is later. Not a clock, which may jump. */
	readonly lastShown: number;
	/** Of the latest answer; absent when it was shown but never answered. */
	readonly lastVerdict?: Verdict['kind'];
}

/** What a view may see of a question: no key, no feedback, no explanation. */
export type Presentation = {
	readonly stem: string;
	readonly code?: Code;
} & (
	| { readonly type: 'choice'; readonly options: readonly string[] }
	| { readonly type: 'multiple'; readonly options: readonly string[] }
	| { readonly type: 'true-false' }
	| { readonly type: 'text' }
	| { readonly type: 'number'; readonly unit?: string }
);
