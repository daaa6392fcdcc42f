// The test-wise guesser: knows nothing of the subject, and plays the cues that options give away.

import { guessRate } from '../../engine/luck.ts';
import type { ChoiceQuestion, Question } from '../../model/deck.ts';
import { type Cues, cuesOf } from './cues.ts';

/**
 * The chance that this guesser gets the question right: the share of keys among the options that the cues leave. Only questions
 * with one right option give cues; at others the guess is blind.
 */
export function testWiseRate(question: Question, english: boolean): number {
	if (question.type !== 'choice') return guessRate(question);
	const picked = pickedBy(question, cuesOf(question, english));
	const key = question.options.findIndex(({ right }) => right);
	return picked.includes(key) ? 1 / picked.length : 0;
}

/**
 * The options between which the guesser tosses a coin, by index. First whatever is struck out (none of the above, absolute terms, what
 * does not agree with the stem), as long as something is left; then the first cue that points at an option which is left, the most
 * telling cue first: all of the above, longest by far, the stem's own word, longest; then the middle, where the author fixed the order.
 */
function pickedBy({ options, fixed }: ChoiceQuestion, cues: Cues): readonly number[] {
	const all = options.map((_, index) => index);
	const left = [
		(index: number) => index !== cues.noneOfTheAbove,
		(index: number) => !cues.absolute.includes(index),
		(index: number) => cues.agreeing?.includes(index) !== false,
	].reduce(withoutEmptying, all);
	const pointed = [cues.allOfTheAbove, cues.muchLonger, cues.clang, cues.longest].find(
		(index) => index !== undefined && left.includes(index),
	);
	if (pointed !== undefined) return [pointed];
	// Authors hide keys in the middle, and guessers look for them there (Attali and Bar-Hillel, 2003).
	return fixed ? withoutEmptying(left, (index) => index > 0 && index < options.length - 1) : left;
}

function withoutEmptying(indices: readonly number[], stays: (index: number) => boolean): readonly number[] {
	const left = indices.filter(stays);
	return left.length === 0 ? indices : left;
}
