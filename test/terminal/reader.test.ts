import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { wrap } from '../../src/terminal/layout.ts';
import { reader } from '../../src/terminal/prompts/reader.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, virtualScreen } from './virtual-screen.ts';

function start(count: number, rows = 10, columns = 40) {
	const screen = virtualScreen({ rows, columns });
	const text = () => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
	return { screen, prompt: guardedPrompt(screen.io, reader({ style: createStyle(screen.io), text, onwards: 'go on' })) };
}

describe('the reader', () => {
	it('shows a short text whole, with one key to go on', async () => {
		const { screen, prompt } = start(3);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"line 1
			line 2
			line 3

			Enter go on · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: 'read' });
	});

	it('pages a long text forth and back, and ends after the last page', async () => {
		const { screen, prompt } = start(20);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "line 1",
			  "line 2",
			  "line 3",
			  "line 4",
			  "line 5",
			  "line 6",
			  "line 7",
			  "↓ 13 more lines of 20",
			  "Space more · b back · q done · h keys",
			]
		`);
		await screen.press(key.space);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "line 7",
			  "line 8",
			  "line 9",
			  "line 10",
			  "line 11",
			  "line 12",
			  "line 13",
			  "↓ 7 more lines of 20",
			  "Space more · b back · q done · h keys",
			]
		`);
		await screen.press('b', 'j', key.down, key.up);
		expect((await screen.lines())[0]).toBe('line 2');
		await screen.press(key.enter, key.enter);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "line 14",
			  "line 15",
			  "line 16",
			  "line 17",
			  "line 18",
			  "line 19",
			  "line 20",
			  "↓ the end",
			  "Space go on · b back · q done · h keys",
			]
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: 'read' });
		expect(await screen.text()).toBe('');
	});

	it('never shows more than the screen holds, with the keys listed too', async () => {
		const { screen } = start(100, 12, 20);
		await screen.press('h');
		expect(await screen.everything()).toMatchInlineSnapshot(`
			[
			  "line 1",
			  "Space  more",
			  "b      back",
			  "q      done",
			  "/      find",
			  "n N    the next,",
			  "  the one before",
			  "j k    one line",
			  "d u    half a page",
			  "g G    the",
			  "  beginning, the end",
			  "h      hide this",
			  "  list",
			]
		`);
	});

	it('is done with q at any time', async () => {
		const { screen, prompt } = start(50);
		await screen.press('q');
		expect(await prompt).toEqual({ kind: 'value', value: 'read' });
	});

	it('goes by half pages, to the beginning and to the end, as less does', async () => {
		const { screen } = start(40);
		const top = async () => (await screen.lines())[0];
		await screen.press('d');
		expect(await top()).toBe('line 4');
		await screen.press('u', 'G');
		expect(await top()).toBe('line 34');
		await screen.press('g', 'f');
		expect(await top()).toBe('line 7');
	});

	it('keeps the topmost line on top when the terminal is resized', async () => {
		const screen = virtualScreen({ rows: 10, columns: 60 });
		const words = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
		void guardedPrompt(screen.io, reader({ style: createStyle(screen.io), text: (width) => wrap(words, width), onwards: 'go on' }));
		await screen.press(key.space);
		const first = (await screen.lines())[0]?.split(' ')[0] ?? '';
		expect(first).toBe('word50');
		await screen.resize(30, 12);
		expect((await screen.lines())[0]).toContain(first);
		await screen.resize(60, 10);
		expect((await screen.lines())[0]).toContain(first);
	});

	describe('looking for words', () => {
		function search(rows = 10, columns = 40) {
			const screen = virtualScreen({ rows, columns });
			const prose = Array.from({ length: 60 }, (_, index) => (index % 20 === 10 ? 'a Golden needle' : 'hay and straw')).join(' ');
			const text = (width: number) => wrap(prose, width);
			return { screen, prompt: guardedPrompt(screen.io, reader({ style: createStyle(screen.io), text, onwards: 'go on' })) };
		}

		it('finds them across the end of a line, goes on with n and back with N', async () => {
			const { screen } = search();
			await screen.press('/');
			expect((await screen.lines()).at(-1)).toBe('/');
			await screen.send('golden  NEEDLE');
			expect(await screen.cursor()).toEqual({ line: 8, column: 15 });
			await screen.press(key.enter);
			expect(await screen.lines()).toMatchInlineSnapshot(`
				[
				  "and straw hay and straw hay and straw",
				  "hay and straw hay and straw a Golden",
				  "needle hay and straw hay and straw hay",
				  "and straw hay and straw hay and straw",
				  "hay and straw hay and straw hay and",
				  "straw hay and straw hay and straw hay",
				  "and straw hay and straw hay and straw",
				  "“golden  NEEDLE”: 1 of 3",
				  "Space more · b back · q done · h keys",
				]
			`);
			expect(screen.raw()).toMatch(/\x1b\[7m[^\x1b]*Golden/);
			await screen.press('n');
			expect((await screen.lines()).at(-2)).toContain('2 of 3');
			await screen.press('n', 'n');
			expect((await screen.lines()).at(-2)).toContain('1 of 3');
			await screen.press('N');
			expect((await screen.lines()).at(-2)).toContain('3 of 3');
		});

		it('takes letters as text, and Esc leads back', async () => {
			const { screen } = search();
			await screen.press('/', 'q', 'b', key.backspace, key.backspace, key.backspace);
			expect((await screen.lines()).at(-1)).toContain('Space more');
			await screen.press('/', 'x');
			await screen.press(key.escape);
			await new Promise((resume) => setTimeout(resume, 600));
			expect((await screen.lines()).at(-1)).toContain('Space more');
		});

		it('says so where there is nothing to find', async () => {
			const { screen } = search();
			await screen.press('/', 'z', 'z', key.enter);
			expect((await screen.lines()).at(-2)).toBe('“zz” is not in this text.');
		});
	});
});
