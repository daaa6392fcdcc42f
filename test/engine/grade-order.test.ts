import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grade } from '../../src/engine/grade.ts';
import type { Grading } from '../../src/model/attempt.ts';
import type { OrderQuestion } from '../../src/model/deck.ts';
import { order, propertySeed } from './builders.ts';

const steps = ['edit', 'add', 'commit', 'push'];

function gradeArranged(question: OrderQuestion, arranged: readonly string[]): Grading {
	return grade(question, { type: 'order', arranged });
}

function firstOff(place: number): Grading {
	return { gradable: true, verdict: { kind: 'missed', partly: { of: 'items', firstOff: place } } };
}

describe('an order', () => {
	it('is right when every item stands where it belongs', () => {
		expect(gradeArranged(order(steps), steps)).toEqual({ gradable: true, verdict: { kind: 'right' } });
	});

	it.each([
		['add edit commit push', 0],
		['edit commit add push', 1],
		['edit add push commit', 2],
		['push edit add commit', 0],
	])('of %s is missed, and the first item that is off is number %i', (arranged, place) => {
		expect(gradeArranged(order(steps), arranged.split(' '))).toEqual(firstOff(place));
	});

	it('knows an item by its whole text, as written', () => {
		expect(gradeArranged(order(['a', 'A', 'a ']), ['a', 'a ', 'A'])).toEqual(firstOff(1));
	});

	it('is right in one way of all, and always has all before the first that is off right', () => {
		fc.assert(
			fc.property(
				fc
					.uniqueArray(fc.string(), { minLength: 2, maxLength: 8 })
					.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }))),
				([items, arranged]) => {
					const place = items.findIndex((item, index) => item !== arranged[index]);
					expect(gradeArranged(order(items), arranged)).toEqual(
						place < 0 ? { gradable: true, verdict: { kind: 'right' } } : firstOff(place),
					);
				},
			),
			{ seed: propertySeed, numRuns: 300 },
		);
	});

	it.each([
		[['edit', 'add', 'commit', 'merge'], '"merge" is not an item of order'],
		[['edit', 'add', 'commit', 'add'], '"add" is not an item of order twice'],
		[['edit', 'add', 'commit'], 'the item "push" of order was left out'],
		[[...steps, 'push'], '"push" is not an item of order twice'],
		[[], 'the item "edit" of order was left out'],
	])('of other items than its own is a bug: %j', (arranged, message) => {
		expect(() => gradeArranged(order(steps), arranged)).toThrow(message);
	});
});
