import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { marksIn, replaceMarks } from '../../src/engine/cloze-marks.ts';
import { propertySeed } from './builders.ts';

describe('marks', () => {
	it.each<readonly [string, readonly string[]]>([
		['{{a}}', ['a']],
		['from {{first-one}} to {{second}}.', ['first-one', 'second']],
		['{{a}}{{b}}', ['a', 'b']],
		['{{a}} and {{a}}', ['a', 'a']],
		['\\{{a}}', []],
		['\\{{ {{a}} }}', ['a']],
		['\\{{{{a}}', ['a']],
		['{{{a}}}', ['a']],
		['\\{{{a}}', []],
		['{a} { {a}} {{a} }', []],
		['{{a\n}} {{', []],
		['{{ a }}', [' a ']],
		['{{}}', ['']],
		['{{A.b}}', ['A.b']],
		['', []],
	])('in %j stand for %j', (text, ids) => {
		expect(marksIn(text).map(({ id }) => id)).toEqual(ids);
	});

	it('have their places, braces included', () => {
		const text = '🐙 \\{{x}} {{one}}\n{{two}}';
		expect(marksIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['{{one}}', '{{two}}']);
	});

	it('are replaced where there is something for them, and all else is left as it is', () => {
		expect(replaceMarks('\\{{a}} {{a}} {{b}} {a}', (id) => (id === 'a' ? '$&' : undefined))).toBe('\\{{a}} $& {{b}} {a}');
	});

	it('are found alike by both, in any text', () => {
		const text = fc.string({ unit: fc.constantFrom('{', '}', '{{', '}}', '\\', 'a', '-', '\n') });
		fc.assert(
			fc.property(text, (words) => {
				const marks = marksIn(words);
				const replaced: string[] = [];
				const same = replaceMarks(words, (id) => {
					replaced.push(id);
					return undefined;
				});
				expect(same).toBe(words);
				expect(replaced).toEqual(marks.map(({ id }) => id));
				for (const { id, start, end } of marks) expect(words.slice(start, end)).toBe(`{{${id}}}`);
			}),
			{ seed: propertySeed, numRuns: 1_000 },
		);
	});
});
