// Small units, questions, exposures and attempts for the engine's tests: whole by default, each test states what matters to it.

import type { Attempt, AttemptSummary, Exposure, FormItem, Grading, Verdict } from '../../src/model/attempt.ts';
import type {
	ChoiceQuestion,
	ClozeQuestion,
	Deck,
	Id,
	MatchQuestion,
	MultipleQuestion,
	NumberQuestion,
	OrderQuestion,
	Question,
	Rule,
	Section,
	TextQuestion,
	TrueFalseQuestion,
	Unit,
} from '../../src/model/deck.ts';

/** One seed for every property: a failure today is the same failure tomorrow. */
export const propertySeed = 20_250_101;

export const ninetyPercent: Rule = { benchmark: 9_000, passes: 1, floor: 0 };

function questionBase(id: Id, section: Id) {
	return {
		id,
		section,
		stem: `Stem of ${id}`,
		explanation: `Explanation of ${id}`,
		hints: [],
		tags: [],
		also: [],
		fingerprint: `print-${id}`,
	};
}

/** Four options, the first of them right, unless stated otherwise. */
export function choice(id: Id, section: Id = 'only', over: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
	const options = ['key', 'one', 'two', 'three'].map((text) => ({ text, right: text === 'key' }));
	return { ...questionBase(id, section), type: 'choice', options, fixed: false, ...over };
}

/** Two right options, `a` and `b`, and two distractors, `x` and `y`. */
export function multiple(over: Partial<MultipleQuestion> = {}): MultipleQuestion {
	const options = ['a', 'b', 'x', 'y'].map((text) => ({ text, right: text < 'm' }));
	return { ...questionBase('multiple', 'only'), type: 'multiple', options, fixed: false, ...over };
}

export function trueFalse(key: boolean): TrueFalseQuestion {
	return { ...questionBase('true-false', 'only'), type: 'true-false', key };
}

/** With the defaults of the format: case ignored, accents noted, no typos. */
export function text(
	keys: readonly string[],
	over: Omit<Partial<TextQuestion>, 'match'> & { readonly match?: Partial<TextQuestion['match']> } = {},
): TextQuestion {
	const { match, ...rest } = over;
	return { ...questionBase('text', 'only'), type: 'text', keys, ...rest, match: { case: 'ignore', accents: 'note', typos: 0, ...match } };
}

/** Exact unless stated. */
export function number(value: number, over: Partial<NumberQuestion> = {}): NumberQuestion {
	return { ...questionBase('number', 'only'), type: 'number', key: String(value), value, accept: { kind: 'exact' }, ...over };
}

/** Blanks `first`, `second`, `third` in the stem, each with keys of its own; rules as those of `text`. */
export function cloze(
	keys: readonly (readonly string[])[],
	over: Omit<Partial<ClozeQuestion>, 'match'> & { readonly match?: Partial<ClozeQuestion['match']> } = {},
): ClozeQuestion {
	const { match, ...rest } = over;
	const blanks = keys.map((own, index) => ({ id: ['first', 'second', 'third'][index] ?? `blank-${index + 1}`, keys: own }));
	const stem = blanks.map(({ id }) => `{{${id}}}`).join(' and ');
	return {
		...questionBase('cloze', 'only'),
		stem,
		type: 'cloze',
		blanks,
		...rest,
		match: { case: 'ignore', accents: 'note', typos: 0, ...match },
	};
}

export function order(items: readonly string[], over: Partial<OrderQuestion> = {}): OrderQuestion {
	return { ...questionBase('order', 'only'), type: 'order', items, ...over };
}

/** Right sides by left side, and what is left over on the right. */
export function match(
	pairs: Readonly<Record<string, string>>,
	distractors: MatchQuestion['distractors'] = [],
	over: Partial<MatchQuestion> = {},
): MatchQuestion {
	const paired = Object.entries(pairs).map(([left, right]) => ({ left, right }));
	return { ...questionBase('match', 'only'), type: 'match', pairs: paired, distractors, ...over };
}

export function section(id: Id, weight = 1): Section {
	return { id, title: `Title of ${id}`, objective: `Objective of ${id}`, text: `Text of ${id}`, weight };
}

