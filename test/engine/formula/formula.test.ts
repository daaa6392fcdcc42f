import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { evaluate } from '../../../src/engine/formula/evaluate.ts';
import { deepestFormula, type Formula, longestFormula, newBudget } from '../../../src/engine/formula/formula.ts';
import { functions } from '../../../src/engine/formula/functions.ts';
import { compareNumbers, numberText, rounded } from '../../../src/engine/formula/numbers.ts';
import { parseFormula } from '../../../src/engine/formula/parse-formula.ts';
import { type FormulaType, typeOfFormula } from '../../../src/engine/formula/type-of-formula.ts';
import { propertySeed } from '../builders.ts';
import { faultText, said } from './evaluate.ts';

const runs = { seed: propertySeed, numRuns: 200 };

describe('a formula', () => {
	it.each([
		// What binds tighter is worked out first.
		['2 + 3 * 4', '14'],
		['(2 + 3) * 4', '20'],
		['20 - 5 - 3', '12'],
		['20 / 5 / 2', '2'],
		['2 ^ 3 ^ 2', '512'],
		['-2 ^ 2', '-4'],
		['(-2) ^ 2', '4'],
		['2 ^ -1', '0.5'],
		['2 * -3', '-6'],
		['- -3', '3'],
		['1 + 2 == 3 and 2 < 1 or true', 'true'],
		['not 1 < 2', 'false'],
		['not false and false', 'false'],
		['true or false and false', 'true'],
		['7 % 3', '1'],
		['-7 % 3', '-1'],
		['7 % -3', '1'],
		// Numbers and texts as they are written.
		['.5 + 1e2', '100.5'],
		['pi', '3.14159265359'],
		[`"it's"`, `"it's"`],
		[`'say "a"'`, JSON.stringify('say "a"')],
		[`'\\d+\\.'`, JSON.stringify('\\d+\\.')],
		["'a' < 'b'", 'true'],
		["'a' == 'A'", 'false'],
		// Conditions.
		["if(v > 10, 'more', 'less')", '"more"'],
		['if(r == 0, 0, v / r)', '0'],
		['r == 0 or v / r > 1', 'true'],
		['r != 0 and v / r > 1', 'false'],
	])('%s gives %s', (formula, expected) => {
		expect(said(formula, { v: 12, r: 0 })).toBe(expected);
	});

	it.each([
		['v / r', 'v / [r]: Unexpected `0`, expected a divisor other than 0'],
		['v % r', 'v % [r]: Unexpected `0`, expected a divisor other than 0'],
		['2.5 % 2', '[2.5] % 2: Unexpected `2.5`, expected a whole number'],
		['(0 - 2) ^ 0.5', '(0 - 2) ^ [0.5]: Unexpected `0.5`, expected a whole number, as the power of one below 0'],
		['10 ^ 400', '[10 ^ 400]: Unexpected result that is not a finite number, expected one below 1.8e308'],
		['sqrt(v - 13)', 'sqrt([v - 13]): Unexpected `-1`, expected a number from 0'],
		["1 + 'a'", "1 + ['a']: Unexpected text `a`, expected a number"],
		["1 < 'a'", "1 < ['a']: Unexpected text `a`, expected a number to compare with `1`"],
		['if(v, 1, 2)', 'if([v], 1, 2): Unexpected `12`, expected a condition'],
		['upper(v)', 'upper([v]): Unexpected `12`, expected a text. Write `text(...)` around it.'],
		['w', '[w]: Unexpected `w`, expected the name of a variable'],
		["item(2, 'a', 'b')", "item([2], 'a', 'b'): Unexpected `2`, expected a whole number from 0 to 1"],
	])('that cannot be worked out says why, and where: %s', (formula, expected) => {
		expect(said(formula, { v: 12, r: 0 })).toBe(expected);
	});

	it.each([
		['1 +', '1 +[]: Unexpected end of the formula, expected a number, a text, a name or `(`'],
		['', '[]: Unexpected end of the formula, expected a number, a text, a name or `(`'],
		['(1 + 2', '(1 + 2[]: Unexpected end of the formula, expected `)`'],
		['1 + 2)', '1 + 2[)]: Unexpected `)`, expected an operator, or the end'],
		['2v', '2[v]: Unexpected `v`, expected an operator, or the end. Write `*` between them.'],
		['2 (v)', '2 [(]v): Unexpected `(`, expected an operator, or the end. Write `*` between them.'],
		['v = 2', 'v [=] 2: Unexpected `=`, expected `==`. Write `==`.'],
		['v === 2', 'v [===] 2: Unexpected `===`, expected `==`. Write `==`.'],
		['v && r', 'v [&&] r: Unexpected `&&`, expected `and`. Write `and`.'],
		['v ** 2', 'v [**] 2: Unexpected `**`, expected `^`. Write `^`.'],
		['v ≤ 2', 'v [≤] 2: Unexpected `≤`, expected `<=`. Write `<=`.'],
		['v ? 1 : 2', 'v [?] 1 : 2: Unexpected `?`, expected `if(condition, then, otherwise)`. Write `if(condition, then, otherwise)`.'],
		['1 < v < 3', '1 < v [<] 3: Unexpected `<`, expected `and`, since comparisons do not chain. Write `a < b and b < c`.'],
		["'abc", "['abc]: Unexpected text without an end, expected a second `'`"],
		['flor(v)', '[flor](v): Unexpected `flor(`, expected a function. Did you mean `floor(`?'],
		['constructor(v)', '[constructor](v): Unexpected `constructor(`, expected a function'],
		['round(1, 2, 3)', '[round(1, 2, 3)]: Unexpected 3 values for `round`, expected 1 or 2. Write `round(x, digits)`.'],
		['abs()', '[abs()]: Unexpected no values for `abs`, expected 1. Write `abs(x)`.'],
		['min(1)', '[min(1)]: Unexpected 1 value for `min`, expected at least 2. Write `min(a, b, ...)`.'],
		['round(1,)', 'round(1,[)]: Unexpected `)`, expected a number, a text, a name or `(`'],
		['round(1 2)', 'round(1 [2]): Unexpected `2`, expected `,` or `)`'],
		['if true', 'if [true]: Unexpected `true`, expected `(`. Write `if(condition, then, otherwise)`.'],
		['and', '[and]: Unexpected `and`, expected a number, a text, a name or `(`'],
		[
			'9007199254740993',
			'[9007199254740993]: Unexpected `9007199254740993`, expected a whole number up to 9007199254740991. Write an exponent where digits may be lost: `1e16`.',
		],
	])('that is none says what was found, what was expected, and where: %s', (formula, expected) => {
		expect(said(formula, { v: 2, r: 3 })).toBe(expected);
	});

	it.each(['v.constructor', 'v["constructor"]', 'v = 3', 'v; r', 'x => x', '`v`', '[1]', '{a: 1}', 'this', 'globalThis', '__proto__'])(
		'reaches nothing but its variables: %s',
		(formula) => {
			expect(said(formula, { v: 2 })).toContain('Unexpected');
		},
	);

	it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])('knows %s as a name like any other', (name) => {
		expect(said(name)).toBe(`[${name}]: Unexpected \`${name}\`, expected the name of a variable`);
		expect(said(`${name} + 1`, Object.fromEntries([[name, 41]]))).toBe('42');
	});

	it('is held to its length, its depth and its steps', () => {
		expect(said(`${'1+'.repeat(249)}1`)).toBe('250');
		expect(said('1'.repeat(longestFormula + 1))).toContain(
			`formula of ${longestFormula + 1} characters, expected at most ${longestFormula}`,
		);
		const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
		expect(said(nested(deepestFormula))).toBe('1');
		expect(said(nested(deepestFormula + 1))).toContain(`expected at most ${deepestFormula} levels`);
		expect(said(`${'-'.repeat(100)}1`)).toContain('levels');
		expect(said(`2${'^1'.repeat(100)}`)).toContain('levels');
		const parsed = parseFormula('1 + 1');
		const budget = { left: 2 };
		expect(parsed.ok && evaluate(parsed.formula, new Map(), budget)).toMatchObject({ ok: false, fault: { found: 'so many steps' } });
		expect(said("repeat('ab', 501)")).toContain('expected a text of at most 1000 characters to come of it');
		expect(said("concat(repeat('a', 600), repeat('b', 600))")).toContain('Unexpected text of 1200 characters, expected at most 1000');
	});
});

