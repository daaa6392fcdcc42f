// The functions of the formula language: pure, quick, and none that could reach anything. docs/variants.md has them all.

import { type FormulaValue, longestResult } from './formula.ts';
import { asShown, numberText, rounded } from './numbers.ts';

/** What one argument must be. `whole`: a whole number up to 2^53 either way. */
export type Taken = 'number' | 'whole' | 'text' | 'value';

/** The arguments, which are as many and of the kinds that the function takes. Numbers and texts each in their order. */
export interface Given {
	readonly numbers: readonly number[];
	readonly texts: readonly string[];
	readonly all: readonly FormulaValue[];
}

/** It cannot be worked out from this argument, counted from 0. Reads on as "Unexpected `found`, expected `expected`". */
export interface Refusal {
	readonly argument: number;
	readonly expected: string;
}

export interface FormulaFunction {
	/** As its page writes it: `round(x, digits)`. */
	readonly form: string;
	readonly takes: readonly Taken[];
	/** How many of the last may be left out. */
	readonly optional: number;
	/** The last may be repeated. */
	readonly repeats: boolean;
	/** `value`: one of its arguments. */
	readonly gives: 'number' | 'text' | 'value';
	readonly run: (given: Given) => FormulaValue | Refusal;
}

/** Bitwise operations are on whole numbers from 0 to this. */
const mostBits = 2 ** 32 - 1;

type Options = Partial<Pick<FormulaFunction, 'optional' | 'repeats'>>;

function define(
	form: string,
	takes: readonly Taken[],
	gives: FormulaFunction['gives'],
	run: FormulaFunction['run'],
	options: Options = {},
) {
	const name = form.slice(0, form.indexOf('('));
	return [name, { form, takes, gives, run, optional: 0, repeats: false, ...options }] satisfies readonly [string, FormulaFunction];
}

/** Of one number. */
function ofNumber(form: string, run: (x: number) => number | Refusal) {
	return define(form, ['number'], 'number', ({ numbers: [x = 0] }) => run(x));
}

/** Of one text, to a text. */
function ofText(form: string, run: (text: string) => string) {
	return define(form, ['text'], 'text', ({ texts: [text = ''] }) => run(text));
}

/** Of two whole numbers from 0 to 2^32 - 1, bit by bit. */
function ofBits(form: string, run: (a: bigint, b: bigint) => bigint) {
	return define(form, ['whole', 'whole'], 'number', ({ numbers: [a = 0, b = 0] }) => {
		const wrong = [a, b].findIndex((each) => each < 0 || each > mostBits);
		return wrong === -1 ? Number(run(BigInt(a), BigInt(b))) : refuse(wrong, 'a whole number from 0 to 4294967295');
	});
}

function refuse(argument: number, expected: string): Refusal {
	return { argument, expected };
}

/** An argument within bounds, or why not. */
function within(argument: number, value: number, low: number, high: number): Refusal | undefined {
	return value >= low && value <= high ? undefined : refuse(argument, `a whole number from ${low} to ${high}`);
}

function greatestCommonDivisor(a: number, b: number): number {
	return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}

/** pi is not quite pi in doubles, so that its sine is not quite 0. */
function cleared(value: number): number {
	return Math.abs(value) < 1e-14 ? 0 : value;
}

function inBase(value: number, base: number): string {
	return value.toString(base);
}

/** Characters as people count them, nearly: code points, so that none is cut in two. */
function charactersOf(text: string): readonly string[] {
	return [...text];
}

