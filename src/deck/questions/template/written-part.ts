// What belongs to a question's type, as it is written: looked at as far as no value could mend it. The keys of numbers, of conditions and
// of fixed options are only known with values.

import type { WrittenOption, WrittenPart } from '../../../model/deck.ts';
import type { RawOption, RawQuestion, RawQuestionOf } from '../../shape/schema.ts';
import { readCloze } from '../cloze.ts';
import { readMatch } from '../match.ts';
import { rangeOrTolerance } from '../number.ts';
import { optionsOrDistractors, readChoice, readMultiple } from '../options.ts';
import { readOrder } from '../order.ts';
import { listOf, type QuestionProblems } from '../question-reading.ts';
import { readTypedText } from '../typed-text.ts';

/** @returns undefined when it has faults, which were told. */
export function readWrittenPart(raw: RawQuestion, question: QuestionProblems): WrittenPart | undefined {
	switch (raw.type) {
		case undefined:
		case 'choice': {
			const options = optionsOf(raw, question, () => readChoice(raw, question) !== undefined);
			return options && { type: 'choice', keys: [raw.answer], ...options };
		}
		case 'multiple': {
			const options = optionsOf(raw, question, () => readMultiple(raw, question) !== undefined);
			return options && { type: 'multiple', keys: listOf(raw.answers), ...options };
		}
		case 'true-false':
			return { type: 'true-false', key: raw.answer };
		case 'text': {
			const { pattern, ...typed } = raw;
			const part = readTypedText(typed, question);
			return part && { ...part, ...(pattern === undefined ? {} : { pattern }) };
		}
		case 'number': {
			if (!rangeOrTolerance(raw, question)) return undefined;
			const { answer, tolerance, range: [low, high] = [], unit } = raw;
			return {
				type: 'number',
				key: answer,
				...(tolerance === undefined ? {} : { tolerance }),
				...(low === undefined || high === undefined ? {} : { range: [low, high] as const }),
				...(unit === undefined ? {} : { unit }),
			};
		}
		case 'cloze':
			return readCloze(raw, question);
		case 'order':
			return readOrder(raw, question);
		case 'match':
			return readMatch(raw, question);
	}
}

interface Options {
	readonly options: readonly WrittenOption[];
	readonly fixed: boolean;
}

/** @param isSound what is the same before its values are filled in is the same afterwards. */
function optionsOf(
	raw: Pick<RawQuestionOf<'choice' | 'multiple'>, 'distractors' | 'options'>,
	question: QuestionProblems,
	isSound: () => boolean,
): Options | undefined {
	const { distractors, options } = raw;
	if (options === undefined) return isSound() ? { options: listOf<RawOption>(distractors).map(writtenOption), fixed: false } : undefined;
	return optionsOrDistractors(raw, question) ? { options: options.map(writtenOption), fixed: true } : undefined;
}

function writtenOption(option: RawOption): WrittenOption {
	if (typeof option === 'string') return { text: option };
	return { text: option.text, ...(option.feedback === undefined ? {} : { feedback: option.feedback }) };
}
