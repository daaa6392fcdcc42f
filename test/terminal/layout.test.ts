import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isolated, isolatedWhole } from '../../src/terminal/direction.ts';
import { bar, columnsOf, hanging, pad, shortened, textWidth, widthOf, wrap, wrapCode } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { graphemesOf, mostColumnsFor } from '../../src/terminal/width.ts';

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
		expect(bar(1, 12, 10, style)).toBe('█░░░░░░░░░');
		expect(bar(0, 12, 10, style)).toBe('░░░░░░░░░░');
		expect(bar(1, 2, 1, style)).toBe('░');
	});
});

describe('the width of text', () => {
	it.each([
		['', 0],
		['plain text', 10],
		['漢字かなカナ', 12],
		['ﾊﾝｶｸ', 4],
		['한국어', 6],
		['\u1112\u1161\u11ab', 2],
		['（全角）', 8],
		['e\u0301', 1],
		['a\u0300\u0301\u0302', 1],
		['שָׁלוֹם', 4],
		['می\u200cخواهم', 7],
		['ไทย', 3],
		['नि', 2],
		['✓ ✗ ▸ ↳ … “”', 12],
		['😀', 2],
		['👍🏽', 2],
		['👨‍👩‍👧‍👦', 2],
		['🏳️‍🌈', 2],
		['🇩🇪🇫🇷', 4],
		['🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', 2],
		['❤️', 2],
		['❤', 1],
		['1️⃣', 2],
		['\u2067שלום\u2069', 4],
		['\x1b[38;5;25mab\x1b[39m', 2],
		['\x1b]8;id=x;https://a.b\x1b\\ab\x1b]8;;\x1b\\', 2],
	])('of %j is %i', (text, columns) => {
		expect(widthOf(text)).toBe(columns);
	});

	it('is what its parts take where a terminal joins none of them, when lines are filled', () => {
		expect(['👨‍👩‍👧‍👦', '👍🏽', '🇩🇪', 'e\u0301', 'a'].map(mostColumnsFor)).toEqual([8, 4, 2, 1, 1]);
		expect(wrap('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']);
	});
});

describe('the characters of a long text', () => {
	const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	const told = (text: string) => Array.from(graphemesOf(text), ({ segment }) => segment);
	const whole = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

	it('are the same as those of a short one, wherever a piece ends', () => {
		const unit = fc.constantFrom(
			'a',
			' ',
			'ש',
			'漢',
			'\u0301',
			'👨‍👩‍👧',
			'🇩',
			'🏽',
			'\u{e0100}',
			'\u200d',
			'क्',
			'ष',
			'\r',
			'\n',
			'\ud83d',
			'ᄀ',
			'ᅡ',
		);
		fc.assert(
			fc.property(fc.string({ unit, minLength: 200, maxLength: 900 }), (text) => {
				expect(told(text)).toEqual(whole(text));
			}),
			{ numRuns: 200, seed: 20_260_101 },
		);
	});

	it('may be as long as a piece, or longer', () => {
		for (const text of [`a${'\u0301'.repeat(2_000)}b${'\u0301'.repeat(255)}c`, '🇩🇪'.repeat(500), `${'x'.repeat(255)}👍🏽 ש`])
			expect(told(text)).toEqual(whole(text));
	});
});

