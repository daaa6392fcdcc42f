// Rows and their JSON columns, decoded field by field: what is not the shape it should be is reported, never passed on.
// Only known keys are copied, so a stray one (`__proto__` among them) goes no further.

import type {
	Answer,
	AskedQuestion,
	Attempt,
	AttemptKind,
	AttemptSummary,
	Exposure,
	Familiarity,
	Instant,
	Outcome,
	Verdict,
} from '../model/attempt.ts';
import type { Code, Id, NumberAcceptance, Option, Question, QuestionType, Rule, TextMatch } from '../model/deck.ts';
import { type Decode, type Fields, fieldsOf, finite, integer, json, keyOf, list, object, oneOf, text, truth, zeroOrOne } from './shapes.ts';

/* ── JSON columns ───────────────────────────────────────────────────────────────────────────────────────── */

const code: Decode<Code> = object((f) => ({ ...f.may('language', text), text: f.need('text', text) }));

const option: Decode<Option> = object((f) => ({ text: f.need('text', text), right: f.need('right', truth), ...f.may('feedback', text) }));

const textMatch: Decode<TextMatch> = object((f) => ({
	case: f.need('case', oneOf('ignore', 'exact')),
	accents: f.need('accents', oneOf('note', 'exact', 'ignore')),
	typos: f.need('typos', oneOf<TextMatch['typos']>(0, 1, 2, 'auto')),
}));

const acceptance = object<NumberAcceptance>((f) => {
	const kind = f.need('kind', oneOf('exact', 'absolute', 'relative', 'range'));
	switch (kind) {
		case 'exact':
			return { kind };
		case 'absolute':
			return { kind, tolerance: f.need('tolerance', finite) };
		case 'relative':
			return { kind, fraction: f.need('fraction', finite) };
		case 'range':
			return { kind, low: f.need('low', finite), high: f.need('high', finite) };
	}
});

const questionType = keyOf<QuestionType>({ choice: true, multiple: true, 'true-false': true, text: true, number: true });

const answerType = keyOf<Answer['type']>({ choice: true, multiple: true, 'true-false': true, text: true, number: true, 'dont-know': true });

const question = object<Question>((f) => {
	const base = {
		id: f.need('id', text),
		section: f.need('section', text),
		stem: f.need('stem', text),
		...f.may('code', code),
		explanation: f.need('explanation', text),
		hints: f.need('hints', list(text)),
		...f.may('difficulty', integer),
		...f.may('group', text),
		tags: f.need('tags', list(text)),
		...f.may('source', text),
		also: f.need('also', list(text)),
		fingerprint: f.need('fingerprint', text),
	};
	const type = f.need('type', questionType);
	switch (type) {
		case 'choice':
		case 'multiple':
			return { type, ...base, options: f.need('options', list(option)), fixed: f.need('fixed', truth) };
		case 'true-false':
			return { type, ...base, key: f.need('key', truth) };
		case 'text':
			return { type, ...base, keys: f.need('keys', list(text)), match: f.need('match', textMatch), ...f.may('pattern', text) };
		case 'number':
			return {
				type,
				...base,
				key: f.need('key', text),
				value: f.need('value', finite),
				accept: f.need('accept', acceptance),
				...f.may('unit', text),
			};
	}
});

const snapshot: Decode<{ readonly question: Question; readonly options: readonly string[] }> = object((f) => ({
	question: f.need('question', question),
	options: f.need('options', list(text)),
}));

const answer = object<Answer>((f) => {
	const type = f.need('type', answerType);
	switch (type) {
		case 'choice':
			return { type, chosen: f.need('chosen', text) };
		case 'multiple':
			return { type, chosen: f.need('chosen', list(text)) };
		case 'true-false':
			return { type, chosen: f.need('chosen', truth) };
		case 'text':
			return { type, typed: f.need('typed', text) };
		case 'number':
			return { type, typed: f.need('typed', text) };
		case 'dont-know':
			return { type };
	}
});

const verdictKind = keyOf<Verdict['kind']>({ right: true, missed: true, 'dont-know': true });

const accepted = object((f) => ({ as: f.need('as', text), despite: f.need('despite', oneOf('accents', 'typos')) }));

const partly = object((f) => ({
	right: f.need('right', list(text)),
	left: f.need('left', list(text)),
	wrong: f.need('wrong', list(text)),
}));

function verdictOf(kind: Verdict['kind']): Decode<Verdict> {
	return object((f) => {
		switch (kind) {
			case 'right':
				return { kind, ...f.may('accepted', accepted) };
			case 'missed':
				return { kind, ...f.may('partly', partly) };
			case 'dont-know':
				return { kind };
		}
	});
}

/** The JSON columns of a question, as they are written. */
export const encode = {
	snapshot: (asked: { readonly question: Question; readonly options: readonly string[] }): string =>
		JSON.stringify({ question: asked.question, options: asked.options }),
	answer: (given: Answer): string => JSON.stringify(given),
	verdictDetail: ({ kind: _, ...detail }: Verdict): string => JSON.stringify(detail),
};

/* ── Rows ───────────────────────────────────────────────────────────────────────────────────────────────── */

const familiarity = keyOf<Familiarity>({ new: true, 'missed-before': true, again: true });

const outcome = keyOf<Outcome>({ finished: true, ended: true });

const attemptKind = keyOf<AttemptKind>({ quiz: true, practice: true, review: true, placement: true, exam: true });

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

/** A row of `attempt`, as much of it as decisions need. */
export function summaryOf(row: unknown): Omit<AttemptSummary, 'questions'> {
	return attemptHead(fieldsOf(row, 'attempt'));
}

/** The attempt a fact belongs to, and the fact. */
export function factOf(row: unknown): { readonly attempt: string; readonly fact: AttemptSummary['questions'][number] } {
	const f = fieldsOf(row, 'question');
	return {
		attempt: f.need('attempt', text),
		fact: {
			id: f.need('id', text),
			section: f.need('section', text),
			...(f.need('shown', zeroOrOne) ? { shown: true } : {}),
			...f.may('verdict', verdictKind),
		},
	};
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

export function readingOf(row: unknown): readonly [Id, Instant] {
	const f = fieldsOf(row, 'reading');
	return [f.need('section', text), f.need('at', integer)];
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