describe('a number', () => {
	it.each([
		[0.1 + 0.2, '0.3'],
		[-0, '0'],
		[1 / 3, '0.333333333333'],
		[2 / 3, '0.666666666667'],
		[12_345_678_901_234, '12345678901234'],
		[123_456_789_012.5, '123456789013'],
		[2 ** 53 - 1, '9007199254740991'],
		[2 ** 53, '9.00719925474e15'],
		[2 ** 60, '1.15292150461e18'],
		[1e21, '1e21'],
		[0.000_001, '0.000001'],
		[1.5e-7, '1.5e-7'],
		[-2.5, '-2.5'],
	])('%f is shown as %s', (value, expected) => {
		expect(numberText(value)).toBe(expected);
	});

	it.each([
		['0.1 + 0.2 == 0.3', 'true'],
		['0.1 + 0.2 > 0.3', 'false'],
		['0.3 - 0.1 * 3', '0'],
		['floor(0.7 / 0.1)', '7'],
		['ceil(0.1 * 3 * 10)', '3'],
		['1.1 * 1.1 == 1.21', 'true'],
		['0.7 / 0.1 % 7', '0'],
		['round(1.005, 2)', '1.01'],
		['round(1.1 * 1.15, 2)', '1.27'],
		['round(2.5)', '3'],
		['round(-2.5)', '-3'],
		['round(-0.4)', '0'],
		['fixed(1.005, 2)', '"1.01"'],
		['fixed(3, 2)', '"3.00"'],
		['fixed(-0.001, 2)', '"0.00"'],
		['significant(0.0012345, 2)', '0.0012'],
		['sin(pi)', '0'],
		['cos(pi / 2)', '0'],
	])('is compared and rounded as it is shown: %s is %s', (formula, expected) => {
		expect(said(formula)).toBe(expected);
	});

	it('is never the same as one that is shown otherwise, nor less than one that is shown the same', () => {
		const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
		fc.assert(
			fc.property(numbers, numbers, (a, b) => {
				if (Math.abs(a) < 1e15) expect(compareNumbers(a, b) === 0).toBe(numberText(a) === numberText(b));
				expect(Math.sign(compareNumbers(a, b)) + Math.sign(compareNumbers(b, a))).toBe(0);
				expect(compareNumbers(a, Number(numberText(a)))).toBe(0);
			}),
			{ ...runs, numRuns: 1_000 },
		);
	});

	it('is rounded to no more digits than asked for, and by no more than half of the last', () => {
		fc.assert(
			fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
				const result = rounded(value, digits);
				expect(Math.abs(result - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-5 * 10 ** -digits + Math.abs(value) * 1e-11);
				expect(Number(result.toFixed(digits))).toBe(result);
			}),
			runs,
		);
	});
});

