import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compositionOf, drawForm } from '../../src/engine/draw-form.ts';
import type { Exposure, FormItem } from '../../src/model/attempt.ts';
import type { Id, Question, Unit } from '../../src/model/deck.ts';
import { anyDraw, anySeed, type Twins } from './arbitraries.ts';
import {
	afterSitting,
	chiSquare,
	choice,
	countsOf,
	exposure,
	idsOf,
	number,
	propertySeed,
	section,
	text,
	trueFalse,
	unitOf,
} from './builders.ts';

const nobody: ReadonlySet<Id> = new Set();
const kinds: readonly Twins[] = ['none', 'within', 'across'];
const runs = { seed: propertySeed, numRuns: 60 };

function sumOf(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

function twinsOf({ questions }: Unit, { id, group }: Question): readonly Question[] {
	return questions.filter((other) => other.id === id || (group !== undefined && other.group === group));
}

/** The order of draw as the design states it: least shown, missed before right, longest ago; twins share their history. */
function rankOf(unit: Unit, question: Question, exposures: readonly Exposure[]): readonly number[] {
	const ids = twinsOf(unit, question).map(({ id }) => id);
	const shown = exposures.filter((one) => ids.includes(one.question)).sort((a, b) => a.lastShown - b.lastShown);
	const latest = shown.at(-1);
	const missed = latest?.lastVerdict === 'missed' || latest?.lastVerdict === 'dont-know';
	return [sumOf(shown.map(({ timesShown }) => timesShown)), missed ? 0 : 1, latest?.lastShown ?? 0];
}

function compare(a: readonly number[], b: readonly number[]): number {
	return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** How many questions a pool can put into one form. */
function poolOf(questions: readonly Question[]): number {
	return new Set(questions.map(({ id, group }) => (group === undefined ? `question ${id}` : `group ${group}`))).size;
}

it('is the same for a seed as it has always been: attempts can be drawn again', () => {
	const questions = Array.from({ length: 12 }, (_, index) =>
		choice(
			`q${index}`,
			index % 3 === 0 ? 'a' : 'b',
			index % 5 === 1 ? { group: 'twins' } : index === 4 || index === 6 ? { group: 'pair' } : {},
		),
	);
	const unit = unitOf({}, { draw: 6, sections: [section('a', 1), section('b', 2)], questions });
	const exposures = questions.slice(3).map(({ id }, index) => exposure(id, 1 + (index % 2), 5, index === 2 ? 'missed' : 'right'));
	const drawn = [1, 2, 3].map((seed) => idsOf(drawForm(unit, exposures, new Set(['b']), seed).items).join(' '));
	expect(drawn).toMatchInlineSnapshot(`
		[
		  "q5 q0 q2 q9 q4 q7",
		  "q2 q9 q8 q0 q5 q7",
		  "q5 q9 q10 q0 q2 q7",
		]
	`);
});

describe.each(kinds)('a form, with twins: %s', (twins) => {
	it('never asks a question twice, nor two of a group, and is as long as draw and pool let it be', () => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				const { items, quotas } = drawForm(unit, exposures, missed, seed);
				const groups = items.flatMap(({ question }) => question.group ?? []);
				expect(new Set(idsOf(items)).size).toBe(items.length);
				expect(new Set(groups).size).toBe(groups.length);
				expect(items.length).toBe(Math.min(unit.draw, poolOf(unit.questions)));
				expect(Object.fromEntries(quotas.map(({ section: id, asked }) => [id, asked]))).toEqual(countsOf(unit, items));
				expect(quotas.map((quota) => quota.section)).toEqual(unit.sections.map(({ id }) => id));
			}),
			runs,
		);
	});

	it('asks the least shown of a section first, then missed before right, then the longest ago', () => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				const chosen = drawForm(unit, exposures, missed, seed).items.map(({ question }) => question);
				const taken = new Set(chosen.flatMap(({ group }) => group ?? []));
				const left = unit.questions.filter(
					(question) => !chosen.includes(question) && !(question.group !== undefined && taken.has(question.group)),
				);
				const ranks = new Map(unit.questions.map((question) => [question, rankOf(unit, question, exposures)]));
				const overtaken = chosen.flatMap((question) =>
					left.filter((other) => other.section === question.section && compare(ranks.get(other) ?? [], ranks.get(question) ?? []) < 0),
				);
				expect(overtaken).toEqual([]);
			}),
			runs,
		);
	});

	it('is the same for the same seed, unit and history, in whatever order the history is told', () => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				const form = drawForm(unit, exposures, missed, seed);
				expect(drawForm(unit, exposures, missed, seed)).toEqual(form);
				expect(drawForm(unit, [...exposures].reverse(), new Set([...missed].reverse()), seed)).toEqual(form);
			}),
			{ ...runs, numRuns: 30 },
		);
	});

	it('puts neighbours from different sections wherever that can be', () => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				const { items } = drawForm(unit, exposures, missed, seed);
				const most = Math.max(...Object.values(countsOf(unit, items)));
				const alike = items.filter(({ question }, index) => index > 0 && items[index - 1]?.question.section === question.section).length;
				expect(alike).toBe(Math.max(0, 2 * most - items.length - 1));
			}),
			runs,
		);
	});

	it('says of each question how well it is known', () => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				const { items } = drawForm(unit, exposures, missed, seed);
				for (const { question, reason } of items) {
					const own = exposures.find((one) => one.question === question.id);
					const lastMissed = own?.lastVerdict === 'missed' || own?.lastVerdict === 'dont-know';
					expect(reason.timesShown).toBe(own?.timesShown ?? 0);
					expect(reason.familiarity).toBe(own === undefined ? 'new' : lastMissed ? 'missed-before' : 'again');
				}
				const { fresh, missedBefore, again } = compositionOf(items);
				expect(fresh + missedBefore + again).toBe(items.length);
				expect(fresh).toBe(items.filter(({ reason }) => reason.timesShown === 0).length);
			}),
			{ ...runs, numRuns: 40 },
		);
	});
});

