import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { drawPractice } from '../../src/engine/draw-practice.ts';
import type { Question } from '../../src/model/deck.ts';
import { choice, exposure, unitOf } from './builders.ts';
import { pooled } from './variants/template-of.ts';

describe('practice with a template whose twin was shown', () => {
	const twin = choice('twin', 'only', { group: 'pair' });
	const template: Question = pooled({
		id: 'template',
		section: 'only',
		group: 'pair',
		vars: { n: { int: ['1', '2'] } },
		stem: 'Stem {n}',
		answer: '= n',
		distractors: ['= n + 1', 'none'],
	});
	const unit = unitOf({ only: 0 }, { questions: [twin, template], draw: 1 });
	const afterTwin = [exposure('twin', 1, 1, 'missed')];

	it('asks it with values that are kept, so that they are not taken for new ones later', () => {
		for (let seed = 0; seed < 10; seed++) {
			const [practised] = drawPractice(unit, afterTwin, new Set(), seed);
			expect(practised?.question).toMatchObject({ id: 'template', variant: { values: { n: expect.any(Number) } } });
			expect(practised?.reason).toMatchObject({ familiarity: 'new', timesShown: 0 });
			const values = practised?.question.variant?.values ?? {};
			const after = [...afterTwin, { ...exposure('template', 1, 2, 'right'), variants: [values] }];
			const [asked] = drawForm(unit, after, new Set(), seed).items;
			expect(asked?.question.variant?.values).not.toEqual(values);
		}
	});
});

describe('values that were shown before the deck was edited', () => {
	const picking = (...values: readonly string[]): Question =>
		pooled({ id: 'template', section: 'only', vars: { r: { pick: values } }, stem: 'Stem {r}', answer: '{r}', distractors: ['none'] });

	it('are not new because a list of numbers has become one of texts', () => {
		const before = [10, 22].map((r) => ({ r }));
		const after = unitOf({ only: 0 }, { questions: [picking('10', '22', '4k7')], draw: 1 });
		for (let seed = 0; seed < 10; seed++) {
			const [asked] = drawForm(after, [{ ...exposure('template', 2, 2, 'right'), variants: before }], new Set(), seed).items;
			expect(asked?.question.variant?.values).toEqual({ r: '4k7' });
		}
	});
});
