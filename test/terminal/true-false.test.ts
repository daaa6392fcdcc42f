import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { trueFalse } from '../../src/terminal/prompts/true-false.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, virtualScreen } from './virtual-screen.ts';

function start(columns = 80) {
	const screen = virtualScreen({ columns });
	return { screen, prompt: guardedPrompt(screen.io, trueFalse({ style: createStyle(screen.io), hints: [] })) };
}

describe('the true-false prompt', () => {
	it('shows both with their letters, then the marked one', async () => {
		const { screen } = start(40);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  t  True
			  f  False

			Enter answer · ? don't know · h keys"
		`);
		await screen.press('f');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  t  True
			▸ f  False

			Enter answer · ? don't know · h keys"
		`);
	});

	it.each([
		['t', 0],
		['T', 0],
		['f', 1],
		['1', 0],
		['2', 1],
		[key.down, 0],
		[key.up, 1],
	])('takes %j for index %i', async (pressed, index) => {
		const { screen, prompt } = start();
		await screen.press(pressed, key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: index } });
		expect(await screen.text()).toBe('');
	});

	it('ignores other letters', async () => {
		const { screen } = start();
		const before = await screen.text();
		await screen.press('a', '3', 'x');
		expect(await screen.text()).toBe(before);
	});
});
