// From the value of "answer" to an answer to the very question that stands. What each type takes is told in docs/protocol.md.

import type { Answer, Presentation } from '../../model/attempt.ts';
import type { QuestionType } from '../../model/deck.ts';
import { described, type Fault, isRecord, shown } from './read-request.ts';

export type AnswerRead = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly fault: Fault };

type PresentationOf<T extends QuestionType> = Extract<Presentation, { readonly type: T }>;

/** One reader for each type; a new type will not compile without its own. */
const readers: { readonly [T in QuestionType]: (value: unknown, presentation: PresentationOf<T>) => AnswerRead } = {
	choice: (value, { options }) => {
		const picked = pick(value, options, 'option');
		return picked.ok ? given({ type: 'choice', chosen: picked.text }) : picked;
	},
	multiple: (value, { options }) => {
		const picked = pickEach(value, options, 'option', 'options');
		if (!picked.ok) return picked;
		const again = firstTwice(picked.texts);
		if (again !== undefined) return faulty('twice', `Unexpected second ${shown(again)}. Expected each option at most once.`);
		return given({ type: 'multiple', chosen: options.filter((option) => picked.texts.includes(option)) });
	},
	'true-false': (value) =>
		typeof value === 'boolean' ? given({ type: 'true-false', chosen: value }) : wrongAnswer(value, 'true or false'),
	text: (value) => (typeof value === 'string' ? given({ type: 'text', typed: value }) : wrongAnswer(value, 'a text')),
	number: (value) =>
		typeof value === 'string' || typeof value === 'number'
			? given({ type: 'number', typed: String(value) })
			: wrongAnswer(value, 'a number, or a text that holds one'),
	cloze: (value, { blanks }) => {
		if (!isTexts(value)) return wrongAnswer(value, `an array of ${counted(blanks.length, 'text')}, one for each blank`);
		if (value.length !== blanks.length) return incomplete(value, `${counted(blanks.length, 'text')}, one for each blank in order`);
		return given({ type: 'cloze', filled: blanks.map((blank, index) => ({ blank, typed: value[index] ?? '' })) });
	},
	order: (value, { items }) => {
		const picked = pickEach(value, items, 'item', 'items');
		if (!picked.ok) return picked;
		const again = firstTwice(picked.texts);
		if (again !== undefined) return faulty('twice', `Unexpected second ${shown(again)}. Expected each item once.`);
		if (picked.texts.length !== items.length) return incomplete(picked.texts, `all ${items.length} items, in order`);
		return given({ type: 'order', arranged: picked.texts });
	},
	match: (value, { lefts, rights }) => {
		const inOrder = isRecord(value) ? byLeft(value, lefts) : { ok: true as const, values: value };
		if (!inOrder.ok) return inOrder;
		const picked = pickEach(inOrder.values, rights, 'right side', 'right sides');
		if (!picked.ok) return picked;
		if (picked.texts.length !== lefts.length)
			return incomplete(picked.texts, `${lefts.length} right sides, one for each left side in order`);
		return given({ type: 'match', paired: lefts.map((left, index) => ({ left, right: picked.texts[index] ?? '' })) });
	},
};

export function readAnswer(value: unknown, presentation: Presentation): AnswerRead {
	switch (presentation.type) {
		case 'choice':
			return readers.choice(value, presentation);
		case 'multiple':
			return readers.multiple(value, presentation);
		case 'true-false':
			return readers['true-false'](value, presentation);
		case 'text':
			return readers.text(value, presentation);
		case 'number':
			return readers.number(value, presentation);
		case 'cloze':
			return readers.cloze(value, presentation);
		case 'order':
			return readers.order(value, presentation);
		case 'match':
			return readers.match(value, presentation);
	}
}

type Failed = Extract<AnswerRead, { readonly ok: false }>;

/** One of the texts, by its number from 1 or by itself. */
function pick(value: unknown, texts: readonly string[], what: string): { readonly ok: true; readonly text: string } | Failed {
	const expected = `a number from 1 to ${texts.length}, or the text of one ${what}`;
	if (typeof value !== 'number' && typeof value !== 'string') return wrongAnswer(value, expected);
	const text = typeof value === 'number' ? texts[value - 1] : texts.find((each) => each === value);
	return text === undefined ? faulty('no-such-option', `Unexpected ${described(value)}. Expected ${expected}.`) : { ok: true, text };
}

function pickEach(
	value: unknown,
	texts: readonly string[],
	what: string,
	whats: string,
): { readonly ok: true; readonly texts: readonly string[] } | Failed {
	if (!Array.isArray(value)) return wrongAnswer(value, `an array of ${whats}, each by its number from 1 or by its text`);
	const picked: string[] = [];
	for (const each of value) {
		const one = pick(each, texts, what);
		if (!one.ok) return one;
		picked.push(one.text);
	}
	return { ok: true, texts: picked };
}

/** The values in the order of the left sides. */
function byLeft(
	value: Readonly<Record<string, unknown>>,
	lefts: readonly string[],
): { readonly ok: true; readonly values: readonly unknown[] } | Failed {
	const stranger = Object.keys(value).find((left) => !lefts.includes(left));
	if (stranger !== undefined) return faulty('no-such-option', `Unexpected key ${shown(stranger)}. Expected the text of a left side.`);
	const missing = lefts.find((left) => !Object.hasOwn(value, left));
	if (missing !== undefined)
		return faulty('incomplete', `Unexpected answer without ${shown(missing)}. Expected all ${lefts.length} left sides.`);
	return { ok: true, values: lefts.map((left) => value[left]) };
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function firstTwice(texts: readonly string[]): string | undefined {
	return texts.find((text, index) => texts.indexOf(text) !== index);
}

function given(answer: Answer): AnswerRead {
	return { ok: true, answer };
}

function wrongAnswer(value: unknown, expected: string): Failed {
	return faulty('wrong-answer', `Unexpected ${described(value)} as "answer". Expected ${expected}.`);
}

function incomplete(found: readonly unknown[], expected: string): Failed {
	return faulty('incomplete', `Unexpected ${described(found)}. Expected ${expected}.`);
}

function faulty(code: Fault['code'], message: string): Failed {
	return { ok: false, fault: { code, message } };
}

function counted(count: number, one: string): string {
	return `${count} ${one}${count === 1 ? '' : 's'}`;
}