describe('the sections of a form', () => {
	it.each<Twins>(['none', 'within'])('are all asked when there are questions enough to draw, with twins: %s', (twins) => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				fc.pre(unit.draw >= unit.sections.length);
				for (const { asked } of drawForm(unit, exposures, missed, seed).quotas) expect(asked).toBeGreaterThan(0);
			}),
			runs,
		);
	});

	it("are all asked even where one has nothing but a twin of another's question", () => {
		const unit = unitOf(
			{},
			{
				draw: 2,
				sections: [section('a'), section('b')],
				questions: [choice('a-1', 'a', { group: 'twins' }), choice('a-2', 'a'), choice('b-1', 'b', { group: 'twins' })],
			},
		);
		for (let seed = 0; seed < 20; seed++) expect(countsOf(unit, drawForm(unit, [], nobody, seed).items)).toEqual({ a: 1, b: 1 });
	});

	const weightsAndRoom = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 8 }), room: fc.nat(3) }), { minLength: 1, maxLength: 5 });

	it('get their share by weight, within one, where nothing was missed and every section comes to a question', () => {
		fc.assert(
			fc.property(weightsAndRoom, fc.integer({ min: 5, max: 25 }), anySeed, (shapes, draw, seed) => {
				const total = sumOf(shapes.map(({ weight }) => weight));
				const share = (weight: number) => (draw * weight) / total;
				fc.pre(shapes.every(({ weight }) => share(weight) >= 1));
				const sections = shapes.map(({ weight }, index) => section(`section-${index + 1}`, weight));
				const sizes = shapes.map(({ weight, room }, index) => [`section-${index + 1}`, Math.ceil(share(weight)) + room]);
				const unit = unitOf(Object.fromEntries(sizes), { draw, sections });
				for (const [index, { asked, emphasis, spilled }] of drawForm(unit, [], nobody, seed).quotas.entries()) {
					expect(Math.abs(asked - share(shapes[index]?.weight ?? 0))).toBeLessThan(1);
					expect({ emphasis, spilled }).toEqual({ emphasis: false, spilled: 0 });
				}
			}),
			{ ...runs, numRuns: 150 },
		);
	});

	it('never get more than they have, and the shares that were due add up to the form', () => {
		fc.assert(
			fc.property(anyDraw('across'), ({ unit, exposures, missed, seed }) => {
				const { items, quotas } = drawForm(unit, exposures, missed, seed);
				expect(sumOf(quotas.map(({ due }) => due))).toBe(items.length);
				for (const { section: id, asked } of quotas) {
					expect(asked).toBeLessThanOrEqual(poolOf(unit.questions.filter((question) => question.section === id)));
				}
			}),
			runs,
		);
	});

	it('spill over what they are too small for, and say so', () => {
		expect(drawForm(unitOf({ small: 2, large: 20 }), [], nobody, 1).quotas).toEqual([
			{ section: 'small', due: 5, asked: 2, emphasis: false, spilled: 3 },
			{ section: 'large', due: 5, asked: 8, emphasis: false, spilled: 0 },
		]);
	});

	it('spill over what a group keeps them from asking', () => {
		const unit = unitOf(
			{},
			{
				draw: 4,
				sections: [section('a'), section('b')],
				questions: [
					choice('a-1', 'a', { group: 'twins' }),
					choice('a-2', 'a', { group: 'twins' }),
					...Array.from({ length: 5 }, (_, index) => choice(`b-${index + 1}`, 'b')),
				],
			},
		);
		expect(drawForm(unit, [], nobody, 1).quotas).toEqual([
			{ section: 'a', due: 2, asked: 1, emphasis: false, spilled: 1 },
			{ section: 'b', due: 2, asked: 3, emphasis: false, spilled: 0 },
		]);
	});

	it('follow their weights', () => {
		const unit = unitOf({ a: 20, b: 20, c: 20 }, { sections: [section('a', 3), section('b'), section('c')] });
		expect(countsOf(unit, drawForm(unit, [], nobody, 3).items)).toEqual({ a: 6, b: 2, c: 2 });
	});

	it('share the odd question by chance, not by their place', () => {
		const unit = unitOf({ a: 9, b: 9, c: 9 });
		const counts = { a: 0, b: 0, c: 0 };
		for (let seed = 0; seed < 300; seed++) {
			const { a = 0, b = 0, c = 0 } = countsOf(unit, drawForm(unit, [], nobody, seed * 7_919_777).items);
			if (a === 4) counts.a += 1;
			if (b === 4) counts.b += 1;
			if (c === 4) counts.c += 1;
		}
		expect(counts.a + counts.b + counts.c).toBe(300);
		expect(chiSquare(Object.values(counts))).toBeLessThan(20);
	});

	it('give the odd question to the section with more that is new', () => {
		const unit = unitOf({ a: 9, b: 9, c: 9 });
		const seen = ['a-1', 'a-2', 'b-1'].map((id, index) => exposure(id, 1, index + 1, 'right'));
		for (let seed = 0; seed < 20; seed++) expect(countsOf(unit, drawForm(unit, seen, nobody, seed).items)).toEqual({ a: 3, b: 3, c: 4 });
	});
});

