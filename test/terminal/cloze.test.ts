import { describe, expect, it } from 'vitest';

import type { AskView } from '../../src/session/ports.ts';
import { createExaminer } from '../../src/terminal/examiner.ts';
import * as sample from './samples.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const tab = '\t';
const shiftTab = '\x1b[Z';

const presentation = sample.cloze.presentation;
const blanks = ['what', 'before', 'id'];

function start(screenOptions: ScreenOptions = {}, asked: AskView['presentation'] = presentation) {
	const screen = virtualScreen(screenOptions);
	const examiner = createExaminer(screen.io);
	const view: AskView = { where: sample.where, presentation: asked, hints: [], readable: [], asides: sample.noAsides };
	return { screen, examiner, view, reply: examiner.ask(view) };
}

function filled(...typed: readonly string[]) {
	return { kind: 'answer', answer: { type: 'cloze', filled: typed.map((text, index) => ({ blank: blanks[index], typed: text })) } };
}

describe('the cloze prompt', () => {
	it('shows what is typed where it belongs, gap by gap, with the cursor in it', async () => {
		const { screen, reply } = start();
		await expect.poll(() => screen.text()).toContain('[3 ______]');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			A commit names one [1 ______], and its [2 ______].

			  │ const tree = '[3 ______]';

			Enter next gap · Tab other gaps · gap 1 of 3 · Esc, then ? don't know or h keys"
		`);
		expect(await screen.cursor()).toEqual({ line: 5, column: 22 });
		await screen.send('tree');
		await screen.press(key.enter, 'par');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			A commit names one [1 tree__], and its [2 par___].

			  │ const tree = '[3 ______]';

			Enter next gap · Tab other gaps · gap 2 of 3 · Esc, then ? don't know or h keys"
		`);
		expect(await screen.cursor()).toEqual({ line: 5, column: 45 });
		await screen.press('ents', key.enter, 'a1b2', key.enter);
		expect(await reply).toEqual(filled('tree', 'parents', 'a1b2'));
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			A commit names one [1 tree], and its [2 parents].

			  │ const tree = '[3 a1b2]';"
		`);
	});

	it('moves with Tab, arrows and the ends of what is typed, and round', async () => {
		const { screen, reply } = start();
		await screen.press('a', tab, 'b', shiftTab, 'A', key.up, 'c', key.up, 'B', key.down, 'C', key.left, key.left, key.left, '!');
		expect(await screen.text()).toContain('[1 aA____], and its [2 bB!___]');
		await screen.press('\x1b[C', key.down, key.enter);
		expect(await screen.text()).toContain('gap 2 of 3');
		await screen.press(key.enter, key.enter);
		expect(await reply).toEqual(filled('aA', 'bB!', 'cC'));
	});

	it('asks for the gap that is still empty, by its number', async () => {
		const { screen, reply } = start({ columns: 40 });
		await screen.press('tree', key.enter, key.enter, 'a1', key.enter);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			A commit names one [1 tree__], and its
			[2 ______].

			  │ const tree = '[3 a1____]';

			Gap 2 is still empty. Fill it, or press
			Esc and then ? if you don't know.
			Enter next gap · Esc, then h keys"
		`);
		await screen.press('parents', key.enter, key.enter);
		expect(await reply).toEqual(filled('tree', 'parents', 'a1'));
	});

	it('keeps every gap when the answer could not be graded, and goes to the one that was empty', async () => {
		const { screen, examiner, view, reply } = start();
		await screen.press('tree', tab, '\u2060', tab, 'a1', key.enter);
		expect(await reply).toEqual(filled('tree', '\u2060', 'a1'));
		const again = examiner.ask({ ...view, again: { kind: 'empty', blanks: [2] } });
		expect((await screen.lines()).at(-2)).toBe('Gap 2 is still empty. Nothing is recorded; please fill it.');
		await screen.press(key.backspace, 'parents', key.enter, key.enter);
		expect(await again).toEqual(filled('tree', 'parents', 'a1'));
	});

	it('takes long, wide and pasted text, and shows the part around the cursor', async () => {
		const { screen, reply } = start({ columns: 40 });
		await screen.send('\x1b[200~漢字 one\r\ntwo, three and four and more\x1b[201~');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			A commit names one
			[1 …wo, three and four and more_], and
			its [2 ______].

			  │ const tree = '[3 ______]';

			Enter next gap · Esc, then h keys"
		`);
		await screen.press(tab);
		expect(await screen.text()).toContain('[1 漢字 one  two, three and fou…]');
		await screen.press('b', tab, 'c', key.enter);
		expect(await reply).toEqual(filled('漢字 one  two, three and four and more', 'b', 'c'));
		for (const line of await screen.lines()) expect(line.length).toBeLessThanOrEqual(40);
	});

	it('reads nothing that is typed as Markdown, code or a mark', async () => {
		const { screen } = start();
		await screen.send('*a* `b` {{2}} \u202ec');
		expect(await screen.text()).toContain('[1 *a* `b` {{2}} <U+202E>c_]');
		expect(await screen.text()).toContain('[2 ______]');
	});

	it('has its keys behind Esc', async () => {
		const { screen, reply } = start({ columns: 40 });
		await screen.press('?', '\x1bh');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			A commit names one [1 ?_____], and its
			[2 ______].

			  │ const tree = '[3 ______]';

			?      don't know
			b      bookmark this question
			!      dispute this question
			q      stop (all answers are kept)
			Esc    type on
			Enter  next gap
			Tab    other gaps
			h      hide this list"
		`);
		await screen.press('?');
		expect(await reply).toEqual({ kind: 'answer', answer: { type: 'dont-know' } });
	});

	it('scrolls a text that is longer than the screen to the gap that is typed into', async () => {
		const lines = Array.from({ length: 30 }, (_, index) => `const line${index + 1} = ${index === 27 ? '{{2}}' : index};`).join('\n');
		const { screen } = start({ rows: 12 }, { type: 'cloze', stem: 'First {{1}}.', code: { text: lines }, blanks: ['a', 'b'] });
		expect((await screen.everything()).length).toBeLessThanOrEqual(12);
		expect(await screen.text()).toContain('[1 ______]');
		await screen.press(key.enter);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "↑ 27 more lines · PageUp",
			  "  │ const line21 = 20;",
			  "  │ const line22 = 21;",
			  "  │ const line23 = 22;",
			  "  │ const line24 = 23;",
			  "  │ const line25 = 24;",
			  "  │ const line26 = 25;",
			  "  │ const line27 = 26;",
			  "  │ const line28 = [2 ______];",
			  "↓ 2 more lines · PageDown",
			  "",
			  "Enter answer · Tab other gaps · gap 2 of 2 · Esc, then ? don't know or h keys",
			]
		`);
		await screen.press('\x1b[5~', '\x1b[5~', '\x1b[5~', '\x1b[5~');
		expect(await screen.text()).toContain('[1 ______]');
		await screen.press('x');
		expect(await screen.text()).toContain('const line28 = [2 x_____];');
	});

	it('wraps anew when the screen is resized, with all that was typed', async () => {
		const { screen, reply } = start();
		await screen.press('a tree of names', tab, 'x');
		await screen.resize(34, 24);
		expect((await screen.lines()).join('\n')).toMatchInlineSnapshot(`
			"
			─────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			A commit names one
			[1 a tree of names], and its
			[2 x_____].

			  │ const tree = '[3 ______]';

			Enter next gap · Esc, then h keys"
		`);
		await screen.press(tab, 'y', key.enter);
		expect(await reply).toEqual(filled('a tree of names', 'x', 'y'));
	});

	it('ends with Ctrl-D only where nothing is typed', async () => {
		const typed = start();
		await typed.screen.press('a', key.left, key.ctrlD, 'b', tab, 'c', tab, 'd', key.enter);
		expect(await typed.reply).toEqual(filled('b', 'c', 'd'));
		const empty = start();
		await empty.screen.press(key.ctrlD);
		expect(await empty.reply).toEqual({ kind: 'stop', by: 'end-of-input' });
	});
});
