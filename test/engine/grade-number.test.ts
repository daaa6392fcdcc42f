import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade } from '../../src/engine/grade.ts';
import { acceptsNumber } from '../../src/engine/grade-number.ts';
import type { NumberAcceptance, NumberQuestion } from '../../src/model/deck.ts';
import { number, outcomeOf, propertySeed } from './builders.ts';

function outcomeOfTyped(question: NumberQuestion, typed: string): string {
	return outcomeOf(grade(question, { type: 'number', typed }));
}

const absolute = (tolerance: number): NumberAcceptance => ({ kind: 'absolute', tolerance });
const relative = (fraction: number): NumberAcceptance => ({ kind: 'relative', fraction });
const range = (low: number, high: number): NumberAcceptance => ({ kind: 'range', low, high });
const exact: NumberAcceptance = { kind: 'exact' };

describe('a typed number', () => {
	it.each<readonly [string, number, NumberAcceptance, string, string]>([
		['exact', 42, exact, '42', 'right'],
		['exact', 42, exact, '42.0', 'right'],
		['exact', 42, exact, '84/2', 'right'],
		['exact', 42, exact, '42.000001', 'missed'],
		['exact', 42, exact, '-42', 'missed'],
		['exact', 0, exact, '0', 'right'],
		['exact', 0, exact, '-0', 'right'],
		['exact', 0, exact, '0.001', 'missed'],
		['exact', 0.5, exact, '1/2', 'right'],
		['exact', 380_000, exact, '3.8×10⁵', 'right'],
		['an absolute tolerance', 3.14, absolute(0.01), '3.13', 'right'],
		['an absolute tolerance', 3.14, absolute(0.01), '3.15', 'right'],
		['an absolute tolerance', 3.14, absolute(0.01), '3.1501', 'missed'],
		['an absolute tolerance', 3.14, absolute(0.01), '3.1299', 'missed'],
		['an absolute tolerance', -5, absolute(0.5), '-5.5', 'right'],
		['an absolute tolerance', -5, absolute(0.5), '-4.4', 'missed'],
		['an absolute tolerance', 0, absolute(0.5), '-0.5', 'right'],
		['a relative tolerance', 200, relative(0.01), '198', 'right'],
		['a relative tolerance', 200, relative(0.01), '202', 'right'],
		['a relative tolerance', 200, relative(0.01), '197.9', 'missed'],
		['a relative tolerance', 200, relative(0.01), '202.1', 'missed'],
		['a relative tolerance of a negative key', -200, relative(0.01), '-198', 'right'],
		['a relative tolerance of a negative key', -200, relative(0.01), '-202', 'right'],
		['a relative tolerance of a negative key', -200, relative(0.01), '-197.9', 'missed'],
		['a relative tolerance of a negative key', -200, relative(0.01), '-202.1', 'missed'],
		['a relative tolerance of a negative key', -200, relative(0.01), '200', 'missed'],
		['a range', 7, range(5, 10), '5', 'right'],
		['a range', 7, range(5, 10), '10', 'right'],
		['a range', 7, range(5, 10), '4.999', 'missed'],
		['a range', 7, range(5, 10), '10.001', 'missed'],
		['a range', -7, range(-10, -5), '-10', 'right'],
		['a range', -7, range(-10, -5), '-4.9', 'missed'],
		['a range of one', 7, range(7, 7), '7', 'right'],
	])('with %s: key %d, %j, typed %s is %s', (_, value, accept, typed, outcome) => {
		expect(outcomeOfTyped(number(value, { accept }), typed)).toBe(outcome);
	});

	it.each<readonly [number, NumberAcceptance, number]>([
		[0.3, exact, 0.1 + 0.2],
		[0.1 + 0.2, exact, 0.3],
		[1.1, absolute(0.1), 1.2],
		[0.3, absolute(0.1), 0.2],
		[1.15, relative(0.1), 1.035],
		[0.2, range(0.1 + 0.2, 1), 0.3],
		[1e15 + 1, exact, 1e15 + 1],
	])('is not missed for the last bit of a double: key %d, %j, answer %d', (value, accept, answer) => {
		expect(acceptsNumber({ value, accept }, answer)).toBe(true);
	});

	it.each<readonly [string, number, NumberAcceptance, string]>([
		['the charge of an electron', 1.602e-19, exact, '0'],
		['the charge of an electron', 1.602e-19, relative(0.01), '3.2e-19'],
		['the charge of an electron', 1.602e-19, relative(0.01), '-1.602e-19'],
		["Planck's constant", 6.626e-34, absolute(1e-36), '6.626e-20'],
		['a picofarad', 1e-13, range(0.9e-13, 1.1e-13), '9e-13'],
	])('is not let pass because the key is small: %s, %d, %j, typed %s', (_, value, accept, typed) => {
		expect(outcomeOfTyped(number(value, { accept }), typed)).toBe('missed');
	});

	it('of the right size is right however small the key', () => {
		expect(outcomeOfTyped(number(1.602e-19, { accept: relative(0.01) }), '1.6×10⁻¹⁹')).toBe('right');
		expect(outcomeOfTyped(number(6.626e-34, { accept: exact }), '6.626e-34')).toBe('right');
	});

	it('is right with the unit or without it, and asked again with another', () => {
		const question = number(5, { unit: 'MW' });
		expect(outcomeOfTyped(question, '5 MW')).toBe('right');
		expect(outcomeOfTyped(question, '5')).toBe('right');
		expect(outcomeOfTyped(question, '6 MW')).toBe('missed');
		expect(outcomeOfTyped(question, '5 mW')).toBe('again: other-unit');
		expect(outcomeOfTyped(number(5), '5 MW')).toBe('again: other-unit');
	});

	it.each([
		['', 'empty'],
		['1/0', 'not-a-number'],
		['five', 'not-a-number'],
		['1e400', 'not-a-number'],
		['1,234', 'ambiguous-number'],
		['1'.repeat(201), 'too-long'],
	])('that cannot be read is asked again, never missed: %s', (typed, kind) => {
		expect(outcomeOfTyped(number(1_234), typed)).toBe(`again: ${kind}`);
	});
});

