// When two questions of two versions are the same question. Ids alone say little: `q1` stands in every other unit.

import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { Question } from '../../model/deck.ts';
import { subjectWords, wordsOf } from '../cues/words.ts';

/** What is asked, without what spaces and case make of it. */
export function askedText({ stem, code }: Question): string {
	return foldCase(normaliseText(`${stem}\n${code?.text ?? ''}`));
}

/** What is asked has so few words in common that nobody would take one for the other. */
export function isOtherStem(before: Question, after: Question): boolean {
	return likenessOf(before, after) < 0.3;
}

/** Not even a word that carries the subject is in both stems, and their code is not the same: what they have in common is grammar. */
export function isOtherSubject(before: Question, after: Question): boolean {
	if (before.code !== undefined && before.code.text === after.code?.text) return false;
	const told = new Set(subjectWords(wordsOf(before.stem)).map(({ root }) => root));
	return !subjectWords(wordsOf(after.stem)).some(({ root }) => told.has(root));
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
export function tellsMuch({ type }: Question): boolean {
	return type !== 'true-false' && type !== 'number';
}

/** Runs of letters and digits in stem and code, without case. */
export function askedWords(question: Question): ReadonlySet<string> {
	return new Set(askedText(question).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** Words of stem and code in both, divided by words in either (Jaccard): from 0 to 1. */
export function likenessOf(before: Question, after: Question): number {
	const [a, b] = [askedWords(before), askedWords(after)];
	const shared = [...a].filter((word) => b.has(word)).length;
	return a.size + b.size === 0 ? 1 : shared / (a.size + b.size - shared);
}

/** How alike the stems of two questions with the same key must be, to be one question that was rewritten. */
export function leastLikeness(question: Question): number {
	return tellsMuch(question) ? 0.5 : 0.8;
}

/** Half of what may be picked or typed at one may be at the other, or what is right at one; true and false say nothing. */
export function sharesAnswers(before: Question, after: Question): boolean {
	const [old, now] = [answersOf(before), answersOf(after)];
	const shared = old.all.filter((text) => now.all.includes(text)).length;
	return old.right.some((text) => now.right.includes(text)) || (shared > 0 && 2 * shared >= old.all.length);
}

/** Both are picked from options, of which none is the same. */
export function haveOtherOptions(before: Question, after: Question): boolean {
	const now = answersOf(after).all;
	return 'options' in before && 'options' in after && !answersOf(before).all.some((text) => now.includes(text));
}

interface Answers {
	readonly right: readonly string[];
	readonly all: readonly string[];
}

function answersOf(question: Question): Answers {
	switch (question.type) {
		case 'choice':
		case 'multiple':
			return {
				right: question.options.filter(({ right }) => right).map(({ text }) => text),
				all: question.options.map(({ text }) => text),
			};
		case 'text':
			return { right: question.keys, all: question.keys };
		case 'number':
			return { right: [question.key], all: [question.key] };
		case 'true-false':
			return { right: [], all: [] };
		case 'cloze': {
			const keys = question.blanks.flatMap((blank) => blank.keys);
			return { right: keys, all: keys };
		}
		case 'order':
			return { right: [question.items.join('\n')], all: question.items };
		case 'match': {
			const sides = [...question.pairs.flatMap(({ left, right }) => [left, right]), ...question.distractors.map(({ text }) => text)];
			return { right: question.pairs.map(({ left, right }) => `${left}\n${right}`), all: sides };
		}
	}
}
