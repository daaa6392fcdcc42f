import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readNumber } from '../../src/engine/read-number.ts';
import { propertySeed } from './builders.ts';

/** The value, or why it is asked again. */
function readingOf(typed: string, unit?: string): number | string {
	const reading = readNumber(typed, unit);
	return reading.ok ? reading.value : reading.again.kind;
}

describe('a number is read as people write it', () => {
	it.each<readonly [string, number]>([
		['42', 42],
		['+7', 7],
		['-3.5', -3.5],
		['- 3.5', -3.5],
		['\u22123.5', -3.5],
		['\u20133.5', -3.5],
		['007', 7],
		['0', 0],
		['.5', 0.5],
		['5.', 5],
		['1.234', 1.234],
		['1.000', 1],
		['  42\n', 42],
		['４２．５', 42.5],
		['4\u200b2', 42],
	])('a plain decimal: %s', (typed, value) => {
		expect(readingOf(typed)).toBe(value);
	});

	it.each<readonly [string, number]>([
		['3.8e5', 380_000],
		['3.8E5', 380_000],
		['3.8e+5', 380_000],
		['3.8e-5', 0.000_038],
		['3,8e5', 380_000],
		['3.8×10^5', 380_000],
		['3.8×10⁵', 380_000],
		['3.8 × 10⁵', 380_000],
		['3.8 x 10^5', 380_000],
		['3.8*10^5', 380_000],
		['3.8·10⁻⁵', 0.000_038],
		['3.8×10^\u22125', 0.000_038],
		['-3.8×10⁵', -380_000],
	])('an exponent: %s', (typed, value) => {
		expect(readingOf(typed)).toBe(value);
	});

	it.each<readonly [string, number]>([
		['1/2', 0.5],
		['1 / 2', 0.5],
		['1⁄2', 0.5],
		['½', 0.5],
		['⅓', 1 / 3],
		['-3/4', -0.75],
		['3/-4', -0.75],
		['\u22123/4', -0.75],
		['-½', -0.5],
		['1 1/2', 1.5],
		['1½', 1.5],
		['-1 1/2', -1.5],
		['-1½', -1.5],
		['22/7', 22 / 7],
		['0/5', 0],
		['0.5/2', 0.25],
	])('a fraction: %s', (typed, value) => {
		expect(readingOf(typed)).toBe(value);
	});

	it.each<readonly [string, number]>([
		['1,234,567', 1_234_567],
		['1,234.5', 1_234.5],
		['1.234,5', 1_234.5],
		['1.234.567', 1_234_567],
		['1.234.567,89', 1_234_567.89],
		['1 234', 1_234],
		['1\u00a0234', 1_234],
		['1\u202f234', 1_234],
		['1 234,5', 1_234.5],
		['1 234.5', 1_234.5],
		["1'234", 1_234],
		['1’234’567', 1_234_567],
		['1_234', 1_234],
		['-1,234,567', -1_234_567],
	])('thousands in groups: %s', (typed, value) => {
		expect(readingOf(typed)).toBe(value);
	});

	it.each<readonly [string, number]>([
		['0,5', 0.5],
		[',5', 0.5],
		['3,25159', 3.251_59],
		['12,34', 12.34],
		['0,125', 0.125],
		['1234,567', 1_234.567],
		['-0,5', -0.5],
	])('a decimal comma: %s', (typed, value) => {
		expect(readingOf(typed)).toBe(value);
	});
});

describe('what may be read in two ways is asked again', () => {
	it.each([
		['1,234', ['1.234', '1234']],
		['1,000', ['1', '1000']],
		['-1,234', ['-1.234', '-1234']],
		['12,345', ['12.345', '12345']],
		['123,456', ['123.456', '123456']],
	])('%s with both readings', (typed, readings) => {
		expect(readNumber(typed)).toEqual({ ok: false, again: { kind: 'ambiguous-number', typed, readings } });
	});

	it('thousands over something are no whole number beside a fraction', () => {
		expect(readingOf('1 000/3')).not.toBe(1);
		expect(readingOf("1'000/4")).not.toBe(1);
		expect(readingOf('1 234/5')).not.toBe(47.8);
	});

	it('a power is not run together with its base', () => {
		expect(readingOf('5²')).not.toBe(52);
		expect(readingOf('2³')).not.toBe(23);
		expect(readingOf('1.5⁻²')).not.toBe(1.5);
	});
});

describe('what is no number is asked again', () => {
	it.each([
		'five',
		'NaN',
		'Infinity',
		'-Infinity',
		'∞',
		'1e400',
		'-1e400',
		'1/0',
		'0/0',
		'-',
		'.',
		',',
		'/',
		'/2',
		'e5',
		'--5',
		'1.2.3',
		'1,2,3',
		'1 23',
		'1 2345',
		'()',
		'NaN/2',
	])('%s', (typed) => {
		expect(readNumber(typed)).toEqual({ ok: false, again: { kind: 'not-a-number', typed } });
	});

	it.each(['0x1F', '1/', '0b11', '0o17', '1e', '1e5e5', '1e1.5', '12-5', '2/3/4', '2^3', '5!', '(5)', '5 + 5', '1n', '1;2'])(
		'%s',
		(typed) => {
			expect(readNumber(typed).ok).toBe(false);
		},
	);

	it('a fraction whose bottom is too large to be held is not nothing', () => {
		expect(readingOf('1/1e400')).toBe('not-a-number');
		expect(readingOf('1e400/2')).toBe('not-a-number');
	});

	it.each(['', '   ', '\u200b', '\u00a0'])('nothing visible is empty: %j', (typed) => {
		expect(readNumber(typed)).toEqual({ ok: false, again: { kind: 'empty' } });
	});

	it('two hundred digits are read, one more is too long', () => {
		expect(readingOf('1'.repeat(200))).toBe(Number('1'.repeat(200)));
		expect(readNumber('1'.repeat(201))).toEqual({ ok: false, again: { kind: 'too-long', limit: 200 } });
	});
});