/** One of each section id in `sizes`, with so many choice questions `<section>-1`, `<section>-2` and on. */
export function unitOf(sizes: Readonly<Record<Id, number>>, over: Partial<Unit> = {}): Unit {
	const questions: readonly Question[] = Object.entries(sizes).flatMap(([id, size]) =>
		Array.from({ length: size }, (_, index) => choice(`${id}-${index + 1}`, id)),
	);
	return {
		id: 'unit',
		title: 'A unit',
		requires: [],
		draw: 10,
		rule: ninetyPercent,
		sections: Object.keys(sizes).map((id) => section(id)),
		questions,
		resources: [],
		enrichment: [],
		...over,
	};
}

/** Units by id, each with what it requires, in the order given; every unit has ten questions in the sections `a` and `b`. */
export function deckOf(requires: Readonly<Record<Id, readonly Id[]>>, over: Partial<Unit> = {}): Deck {
	return {
		id: 'deck',
		title: 'A deck',
		language: 'en',
		authors: [],
		digest: 'digest',
		units: Object.entries(requires).map(([id, required]) => unitOf({ a: 5, b: 5 }, { id, requires: required, ...over })),
	};
}

/** What is said of an attempt: marks by section, and whatever departs from a finished quiz at 90 %. */
export type AttemptWords = Partial<Omit<AttemptSummary, 'questions' | 'outcome'>> & {
	/** `+` right, `-` missed, `?` I don't know, `.` without an answer. */
	readonly marks: Readonly<Record<Id, string>>;
	readonly outcome?: Attempt['outcome'] | 'open';
};

const verdictOf: Readonly<Record<string, Verdict['kind']>> = { '+': 'right', '-': 'missed', '?': 'dont-know' };

export function questionsOf(marks: AttemptWords['marks']): AttemptSummary['questions'] {
	return Object.entries(marks).flatMap(([id, signs]) =>
		[...signs].map((sign, index) => {
			const verdict = verdictOf[sign];
			return { id: `${id}-${index + 1}`, section: id, ...(verdict === undefined ? {} : { verdict }) };
		}),
	);
}

export function attempt({ marks, outcome = 'finished', ...over }: AttemptWords): AttemptSummary {
	return {
		id: 'attempt',
		unit: 'unit',
		kind: 'quiz',
		rule: ninetyPercent,
		startedAt: 1_000,
		...over,
		...(outcome === 'open' ? {} : { outcome, finishedAt: 2_000 }),
		questions: questionsOf(marks),
	};
}

/** Attempts in a row, named `attempt-1`, `attempt-2` and on unless they have names. */
export function attempts(...words: readonly AttemptWords[]): readonly AttemptSummary[] {
	return words.map((said, index) => attempt({ id: `attempt-${index + 1}`, startedAt: 1_000 * (index + 1), ...said }));
}

/** Nine or ten right of ten, in the sections `a` and `b`. */
export const qualifying = { a: '+++++', b: '++++-' };

/** Eight of ten. */
export const notYet = { a: '+++++', b: '+++--' };

export function exposure(question: Id, timesShown: number, lastShown: number, lastVerdict?: Verdict['kind']): Exposure {
	return { question, timesShown, lastShown, ...(lastVerdict === undefined ? {} : { lastVerdict }) };
}

/** The exposures after a form was sat, with every question answered as `verdict` says. */
export function afterSitting(
	exposures: readonly Exposure[],
	items: readonly FormItem[],
	verdict: (question: Question) => Verdict['kind'] = () => 'right',
): readonly Exposure[] {
	const known = new Map(exposures.map((shown) => [shown.question, shown]));
	let ordinal = Math.max(0, ...exposures.map(({ lastShown }) => lastShown));
	for (const { question } of items) {
		ordinal += 1;
		known.set(question.id, exposure(question.id, (known.get(question.id)?.timesShown ?? 0) + 1, ordinal, verdict(question)));
	}
	return [...known.values()];
}

export function idsOf(items: readonly FormItem[]): readonly Id[] {
	return items.map(({ question }) => question.id);
}

/** How many questions of each section a form asks. */
export function countsOf(unit: Unit, items: readonly FormItem[]): Readonly<Record<Id, number>> {
	return Object.fromEntries(unit.sections.map(({ id }) => [id, items.filter(({ question }) => question.section === id).length]));
}

/** `right`, `missed` or `dont-know`; where nothing could be graded, why: `again: empty`. */
export function outcomeOf(grading: Grading): string {
	return grading.gradable ? grading.verdict.kind : `again: ${grading.again.kind}`;
}

/** Pearson's statistic of counts against equal shares (Pearson, 1900). */
export function chiSquare(counts: readonly number[]): number {
	const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