describe('lines', () => {
	it('end with the last word, whatever number of spaces follows', () => {
		expect(wrap(`one two${' '.repeat(50)}`, 5)).toEqual(['one', 'two']);
		expect(wrap(' '.repeat(50), 5)).toEqual(['']);
	});

	it('are shortened by columns also where marks that take none stand at their end', () => {
		expect(shortened('שלום\u2060', 4, style)).toBe('שלום\u2060');
		expect(shortened(`שלום${' שלום'.repeat(20_000)}`, 6, style)).toBe('שלום…');
	});

	it('are never broken inside a character', () => {
		expect(wrap('👍🏽👍🏽👍🏽', 4)).toEqual(['👍🏽', '👍🏽', '👍🏽']);
		expect(wrap('q\u0301q\u0301q\u0301', 2)).toEqual(['q\u0301q\u0301', 'q\u0301']);
	});

	it('are broken between ideographs, but neither before what closes nor after what opens', () => {
		expect(wrap('木を指す。次', 8)).toEqual(['木を指', 'す。次']);
		expect(wrap('あ「い」う', 6)).toEqual(['あ', '「い」', 'う']);
		expect(wrap('Git 的提交记录', 8)).toEqual(['Git 的提', '交记录']);
	});

	it('keep their colours to themselves: each can be shown without the others', () => {
		const coloured = createStyle({ colorLevel: 2, unicode: true, theme: 'light' });
		expect(wrap(coloured.accent('one two'), 3)).toEqual(['\x1b[38;5;25mone\x1b[39m', '\x1b[38;5;25mtwo\x1b[39m']);
		expect(wrap(`a ${coloured.title(`b ${coloured.code('c d')} e`)}`, 3)).toEqual([
			'a \x1b[1mb\x1b[22m',
			'\x1b[1m\x1b[38;5;24mc d\x1b[39m\x1b[22m',
			'\x1b[1me\x1b[22m',
		]);
	});

	it('of code are broken after a space or a sign, the rest a little less wide', () => {
		expect(wrapCode('call(first, second, third)', 16, 4)).toEqual(['call(first,', 'second,', 'third)']);
		expect(wrapCode('x'.repeat(10), 6, 2)).toEqual(['xxxxxx', 'xxxx']);
	});

	it('are the same for plain text and for text with a colour', () => {
		const ascii = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-'), maxLength: 120 });
		fc.assert(
			fc.property(ascii, widths, (text, width) => {
				const coloured = wrap(`\x1b[1m${text}\x1b[22m`, width);
				expect(coloured.map((line) => line.replace(/\x1b\[\d+m/g, ''))).toEqual(wrap(text, width));
			}),
		);
	});

	it('are shortened by columns', () => {
		expect(shortened('漢字漢字', 8, style)).toBe('漢字漢字');
		expect(shortened('漢字漢字', 7, style)).toBe('漢字漢…');
		expect(shortened('漢字漢字', 6, style)).toBe('漢字…');
		expect(shortened('two words', 5, style)).toBe('two…');
	});
});

describe('text from right to left', () => {
	const [from, to] = ['\u2067', '\u2069'];

	it('is kept to itself, without the numbers and signs beside it', () => {
		expect(isolated('1  שלום עולם (3 of 5)')).toBe(`1  ${from}שלום עולם${to} (3 of 5)`);
		expect(isolated('שלום: go on to עולם, question 3')).toBe(`${from}שלום${to}: go on to ${from}עולם${to}, question 3`);
		expect(isolated('nothing of it')).toBe('nothing of it');
	});

	it('is kept to itself once', () => {
		const once = isolated('a שלום b');
		expect(isolated(once)).toBe(once);
		expect(isolated(isolatedWhole('שלום git עולם 3'))).toBe(`${from}שלום git עולם 3${to}`);
	});

	it('takes the direction of its first letter where it is of one piece', () => {
		expect(isolatedWhole('\x1b[1m3 שלום\x1b[22m git')).toBe(`${from}\x1b[1m3 שלום\x1b[22m git${to}`);
		expect(isolatedWhole('git שלום 3')).toBe(`git ${from}שלום${to} 3`);
	});

	it('is kept to itself in every line that is laid out', () => {
		expect(hanging('▸ 1  ', 'שלום 3', 40)).toEqual([`▸ 1  ${from}שלום${to} 3`]);
		expect(pad('שלום', 6)).toBe(`${from}שלום${to}  `);
		expect(wrap(isolatedWhole('שלום עולם גדול'), 12)).toEqual([`${from}שלום עולם${to}`, `${from}גדול${to}`]);
	});

	it('never ends a line with more open than closed', () => {
		const mixed = fc.string({ unit: fc.constantFrom('א', 'ב', ' ', '1', 'x', '(', '\x1b[1m', '\x1b[22m', '\u05b8'), maxLength: 40 });
		fc.assert(
			fc.property(mixed, widths, (text, width) => {
				for (const line of [...wrap(text, width), ...wrap(isolatedWhole(text), width)]) {
					expect(line.match(/[\u2066-\u2068]/g)?.length ?? 0).toBe(line.match(/\u2069/g)?.length ?? 0);
					expect(widthOf(line)).toBeLessThanOrEqual(width);
				}
			}),
		);
	});
});
