// Typed numbers: is this the key, within the author's tolerance?

import type { AnswerOf, Grading } from '../model/attempt.ts';
import type { NumberQuestion } from '../model/deck.ts';
import { readNumber } from './read-number.ts';

export function gradeNumber(question: NumberQuestion, answer: AnswerOf<'number'>): Grading {
	const reading = readNumber(answer.typed, question.unit);
	if (!reading.ok) return { gradable: false, again: reading.again };
	return { gradable: true, verdict: { kind: acceptsNumber(question, reading.value) ? 'right' : 'missed' } };
}

/** Both bounds count, with a slack of 1e-12 * max(1, |bound|), so that 0.1 + 0.2 is 0.3. */
export function acceptsNumber(question: Pick<NumberQuestion, 'value' | 'accept'>, value: number): boolean {
	const { low, high } = bounds(question);
	return value >= low - slack(low) && value <= high + slack(high);
}

function bounds({ value, accept }: Pick<NumberQuestion, 'value' | 'accept'>): { readonly low: number; readonly high: number } {
	switch (accept.kind) {
		case 'exact':
			return { low: value, high: value };
		case 'absolute':
			return { low: value - accept.tolerance, high: value + accept.tolerance };
		case 'relative': {
			const tolerance = accept.fraction * Math.abs(value);
			return { low: value - tolerance, high: value + tolerance };
		}
		case 'range':
			return { low: accept.low, high: accept.high };
	}
}

function slack(bound: number): number {
	return 1e-12 * Math.max(1, Math.abs(bound));
}
