import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { formPlanOf, freshRetriesOf, leastOf, mostOf, poolForRetries } from '../../src/engine/form-plan.ts';
import type { Exposure } from '../../src/model/attempt.ts';
import type { Unit } from '../../src/model/deck.ts';
import { anyUnit } from './arbitraries.ts';
import { afterSitting, choice, propertySeed, section, unitOf } from './builders.ts';

const runs = { seed: propertySeed, numRuns: 400 };

/** Forms in a row, by weight alone, before the first question comes back; at most `most`. */
function freshForms(unit: Unit, seed: number, most: number): number {
	let exposures: readonly Exposure[] = [];
	for (let sat = 0; sat < most; sat++) {
		const { items } = drawForm(unit, exposures, new Set(), seed + sat);
		if (items.some(({ reason }) => reason.timesShown > 0)) return sat;
		exposures = afterSitting(exposures, items);
	}
	return most;
}

function retriesBySection(unit: Unit): readonly (number | undefined)[] {
	return formPlanOf(unit).sections.map(({ freshRetries }) => freshRetries);
}

describe('the plan of a form', () => {
	it('asks no more than the pool holds, a group counting once', () => {
		const twins = [choice('a-1', 'a', { group: 'g' }), choice('a-2', 'a', { group: 'g' }), choice('a-3', 'a')];
		const plan = formPlanOf(unitOf({}, { sections: [section('a')], questions: twins, draw: 10 }));
		expect(plan).toMatchObject({ pool: 2, asked: 2, need: { asked: 2, right: 2 }, freshRetries: 0 });
	});

	it('lets sections of equal weight take turns at what cannot be shared evenly', () => {
		const unit = unitOf({ a: 5, b: 5, c: 5, d: 5 });
		expect(formPlanOf(unit).sections.map(({ quota }) => quota)).toEqual(Array(4).fill({ questions: 10, forms: 4 }));
		expect(retriesBySection(unit)).toEqual([1, 1, 1, 1]);
		expect(freshForms(unit, 1, 9)).toBe(2);
	});

	it('gives a heavier section a larger share', () => {
		const unit = unitOf({}, { ...unitOf({ a: 6, b: 6, c: 12 }), draw: 12, sections: [section('a'), section('b'), section('c', 2)] });
		expect(formPlanOf(unit).sections.map(({ quota }) => quota.questions / quota.forms)).toEqual([3, 3, 6]);
	});

	it('gives what a small section lacks to the others, and calls it short', () => {
		const unit = unitOf({ a: 2, b: 30 });
		expect(formPlanOf(unit).sections).toMatchObject([
			{ section: 'a', pool: 2, due: { questions: 10, forms: 2 }, quota: { questions: 2, forms: 1 }, short: true, freshRetries: 0 },
			{ section: 'b', pool: 30, due: { questions: 10, forms: 2 }, quota: { questions: 8, forms: 1 }, short: false, freshRetries: 2 },
		]);
	});

	it('takes a section that can give two of a mean of two and a half as one that gives all it has', () => {
		const { sections } = formPlanOf(unitOf({ a: 2, b: 5, c: 5, d: 5 }));
		expect(sections.map(({ quota }) => [leastOf(quota), mostOf(quota)])).toEqual([
			[2, 2],
			[2, 3],
			[2, 3],
			[2, 3],
		]);
		expect(sections.map(({ short }) => short)).toEqual([false, false, false, false]);
	});

	it('says nothing of retries in a section that is never asked', () => {
		expect(retriesBySection(unitOf({ a: 20, b: 0 }))).toEqual([1, undefined]);
	});

	it('shares out the whole form among the sections', () => {
		fc.assert(
			fc.property(anyUnit('within'), (unit) => {
				const { asked, sections } = formPlanOf(unit);
				expect(sections.reduce((sum, { quota }) => sum + quota.questions / quota.forms, 0)).toBeCloseTo(asked, 9);
				for (const { quota, pool } of sections) expect(mostOf(quota)).toBeLessThanOrEqual(pool);
			}),
			runs,
		);
	});

	it('promises no fresh retry that the draw does not keep', () => {
		fc.assert(
			fc.property(anyUnit('within'), fc.nat(1_000), (unit, seed) => {
				const promised = formPlanOf(unit).freshRetries + 1;
				expect(freshForms(unit, seed, promised)).toBe(promised);
			}),
			runs,
		);
	});

	it('asks of each section what the draw asks of it', () => {
		fc.assert(
			fc.property(anyUnit('within'), fc.nat(1_000), (unit, seed) => {
				const { quotas } = drawForm(unit, [], new Set(), seed);
				formPlanOf(unit).sections.forEach(({ quota }, index) => {
					expect(quotas[index]?.asked).toBeGreaterThanOrEqual(leastOf(quota));
					expect(quotas[index]?.asked).toBeLessThanOrEqual(mostOf(quota));
				});
			}),
			runs,
		);
	});
});

describe('fresh retries', () => {
	it.each([
		{ pool: 10, share: { questions: 10, forms: 1 }, retries: 0 },
		{ pool: 19, share: { questions: 10, forms: 1 }, retries: 0 },
		{ pool: 20, share: { questions: 10, forms: 1 }, retries: 1 },
		{ pool: 5, share: { questions: 10, forms: 4 }, retries: 1 },
		{ pool: 7, share: { questions: 10, forms: 4 }, retries: 1 },
		{ pool: 8, share: { questions: 10, forms: 4 }, retries: 2 },
		{ pool: 1, share: { questions: 10, forms: 4 }, retries: 0 },
		{ pool: 3, share: { questions: 1, forms: 3 }, retries: 8 },
	])('of a pool of $pool at $share.questions in $share.forms forms are $retries', ({ pool, share, retries }) => {
		expect(freshRetriesOf(pool, share)).toBe(retries);
	});

	it('come with the pool that is said to give them, and not with one question less', () => {
		const shares = fc.record({ questions: fc.integer({ min: 1, max: 40 }), forms: fc.integer({ min: 1, max: 9 }) });
		fc.assert(
			fc.property(shares, fc.integer({ min: 1, max: 5 }), (share, retries) => {
				const pool = poolForRetries(retries, share);
				expect(freshRetriesOf(pool, share)).toBeGreaterThanOrEqual(retries);
				expect(freshRetriesOf(pool - 1, share)).toBeLessThan(retries);
			}),
			runs,
		);
	});
});
