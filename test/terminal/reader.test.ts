import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
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
			  "↓ 13 more lines",
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
			  "↓ 7 more lines",
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
			  "Space     more",
			  "b         back",
			  "q         done",
			  "Enter     next",
			  "  page; at the end,",
			  "  go on",
			  "↑↓ j k    one line",
			  "Home End  to the",
			  "  beginning, to the",
			  "  end",
			  "h         hide",
			  "  this list",
			]
		`);
	});

	it('is done with q at any time', async () => {
		const { screen, prompt } = start(50);
		await screen.press('q');
		expect(await prompt).toEqual({ kind: 'value', value: 'read' });
	});
});
