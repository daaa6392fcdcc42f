// Chances as a message says them.

import { type Luck, percentOf } from '../model/author-report.ts';

/**
 * `17 %`, `0.003 %`, `under 0.001 %`, `over 99.99 %`
 *
 * @param chance from 0 to 1.
 */
export function chanceText(chance: number): string {
	const { bound, value } = percentOf(chance);
	return `${bound === undefined ? '' : `${bound} `}${value} %`;
}

/** `17 % at one try, 60 % within five`; `2.8 % in two tries` where two in a row must pass. */
export function luckText({ once, withinFive }: Luck, passes: number): string {
	const tries = passes === 1 ? 'at one try' : `in ${numerals[passes] ?? passes} tries`;
	return `${chanceText(once)} ${tries}, ${chanceText(withinFive)} within five`;
}

const numerals = ['no', 'one', 'two', 'three', 'four', 'five'];
