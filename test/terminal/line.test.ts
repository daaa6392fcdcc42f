import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { line } from '../../src/terminal/prompts/line.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

function start(screenOptions: ScreenOptions = {}, unit?: string, hints: readonly string[] = []) {
	const screen = virtualScreen(screenOptions);
	const config = { style: createStyle(screen.io), hints, ...(unit === undefined ? {} : { unit }) };
	return { screen, prompt: guardedPrompt(screen.io, line(config), { before: () => 'Name the command.\n\n' }) };
}

describe('the line prompt', () => {
	it('shows what is typed, with the cursor after it, and ends with it as typed', async () => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸

			Enter answer · Esc, then ? don't know or h keys"
		`);
		await screen.send('Hi q?');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸ Hi q?

			Enter answer · Esc, then ? don't know or h keys"
		`);
		expect(await screen.cursor()).toEqual({ line: 2, column: 7 });
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 'Hi q?' } });
		expect(await screen.text()).toBe('Name the command.');
	});

	it('edits in the middle of the line', async () => {
		const { screen, prompt } = start();
		await screen.press('git lg', key.left, 'o', key.backspace, 'o', '\x01', 'a ', '\x05', '!', key.backspace);
		expect(await screen.lines()).toContain('▸ a git log');
		await screen.press('\x17', 'add', key.left, '\x0b', '\x04', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 'a git ad' } });
	});

	it('takes characters whole: accents, wide ones, emoji', async () => {
		const { screen, prompt } = start();
		await screen.press('cafe\u0301', '漢', '👩‍👩‍👧', key.backspace, key.left);
		expect((await screen.cursor()).column).toBe(6);
		await screen.press(key.backspace, key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 'caf漢' } });
	});

	it('shows the part around the cursor when the text is longer than the line', async () => {
		const { screen } = start({ columns: 20 });
		await screen.send('abcdefghijklmnopqrstuvwxyz');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸ …klmnopqrstuvwxyz

			Esc keys"
		`);
		await screen.press('\x01');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸ abcdefghijklmnopq

			Esc keys"
		`);
		expect(await screen.cursor()).toEqual({ line: 2, column: 2 });
	});

	it('asks again, kindly, when nothing is typed', async () => {
		const { screen, prompt } = start({ columns: 40 });
		await screen.press(' ', key.enter);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸

			Nothing typed yet. Type an answer, or
			press Esc and then ? if you don't know.
			Enter answer · Esc, then h keys"
		`);
		await screen.press('x', key.enter);
		expect(await prompt).toMatchObject({ value: { given: ' x' } });
	});

	it('asks what a question mark alone is meant to be, and takes it with a second Enter', async () => {
		const { screen, prompt } = start();
		await screen.press('?', key.enter);
		expect(await screen.text()).toContain("If you don't know, press Esc and then ?. If your answer is a question mark,");
		await screen.press(key.enter);
		expect(await prompt).toMatchObject({ value: { given: '?' } });
	});

	it('keeps its keys behind Esc', async () => {
		const { screen, prompt } = start({}, undefined, ['It starts with g.']);
		await screen.press('q', '\x1bh');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸ q

			?      don't know
			i      hint
			q      stop (all answers are kept)
			Esc    type on
			Enter  answer
			h      hide this list"
		`);
		await screen.press('i', 'u');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			hint 1 of 1: It starts with g.

			▸ qu

			Enter answer · Esc, then ? don't know or h keys"
		`);
		await screen.press('\x1b?');
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'dont-know' } });
	});

	it('leaves with Esc and q, not with q', async () => {
		const { screen, prompt } = start();
		await screen.press('q', '\x1bq');
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'quit' } });
	});

	it('waits for a key after Esc alone, and types on after a second Esc', async () => {
		const { screen, prompt } = start();
		await screen.press(key.escape);
		await expect.poll(() => screen.text()).toContain('Esc type on');
		await screen.press(key.escape);
		await expect.poll(() => screen.text()).not.toContain('Esc type on');
		await screen.press('q', key.enter);
		expect(await prompt).toMatchObject({ value: { given: 'q' } });
	});

	it('joins pasted lines and waits for Enter', async () => {
		const { screen, prompt } = start();
		await screen.send('\x1b[200~one\r\ntwo\x1b[201~');
		expect(await screen.lines()).toContain('▸ one  two');
		await screen.press(key.enter);
		expect(await prompt).toMatchObject({ value: { given: 'one  two' } });
	});

	it('shows the unit behind the line, or under it where there is no room', async () => {
		const wide = start({ columns: 40 }, 'km');
		await wide.screen.send('42');
		expect(await wide.screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸ 42 km

			Enter answer · Esc, then h keys"
		`);
		const narrow = start({ columns: 20 }, 'kilometers an hour');
		await narrow.screen.send('42');
		expect(await narrow.screen.text()).toMatchInlineSnapshot(`
			"Name the command.

			▸ 42

			in kilometers an
			hour
			Esc keys"
		`);
	});

	it('shows typed control and direction characters harmlessly', async () => {
		const { screen, prompt } = start();
		await screen.send('a\u202eb\u009bc');
		expect(await screen.lines()).toContain('▸ a<U+202E>bc');
		await screen.press(key.enter);
		expect(await prompt).toMatchObject({ value: { given: 'a\u202ebc' } });
	});
});

describe('a line that grows', () => {
	const program = line({ style: createStyle({ colorLevel: 0, unicode: true }), hints: [] });
	const size = { columns: 80, rows: 24 };
	const typedBy = (texts: readonly string[]) =>
		texts.reduce((state, text) => {
			const step = program.press(state, { name: text, text, ctrl: false, meta: false, pasted: false }, size);
			if (step.kind === 'done') throw new Error('a letter ended the line');
			return step.state;
		}, program.initial);

	it('takes no more than an answer may hold, and says so', () => {
		const state = typedBy(Array.from({ length: 2_100 }, () => 'x'));
		expect(state.before).toHaveLength(2_000);
		expect(program.draw(state, size).lines.join('\n')).toContain('as long as an answer may be');
	});

	it('joins a mark and the parts of an emoji to the character before', () => {
		expect(typedBy(['e', '\u0301', '👨', '\u200d', '👩', 'x']).before).toEqual(['e\u0301', '👨\u200d👩', 'x']);
	});
});
