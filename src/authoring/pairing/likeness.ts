// When two questions of two versions are the same question. Ids alone say little: `q1` stands in every other unit.

import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { Question } from '../../model/deck.ts';

/** What is asked, without what spaces and case make of it. */
export function askedText({ stem, code }: Question): string {
	return foldCase(normaliseText(`${stem}\n${code?.text ?? ''}`));
}

/** The two stems have so few words in common that nobody would take one for the other. */
export function isOtherStem(before: Question, after: Question): boolean {
	return likenessOf(before, after) < 0.3;
}

/** What is asked and what is right, whatever the id. */
export function contentOf(question: Question): string {
	return `${question.fingerprint} ${askedText(question)}`;
}

/** The content of one is that of the other. */
export function isSame(before: Question, after: Question): boolean {
	if (before.fingerprint !== after.fingerprint) return false;
	// Mostly nothing has changed, and what is equal need not be evened out.
	return (before.stem === after.stem && before.code?.text === after.code?.text) || askedText(before) === askedText(after);
}

/** Two questions with one of these in common are the same, wherever they stand: what is asked and what is right, or one of the two with the id. */
export function tracesOf(question: Question): readonly string[] {
	const { id, fingerprint } = question;
	const asked = askedText(question);
	const named = [`asked ${id} ${asked}`, ...(tellsMuch(question) ? [`right ${id} ${fingerprint}`] : [])];
	return [`content ${fingerprint} ${asked}`, ...named];
}

/** Many questions are true, and many numbers are 2; options and words are seldom the same by chance. */
function tellsMuch({ type }: Question): boolean {
	return type !== 'true-false' && type !== 'number';
}

/** Runs of letters and digits, without case. */
export function stemWords({ stem }: Question): ReadonlySet<string> {
	return new Set(foldCase(normaliseText(stem)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** Words in both stems, divided by words in either (Jaccard): from 0 to 1. */
export function likenessOf(before: Question, after: Question): number {
	const [a, b] = [stemWords(before), stemWords(after)];
	const shared = [...a].filter((word) => b.has(word)).length;
	return a.size + b.size === 0 ? 1 : shared / (a.size + b.size - shared);
}

/** How alike the stems of two questions with the same key must be, to be one question that was rewritten. */
export function leastLikeness(question: Question): number {
	return tellsMuch(question) ? 0.5 : 0.8;
}
