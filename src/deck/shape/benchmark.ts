// The share of a form that must be right, as authors write it.

import type { BasisPoints } from '../../model/deck.ts';

/** Reads `90%`, `90` and `87.5%`, from 1 to 100 with at most two decimals; `undefined` for anything else. */
export function readBenchmark(text: string): BasisPoints | undefined {
	const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s?%?$/.exec(text);
	if (match === null) return undefined;
	const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
	return points >= 100 && points <= 10_000 ? points : undefined;
}

/** What to write instead: `0.9` meant 90%, `87,5%` meant 87.5%, and 90.125% has more decimals than can be counted. */
export function benchmarkHelp(text: string): string {
	if (/^(?:0?\.\d{1,4}|1\.0+)$/.test(text)) return `Write ${String(Math.round(Number(text) * 10_000) / 100)}%.`;
	const withPoint = text.replace(',', '.');
	if (readBenchmark(withPoint) !== undefined) return `Write ${withPoint}.`;
	return 'Write a percentage such as 90%.';
}