describe('a function', () => {
	it.each([
		['abs(-3)', '3'],
		['sign(-3)', '-1'],
		['floor(-2.5)', '-3'],
		['ceil(2.1)', '3'],
		['trunc(-2.5)', '-2'],
		['mod(-7, 3)', '2'],
		['gcd(12, -18)', '6'],
		['lcm(4, 6)', '12'],
		['min(3, 1, 2)', '1'],
		['max(3, 1, 2)', '3'],
		['factorial(5)', '120'],
		['binomial(5, 2)', '10'],
		['binomial(2, 5)', '0'],
		['sqrt(2)', '1.41421356237'],
		['exp(ln(2))', '2'],
		['log10(1000)', '3'],
		['log2(1024)', '10'],
		['tan(pi / 4)', '1'],
		['asin(1) == pi / 2', 'true'],
		['acos(1)', '0'],
		['atan(1) * 4 == pi', 'true'],
		['bitand(12, 10)', '8'],
		['bitor(12, 10)', '14'],
		['bitxor(4294967295, 1)', '4294967294'],
		['text(0.5)', '"0.5"'],
		['signed(3)', '"+ 3"'],
		['signed(-3)', '"- 3"'],
		['base(255, 8)', '"377"'],
		['bin(10)', '"1010"'],
		['hex(-255)', '"-ff"'],
		["number('12.5')", '12.5'],
		["number('ff', 16)", '255'],
		["number('-0101', 2)", '-5'],
		["length('naïve 🎈')", '7'],
		["upper('straße')", '"STRASSE"'],
		["lower('ABC')", '"abc"'],
		["reverse('a🎈b')", '"b🎈a"'],
		["concat('a', 0.1 + 0.2, 'b')", '"a0.3b"'],
		["repeat('ab', 3)", '"ababab"'],
		["repeat('ab', 0)", '""'],
		["pad(bin(5), 8, '0')", '"00000101"'],
		["pad(7, 3, ' ')", '"  7"'],
		["slice('abcdef', 1, 3)", '"bc"'],
		["slice('abcdef', 4)", '"ef"'],
		["slice('abcdef', -2)", '"ef"'],
		["find('banana', 'an')", '1'],
		["find('banana', 'x')", '-1'],
		["replace('a.b.c', '.', '-')", '"a-b-c"'],
		["code('A')", '65'],
		['char(65)', '"A"'],
		["item(1, 'a', 'b', 'c')", '"b"'],
	])('%s is %s', (formula, expected) => {
		expect(said(formula)).toBe(expected);
	});

	it.each([
		['number("0x10", 16)', 'expected digits in base 16'],
		["number('12a')", 'expected digits'],
		["number('2', 2)", 'expected digits in base 2'],
		['char(10)', 'expected a whole number from 32 to 126'],
		["code('')", 'expected a text that is not empty'],
		['factorial(19)', 'expected a whole number from 0 to 18'],
		['bitand(-1, 1)', 'expected a whole number from 0 to 4294967295'],
		['tan(pi / 2)', 'expected an angle that has a tangent'],
		["pad('a', 3, 'xy')", 'expected one character'],
		["replace('a', '', 'b')", 'expected a text that is not empty'],
		['hex(1.5)', 'expected a whole number'],
		['ln(0)', 'expected a number above 0'],
	])('refuses what it is not made for: %s', (formula, expected) => {
		expect(said(formula)).toContain(expected);
	});

	it('is called by the form that is given for it', () => {
		for (const [name, { form, takes, optional }] of functions) {
			expect(form.startsWith(`${name}(`)).toBe(true);
			const named = form
				.slice(name.length + 1, -1)
				.split(', ')
				.filter((each) => each !== '...');
			expect(named.length, form).toBe(takes.length);
			expect(optional).toBeLessThan(takes.length);
		}
	});
});

