// What of a question decides whether an answer is right, as one digest. Stem, explanation, feedback and order may change freely.

import type { TextMatch } from '../../model/deck.ts';
import { sha256 } from '../files/digest.ts';
import type { OwnPart } from './question-reading.ts';

/** SHA-256, in hexadecimal, over the scored part as JSON with a fixed order of keys; what is a set is sorted first. */
export function fingerprintOf(question: OwnPart): string {
	return digestOf(scoredPart(question));
}

export function digestOf(scored: readonly unknown[]): string {
	return sha256(JSON.stringify(scored));
}

function scoredPart(question: OwnPart): readonly unknown[] {
	switch (question.type) {
		case 'choice':
		case 'multiple':
			return [question.type, question.options.toSorted((a, b) => compare(a.text, b.text)).map(({ text, right }) => [text, right])];
		case 'true-false':
			return [question.type, question.key];
		case 'text':
			return [question.type, question.keys.toSorted(compare), matchPart(question.match), question.pattern ?? null];
		case 'number': {
			const { accept } = question;
			const bounds =
				accept.kind === 'range'
					? [accept.low, accept.high]
					: accept.kind === 'absolute'
						? [accept.tolerance]
						: accept.kind === 'relative'
							? [accept.fraction]
							: [];
			return [question.type, question.value, [accept.kind, ...bounds], question.unit ?? null];
		}
		case 'cloze':
			// In the order of the text: two marks that change places change what is right.
			return [question.type, question.blanks.map(({ id, keys }) => [id, keys.toSorted(compare)]), matchPart(question.match)];
		case 'order':
			return [question.type, question.items];
		case 'match':
			return [
				question.type,
				question.pairs.toSorted((a, b) => compare(a.left, b.left)).map(({ left, right }) => [left, right]),
				question.distractors.map(({ text }) => text).toSorted(compare),
			];
	}
}

function matchPart({ case: letters, accents, typos }: TextMatch): readonly unknown[] {
	return [letters, accents, typos];
}

/** By UTF-16 units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
