// What to write instead of a word that is not known.

import { nearest } from '../deck/diagnostics/nearest.ts';

/** `Did you mean main?`, where something near it is known. */
export function suggestion(word: string, known: Iterable<string>, otherwise: string): string {
	const near = nearest(word, known);
	return near === undefined ? otherwise : `Did you mean ${near}?`;
}
