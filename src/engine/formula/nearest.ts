// Did you mean: the name that was most likely meant.

import { typingDistance } from '../typing-distance.ts';

/** Longer words are not compared: a name has no more letters. */
const longestWord = 30;

/** The word that was most likely meant, within a third of its letters; the first of equals. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
	const allowed = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
	let best: { readonly word: string; readonly distance: number } | undefined;
	if (word.length > longestWord) return undefined;
	for (const each of known) {
		if (Math.abs(each.length - word.length) > allowed) continue;
		const distance = typingDistance(word.toLowerCase(), each.toLowerCase());
		if (distance <= allowed && distance < Math.max(word.length, each.length) && (best === undefined || distance < best.distance)) {
			best = { word: each, distance };
		}
	}
	return best?.word;
}
