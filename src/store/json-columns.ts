// The JSON columns of a question, written and decoded: what was asked, what was given, what the verdict says. Field by field: what is
// not the shape it should be is reported, never passed on. Only known keys are copied, so a stray one (`__proto__` among them) goes no further.

import type { Answer, Partly, Verdict } from '../model/attempt.ts';
import type {
	Blank,
	Code,
	MatchQuestion,
	NumberAcceptance,
	Option,
	Pair,
	Question,
	QuestionType,
	TextMatch,
	Value,
	Variant,
} from '../model/deck.ts';
import { type Decode, finite, finiteOrText, integer, keyOf, list, object, oneOf, recordOf, text, truth } from './shapes.ts';

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

const blank: Decode<Blank> = object((f) => ({ id: f.need('id', text), keys: f.need('keys', list(text)) }));

const pair: Decode<Pair> = object((f) => ({ left: f.need('left', text), right: f.need('right', text) }));

const unpaired: Decode<MatchQuestion['distractors'][number]> = object((f) => ({ text: f.need('text', text), ...f.may('feedback', text) }));

/** The values alone, as they stand in a column of their own. */
export const variantValues: Decode<Variant['values']> = recordOf<Value>(finiteOrText);

const variant: Decode<Variant> = object((f) => ({ seed: f.need('seed', integer), values: f.need('values', variantValues) }));

const questionType = keyOf<QuestionType>({
	choice: true,
	multiple: true,
	'true-false': true,
	text: true,
	number: true,
	cloze: true,
	order: true,
	match: true,
});

const answerType = keyOf<Answer['type']>({
	choice: true,
	multiple: true,
	'true-false': true,
	text: true,
	number: true,
	cloze: true,
	order: true,
	match: true,
	'dont-know': true,
});

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
		...f.may('variant', variant),
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
		case 'cloze':
			return { type, ...base, blanks: f.need('blanks', list(blank)), match: f.need('match', textMatch) };
		case 'order':
			return { type, ...base, items: f.need('items', list(text)) };
		case 'match':
			return { type, ...base, pairs: f.need('pairs', list(pair)), distractors: f.need('distractors', list(unpaired)) };
	}
});

const filled = object((f) => ({ blank: f.need('blank', text), typed: f.need('typed', text) }));

/** What was asked: the question, without a template, and its options in the order shown. */
export const snapshot: Decode<{ readonly question: Question; readonly options: readonly string[] }> = object((f) => ({
	question: f.need('question', question),
	options: f.need('options', list(text)),
}));

export const answer = object<Answer>((f) => {
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
		case 'cloze':
			return { type, filled: f.need('filled', list(filled)) };
		case 'order':
			return { type, arranged: f.need('arranged', list(text)) };
		case 'match':
			return { type, paired: f.need('paired', list(pair)) };
		case 'dont-know':
			return { type };
	}
});

export const verdictKind = keyOf<Verdict['kind']>({ right: true, missed: true, 'dont-know': true });

const despite = oneOf('accents', 'typos');

const accepted = object((f) => ({ as: f.need('as', text), despite: f.need('despite', despite) }));

const acceptedBlank = object((f) => ({ blank: f.need('blank', text), as: f.need('as', text), despite: f.need('despite', despite) }));

const gradedBlank = object((f) => ({ blank: f.need('blank', text), right: f.need('right', truth), ...f.may('accepted', accepted) }));

const gradedPair = object((f) => ({ left: f.need('left', text), right: f.need('right', truth) }));

const partlyOf = keyOf<Partly['of']>({ options: true, blanks: true, items: true, pairs: true });

const partly = object<Partly>((f) => {
	// The first records had it of options alone, and did not say so.
	const { of = 'options' } = f.may('of', partlyOf);
	switch (of) {
		case 'options':
			return { of, right: f.need('right', list(text)), left: f.need('left', list(text)), wrong: f.need('wrong', list(text)) };
		case 'blanks':
			return { of, blanks: f.need('blanks', list(gradedBlank)) };
		case 'items':
			return { of, firstOff: f.need('firstOff', integer) };
		case 'pairs':
			return { of, pairs: f.need('pairs', list(gradedPair)) };
	}
});

/** What a verdict of this kind says besides. */
export function verdictOf(kind: Verdict['kind']): Decode<Verdict> {
	return object((f) => {
		switch (kind) {
			case 'right':
				return { kind, ...f.may('accepted', accepted), ...f.may('blanks', list(acceptedBlank)) };
			case 'missed':
				return { kind, ...f.may('partly', partly) };
			case 'dont-know':
				return { kind };
		}
	});
}

/** The JSON columns, as they are written. */
export const encode = {
	/** What was asked is one drawing of a template, never the template. */
	snapshot: ({ question: { template: _, ...question }, options }: { readonly question: Question; readonly options: readonly string[] }) =>
		JSON.stringify({ question, options }),
	/** By name, so that the same values are the same text. */
	variantValues: (values: Variant['values']): string =>
		JSON.stringify(Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
	answer: (given: Answer): string => JSON.stringify(given),
	verdictDetail: ({ kind: _, ...detail }: Verdict): string => JSON.stringify(detail),
	note: (typed: string): string => JSON.stringify(typed),
};
