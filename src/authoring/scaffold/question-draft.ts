// A question before it is written down: its parts as texts, by type.

import type { Id, Pair, QuestionType } from '../../model/deck.ts';
import { blockYaml, type YamlValue } from './yaml-text.ts';

export interface DistractorDraft {
	readonly text: string;
	readonly feedback?: string;
}

export interface BlankDraft {
	readonly id: Id;
	readonly keys: readonly string[];
}

/** What its type asks for. Lists, besides the distractors of a match, have at least one item. */
export type KeyDraft =
	| { readonly type: 'choice'; readonly answer: string; readonly distractors: readonly DistractorDraft[] }
	| { readonly type: 'multiple'; readonly answers: readonly string[]; readonly distractors: readonly DistractorDraft[] }
	| { readonly type: 'true-false'; readonly answer: string }
	| { readonly type: 'text'; readonly answers: readonly string[] }
	| { readonly type: 'number'; readonly answer: string; readonly tolerance?: string; readonly unit?: string }
	/** The blanks are marked in the stem. */
	| { readonly type: 'cloze'; readonly blanks: readonly BlankDraft[] }
	/** In the right order. */
	| { readonly type: 'order'; readonly items: readonly string[] }
	| { readonly type: 'match'; readonly pairs: readonly Pair[]; readonly distractors: readonly DistractorDraft[] };

export type QuestionDraft = KeyDraft & {
	readonly stem: string;
	readonly explanation: string;
	readonly hints?: readonly string[];
	readonly group?: Id;
};

/** Its keys in the order in which a question reads best. */
export function questionValue(draft: QuestionDraft, id: Id, section: Id): YamlValue {
	return {
		id,
		...(draft.type === 'choice' ? {} : { type: draft.type }),
		section,
		...(draft.group === undefined ? {} : { group: draft.group }),
		stem: draft.stem,
		...keyValues(draft),
		explanation: draft.explanation,
		...(draft.hints === undefined || draft.hints.length === 0 ? {} : { hints: draft.hints }),
	};
}

/** As an item of a list at the left edge; ends with a line end. */
export function questionText(draft: QuestionDraft, id: Id, section: Id): string {
	return blockYaml([questionValue(draft, id, section)]);
}

function keyValues(draft: KeyDraft): Readonly<Record<string, YamlValue>> {
	switch (draft.type) {
		case 'choice':
			return { answer: draft.answer, distractors: draft.distractors.map(distractorValue) };
		case 'multiple':
			return { answers: draft.answers, distractors: draft.distractors.map(distractorValue) };
		case 'true-false':
			return { answer: draft.answer };
		case 'text':
			return { answer: oneOrAll(draft.answers) };
		case 'number':
			return {
				answer: draft.answer,
				...(draft.tolerance === undefined ? {} : { tolerance: draft.tolerance }),
				...(draft.unit === undefined ? {} : { unit: draft.unit }),
			};
		case 'cloze':
			return { blanks: Object.fromEntries(draft.blanks.map(({ id, keys }) => [id, oneOrAll(keys)])) };
		case 'order':
			return { items: draft.items };
		case 'match': {
			const distractors = draft.distractors.map(distractorValue);
			return { pairs: draft.pairs.map(({ left, right }) => [left, right]), ...(distractors.length === 0 ? {} : { distractors }) };
		}
	}
}

function distractorValue({ text, feedback }: DistractorDraft): YamlValue {
	return feedback === undefined ? text : { text, feedback };
}

function oneOrAll(texts: readonly string[]): YamlValue {
	const [only] = texts;
	return texts.length === 1 && only !== undefined ? only : texts;
}

/** What a type of question is called where one is chosen. */
export const typeNames: { readonly [T in QuestionType]: string } = {
	choice: 'choice: one right option among wrong ones',
	multiple: 'multiple: several right options, all to be picked',
	'true-false': 'true-false: a claim',
	text: 'text: a word or a few, typed',
	number: 'number: a number, typed',
	cloze: 'cloze: a text with blanks to be filled',
	order: 'order: items to be put in order',
	match: 'match: pairs to be found',
};
