// Typed numbers: is this the key, within the author's tolerance?

import type { AnswerOf, Grading } from '../model/attempt.ts';
import type { NumberQuestion } from '../model/deck.ts';
import { readNumber } from './read-number.ts';

export function gradeNumber(question: NumberQuestion, answer: AnswerOf<'number'>): Grading {
	const reading = readNumber(answer.typed, question.unit);
	if (!reading.ok) return { gradable: false, again: reading.again };
	return { gradable: true, verdict: { kind: acceptsNumber(question, reading.value) ? 'right' : 'missed' } };
}

/**
 * Both bounds count, with a slack of 1e-12 of the largest number in play, so that 1/3 of 0.3 is 0.1. (Relative, since a fixed
 * slack would take 0 for the charge of an electron, 1.602e-19.)
 */
export function acceptsNumber(question: Pick<NumberQuestion, 'value' | 'accept'>, value: number): boolean {
	const { accept, value: key } = question;
	if (accept.kind === 'exact') {
		if (Number.isSafeInteger(key) && Number.isSafeInteger(value)) return value === key;
		return Math.abs(value - key) <= 8 * Number.EPSILON * Math.abs(key);
	}
	const { low, high } = bounds(question);
	const slack = 1e-12 * Math.min(Number.MAX_VALUE, Math.max(Math.abs(low), Math.abs(high), Math.abs(question.value)));
	return value >= low - slack && value <= high + slack;
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
