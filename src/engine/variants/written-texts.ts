// Every text of a template that may hold a variable, and where it is written.

import type { Written } from '../../model/deck.ts';
import type { PlaceInQuestion } from './compiled-template.ts';

/** A text of the question, and what it is there for. */
export interface WrittenText {
	readonly text: string;
	readonly at: PlaceInQuestion;
	/** It may be a formula as a whole. */
	readonly short: boolean;
	/** The formula that it may be as a whole is true or false. */
	readonly truth?: boolean;
}

/** Every text that may hold a variable, in the order of the question. */
export function writtenTexts(written: Written): readonly WrittenText[] {
	const long = (text: string | undefined, ...at: PlaceInQuestion): WrittenText[] =>
		text === undefined ? [] : [{ text, at, short: false }];
	const short = (text: string | undefined, ...at: PlaceInQuestion): WrittenText[] =>
		text === undefined ? [] : [{ text, at, short: true }];
	const options = (name: string, all: readonly { readonly text: string; readonly feedback?: string }[]) =>
		all.flatMap(({ text, feedback }, index) => [...short(text, name, index), ...long(feedback, name, index, 'feedback')]);
	const part = (): readonly WrittenText[] => {
		switch (written.type) {
			case 'choice':
				return [
					...written.keys.flatMap((key) => short(key, 'answer')),
					...options(written.fixed ? 'options' : 'distractors', written.options),
				];
			case 'multiple':
				return [
					...written.keys.flatMap((key, index) => short(key, 'answers', index)),
					...options(written.fixed ? 'options' : 'distractors', written.options),
				];
			case 'true-false':
				return [{ text: written.key, at: ['answer'], short: true, truth: true }];
			case 'text':
				return [...written.keys.flatMap((key, index) => short(key, 'answer', index)), ...long(written.pattern, 'pattern')];
			case 'number':
				return [
					...short(written.key, 'answer'),
					...short(written.tolerance, 'tolerance'),
					...(written.range ?? []).flatMap((bound, index) => short(bound, 'range', index)),
					...short(written.unit, 'unit'),
				];
			case 'cloze':
				return written.blanks.flatMap(({ id, keys }) => keys.flatMap((key, index) => short(key, 'blanks', id, index)));
			case 'order':
				return written.items.flatMap((item, index) => short(item, 'items', index));
			case 'match':
				return [
					...written.pairs.flatMap(({ left, right }, index) => [...short(left, 'pairs', index, 0), ...short(right, 'pairs', index, 1)]),
					...options('distractors', written.distractors),
				];
		}
	};
	return [
		...long(written.stem, 'stem'),
		...long(written.code?.text, 'code'),
		...part(),
		...written.hints.flatMap((hint, index) => long(hint, 'hints', index)),
		...long(written.explanation, 'explanation'),
	];
}
