// The order in which the problems of a deck are told: the same for every run, each problem once.

import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { counted, problem } from './diagnostic-codes.ts';

/**
 * By file, then from top to bottom; what is told at one place stays in the order it was found.
 *
 * @param files paths in the order wanted; files that are not among them come last.
 * @param most told of one file; the rest is only counted.
 */
export function inOrder(diagnostics: readonly Diagnostic[], files: Iterable<string>, most: number): readonly Diagnostic[] {
	const byFile = new Map<string, Map<string, Diagnostic>>([...files].map((file) => [file, new Map()]));
	for (const diagnostic of diagnostics) {
		const { code, message, place } = diagnostic;
		const ofFile = byFile.get(place.file) ?? new Map<string, Diagnostic>();
		byFile.set(place.file, ofFile);
		// A pool that serves several units is looked at for each of them.
		const same = JSON.stringify([code, message, place.span?.start, place.span?.end]);
		if (!ofFile.has(same)) ofFile.set(same, diagnostic);
	}
	return [...byFile].flatMap(([file, found]) => capped(file, [...found.values()].toSorted(byPlace), most));
}

/** The file as a whole first. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
	const [first, second] = [a.place.span, b.place.span];
	return (first?.start ?? -1) - (second?.start ?? -1) || (first?.end ?? -1) - (second?.end ?? -1);
}

function capped(file: string, sorted: readonly Diagnostic[], most: number): readonly Diagnostic[] {
	if (sorted.length <= most) return sorted;
	const hidden = sorted.slice(most);
	const severity = (['error', 'warning', 'info'] satisfies Severity[]).find((one) =>
		hidden.some((diagnostic) => diagnostic.severity === one),
	);
	return [
		...sorted.slice(0, most),
		problem('more-problems', { file }, `${counted(hidden.length, 'more problem')} in this file`, {
			help: 'Correct the ones above first.',
			...(severity === undefined ? {} : { severity }),
		}),
	];
}