const types = new Map<string, FormulaType>([
	['v', 'number'],
	['name', 'text'],
	['either', 'any'],
]);

function typed(formula: string): string {
	const parsed = parseFormula(formula);
	if (!parsed.ok) return faultText(formula, parsed.fault);
	const { type, faults } = typeOfFormula(parsed.formula, types);
	return faults.length === 0 ? type : faults.map((fault) => faultText(formula, fault)).join('; ');
}

describe('the kind of a formula', () => {
	it.each([
		['v + 1', 'number'],
		['upper(name)', 'text'],
		['v > 1 and not (name == "a")', 'truth'],
		["if(v > 1, 'a', name)", 'text'],
		["if(v > 1, 'a', v)", 'any'],
		["item(v, 'a', name)", 'text'],
		['item(v, 1, name)', 'any'],
		['either * 2', 'number'],
		['name + 1', '[name] + 1: Unexpected text, expected a number. Join texts by `concat(a, b)`.'],
		['name < v', 'name < [v]: Unexpected number, expected a text. Write `text(...)` around it.'],
		['upper(v)', 'upper([v]): Unexpected number, expected a text. Write `text(...)` around it.'],
		['not v', 'not [v]: Unexpected number, expected a condition'],
		['nane', '[nane]: Unexpected `nane`, expected the name of a variable. Did you mean `name`?'],
		['sqrt + 1', '[sqrt] + 1: Unexpected `sqrt`, expected the name of a variable. Write `sqrt(x)`.'],
		['w', '[w]: Unexpected `w`, expected the name of a variable. Write `v`, `name`, `either`, or put a text in quotes.'],
		[
			'-name * w',
			'-[name] * w: Unexpected text, expected a number; -name * [w]: Unexpected `w`, expected the name of a variable. Write `v`, `name`, `either`, or put a text in quotes.',
		],
	])('%s is %s', (formula, expected) => {
		expect(typed(formula)).toBe(expected);
	});

	it('that is found sound does not fail by its kinds when it is worked out', () => {
		const { formula } = fc.letrec<{ formula: string }>((tie) => ({
			formula: fc.oneof(
				{ depthSize: 'small' },
				fc.constantFrom('v', 'name', '2', "'a'", 'true'),
				fc
					.tuple(tie('formula'), fc.constantFrom('+', '*', '<', '==', 'and', '^', '-'), tie('formula'))
					.map(([a, sign, b]) => `(${a} ${sign} ${b})`),
				fc.tuple(tie('formula'), tie('formula'), tie('formula')).map((all) => `if(${all.join(', ')})`),
				tie('formula').map((inner) => `upper(${inner})`),
				tie('formula').map((inner) => `length(${inner})`),
				tie('formula').map((inner) => `not ${inner}`),
			),
		}));
		let sound = 0;
		fc.assert(
			fc.property(formula, (text) => {
				const kind = typed(text);
				if (kind.includes('Unexpected') || kind === 'any' || text.includes('if(')) return;
				sound++;
				const outcome = said(text, { v: 3, name: 'n' });
				expect(outcome).not.toMatch(/expected a (?:number|text|condition)/u);
			}),
			{ ...runs, numRuns: 2_000 },
		);
		expect(sound).toBeGreaterThan(200);
	});
});