const all: readonly (readonly [name: string, own: FormulaFunction])[] = [
	ofNumber('abs(x)', Math.abs),
	ofNumber('sign(x)', (x) => Math.sign(asShown(x))),
	ofNumber('floor(x)', (x) => Math.floor(asShown(x))),
	ofNumber('ceil(x)', (x) => Math.ceil(asShown(x))),
	ofNumber('trunc(x)', (x) => Math.trunc(asShown(x))),
	define(
		'round(x, digits)',
		['number', 'whole'],
		'number',
		({ numbers: [x = 0, digits = 0] }) => within(1, digits, 0, 12) ?? rounded(x, digits),
		{ optional: 1 },
	),
	define(
		'significant(x, digits)',
		['number', 'whole'],
		'number',
		({ numbers: [x = 0, digits = 0] }) => within(1, digits, 1, 12) ?? Number(asShown(x).toPrecision(digits)),
	),
	define('mod(a, b)', ['whole', 'whole'], 'number', ({ numbers: [a = 0, b = 0] }) =>
		b === 0 ? refuse(1, 'a divisor other than 0') : a - b * Math.floor(a / b),
	),
	define('gcd(a, b)', ['whole', 'whole'], 'number', ({ numbers: [a = 0, b = 0] }) => greatestCommonDivisor(a, b)),
	define('lcm(a, b)', ['whole', 'whole'], 'number', ({ numbers: [a = 0, b = 0] }) =>
		a === 0 || b === 0 ? 0 : Math.abs(a / greatestCommonDivisor(a, b)) * Math.abs(b),
	),
	define('min(a, b, ...)', ['number', 'number'], 'number', ({ numbers }) => Math.min(...numbers), { repeats: true }),
	define('max(a, b, ...)', ['number', 'number'], 'number', ({ numbers }) => Math.max(...numbers), { repeats: true }),
	define('factorial(n)', ['whole'], 'number', ({ numbers: [n = 0] }) => within(0, n, 0, 18) ?? product(1, n)),
	define('binomial(n, k)', ['whole', 'whole'], 'number', ({ numbers: [n = 0, k = 0] }) => {
		const wrong = within(0, n, 0, 50) ?? within(1, k, 0, 50);
		if (wrong !== undefined) return wrong;
		let count = 1;
		for (let each = 1; each <= Math.min(k, n - k); each++) count = Math.round((count * (n - each + 1)) / each);
		return k > n ? 0 : count;
	}),
	ofNumber('sqrt(x)', (x) => (x < 0 ? refuse(0, 'a number from 0') : Math.sqrt(x))),
	ofNumber('exp(x)', Math.exp),
	ofNumber('ln(x)', (x) => (x <= 0 ? refuse(0, 'a number above 0') : Math.log(x))),
	ofNumber('log10(x)', (x) => (x <= 0 ? refuse(0, 'a number above 0') : Math.log10(x))),
	ofNumber('log2(x)', (x) => (x <= 0 ? refuse(0, 'a number above 0') : Math.log2(x))),
	ofNumber('sin(x)', (x) => cleared(Math.sin(x))),
	ofNumber('cos(x)', (x) => cleared(Math.cos(x))),
	ofNumber('tan(x)', (x) => (cleared(Math.cos(x)) === 0 ? refuse(0, 'an angle that has a tangent') : cleared(Math.tan(x)))),
	ofNumber('asin(x)', (x) => (Math.abs(x) > 1 ? refuse(0, 'a number from -1 to 1') : Math.asin(x))),
	ofNumber('acos(x)', (x) => (Math.abs(x) > 1 ? refuse(0, 'a number from -1 to 1') : Math.acos(x))),
	ofNumber('atan(x)', Math.atan),
	ofBits('bitand(a, b)', (a, b) => a & b),
	ofBits('bitor(a, b)', (a, b) => a | b),
	ofBits('bitxor(a, b)', (a, b) => a ^ b),

	define('text(x)', ['value'], 'text', ({ all: [x = ''] }) => (typeof x === 'number' ? numberText(x) : String(x))),
	define('fixed(x, digits)', ['number', 'whole'], 'text', ({ numbers: [x = 0, digits = 0] }) => {
		if (Math.abs(x) >= 1e15) return refuse(0, 'a number below 1e15');
		return within(1, digits, 0, 12) ?? rounded(x, digits).toFixed(digits);
	}),
	define('signed(x)', ['number'], 'text', ({ numbers: [x = 0] }) =>
		asShown(x) < 0 ? `- ${numberText(Math.abs(x))}` : `+ ${numberText(x)}`,
	),
	define('base(n, b)', ['whole', 'whole'], 'text', ({ numbers: [n = 0, b = 0] }) => within(1, b, 2, 36) ?? inBase(n, b)),
	define('bin(n)', ['whole'], 'text', ({ numbers: [n = 0] }) => inBase(n, 2)),
	define('hex(n)', ['whole'], 'text', ({ numbers: [n = 0] }) => inBase(n, 16)),
	define('number(t, b)', ['text', 'whole'], 'number', ({ texts: [text = ''], numbers: [base = 10] }) => readDigits(text, base), {
		optional: 1,
	}),
	define('length(t)', ['text'], 'number', ({ texts: [text = ''] }) => charactersOf(text).length),
	ofText('upper(t)', (text) => text.toUpperCase()),
	ofText('lower(t)', (text) => text.toLowerCase()),
	ofText('reverse(t)', (text) => charactersOf(text).toReversed().join('')),
	define('concat(a, b, ...)', ['value', 'value'], 'text', ({ all: parts }) => parts.map(shown).join(''), { repeats: true }),
	define('repeat(t, n)', ['text', 'whole'], 'text', ({ texts: [text = ''], numbers: [count = 0] }) =>
		text.length * count > longestResult ? tooLong(1) : (within(1, count, 0, longestResult) ?? text.repeat(count)),
	),
	define('pad(t, n, fill)', ['value', 'whole', 'text'], 'text', ({ all: [padded = ''], numbers, texts }) => {
		const width = numbers.at(-1) ?? 0;
		const fill = texts.at(-1) ?? '';
		if (charactersOf(fill).length !== 1) return refuse(2, 'one character');
		const text = shown(padded);
		return within(1, width, 0, longestResult) ?? fill.repeat(Math.max(0, width - charactersOf(text).length)) + text;
	}),
	define(
		'slice(t, from, to)',
		['text', 'whole', 'whole'],
		'text',
		({ texts: [text = ''], numbers: [from = 0, to = longestResult] }) => charactersOf(text).slice(from, to).join(''),
		{ optional: 1 },
	),
	define('find(t, part)', ['text', 'text'], 'number', ({ texts: [text = '', part = ''] }) => {
		const at = text.indexOf(part);
		return at === -1 ? -1 : charactersOf(text.slice(0, at)).length;
	}),
	define('replace(t, part, by)', ['text', 'text', 'text'], 'text', ({ texts: [text = '', part = '', by = ''] }) => {
		if (part === '') return refuse(1, 'a text that is not empty');
		const pieces = text.split(part);
		return text.length + (pieces.length - 1) * by.length > 2 * longestResult ? tooLong(2) : pieces.join(by);
	}),
	define('code(t)', ['text'], 'number', ({ texts: [text = ''] }) => text.codePointAt(0) ?? refuse(0, 'a text that is not empty')),
	define('char(n)', ['whole'], 'text', ({ numbers: [n = 0] }) => within(0, n, 32, 126) ?? String.fromCodePoint(n)),
	define(
		'item(n, a, b, ...)',
		['whole', 'value', 'value'],
		'value',
		({ numbers: [n = 0], all: [, ...items] }) => within(0, n, 0, items.length - 1) ?? items[n] ?? refuse(0, 'the place of an item'),
		{ repeats: true },
	),
];

