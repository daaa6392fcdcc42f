// A question of the right shape -> a question that can be asked. Each type's own part is read in a file beside this one.

import type { Code, Question, QuestionType } from '../../model/deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RawQuestion } from '../shape/schema.ts';
import type { Located } from '../yaml/source-node.ts';
import { fingerprintOf, type Unmarked } from './fingerprint.ts';
import { readNumberQuestion } from './number.ts';
import { readChoice, readMultiple } from './options.ts';
import { type CommonPart, listOf, QuestionProblems, type TypeReader } from './question-reading.ts';
import { readTypedText } from './typed-text.ts';

const readers: { readonly [T in QuestionType]: TypeReader<T> } = {
	choice: readChoice,
	multiple: readMultiple,
	'true-false': (raw) => ({ type: 'true-false', key: raw.answer.toLowerCase() === 'true' }),
	text: readTypedText,
	number: readNumberQuestion,
};

/** @returns the question, absent when its key has faults. */
export function readQuestion(
	raw: RawQuestion,
	located: Located,
): { readonly question?: Question; readonly diagnostics: readonly Diagnostic[] } {
	const problems = new QuestionProblems(located);
	const unmarked = withCommonPart(raw, problems);
	if (unmarked === undefined) return { diagnostics: problems.diagnostics };
	return { question: { ...unmarked, fingerprint: fingerprintOf(unmarked) }, diagnostics: problems.diagnostics };
}

function withCommonPart(raw: RawQuestion, problems: QuestionProblems): Unmarked | undefined {
	const common = commonPart(raw);
	switch (raw.type) {
		case undefined:
		case 'choice': {
			const own = readers.choice(raw, problems);
			return own && { ...common, ...own };
		}
		case 'multiple': {
			const own = readers.multiple(raw, problems);
			return own && { ...common, ...own };
		}
		case 'true-false': {
			const own = readers['true-false'](raw, problems);
			return own && { ...common, ...own };
		}
		case 'text': {
			const own = readers.text(raw, problems);
			return own && { ...common, ...own };
		}
		case 'number': {
			const own = readers.number(raw, problems);
			return own && { ...common, ...own };
		}
	}
}

function commonPart(raw: RawQuestion): CommonPart {
	return {
		id: raw.id,
		section: raw.section,
		stem: raw.stem,
		explanation: raw.explanation,
		hints: listOf(raw.hints),
		tags: [...new Set(listOf(raw.tags))],
		also: [...new Set(listOf(raw.also))],
		...(raw.code === undefined ? {} : { code: codeOf(raw.code) }),
		...(raw.difficulty === undefined ? {} : { difficulty: Number(raw.difficulty) }),
		...(raw.group === undefined ? {} : { group: raw.group }),
		...(raw.source === undefined ? {} : { source: raw.source }),
	};
}

function codeOf(code: NonNullable<RawQuestion['code']>): Code {
	if (typeof code === 'string') return { text: code };
	return { text: code.text, ...(code.language === undefined ? {} : { language: code.language }) };
}
