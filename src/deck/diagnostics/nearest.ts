// Did you mean: the known word that was most likely meant.

import { typingDistance } from '../../engine/typing-distance.ts';

/** The nearest of the known words, the first of equals; `undefined` when none is within a third of the word's length (one letter, for a short word). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	if (word.length > 64) return undefined;
	const allowed = word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3));
	let best: { readonly word: string; readonly distance: number } | undefined;
	for (const candidate of known) {
		if (Math.abs(candidate.length - word.length) > allowed) continue;
		const distance = typingDistance(word.toLowerCase(), candidate);
		if (distance <= allowed && (best === undefined || distance < best.distance)) best = { word: candidate, distance };
	}
	return best?.word;
}
