// How rules of several families say the same things.

import type { Range } from '../../engine/first-forms.ts';
import { rightNeeded } from '../../engine/judge.ts';
import type { BasisPoints, Unit } from '../../model/deck.ts';

/** As an author writes it: `90%`, `87.5%`. */
export function percentText(benchmark: BasisPoints): string {
	return `${benchmark / 100}%`;
}

/** Hundredths of a percent in a percent and in its tenth, which are easier to read. */
const steps = [100, 10, 1];

/** The roundest percentage that means so many of so many, and the highest such. */
export function benchmarkFor(right: number, asked: number): BasisPoints {
	const exact = Math.floor((10_000 * right) / asked);
	const rounded = steps.map((step) => exact - (exact % step));
	return rounded.find((benchmark) => rightNeeded({ benchmark }, asked) === right) ?? exact;
}

/** What one form asks: `2`, or `2 or 3` where sections take turns. */
export function shareText({ least, most }: Range): string {
	return least === most ? `${most}` : `${least} or ${most}`;
}

/** Said after a count of questions that is not what the author would count. */
export const groupNote = ' (a group counts as one)';

/** The note, for counts in a unit that has groups. */
export function groupNoteIn({ questions }: Unit): string {
	return questions.some(({ group }) => group !== undefined) ? groupNote : '';
}
