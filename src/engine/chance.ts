// Seeded chance: the same seed tells the same story. The seed is an argument; no other source of chance may enter.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chance {
	/** A whole number from 0 to `below` - 1, each equally likely. */
	index(below: number): number;
	/** A new array in an order drawn with equal chance from all orders (Fisher and Yates, 1938; Durstenfeld, 1964). */
	shuffle<T>(items: readonly T[]): readonly T[];
}

/** Numbers passed over at the start: the first few of neighbouring seeds are alike. */
const warmUp = 16;

/** @param seed an unsigned 32-bit integer. */
export function chanceFrom(seed: number): Chance {
	const generator = xoroshiro128plus(seed);
	for (let turn = 0; turn < warmUp; turn++) generator.next();
	const index = (below: number) => uniformInt(generator, 0, below - 1);
	return {
		index,
		shuffle<T>(items: readonly T[]): readonly T[] {
			const pool = items.map((item) => ({ item }));
			const drawn: T[] = [];
			for (let left = pool.length; left > 0; left--) {
				const place = index(left);
				const [last, picked] = [pool[left - 1], pool[place]];
				if (last === undefined || picked === undefined) continue;
				pool[place] = last;
				drawn.push(picked.item);
			}
			return drawn;
		},
	};
}
