import { describe, expect, it } from 'vitest';

import type { Answer } from '../../src/model/attempt.ts';
import type { AskView } from '../../src/session/ports.ts';
import { createExaminer } from '../../src/terminal/examiner.ts';
import * as sample from './samples.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const { where, stem, options } = sample;
const [section = never(), other = never()] = sample.missed.reread;

function sit(screenOptions: ScreenOptions = {}) {
	const screen = virtualScreen({ rows: 30, ...screenOptions });
	let bookmarked = false;
	const disputes: string[] = [];
	const asides = {
		isBookmarked: () => bookmarked,
		bookmark() {
			bookmarked = !bookmarked;
		},
		dispute: (note: string) => void disputes.push(note),
	};
	const examiner = createExaminer(screen.io);
	const view: AskView = { where, presentation: { type: 'choice', stem, options }, hints: [], readable: [], asides };
	return { screen, examiner, view, asides, disputes };
}

/** Each type, keys that leave something half done, keys that finish it, and the answer that both make together. */
const halfDone: readonly [string, AskView['presentation'], readonly string[], readonly string[], Answer][] = [
	['a choice', { type: 'choice', stem, options }, ['3'], [key.enter], { type: 'choice', chosen: options[2] ?? '' }],
	['all that apply', { type: 'multiple', stem, options }, ['1'], ['2', key.enter], { type: 'multiple', chosen: options.slice(0, 2) }],
	['true or false', { type: 'true-false', stem }, ['f'], [key.enter], { type: 'true-false', chosen: false }],
	['a text', { type: 'text', stem }, ['snow'], ['fall', key.enter], { type: 'text', typed: 'snowfall' }],
	['a number', { type: 'number', stem, unit: 'km' }, ['4'], ['2', key.enter], { type: 'number', typed: '42' }],
	[
		'gaps',
		{ type: 'cloze', stem: '{{1}} and {{2}}', blanks: ['a', 'b'] },
		['x', '\t', 'y'],
		['z', key.enter],
		{
			type: 'cloze',
			filled: [
				{ blank: 'a', typed: 'x' },
				{ blank: 'b', typed: 'yz' },
			],
		},
	],
	['an order', { type: 'order', stem, items: ['A', 'B', 'C'] }, ['J'], ['J', key.enter], { type: 'order', arranged: ['B', 'C', 'A'] }],
	[
		'pairs',
		{ type: 'match', stem, lefts: ['A', 'B'], rights: ['1', '2'] },
		['c'],
		['a', key.enter],
		{
			type: 'match',
			paired: [
				{ left: 'A', right: '2' },
				{ left: 'B', right: '1' },
			],
		},
	],
];

/** The key itself, or Esc and the key, as a terminal delivers them together. */
function keyIn(presentation: AskView['presentation'], letter: string): string {
	return ['text', 'number', 'cloze'].includes(presentation.type) ? `\x1b${letter}` : letter;
}

