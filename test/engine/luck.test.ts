import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { guessingLuck, guessRate, learnerLuck, luckOf, typicalLuck } from '../../src/engine/luck.ts';
import { luckiestForm } from '../../src/engine/luckiest-form.ts';
import { chanceOn } from '../../src/engine/rated-forms.ts';
import type { Question, Unit } from '../../src/model/deck.ts';
import { anySeed, anyUnit } from './arbitraries.ts';
import {
	choice,
	cloze,
	match,
	multiple,
	ninetyPercent,
	number,
	order,
	propertySeed,
	section,
	text,
	trueFalse,
	unitOf,
} from './builders.ts';

const runs = { seed: propertySeed, numRuns: 300 };

/** Choice questions with as many options each as the numbers say. */
function choices(id: string, ...sizes: readonly number[]): readonly Question[] {
	return sizes.map((size, index) =>
		choice(`${id}-${index + 1}`, id, {
			options: Array.from({ length: size }, (_, option) => ({ text: `option ${option}`, right: option === 0 })),
		}),
	);
}

function grouped(questions: readonly Question[], ...groups: readonly string[]): readonly Question[] {
	return questions.map((question, index) => {
		const group = groups[index];
		return group === undefined ? question : { ...question, group };
	});
}

/** So many that must be typed. */
function typed(id: string, count: number): readonly Question[] {
	return Array.from({ length: count }, (_, index) => ({ ...text(['word']), id: `${id}-typed-${index + 1}`, section: id }));
}

/** Half right by a guess, and other chances, in turn. */
function mixed(unit: Unit): Unit {
	return {
		...unit,
		questions: unit.questions.map((question, index) => {
			const own = { id: question.id, section: question.section, ...(question.group === undefined ? {} : { group: question.group }) };
			return index % 4 === 0
				? { ...trueFalse(true), ...own }
				: choice(own.id, own.section, { ...own, options: choice('x').options.slice(0, 2 + (index % 3)) });
		}),
	};
}

