// What of a template's scored part is not as it was: compared as it is written, since any change of its variables draws other values.

import type { Question, Template, TextMatch, WrittenPart } from '../../../model/deck.ts';
import type { ScoredPart } from './shared-key-change.ts';

/** Of two questions of one type, of which one at least draws its values. */
export function changedInTemplate(before: Question, after: Question): readonly ScoredPart[] {
	if (before.template === undefined || after.template === undefined) return ['values'];
	const [old, now] = [scoredOf(before.template), scoredOf(after.template)];
	return ([...old.keys()] satisfies readonly ScoredPart[]).filter(
		(part) => JSON.stringify(old.get(part)) !== JSON.stringify(now.get(part)),
	);
}

function scoredOf({ variables, where, written }: Template): ReadonlyMap<ScoredPart, unknown> {
	return new Map<ScoredPart, unknown>([['values', [variables, where ?? null]], ...partsOf(written)]);
}

function partsOf(written: WrittenPart): readonly (readonly [ScoredPart, unknown])[] {
	switch (written.type) {
		case 'choice':
		case 'multiple':
			return [
				['key', written.keys.toSorted()],
				['distractors', textsOf(written.options)],
			];
		case 'true-false':
			return [['key', written.key]];
		case 'text':
			return [
				['key', written.keys.toSorted()],
				['match', termsOf(written.match)],
				['pattern', written.pattern ?? null],
			];
		case 'number':
			return [
				['key', written.key],
				['tolerance', [written.tolerance ?? null, written.range ?? null]],
				['unit', written.unit ?? null],
			];
		case 'cloze':
			return [
				['key', written.blanks.map(({ id, keys }) => [id, keys.toSorted()])],
				['match', termsOf(written.match)],
			];
		case 'order':
			return [['key', written.items]];
		case 'match':
			return [
				['key', written.pairs.map(({ left, right }) => JSON.stringify([left, right])).toSorted()],
				['distractors', textsOf(written.distractors)],
			];
	}
}

function termsOf({ case: letters, accents, typos }: TextMatch): readonly unknown[] {
	return [letters, accents, typos];
}

function textsOf(options: readonly { readonly text: string }[]): readonly string[] {
	return options.map(({ text }) => text).toSorted();
}
