import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chanceFrom } from '../../../src/engine/chance.ts';
import { compile } from '../../../src/engine/variants/compiled-template.ts';
import { drawVariant, placeOf } from '../../../src/engine/variants/draw-variant.ts';
import { pickedValues } from '../../../src/engine/variants/picked-values.ts';
import {
	countVariants,
	drawAgain,
	drawUnseen,
	exampleOf,
	hasUnseen,
	isTemplate,
	withDrawings,
} from '../../../src/engine/variants/unseen.ts';
import type { Question, Variant } from '../../../src/model/deck.ts';
import { anySeed } from '../arbitraries.ts';
import { chiSquare, deckOf, number, propertySeed } from '../builders.ts';
import { rawQuestion, templateQuestion } from './template-of.ts';

const runs = { seed: propertySeed, numRuns: 200 };

function template(vars: string, rest = '') {
	return templateQuestion(
		rawQuestion(
			`{vars: ${vars}, stem: "${[...vars.matchAll(/(\w+): [{"]/gu)].map(([, name]) => `{${name}}`).join(' ')}", answer: a, distractors: [b], ${rest}}`,
		),
	);
}

const ohm = template('{v: {int: [2, 24], step: 2}, r: {pick: [10, 22, 47]}, i: "= v / r"}', 'where: "i > 0.05"');

describe('a drawing', () => {
	it('is the same for the same seed, within the bounds of its variables, and meets `where`', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				const variant = drawVariant(ohm.template, seed);
				expect(drawVariant({ ...ohm.template }, seed)).toEqual(variant);
				const { v, r, i } = variant?.values ?? {};
				if (typeof v !== 'number' || typeof r !== 'number' || typeof i !== 'number') throw new Error('they are numbers');
				expect(v % 2 === 0 && v >= 2 && v <= 24 && [10, 22, 47].includes(r)).toBe(true);
				expect(i).toBe(v / r);
				expect(i).toBeGreaterThan(0.05);
			}),
			runs,
		);
	});

	it('is each of those that meet `where` equally often', () => {
		const { template: odd } = template('{a: {int: [1, 6]}, b: {int: [1, 6]}}', 'where: "a < b and a + b != 5"');
		const counts = new Map<string, number>();
		const chance = chanceFrom(1);
		for (let turn = 0; turn < 2_600; turn++) {
			const { values } = drawVariant(odd, chance.index(2 ** 32)) ?? { values: {} };
			counts.set(JSON.stringify(values), (counts.get(JSON.stringify(values)) ?? 0) + 1);
		}
		expect(counts.size).toBe(13);
		expect(chiSquare([...counts.values()])).toBeLessThan(30);
	});

	it('is the combination of its place for a small seed, and knows its place', () => {
		const compilation = compile(ohm.template);
		if (!compilation.ok) throw new Error('it is sound');
		for (let place = 0; place < 36; place++) {
			const variant = drawVariant(ohm.template, place);
			if (variant === undefined) throw new Error('it can be drawn');
			const own = placeOf(compilation.compiled, variant.values);
			// That of 2 V and 47 Ω does not meet `where`: the seed is then one like any other.
			expect(own === place).toBe(place !== 2);
		}
		expect(placeOf(compilation.compiled, { v: 3, r: 10 })).toBeUndefined();
		expect(placeOf(compilation.compiled, { r: 10 })).toBeUndefined();
	});

	it.each([
		['never met', template('{a: {int: [1, 9]}}', 'where: "a > 9"')],
		['no condition', template('{a: {int: [1, 9]}}', 'where: "a"')],
		['not a formula', template('{a: {int: [1, 9]}}', 'where: "a >"')],
		['from more to less', template('{a: {int: [9, 1]}}')],
		['never worked out', template('{a: {int: [1, 9]}, b: "= 1 / (a - a)"}')],
	])('does not come of a template with `where` %s', (_, question) => {
		expect(drawVariant(question.template, 5)).toBeUndefined();
		expect(exampleOf(question, question.template)).toBeUndefined();
		expect(countVariants(question.template)).toEqual({ count: 0, exact: true });
	});

	it('leaves out values that `where` excludes before anything is worked out from them', () => {
		const { template: safe } = template('{a: {int: [0, 3]}, b: "= 6 / a"}', 'where: "a != 0"');
		expect(countVariants(safe)).toEqual({ count: 3, exact: true });
	});

	it('may have a variable with any name', () => {
		const { template: strange } = template('{constructor: {int: [5, 5]}, toString: {pick: [x]}, hasOwnProperty: "= constructor + 1"}');
		expect(drawVariant(strange, 3)?.values).toEqual(
			Object.fromEntries([
				['constructor', 5],
				['toString', 'x'],
				['hasOwnProperty', 6],
			]),
		);
	});

	it('comes of more combinations than there are seeds', () => {
		const huge = template('{a: {int: [1, 1000000]}, b: {int: [1, 1000000]}}', 'where: "a > b"');
		const drawn = Array.from({ length: 50 }, (_, turn) => drawVariant(huge.template, turn * 77_777_777)?.values);
		expect(new Set(drawn.map((values) => JSON.stringify(values))).size).toBe(50);
		expect(countVariants(huge.template, 20)).toEqual({ count: 20, exact: false });
		expect(
			hasUnseen(
				huge,
				drawn.filter((values) => values !== undefined),
			),
		).toBe(true);
	});
});

