import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BestFirst } from '../../src/engine/best-first.ts';
import { propertySeed } from './builders.ts';

describe('a row of which the best are asked for', () => {
	it('gives them one after the other as if all had been put in order', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(1_000), { maxLength: 80 }), (numbers) => {
				const row = new BestFirst(numbers, (a, b) => a - b);
				const given: number[] = [];
				for (let { first } = row; first !== undefined; { first } = row) {
					given.push(first);
					row.dropFirst();
				}
				expect(given).toEqual(numbers.toSorted((a, b) => a - b));
				row.dropFirst();
				expect(row.first).toBeUndefined();
			}),
			{ seed: propertySeed },
		);
	});
});
