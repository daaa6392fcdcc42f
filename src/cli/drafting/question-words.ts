// A question as the command line or the terminal gives it: which parts it takes, by type, and what they come to.

import type { QuestionFile } from '../../authoring/scaffold/draft-question.ts';
import {
	type BlankDraft,
	type DistractorDraft,
	type KeyDraft,
	type QuestionDraft,
	typeNames,
} from '../../authoring/scaffold/question-draft.ts';
import { marksIn } from '../../engine/cloze-marks.ts';
import { type QuestionType, questionTypes } from '../../model/deck.ts';
import { type Field, type Given, oneOf } from './fields.ts';

/** As the command line gives them. */
export interface QuestionWords {
	readonly type?: string;
	readonly section?: string;
	readonly id?: string;
	readonly stem?: string;
	readonly answer?: readonly string[];
	/** `id=accepted` */
	readonly blank?: readonly string[];
	readonly item?: readonly string[];
	/** `left=right` */
	readonly pair?: readonly string[];
	readonly distractor?: readonly string[];
	readonly feedback?: readonly string[];
	readonly explanation?: string;
	readonly tolerance?: string;
	readonly unit?: string;
	readonly hint?: readonly string[];
	readonly group?: string;
	readonly sample?: true;
}

const partNames = ['answer', 'blank', 'item', 'pair', 'distractor', 'feedback', 'tolerance', 'unit'] as const;

type PartName = (typeof partNames)[number];

/** Options that only some types have. */
const typedParts: { readonly [T in QuestionType]: readonly PartName[] } = {
	choice: ['answer', 'distractor', 'feedback'],
	multiple: ['answer', 'distractor', 'feedback'],
	'true-false': ['answer'],
	text: ['answer'],
	number: ['answer', 'tolerance', 'unit'],
	cloze: ['blank'],
	order: ['item'],
	match: ['pair', 'distractor', 'feedback'],
};

const severalAnswers: ReadonlySet<QuestionType> = new Set(['multiple', 'text']);

/** What is known before anything is asked. */
export function givenIn(words: QuestionWords): Given {
	const { type, section, stem, explanation, tolerance, unit } = words;
	const { answer = [], blank = [], item = [], pair = [], distractor = [], feedback = [] } = words;
	const one = { type, section, stem, explanation, tolerance, unit };
	const typed = Object.entries(one).flatMap(([key, value]): [string, readonly string[]][] =>
		isBlank(value) ? [] : [[key, [value ?? '']]],
	);
	// Feedback belongs to the distractor of its place, so that an empty one stays.
	const pairs = pair.map(halvesOf);
	return new Map([
		...typed,
		...blanksIn(blank),
		['answer', answer.filter((each) => !isBlank(each))],
		['item', item.filter((each) => !isBlank(each))],
		['left', pairs.map(([left]) => left)],
		['right', pairs.map(([, right]) => right)],
		['distractor', distractor],
		['feedback', feedback],
	]);
}

/** What is accepted, by the key of the field that asks for it. */
function blanksIn(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const blanks = new Map<string, readonly string[]>();
	for (const [id, text] of words.map(halvesOf)) blanks.set(blankKey(id), [...(blanks.get(blankKey(id)) ?? []), text]);
	return blanks;
}

function blankKey(id: string): string {
	return `blank ${id}`;
}

/** Before and after the first `=`; one with spaces around it goes first, so that there may be others in the text. */
function halvesOf(word: string): readonly [string, string] {
	const at = word.includes(' = ') ? word.indexOf(' = ') + 1 : word.indexOf('=');
	return at < 0 ? [word.trim(), ''] : [word.slice(0, at).trim(), word.slice(at + 1).trim()];
}

function isBlank(text: string | undefined): boolean {
	return text === undefined || text.trim() === '';
}