const dice = template('{a: {int: [1, 6]}, b: {int: [1, 6]}}', 'where: "a <= b"');

function valuesOf(drawn: Question | undefined): readonly Variant['values'][] {
	return drawn?.variant === undefined ? [] : [drawn.variant.values];
}

describe('the values that are left', () => {
	it('are drawn until every one was shown, none twice, and in no order of their own', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				const chance = chanceFrom(seed);
				const seen: Variant['values'][] = [];
				for (;;) {
					const question = drawUnseen(dice, seen, chance);
					expect(question !== undefined).toBe(hasUnseen(dice, seen));
					if (question?.variant === undefined) break;
					expect(drawVariant(dice.template, question.variant.seed)?.values).toEqual(question.variant.values);
					seen.push(question.variant.values);
				}
				expect(new Set(seen.map((values) => JSON.stringify(values))).size).toBe(21);
				expect(seen).toHaveLength(21);
			}),
			{ ...runs, numRuns: 30 },
		);
	});

	it('are each as likely as another', () => {
		const seen = Array.from({ length: 21 }, (_, place) => drawVariant(dice.template, place)?.values)
			.filter((values) => values !== undefined)
			.slice(0, 12);
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 1_500; seed++) {
			const { variant } = drawUnseen(dice, seen, chanceFrom(seed * 2_654_435)) ?? {};
			const name = JSON.stringify(variant?.values);
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
		expect(counts.size).toBe(21 - new Set(seen.map((values) => JSON.stringify(values))).size);
		expect(chiSquare([...counts.values()])).toBeLessThan(35);
	});

	it('are never those that cannot be asked', () => {
		const risky = templateQuestion(
			rawQuestion('{vars: {a: {int: [0, 4]}, b: {int: [0, 4]}}, stem: "{a} {b}", answer: "= a + b", distractors: ["= a * b"]}'),
		);
		// 0 and 0, 2 and 2.
		expect(countVariants(risky.template)).toEqual({ count: 23, exact: true });
		for (let seed = 0; seed < 200; seed++) {
			const { a, b } = drawUnseen(risky, [], chanceFrom(seed))?.variant?.values ?? {};
			expect(Number(a) + Number(b)).not.toBe(Number(a) * Number(b));
		}
	});

	it('are told apart by what was drawn, and not by what was worked out from it', () => {
		const before = { v: 2, r: 10, i: 0.2 };
		const all = Array.from({ length: 36 }, (_, place) => drawVariant(ohm.template, place)?.values).filter((values) => values !== undefined);
		const others = all.filter(({ v, r }) => v !== 2 || r !== 10);
		expect(hasUnseen(ohm, others)).toBe(true);
		expect(hasUnseen(ohm, [...others, before])).toBe(false);
		// The deck was changed: `i` is worked out otherwise, and a question was kept with values that there are no more.
		expect(hasUnseen(ohm, [...others, { ...before, i: 99 }])).toBe(false);
		expect(hasUnseen(ohm, [...others, { v: 99, r: 10 }])).toBe(true);
		expect(hasUnseen(ohm, [...others, {}])).toBe(true);
	});

	it('are found in a deck that is kept, where they were counted, exactly where they are found without', () => {
		const few = template('{a: {int: [1, 4]}, b: {int: [1, 4]}}', 'where: "a != b"');
		const questions = [few, dice, ohm, template('{a: {int: [1, 1000000]}, b: {int: [1, 1000000]}}')].map((question) => ({
			...number(1),
			template: question.template,
		}));
		const { units } = withDrawings(deckOf({ unit: [] }, { questions }));
		const counted = units.flatMap((unit) => unit.questions.filter(isTemplate));
		expect(counted.map(({ template: { drawings } }) => drawings)).toEqual([12, 21, 24, 24]);
		const all = questions.map((question) => {
			const seen: Variant['values'][] = [];
			for (let turn = 0; turn < 40; turn++) seen.push(...valuesOf(drawUnseen(question, seen, chanceFrom(turn))));
			return { question, seen };
		});
		fc.assert(
			fc.property(fc.nat(3), fc.nat(40), fc.boolean(), fc.nat(5), (which, count, isStrange, moreThan) => {
				const { question, seen = [] } = all[which] ?? {};
				const same = counted[which];
				if (question === undefined || same === undefined) throw new Error('no question');
				const shown = [...seen.slice(0, count), ...(isStrange ? [{ a: 99, v: 99 }] : [])];
				expect(hasUnseen(same, shown, moreThan)).toBe(hasUnseen(question, shown, moreThan));
			}),
			{ ...runs, numRuns: 500 },
		);
	});

	it('are counted beyond a bound', () => {
		const all = Array.from({ length: 36 }, (_, place) => drawVariant(ohm.template, place)?.values).filter((values) => values !== undefined);
		const each = [...new Map(all.map((values) => [JSON.stringify(values), values])).values()];
		const left = (count: number) => each.slice(count);
		expect(hasUnseen(ohm, left(3), 2)).toBe(true);
		expect(hasUnseen(ohm, left(2), 2)).toBe(false);
		expect(countVariants(ohm.template)).toEqual({ count: 35, exact: true });
		expect(countVariants(ohm.template, 10)).toEqual({ count: 10, exact: false });
		expect(countVariants(ohm.template, 35)).toEqual({ count: 35, exact: true });
	});
});

