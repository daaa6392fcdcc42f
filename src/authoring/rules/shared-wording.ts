// How rules of several families say the same things.

import { leastOf, mostOf, type Share } from '../../engine/form-plan.ts';
import type { BasisPoints, Unit } from '../../model/deck.ts';

/** As an author writes it: `90%`, `87.5%`. */
export function percentText(benchmark: BasisPoints): string {
	return `${benchmark / 100}%`;
}

/** What one form asks: `2`, or `2 or 3` where sections take turns. */
export function shareText(share: Share): string {
	const [least, most] = [leastOf(share), mostOf(share)];
	return least === most ? `${most}` : `${least} or ${most}`;
}

/** Said after a count of questions that is not what the author would count. */
export const groupNote = ' (a group counts as one)';

/** The note, for counts in a unit that has groups. */
export function groupNoteIn({ questions }: Unit): string {
	return questions.some(({ group }) => group !== undefined) ? groupNote : '';
}
