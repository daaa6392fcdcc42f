// Did you mean: the known word that was most likely meant.

import { typingDistance } from '../../engine/typing-distance.ts';

/** Longer words are not compared. An id has no more letters. */
const longestWord = 64;

/** Pairs of letters that are compared for one word, as 250 known words of 20 letters have them. Beyond, none is suggested: no person wrote so many. */
const mostPairs = 100_000;

/** The nearest of the known words, the first of equals; `undefined` when none is within a third of the word's length (one letter, for a short word). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	if (word.length > longestWord) return undefined;
	const allowed = word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3));
	const candidates = [...known].filter((candidate) => Math.abs(candidate.length - word.length) <= allowed);
	if (candidates.length * word.length ** 2 > mostPairs) return undefined;
	const written = word.toLowerCase();
	let best: { readonly word: string; readonly distance: number } | undefined;
	for (const candidate of candidates) {
		const distance = typingDistance(written, candidate);
		if (distance <= allowed && (best === undefined || distance < best.distance)) best = { word: candidate, distance };
	}
	return best?.word;
}