describe('a question of a form', () => {
	const reasonsOf = (items: readonly FormItem[]) => Object.fromEntries(items.map(({ question, reason }) => [question.id, reason]));

	it('is new, missed before or there again, with the times it was shown', () => {
		const unit = unitOf({ a: 5 }, { draw: 5 });
		const seen = [
			exposure('a-1', 2, 9, 'right'),
			exposure('a-2', 1, 8, 'missed'),
			exposure('a-3', 1, 7, 'dont-know'),
			exposure('a-4', 3, 6),
		];
		const { items } = drawForm(unit, seen, nobody, 1);
		expect(reasonsOf(items)).toEqual({
			'a-1': { familiarity: 'again', timesShown: 2, emphasis: false },
			'a-2': { familiarity: 'missed-before', timesShown: 1, emphasis: false },
			'a-3': { familiarity: 'missed-before', timesShown: 1, emphasis: false },
			'a-4': { familiarity: 'again', timesShown: 3, emphasis: false },
			'a-5': { familiarity: 'new', timesShown: 0, emphasis: false },
		});
		expect(compositionOf(items)).toEqual({ fresh: 1, missedBefore: 2, again: 2 });
	});

	it('that was met as a twin waits until nothing of its section is new', () => {
		const unit = unitOf(
			{},
			{
				draw: 2,
				sections: [section('a')],
				questions: [choice('a-1', 'a', { group: 'twins' }), choice('a-2', 'a', { group: 'twins' }), choice('a-3', 'a'), choice('a-4', 'a')],
			},
		);
		for (let seed = 0; seed < 20; seed++) {
			expect([...idsOf(drawForm(unit, [exposure('a-1', 1, 1, 'right')], nobody, seed).items)].sort()).toEqual(['a-3', 'a-4']);
		}
	});

	it('of a group that comes back is the twin shown less often', () => {
		const unit = unitOf(
			{},
			{
				draw: 1,
				sections: [section('a')],
				questions: ['a-1', 'a-2', 'a-3'].map((id) => choice(id, 'a', { group: 'twins' })),
			},
		);
		const seen = [exposure('a-1', 1, 2, 'right'), exposure('a-3', 2, 1, 'right')];
		for (let seed = 0; seed < 20; seed++) expect(idsOf(drawForm(unit, seen, nobody, seed).items)).toEqual(['a-2']);
	});

	it('that the deck no longer has is passed over in the history', () => {
		const unit = unitOf({ a: 5 }, { draw: 3 });
		expect(drawForm(unit, [exposure('gone', 4, 4, 'missed')], nobody, 5)).toEqual(drawForm(unit, [], nobody, 5));
	});

	it('has an equal chance where all are as well known', () => {
		const unit = unitOf({ a: 12 }, { draw: 4 });
		const counts = new Map(unit.questions.map(({ id }) => [id, 0]));
		for (let seed = 0; seed < 900; seed++) {
			for (const id of idsOf(drawForm(unit, [], nobody, seed * 4_771_051).items)) counts.set(id, (counts.get(id) ?? 0) + 1);
		}
		expect(chiSquare([...counts.values()])).toBeLessThan(40);
	});
});

