import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { guessingLuck, guessRate, learnerLuck, luckiestForm, luckOf, typicalLuck } from '../../src/engine/luck.ts';
import { chanceOfQualifying, exactlyThese } from '../../src/engine/odds.ts';
import type { Question, Unit } from '../../src/model/deck.ts';
import { anySeed, anyUnit } from './arbitraries.ts';
import { choice, multiple, ninetyPercent, number, propertySeed, section, text, trueFalse, unitOf } from './builders.ts';

const runs = { seed: propertySeed, numRuns: 300 };

/** Choice questions with as many options each as the numbers say. */
function choices(id: string, ...sizes: readonly number[]): readonly Question[] {
	return sizes.map((size, index) =>
		choice(`${id}-${index + 1}`, id, {
			options: Array.from({ length: size }, (_, option) => ({ text: `option ${option}`, right: option === 0 })),
		}),
	);
}

function sizesIn(form: readonly (readonly Question[])[]): readonly (readonly number[])[] {
	return form.map((questions) => questions.map((question) => (question.type === 'choice' ? question.options.length : 0)));
}

describe('a blind guess', () => {
	it.each<{ readonly of: Question; readonly rate: number }>([
		{ of: choice('a'), rate: 1 / 4 },
		{ of: choice('b', 'only', { options: choice('a').options.slice(0, 3) }), rate: 1 / 3 },
		{ of: trueFalse(false), rate: 1 / 2 },
		{ of: multiple(), rate: 1 / 15 },
		{ of: text(['Paris']), rate: 0 },
		{ of: number(42), rate: 0 },
	])('at a question of type $of.type is right with a chance of $rate', ({ of, rate }) => {
		expect(guessRate(of)).toBe(rate);
	});
});

describe('the luckiest form', () => {
	it('takes the questions with the fewest options of each section', () => {
		const unit = unitOf(
			{},
			{ draw: 4, sections: [section('a'), section('b')], questions: [...choices('a', 5, 2, 4), ...choices('b', 6, 7, 8)] },
		);
		expect(sizesIn(luckiestForm(unit, guessRate))).toEqual([
			[2, 4],
			[6, 7],
		]);
	});

	it('gives the odd question to the section where it helps', () => {
		const unit = unitOf(
			{},
			{ draw: 3, sections: [section('a'), section('b')], questions: [...choices('a', 5, 5, 5), ...choices('b', 4, 4, 4)] },
		);
		expect(sizesIn(luckiestForm(unit, guessRate))).toEqual([[5], [4, 4]]);
	});

	it('never holds two of a group', () => {
		const twins = choices('a', 2, 2, 2).map((question) => ({ ...question, group: 'twins' }));
		const unit = unitOf({}, { draw: 2, sections: [section('a')], questions: [...twins, choice('other', 'a')] });
		expect(sizesIn(luckiestForm(unit, guessRate))).toEqual([[2, 4]]);
	});

	it('asks elsewhere where a group of several sections has left one of them short', () => {
		const shared = [...choices('a', 2), ...choices('b', 2)].map((question) => ({ ...question, group: 'twins' }));
		const unit = unitOf({}, { draw: 2, sections: [section('a'), section('b')], questions: [...shared, choice('other', 'a')] });
		expect(sizesIn(luckiestForm(unit, guessRate))).toEqual([[2, 4], []]);
	});

	it('is luckier than any form that the draw makes', () => {
		fc.assert(
			fc.property(anyUnit('within'), anySeed, (unit, seed) => {
				const mixed: Unit = {
					...unit,
					questions: unit.questions.map((question, index) => {
						const { id, section: own, group } = question;
						const rare = choice(id, own, {
							options: choice('x').options.slice(0, 2 + (index % 3)),
							...(group === undefined ? {} : { group }),
						});
						return index % 4 === 0 ? { ...trueFalse(true), id, section: own, ...(group === undefined ? {} : { group }) } : rare;
					}),
				};
				const { items } = drawForm(mixed, [], new Set(), seed);
				const drawn = chanceOfQualifying(mixed.rule, [exactlyThese(items.map(({ question }) => guessRate(question)))]);
				expect(guessingLuck(mixed).once).toBeGreaterThanOrEqual(drawn * (1 - 1e-9));
				expect(luckiestForm(mixed, guessRate).flat()).toHaveLength(items.length);
			}),
			runs,
		);
	});
});

describe('the luck of a unit', () => {
	it('is the table of the design for 9 of 10 with four options', () => {
		const { blind, learners } = luckOf(unitOf({ a: 15, b: 15 }));
		expect(blind.once).toBeCloseTo(2.96e-5, 7);
		expect(learners.map(({ percent, once, withinFive }) => [percent, once.toFixed(3), withinFive.toFixed(3)])).toEqual([
			[60, '0.046', '0.211'],
			[70, '0.149', '0.554'],
			[80, '0.376', '0.905'],
			[90, '0.736', '0.999'],
			[95, '0.914', '1.000'],
		]);
	});

	it('counts two tries as the first chance where two in a row are asked for', () => {
		const rule = { ...ninetyPercent, benchmark: 8_000, passes: 2 };
		const { once, withinFive } = learnerLuck(unitOf({ a: 15, b: 15 }, { rule }), 0.6);
		expect(once.toFixed(3)).toBe('0.028');
		expect(withinFive.toFixed(3)).toBe('0.097');
	});

	it('is smaller with a floor that the benchmark does not imply', () => {
		const rule = { ...ninetyPercent, benchmark: 5_000 };
		const without = learnerLuck(unitOf({ a: 15, b: 15 }, { rule }), 0.6).once;
		const withFloor = learnerLuck(unitOf({ a: 15, b: 15 }, { rule: { ...rule, floor: 3 } }), 0.6).once;
		expect(withFloor).toBeLessThan(without);
		expect(withFloor).toBeCloseTo(0.682_56 ** 2, 9);
	});

	it('is the mean over every form that the draw may make, for rates of one’s own', () => {
		const unit = unitOf(
			{},
			{ draw: 2, rule: { ...ninetyPercent, benchmark: 10_000 }, sections: [section('a')], questions: choices('a', 2, 2, 4, 4) },
		);
		const pairs = [1 / 4, 1 / 8, 1 / 8, 1 / 8, 1 / 8, 1 / 16];
		expect(typicalLuck(unit, guessRate).once).toBeCloseTo(pairs.reduce((sum, each) => sum + each, 0) / pairs.length, 12);
		expect(typicalLuck(unit, () => 1)).toEqual({ once: 1, withinFive: 1 });
	});
});
