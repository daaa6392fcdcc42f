import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { multiple } from '../../src/terminal/prompts/multiple.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const options = ['One tree', 'Its parents', 'The differences'];

function start(screenOptions: ScreenOptions = {}) {
	const screen = virtualScreen(screenOptions);
	const prompt = guardedPrompt(screen.io, multiple({ style: createStyle(screen.io), options, hints: [] }), {
		after: (value) => `${value.kind === 'given' ? value.given.join() : value.kind}\n`,
	});
	return { screen, prompt };
}

describe('the multiple prompt', () => {
	it('chooses with Space and digits, takes back, and ends with what is chosen', async () => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1 ◻  One tree
			  2 ◻  Its parents
			  3 ◻  The differences

			Space choose · Enter answer · ? don't know · h keys"
		`);
		await screen.press('3', key.up, key.space, '1', '3');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1 ◼  One tree
			  2 ◼  Its parents
			▸ 3 ◻  The differences

			Space choose · Enter answer · ? don't know · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: [0, 1] } });
		expect(await screen.text()).toBe('0,1');
	});

	it('asks again, kindly, when nothing is chosen', async () => {
		const { screen, prompt } = start({ columns: 40 });
		await screen.press(key.enter);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1 ◻  One tree
			  2 ◻  Its parents
			  3 ◻  The differences

			Choose all that apply with Space, or
			press ? if you don't know.
			Space choose · Enter answer · h keys"
		`);
		await screen.press('2', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: [1] } });
	});

	it('fits 20 columns, in ASCII too', async () => {
		const { screen } = start({ columns: 20, unicode: false });
		await screen.press('2', 'h');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1 [ ]  One tree
			> 2 [x]  Its
			  parents
			  3 [ ]  The
			    differences

			Space       choose
			Enter       answer
			?           don't
			  know
			q           stop
			  (all answers are
			  kept)
			up/down j k
			  move the mark
			1-3         choose
			  that one, or take
			  it back
			h           hide
			  this list"
		`);
	});
});
