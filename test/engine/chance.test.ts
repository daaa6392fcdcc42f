import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chanceFrom } from '../../src/engine/chance.ts';
import { chiSquare, propertySeed } from './builders.ts';

const largestSeed = 2 ** 32 - 1;
const anySeed = fc.integer({ min: 0, max: largestSeed });

/** Seeds far apart, as a random source gives them. */
function scatteredSeeds(count: number): readonly number[] {
	const chance = chanceFrom(propertySeed);
	return Array.from({ length: count }, () => chance.index(2 ** 32));
}

describe('an index', () => {
	it.each([2, 3, 6, 10, 7])('below %i is each whole number with equal chance', (below) => {
		const chance = chanceFrom(propertySeed);
		const counts = Array.from({ length: below }, () => 0);
		for (let turn = 0; turn < 2_000 * below; turn++) {
			const index = chance.index(below);
			counts[index] = (counts[index] ?? 0) + 1;
		}
		expect(counts).toHaveLength(below);
		expect(chiSquare(counts)).toBeLessThan(below + 6 * Math.sqrt(2 * below));
	});

	it('below one is nothing but zero', () => {
		expect(chanceFrom(1).index(1)).toBe(0);
	});

	it('stays a whole number in its bounds for any seed', () => {
		fc.assert(
			fc.property(anySeed, fc.integer({ min: 1, max: largestSeed }), (seed, below) => {
				const index = chanceFrom(seed).index(below);
				expect(Number.isInteger(index) && index >= 0 && index < below).toBe(true);
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});
});

describe('a shuffle', () => {
	it('keeps every item, once each, and leaves the original alone', () => {
		fc.assert(
			fc.property(anySeed, fc.array(fc.nat(5)), (seed, items) => {
				const before = [...items];
				const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
				expect(sorted(chanceFrom(seed).shuffle(items))).toEqual(sorted(before));
				expect(items).toEqual(before);
			}),
			{ seed: propertySeed, numRuns: 300 },
		);
	});

	it('of nothing is nothing, and of undefined values as many', () => {
		expect(chanceFrom(1).shuffle([])).toEqual([]);
		expect(chanceFrom(1).shuffle([undefined, undefined, undefined])).toEqual([undefined, undefined, undefined]);
	});

	it.each([
		['scattered seeds', scatteredSeeds(4_800)],
		['seeds in a row', Array.from({ length: 4_800 }, (_, index) => index)],
	])('puts four items into each of the 24 orders equally often, over %s', (_, seeds) => {
		const counts = new Map<string, number>();
		for (const seed of seeds) {
			const order = chanceFrom(seed).shuffle(['a', 'b', 'c', 'd']).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(24);
		expect(chiSquare([...counts.values()])).toBeLessThan(65);
	});

	it('puts four items into each of the 24 orders equally often, one after another', () => {
		const chance = chanceFrom(propertySeed);
		const counts = new Map<string, number>();
		for (let turn = 0; turn < 4_800; turn++) {
			const order = chance.shuffle(['a', 'b', 'c', 'd']).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(24);
		expect(chiSquare([...counts.values()])).toBeLessThan(65);
	});
});

describe('a seed', () => {
	const story = (seed: number) => {
		const chance = chanceFrom(seed);
		return [chance.index(1_000_000), ...chance.shuffle(Array.from({ length: 20 }, (_, index) => index)), chance.index(7)];
	};

	it('tells the same story every time', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				expect(story(seed)).toEqual(story(seed));
			}),
			{ seed: propertySeed, numRuns: 200 },
		);
	});

	it('tells a story of its own, at both ends of its range too', () => {
		const seeds = [0, 1, 2, 2 ** 31 - 1, 2 ** 31, largestSeed - 1, largestSeed];
		expect(new Set(seeds.map((seed) => JSON.stringify(story(seed)))).size).toBe(seeds.length);
	});

	it('is not spent by another chance that runs beside it', () => {
		const alone = chanceFrom(7);
		const first = [alone.index(100), alone.index(100), alone.index(100)];
		const one = chanceFrom(7);
		const other = chanceFrom(8);
		const mixed = [one.index(100), other.index(100), one.index(100), other.index(100), one.index(100)].filter(
			(_, index) => index % 2 === 0,
		);
		expect(mixed).toEqual(first);
	});
});
