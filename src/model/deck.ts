// What an author writes, once it has been read and found sound. Nothing of the learner's may enter here.

/** An authored id: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters. Stable for ever; history hangs on it. */
export type Id = string;

/** A share in hundredths of a percent, an integer from 1 to 10,000: `87.5%` is 8,750. */
export type BasisPoints = number;

/** What it takes to master a unit. Kept with every attempt, so that a later change of the deck takes nothing away. */
export interface Rule {
	/** Share of the asked questions that must be right. */
	readonly benchmark: BasisPoints;
	/** Finished attempts in a row that must meet the benchmark; at least 1. */
	readonly passes: number;
	/** Right answers needed in each section that was asked twice or more (or all, where fewer were asked); 0: no floor. */
	readonly floor: number;
}

export interface Deck {
	readonly id: Id;
	/** How a command line names it, ready for a shell, where its id alone does not: the path it was opened by, the record it goes with. */
	readonly address?: string;
	readonly title: string;
	readonly summary?: string;
	/** BCP 47 tag; `en` unless stated. */
	readonly language: string;
	readonly license?: string;
	readonly authors: readonly string[];
	/** As the author wrote it, where they did. */
	readonly version?: string;
	/** SHA-256 over the deck's files, in hexadecimal: which text an attempt was drawn from. */
	readonly digest: string;
	/** In teaching order; at least one. */
	readonly units: readonly Unit[];
}

export interface Unit {
	readonly id: Id;
	readonly title: string;
	/** Units that must be mastered first; every one exists, and there is no cycle. */
	readonly requires: readonly Id[];
	/** Questions drawn for one attempt; at least 1. A smaller pool makes a smaller form. */
	readonly draw: number;
	readonly rule: Rule;
	/** At least one, in teaching order. */
	readonly sections: readonly Section[];
	/** The pool: the unit's own questions, then those of its pool files; at least one. */
	readonly questions: readonly Question[];
	/** Other ways in, offered when someone is stuck. */
	readonly resources: readonly Resource[];
	/** Offered after mastery, never required. */
	readonly enrichment: readonly Resource[];
}

/** One section teaches one objective. */
export interface Section {
	readonly id: Id;
	readonly title: string;
	readonly objective: string;
	/** Markdown. */
	readonly text: string;
	/** Share of the form relative to the other sections; a positive integer, 1 unless stated. */
	readonly weight: number;
}

/** At least one of `url` and `text` is there. */
export interface Resource {
	readonly title: string;
	readonly url?: string;
	readonly text?: string;
}

interface QuestionBase {
	/** Unique in its unit. */
	readonly id: Id;
	/** The section to re-read on a miss. */
	readonly section: Id;
	readonly stem: string;
	readonly code?: Code;
	readonly explanation: string;
	/** For practice only, from faint to strong. */
	readonly hints: readonly string[];
	/** 1 (easy) to 5 (hard). */
	readonly difficulty?: number;
	/** Near-twins share a group; at most one of a group stands in a form. */
	readonly group?: Id;
	readonly tags: readonly string[];
	readonly source?: string;
	/** Further sections worth re-reading. */
	readonly also: readonly Id[];
	/** Digest of the scored part (type, key, options, tolerance), in hexadecimal: polishing an explanation leaves it alone. */
	readonly fingerprint: string;
	/** It is drawn with new values each time. In a pool the other fields hold one drawing of it, so that it can be looked at like any other. */
	readonly template?: Template;
	/** As asked: the values it was drawn with. Never beside `template`. */
	readonly variant?: Variant;
}

/** A value of a variable: a finite double, or a text as written. */
export type Value = number | string;

/** One drawing of a template. */
export interface Variant {
	/** Unsigned 32-bit; with the same template it gives the same values. */
	readonly seed: number;
	/** By the variable's name; own keys only. */
	readonly values: Readonly<Record<string, Value>>;
}

/** What varies in a question. */
export interface Template {
	/** In the order in which they are worked out: each uses only those before it. At least one is drawn. */
	readonly variables: readonly Variable[];
	/** A formula that must be true of the values. */
	readonly where?: string;
	readonly written: Written;
	/** At least so many different drawings can be asked, once somebody has counted. */
	readonly drawings?: number;
}

/** `name`: a letter, then letters, digits and underscores; it stands so in formulas, and in braces in texts. */
export type Variable = {
	readonly name: string;
} /** Drawn: `low`, `low + step` and on, up to `high`; whole numbers, the step at least 1. */ & (
	| { readonly kind: 'integers'; readonly low: number; readonly high: number; readonly step: number }
	/** Drawn: one of these, all numbers or all texts, no two the same. */
	| { readonly kind: 'pick'; readonly from: readonly Value[] }
	/** Worked out. Without the `=` that stands before it in a deck. */
	| { readonly kind: 'formula'; readonly formula: string }
);

/**
 * The question as its author wrote it, all that a value may change. Texts hold `{name}` and `{= formula}`; where a short text begins
 * with `=`, the whole of it is a formula: keys, options, items, sides of a pair, bounds and tolerances.
 */
export type Written = {
	readonly stem: string;
	readonly code?: Code;
	readonly explanation: string;
	readonly hints: readonly string[];
} & WrittenPart;

