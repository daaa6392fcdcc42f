// What of a template decides whether an answer is right, as one digest. Stem, explanation, feedback and order may change freely.

import type { Template, TextMatch, Variable, WrittenPart } from '../../../model/deck.ts';
import { digestOf } from '../fingerprint.ts';

/** SHA-256, in hexadecimal, over the variables, the condition, and the scored part as it is written. */
export function fingerprintOfTemplate({ variables, where, written }: Template): string {
	return digestOf(['template', variables.map(definitionOf), where ?? null, scoredPart(written)]);
}

function definitionOf(variable: Variable): readonly unknown[] {
	switch (variable.kind) {
		case 'integers':
			return [variable.name, variable.kind, variable.low, variable.high, variable.step];
		case 'pick':
			return [variable.name, variable.kind, variable.from];
		case 'formula':
			return [variable.name, variable.kind, variable.formula];
	}
}

function scoredPart(written: WrittenPart): readonly unknown[] {
	switch (written.type) {
		case 'choice':
		case 'multiple':
			return [written.type, written.keys.toSorted(), textsOf(written.options), written.fixed];
		case 'true-false':
			return [written.type, written.key];
		case 'text':
			return [written.type, written.keys.toSorted(), termsOf(written.match), written.pattern ?? null];
		case 'number':
			return [written.type, written.key, written.tolerance ?? null, written.range ?? null, written.unit ?? null];
		case 'cloze':
			return [written.type, written.blanks.map(({ id, keys }) => [id, keys.toSorted()]), termsOf(written.match)];
		case 'order':
			return [written.type, written.items];
		case 'match':
			return [written.type, written.pairs.map(({ left, right }) => JSON.stringify([left, right])).toSorted(), textsOf(written.distractors)];
	}
}

/** Sorted by UTF-16 units: the same on every machine. */
function textsOf(options: readonly { readonly text: string }[]): readonly string[] {
	return options.map(({ text }) => text).toSorted();
}

function termsOf({ case: letters, accents, typos }: TextMatch): readonly unknown[] {
	return [letters, accents, typos];
}