describe('the options of a form', () => {
	it('are those that were written, in an order of their own, and the same for the same seed', () => {
		fc.assert(
			fc.property(anyDraw('none'), ({ unit, exposures, missed, seed }) => {
				for (const { question, options } of drawForm(unit, exposures, missed, seed).items) {
					const written = question.type === 'choice' ? question.options.map((option) => option.text) : [];
					expect([...options].sort()).toEqual([...written].sort());
				}
			}),
			{ ...runs, numRuns: 30 },
		);
	});

	it('stay as they were written where the author fixed their order', () => {
		const unit = unitOf({}, { draw: 1, sections: [section('a')], questions: [choice('a-1', 'a', { fixed: true })] });
		for (let seed = 0; seed < 50; seed++)
			expect(drawForm(unit, [], nobody, seed).items[0]?.options).toEqual(['key', 'one', 'two', 'three']);
	});

	it('are none where the type has none', () => {
		const unit = unitOf({}, { sections: [section('only')], questions: [trueFalse(true), text(['key']), number(1)] });
		expect(drawForm(unit, [], nobody, 1).items.map(({ options }) => options)).toEqual([[], [], []]);
	});

	it('stand in each of their 24 orders equally often', () => {
		const unit = unitOf({ a: 2, b: 2 }, { draw: 4 });
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 1_200; seed++) {
			for (const { options } of drawForm(unit, [], nobody, (seed * 2_654_435_761) % 2 ** 32).items) {
				const order = options.join(' ');
				counts.set(order, (counts.get(order) ?? 0) + 1);
			}
		}
		expect(counts.size).toBe(24);
		expect(chiSquare([...counts.values()])).toBeLessThan(65);
	});

	it('are shuffled anew when a question comes back in another attempt', () => {
		const unit = unitOf({ a: 10 });
		const first = drawForm(unit, [], nobody, 1).items;
		const second = drawForm(unit, afterSitting([], first), nobody, 2).items;
		const orders = (items: readonly FormItem[]) => new Map(items.map(({ question, options }) => [question.id, options.join(' ')]));
		expect([...orders(first)].filter(([id, order]) => orders(second).get(id) !== order).length).toBeGreaterThan(3);
	});
});
