// A template from the question as an author would write it. Loose: the tests write sound ones, or look at what is found in them.

import { parse } from 'yaml';

import { pickedValues } from '../../../src/engine/variants/picked-values.ts';
import { exampleOf, type TemplateQuestion } from '../../../src/engine/variants/unseen.ts';
import type { Question, Template, Variable, WrittenOption, WrittenPart } from '../../../src/model/deck.ts';

export type Raw = Readonly<Record<string, unknown>>;

const match = { case: 'ignore', accents: 'note', typos: 0 } as const;

/** Every scalar as the text that was written. */
export function rawQuestion(yaml: string): Raw {
	const raw: unknown = parse(yaml, { schema: 'failsafe' });
	return isMap(raw) ? raw : {};
}

/** With `vars`, and everything that is left out filled in. */
export function templateQuestion(raw: Raw): TemplateQuestion {
	const head = { id: textOf(raw['id'] ?? 'template'), section: textOf(raw['section'] ?? 'only'), tags: [], also: [], fingerprint: 'print' };
	return { ...head, ...(raw['group'] === undefined ? {} : { group: textOf(raw['group']) }), template: templateOf(raw) };
}

/** As it stands in a pool: with one of its drawings. */
export function pooled(raw: Raw): Question {
	const { template, ...head } = templateQuestion(raw);
	const example = exampleOf(head, template);
	if (example === undefined) throw new Error(`nothing can be drawn for ${head.id}`);
	const { variant: _, ...question } = example;
	return { ...question, template };
}

export function templateOf(raw: Raw): Template {
	const vars = isMap(raw['vars']) ? raw['vars'] : {};
	return {
		variables: Object.entries(vars).map(([name, value]) => variableOf(name, value)),
		...(raw['where'] === undefined ? {} : { where: textOf(raw['where']) }),
		written: {
			stem: textOf(raw['stem'] ?? 'Stem'),
			...(raw['code'] === undefined ? {} : { code: { text: textOf(raw['code']) } }),
			explanation: textOf(raw['explanation'] ?? 'Explanation'),
			hints: listOf(raw['hints']).map(textOf),
			...partOf(raw),
		},
	};
}

function variableOf(name: string, value: unknown): Variable {
	if (!isMap(value)) return { name, kind: 'formula', formula: textOf(value).replace(/^\s*=/u, '') };
	if (value['pick'] !== undefined) return { name, kind: 'pick', from: pickedValues(listOf(value['pick']).map(textOf)) };
	const [low = 0, high = 0] = listOf(value['int']).map(Number);
	return { name, kind: 'integers', low, high, step: Number(value['step'] ?? 1) };
}

function partOf(raw: Raw): WrittenPart {
	const type = textOf(raw['type'] ?? 'choice');
	switch (type) {
		case 'multiple':
			return { type, keys: listOf(raw['answers']).map(textOf), ...optionsOf(raw) };
		case 'true-false':
			return { type, key: textOf(raw['answer']) };
		case 'text':
			return {
				type,
				keys: listOf(raw['answer']).map(textOf),
				match,
				...(raw['pattern'] === undefined ? {} : { pattern: textOf(raw['pattern']) }),
			};
		case 'number': {
			const [low, high] = listOf(raw['range']).map(textOf);
			return {
				type,
				key: textOf(raw['answer']),
				...(raw['tolerance'] === undefined ? {} : { tolerance: textOf(raw['tolerance']) }),
				...(low === undefined || high === undefined ? {} : { range: [low, high] as const }),
				...(raw['unit'] === undefined ? {} : { unit: textOf(raw['unit']) }),
			};
		}
		case 'cloze':
			return {
				type,
				blanks: Object.entries(isMap(raw['blanks']) ? raw['blanks'] : {}).map(([id, keys]) => ({ id, keys: listOf(keys).map(textOf) })),
				match,
			};
		case 'order':
			return { type, items: listOf(raw['items']).map(textOf) };
		case 'match':
			return {
				type,
				pairs: listOf(raw['pairs']).map((pair) => {
					const [left = '', right = ''] = listOf(pair).map(textOf);
					return { left, right };
				}),
				distractors: listOf(raw['distractors']).map(optionOf),
			};
		default:
			return { type: 'choice', keys: [textOf(raw['answer'])], ...optionsOf(raw) };
	}
}

function optionsOf(raw: Raw) {
	const fixed = raw['options'] !== undefined;
	return { options: listOf(fixed ? raw['options'] : raw['distractors']).map(optionOf), fixed };
}

function optionOf(raw: unknown): WrittenOption {
	if (!isMap(raw)) return { text: textOf(raw) };
	return { text: textOf(raw['text']), ...(raw['feedback'] === undefined ? {} : { feedback: textOf(raw['feedback']) }) };
}

function listOf(raw: unknown): readonly unknown[] {
	return raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
}

function textOf(raw: unknown): string {
	return String(raw ?? '');
}

function isMap(raw: unknown): raw is Raw {
	return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
