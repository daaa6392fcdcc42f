// What of a question's scored part is not as it was.

import type { Option, Question } from '../../../model/deck.ts';

/** In the words of a message. */
export type ScoredPart = 'type' | 'key' | 'distractors' | 'match' | 'pattern' | 'tolerance' | 'unit';

/** Empty exactly where the fingerprints are equal. */
export function changedParts(before: Question, after: Question): readonly ScoredPart[] {
	if (before.fingerprint === after.fingerprint) return [];
	const parts = before.type === after.type ? partsOf(before, after) : (['type'] as const);
	return parts.length === 0 ? ['key'] : parts;
}

function partsOf(before: Question, after: Question): readonly ScoredPart[] {
	const changed: ScoredPart[] = [];
	const compare = (part: ScoredPart, a: unknown, b: unknown) => {
		if (JSON.stringify(a) !== JSON.stringify(b)) changed.push(part);
	};
	if ('options' in before && 'options' in after) {
		compare('key', textsOf(before.options, true), textsOf(after.options, true));
		compare('distractors', textsOf(before.options, false), textsOf(after.options, false));
	} else if (before.type === 'true-false' && after.type === 'true-false') {
		compare('key', before.key, after.key);
	} else if (before.type === 'text' && after.type === 'text') {
		compare('key', before.keys.toSorted(), after.keys.toSorted());
		compare(
			'match',
			[before.match.case, before.match.accents, before.match.typos],
			[after.match.case, after.match.accents, after.match.typos],
		);
		compare('pattern', before.pattern, after.pattern);
	} else if (before.type === 'number' && after.type === 'number') {
		compare('key', before.value, after.value);
		compare('tolerance', before.accept, after.accept);
		compare('unit', before.unit, after.unit);
	}
	return changed;
}

function textsOf(options: readonly Option[], right: boolean): readonly string[] {
	return options
		.filter((option) => option.right === right)
		.map(({ text }) => text)
		.toSorted();
}
