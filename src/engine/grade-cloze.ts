// Several blanks in one text, each by the rules of typed words. All of them right is right.

import type { AnswerOf, Grading } from '../model/attempt.ts';
import type { ClozeQuestion } from '../model/deck.ts';
import { acceptedText, longestAnswer } from './grade-text.ts';
import { normaliseText } from './normalise-text.ts';

/** @throws Error when a blank was filled that the question does not have, or one was filled twice: a bug, not a miss. */
export function gradeCloze(question: ClozeQuestion, answer: AnswerOf<'cloze'>): Grading {
	const typed = typedInto(question, answer);
	if (typed.some((text) => text.length > longestAnswer)) return { gradable: false, again: { kind: 'too-long', limit: longestAnswer } };
	const texts = typed.map(normaliseText);
	const empty = texts.flatMap((text, index) => (text === '' ? [index + 1] : []));
	if (empty.length === texts.length) return { gradable: false, again: { kind: 'empty' } };
	if (empty.length > 0) return { gradable: false, again: { kind: 'empty', blanks: empty } };

	const blanks = question.blanks.map(({ id, keys }, index) => {
		const verdict = acceptedText(texts[index] ?? '', keys, question.match);
		return { blank: id, right: verdict !== undefined, ...(verdict?.accepted === undefined ? {} : { accepted: verdict.accepted }) };
	});
	if (blanks.some(({ right }) => !right)) {
		return { gradable: true, verdict: { kind: 'missed', partly: { of: 'blanks', blanks } } };
	}
	const noted = blanks.flatMap(({ blank, accepted }) => (accepted === undefined ? [] : [{ blank, ...accepted }]));
	return { gradable: true, verdict: noted.length === 0 ? { kind: 'right' } : { kind: 'right', blanks: noted } };
}

/** In the order of the blanks; nothing where a blank was left out. */
function typedInto({ id: question, blanks }: ClozeQuestion, { filled }: AnswerOf<'cloze'>): readonly string[] {
	const typed = new Map<string, string>();
	for (const { blank, typed: text } of filled) {
		if (!blanks.some(({ id }) => id === blank)) throw new Error(`${JSON.stringify(blank)} is not a blank of ${question}`);
		if (typed.has(blank)) throw new Error(`the blank ${JSON.stringify(blank)} of ${question} was filled twice`);
		typed.set(blank, text);
	}
	return blanks.map(({ id }) => typed.get(id) ?? '');
}
