// match: which right side belongs to which left one, and right sides to spare.

import { normaliseText } from '../../engine/normalise-text.ts';
import type { MatchQuestion, Pair } from '../../model/deck.ts';
import { quoted } from '../diagnostics/diagnostic-codes.ts';
import type { RawOption } from '../shape/schema.ts';
import { warnOfSimilar } from './options.ts';
import { eachOnce } from './order.ts';
import { allDiffer, listOf, type QuestionProblems, repeatsOf, type TypeReader, type Written, whySame } from './question-reading.ts';

type Spare = MatchQuestion['distractors'][number];

export const readMatch: TypeReader<'match'> = (raw, question) => {
	const pairs = raw.pairs.map(([left = '', right = '']) => ({ left, right }));
	const spare = listOf<RawOption>(raw.distractors);
	const distractors = spare.map(spareSide);
	const leftsDiffer = allDiffer(pairs.map(({ left }) => left)) || sidesDiffer(leftsOf(pairs), 'left side', question);
	const rights = [...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)];
	const rightsDiffer = allDiffer(rights) || rightSidesDiffer(pairs, spare, question);
	return leftsDiffer && rightsDiffer ? { type: 'match', pairs, distractors } : undefined;
};

function spareSide(option: RawOption): Spare {
	if (typeof option === 'string') return { text: option };
	return option.feedback === undefined ? { text: option.text } : { text: option.text, feedback: option.feedback };
}

function leftsOf(pairs: readonly Pair[]): readonly Written[] {
	return pairs.map(({ left }, index) => ({ text: left, path: ['pairs', index, 0] }));
}

function rightSidesDiffer(pairs: readonly Pair[], spare: readonly RawOption[], question: QuestionProblems): boolean {
	const rights: readonly Written[] = pairs.map(({ right }, index) => ({ text: right, path: ['pairs', index, 1] }));
	const others: readonly Written[] = spare.map((option, index) =>
		typeof option === 'string'
			? { text: option, path: ['distractors', index] }
			: { text: option.text, path: ['distractors', index, 'text'] },
	);
	const right = new Set(rights.map(({ text }) => normaliseText(text)));
	const taken = repeatsOf([...rights, ...others], normaliseText).filter(({ again }) => others.includes(again));
	const among = taken.filter(({ first }) => right.has(normaliseText(first.text)));
	for (const { again, first } of among) {
		question.tell('same-options', again.path, `Unexpected distractor ${quoted(again.text)}, which belongs to a left side`, {
			help: `Change or remove the distractor${whySame(again.text, first.text)}.`,
			related: question.related(first.path, 'the right side'),
		});
	}
	const free = others.filter((other) => !among.some(({ again }) => again === other));
	const once = [eachOnce(rights, 'right side', question), eachOnce(free, 'distractor', question)].every(Boolean);
	if (!once || among.length > 0) return false;
	warnOfSimilar([...rights, ...others], question, 'right side');
	return true;
}

function sidesDiffer(sides: readonly Written[], what: string, question: QuestionProblems): boolean {
	if (!eachOnce(sides, what, question)) return false;
	warnOfSimilar(sides, question, what);
	return true;
}
