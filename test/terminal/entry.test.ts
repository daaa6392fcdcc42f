import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { entry } from '../../src/terminal/prompts/entry.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

function start(options: ScreenOptions = {}, alone?: string) {
	const screen = virtualScreen(options);
	const config = { style: createStyle(screen.io), stop: 'stop, nothing is written', ...(alone === undefined ? {} : { alone }) };
	return { screen, prompt: guardedPrompt(screen.io, entry(config), { before: () => 'What is it called?\n\n' }) };
}

describe('the prompt for an entry', () => {
	it('shows what is typed, and ends with it as typed', async () => {
		const { screen, prompt } = start();
		await screen.press('Git q?h', key.left, key.backspace, '!');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What is it called?

			▸ Git q!h

			Enter go on · Ctrl-C stop, nothing is written"
		`);
		expect(await screen.cursor()).toEqual({ line: 2, column: 8 });
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: 'Git q!h' });
		expect(await screen.text()).toBe('What is it called?');
	});

	it('wants something typed, unless Enter alone stands for something', async () => {
		const needed = start({ columns: 40 });
		await needed.screen.press(' ', key.enter);
		expect(await needed.screen.text()).toMatchInlineSnapshot(`
			"What is it called?

			▸

			Nothing typed yet.
			Enter go on
			Ctrl-C stop, nothing is written"
		`);
		const suggested = start({ columns: 40 }, 'take git');
		expect(await suggested.screen.text()).toMatchInlineSnapshot(`
			"What is it called?

			▸

			Enter take git
			Ctrl-C stop, nothing is written"
		`);
		await suggested.screen.press(key.enter);
		expect(await suggested.prompt).toEqual({ kind: 'value', value: '' });
	});

	it('has no keys of questions: Esc, Alt and ? are none', async () => {
		const { screen, prompt } = start();
		await screen.press('?', '\x1bq', '\x1b?', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: '?' });
	});

	it('takes pasted lines as one, and waits for Enter', async () => {
		const { screen, prompt } = start();
		await screen.send('\x1b[200~one\r\ntwo\x1b[201~');
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: 'one  two' });
	});

	it('ends with Ctrl-C, and with Ctrl-D where nothing is typed', async () => {
		const typed = start();
		await typed.screen.press('a', key.ctrlD, key.ctrlC);
		expect(await typed.prompt).toEqual({ kind: 'stop', by: 'interrupt' });
		const empty = start();
		await empty.screen.press(key.ctrlD);
		expect(await empty.prompt).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('shows characters harmlessly that a terminal would obey', async () => {
		const { screen, prompt } = start();
		await screen.send('a\u202eb\u009bc');
		expect(await screen.lines()).toContain('▸ a<U+202E>bc');
		await screen.press(key.enter);
		expect(await prompt).toMatchObject({ kind: 'value' });
	});

	it('fits a screen of two rows', async () => {
		const { screen } = start({ columns: 20, rows: 4 });
		await screen.send('a long name that does not fit');
		expect((await screen.lines()).some((line) => line.includes('fit'))).toBe(true);
	});
});
