import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { safe, safeLine } from '../../src/terminal/safe.ts';

/** Anything a terminal might obey, and lone surrogates. */
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u{e0000}-\u{e007f}\p{Cs}]/u;

const hostile = fc.string({
	unit: fc.oneof(
		fc.integer({ min: 0, max: 0x2ff }).map((point) => String.fromCharCode(point)),
		fc.integer({ min: 0x2000, max: 0x2070 }).map((point) => String.fromCharCode(point)),
		fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
		fc.integer({ min: 0xe0000, max: 0xe0080 }).map((point) => String.fromCodePoint(point)),
		fc.constantFrom('\r\n', '\x1b]52;c;ZWNobw==\x07', '\x1b[2J', '\u061c', '👩‍👩‍👧'),
	),
});

describe('safe', () => {
	it.each([
		['a\r\nb\rc\n\td', 'a\nb\nc\n\td'],
		['\x1b]52;c;Zm9v\x07', '^[]52;c;Zm9v^G'],
		['\0\x7f', '^@^?'],
		['\x9b31m', '\\x9b31m'],
		['\u202eevil\u2069', '<U+202E>evil<U+2069>'],
		['a\u2028b\u2029', 'a<U+2028>b<U+2029>'],
		['\u{e0041}', '<U+E0041>'],
		['\ud800x\udc00', '\ufffdx\ufffd'],
		['👩‍👩‍👧 می‌خواهم', '👩‍👩‍👧 می‌خواهم'],
	])('writes %j as %j', (text, written) => {
		expect(safe(text)).toBe(written);
	});

	it('lets nothing through that a terminal obeys', () => {
		fc.assert(fc.property(hostile, (text) => !obeyed.test(safe(text))));
	});

	it('changes nothing the second time', () => {
		fc.assert(fc.property(hostile, (text) => safe(safe(text)) === safe(text)));
	});

	it('leaves harmless text alone', () => {
		fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '漢', '\n', '\t', '😀', '`', '‌') }), (text) => safe(text) === text));
	});

	it('puts a title on one line', () => {
		expect(safeLine(' two\n  lines\tand a tab ')).toBe('two lines and a tab');
	});
});
