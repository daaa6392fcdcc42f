import { describe, expect, it } from 'vitest';

import { inNameOrder } from '../../src/cli/name-order.ts';

describe('the order of names', () => {
	it('goes by numbers as people count', () => {
		expect(inNameOrder(['d10', 'd1', 'd2', 'c3', 'd1-b2', 'd1-b10'])).toEqual(['c3', 'd1', 'd1-b2', 'd1-b10', 'd2', 'd10']);
	});

	it('tells apart what has the same number, and takes numbers of any length', () => {
		expect(inNameOrder(['d2', 'd02', 'd2x', 'd'])).toEqual(['d', 'd02', 'd2', 'd2x']);
		expect(inNameOrder([`d${'9'.repeat(40)}`, `d${'1'.repeat(40)}`])).toEqual([`d${'1'.repeat(40)}`, `d${'9'.repeat(40)}`]);
	});
});
