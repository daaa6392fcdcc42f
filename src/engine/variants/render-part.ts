// The part of a question that belongs to its type, with values filled in: what an author's check of the written deck cannot see.

import type { NumberAcceptance, Option, QuestionOf, QuestionType, Written, WrittenOption, WrittenPart } from '../../model/deck.ts';
import { acceptsNumber } from '../grade-number.ts';
import { normaliseText } from '../normalise-text.ts';
import { readNumber } from '../read-number.ts';
import type { PlaceInQuestion } from './compiled-template.ts';
import type { Filling } from './filling.ts';

type Common = keyof Omit<QuestionOf<'true-false'>, 'type' | 'key'>;

/** Spread over the types, so that each keeps its own. */
export type Part<T extends QuestionType = QuestionType> = T extends QuestionType ? Omit<QuestionOf<T>, Common> : never;

type WrittenAs<T extends QuestionType> = Extract<WrittenPart, { readonly type: T }>;

export function partOf(written: Written, filling: Filling): Part {
	switch (written.type) {
		case 'choice':
		case 'multiple':
			return { type: written.type, ...optionsOf(written, filling) };
		case 'true-false':
			return { type: written.type, key: truthOf(written.key, filling) };
		case 'text':
			return {
				type: written.type,
				keys: keysOf(written.keys, ['answer'], filling),
				match: written.match,
				...(written.pattern === undefined ? {} : { pattern: filling.pattern(written.pattern, 'pattern') }),
			};
		case 'number':
			return numberOf(written, filling);
		case 'cloze': {
			const blanks = written.blanks.map(({ id, keys }) => ({ id, keys: keysOf(keys, ['blanks', id], filling) }));
			return { type: written.type, blanks, match: written.match };
		}
		case 'order': {
			const items = filledIn(written.items, ['items'], filling);
			checkDiffer(items, filling);
			return { type: written.type, items: items.map(({ text }) => text) };
		}
		case 'match':
			return matchOf(written, filling);
	}
}

/** A text as it is asked, and where it is written. */
interface Filled {
	readonly text: string;
	readonly at: PlaceInQuestion;
}

function filledIn(written: readonly string[], at: PlaceInQuestion, filling: Filling): readonly Filled[] {
	return written.map((text, index) => filled(text, [...at, index], filling));
}

function filled(text: string, at: PlaceInQuestion, filling: Filling): Filled {
	return { text: filling.short(text, ...at), at };
}

/** Two answers that come to the same are one: no fault, and nothing to tell. */
function keysOf(written: readonly string[], at: PlaceInQuestion, filling: Filling): readonly string[] {
	const keys = new Map<string, string>();
	for (const { text } of filledIn(written, at, filling)) {
		if (!keys.has(normaliseText(text))) keys.set(normaliseText(text), text);
	}
	return [...keys.values()];
}

/** Tells the first that is the same as one before it. */
function checkDiffer(texts: readonly Filled[], filling: Filling): void {
	const known = new Map<string, PlaceInQuestion>();
	for (const { text, at } of texts) {
		const first = known.get(normaliseText(text));
		if (first !== undefined) filling.fail({ kind: 'same-text', text, first, at });
		known.set(normaliseText(text), at);
	}
}

/** Tells the first that is the same as a key. */
function checkWrong(keys: readonly Filled[], wrong: readonly Filled[], filling: Filling): void {
	const known = new Map(keys.map(({ text, at }) => [normaliseText(text), at]));
	for (const { text, at } of wrong) {
		const first = known.get(normaliseText(text));
		if (first !== undefined) filling.fail({ kind: 'key-among-wrong', text, first, at });
	}
}

function optionsOf(
	written: WrittenAs<'choice' | 'multiple'>,
	filling: Filling,
): { readonly options: readonly Option[]; readonly fixed: boolean } {
	const keys =
		written.type === 'choice'
			? written.keys.map((text) => filled(text, ['answer'], filling))
			: filledIn(written.keys, ['answers'], filling);
	const list = written.fixed ? 'options' : 'distractors';
	const others = written.options.map((option, index) => optionOf(option, [list, index], filling));
	checkDiffer(keys, filling);
	if (written.fixed) return { options: fixedOptions(keys, others, filling), fixed: true };
	checkWrong(keys, others, filling);
	checkDiffer(others, filling);
	return {
		options: [...keys.map(({ text }) => ({ text, right: true })), ...others.map((other) => ({ ...shownOption(other), right: false }))],
		fixed: false,
	};
}

