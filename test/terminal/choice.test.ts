import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { choice } from '../../src/terminal/prompts/choice.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const short = ['The tree of the whole project', 'The lines that changed since its parent', 'A copy of the index file'];

function start(options: readonly string[] = short, screenOptions: ScreenOptions = {}, hints: readonly string[] = []) {
	const screen = virtualScreen(screenOptions);
	const prompt = guardedPrompt(screen.io, choice({ style: createStyle(screen.io), options, hints }), {
		before: () => 'What does a commit point at?\n\n',
		after: (value) => `${value.kind === 'given' ? options[value.given] : value.kind}\n`,
	});
	return { screen, prompt };
}

describe('the choice prompt', () => {
	it('marks nothing at first, then what is picked, and leaves only that', async () => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			  1  The tree of the whole project
			  2  The lines that changed since its parent
			  3  A copy of the index file

			1-3 pick · Enter answer · ? don't know · h keys"
		`);
		await screen.press(key.down, key.down);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			  1  The tree of the whole project
			▸ 2  The lines that changed since its parent
			  3  A copy of the index file

			1-3 pick · Enter answer · ? don't know · h keys"
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 1 } });
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			The lines that changed since its parent"
		`);
	});

	it('takes its keys behind Esc too, as a typed answer does', async () => {
		const { screen, prompt } = start();
		await screen.press('\x1b?');
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'dont-know' } });
	});

	it.each([
		[['2'], 1],
		[['3'], 2],
		[['j', 'j', 'k'], 0],
		[[key.up], 2],
		[['1', key.down], 1],
		[[key.up, key.down], 0],
	])('takes %j and then Enter for option %i', async (keys, index) => {
		const { screen, prompt } = start();
		await screen.press(...keys, key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: index } });
	});

	it('asks to pick when Enter comes first, and answers nothing', async () => {
		const { screen, prompt } = start();
		await screen.press(key.enter, '9');
		expect(await screen.text()).toContain("Pick an answer first, or press ? if you don't know.");
		await screen.press('3', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 2 } });
	});

	it('takes ? for an honest miss and q for leaving', async () => {
		const unknown = start();
		await unknown.screen.press('?');
		expect(await unknown.prompt).toEqual({ kind: 'value', value: { kind: 'dont-know' } });
		const leaving = start();
		await leaving.screen.press('q');
		expect(await leaving.prompt).toEqual({ kind: 'value', value: { kind: 'quit' } });
	});

	it('lists its keys under h and hides them again', async () => {
		const { screen } = start();
		const before = await screen.text();
		await screen.press('h');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			  1  The tree of the whole project
			  2  The lines that changed since its parent
			  3  A copy of the index file

			1-3     pick
			Enter   answer
			?       don't know
			q       stop (all answers are kept)
			↑↓ j k  move the mark
			h       hide this list"
		`);
		await screen.press('h');
		expect(await screen.text()).toBe(before);
	});

	it('shows hints one by one under i, and only where there are some', async () => {
		const { screen } = start(short, {}, ['Think of a photograph.', 'It is one object.']);
		await screen.press('i');
		expect(await screen.text()).toContain('hint 1 of 2: Think of a photograph.');
		await screen.press('i', 'i');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			hint 1 of 2: Think of a photograph.
			hint 2 of 2: It is one object.

			  1  The tree of the whole project
			  2  The lines that changed since its parent
			  3  A copy of the index file

			That was the last hint.
			1-3 pick · Enter answer · ? don't know · i hint · h keys"
		`);
		const without = start();
		await without.screen.press('i');
		expect(await without.screen.text()).not.toContain('hint');
	});

	it('wraps with a hanging indent at 20 columns', async () => {
		const { screen, prompt } = start(short, { columns: 20, rows: 24 });
		await screen.press('2');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit p
			oint at?

			  1  The tree of the
			     whole project
			▸ 2  The lines that
			     changed since
			     its parent
			  3  A copy of the
			     index file

			h keys"
		`);
		await screen.press(key.enter);
		await prompt;
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit p
			oint at?

			The lines that chang
			ed since its parent"
		`);
	});

	it('shows a window around the mark when the list is longer than the screen', async () => {
		const many = Array.from({ length: 14 }, (_, index) => `Option number ${index + 1}`);
		const { screen, prompt } = start(many, { columns: 40, rows: 10 });
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "",
			  "  1  Option number 1",
			  "  2  Option number 2",
			  "  3  Option number 3",
			  "  4  Option number 4",
			  "  5  Option number 5",
			  "  6  Option number 6",
			  "↓ 8 more",
			  "",
			  "Enter answer · ? don't know · h keys",
			]
		`);
		await screen.press(...Array.from({ length: 12 }, () => key.down));
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "↑ 8 more",
			  "  9  Option number 9",
			  "  0  Option number 10",
			  "  a  Option number 11",
			  "▸ c  Option number 12",
			  "  d  Option number 13",
			  "  f  Option number 14",
			  "",
			  "Enter answer · ? don't know · h keys",
			]
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 11 } });
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "Option number 12",
			]
		`);
	});

	it('keeps wide characters and emoji in their columns', async () => {
		const wide = ['漢字は一つの木を指す、そして親と作者と言葉を', 'A family 👩‍👩‍👧 and a flag 🇳🇱'];
		const { screen } = start(wide, { columns: 30 });
		await screen.press('1');
		await screen.press('2');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			  1  漢字は一つの木を指す、そ
			     して親と作者と言葉を
			▸ 2  A family 👩‍👩‍👧 and a
			     flag 🇳🇱

			Enter answer · h keys"
		`);
	});

	it('speaks ASCII where the terminal does', async () => {
		const { screen } = start(short, { unicode: false, columns: 40 });
		await screen.press('1', 'h');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"What does a commit point at?

			> 1  The tree of the whole project
			  2  The lines that changed since its
			     parent
			  3  A copy of the index file

			1-3          pick
			Enter        answer
			?            don't know
			q            stop (all answers are
			             kept)
			up/down j k  move the mark
			h            hide this list"
		`);
		expect(await screen.text()).toMatch(/^[\n -~]*$/);
	});

	it('ignores what is pasted', async () => {
		const { screen, prompt } = start();
		await screen.send('\x1b[200~2\r\x1b[201~');
		expect(await screen.text()).not.toContain('▸');
		await screen.press('1', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 0 } });
	});
});
