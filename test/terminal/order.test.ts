import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { order } from '../../src/terminal/prompts/order.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const items = ['Commit it', 'Write the file', 'Stage it'];
const shiftUp = '\x1b[1;2A';
const shiftDown = '\x1b[1;2B';

function start(screenOptions: ScreenOptions = {}, shown: readonly string[] = items) {
	const screen = virtualScreen(screenOptions);
	const prompt = guardedPrompt(screen.io, order({ style: createStyle(screen.io), hints: [], items: shown }));
	return { screen, prompt };
}

describe('the order prompt', () => {
	it('takes an item up, carries it and puts it down, in words and signs', async () => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  Commit it
			  2  Write the file
			  3  Stage it

			Space take up · Enter answer · ? don't know · h keys"
		`);
		await screen.press(key.space, key.down);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  Write the file
			▸ 2  ↑↓ Commit it
			  3  Stage it

			Taken up: ↑↓ carry it, Space puts it down.
			Space put down · ↑↓ carry · Esc put back · h keys"
		`);
		await screen.press(key.down, key.space);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  Write the file
			  2  Stage it
			▸ 3  Commit it

			Space take up · Enter answer · ? don't know · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: [1, 2, 0] } });
		expect(await screen.text()).toBe('');
	});

	it.each<[string, readonly string[], readonly number[]]>([
		['J and K', ['J', 'J', 'K'], [1, 0, 2]],
		['Shift and the arrows', [key.up, shiftUp, shiftUp], [2, 0, 1]],
		['Shift and an arrow, no further than the end', [shiftDown, shiftDown, shiftDown], [1, 2, 0]],
		['a digit, which names the place while an item is taken up', [key.space, '3', key.space], [1, 2, 0]],
		['a digit, which marks while none is', ['3', 'K'], [0, 2, 1]],
		['j and k', [key.space, 'j', key.space, 'j', 'K'], [1, 2, 0]],
	])('arranges by %s', async (_name, keys, given) => {
		const { screen, prompt } = start();
		await screen.press(...keys);
		// An item in the air comes down first.
		await screen.press(key.enter, key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given } });
	});

	it('puts back with Esc what was taken up', async () => {
		const { screen } = start();
		await screen.press('2', key.space, key.down, key.escape);
		await expect.poll(() => screen.text()).toContain('▸ 2  Write the file');
		expect(await screen.text()).toContain('3  Stage it');
		expect(await screen.text()).not.toContain('Taken up');
	});

	it('answers with no order that nobody has touched or that is half carried', async () => {
		const { screen, prompt } = start({ columns: 40 });
		await screen.press(key.enter);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  Commit it
			  2  Write the file
			  3  Stage it

			Nothing is moved yet. Enter once more
			answers with the order as it stands; ?
			if you don't know.
			Space take up · Enter answer · h keys"
		`);
		await screen.press(key.space, key.down, key.enter);
		expect(await screen.text()).toContain('It lies where it was carried.');
		await screen.press(key.enter);
		expect(await prompt).toMatchObject({ value: { given: [1, 0, 2] } });
	});

	it('takes the order as it was shown with a second Enter', async () => {
		const { screen, prompt } = start();
		await screen.press(key.enter, key.enter);
		expect(await prompt).toMatchObject({ value: { given: [0, 1, 2] } });
	});

	it('lists the keys that matter now under h, whether an item is taken up or not', async () => {
		const { screen } = start({ columns: 40, unicode: false });
		await screen.press('h');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"> 1  Commit it
			  2  Write the file
			  3  Stage it

			Space              take up
			Enter              answer
			?                  don't know
			q                  stop (all answers
			  are kept)
			up/down j k        move the mark
			1-3                mark that item
			Shift-up/down J K  carry the marked
			  item at once
			h                  hide this list"
		`);
		await screen.press(key.space);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"> 1  ^v Commit it
			  2  Write the file
			  3  Stage it

			Taken up: up/down carry it, Space puts
			it down.
			Space    put down
			up/down  carry
			Esc      put back
			1-3      carry it to that place
			?        don't know
			q        stop (all answers are kept)
			h        hide this list"
		`);
		expect(await screen.text()).toMatch(/^[\n -~]*$/);
	});

	it('keeps wide items in their columns, and a long list on the screen, at 30 columns', async () => {
		const wide = Array.from({ length: 12 }, (_, index) => `第${index + 1}段階 a step that needs more than one line`);
		const { screen } = start({ columns: 30, rows: 12 }, wide);
		await screen.press('9', key.space);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "↑ 7 more",
			  "  8  第8段階 a step that",
			  "     needs more than one line",
			  "▸ 9  ↑↓ 第9段階 a step that",
			  "     needs more than one line",
			  "  0  第10段階 a step that",
			  "     needs more than one line",
			  "↓ 2 more",
			  "",
			  "Taken up: ↑↓ carry it, Space",
			  "puts it down.",
			  "Space put down · h keys",
			]
		`);
		expect((await screen.everything()).length).toBeLessThanOrEqual(12);
		await screen.press(...Array.from({ length: 4 }, () => key.down));
		expect(await screen.text()).toContain('▸ c  ↑↓ 第9段階');
	});

	it('takes ? for an honest miss, and q for leaving, with an item in the air too', async () => {
		const unknown = start();
		await unknown.screen.press(key.space, '?');
		expect(await unknown.prompt).toMatchObject({ value: { kind: 'dont-know' } });
		const leaving = start();
		await leaving.screen.press('q');
		expect(await leaving.prompt).toMatchObject({ value: { kind: 'quit' } });
	});

	it('ignores what is pasted', async () => {
		const { screen, prompt } = start();
		await screen.send('\x1b[200~J 3\r\x1b[201~');
		await screen.press(key.enter, key.enter);
		expect(await prompt).toMatchObject({ value: { given: [0, 1, 2] } });
	});
});
