// Left sides paired with right ones. Only all pairs together are right; else each is told.

import type { AnswerOf, Grading } from '../model/attempt.ts';
import type { MatchQuestion } from '../model/deck.ts';

/**
 * A right side may be given to several left ones: it is then wrong for all but one of them.
 *
 * @throws Error when a side was never offered, or a left one was paired twice: a bug, not a miss.
 */
export function gradeMatch(question: MatchQuestion, { paired }: AnswerOf<'match'>): Grading {
	const { id, pairs, distractors } = question;
	const offered = new Set([...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)]);
	const given = new Map<string, string>();
	for (const { left, right } of paired) {
		if (!pairs.some((pair) => pair.left === left)) throw new Error(`${JSON.stringify(left)} is not a left side of ${id}`);
		if (!offered.has(right)) throw new Error(`${JSON.stringify(right)} is not a right side of ${id}`);
		if (given.has(left)) throw new Error(`the left side ${JSON.stringify(left)} of ${id} was paired twice`);
		given.set(left, right);
	}
	if (given.size < pairs.length) return { gradable: false, again: { kind: 'empty' } };
	const graded = pairs.map(({ left, right }) => ({ left, right: given.get(left) === right }));
	if (graded.every(({ right }) => right)) return { gradable: true, verdict: { kind: 'right' } };
	return { gradable: true, verdict: { kind: 'missed', partly: { of: 'pairs', pairs: graded } } };
}
