// Rows, decoded field by field: what is not the shape it should be is reported, never passed on.

import type {
	AskedQuestion,
	Attempt,
	AttemptKind,
	AttemptSummary,
	Bookmark,
	Dispute,
	Exposure,
	Familiarity,
	Instant,
	Outcome,
} from '../model/attempt.ts';
import type { Id, Rule, Variant } from '../model/deck.ts';
import type { LearnerUse } from '../model/report.ts';
import { answer, snapshot, variantValues, verdictKind, verdictOf } from './json-columns.ts';
import { type Fields, fieldsOf, integer, json, keyOf, text, values, zeroOrOne } from './shapes.ts';

export const familiarity = keyOf<Familiarity>({ new: true, 'missed-before': true, again: true });

export const outcome = keyOf<Outcome>({ finished: true, ended: true });

export const attemptKind = keyOf<AttemptKind>({ quiz: true, practice: true, review: true, placement: true, exam: true });

const ruleIn = (f: Fields): Rule => ({
	benchmark: f.need('benchmark', integer),
	passes: f.need('passes', integer),
	floor: f.need('floor', integer),
});

const attemptHead = (f: Fields) => ({
	id: f.need('id', text),
	unit: f.need('unit', text),
	kind: f.need('kind', attemptKind),
	rule: ruleIn(f),
	startedAt: f.need('started', integer),
	...f.mayAs('finished', 'finishedAt', integer),
	...f.may('outcome', outcome),
});

/** A row of `attempt`, without its questions. */
export function attemptOf(row: unknown): Omit<Attempt, 'asked'> {
	const f = fieldsOf(row, 'attempt');
	return {
		...attemptHead(f),
		learner: f.need('learner', text),
		deck: f.need('deck', text),
		...f.mayAs('deck_version', 'deckVersion', text),
		deckDigest: f.need('deck_digest', text),
		seed: f.need('seed', integer),
	};
}

/** A row of `attempt`, as much of it as decisions need, and where it stands in the order of all. */
export function summaryOf(row: unknown): { readonly ordinal: number; readonly summary: Omit<AttemptSummary, 'questions' | 'timeOnTask'> } {
	const f = fieldsOf(row, 'attempt');
	return { ordinal: f.need('ordinal', integer), summary: attemptHead(f) };
}

/** What an attempt asked, in order, and the milliseconds that its answers took, where there are any. */
export interface Facts {
	readonly questions: readonly AttemptSummary['questions'][number][];
	readonly time?: number;
}

/** By ordinal of the attempt: from a list for each column. */
export function factsOf(row: unknown): ReadonlyMap<number, Facts> {
	const f = fieldsOf(row, 'question');
	const columnOf = (name: string) => f.need(name, json(values));
	const [ids, sections, verdicts, shown, times] = [
		columnOf('id'),
		columnOf('section'),
		columnOf('verdict'),
		columnOf('shown'),
		columnOf('time'),
	];
	const facts = new Map<number, { readonly questions: AttemptSummary['questions'][number][]; time?: number }>();
	for (const [index, ordinal] of columnOf('ordinal').entries()) {
		const attempt = integer(ordinal, 'question.ordinal');
		const own = facts.get(attempt) ?? { questions: [] };
		if (own.questions.length === 0) facts.set(attempt, own);
		const verdict = verdicts[index] ?? undefined;
		own.questions.push({
			id: text(ids[index], 'question.id'),
			section: text(sections[index], 'question.section'),
			...(zeroOrOne(shown[index], 'question.shown') ? { shown: true } : {}),
			...(verdict === undefined ? {} : { verdict: verdictKind(verdict, 'question.verdict') }),
		});
		const time = times[index] ?? undefined;
		if (time !== undefined) own.time = (own.time ?? 0) + integer(time, 'question.time');
	}
	return facts;
}

/** A row of `question`. */
export function askedOf(row: unknown): AskedQuestion {
	const f = fieldsOf(row, 'question');
	const { verdict: kind } = f.may('verdict', verdictKind);
	return {
		position: f.need('position', integer),
		...f.need('snapshot', json(snapshot)),
		reason: {
			familiarity: f.need('familiarity', familiarity),
			timesShown: f.need('times_shown', integer),
			emphasis: f.need('emphasis', zeroOrOne),
		},
		...f.mayAs('shown', 'shownAt', integer),
		...f.may('answer', json(answer)),
		...(kind === undefined ? {} : { verdict: f.need('verdict_detail', json(verdictOf(kind))) }),
		...f.mayAs('answered', 'answeredAt', integer),
	};
}

export function exposureOf(row: unknown): Exposure {
	const f = fieldsOf(row, 'exposure');
	return {
		question: f.need('question', text),
		timesShown: f.need('times_shown', integer),
		lastShown: f.need('last_shown', integer),
		...f.mayAs('last_verdict', 'lastVerdict', verdictKind),
	};
}

/** A template, and values it was shown with. */
export function variantOf(row: unknown): { readonly question: Id; readonly values: Variant['values'] } {
	const f = fieldsOf(row, 'variant');
	return { question: f.need('question', text), values: f.need('variant', json(variantValues)) };
}

/** What bookmarks and disputes hang on. */
const placedQuestion = (f: Fields) => ({
	deck: f.need('deck', text),
	unit: f.need('unit', text),
	question: f.need('question', text),
	attempt: f.need('attempt', text),
	position: f.need('position', integer),
	at: f.need('at', integer),
});

export function bookmarkOf(row: unknown): Bookmark {
	return placedQuestion(fieldsOf(row, 'bookmark'));
}

export function disputeOf(row: unknown): Dispute {
	const f = fieldsOf(row, 'dispute');
	return {
		...placedQuestion(f),
		fingerprint: f.need('fingerprint', text),
		...f.may('answer', json(answer)),
		note: f.need('note', json(text)),
	};
}

export function readingOf(row: unknown): readonly [Id, Instant] {
	const f = fieldsOf(row, 'reading');
	return [f.need('section', text), f.need('at', integer)];
}

/** What is kept of a unit's attempts, and up to which of them. */
export function keptPastOf(row: unknown) {
	const f = fieldsOf(row, 'past');
	return {
		learner: f.need('learner', text),
		deck: f.need('deck', text),
		unit: f.need('unit', text),
		upto: f.need('upto', integer),
		folded: f.need('folded', text),
	};
}

/** A unit with attempts: what is kept of it, as written; up to which attempt; the first that is open; whether there is enough to keep more. */
export function unitRowOf(row: unknown) {
	const f = fieldsOf(row, 'unit');
	return {
		unit: f.need('unit', text),
		upto: f.need('upto', integer),
		...f.may('folded', text),
		firstOpen: f.need('first_open', integer),
		enough: f.need('enough', zeroOrOne),
	};
}

export function learnerOf(row: unknown): LearnerUse {
	const f = fieldsOf(row, 'learner');
	return { learner: f.need('learner', text), attempts: f.need('attempts', integer), lastUsedAt: f.need('last_used', integer) };
}

/** Whether a question was shown and answered, and whether its attempt has ended. */
export function placeOf(row: unknown): { readonly shown: boolean; readonly answered: boolean; readonly ended: boolean } {
	const f = fieldsOf(row, 'place');
	return { shown: f.need('shown', zeroOrOne), answered: f.need('answered', zeroOrOne), ended: f.need('ended', zeroOrOne) };
}

/** One text column of a row. */
export function textIn(row: unknown, column: string): string {
	return fieldsOf(row, 'row').need(column, text);
}

/** One integer column of a row. */
export function integerIn(row: unknown, column: string): number {
	return fieldsOf(row, 'row').need(column, integer);
}