describe('every key', () => {
	const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
	const fraction = fc.double({ min: 0, max: 1, noNaN: true });

	it('grades as right, whatever is let pass around it', () => {
		fc.assert(
			fc.property(finite, fraction, fc.double({ min: 0, max: 1e6, noNaN: true }), (value, share, tolerance) => {
				for (const accept of [exact, relative(share), absolute(tolerance), range(value, value)]) {
					expect(outcomeOfTyped(number(value, { accept }), String(value))).toBe('right');
				}
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});

	it('is told from numbers that lie clearly beyond the tolerance', () => {
		const sized = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -30, max: 30 }), fc.boolean());
		fc.assert(
			fc.property(sized, fc.double({ min: 0, max: 0.9, noNaN: true }), ([digits, exponent, negative], share) => {
				const value = Number(`${negative ? '-' : ''}${digits}e${exponent}`);
				const tolerance = Math.abs(value) * share;
				for (const accept of [relative(share), absolute(tolerance), range(value - tolerance, value + tolerance)]) {
					expect(acceptsNumber({ value, accept }, value + tolerance * 1.001 + Math.abs(value) * 0.001)).toBe(false);
					expect(acceptsNumber({ value, accept }, value - tolerance * 1.001 - Math.abs(value) * 0.001)).toBe(false);
					expect(acceptsNumber({ value, accept }, value + tolerance * 0.999)).toBe(true);
					expect(acceptsNumber({ value, accept }, value - tolerance * 0.999)).toBe(true);
				}
			}),
			{ seed: propertySeed, numRuns: 300 },
		);
	});
});

describe('an exact key', () => {
	it('takes no neighbouring integer, however large it is', () => {
		for (const key of [2 ** 40, 10 ** 15, Number.MAX_SAFE_INTEGER]) {
			expect(outcomeOfTyped(number(key), String(key))).toBe('right');
			expect(outcomeOfTyped(number(key), String(key - 1))).toBe('missed');
		}
	});
});
