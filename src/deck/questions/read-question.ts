// A question of the right shape -> a question that can be asked. Each type's own part is read in a file beside this one.

import type { Code, Id, Question, QuestionType } from '../../model/deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RawQuestion } from '../shape/schema.ts';
import type { Located } from '../yaml/source-node.ts';
import { readCloze } from './cloze.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readMatch } from './match.ts';
import { readNumberQuestion } from './number.ts';
import { readChoice, readMultiple } from './options.ts';
import { readOrder } from './order.ts';
import { type CommonPart, listOf, type OwnPart, QuestionProblems, type TypeReader } from './question-reading.ts';
import { readTemplate } from './template/read-template.ts';
import { readTrueFalse } from './true-false.ts';
import { readTypedText } from './typed-text.ts';

const readers: { readonly [T in QuestionType]: TypeReader<T> } = {
	choice: readChoice,
	multiple: readMultiple,
	'true-false': readTrueFalse,
	text: readTypedText,
	number: readNumberQuestion,
	cloze: readCloze,
	order: readOrder,
	match: readMatch,
};

/** @returns the question, absent when its key has faults. */
export function readQuestion(
	raw: RawQuestion,
	located: Located,
): { readonly question?: Question; readonly diagnostics: readonly Diagnostic[] } {
	const problems = new QuestionProblems(located);
	const varies = raw.vars !== undefined || raw.where !== undefined;
	const question = varies ? readTemplate(raw, commonPart(raw), problems) : questionOf(raw, problems);
	return question === undefined ? { diagnostics: problems.diagnostics } : { question, diagnostics: problems.diagnostics };
}

function questionOf(raw: RawQuestion, problems: QuestionProblems): Question | undefined {
	switch (raw.type) {
		case undefined:
		case 'choice': {
			const own = readers.choice(raw, problems);
			return own && whole(raw, own);
		}
		case 'multiple': {
			const own = readers.multiple(raw, problems);
			return own && whole(raw, own);
		}
		case 'true-false': {
			const own = readers['true-false'](raw, problems);
			return own && whole(raw, own);
		}
		case 'text': {
			const own = readers.text(raw, problems);
			return own && whole(raw, own);
		}
		case 'number': {
			const own = readers.number(raw, problems);
			return own && whole(raw, own);
		}
		case 'cloze': {
			const own = readers.cloze(raw, problems);
			return own && whole(raw, own);
		}
		case 'order': {
			const own = readers.order(raw, problems);
			return own && whole(raw, own);
		}
		case 'match': {
			const own = readers.match(raw, problems);
			return own && whole(raw, own);
		}
	}
}

function whole<Own extends OwnPart>(raw: RawQuestion, own: Own): CommonPart & Own & Pick<Question, 'fingerprint'> {
	return { ...commonPart(raw), ...own, fingerprint: fingerprintOf(own) };
}

function commonPart(raw: RawQuestion): CommonPart {
	const part: { -readonly [Key in keyof CommonPart]: CommonPart[Key] } = {
		id: raw.id,
		section: raw.section,
		stem: raw.stem,
		explanation: raw.explanation,
		hints: listOf(raw.hints),
		tags: eachOnce(raw.tags),
		also: eachOnce(raw.also),
	};
	if (raw.code !== undefined) part.code = codeOf(raw.code);
	if (raw.difficulty !== undefined) part.difficulty = Number(raw.difficulty);
	if (raw.group !== undefined) part.group = raw.group;
	if (raw.source !== undefined) part.source = raw.source;
	return part;
}

function eachOnce(ids: RawQuestion['tags']): readonly Id[] {
	const written = listOf(ids);
	return written.length < 2 ? written : [...new Set(written)];
}

function codeOf(code: NonNullable<RawQuestion['code']>): Code {
	if (typeof code === 'string') return { text: code };
	return { text: code.text, ...(code.language === undefined ? {} : { language: code.language }) };
}
