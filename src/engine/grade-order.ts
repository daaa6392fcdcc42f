// Items put into an order. Only the whole order is right; else the first item that is off is told.

import type { AnswerOf, Grading } from '../model/attempt.ts';
import type { OrderQuestion } from '../model/deck.ts';

/** @throws Error when the items are not those of the question, each of them once: a bug, not a miss. */
export function gradeOrder({ id, items }: OrderQuestion, { arranged }: AnswerOf<'order'>): Grading {
	const left = [...items];
	for (const item of arranged) {
		const place = left.indexOf(item);
		if (place < 0) throw new Error(`${JSON.stringify(item)} is not an item of ${id}${items.includes(item) ? ' twice' : ''}`);
		left.splice(place, 1);
	}
	if (left.length > 0) throw new Error(`the item ${JSON.stringify(left[0])} of ${id} was left out`);
	const firstOff = items.findIndex((item, index) => item !== arranged[index]);
	if (firstOff < 0) return { gradable: true, verdict: { kind: 'right' } };
	return { gradable: true, verdict: { kind: 'missed', partly: { of: 'items', firstOff } } };
}
