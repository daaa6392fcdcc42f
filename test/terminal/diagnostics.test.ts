import { describe, expect, it } from 'vitest';

import { widthOf } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { renderDiagnostics } from '../../src/terminal/views/diagnostics.ts';
import * as sample from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });

describe('diagnostics', () => {
	it('point at the text, twice where two places disagree, and say what to do', () => {
		expect(renderDiagnostics(sample.diagnostics, sample.sources, style, 80)).toMatchInlineSnapshot(`
			"01-snapshots.yaml:3:1: error: Unexpected key "treshold", expected one of the keys of a unit. [unknown-key]
			  2 │ title: Commits are snapshots
			  3 │ treshold: 9
			    │ ^~~~~~~~
			  4 │ questions:
			  help: Did you mean "benchmark"?

			01-snapshots.yaml:7:9: error: The question id "one" is used twice. [duplicate-id]
			  6 │     stem: 漢字 and tabs    and more, in a line that goes on and on and on…
			  7 │   - id: one
			    │         ^~~
			  01-snapshots.yaml:5:9: first used here
			  4 │ questions:
			  5 │   - id: one
			    │         ^~~
			  6 │     stem: 漢字 and tabs    and more, in a line that goes on and on and on…

			01-snapshots.yaml:6:90: warning: This stem is long. [long-stem]
			  5 │
			  6 │ …on and on, well beyond what a narrow screen could ever show of it at once
			    │                                ^~~~~~~~~~~~~
			  7 │

			notes.yaml: info: Nothing lists this file. [unlisted-file]

			2 errors, 1 warning and 1 note in 2 files"
		`);
	});

	it('cut long lines around the span', () => {
		expect(renderDiagnostics(sample.diagnostics.slice(2, 3), sample.sources, style, 40)).toMatchInlineSnapshot(`
			"01-snapshots.yaml:6:90: warning: This stem is long. [long-stem]
			  5 │
			  6 │ …nd what a narrow screen could ev…
			    │            ^~~~~~~~~~~~~
			  7 │

			1 warning in 1 file"
		`);
	});

	it.each([
		['x: 漢字 é\u0301 here', 'here', 'f:1:10', 10],
		['\ufeffa: b', 'a', 'f:1:1', 0],
		['a: 1\r\nb: 2\r\n', 'b', 'f:2:1', 0],
		['😀😀: v', 'v', 'f:1:5', 6],
	])('count columns of %j in code points, and mark in cells', (text, part, place, cells) => {
		const start = text.indexOf(part);
		const span = { start, end: start + part.length };
		const lines = renderDiagnostics(
			[{ code: 'c', severity: 'error', message: 'm', place: { file: 'f', span } }],
			new Map([['f', text]]),
			style,
			80,
		).split('\n');
		expect(lines[0]).toBe(`${place}: error: m [c]`);
		const mark = lines.find((line) => line.includes('│ ') && line.trimEnd().endsWith(part.length > 1 ? '~' : '^')) ?? '';
		expect(widthOf(mark.slice(mark.indexOf('│') + 2).replace(/[\^~]+$/, ''))).toBe(cells);
	});

	it('show the same part of a line whether it is long or very long', () => {
		const frameIn = (before: number) => {
			const text = `above\n${'漢a😀\t'.repeat(before)}here${' and on'.repeat(before)}\nbelow\n`;
			const start = text.indexOf('here');
			const place = { file: 'f', span: { start, end: start + 4 } };
			const [, ...frame] = renderDiagnostics(
				[{ code: 'c', severity: 'error', message: 'm', place }],
				new Map([['f', text]]),
				style,
				60,
			).split('\n');
			return frame;
		};
		expect(frameIn(100_000)).toEqual(frameIn(50));
		expect(frameIn(50).join('\n')).toContain('here and on');
	});

	it('stay calm at the end of the file, in an empty one and in one that is not there', () => {
		const at = (start: number, end: number) =>
			[{ code: 'c', severity: 'error', message: 'm', place: { file: 'f', span: { start, end } } }] as const;
		expect(renderDiagnostics(at(5, 5), new Map([['f', 'a: 1\n']]), style, 40)).toMatchInlineSnapshot(`
			"f:1:5: error: m [c]
			  1 │ a: 1
			    │     ^

			1 error in 1 file"
		`);
		expect(renderDiagnostics(at(0, 0), new Map([['f', '']]), style, 40)).toMatchInlineSnapshot(`
			"f:1:1: error: m [c]
			  1 │
			    │ ^

			1 error in 1 file"
		`);
		expect(renderDiagnostics(at(3, 4), new Map(), style, 40)).toMatchInlineSnapshot(`
			"f: error: m [c]

			1 error in 1 file"
		`);
	});

	it('breaks messages between words only where it is asked to, with the place first', () => {
		const [one] = sample.diagnostics;
		if (one === undefined) throw new Error('there is a sample');
		const whole = renderDiagnostics([one], sample.sources, style, 40).split('\n');
		const fitted = renderDiagnostics([one], sample.sources, style, 40, 'fitted').split('\n');
		const lines = fitted.slice(0, fitted.length - whole.length + 1);
		expect(lines.length).toBeGreaterThan(1);
		expect(lines.map((line) => line.trim()).join(' ')).toBe(whole[0]);
		expect(lines.filter((line) => line.length > 40)).toEqual([]);
		expect(lines.slice(1).filter((line) => !/^ {4}\S/u.test(line))).toEqual([]);
		expect(fitted.slice(lines.length)).toEqual(whole.slice(1));
	});
});
