// A number as people write it. What can be read in two ways is asked again, never guessed.

import type { AskAgain } from '../model/attempt.ts';

export type NumberReading = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly again: AskAgain };

const superscripts = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'].map((sign, index) => [sign, '0123456789+-'.charAt(index)]));

const powerOfTen = /[x×*·]\s?10[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/giu;

/** `5²`: NFKC would make 52 of it. */
const loosePower = /\d[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]/u;

/** Longest text that is read as a number, in UTF-16 units. */
const longestNumber = 200;

/**
 * Reads `42`, `-3.5`, `1/2`, `1 1/2`, `½`, `3.8e5`, `3.8×10^5`, `1,234,567`, `1 234`, `1.234,5`, `0,5`, with the unit
 * before or after, or left out.
 *
 * `1,234` is a thousand or one and a bit, so it is asked again; `1.234` is one and a bit, since that is how keys are written.
 *
 * @param unit the question's unit, when it has one.
 * @returns a finite double, or why the text must be asked for again.
 */
export function readNumber(text: string, unit?: string): NumberReading {
	if (text.length > longestNumber) return { ok: false, again: { kind: 'too-long', limit: longestNumber } };
	const typed = text.trim();
	if (unit === undefined && plainNumber.test(typed)) return { ok: true, value: Number(typed) };
	if (loosePower.test(typed.replace(powerOfTen, ''))) return { ok: false, again: { kind: 'not-a-number', typed } };
	const plain = plainDigits(typed);
	if (plain === '') return { ok: false, again: { kind: 'empty' } };
	const unreadable: NumberReading = { ok: false, again: { kind: 'not-a-number', typed } };

	const { digits, rest } = splitUnit(plain, unit === undefined ? undefined : plainDigits(unit));
	if (digits === '') return unreadable;
	if (rest !== '') return { ok: false, again: { kind: 'other-unit', typed: rest, expected: unit } };

	const readings = valuesOf(digits).filter((value) => Number.isFinite(value));
	const [first, second] = readings;
	if (first === undefined) return unreadable;
	if (second !== undefined) return { ok: false, again: { kind: 'ambiguous-number', typed, readings: [String(first), String(second)] } };
	return { ok: true, value: first };
}

/** Nearly all keys are written so, and can be read in one way only. */
const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** NFKC, but with powers and mixed fractions kept apart, one minus sign, one slash, one space, `e` for `×10^`. */
function plainDigits(text: string): string {
	return text
		.replace(/10([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)/gu, (_, power: string) => `10^${[...power].map((sign) => superscripts.get(sign) ?? sign).join('')}`)
		.replace(/(\d)([\u00bc-\u00be\u2150-\u215e])/gu, '$1 $2')
		.normalize('NFKC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.replace(/[\u2212\u2010\u2011\u2012\u2013]/gu, '-')
		.replace(/\u2044/gu, '/')
		.replace(/['\u2019_](?=\d)/gu, ' ')
		.replace(/\s+/gu, ' ')
		.replace(/ ?[x×*·] ?10 ?\^ ?([+-]?\d+)/giu, 'e$1')
		.trim();
}

const numeral = String.raw`(?:\d[\d., ]*|[.,]\d+)`;
const numberShape = new RegExp(String.raw`^([+-]? ?${numeral}(?:e[+-]?\d+)?(?: ?/ ?[+-]?${numeral}(?:e[+-]?\d+)?)?)`, 'iu');

/** The unit is compared as written: `mW` is not `MW`. */
function splitUnit(text: string, unit: string | undefined): { readonly digits: string; readonly rest: string } {
	if (unit !== undefined && unit !== '' && text.endsWith(unit)) {
		const before = text.slice(0, -unit.length).trim();
		if (before !== '' && numberShape.exec(before)?.[1] === before) return { digits: before, rest: '' };
	}
	const [, sign = '', unsigned = ''] = /^([+-]? ?)(.*)$/su.exec(text) ?? [];
	const stripped = unit !== undefined && unit !== '' && unsigned.startsWith(unit) ? sign + unsigned.slice(unit.length).trim() : text;
	const digits = (numberShape.exec(stripped)?.[1] ?? '').trim();
	const rest = stripped.slice(digits.length).trim();
	return { digits, rest: rest === unit ? '' : rest };
}

/** Every value the digits may stand for; none: they are no number; two: they are ambiguous. */
function valuesOf(digits: string): readonly number[] {
	const sign = digits.startsWith('-') ? -1 : 1;
	const unsigned = digits.replace(/^[+-] ?/u, '');
	const parts = unsigned.split('/').map((part) => part.trim());
	const [over, under] = parts;
	if (over === undefined) return [];
	if (under === undefined) return decimalValues(over).map((value) => sign * value);

	const mixed = /^(\d+) (\d+)$/u.exec(over);
	const bottoms = under.startsWith('-') ? decimalValues(under.slice(1)).map((value) => -value) : decimalValues(under.replace(/^\+/u, ''));
	const divisors = bottoms.filter((bottom) => bottom !== 0 && Number.isFinite(bottom));
	const improper = decimalValues(over).flatMap((top) => divisors.map((bottom) => sign * (top / bottom)));
	const beside = mixed === null ? [] : divisors.map((bottom) => sign * (Number(mixed[1]) + Number(mixed[2]) / bottom));
	return [...improper, ...beside];
}

/** Unsigned, no fraction. */
function decimalValues(text: string): readonly number[] {
	const [mantissa = '', exponent, ...more] = text.toLowerCase().split('e');
	if (more.length > 0) return [];
	const power = exponent === undefined ? '' : `e${exponent}`;
	return [...new Set(mantissaForms(mantissa).map((form) => Number(form + power)))];
}

/** The mantissa with a decimal point and no separators, in every way it can be read. */
function mantissaForms(text: string): readonly string[] {
	const forms: string[] = [];
	const plain = /^(?:\d+\.?\d*|\.\d+)$/u;
	if (plain.test(text)) forms.push(text);
	if (/^(?:\d+,\d+|,\d+)$/u.test(text)) forms.push(text.replace(',', '.'));
	for (const [separator, point] of [
		[',', '.'],
		['.', ','],
		[' ', '.'],
		[' ', ','],
	] as const) {
		const form = withoutThousands(text, separator, point);
		if (form !== undefined && !forms.some((known) => Number(known) === Number(form))) forms.push(form);
	}
	return plain.test(text) ? forms.slice(0, 1) : forms;
}

/** `1,234,567.8` with separator `,` and point `.`: groups of three after one to three digits that do not begin with 0. */
function withoutThousands(text: string, separator: string, point: string): string | undefined {
	const [whole = '', fraction, ...more] = text.split(point);
	if (more.length > 0 || (fraction !== undefined && !/^\d+$/u.test(fraction))) return undefined;
	const groups = whole.split(separator);
	const [head = '', ...tail] = groups;
	if (tail.length === 0 || !/^[1-9]\d{0,2}$/u.test(head) || tail.some((group) => !/^\d{3}$/u.test(group))) return undefined;
	return groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
}
