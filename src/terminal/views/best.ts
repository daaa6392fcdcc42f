// What is said of one's best so far, where it would do by the rule as it is now, and yet the unit is not mastered.

import type { Score, Shortfall, UnitStanding } from '../../model/decision.ts';
import type { Id } from '../../model/deck.ts';
import type { Style } from '../style.ts';
import { inARow, listed, quoted, scoreOf } from './wording.ts';

type Known = Pick<UnitStanding, 'need' | 'streak' | 'bestLacked'>;

/** `your best is 8 of 10`, with what it lacked in its own day. */
export function bestText(best: Score, known: Known, titleOf: (section: Id) => string, style: Style): string {
	return `your best is ${scoreOf(best)}${lackedText(known, titleOf, style)}`;
}

/** The rule has changed since, or a floor was not met, or it takes more in a row. */
function lackedText({ need, streak, bestLacked }: Known, titleOf: (section: Id) => string, style: Style): string {
	const { passes, floor } = need.rule;
	const soFar = passes > 1 && streak > 0 && streak < passes ? `, ${streak} of ${passes} in a row so far` : '';
	if (bestLacked === undefined) return soFar;
	const reasons = reasonsIn(bestLacked, titleOf, style);
	if (reasons !== '') return `, ${reasons}${soFar}${enough(floor === 0 && streak + 1 >= passes)}`;
	if (streak >= passes) return `, when it took more in a row${enough(floor === 0)}`;
	if (passes > 1 && streak === 0) return `, though not ${inARow(passes)} yet`;
	return passes > 1 ? soFar : `, when it took more in a row${enough(floor === 0)}`;
}

function reasonsIn(lacked: readonly Shortfall[], titleOf: (section: Id) => string, style: Style): string {
	const parts = lacked.flatMap((each) => {
		if (each.kind === 'unfinished') return [];
		const needed = `${each.need} ${each.need === 1 ? 'was' : 'were'} needed`;
		if (each.kind === 'benchmark') return [`when ${needed}`];
		return [`with ${scoreOf(each)} in ${quoted(titleOf(each.section), style)}, where ${needed}`];
	});
	return listed(parts);
}

function enough(so: boolean): string {
	return so ? '; the same again is enough now' : '';
}
