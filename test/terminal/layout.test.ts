import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bar, columnsOf, hanging, pad, textWidth, widthOf, wrap, wrapCode } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';

const style = createStyle({ colorLevel: 0, unicode: true });
const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ' ', '漢', '😀', '\t', 'e\u0301', '\n') });
const widths = fc.integer({ min: 4, max: 60 });

describe('layout', () => {
	it('wraps by words, and cuts a word only when it is longer than a line', () => {
		expect(wrap('one two three https://example.org/a/very/long/path', 12)).toEqual([
			'one two',
			'three',
			'https://exam',
			'ple.org/a/ve',
			'ry/long/path',
		]);
		expect(wrap('', 10)).toEqual(['']);
	});

	it('never makes a line wider than asked', () => {
		fc.assert(
			fc.property(words, widths, (text, width) => {
				const lines = [
					...wrap(text, width),
					...hanging('1. ', text, width),
					...hanging('a long lead: ', text, width),
					...wrapCode(text, width),
				];
				return lines.every((line) => widthOf(line) <= width);
			}),
		);
	});

	it('loses no visible character', () => {
		const visible = (text: string) => text.normalize().replace(/\s/g, '');
		fc.assert(fc.property(words, widths, (text, width) => visible(wrap(text, width).join('')) === visible(text)));
	});

	it('hangs lines under the text, or nearer where the lead is wide', () => {
		expect(hanging(' 1  ', 'one two three', 12)).toEqual([' 1  one two', '    three']);
		expect(hanging('  label: ', 'one two three', 14)).toEqual(['  label: one', '    two three']);
	});

	it('pads and cuts by columns, not by characters', () => {
		expect(pad('漢', 4)).toBe('漢  ');
		expect(pad('ab', 5, 'right')).toBe('   ab');
		expect(pad('ab', 5, 'center')).toBe(' ab  ');
		expect(pad('abc', 2)).toBe('abc');
		expect(columnsOf('a漢b', 2, 4)).toBe('b');
	});

	it('keeps one column free, between 20 and 80', () => {
		expect([10, 20, 40, 80, 200].map(textWidth)).toEqual([20, 20, 39, 79, 80]);
	});

	it('fills a bar only when all of it is there', () => {
		expect(bar(10, 10, 5, style)).toBe('█████');
		expect(bar(9, 10, 5, style)).toBe('████░');
		expect(bar(0, 0, 5, style)).toBe('░░░░░');
	});
});