/** What belongs to the type. */
export type WrittenPart =
	| ({ readonly type: 'choice' } & WrittenOptions)
	| ({ readonly type: 'multiple' } & WrittenOptions)
	/** `true` or `false` in any case, or a formula that is true or false. */
	| { readonly type: 'true-false'; readonly key: string }
	| { readonly type: 'text'; readonly keys: readonly string[]; readonly match: TextMatch; readonly pattern?: string }
	| {
			readonly type: 'number';
			readonly key: string;
			/** `0.5`, `1%` or a formula. Never beside `range`; without both the key is exact. */
			readonly tolerance?: string;
			readonly range?: readonly [low: string, high: string];
			readonly unit?: string;
	  }
	| { readonly type: 'cloze'; readonly blanks: readonly Blank[]; readonly match: TextMatch }
	| { readonly type: 'order'; readonly items: readonly string[] }
	| { readonly type: 'match'; readonly pairs: readonly Pair[]; readonly distractors: readonly WrittenOption[] };

export interface WrittenOptions {
	/** The right options; one for a choice. With `fixed` each is, once worked out, the same as one of `options`. */
	readonly keys: readonly string[];
	/** With `fixed` every option, in the order shown; otherwise the distractors. */
	readonly options: readonly WrittenOption[];
	readonly fixed: boolean;
}

export interface WrittenOption {
	readonly text: string;
	readonly feedback?: string;
}

export interface Code {
	readonly language?: string;
	readonly text: string;
}

export interface Option {
	readonly text: string;
	readonly right: boolean;
	/** Why this distractor is not the key; distractors only. */
	readonly feedback?: string;
}

/** Options in authored order; `fixed` keeps that order on screen, otherwise they are shuffled once per attempt. */
interface WithOptions {
	/** At least two; no two the same after NFKC, trimming and collapsing of spaces. */
	readonly options: readonly Option[];
	readonly fixed: boolean;
}

/** Exactly one option is right. */
export interface ChoiceQuestion extends QuestionBase, WithOptions {
	readonly type: 'choice';
}

/** At least one option is right, and at least one is not. */
export interface MultipleQuestion extends QuestionBase, WithOptions {
	readonly type: 'multiple';
}

export interface TrueFalseQuestion extends QuestionBase {
	readonly type: 'true-false';
	readonly key: boolean;
}

export interface TextMatch {
	readonly case: 'ignore' | 'exact';
	/** `note`: accepted, and the learner is told; `ignore`: accepted in silence. */
	readonly accents: 'note' | 'exact' | 'ignore';
	/** Edits (Damerau, adjacent) forgiven; `auto`: 0 up to four letters, 1 up to eight, 2 beyond. */
	readonly typos: 0 | 1 | 2 | 'auto';
}

export interface TextQuestion extends QuestionBase {
	readonly type: 'text';
	/** As written; the first is shown, all are accepted; at least one. */
	readonly keys: readonly string[];
	readonly match: TextMatch;
	/** RE2 syntax, matched whole on the normalised text; accepts besides the keys. */
	readonly pattern?: string;
}

export type NumberAcceptance =
	| { readonly kind: 'exact' }
	/** |answer - key| <= tolerance. */
	| { readonly kind: 'absolute'; readonly tolerance: number }
	/** |answer - key| <= fraction * |key|; `1%` is 0.01. */
	| { readonly kind: 'relative'; readonly fraction: number }
	/** low <= answer <= high, both ends counted. */
	| { readonly kind: 'range'; readonly low: number; readonly high: number };

export interface NumberQuestion extends QuestionBase {
	readonly type: 'number';
	/** As written, for showing. */
	readonly key: string;
	/** The key as a finite double. */
	readonly value: number;
	readonly accept: NumberAcceptance;
	/** Shown; a learner may type it or leave it out. */
	readonly unit?: string;
}

/** Texts to be filled into the stem and the code, where each blank is marked by `{{id}}`, once; `\{{` is two braces. */
export interface ClozeQuestion extends QuestionBase {
	readonly type: 'cloze';
	/** In the order in which they stand in stem, then code; at least one. */
	readonly blanks: readonly Blank[];
	/** For every blank. */
	readonly match: TextMatch;
}

export interface Blank {
	readonly id: Id;
	/** As written; the first is shown, all are accepted; at least one. */
	readonly keys: readonly string[];
}

export interface OrderQuestion extends QuestionBase {
	readonly type: 'order';
	/** In the right order; at least two, no two the same. */
	readonly items: readonly string[];
}

export interface MatchQuestion extends QuestionBase {
	readonly type: 'match';
	/** At least two; no two left sides the same, no two right sides. */
	readonly pairs: readonly Pair[];
	/** Right sides that belong to no left side. */
	readonly distractors: readonly { readonly text: string; readonly feedback?: string }[];
}

export interface Pair {
	readonly left: string;
	readonly right: string;
}

/** Closed: a new type is a new member here, and the compiler then lists every place that must know it. */
export type Question =
	| ChoiceQuestion
	| MultipleQuestion
	| TrueFalseQuestion
	| TextQuestion
	| NumberQuestion
	| ClozeQuestion
	| OrderQuestion
	| MatchQuestion;

export type QuestionType = Question['type'];

const everyType: { readonly [T in QuestionType]: T } = {
	choice: 'choice',
	multiple: 'multiple',
	'true-false': 'true-false',
	text: 'text',
	number: 'number',
	cloze: 'cloze',
	order: 'order',
	match: 'match',
};

/** In the order in which they are offered. */
export const questionTypes: readonly QuestionType[] = Object.values(everyType);

export function isQuestionType(text: string): text is QuestionType {
	return Object.hasOwn(everyType, text);
}

export type QuestionOf<T extends QuestionType> = Extract<Question, { readonly type: T }>;
