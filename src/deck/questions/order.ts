// order: the items, as they belong.

import { normaliseText } from '../../engine/normalise-text.ts';
import { quoted } from '../diagnostics/diagnostic-codes.ts';
import { warnOfSimilar } from './options.ts';
import { allDiffer, type QuestionProblems, repeatsOf, type TypeReader, type Written, whySame } from './question-reading.ts';

export const readOrder: TypeReader<'order'> = ({ items }, question) => {
	if (!allDiffer(items)) {
		const written = items.map((text, index) => ({ text, path: ['items', index] }));
		if (!eachOnce(written, 'item', question)) return undefined;
		warnOfSimilar(written, question, 'item');
	}
	return { type: 'order', items };
};

/**
 * Tells each text that is the same as one before it.
 *
 * @param what they are: `item`.
 */
export function eachOnce(texts: readonly Written[], what: string, question: QuestionProblems): boolean {
	const repeats = repeatsOf(texts, normaliseText);
	for (const { again, first } of repeats) {
		question.tell('same-options', again.path, `Unexpected second ${quoted(again.text)}, expected each ${what} once`, {
			help: `Change or remove one of the two${whySame(again.text, first.text)}.`,
			related: question.related(first.path, 'the first one'),
		});
	}
	return repeats.length === 0;
}
