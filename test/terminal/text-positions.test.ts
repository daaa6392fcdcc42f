import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { linesOf, rangesIn } from '../../src/terminal/text-positions.ts';

/** `line:column-line:column` of the first place where `part` stands. */
function rangeOfPart(text: string, part: string): string {
	const start = text.indexOf(part);
	const range = rangesIn(new Map([['f', text]]))({ file: 'f', span: { start, end: start + part.length } });
	return range === undefined ? '' : `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
}

describe('positions in a text', () => {
	it.each([
		['a: b', 'b', '1:4-1:5'],
		['a: b\nc: d\n', 'c', '2:1-2:2'],
		['a: 1\r\nb: 2\r\n', '2', '2:4-2:5'],
		['\ufeffa: b', 'a', '1:1-1:2'],
		['\ufeffa: b\nc: d', 'c', '2:1-2:2'],
		['\ta:\tb', 'b', '1:5-1:6'],
		['😀😀: v', 'v', '1:5-1:6'],
		['e\u0301: v', 'v', '1:5-1:6'],
		['漢字: v', 'v', '1:5-1:6'],
		['a: |\n  x\n  y\nb: 1', '|\n  x\n  y\n', '1:4-4:1'],
		['a: x\r\nb: y\r\n', 'x\r', '1:4-1:5'],
		['a: x\n', 'x\n', '1:4-1:5'],
	])('in %j say of %j where it begins and ends', (text, part, range) => {
		expect(rangeOfPart(text, part)).toBe(range);
	});

	it('count a surrogate that is alone', () => {
		expect(rangeOfPart('\ud800\ud800: v', 'v')).toBe('1:5-1:6');
	});

	it('are none for a file as a whole, and for a file whose text is not at hand', () => {
		const rangeOf = rangesIn(new Map([['f', 'a']]));
		expect(rangeOf({ file: 'f' })).toBeUndefined();
		expect(rangeOf({ file: 'g', span: { start: 0, end: 1 } })).toBeUndefined();
	});

	it('stay within the text', () => {
		const lines = linesOf('a\nbc\n');
		expect(lines.count).toBe(2);
		expect([0, 1, 2, 4, 5, 99].map((offset) => Object.values(lines.positionAt(offset)).join(':'))).toEqual([
			'1:1',
			'1:2',
			'2:1',
			'2:3',
			'2:3',
			'2:3',
		]);
		expect(linesOf('').positionAt(0)).toEqual({ line: 1, column: 1 });
		expect(linesOf('').count).toBe(1);
		expect(linesOf('\n').count).toBe(1);
	});

	it('agree with counting every character', () => {
		const unit = fc.constantFrom('a', '\n', '\r\n', '\t', '😀', 'é', '漢');
		fc.assert(
			fc.property(fc.array(unit), fc.nat(), (units, chosen) => {
				const at = units.length === 0 ? 0 : chosen % units.length;
				const before = units.slice(0, at).join('');
				const whole = before.split('\n');
				const expected = { line: whole.length, column: [...(whole.at(-1) ?? '')].length + 1 };
				// What stands after the last line break belongs to the line before it.
				if (at < units.length) expect(linesOf(units.join('')).positionAt(before.length)).toEqual(expected);
			}),
		);
	});
});
