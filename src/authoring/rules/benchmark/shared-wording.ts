// How the rules about numbers say the same things.

import type { BasisPoints, Unit } from '../../../model/deck.ts';

/** As an author writes it: `90%`, `87.5%`. */
export function percentText(benchmark: BasisPoints): string {
	return `${benchmark / 100}%`;
}

/** `1 question`, `4 questions` */
export function counted(count: number, one: string): string {
	return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Said after a count of questions where it is not what the author would count. */
export function groupNote({ questions }: Unit): string {
	return questions.some(({ group }) => group !== undefined) ? ' (a group counts as one)' : '';
}
