// A question as the command line or the terminal gives it: which parts it takes, by type, and what they come to.

import type { QuestionFile } from '../../authoring/scaffold/draft-question.ts';
import { type DistractorDraft, type KeyDraft, type QuestionDraft, typeNames } from '../../authoring/scaffold/question-draft.ts';
import { type QuestionType, questionTypes } from '../../model/deck.ts';
import { type Field, type Given, oneOf } from './fields.ts';

/** As the command line gives them. */
export interface QuestionWords {
	readonly type?: string;
	readonly section?: string;
	readonly id?: string;
	readonly stem?: string;
	readonly answer?: readonly string[];
	readonly distractor?: readonly string[];
	readonly feedback?: readonly string[];
	readonly explanation?: string;
	readonly tolerance?: string;
	readonly unit?: string;
	readonly hint?: readonly string[];
	readonly group?: string;
	readonly sample?: true;
}

/** Options that only some types have. */
const typedParts: { readonly [T in QuestionType]: readonly ('distractor' | 'feedback' | 'tolerance' | 'unit')[] } = {
	choice: ['distractor', 'feedback'],
	multiple: ['distractor', 'feedback'],
	'true-false': [],
	text: [],
	number: ['tolerance', 'unit'],
};

const severalAnswers: ReadonlySet<QuestionType> = new Set(['multiple', 'text']);

/** What is known before anything is asked. */
export function givenIn(words: QuestionWords): Given {
	const { type, section, stem, answer = [], distractor = [], feedback = [], explanation, tolerance, unit } = words;
	const one = { type, section, stem, explanation, tolerance, unit };
	const typed = Object.entries(one).flatMap(([key, value]): [string, readonly string[]][] =>
		isBlank(value) ? [] : [[key, [value ?? '']]],
	);
	// Feedback belongs to the distractor of its place, so that an empty one stays.
	return new Map([...typed, ['answer', answer.filter((each) => !isBlank(each))], ['distractor', distractor], ['feedback', feedback]]);
}

function isBlank(text: string | undefined): boolean {
	return text === undefined || text.trim() === '';
}

/** Why the options contradict each other; undefined: they do not. */
export function faultOfWords(words: QuestionWords, type: QuestionType): string | undefined {
	const { answer = [], distractor = [], feedback = [], sample } = words;
	const content = ['stem', 'explanation', 'tolerance', 'unit', 'group'] as const;
	const lists = ['answer', 'distractor', 'feedback', 'hint'] as const;
	const used = [...content.filter((key) => words[key] !== undefined), ...lists.filter((key) => (words[key] ?? []).length > 0)];
	const [first] = used;
	if (sample === true && first !== undefined)
		return `--sample writes a whole question, so that there is no place for --${first}. Leave out one of the two.`;
	const foreign = used.find((key) => isTypedPart(key) && !typedParts[type].includes(key));
	if (foreign !== undefined) return `A question of type ${type} has no --${foreign}. Leave it out, or name another --type.`;
	if (answer.length > 1 && !severalAnswers.has(type)) {
		return type === 'choice'
			? 'A question of type choice has one right answer. Name one --answer, or --type multiple.'
			: `A question of type ${type} has one right answer. Name one --answer.`;
	}
	if (feedback.length > distractor.length && distractor.length > 0)
		return 'Each --feedback belongs to a --distractor, in their order. Leave out those too many.';
	return undefined;
}

function isTypedPart(key: string): key is 'distractor' | 'feedback' | 'tolerance' | 'unit' {
	return ['distractor', 'feedback', 'tolerance', 'unit'].includes(key);
}

export function kindFields(sections: QuestionFile['sections']): readonly Field[] {
	return [
		{
			key: 'type',
			flag: '--type',
			asks: 'What kind of question?',
			options: questionTypes.map((type) => ({ value: type, text: typeNames[type] })),
		},
		{
			key: 'section',
			flag: '--section',
			asks: 'Which section does it belong to?',
			options: sections.map(({ id, title }) => ({ value: id, text: `${id}: ${title}` })),
		},
	];
}

/** Nothing given stands for a sample. */
export const stemField: Field = {
	key: 'stem',
	flag: '--stem',
	asks: 'What does it ask?',
	otherwise: () => '',
	without: 'a sample, to be rewritten in your editor',
};

export function partFields(type: QuestionType): readonly Field[] {
	const distractors: Field = {
		key: 'distractor',
		flag: '--distractor',
		asks: 'A wrong option: a mistake that learners make.',
		many: true,
		beside: { key: 'feedback', asks: 'Why does it not hold? Who picks it is told.', without: 'no feedback' },
	};
	return [
		...answerFields(type),
		...(typedParts[type].includes('distractor') ? [distractors] : []),
		...numberFields(type),
		explanationField,
	];
}

const explanationField: Field = { key: 'explanation', flag: '--explanation', asks: 'Why is that right? Shown after each miss.' };

function answerFields(type: QuestionType): readonly Field[] {
	const answer = { key: 'answer', flag: '--answer' };
	switch (type) {
		case 'choice':
			return [{ ...answer, asks: 'The right option.' }];
		case 'multiple':
			return [{ ...answer, asks: 'A right option.', many: true }];
		case 'true-false':
			return [
				{
					...answer,
					asks: 'Is it true?',
					options: [
						{ value: 'true', text: 'true' },
						{ value: 'false', text: 'false' },
					],
				},
			];
		case 'text':
			return [{ ...answer, asks: 'An answer to accept; the first is shown as the right one.', many: true }];
		case 'number':
			return [{ ...answer, asks: 'The right number.' }];
	}
}

function numberFields(type: QuestionType): readonly Field[] {
	if (type !== 'number') return [];
	return [
		{
			key: 'tolerance',
			flag: '--tolerance',
			asks: 'How far off may it be, such as 0.5 or 1%?',
			otherwise: () => '',
			without: 'not at all',
		},
		{ key: 'unit', flag: '--unit', asks: 'What is it measured in, such as km?', otherwise: () => '', without: 'nothing' },
	];
}

export function draftFrom(type: QuestionType, given: Given, { hint = [], group }: QuestionWords): QuestionDraft {
	return {
		...keyFrom(type, given),
		stem: oneOf(given, 'stem'),
		explanation: oneOf(given, 'explanation'),
		hints: hint.map((each) => each.trim()).filter((each) => each !== ''),
		...(group === undefined ? {} : { group }),
	};
}

function keyFrom(type: QuestionType, given: Given): KeyDraft {
	const answer = oneOf(given, 'answer');
	const answers = (given.get('answer') ?? []).map((each) => each.trim());
	switch (type) {
		case 'choice':
			return { type, answer, distractors: distractorsIn(given) };
		case 'multiple':
			return { type, answers, distractors: distractorsIn(given) };
		case 'true-false':
			return { type, answer };
		case 'text':
			return { type, answers };
		case 'number': {
			const [tolerance, unit] = [oneOf(given, 'tolerance'), oneOf(given, 'unit')];
			return { type, answer, ...(tolerance === '' ? {} : { tolerance }), ...(unit === '' ? {} : { unit }) };
		}
	}
}

function distractorsIn(given: Given): readonly DistractorDraft[] {
	const feedback = given.get('feedback') ?? [];
	return (given.get('distractor') ?? []).map((text, index) => {
		const why = feedback[index]?.trim() ?? '';
		return { text: text.trim(), ...(why === '' ? {} : { feedback: why }) };
	});
}