describe('what can be done besides answering', () => {
	it('names the command that looks into the same record', async () => {
		const { screen, examiner, view, asides, disputes } = sit();
		void examiner.ask({ ...view, where: { ...view.where, deck: { ...view.where.deck, address: '--learner ada ./git' } } });
		await screen.press(keyIn(view.presentation, 'b'));
		expect(asides.isBookmarked()).toBe(true);
		expect(await screen.text()).toContain('To find it again: gradus bookmarks --learner ada ./git');
		await screen.press(keyIn(view.presentation, '!'), 'why', key.enter);
		expect(disputes).toEqual(['why']);
		expect((await screen.text()).replace(/\s+/gu, ' ')).toContain('To see it: gradus disputes --learner ada ./git');
	});

	it.each(halfDone)('loses nothing of %s: bookmark, dispute, and a section in between', async (_name, presentation, begin, end, answer) => {
		const { screen, examiner, view, asides, disputes } = sit();
		const asked = { ...view, presentation, readable: [section] };
		const first = examiner.ask(asked);
		await screen.press(...begin, keyIn(presentation, 'b'));
		expect(asides.isBookmarked()).toBe(true);
		expect(await screen.text()).toContain('Bookmarked. To find it again: gradus bookmarks');
		await screen.press(keyIn(presentation, '!'), 'too hard?', key.enter);
		expect(disputes).toEqual(['too hard?']);
		expect(await screen.text()).toContain('Your dispute is kept for the author, with your note.');
		await screen.press(keyIn(presentation, 'r'));
		expect(await first).toEqual({ kind: 'read', section });
		const second = examiner.ask(asked);
		await screen.press(...end);
		expect(await second).toEqual({ kind: 'answer', answer });
	});

	it('says in a quiz that the sections open again after the answer, and that the explanation comes then', async () => {
		const { screen, examiner, view } = sit({ columns: 60 });
		void examiner.ask(view);
		await screen.press('2', 'r');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			  1  The lines that changed since its parent
			▸ 2  The tree of the whole project at that moment
			  3  A copy of the \`index\` file
			  4  The branch it was made on

			The sections open again after the answer.
			1-4 pick · Enter answer · ? don't know · h keys"
		`);
		await screen.press('e');
		expect(await screen.text()).toContain('The explanation comes after the answer.');
	});

	it('lets one choose among several sections, or go back to the question', async () => {
		const { screen, examiner, view } = sit({ columns: 60 });
		const first = examiner.ask({ ...view, readable: [section, other] });
		await screen.press('2', 'r');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			▸ 1  Read: What a commit stores
			  2  Read: Trees and blobs
			  3  Back to the question

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press('3', key.enter);
		expect(await screen.text()).toContain('▸ 2  The tree of the whole project');
		await screen.press('r', '2', key.enter);
		expect(await first).toEqual({ kind: 'read', section: other });
	});

	it('takes a bookmark away with the same key, and says under h which of both it does', async () => {
		const { screen, examiner, view, asides } = sit();
		void examiner.ask(view);
		await screen.press('h');
		expect(await screen.text()).toContain('b       bookmark this question');
		await screen.press('b');
		expect(await screen.text()).toContain('b       take the bookmark away');
		await screen.press('b');
		expect(asides.isBookmarked()).toBe(false);
		expect(await screen.text()).toContain('The bookmark is taken away.');
	});

	it('asks for a note in one line, which may be left empty, or left alone with Esc', async () => {
		const { screen, examiner, view, disputes } = sit({ columns: 60 });
		void examiner.ask(view);
		await screen.press('1', '!');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			What is wrong with this question? One line for its author.

			▸

			Enter keep it without a note · Esc go back"
		`);
		await screen.press('q and ? are text');
		expect((await screen.lines()).at(-1)).toBe('Enter keep it · Esc go back');
		await screen.press(key.escape);
		await expect.poll(() => screen.text()).toContain('▸ 1  The lines that changed');
		expect(disputes).toEqual([]);
		await screen.press('!', key.enter);
		expect(disputes).toEqual(['']);
		expect(await screen.text()).toContain('Your dispute is kept for the author. To see it: gradus');
	});

	it('types on after any other key behind Esc, and after a second Esc', async () => {
		const { screen, examiner, view } = sit();
		const reply = examiner.ask({ ...view, presentation: { type: 'text', stem } });
		await screen.press('a', '\x1bz');
		expect(await screen.text()).toContain('That is no key here; you are typing again.');
		await screen.press('b', '\x1b\x1b', 'q', key.escape);
		await expect.poll(() => screen.text()).toContain('Esc type on');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			▸ abq

			? don't know · Esc type on · b bookmark · ! dispute · q stop · h keys"
		`);
		await screen.press(key.left, 'c', key.enter);
		expect(await reply).toEqual({ kind: 'answer', answer: { type: 'text', typed: 'abcq' } });
	});

	it('ends with Ctrl-C in the middle of a note too', async () => {
		const { screen, examiner, view, disputes } = sit();
		const reply = examiner.ask(view);
		await screen.press('!', 'x', key.ctrlC);
		expect(await reply).toEqual({ kind: 'stop', by: 'interrupt' });
		expect(disputes).toEqual([]);
	});

	it('begins a question anew that comes back in another attempt', async () => {
		const { screen, examiner, view } = sit();
		const asked: AskView = { ...view, presentation: { type: 'true-false', stem } };
		const first = examiner.ask(asked);
		await screen.press('t', key.enter);
		await first;
		const told = examiner.feedback({ ...sample.right, presentation: asked.presentation });
		await screen.press(key.enter);
		await told;
		const second = examiner.ask(asked);
		await screen.press(key.enter);
		expect(await screen.text()).toContain('Pick an answer first');
		await screen.press('f', key.enter);
		expect(await second).toMatchObject({ answer: { chosen: false } });
	});

	it('keeps a typed answer that was too long, and clears a number that could not be read', async () => {
		const { screen, examiner, view } = sit();
		const asked: AskView = { ...view, presentation: { type: 'text', stem } };
		const first = examiner.ask(asked);
		await screen.press('long', key.enter);
		await first;
		const second = examiner.ask({ ...asked, again: { kind: 'too-long', limit: 3 } });
		expect((await screen.text()).match(/point/g)).toHaveLength(1);
		await screen.press(key.backspace, key.enter);
		expect(await second).toMatchObject({ answer: { typed: 'lon' } });
	});
});

describe('under a verdict', () => {
	it('explains a right answer when asked, and then names every section', async () => {
		const { screen, examiner, asides } = sit({ columns: 60 });
		const told = examiner.feedback({ ...sample.right, asides });
		expect(await screen.text()).toMatchInlineSnapshot(`
			"✓ right

			Enter next · e explanation · r read section · h keys"
		`);
		await screen.press('e');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"✓ right

			  A commit names one tree, its parents, an author, a
			  committer and a message.

			  Nothing else.

			  Source: Pro Git, 10.2

			  This is explained in “What a commit stores” (1) and
			  “Trees and blobs” (2).

			Enter next · 1-2 read section · h keys"
		`);
		await screen.press('e');
		expect(await screen.text()).toContain('The explanation stands above.');
		await screen.press('2');
		expect(await told).toEqual({ kind: 'read', section: other });
	});

	it('bookmarks and disputes, and the verdict stands', async () => {
		const { screen, examiner, asides, disputes } = sit();
		const told = examiner.feedback({ ...sample.missed, asides });
		await screen.press('b');
		expect(await screen.text()).toContain('Bookmarked.');
		await screen.press('!', 'the key is wrong', key.enter);
		expect(disputes).toEqual(['the key is wrong']);
		expect(await screen.text()).toContain('To see it: gradus disputes');
		expect((await screen.text()).match(/not yet/g)).toHaveLength(1);
		await screen.press(key.enter);
		expect(await told).toEqual({ kind: 'next' });
	});
});

function never(): never {
	throw new Error('the sample has no such thing');
}
