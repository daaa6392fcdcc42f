import { describe, expect, it } from 'vitest';

import { guardedPrompt } from '../../src/terminal/guarded-prompt.ts';
import { match } from '../../src/terminal/prompts/match.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const lefts = ['commit', 'tree', 'blob'];
const rights = ['Names, modes and ids', 'The content of a file', 'One tree, its parents, an author and a message', 'A branch'];
const right = '\x1b[C';

function start(screenOptions: ScreenOptions = {}, sides = { lefts, rights }) {
	const screen = virtualScreen(screenOptions);
	const prompt = guardedPrompt(screen.io, match({ style: createStyle(screen.io), hints: [], ...sides }));
	return { screen, prompt };
}

describe('the match prompt', () => {
	it('pairs by letter, goes on to what is open, and shows what is used', async () => {
		const { screen, prompt } = start();
		expect(await screen.text()).toMatchInlineSnapshot(`
			"▸ 1  commit → ___
			  2  tree   → ___
			  3  blob   → ___

			    a  Names, modes and ids
			    c  The content of a file
			    d  One tree, its parents, an author and a message
			    f  A branch

			a c d f pair · Enter answer · ? don't know · h keys"
		`);
		await screen.press('d');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  commit → d  One tree, its parents, an author and a message
			▸ 2  tree   → ___
			  3  blob   → ___

			    a  Names, modes and ids
			    c  The content of a file
			1 → d  One tree, its parents, an author and a message
			    f  A branch

			a c d f pair · Enter answer · ? don't know · h keys"
		`);
		await screen.press('a', 'c', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: [2, 0, 1] } });
		expect(await screen.text()).toBe('');
	});

	it('takes a right side from the pair it was in, and says so', async () => {
		const { screen, prompt } = start({ columns: 40 });
		await screen.press('a', 'a');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  commit → ___
			  2  tree   → a  Names, modes and ids
			▸ 3  blob   → ___

			2 → a  Names, modes and ids
			    c  The content of a file
			    d  One tree, its parents, an author
			       and a message
			    f  A branch

			It was with 1, which is open again.
			a c d f pair · Enter answer · h keys"
		`);
		await screen.press('c', 'd', key.enter);
		expect(await prompt).toMatchObject({ value: { given: [2, 0, 1] } });
	});

	it.each<[string, readonly string[], readonly number[]]>([
		['digits and letters', ['3', 'c', '1', 'f', '2', 'a'], [3, 0, 1]],
		['arrows alone', [right, key.down, right, right, key.down, key.left], [0, 2, 3]],
		['j and k', ['j', 'a', 'k', 'k', 'd', 'c'], [2, 0, 1]],
		['Backspace, which opens a pair again', ['a', 'c', 'd', '2', key.backspace, 'f'], [0, 3, 2]],
	])('pairs by %s', async (_name, keys, given) => {
		const { screen, prompt } = start();
		await screen.press(...keys, key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given } });
	});

	it('answers only when all are paired, and leads to what is open', async () => {
		const { screen, prompt } = start({ columns: 40 });
		await screen.press(key.enter);
		expect(await screen.text()).toContain('Nothing is paired yet.');
		await screen.press('a', '3', 'c', key.enter);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  commit → a  Names, modes and ids
			▸ 2  tree   → ___
			  3  blob   → c  The content of a file

			1 → a  Names, modes and ids
			3 → c  The content of a file
			    d  One tree, its parents, an author
			       and a message
			    f  A branch

			1 is still open. Press the letter of
			what belongs there, or ? if you don't
			know.
			a c d f pair · Enter answer · h keys"
		`);
		await screen.press('d', key.enter);
		expect(await prompt).toMatchObject({ value: { given: [0, 2, 1] } });
	});

	it('leaves the letters alone that are keys of every question', async () => {
		const many = Array.from({ length: 10 }, (_, index) => `Right ${index + 1}`);
		const { screen } = start({}, { lefts: ['One', 'Two'], rights: many });
		const letters = (await screen.text()).match(/^ {4}([a-z]) {2}Right/gm)?.map((line) => line.trim().charAt(0));
		expect(letters).toHaveLength(10);
		for (const taken of 'behijkqr') expect(letters).not.toContain(taken);
	});

	it('puts long left sides above their pairs, and wide ones in their columns', async () => {
		const { screen } = start(
			{ columns: 34 },
			{ lefts: ['What a commit names', '木の名前'], rights: ['漢字は一つの木を指す、そして親を', 'Names'] },
		);
		await screen.press('a');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  What a commit names
			     → a  漢字は一つの木を指す、…
			▸ 2  木の名前
			     → ___

			1 → a  漢字は一つの木を指す、そし
			       て親を
			    c  Names

			a c pair · Enter answer · h keys"
		`);
	});

	it('never takes more lines than the screen has, and shows the pair at hand', async () => {
		const side = (name: string) => Array.from({ length: 9 }, (_, index) => `${name} ${index + 1}, which is rather long and wraps`);
		const { screen } = start({ columns: 30, rows: 16 }, { lefts: side('Left'), rights: side('Right') });
		await screen.press('8', 'g');
		expect((await screen.everything()).length).toBeLessThanOrEqual(16);
		await screen.press('8');
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "↑ 7 more",
			  "▸ 8  Left 8, which is rather",
			  "     long and wraps",
			  "     → g  Right 5, which is…",
			  "↓ 1 more",
			  "",
			  "↑ 3 more · Left",
			  "    f  Right 4, which is",
			  "       rather long and wraps",
			  "8 → g  Right 5, which is",
			  "       rather long and wraps",
			  "    l  Right 6, which is",
			  "       rather long and wraps",
			  "↓ 3 more · Right",
			  "",
			  "letter pair · h keys",
			]
		`);
	});

	it('speaks ASCII where the terminal does, and lists its keys', async () => {
		const { screen } = start({ columns: 40, unicode: false });
		await screen.press('d', 'h');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"  1  commit -> d  One tree, its...
			> 2  tree   -> ___
			  3  blob   -> ___

			     a  Names, modes and ids
			     c  The content of a file
			1 -> d  One tree, its parents, an
			        author and a message
			     f  A branch

			a c d f      pair
			Enter        answer
			?            don't know
			q            stop (all answers are
			             kept)
			up/down j k  move the mark
			1-3          mark that line
			Left Right   through all that is free
			Backspace    open the pair again
			h            hide this list"
		`);
		expect(await screen.text()).toMatch(/^[\n -~]*$/);
	});

	it('takes ? for an honest miss, and ignores what is pasted', async () => {
		const { screen, prompt } = start();
		await screen.send('\x1b[200~acd\r\x1b[201~');
		expect(await screen.text()).not.toContain('→ a');
		await screen.press('?');
		expect(await prompt).toMatchObject({ value: { kind: 'dont-know' } });
	});
});
