// What of a question's scored part is not as it was.

import type { Blank, MatchQuestion, Option, Question, TextMatch } from '../../../model/deck.ts';
import { changedInTemplate } from './shared-template-change.ts';

/** In the words of a message. */
export type ScoredPart = 'type' | 'values' | 'key' | 'distractors' | 'match' | 'pattern' | 'tolerance' | 'unit';

/** Empty exactly where the fingerprints are equal. */
export function changedParts(before: Question, after: Question): readonly ScoredPart[] {
	if (before.fingerprint === after.fingerprint) return [];
	const varies = before.template !== undefined || after.template !== undefined;
	const parts = before.type !== after.type ? (['type'] as const) : varies ? changedInTemplate(before, after) : partsOf(before, after);
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
		compare('match', matchOf(before.match), matchOf(after.match));
		compare('pattern', before.pattern, after.pattern);
	} else if (before.type === 'number' && after.type === 'number') {
		compare('key', before.value, after.value);
		compare('tolerance', before.accept, after.accept);
		compare('unit', before.unit, after.unit);
	} else if (before.type === 'cloze' && after.type === 'cloze') {
		compare('key', before.blanks.map(blankOf), after.blanks.map(blankOf));
		compare('match', matchOf(before.match), matchOf(after.match));
	} else if (before.type === 'match' && after.type === 'match') {
		compare('key', pairsOf(before), pairsOf(after));
		compare('distractors', before.distractors.map(({ text }) => text).toSorted(), after.distractors.map(({ text }) => text).toSorted());
	}
	return changed;
}

function matchOf({ case: letters, accents, typos }: TextMatch): readonly unknown[] {
	return [letters, accents, typos];
}

function blankOf({ id, keys }: Blank): readonly unknown[] {
	return [id, keys.toSorted()];
}

function pairsOf({ pairs }: MatchQuestion): readonly string[] {
	return pairs.map(({ left, right }) => JSON.stringify([left, right])).toSorted();
}

function textsOf(options: readonly Option[], right: boolean): readonly string[] {
	return options
		.filter((option) => option.right === right)
		.map(({ text }) => text)
		.toSorted();
}