describe('values that come back', () => {
	const coin = template('{a: {int: [1, 3]}}');

	it('come in turn, those of the first time first', () => {
		const seen = [{ a: 2 }, { a: 3 }, { a: 1 }];
		const turns = [3, 4, 5, 6].map((times) => drawAgain(coin, seen, times)?.variant);
		expect(turns.map((variant) => variant?.values['a'])).toEqual([2, 3, 1, 2]);
		expect(turns.map((variant) => variant && drawVariant(coin.template, variant.seed))).toEqual(turns);
	});

	it('are passed over where the template has them no more', () => {
		expect(drawAgain(coin, [{ a: 7 }, { a: 3 }], 2)?.variant?.values).toEqual({ a: 3 });
		expect(drawAgain(coin, [{ a: 7 }], 1)).toBeUndefined();
		expect(drawAgain(coin, [], 0)).toBeUndefined();
	});
});

describe('what is picked', () => {
	it.each([
		[
			['10', '22', '-2.5'],
			[10, 22, -2.5],
		],
		[
			['1.10', '2'],
			['1.10', '2'],
		],
		[
			['007', '8'],
			['007', '8'],
		],
		[
			['auto', '5'],
			['auto', '5'],
		],
		[
			['1e21', '0.5'],
			[1e21, 0.5],
		],
		[['0x10'], ['0x10']],
		[
			['Infinity', 'NaN'],
			['Infinity', 'NaN'],
		],
		[['12345678901234567890'], ['12345678901234567890']],
	])('%j is %j', (written, expected) => {
		expect(pickedValues(written)).toEqual(expected);
	});
});
