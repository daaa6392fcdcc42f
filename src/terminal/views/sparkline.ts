// Attempts as a row of bars, one character each, with the benchmark among the heights.

import type { JudgedAttempt } from '../../model/decision.ts';
import type { Style } from '../style.ts';

const unicodeBars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** For terminals that have no blocks; each looks taller than the one before. */
const asciiBars = ['_', '.', ',', '-', '=', '+', '*', '#'] as const;

/**
 * One bar for each attempt, oldest first. The last height but one is the benchmark: an attempt reaches it exactly when it has as many
 * right as were needed, and the last when all are right, so that rounding never says otherwise than the count. Below it, the share of
 * what was needed.
 */
export function sparkline(judged: readonly JudgedAttempt[], style: Style): string {
	return judged.map(({ judgement: { right, need, asked } }) => bars(style)[heightOf(right, need, asked)]).join('');
}

/** The height that stands for the benchmark. */
export function benchmarkBar(need: { readonly right: number; readonly asked: number }, style: Style): string {
	return bars(style)[heightOf(need.right, need.right, need.asked)] ?? '';
}

function heightOf(right: number, need: number, asked: number): number {
	if (right >= asked) return 7;
	return right >= need ? 6 : Math.floor((6 * right) / need);
}

function bars({ signs }: Style): readonly string[] {
	return signs.gutter === '|' ? asciiBars : unicodeBars;
}
