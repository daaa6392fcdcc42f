// From a typed line to an answer, or to what is not clear about it. Numbers and letters are those that the question was shown with.

import type { Answer, Presentation } from '../../model/attempt.ts';
import { safeLine } from '../safe.ts';
import { counted, listed } from '../views/wording.ts';

export type Typed =
	| { readonly kind: 'answer'; readonly answer: Answer }
	/** What was found, and how an answer is typed. */
	| { readonly kind: 'unclear'; readonly message: string };

/** Blanks come one by one and have no line of their own here. */
type OneLine = Exclude<Presentation, { readonly type: 'cloze' }>;

export function readTyped(line: string, presentation: OneLine): Typed {
	switch (presentation.type) {
		case 'choice': {
			const { options } = presentation;
			const [picked, ...more] = numbersIn(line) ?? [];
			const chosen = picked === undefined ? undefined : options[picked - 1];
			return chosen === undefined || more.length > 0
				? unclear(line, `one number from 1 to ${options.length}`)
				: given({ type: 'choice', chosen });
		}
		case 'multiple': {
			const { options } = presentation;
			const picked = numbersIn(line);
			if (picked === undefined || picked.length === 0 || !allWithin(picked, options)) {
				return unclear(line, `numbers from 1 to ${options.length} with spaces between them, like 1 ${options.length}`);
			}
			return given({ type: 'multiple', chosen: options.filter((_, index) => picked.includes(index + 1)) });
		}
		case 'true-false': {
			const word = line.trim().toLowerCase();
			if (['t', 'true', '1'].includes(word)) return given({ type: 'true-false', chosen: true });
			if (['f', 'false', '2'].includes(word)) return given({ type: 'true-false', chosen: false });
			return unclear(line, 't for true or f for false');
		}
		case 'text':
			return given({ type: 'text', typed: line });
		case 'number':
			return given({ type: 'number', typed: line });
		case 'order':
			return readOrder(line, presentation.items);
		case 'match':
			return readMatch(line, presentation.lefts, presentation.rights);
	}
}

function readOrder(line: string, items: readonly string[]): Typed {
	const numbers = numbersIn(line);
	const example = items.map((_, index) => items.length - index).join(' ');
	if (numbers === undefined || numbers.length === 0 || !allWithin(numbers, items)) {
		return unclear(line, `the numbers of all ${items.length} items in the right order, like ${example}`);
	}
	const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
	if (twice !== undefined)
		return say(`Item ${twice} stands there twice. Please type each of the ${items.length} numbers once, like ${example}.`);
	const missing = items.flatMap((_, index) => (numbers.includes(index + 1) ? [] : [String(index + 1)]));
	if (missing.length > 0) {
		return say(
			`${missing.length === 1 ? 'Item' : 'Items'} ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} still missing. Please type all ${items.length} numbers, like ${example}.`,
		);
	}
	return given({ type: 'order', arranged: numbers.flatMap((number) => items.slice(number - 1, number)) });
}

function readMatch(line: string, lefts: readonly string[], rights: readonly string[]): Typed {
	const example = lefts.map((_, index) => `${index + 1}${letterOf(Math.min(index, rights.length - 1))}`).join(' ');
	const asked = `a number and a letter for each of the ${lefts.length}, like ${example}`;
	const parts = [...line.trim().matchAll(/(\d+)[\s=:.)-]*([a-z]+)[\s,;]*/giuy)];
	const read = parts.map(([whole]) => whole).join('');
	if (parts.length === 0 || read.length !== line.trim().length) return unclear(line, asked);
	const pairs = new Map<number, number>();
	for (const [, number = '', letters = ''] of parts) {
		const left = Number(number);
		const right = rights.findIndex((_, index) => letterOf(index) === letters.toLowerCase());
		if (left < 1 || left > lefts.length) return say(`There is no number ${number}. Please type ${asked}.`);
		if (right < 0) return say(`There is no letter ${letters}: they go from a to ${letterOf(rights.length - 1)}. Please type ${asked}.`);
		if (pairs.has(left)) return say(`Number ${left} stands there twice. Please type ${asked}.`);
		pairs.set(left, right);
	}
	const missing = lefts.flatMap((_, index) => (pairs.has(index + 1) ? [] : [String(index + 1)]));
	if (missing.length > 0)
		return say(
			`${counted(missing.length, 'number')} ${missing.length === 1 ? 'has' : 'have'} no letter yet: ${listed(missing)}. Please type ${asked}.`,
		);
	return given({ type: 'match', paired: lefts.map((left, index) => ({ left, right: rights[pairs.get(index + 1) ?? 0] ?? '' })) });
}

/** a to z, then aa, ab and so on. */
export function letterOf(index: number): string {
	const last = String.fromCharCode(0x61 + (index % 26));
	return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Whole numbers with spaces, commas or semicolons between them; undefined where there is anything else. */
export function numbersIn(line: string): readonly number[] | undefined {
	const parts = line.split(/[\s,;]+/u).filter((part) => part !== '');
	return parts.every((part) => /^\d{1,6}\.?$/u.test(part)) ? parts.map((part) => Number.parseInt(part, 10)) : undefined;
}

function allWithin(numbers: readonly number[], texts: readonly string[]): boolean {
	return numbers.every((number) => number >= 1 && number <= texts.length);
}

function given(answer: Answer): Typed {
	return { kind: 'answer', answer };
}

function unclear(line: string, expected: string): Typed {
	return say(`${foundIn(line)} Please type ${expected}.`);
}

/** Long lines are cut: they are known to whoever typed them. */
export function foundIn(line: string): string {
	const found = safeLine(line);
	if (found === '') return 'That line was empty.';
	const characters = [...found];
	return `"${characters.length > 40 ? `${characters.slice(0, 40).join('')}...` : found}" was not understood.`;
}

function say(message: string): Typed {
	return { kind: 'unclear', message };
}
