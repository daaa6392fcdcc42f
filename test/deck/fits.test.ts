import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';

import { fits } from '../../src/deck/shape/fits.ts';
import {
	deckSchema,
	poolHeadSchema,
	questionSchema,
	questionSchemas,
	ruleSettingSchema,
	sectionSchema,
	unitHeadSchema,
} from '../../src/deck/shape/schema.ts';

const common = { id: 'a', section: 's', stem: 'Which?', explanation: 'Because.' };
const code = { language: 'js', text: 'let a' };
const rest = { hints: ['One', 'Two'], difficulty: '3', group: 'g', tags: 'one', source: 'A book', also: ['t'], proof: { by: ['hand'] } };

const sound = {
	choice: { ...common, answer: 'a', distractors: ['b', { text: 'c', feedback: 'No.' }], code, ...rest },
	fixed: { ...common, type: 'choice', answer: 'a', options: ['a', { text: 'c', feedback: 'No.' }], code: 'let a' },
	multiple: { ...common, type: 'multiple', answers: ['a', 'b'], distractors: 'c' },
	'true-false': { ...common, type: 'true-false', answer: 'True' },
	text: { ...common, type: 'text', answer: ['a', 'b'], match: { case: 'exact', accents: 'note', typos: 'auto' }, pattern: 'a+' },
	number: { ...common, type: 'number', answer: '4', range: ['3', '5'], unit: 'km' },
	withTolerance: { ...common, type: 'number', answer: '4', tolerance: '1%' },
} as const;

const unit = { unit: 'u', title: 'U', requires: [], draw: '3', benchmark: '87.5%', pools: 'pool.yaml', resources: [{ title: 'R' }] };
const section = { id: 's', title: 'S', objective: 'Say it', text: 'Text.', weight: '2' };

const cases: readonly { readonly name: string; readonly schema: z.ZodType; readonly value: object }[] = [
	...Object.entries(sound).map(([name, value]) => ({ name: `a question: ${name}`, schema: questionSchema, value })),
	{ name: 'a choice by itself', schema: questionSchemas.choice, value: sound.choice },
	{ name: 'a section', schema: sectionSchema, value: section },
	{ name: 'a unit', schema: unitHeadSchema, value: { ...unit, sections: [section], questions: [sound.choice, 1] } },
	{ name: 'a pool', schema: poolHeadSchema, value: [sound.text, undefined] },
	{ name: 'the setting of a rule', schema: ruleSettingSchema, value: { level: 'off', reason: 'Not here.' } },
	{ name: 'a deck', schema: deckSchema, value: { deck: 'd', title: 'D', units: ['u.yaml'], language: 'pt-BR', authors: 'Ada' } },
];

const words = ['a', 'A', '', ' ', '0', '3', '1%', 'true', 'off', 'exact', 'auto', 'choice', 'text', 'number', 'order', undefined, null, 3];
const keys = [...new Set(cases.flatMap(({ value }) => Object.keys(value))), 'language', 'case', 'reason', 'file', 'check', 'toString', 'x'];

const { tree } = fc.letrec((tie) => ({
	tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom(...words), tie('list'), tie('map')),
	list: fc.array(tie('tree'), { maxLength: 3 }),
	map: fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 4 }),
}));

describe('whether a value fits its schema', () => {
	it.each(cases)('is seen at once of $name', ({ schema, value }) => {
		expect(fits(schema, value)).toBe(true);
	});

	it.each(cases)('is never said wrongly, whatever stands in $name', ({ schema, value }) => {
		const changed = fc.tuple(fc.constantFrom(...keys, '0', '1'), tree).map(([key, part]) => {
			return Array.isArray(value) ? [...value, part] : { ...value, [key]: part };
		});
		const without = fc.constantFrom(...Object.keys(value)).map((gone) => {
			return Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
		});
		const property = fc.property(fc.oneof(changed, without, tree), (other) => {
			if (!fits(schema, other)) return;
			expect(schema.safeParse(other)).toEqual({ success: true, data: other });
		});
		fc.assert(property, { numRuns: 500, seed: 1 });
	});

	it('is left open where a schema asks for more than is looked at here', () => {
		const length = sectionSchema.shape.title.max(3);
		expect(fits(length, 'abc')).toBe(false);
		expect(length.safeParse('abc').success).toBe(true);
	});
});