/** Why the options contradict each other; undefined: they do not. */
export function faultOfWords(words: QuestionWords, type: QuestionType): string | undefined {
	const { answer = [], distractor = [], feedback = [], sample } = words;
	const content = ['stem', 'explanation', 'tolerance', 'unit', 'group'] as const;
	const lists = ['answer', 'blank', 'item', 'pair', 'distractor', 'feedback', 'hint'] as const;
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
	const unparted = [...(words.blank ?? []), ...(words.pair ?? [])].find((each) => halvesOf(each).includes(''));
	if (unparted !== undefined) {
		const [flag, parts, example] =
			type === 'match'
				? ['pair', 'a left side and its right side', 'git add=the index']
				: ['blank', 'a blank and its answer', 'parent=commit'];
		return `--${flag} takes ${parts} with = between them, such as "${example}".`;
	}
	if (feedback.length > distractor.length && distractor.length > 0)
		return 'Each --feedback belongs to a --distractor, in their order. Leave out those too many.';
	return undefined;
}

function isTypedPart(key: string): key is PartName {
	return partNames.some((part) => part === key);
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
export function stemField(type: QuestionType): Field {
	const field: Field = {
		key: 'stem',
		flag: '--stem',
		asks: 'What does it ask?',
		otherwise: () => '',
		without: 'a sample, to be rewritten in your editor',
	};
	if (type !== 'cloze') return field;
	return {
		...field,
		asks: 'What is the text? Mark each blank by a name of its own, such as {{parent}}.',
		fault: (stem) => (marksIn(stem).length === 0 ? 'There is no blank in it yet.' : undefined),
	};
}

/** @param stem where the blanks of a cloze are marked. */
export function partFields(type: QuestionType, stem: string): readonly Field[] {
	const distractors: Field = {
		key: 'distractor',
		flag: '--distractor',
		asks: 'A wrong option: a mistake that learners make.',
		many: true,
		beside: { key: 'feedback', asks: 'Why does it not hold? Who picks it is told.', without: 'no feedback' },
	};
	return [
		...answerFields(type, stem),
		...(type === 'choice' || type === 'multiple' ? [distractors] : []),
		...numberFields(type),
		explanationField,
	];
}

const explanationField: Field = { key: 'explanation', flag: '--explanation', asks: 'Why is that right? Shown after each miss.' };

function answerFields(type: QuestionType, stem: string): readonly Field[] {
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
		case 'cloze':
			return blankIds(stem).map((id) => ({
				key: blankKey(id),
				flag: `--blank "${id}=..."`,
				asks: `An answer to accept in {{${id}}}; the first is shown as the right one.`,
				many: true,
			}));
		case 'order':
			return [{ key: 'item', flag: '--item', asks: 'An item, in the right order.', many: true }];
		case 'match':
			return [
				{
					key: 'left',
					flag: '--pair',
					asks: 'A left side.',
					many: true,
					beside: { key: 'right', asks: 'What belongs to it, on the right?' },
				},
			];
	}
}

function blankIds(stem: string): readonly string[] {
	return [...new Set(marksIn(stem).map(({ id }) => id))];
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
		case 'cloze':
			return { type, blanks: blanksOf(given) };
		case 'order':
			return { type, items: (given.get('item') ?? []).map((each) => each.trim()) };
		case 'match': {
			const rights = given.get('right') ?? [];
			const pairs = (given.get('left') ?? []).map((left, index) => ({ left: left.trim(), right: rights[index]?.trim() ?? '' }));
			return { type, pairs, distractors: distractorsIn(given) };
		}
	}
}

/** Those that are marked, in the order of the text; then others, which the check tells of. */
function blanksOf(given: Given): readonly BlankDraft[] {
	const named = [...given.keys()].flatMap((key) => (key.startsWith(blankKey('')) ? [key.slice(blankKey('').length)] : []));
	return [...new Set([...blankIds(oneOf(given, 'stem')), ...named])].flatMap((id) => {
		const keys = (given.get(blankKey(id)) ?? []).map((each) => each.trim());
		return keys.length === 0 ? [] : [{ id, keys }];
	});
}

function distractorsIn(given: Given): readonly DistractorDraft[] {
	const feedback = given.get('feedback') ?? [];
	return (given.get('distractor') ?? []).map((text, index) => {
		const why = feedback[index]?.trim() ?? '';
		return { text: text.trim(), ...(why === '' ? {} : { feedback: why }) };
	});
}
