// What an author wants to know of a deck before it is published: `gradus check --report`, and its `--json`.

import type { Need } from './decision.ts';
import type { Id, QuestionType } from './deck.ts';

/** Chances from 0 to 1, with fresh questions at each try and nothing learnt between tries. */
export interface Luck {
	/** Of mastering the unit as soon as can be: at the first try, or in the first so many where that many in a row are asked for. */
	readonly once: number;
	/** Of mastering it within five tries. */
	readonly withinFive: number;
}

/** A chance in percent, rounded as it is told. `under`, `over`: nearer to nothing, or to certainty, than the value. */
export interface RoundedPercent {
	readonly bound?: 'under' | 'over';
	readonly value: number;
}

/**
 * Two significant digits; near certainty as many as tell it from certainty. Under 0.001 % and over 99.99 % only that is told.
 *
 * @param chance from 0 to 1.
 */
export function percentOf(chance: number): RoundedPercent {
	const percent = 100 * chance;
	if (percent === 0 || percent === 100) return { value: percent };
	if (percent < 0.001) return { bound: 'under', value: 0.001 };
	if (percent > 99.99) return { bound: 'over', value: 99.99 };
	const digits = percent < 99 ? 2 : percent < 99.9 ? 3 : 4;
	return { value: Number(percent.toPrecision(digits)) };
}

export interface LearnerLuck extends Luck {
	/** The chance that this learner gets any one question right, in percent. */
	readonly percent: number;
}

export interface UnitLuck {
	/** Blind guessing, over the form where it pays most; `withinFive` as if every try were on such a form, an upper bound. */
	readonly blind: Luck;
	/** At 60, 70, 80, 90 and 95 percent. */
	readonly learners: readonly LearnerLuck[];
}

/** Of `of`, so many. */
export interface Coverage {
	readonly count: number;
	readonly of: number;
}

export interface TypeCount {
	readonly type: QuestionType;
	/** Every question of the type, twins and all; at least 1. */
	readonly questions: number;
}

export interface AuthorSection {
	readonly section: Id;
	readonly title: string;
	readonly objective: string;
	/** Every question of the section, twins and all. */
	readonly questions: number;
	/** The same, a group counting once. */
	readonly pool: number;
	readonly types: readonly TypeCount[];
	/** What one form asks of it, for a learner without history; two numbers where sections take turns. */
	readonly asked: { readonly least: number; readonly most: number };
	/** Every form is due more of it than it has. */
	readonly short: boolean;
	/** Further forms that ask nothing of it twice; absent: it is never asked. */
	readonly freshRetries?: number;
	/** Never asked, short, or with fewer fresh retries than are enough. */
	readonly scarce: boolean;
}

/** How far somebody gets who knows nothing, by guessing blindly and by the cues that questions give away. */
export interface TestWise {
	/** Expected share right of one form's questions, over all forms that may be drawn at first, from 0 to 1. */
	readonly share: number;
	/** The same by blind guessing. */
	readonly chance: number;
	/** Chances over all forms that may be drawn at first, not over the luckiest. */
	readonly passes: Luck;
	readonly chancePasses: Luck;
}

export interface AuthorUnit {
	readonly unit: Id;
	readonly title: string;
	/** The rule in force, in counts. */
	readonly need: Need;
	/** Questions a form should ask; `need.asked` is less where the pool is smaller. */
	readonly draw: number;
	/** Every question, twins and all. */
	readonly questions: number;
	/** The same, a group counting once. */
	readonly pool: number;
	readonly types: readonly TypeCount[];
	/** In teaching order. */
	readonly sections: readonly AuthorSection[];
	/** Further forms without any question seen before. */
	readonly freshRetries: number;
	/** Those are fewer than are enough. */
	readonly scarce: boolean;
	readonly luck: UnitLuck;
	/** Of the questions with distractors, those whose every distractor has feedback of its own. */
	readonly feedback: Coverage;
	/** Of all questions, those with hints. */
	readonly hints: Coverage;
	readonly testWise: TestWise;
}

export interface AuthorReport {
	readonly deck: Id;
	readonly title: string;
	/** Units without a fault of structure or keys, in teaching order. */
	readonly units: readonly AuthorUnit[];
	/** Units that are listed and have such faults, so that nothing can be computed of them. */
	readonly leftOut: number;
}