/** The unit's first form for a seed, by section. */
function drawn(unit: Unit, seed: number): readonly (readonly Question[])[] {
	const { items } = drawForm(unit, [], new Set(), seed);
	return unit.sections.map(({ id }) => items.flatMap(({ question }) => (question.section === id ? [question] : [])));
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
		{ of: cloze([['HEAD'], ['branch']]), rate: 0 },
		{ of: order(['a', 'b']), rate: 1 / 2 },
		{ of: order(['a', 'b', 'c', 'd']), rate: 1 / 24 },
		{ of: match({ a: '1', b: '2', c: '3' }), rate: 1 / 6 },
		{ of: match({ a: '1', b: '2', c: '3' }, [{ text: '4' }]), rate: 1 / 24 },
		{ of: match({ a: '1', b: '2' }, [{ text: '3' }, { text: '4' }, { text: '5' }]), rate: 1 / 20 },
		{ of: order(Array.from({ length: 200 }, (_, item) => `item ${item}`)), rate: 0 },
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
		// The draw serves `b` first, which has nothing but a question of a group.
		expect(sizesIn(luckiestForm(unit, guessRate))).toEqual([[4], [2]]);
	});

	it('gives each group to the section where it helps', () => {
		const unit = unitOf(
			{},
			{
				draw: 4,
				rule: { ...ninetyPercent, benchmark: 10_000 },
				sections: [section('a'), section('b')],
				questions: [
					...grouped(choices('a', 2, 2, 2, 2, 2, 2, 2, 2), 'g', 'h'),
					...grouped([...choices('b', 2, 2), ...typed('b', 6)], 'g', 'h'),
				],
			},
		);
		expect(guessingLuck(unit).once).toBeCloseTo(1 / 16, 12);
	});

	it('is no luckier than the only form there is', () => {
		const unit = unitOf(
			{},
			{
				draw: 2,
				rule: { ...ninetyPercent, benchmark: 10_000 },
				sections: [section('a'), section('b')],
				questions: [...grouped(choices('a', 15), 'g'), ...grouped(choices('b', 2, 15), 'g')],
			},
		);
		expect(guessingLuck(unit).once).toBeCloseTo(1 / 15 ** 2, 12);
	});

	it('asks no section more than a first form does', () => {
		const unit = unitOf(
			{},
			{
				draw: 3,
				rule: { ...ninetyPercent, benchmark: 6_000 },
				sections: [section('a'), section('b')],
				questions: [...choices('a', 2, 2, 2, 2), ...typed('b', 20)],
			},
		);
		expect(guessingLuck(unit).once).toBe(0);
	});

	it('minds the floor', () => {
		const unit = unitOf(
			{},
			{
				draw: 5,
				rule: { benchmark: 5_000, passes: 1, floor: 3 },
				sections: [section('a'), section('b'), section('c')],
				questions: [
					...choices('a', 3, 5),
					...choices('b', 5, 2),
					{ ...multiple(), id: 'b-m', section: 'b' },
					...typed('c', 1),
					...choices('c', 5, 2, 3),
				],
			},
		);
		expect(guessingLuck(unit).once).toBeCloseTo(1 / 60, 12);
	});

	it.each(['within', 'across'] as const)('is luckier than any form that the draw makes, with groups %s sections', (twins) => {
		fc.assert(
			fc.property(anyUnit(twins), fc.nat(3), anySeed, (any, floor, seed) => {
				const unit = mixed({ ...any, rule: { ...any.rule, benchmark: 7_000, floor } });
				const form = drawn(unit, seed);
				expect(guessingLuck(unit).once).toBeGreaterThanOrEqual(chanceOn(form, unit.rule, guessRate) * (1 - 1e-9));
				expect(luckiestForm(unit, guessRate).flat()).toHaveLength(form.flat().length);
			}),
			{ ...runs, numRuns: 100 },
		);
	});

	it.each(['within', 'across'] as const)('is one that the draw makes, with groups %s sections', (twins) => {
		const small = anyUnit(twins).filter(({ questions, draw, sections }) => questions.length <= 9 && draw <= 4 && sections.length > 1);
		fc.assert(
			fc.property(small, fc.nat(2), (any, floor) => {
				const unit = mixed({ ...any, rule: { ...any.rule, benchmark: 7_000, floor } });
				const told = chanceOn(luckiestForm(unit, guessRate), unit.rule, guessRate);
				let best = 0;
				for (let seed = 0; seed < 1_500 && best < told * (1 - 1e-9); seed++)
					best = Math.max(best, chanceOn(drawn(unit, seed), unit.rule, guessRate));
				expect(best).toBeCloseTo(told, 12);
			}),
			{ ...runs, numRuns: 25 },
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
		expect(typicalLuck(unit, () => 1)).toEqual({ share: 1, once: 1, withinFive: 1 });
	});

	it('does not depend on the order of the sections', () => {
		const questions = [...choices('a', 2, 2, 2, 2, 2, 2), ...typed('b', 6)];
		const rule = { ...ninetyPercent, benchmark: 6_000 };
		const [one, other] = [
			['a', 'b'],
			['b', 'a'],
		].map((ids) => typicalLuck(unitOf({}, { draw: 3, rule, sections: ids.map((id) => section(id)), questions }), guessRate));
		// Half of the forms hold two true or false, of which both must be right.
		expect(one?.once).toBeCloseTo(1 / 8, 12);
		expect(other?.once).toBeCloseTo(1 / 8, 12);
	});

	it.each(['none', 'within', 'across'] as const)('is the mean of what the draw makes, with groups: %s', (twins) => {
		fc.assert(
			fc.property(anyUnit(twins), fc.nat(2), (any, floor) => {
				const unit = mixed({ ...any, draw: Math.min(any.draw, 6), rule: { ...any.rule, benchmark: 5_000, floor } });
				const forms = Array.from({ length: 250 }, (_, seed) => drawn(unit, 1_000_000 + seed));
				const mean = (numberOf: (form: readonly (readonly Question[])[]) => number) =>
					forms.reduce((sum, form) => sum + numberOf(form), 0) / forms.length;
				expect(Math.abs(typicalLuck(unit, guessRate).once - mean((form) => chanceOn(form, unit.rule, guessRate)))).toBeLessThan(0.05);
				const shareOf = (form: readonly (readonly Question[])[]) =>
					form.flat().reduce((sum, question) => sum + guessRate(question), 0) / form.flat().length;
				expect(Math.abs(typicalLuck(unit, guessRate).share - mean(shareOf))).toBeLessThan(0.03);
			}),
			{ ...runs, numRuns: 6 },
		);
	});

	it('counts what a form asks of each section, not what the pool holds', () => {
		const questions = [...choices('a', 2, 2, 2, 2, 2, 2), ...typed('b', 60)];
		const unit = unitOf({}, { draw: 4, sections: [section('a'), section('b')], questions });
		expect(typicalLuck(unit, guessRate).share).toBeCloseTo(1 / 4, 12);
	});
});
