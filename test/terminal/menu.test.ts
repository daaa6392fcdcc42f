import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { menu } from '../../src/terminal/prompts/menu.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const items = ['Read: What a commit stores', 'Take the quiz: 9 of 10 right needed', 'Stop here; everything is kept'];

function start(options: ScreenOptions = {}, given = items, short = false) {
	const screen = virtualScreen(options);
	return { screen, prompt: guardedPrompt(screen.io, menu({ style: createStyle(screen.io), items: given, short })) };
}

describe('the menu prompt', () => {
	it('marks the first item, so that Enter alone goes on', async () => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  Read: What a commit stores
			  2  Take the quiz: 9 of 10 right needed
			  3  Stop here; everything is kept

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'item', index: 0 } });
		expect(await screen.text()).toBe('');
	});

	it('moves with digits, arrows and letters, and goes round', async () => {
		const { screen, prompt } = start({ columns: 40 });
		await screen.press('2', key.down, 'j', 'k');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  Read: What a commit stores
			  2  Take the quiz: 9 of 10 right
			     needed
			▸ 3  Stop here; everything is kept

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'item', index: 2 } });
	});

	it('takes half of the screen where something above is to stay in view, and goes round all the same', async () => {
		const decks = Array.from({ length: 12 }, (_, index) => `Deck ${index + 1}`);
		const { screen, prompt } = start({ rows: 12 }, decks, true);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  Deck 1
			  2  Deck 2
			  3  Deck 3
			  4  Deck 4
			↓ 8 more

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press(key.up, key.up);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"↑ 8 more
			  9  Deck 9
			  0  Deck 10
			▸ a  Deck 11
			  c  Deck 12

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'item', index: 10 } });
	});

	it('needs no arrows for one item, and leaves with q', async () => {
		const { screen, prompt } = start({ columns: 20 }, ['Stop here; everything is kept']);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  Stop here;
			     everything is
			     kept

			Enter go · h keys"
		`);
		await screen.press('h');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  Stop here;
			     everything is
			     kept

			Enter  go
			q      stop
			1      mark that
			  line
			h      hide this
			  list"
		`);
		await screen.press('q');
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'quit' } });
	});
});
