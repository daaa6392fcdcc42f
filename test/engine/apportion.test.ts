import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apportion, type Share } from '../../src/engine/apportion.ts';
import { propertySeed } from './builders.ts';

const plenty = 1_000;

function sumOf(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

/** What each share would get if seats could be cut. */
function exactShares(seats: number, shares: readonly Share[]): readonly number[] {
	const total = sumOf(shares.map(({ weight }) => weight));
	return shares.map(({ weight }) => (seats * weight) / total);
}

const shares = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), cap: fc.integer({ min: 0, max: 12 }) }), { maxLength: 8 });
const seats = fc.integer({ min: 0, max: 40 });
const runs = { seed: propertySeed, numRuns: 2_000 };

describe('seats', () => {
	it.each([
		{ among: 10, weights: [1, 1, 1], counts: [4, 3, 3] },
		{ among: 10, weights: [1, 1], counts: [5, 5] },
		{ among: 10, weights: [2, 1, 1], counts: [5, 3, 2] },
		{ among: 10, weights: [7, 2, 1], counts: [7, 2, 1] },
		{ among: 11, weights: [3, 3, 2], counts: [4, 4, 3] },
		{ among: 2, weights: [1, 1, 1], counts: [1, 1, 0] },
		{ among: 3, weights: [9, 1, 1], counts: [1, 1, 1] },
		{ among: 0, weights: [1, 2], counts: [0, 0] },
		{ among: 5, weights: [], counts: [] },
	])('$among by the weights $weights are $counts', ({ among, weights, counts }) => {
		expect(
			apportion(
				among,
				weights.map((weight) => ({ weight, cap: plenty })),
			),
		).toEqual(counts);
	});

	it('go round again where a cap is reached', () => {
		expect(
			apportion(10, [
				{ weight: 1, cap: 2 },
				{ weight: 1, cap: 20 },
				{ weight: 1, cap: 20 },
			]),
		).toEqual([2, 4, 4]);
		expect(
			apportion(10, [
				{ weight: 5, cap: 1 },
				{ weight: 1, cap: 3 },
				{ weight: 1, cap: 20 },
			]),
		).toEqual([1, 3, 6]);
	});

	it('are never more than the caps hold together', () => {
		expect(
			apportion(10, [
				{ weight: 1, cap: 2 },
				{ weight: 3, cap: 1 },
				{ weight: 1, cap: 0 },
			]),
		).toEqual([2, 1, 0]);
	});

	it('add up to what was to be given, or to all caps where that is less', () => {
		fc.assert(
			fc.property(seats, shares, (given, among) => {
				expect(sumOf(apportion(given, among))).toBe(Math.min(given, sumOf(among.map(({ cap }) => cap))));
			}),
			runs,
		);
	});

	it('never go beyond a cap nor below nothing', () => {
		fc.assert(
			fc.property(seats, shares, (given, among) => {
				for (const [index, count] of apportion(given, among).entries()) {
					expect(Number.isInteger(count) && count >= 0 && count <= (among[index]?.cap ?? 0)).toBe(true);
				}
			}),
			runs,
		);
	});

	it('reach everyone who has room, where there are enough', () => {
		fc.assert(
			fc.property(seats, shares, (given, among) => {
				fc.pre(given >= among.filter(({ cap }) => cap > 0).length);
				const counts = apportion(given, among);
				for (const [index, { cap }] of among.entries()) expect(counts[index] === 0).toBe(cap === 0);
			}),
			runs,
		);
	});

	it('lie within one of the exact share, where every share comes to a seat and no cap is below its share', () => {
		const weighted = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), room: fc.integer({ min: 0, max: 3 }) }), {
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), weighted, (given, among) => {
				const exact = exactShares(
					given,
					among.map(({ weight }) => ({ weight, cap: 0 })),
				);
				fc.pre(exact.every((share) => share >= 1));
				const capped = among.map(({ weight, room }, index) => ({ weight, cap: Math.ceil(exact[index] ?? 0) + room }));
				const counts = apportion(given, capped);
				for (const [index, share] of exact.entries()) expect(Math.abs((counts[index] ?? 0) - share)).toBeLessThan(1);
			}),
			runs,
		);
	});

	it('go by weight: who weighs more has no fewer, and of equals the earlier has no fewer', () => {
		fc.assert(
			fc.property(seats, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (given, weights) => {
				const counts = apportion(
					given,
					weights.map((weight) => ({ weight, cap: plenty })),
				);
				for (const [earlier, weight] of weights.entries()) {
					for (const [later, other] of weights.entries()) {
						if (weight > other || (weight === other && earlier < later)) expect(counts[earlier]).toBeGreaterThanOrEqual(counts[later] ?? 0);
					}
				}
			}),
			runs,
		);
	});

	it('of equal weight are told apart by at most one, as far as the caps let them', () => {
		fc.assert(
			fc.property(seats, fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (given, caps) => {
				const counts = apportion(
					given,
					caps.map((cap) => ({ weight: 1, cap })),
				);
				const most = Math.max(...counts);
				for (const [index, count] of counts.entries()) expect(count === caps[index] || count >= most - 1).toBe(true);
			}),
			runs,
		);
	});
});
