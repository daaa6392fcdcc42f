import { describe, expect, it } from 'vitest';

import type { AskView } from '../../src/session/ports.ts';
import { createExaminer } from '../../src/terminal/examiner.ts';
import * as sample from './samples.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const { where, options, stem } = sample;
const question: AskView = { where, presentation: { type: 'choice', stem, options }, hints: [], readable: [], asides: sample.noAsides };

function sit(screenOptions: ScreenOptions = {}) {
	const screen = virtualScreen({ rows: 30, ...screenOptions });
	return { screen, examiner: createExaminer(screen.io) };
}

describe('the examiner', () => {
	it('asks, takes the answer, and leaves what was chosen', async () => {
		const { screen, examiner } = sit();
		const reply = examiner.ask(question);
		await screen.press('1');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			▸ 1  The lines that changed since its parent
			  2  The tree of the whole project at that moment
			  3  A copy of the \`index\` file
			  4  The branch it was made on

			1-4 pick · Enter answer · ? don't know · h keys"
		`);
		await screen.press(key.enter);
		expect(await reply).toEqual({ kind: 'answer', answer: { type: 'choice', chosen: options[0] } });
		const feedback = examiner.feedback(sample.missed);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			▸ The lines that changed since its parent

			✗ not yet

			  Git computes differences when asked; a commit stores none.

			  Right is  The tree of the whole project at that moment

			  A commit names one tree, its parents, an author, a committer and a message.

			  Nothing else.

			  Source: Pro Git, 10.2

			  This is explained in “What a commit stores” (1) and “Trees and blobs” (2).

			Enter next · 1-2 read section · h keys"
		`);
		await screen.press(key.enter);
		expect(await feedback).toEqual({ kind: 'next' });
	});

	it('confirms a right answer in short', async () => {
		const { screen, examiner } = sit({ columns: 40 });
		const reply = examiner.ask(question);
		await screen.press('2', key.enter);
		await reply;
		const feedback = examiner.feedback(sample.right);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			What does a commit object *point* at?

			▸ The tree of the whole project at that
			  moment

			✓ right

			Enter next · e explanation · h keys"
		`);
		await screen.press(key.space);
		expect(await feedback).toEqual({ kind: 'next' });
	});

	it('leads from a miss to the section and back', async () => {
		const { screen, examiner } = sit();
		const feedback = examiner.feedback(sample.missed);
		await screen.press('2');
		expect(await feedback).toEqual({ kind: 'read', section: sample.missed.reread[1] });
		const back = examiner.feedback(sample.missed);
		await screen.press('r');
		expect(await back).toEqual({ kind: 'read', section: sample.missed.reread[0] });
		expect((await screen.text()).match(/▸ The lines that changed/g)).toHaveLength(1);
	});

	it.each<[string, AskView['presentation'], readonly string[], object]>([
		['all that apply', { type: 'multiple', stem, options }, ['3', '2', key.enter], { type: 'multiple', chosen: [options[1], options[2]] }],
		['false', { type: 'true-false', stem }, ['f', key.enter], { type: 'true-false', chosen: false }],
		['a text as typed', { type: 'text', stem }, [' Git ', key.enter], { type: 'text', typed: ' Git ' }],
		['a number as typed', { type: 'number', stem, unit: 'km' }, ['1,5 km', key.enter], { type: 'number', typed: '1,5 km' }],
		['an honest miss', { type: 'choice', stem, options }, ['?'], { type: 'dont-know' }],
	])('takes %s', async (_name, presentation, keys, answer) => {
		const { screen, examiner } = sit();
		const reply = examiner.ask({ ...question, presentation });
		await screen.press(...keys);
		expect(await reply).toEqual({ kind: 'answer', answer });
	});

	it('asks again without repeating the question, and says why', async () => {
		const { screen, examiner } = sit({ columns: 60 });
		const view: AskView = { ...question, presentation: { type: 'number', stem } };
		const first = examiner.ask(view);
		await screen.press('many', key.enter);
		await first;
		const second = examiner.ask({ ...view, again: { kind: 'not-a-number', typed: 'many' } });
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			▸ many

			“many” could not be read as a number. Please write it like
			42, -3.5, 1/2 or 3.8e5.

			▸

			Enter answer · Esc, then ? don't know or h keys"
		`);
		await screen.resize(50, 30);
		expect((await screen.lines()).join('\n')).toMatchInlineSnapshot(`
			"
			─────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			“many” could not be read as a number. Please
			write it like 42, -3.5, 1/2 or 3.8e5.

			▸

			Enter answer · Esc, then ? don't know or h keys"
		`);
		await screen.press('42', key.enter);
		expect(await second).toEqual({ kind: 'answer', answer: { type: 'number', typed: '42' } });
	});

	it('gives hints in practice, and says that it does not count', async () => {
		const { screen, examiner } = sit({ columns: 60 });
		const practice = { ...where, kind: 'practice', position: 1, asked: 4, verdicts: [] } as const;
		void examiner.ask({ ...question, where: practice, presentation: { type: 'true-false', stem }, hints: ['Think of `git log`.', 'No.'] });
		await screen.press('i');
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			───────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Practice question 1 of 4 · does not count

			What does a commit object *point* at?

			hint 1 of 2: Think of \`git log\`.

			  t  True
			  f  False

			t/f pick · Enter answer · ? don't know · i hint · h keys"
		`);
	});

	it('prints code under the stem, with its colours where there are some', async () => {
		const { screen, examiner } = sit({ colorLevel: 1 });
		void examiner.ask({ ...question, presentation: { type: 'true-false', stem, code: { language: 'js', text: 'const a = 1;\n' } } });
		await expect.poll(() => screen.text()).toContain('const a = 1;');
		expect(screen.raw()).toContain('\x1b[35mconst\x1b[39m');
	});

	it('wraps question and options anew when the screen is resized', async () => {
		const { screen, examiner } = sit();
		const reply = examiner.ask(question);
		await screen.press('4');
		await screen.resize(34, 30);
		expect((await screen.lines()).join('\n')).toMatchInlineSnapshot(`
			"
			─────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			What does a commit object *point*
			at?

			  1  The lines that changed since
			     its parent
			  2  The tree of the whole
			     project at that moment
			  3  A copy of the \`index\` file
			▸ 4  The branch it was made on

			Enter answer · h keys"
		`);
		await screen.press(key.enter);
		expect(await reply).toMatchObject({ answer: { chosen: options[3] } });
	});

	it('offers what can be done next and hands the very action back', async () => {
		const { screen, examiner } = sit({ columns: 60 });
		const actions = [
			{
				kind: 'read',
				section: sample.missed.reread[0] ?? sample.snapshots.sections[1] ?? never(),
				done: false,
				prescribed: { missed: 2, asked: 3, step: { number: 1, of: 3, done: false }, next: { kind: 'practice', questions: 4 } },
			},
			{ kind: 'practice', questions: 4 },
			{ kind: 'quiz', need: sample.need, retry: true, retake: false },
			{ kind: 'stop' },
		] as const;
		const chosen = examiner.choose({ about: { kind: 'after-not-yet', unit: sample.snapshots }, actions });
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			How would you like to go on?

			▸ 1  Read: What a commit stores (2 of 3 missed)
			  2  Practice with 4 questions and hints (does not count)
			  3  Take a new quiz: 9 of 10 right needed
			  4  Stop here; everything is kept

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press(key.down, key.down, key.enter);
		expect(await chosen).toBe(actions[2]);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			How would you like to go on?

			▸ Take a new quiz: 9 of 10 right needed"
		`);
	});

	it('tells in order', async () => {
		const { screen, examiner } = sit({ columns: 60 });
		examiner.tell(sample.notices.resumed);
		examiner.tell(sample.notices['practice-done']);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			Welcome back to the quiz on “Commits are snapshots”.
			You go on at question 4 of 10; every answer so far is kept.
			The deck has changed since you began. You are asked what
			was drawn then.

			Practice done: 3 of 4 questions right.
			Practice never counts; the next quiz does."
		`);
	});

	it('leaves a short section on the screen, and of a long one that it was read', async () => {
		const { screen, examiner } = sit();
		const [section = never()] = sample.snapshots.sections;
		const view = { deck: sample.deck, unit: sample.snapshots, section, position: 1 };
		const short = examiner.read(view);
		await screen.press(key.enter);
		expect(await short).toEqual({ kind: 'read' });
		expect(await screen.text()).toContain('It stores no _differences_');
		const long = examiner.read({ ...view, section: { ...section, text: 'A paragraph.\n\n'.repeat(40) } });
		expect(await screen.text()).toContain('more lines');
		await screen.press(key.space, key.space, key.space, key.space);
		expect(await long).toEqual({ kind: 'read' });
		expect((await screen.lines()).at(-1)).toBe('✓ read: What a commit stores');
	});

	it('stops with q where letters are keys, with Ctrl-C anywhere', async () => {
		const { screen, examiner } = sit();
		const asked = examiner.ask(question);
		await screen.press('q');
		expect(await asked).toEqual({ kind: 'stop', by: 'quit' });
		const told = examiner.feedback(sample.missed);
		await screen.press('q');
		expect(await told).toEqual({ kind: 'stop', by: 'quit' });
		const typed = examiner.ask({ ...question, presentation: { type: 'text', stem } });
		await screen.press('q', key.ctrlC);
		expect(await typed).toEqual({ kind: 'stop', by: 'interrupt' });
		const offered = examiner.choose({ about: { kind: 'home' }, actions: [{ kind: 'stop' }] });
		await screen.press('q');
		expect(await offered).toEqual({ kind: 'stop', by: 'quit' });
		const reading = examiner.read({
			deck: sample.deck,
			unit: sample.snapshots,
			section: sample.snapshots.sections[0] ?? never(),
			position: 1,
		});
		await screen.press(key.ctrlC);
		expect(await reading).toEqual({ kind: 'stop', by: 'interrupt' });
	});

	it('says at once that nobody can answer any more', async () => {
		const { screen, examiner } = sit();
		const asked = examiner.ask(question);
		await screen.press('1');
		screen.end();
		expect(await asked).toEqual({ kind: 'stop', by: 'end-of-input' });
		expect(await examiner.choose({ about: { kind: 'home' }, actions: [{ kind: 'stop' }] })).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('restores the terminal in the middle of a question', async () => {
		const { screen, examiner } = sit();
		void examiner.ask(question);
		await screen.press('1');
		examiner.restore();
		expect(screen.isRaw()).toBe(false);
		expect(screen.raw().endsWith('\x1b[?25h\x1b[?2004l')).toBe(true);
	});

	it('speaks ASCII from the question to the feedback', async () => {
		const { screen, examiner } = sit({ unicode: false, columns: 40 });
		const reply = examiner.ask(question);
		await screen.press('1', key.enter);
		await reply;
		void examiner.feedback(sample.missed);
		const text = await screen.text();
		expect(text).toMatch(/^[\n -~]+$/);
		expect(text).toContain('x not yet');
	});
});

function never(): never {
	throw new Error('the sample has no such thing');
}