function product(from: number, to: number): number {
	let result = 1;
	for (let each = from; each <= to; each++) result *= each;
	return result;
}

function shown(value: FormulaValue): string {
	return typeof value === 'number' ? numberText(value) : String(value);
}

function tooLong(argument: number): Refusal {
	return refuse(argument, `a text of at most ${longestResult} characters to come of it`);
}

/** Digits in a base, with a sign; in base 10 a decimal number too. */
function readDigits(text: string, base: number): number | Refusal {
	const wrong = within(1, base, 2, 36);
	if (wrong !== undefined) return wrong;
	const digits = text.trim().toLowerCase();
	if (base === 10) return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(digits) ? Number(digits) : refuse(0, 'digits');
	const value = Number.parseInt(digits, base);
	const unsigned = digits.replace(/^[+-]/u, '').replace(/^0+(?=.)/u, '');
	return inBase(Math.abs(value), base) === unsigned ? value : refuse(0, `digits in base ${base}`);
}

/** A map of its own keys only: `constructor` is an unknown name here, as any other. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(all);

/** Fewest and most arguments. */
export function arityOf({ takes, optional, repeats }: FormulaFunction): { readonly least: number; readonly most: number } {
	return { least: takes.length - optional, most: repeats ? Number.POSITIVE_INFINITY : takes.length };
}

/** What the argument at this place must be. */
export function takenAt({ takes }: FormulaFunction, place: number): Taken {
	return takes[place] ?? takes.at(-1) ?? 'value';
}
