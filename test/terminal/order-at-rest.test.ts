import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { order } from '../../src/terminal/prompts/order.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, virtualScreen } from './virtual-screen.ts';

/** Long enough for a slow machine to press keys in. */
const settleTime = 500;

function start() {
	const screen = virtualScreen({ settleTime });
	const style = createStyle(screen.io);
	const config = { style, items: ['one', 'two', 'three'], hints: [], asides: { bookmarked: false, readable: false }, settleTime };
	return { screen, prompt: guardedPrompt(screen.io, order(config)) };
}

describe('an order that stands there from the start', () => {
	it('is not answered with by Enters that were meant for the verdict before', async () => {
		const { screen, prompt } = start();
		await screen.press(key.enter, key.enter, key.enter);
		expect(await screen.text()).not.toContain('Nothing is moved yet');
		await pause(settleTime + 100);
		await screen.press(key.enter);
		expect(await screen.text()).toContain('Nothing is moved yet');
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: [0, 1, 2] } });
	});

	it('is answered with at once by who has moved something', async () => {
		const { screen, prompt } = start();
		await screen.press('J', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: [1, 0, 2] } });
	});
});