describe('any text at all', () => {
	const words = [
		'v',
		'r',
		'1',
		'0.5',
		"'a'",
		'"',
		"'",
		'(',
		')',
		',',
		'+',
		'-',
		'*',
		'/',
		'%',
		'^',
		'==',
		'<',
		'and',
		'or',
		'not',
		'if(',
		'.',
		'{',
		'}',
		'\\',
		'🎈',
		'\u0000',
		...functions.keys(),
	].map((each) => (functions.has(each) ? `${each}(` : each));
	const anyFormula = fc.oneof(
		fc.string({ maxLength: 60 }),
		fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' ')),
		fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join('')),
	);

	it('gives a finite value or a fault inside of it, and never throws', () => {
		fc.assert(
			fc.property(anyFormula, (text) => {
				const parsed = parseFormula(text);
				const outcome = parsed.ok ? evaluate(parsed.formula, new Map(Object.entries({ v: 3, r: 0 })), newBudget()) : parsed;
				if (!outcome.ok) {
					const { offset, length } = outcome.fault;
					expect(offset).toBeGreaterThanOrEqual(0);
					expect(offset + length).toBeLessThanOrEqual(text.length);
				} else if ('value' in outcome && typeof outcome.value === 'number') {
					expect(Number.isFinite(outcome.value)).toBe(true);
					expect(Object.is(outcome.value, -0)).toBe(false);
				}
			}),
			{ ...runs, numRuns: 3_000 },
		);
	});

	it('that is a formula means the same with spaces around its signs', () => {
		const spans = ({ offset: _, length: __, ...rest }: Formula): unknown =>
			Object.fromEntries(
				Object.entries(rest).map(([key, value]) => [
					key,
					isFormula(value) ? spans(value) : Array.isArray(value) ? value.map(spans) : value,
				]),
			);
		for (const text of ['1+2*v^-2', 'if(v<3,1,2)', "not(v==r)or'a'<'b'", 'round(v/3,2)-min(1,2,3)']) {
			const [tight, loose] = [parseFormula(text), parseFormula(text.replace(/(==|<=|[-+*/^<(),])/gu, ' $1 '))];
			expect(tight.ok && loose.ok && spans(tight.formula)).toEqual(loose.ok && spans(loose.formula));
			expect(tight.ok).toBe(true);
		}
	});
});

function isFormula(value: unknown): value is Formula {
	return typeof value === 'object' && value !== null && 'kind' in value;
}
