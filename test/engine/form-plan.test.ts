import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { countsOf, rangesInAnyForm } from '../../src/engine/first-forms.ts';
import { formPlanOf } from '../../src/engine/form-plan.ts';
import type { Exposure } from '../../src/model/attempt.ts';
import type { Unit } from '../../src/model/deck.ts';
import { anyUnit } from './arbitraries.ts';
import { afterSitting, choice, propertySeed, section, unitOf } from './builders.ts';

const runs = { seed: propertySeed, numRuns: 100 };

function askedBySection(unit: Unit): readonly (readonly [number, number])[] {
	return formPlanOf(unit).sections.map(({ asked }) => [asked.least, asked.most]);
}

describe('the plan of a form', () => {
	it('asks no more than the pool holds, a group counting once', () => {
		const twins = [choice('a-1', 'a', { group: 'g' }), choice('a-2', 'a', { group: 'g' }), choice('a-3', 'a')];
		const plan = formPlanOf(unitOf({}, { sections: [section('a')], questions: twins, draw: 10 }));
		expect(plan).toMatchObject({ pool: 2, asked: 2, need: { asked: 2, right: 2 } });
	});

	it('lets sections of one weight and one pool take turns at what cannot be shared evenly', () => {
		const unit = unitOf({ a: 5, b: 5, c: 5, d: 5 });
		expect(askedBySection(unit)).toEqual(Array(4).fill([2, 3]));
		expect(formPlanOf(unit).sections.map(({ mean }) => mean)).toEqual(Array(4).fill(2.5));
	});

	it('gives what cannot be shared evenly to the section with more questions, for certain', () => {
		expect(askedBySection(unitOf({ a: 4, b: 20 }, { draw: 3 }))).toEqual([
			[1, 1],
			[2, 2],
		]);
	});

	it('knows both ways where sections of unequal weight tie for the last seat', () => {
		const unit = unitOf({ a: 20, b: 20 }, { draw: 6, sections: [section('a'), section('b', 3)] });
		expect(askedBySection(unit)).toEqual([
			[1, 2],
			[4, 5],
		]);
		expect(formPlanOf(unit).forms.map(({ chance }) => chance)).toEqual([0.5, 0.5]);
	});

	it('gives a heavier section a larger share', () => {
		const unit = unitOf({}, { ...unitOf({ a: 6, b: 6, c: 12 }), draw: 12, sections: [section('a'), section('b'), section('c', 2)] });
		expect(formPlanOf(unit).sections.map(({ mean }) => mean)).toEqual([3, 3, 6]);
	});

	it('gives what a small section lacks to the others, and calls it short', () => {
		expect(formPlanOf(unitOf({ a: 2, b: 30 })).sections).toMatchObject([
			{ section: 'a', pool: 2, due: { least: 5, most: 5 }, asked: { least: 2, most: 2 }, short: true },
			{ section: 'b', pool: 30, due: { least: 5, most: 5 }, asked: { least: 8, most: 8 }, short: false },
		]);
	});

	it('takes a section that can give two of a mean of two and a half as one that gives all it has', () => {
		const unit = unitOf({ a: 2, b: 5, c: 5, d: 5 });
		expect(askedBySection(unit)).toEqual([
			[2, 2],
			[2, 3],
			[2, 3],
			[2, 3],
		]);
		expect(formPlanOf(unit).sections.map(({ short }) => short)).toEqual([false, false, false, false]);
	});

	it('shares out the whole form among the sections, in every form it can be', () => {
		fc.assert(
			fc.property(anyUnit('within'), (unit) => {
				const { asked, sections, forms } = formPlanOf(unit);
				expect(sections.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(asked, 9);
				expect(forms.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9);
				for (const own of sections) expect(own.asked.most).toBeLessThanOrEqual(own.pool);
			}),
			runs,
		);
	});

	it('is what first draws make, and nothing else', () => {
		fc.assert(
			fc.property(anyUnit('within'), fc.nat(1_000), (unit, seed) => {
				const { quotas } = drawForm(unit, [], new Set(), seed);
				const counts = quotas.map(({ asked }) => asked);
				const fits = formPlanOf(unit).forms.some(({ turns }) =>
					turns.every(({ sections, least, more }) => {
						const own = sections.map((index) => (counts[index] ?? 0) - least);
						return own.every((once) => once === 0 || once === 1) && own.reduce<number>((sum, once) => sum + once, 0) === more;
					}),
				);
				expect(fits).toBe(true);
			}),
			runs,
		);
	});

	it('knows the mean that first draws ask of a section', () => {
		const unit = unitOf({ a: 9, b: 9, c: 9, d: 4 }, { draw: 9, sections: [section('a'), section('b', 3), section('c'), section('d', 2)] });
		const seeds = 600;
		const sums = unit.sections.map(() => 0);
		for (let seed = 0; seed < seeds; seed++) {
			drawForm(unit, [], new Set(), seed).quotas.forEach(({ asked }, index) => {
				sums[index] = (sums[index] ?? 0) + asked;
			});
		}
		formPlanOf(unit).sections.forEach(({ mean }, index) => {
			expect((sums[index] ?? 0) / seeds).toBeCloseTo(mean, 1);
		});
	});

	it('knows what any form may ask by weight alone, the first or a later one', () => {
		fc.assert(
			fc.property(anyUnit('within'), fc.nat(1_000), (unit, seed) => {
				const ranges = rangesInAnyForm(countsOf(unit));
				let exposures: readonly Exposure[] = [];
				for (let sat = 0; sat < 4; sat++) {
					const { items, quotas } = drawForm(unit, exposures, new Set(), seed + sat);
					quotas.forEach(({ asked }, index) => {
						expect(asked).toBeGreaterThanOrEqual(ranges[index]?.least ?? 0);
						expect(asked).toBeLessThanOrEqual(ranges[index]?.most ?? 0);
					});
					exposures = afterSitting(exposures, items);
				}
			}),
			runs,
		);
	});
});
