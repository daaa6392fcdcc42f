import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { feedback } from '../../src/terminal/prompts/feedback.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

function start(sections = 1, settleTime = 0, options: ScreenOptions = {}) {
	const screen = virtualScreen(options);
	const program = feedback({ style: createStyle(screen.io), sections, settleTime, last: false, explained: true, bookmarked: false });
	return { screen, prompt: guardedPrompt(screen.io, program) };
}

describe('the feedback prompt', () => {
	it.each([key.enter, key.space])('goes on with %j', async (pressed) => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			Enter next · r read section · h keys"
		`);
		await screen.press('x', pressed);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'next' } });
		expect(await screen.text()).toBe('');
	});

	it('reads the section with r, and one of several by its number', async () => {
		const one = start();
		await one.screen.press('r');
		expect(await one.prompt).toEqual({ kind: 'value', value: { kind: 'read', index: 0 } });
		const several = start(2, 0, { columns: 40 });
		expect(await several.screen.text()).toMatchInlineSnapshot(`
			"
			Enter next · 1-2 read section · h keys"
		`);
		await several.screen.press('3', '2');
		expect(await several.prompt).toEqual({ kind: 'value', value: { kind: 'read', index: 1 } });
	});

	it('ignores keys until it has settled, and shows none before', async () => {
		const { screen, prompt } = start(1, 60);
		await screen.press(key.enter, key.space, 'r');
		expect(await screen.text()).toBe('\n…');
		await expect.poll(() => screen.text()).toContain('Enter next');
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'next' } });
	});

	it('is not dismissed by a key that is held down longer than it takes to settle', async () => {
		const { screen, prompt } = start(1, 500);
		for (let repeat = 0; repeat < 50; repeat++) {
			await screen.press(key.enter);
			await new Promise((resolve) => setTimeout(resolve, 15));
		}
		expect(await screen.text()).toBe('\n…');
		await expect.poll(() => screen.text()).toContain('Enter next');
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'next' } });
	});

	it('is not dismissed by keys that came in the same chunk as the answer', async () => {
		const screen = virtualScreen();
		const style = createStyle(screen.io);
		const first = guardedPrompt(
			screen.io,
			feedback({ style, sections: 0, settleTime: 0, last: false, explained: true, bookmarked: false }),
		);
		await screen.send('\r\r\r');
		await first;
		const second = guardedPrompt(
			screen.io,
			feedback({ style, sections: 0, settleTime: 0, last: true, explained: true, bookmarked: false }),
		);
		let dismissed = false;
		void second.then(() => {
			dismissed = true;
		});
		expect(await screen.text()).toContain('Enter result');
		expect(dismissed).toBe(false);
		await screen.press(key.enter);
		await second;
	});
});
