// Chances as a message says them.

import type { Luck } from '../model/author-report.ts';

/**
 * Two significant digits: `17 %`, `4.6 %`, `0.003 %`; near certainty as many as tell it from certainty, up to `over 99.99 %`;
 * `under 0.001 %` below that.
 *
 * @param chance from 0 to 1.
 */
export function chanceText(chance: number): string {
	const percent = 100 * chance;
	if (percent === 0 || percent === 100) return `${percent} %`;
	if (percent < 0.001) return 'under 0.001 %';
	if (percent > 99.99) return 'over 99.99 %';
	const digits = percent < 99 ? 2 : percent < 99.9 ? 3 : 4;
	return `${Number(percent.toPrecision(digits))} %`;
}

/** `17 % at one try, 60 % within five`; `2.8 % in two tries` where two in a row must pass. */
export function luckText({ once, withinFive }: Luck, passes: number): string {
	const tries = passes === 1 ? 'at one try' : `in ${numerals[passes] ?? passes} tries`;
	return `${chanceText(once)} ${tries}, ${chanceText(withinFive)} within five`;
}

const numerals = ['no', 'one', 'two', 'three', 'four', 'five'];