/** Which of them are right follows from the keys, so that it may change with the values. */
function fixedOptions(keys: readonly Filled[], all: readonly FilledOption[], filling: Filling): readonly Option[] {
	checkDiffer(all, filling);
	const offered = new Set(all.map(({ text }) => normaliseText(text)));
	for (const { text, at } of keys) {
		if (!offered.has(normaliseText(text))) filling.fail({ kind: 'key-not-among-options', text, at });
	}
	const right = new Set(keys.map(({ text }) => normaliseText(text)));
	if (all.every(({ text }) => right.has(normaliseText(text)))) filling.fail({ kind: 'no-wrong-option', at: ['options'] });
	return all.map((option) =>
		right.has(normaliseText(option.text)) ? { text: option.text, right: true } : { ...shownOption(option), right: false },
	);
}

interface FilledOption extends Filled {
	readonly feedback: string | undefined;
}

function optionOf(option: WrittenOption, at: PlaceInQuestion, filling: Filling): FilledOption {
	return {
		...filled(option.text, at, filling),
		feedback: option.feedback === undefined ? undefined : filling.long(option.feedback, ...at, 'feedback'),
	};
}

function shownOption({ text, feedback }: FilledOption): WrittenOption {
	return feedback === undefined ? { text } : { text, feedback };
}

function matchOf({ type, pairs, distractors }: WrittenAs<'match'>, filling: Filling): Part<'match'> {
	const lefts = pairs.map(({ left }, index) => filled(left, ['pairs', index, 0], filling));
	const rights = pairs.map(({ right }, index) => filled(right, ['pairs', index, 1], filling));
	const wrong = distractors.map((option, index) => optionOf(option, ['distractors', index], filling));
	checkDiffer(lefts, filling);
	checkDiffer(rights, filling);
	checkWrong(rights, wrong, filling);
	checkDiffer(wrong, filling);
	return {
		type,
		pairs: lefts.map(({ text }, index) => ({ left: text, right: rights[index]?.text ?? '' })),
		distractors: wrong.map(shownOption),
	};
}

function truthOf(written: string, filling: Filling): boolean {
	const at = ['answer'];
	const value = filling.value(written, at);
	if (typeof value === 'boolean') return value;
	const text = filling.short(written, ...at);
	if (!/^(?:true|false)$/iu.test(text)) filling.fail({ kind: 'not-true-or-false', text, at });
	return text.toLowerCase() === 'true';
}

function numberOf({ type, key, tolerance, range, unit }: WrittenAs<'number'>, filling: Filling): Part<'number'> {
	const { value, text } = filling.number(key, 'answer');
	const accept = range === undefined ? toleranceOf(tolerance, value, filling) : rangeOf(range, filling);
	const shown = readNumber(text);
	if (shown.ok && !acceptsNumber({ value, accept }, shown.value)) filling.fail({ kind: 'key-not-accepted', text, at: ['answer'] });
	return { type, key: text, value, accept, ...(unit === undefined ? {} : { unit: filling.short(unit, 'unit') }) };
}

function rangeOf([from, to]: readonly [string, string], filling: Filling): NumberAcceptance {
	const [low, high] = [filling.number(from, 'range', 0), filling.number(to, 'range', 1)];
	if (low.value > high.value) filling.fail({ kind: 'range-order', low: low.text, high: high.text, at: ['range'] });
	return { kind: 'range', low: low.value, high: high.value };
}

function toleranceOf(written: string | undefined, key: number, filling: Filling): NumberAcceptance {
	const at = ['tolerance'];
	if (written === undefined) return { kind: 'exact' };
	const value = filling.value(written, at);
	const text = typeof value === 'number' ? '' : typeof value === 'string' ? value : filling.short(written, ...at);
	const percent = /^(.*\S)\s*%$/u.exec(text.trim())?.[1];
	const reading = typeof value === 'number' ? { ok: true as const, value } : readNumber(percent ?? text);
	if (!reading.ok || reading.value < 0) {
		filling.fail({ kind: 'not-a-tolerance', text: reading.ok ? String(reading.value) : text, at });
		return { kind: 'exact' };
	}
	if (percent === undefined) return { kind: 'absolute', tolerance: reading.value };
	if (key === 0) filling.fail({ kind: 'tolerance-on-zero', text, at });
	return { kind: 'relative', fraction: reading.value / 100 };
}