describe('the unit', () => {
	it.each<readonly [string, string, number]>([
		['5 kg', 'kg', 5],
		['5kg', 'kg', 5],
		['5', 'kg', 5],
		['kg 5', 'kg', 5],
		['50%', '%', 50],
		['50 %', '%', 50],
		['$5', '$', 5],
		['$ 5', '$', 5],
		['5 $', '$', 5],
		['$-5', '$', -5],
		['-5 $', '$', -5],
		['5 MW', 'MW', 5],
		['45°', '°', 45],
		['20 °C', '°C', 20],
		['3 m/s', 'm/s', 3],
		['5 m²', 'm²', 5],
		['5 m2', 'm²', 5],
		['5 \u00b5m', '\u03bcm', 5],
		['1/2 kg', 'kg', 0.5],
		['1 1/2 kg', 'kg', 1.5],
		['½ kg', 'kg', 0.5],
		['3.8e5 km', 'km', 380_000],
		['3.8×10⁵ km', 'km', 380_000],
		['10 eV', 'eV', 10],
		['5 e', 'e', 5],
		['1,234,567 km', 'km', 1_234_567],
		['4 s⁻¹', 's⁻¹', 4],
		['5 fl  oz', 'fl oz', 5],
	])('%s is read where the unit is %s', (typed, unit, value) => {
		expect(readingOf(typed, unit)).toBe(value);
	});

	it.each<readonly [string, string, number]>([
		['5 1/s', '1/s', 5],
		['5 1/min', '1/min', 5],
		['0.5 1/s', '1/s', 0.5],
	])('%s is read although the unit %s begins with a digit', (typed, unit, value) => {
		expect(readingOf(typed, unit)).toBe(value);
	});

	it('a minus sign may stand before a unit that stands before the number', () => {
		expect(readingOf('-$5', '$')).toBe(-5);
		expect(readingOf('\u2212€ 5', '€')).toBe(-5);
	});

	it.each([
		['5 g', 'kg', 'g'],
		['5 mW', 'MW', 'mW'],
		['5 KG', 'kg', 'KG'],
		['5 kgs', 'kg', 'kgs'],
		['5 mm', 'm', 'mm'],
		['20 °C', '°', '°C'],
		['5 kg', undefined, 'kg'],
		['50%', undefined, '%'],
	])('%s is asked again where the unit is %s', (typed, unit, other) => {
		expect(readNumber(typed, unit)).toEqual({ ok: false, again: { kind: 'other-unit', typed: other, expected: unit } });
	});

	it('a unit alone is no number, and an ambiguous number stays so beside its unit', () => {
		expect(readingOf('kg', 'kg')).toBe('not-a-number');
		expect(readingOf('1,234 km', 'km')).toBe('ambiguous-number');
		expect(readingOf('', 'kg')).toBe('empty');
	});
});

describe('every number', () => {
	const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

	it('written by String is read back to the last bit', () => {
		fc.assert(
			fc.property(fc.oneof(finite, fc.integer().map(Number), fc.maxSafeInteger()), (value) => {
				expect(readNumber(String(value))).toEqual({ ok: true, value: value === 0 ? expect.closeTo(0) : value });
			}),
			{ seed: propertySeed, numRuns: 2_000 },
		);
	});

	it('reads the same with a unit before or behind it, with a typographic minus and in full width', () => {
		fc.assert(
			fc.property(finite, fc.constantFrom('kg', '%', '°', 'm/s', 'eV', 'x'), (value, unit) => {
				fc.pre(value !== 0);
				const written = String(value);
				const fullWidth = written.replace(/[\d.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
				for (const typed of [
					`${written} ${unit}`,
					`${written}${unit}`,
					`${unit} ${written}`,
					written.replaceAll('-', '\u2212'),
					fullWidth,
				]) {
					expect(readNumber(typed, unit)).toEqual({ ok: true, value });
				}
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});

	it('with its thousands in groups is read as what it is, or asked again', () => {
		fc.assert(
			fc.property(
				fc.nat(),
				fc.constantFrom([',', '.'], ['.', ','], [' ', '.'], [' ', ','], ['\u2019', '.']),
				fc.integer({ min: 1, max: 99 }),
				(whole, marks, cents) => {
					const [separator = '', point = ''] = marks;
					const grouped = String(whole).replace(/\B(?=(\d{3})+$)/gu, separator);
					const fraction = String(cents).padStart(2, '0');
					expect(readingOf(`${grouped}${point}${fraction}`)).toBe(Number(`${whole}.${fraction}`));
					const reading = readNumber(grouped);
					if (reading.ok && separator !== '.') expect(reading.value).toBe(whole);
					else if (!reading.ok)
						expect(reading.again).toEqual({ kind: 'ambiguous-number', typed: grouped, readings: expect.arrayContaining([String(whole)]) });
				},
			),
			{ seed: propertySeed, numRuns: 500 },
		);
	});

	it('is finite whatever was typed, or there is a reason', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[-+0-9., e/×^½²]{0,14}$/u), (typed) => {
				const reading = readNumber(typed);
				expect(reading.ok ? Number.isFinite(reading.value) : reading.again.kind !== 'other-unit' || reading.again.typed !== '').toBe(true);
			}),
			{ seed: propertySeed, numRuns: 1_000 },
		);
	});
});
