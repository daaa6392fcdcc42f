// Where the parts of a sound question stand in its file: rules speak of options and keys, authors look at lines.

import { entryOf, nodeAt, placeOf } from '../deck/yaml/source-node.ts';
import type { Place } from '../model/diagnostic.ts';
import type { CheckedQuestion } from './rule.ts';

/** An option by its index in `question.options`: keys first and then distractors, unless the author fixed the order. */
export function placeOfOption({ question, located }: CheckedQuestion, index: number): Place {
	if (question.type !== 'choice' && question.type !== 'multiple') return placeOf(located);
	if (question.fixed) return placeOf(located, 'options', index, 'text');
	const keys = question.options.filter(({ right }) => right).length;
	if (index >= keys) return placeOf(located, 'distractors', index - keys, 'text');
	return question.type === 'choice' ? placeOf(located, 'answer') : placeOf(located, 'answers', index);
}

/** The key, or the first of several. */
export function placeOfKey({ located }: CheckedQuestion): Place {
	const key = ['answer', 'answers', 'blanks', 'items', 'pairs'].find((each) => entryOf(located.node, each) !== undefined) ?? 'answer';
	const { kind } = nodeAt(located.node, [key]);
	return kind === 'list' ? placeOf(located, key, 0) : placeOf(located, key);
}
