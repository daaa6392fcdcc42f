import { describe, expect, it } from 'vitest';

import type { AskView } from '../../src/session/ports.ts';
import { createExaminer } from '../../src/terminal/examiner.ts';
import * as sample from './samples.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const pageUp = '\x1b[5~';
const pageDown = '\x1b[6~';
const code = { text: Array.from({ length: 40 }, (_, index) => `line ${index + 1}`).join('\n') };
const question: AskView = {
	where: sample.where,
	presentation: { type: 'choice', stem: sample.stem, code, options: sample.options },
	hints: [],
	readable: [],
	asides: sample.noAsides,
};

function sit(screenOptions: ScreenOptions = {}) {
	const screen = virtualScreen({ columns: 60, rows: 20, ...screenOptions });
	return { screen, examiner: createExaminer(screen.io) };
}

describe('a question longer than the screen', () => {
	it('takes one screen, with its prompt in sight, and is turned with PageUp and PageDown', async () => {
		const { screen, examiner } = sit();
		const reply = examiner.ask(question);
		expect(await screen.everything()).toMatchInlineSnapshot(`
			[
			  "↑ 3 more lines · PageUp",
			  "Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1",
			  "",
			  "What does a commit object *point* at?",
			  "",
			  "  │ line 1",
			  "  │ line 2",
			  "  │ line 3",
			  "  │ line 4",
			  "  │ line 5",
			  "  │ line 6",
			  "  │ line 7",
			  "  │ line 8",
			  "↓ 33 more lines · PageDown",
			  "  1  The lines that changed since its parent",
			  "  2  The tree of the whole project at that moment",
			  "  3  A copy of the \`index\` file",
			  "  4  The branch it was made on",
			  "",
			  "1-4 pick · Enter answer · ? don't know · h keys",
			]
		`);
		await screen.press('2', pageDown);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "↑ 15 more lines · PageUp",
			  "  │ line 9",
			  "  │ line 10",
			  "  │ line 11",
			  "  │ line 12",
			  "  │ line 13",
			  "  │ line 14",
			  "  │ line 15",
			  "  │ line 16",
			  "  │ line 17",
			  "  │ line 18",
			  "  │ line 19",
			  "  │ line 20",
			  "↓ 21 more lines · PageDown",
			  "  1  The lines that changed since its parent",
			  "▸ 2  The tree of the whole project at that moment",
			  "  3  A copy of the \`index\` file",
			  "  4  The branch it was made on",
			  "",
			  "1-4 pick · Enter answer · ? don't know · h keys",
			]
		`);
		await screen.press(pageDown, pageDown, pageDown);
		expect((await screen.text()).includes('line 40')).toBe(true);
		await screen.press(pageUp, pageUp, pageUp, pageUp, pageUp);
		expect(await screen.text()).toContain('Question 4 of 10');
		expect((await screen.everything()).length).toBe(20);
		await screen.press(key.enter);
		expect(await reply).toMatchObject({ answer: { chosen: sample.options[1] } });
		const everything = (await screen.everything()).join('\n');
		expect(everything).toContain('line 1\n');
		expect(everything).toContain('line 40');
	});

	it('shows on the smallest screen what is asked, and the deck above it only when turned back to', async () => {
		const { screen, examiner } = sit({ columns: 60, rows: 12 });
		void examiner.ask(question);
		expect((await screen.lines()).slice(0, 4)).toEqual([
			'↑ 3 more lines · PageUp',
			'Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1',
			'',
			'What does a commit object *point* at?',
		]);
		await screen.press(pageUp);
		expect(await screen.text()).toContain('Git from the inside');
	});

	it('keeps what is asked in sight when a note takes room', async () => {
		const { screen, examiner } = sit({ columns: 60, rows: 13 });
		void examiner.ask({ ...question, presentation: { type: 'choice', stem: sample.stem, options: sample.options } });
		await screen.press(key.down, key.up);
		await screen.press('e');
		const text = await screen.text();
		expect(text).toContain('The explanation comes after the answer.');
		expect(text).toContain('What does a commit object *point* at?');
	});

	it('begins with the stem itself where hardly a line of it has room', async () => {
		const { screen, examiner } = sit({ columns: 60, rows: 10 });
		void examiner.ask(question);
		expect((await screen.lines()).slice(0, 2)).toEqual(['↑ 5 more lines · PageUp', 'What does a commit object *point* at?']);
	});

	it('shows every line on some page', async () => {
		const { screen, examiner } = sit();
		void examiner.ask(question);
		const seen = new Set<string>();
		for (let page = 0; page < 8; page += 1) {
			for (const line of await screen.lines()) for (const each of line.match(/line \d+/g) ?? []) seen.add(each);
			await screen.press(pageDown);
		}
		expect(seen.size).toBe(40);
	});

	it('keeps the page through a bookmark', async () => {
		const { screen, examiner } = sit();
		void examiner.ask(question);
		await screen.press(pageDown);
		const [before] = await screen.lines();
		await screen.press('b');
		expect((await screen.lines())[0]).toBe(before);
	});

	it('becomes an ordinary question on a screen that has room, and back', async () => {
		const { screen, examiner } = sit();
		void examiner.ask(question);
		await screen.resize(60, 60);
		expect(await screen.text()).not.toContain('PageDown');
		expect(await screen.text()).toContain('line 40');
		await screen.resize(60, 20);
		expect((await screen.lines()).join('\n')).toContain('PageDown');
		expect(await screen.lines()).toHaveLength(20);
	});

	it('keeps the cursor in the typed line', async () => {
		const { screen, examiner } = sit();
		void examiner.ask({ ...question, presentation: { type: 'text', stem: sample.stem, code } });
		await screen.press('abc', pageDown);
		expect(await screen.cursor()).toEqual({ line: 17, column: 5 });
		expect((await screen.lines())[17]).toBe('▸ abc');
	});

	it.each([8, 10, 14])('fits %i rows, help and all', async (rows) => {
		const { screen, examiner } = sit({ rows, columns: 40 });
		void examiner.ask(question);
		await screen.press('1', 'h', 'h', '3');
		expect((await screen.everything()).length).toBeLessThanOrEqual(rows);
		expect(await screen.text()).toContain('▸ 3');
	});
});

describe('a question that fits', () => {
	it('is whole again when a list of keys that pushed it off the screen is hidden', async () => {
		const { screen, examiner } = sit({ rows: 16 });
		const short = { text: 'one\ntwo\nthree' };
		void examiner.ask({ ...question, presentation: { type: 'true-false', stem: sample.stem, code: short } });
		const before = (await screen.lines()).join('\n');
		await screen.press('h');
		expect((await screen.lines()).join('\n')).not.toContain('Question 4 of 10');
		await screen.press('h');
		expect((await screen.lines()).join('\n')).toBe(before);
	});
});

describe('a question that just fits', () => {
	it('comes back when a note to its author took more room than its options', async () => {
		const { screen, examiner } = sit({ rows: 16, columns: 40 });
		void examiner.ask({ ...question, presentation: { type: 'order', stem: 'How?', items: ['One', 'Two', 'Three'] } });
		const before = (await screen.lines()).join('\n');
		await screen.press('!', 'x');
		await screen.press(key.backspace, key.escape);
		await expect.poll(() => screen.text()).toContain('Space take up');
		expect((await screen.lines()).join('\n').trim()).toBe(before.trim());
	});
});

describe('an explanation longer than the screen', () => {
	it('begins with the verdict, and Enter turns its pages before it goes on', async () => {
		const { screen, examiner } = sit();
		const explanation = Array.from({ length: 12 }, (_, index) => `Reason ${index + 1}.`).join('\n\n');
		const told = examiner.feedback({ ...sample.missed, explanation });
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "✗ not yet",
			  "",
			  "  Git computes differences when asked; a commit stores",
			  "  none.",
			  "",
			  "  Right is  The tree of the whole project at that moment",
			  "",
			  "  Reason 1.",
			  "",
			  "  Reason 2.",
			  "",
			  "  Reason 3.",
			  "",
			  "  Reason 4.",
			  "",
			  "  Reason 5.",
			  "",
			  "↓ 18 more lines · Space",
			  "",
			  "Enter next · 1-2 read section · h keys",
			]
		`);
		await screen.press(key.enter);
		expect(await screen.text()).toContain('Reason 10.');
		await screen.press(key.space, key.space, key.enter);
		expect(await told).toEqual({ kind: 'next' });
		expect((await screen.everything()).join('\n')).toMatch(/✗ not yet[\s\S]*Reason 1\.[\s\S]*Reason 12\./u);
	});
});
