// What a learner did: facts, appended and never rewritten. Nothing derived may enter here.

import type { Code, Id, Pair, Question, QuestionType, Rule, Variant } from './deck.ts';

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
	/** In the order of the blanks. */
	| { readonly type: 'cloze'; readonly filled: readonly { readonly blank: Id; readonly typed: string }[] }
	/** The items as the learner arranged them; all of them. */
	| { readonly type: 'order'; readonly arranged: readonly string[] }
	/** One for each left side. */
	| { readonly type: 'match'; readonly paired: readonly Pair[] }
	/** An honest miss, kept apart from wrong guesses. */
	| { readonly type: 'dont-know' };

export type AnswerOf<T extends QuestionType> = Extract<Answer, { readonly type: T }>;

/** The result of grading. Only `right` counts; a partly right answer is a miss that shows what was right. */
export type Verdict =
	| { readonly kind: 'right'; readonly accepted?: Accepted; readonly blanks?: readonly (Accepted & { readonly blank: Id })[] }
	| { readonly kind: 'missed'; readonly partly?: Partly }
	| { readonly kind: 'dont-know' };

/** The answer counts although it was not written as the key is. */
export interface Accepted {
	readonly as: string;
	readonly despite: 'accents' | 'typos';
}

/** What was right of an answer that missed. */
export type Partly =
	/** `multiple`: what was rightly chosen, what was not but should have been, what was but should not have been. */
	| { readonly of: 'options'; readonly right: readonly string[]; readonly left: readonly string[]; readonly wrong: readonly string[] }
	/** `cloze`: each blank, in order. */
	| { readonly of: 'blanks'; readonly blanks: readonly { readonly blank: Id; readonly right: boolean; readonly accepted?: Accepted }[] }
	/** `order`: the first item that is off, from 0: all before it stand right. */
	| { readonly of: 'items'; readonly firstOff: number }
	/** `match`: each left side, in authored order. */
	| { readonly of: 'pairs'; readonly pairs: readonly { readonly left: string; readonly right: boolean }[] };

/** Something of the answer was right. */
export function hasRightPart(partly: Partly | undefined): boolean {
	switch (partly?.of) {
		case 'options':
			return partly.right.length > 0;
		case 'blanks':
			return partly.blanks.some(({ right }) => right);
		case 'items':
			return partly.firstOff > 0;
		case 'pairs':
			return partly.pairs.some(({ right }) => right);
		case undefined:
			return false;
	}
}

/** Cannot be graded is not wrong: the question stands and is asked again; nothing is recorded. */
export type AskAgain =
	/** `blanks`: those left empty, counted from 1; absent where nothing at all was given. */
	| { readonly kind: 'empty'; readonly blanks?: readonly number[] }
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
	/** Times it had been shown to this learner before; with other values does not count, so that 0 is always `new`. */
	readonly timesShown: number;
	/** Its section got more of the form, because it was missed last time. */
	readonly emphasis: boolean;
}

/** One place of a form: the question as it is asked, whole, so that history outlives deck edits. */
export interface FormItem {
	readonly question: Question;
	/** Options, items, or right sides with their distractors, in the order shown; empty where the type has none. Stays put within the attempt. */
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
	/**
	 * Milliseconds from showing to answer, each question counted up to `longestThought`; a clock that was set back counts as nothing.
	 * Absent: nothing was answered.
	 */
	readonly timeOnTask?: number;
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
	/** Values it was shown with, for a template; those of the first time first. */
	readonly variants?: readonly Variant['values'][];
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
	/** Blanks are marked in stem and code by their number, from 1: `{{1}}`; `\{{` is two braces. */
	| { readonly type: 'cloze'; readonly blanks: readonly Id[] }
	| { readonly type: 'order'; readonly items: readonly string[] }
	| { readonly type: 'match'; readonly lefts: readonly string[]; readonly rights: readonly string[] }
);

/** A learner's objection to a question, kept for its author. */
export interface Dispute {
	readonly attempt: AttemptId;
	/** 1 to n. */
	readonly position: number;
	readonly deck: Id;
	readonly unit: Id;
	readonly question: Id;
	readonly fingerprint: string;
	/** Absent: disputed before it was answered. */
	readonly answer?: Answer;
	/** As typed; may be empty. */
	readonly note: string;
	readonly at: Instant;
}

/** A question that a learner wants to find again. */
export interface Bookmark {
	readonly deck: Id;
	readonly unit: Id;
	readonly question: Id;
	/** Of the latest time it was asked: its stem as it stood there. */
	readonly attempt: AttemptId;
	readonly position: number;
	readonly at: Instant;
}
