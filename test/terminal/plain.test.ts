import { PassThrough } from 'node:stream';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AskView, FeedbackView, Menu, SectionView } from '../../src/session/ports.ts';
import { createPlainExaminer } from '../../src/terminal/plain/plain-examiner.ts';
import * as sample from './samples.ts';

interface Room {
	readonly examiner: ReturnType<typeof createPlainExaminer>;
	/** Types a line once all is quiet. */
	type(...lines: readonly string[]): Promise<void>;
	/** What was said since the last look. */
	said(): Promise<string>;
	readonly input: PassThrough;
	readonly asides: AskView['asides'] & { readonly disputes: readonly string[] };
}

function sit({ columns = 80, rows }: { readonly columns?: number; readonly rows?: number } = {}): Room {
	const input = new PassThrough();
	const output = Object.assign(new PassThrough(), { columns, rows });
	const signals = { on: () => undefined, off: () => undefined };
	let text = '';
	output.on('data', (chunk: Buffer) => {
		text += chunk.toString();
		expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/u);
	});
	const quiet = async () => {
		for (let turn = 0; turn < 10; turn += 1) await new Promise((resume) => setImmediate(resume));
	};
	let marked = false;
	const disputes: string[] = [];
	return {
		examiner: createPlainExaminer({ input, output, signals }),
		input,
		asides: {
			isBookmarked: () => marked,
			bookmark: () => {
				marked = !marked;
			},
			dispute: (note) => disputes.push(note),
			disputes,
		},
		async type(...lines) {
			for (const line of lines) {
				await quiet();
				input.write(`${line}\n`);
			}
			await quiet();
		},
		async said() {
			await quiet();
			const said = text;
			text = '';
			return said.trimEnd();
		},
	};
}

function view({ asides }: Room, presentation: AskView['presentation'], over: Partial<AskView> = {}): AskView {
	return { where: sample.where, presentation, hints: [], readable: [], asides, ...over };
}

const [commits] = sample.snapshots.sections;
if (commits === undefined) throw new Error('the sample has no section');

const stem = 'Which?';
const choice = { type: 'choice', stem: sample.stem, options: sample.options } as const;
const cloze = { type: 'cloze', stem: 'To record: `git {{1}}`. \\{{ stays.', code: { text: 'git {{2}}' }, blanks: ['a', 'b'] } as const;
const order = { type: 'order', stem: 'In order?', items: ['tree', 'commit', 'blob'] } as const;
const match = { type: 'match', stem: 'What goes with what?', lefts: ['commit', 'tree'], rights: ['names', 'one tree', 'nothing'] } as const;

describe('a question in plain lines', () => {
	it('breaks a prompt between words where the terminal is narrow', async () => {
		const room = sit({ columns: 40 });
		void room.examiner.ask(view(room, order));
		const said = await room.said();
		expect(said).toContain("Your order, like 3 2 1 (? don't know, h\nhelp):");
		expect(said.split('\n').every((line) => line.length < 40)).toBe(true);
	});

	it('is said in words, answered by a line, and its verdict needs one more', async () => {
		const room = sit({ columns: 60 });
		const reply = room.examiner.ask(view(room, choice));
		expect(await room.said()).toMatchInlineSnapshot(`
			"
			Question 4 of 10. 9 right are needed. So far 2 right, 1
			missed.
			Git from the inside. Commits are snapshots.

			What does a commit object point at?

			1. The lines that changed since its parent
			2. The tree of the whole project at that moment
			3. A copy of the \`index\` file
			4. The branch it was made on

			Your answer, 1 to 4 (? don't know, h help):"
		`);
		await room.type('1');
		expect(await reply).toEqual({ kind: 'answer', answer: { type: 'choice', chosen: sample.options[0] } });
		const feedback = room.examiner.feedback({ ...sample.missed, asides: room.asides });
		expect(await room.said()).toMatchInlineSnapshot(`
			"

			Missed.

			Your answer: The lines that changed since its parent
			Git computes differences when asked; a commit stores none.

			Right is: The tree of the whole project at that moment

			A commit names one tree, its parents, an author, a
			committer and a message.

			Nothing else.

			Source: Pro Git, 10.2

			This is explained in "What a commit stores" (r 1) and
			"Trees and blobs" (r 2).

			Enter for the next question (r read, h help):"
		`);
		await room.type('');
		expect(await feedback).toEqual({ kind: 'next' });
	});

	it.each([
		['multiple', { type: 'multiple', stem, options: ['one', 'two', 'three'] }, '1, 3', { chosen: ['one', 'three'] }],
		['true-false', { type: 'true-false', stem }, 'T', { chosen: true }],
		['true-false', { type: 'true-false', stem }, 'false', { chosen: false }],
		['text', { type: 'text', stem }, '  two words', { typed: '  two words' }],
		['text', { type: 'text', stem }, '::q', { typed: ':q' }],
		['text', { type: 'text', stem }, ':=', { typed: ':=' }],
		['text', { type: 'text', stem }, 'std::string', { typed: 'std::string' }],
		['number', { type: 'number', stem, unit: 'm' }, '1/2 m', { typed: '1/2 m' }],
		['order', order, '2 1 3', { arranged: ['commit', 'tree', 'blob'] }],
		[
			'match',
			match,
			'1b 2a',
			{
				paired: [
					{ left: 'commit', right: 'one tree' },
					{ left: 'tree', right: 'names' },
				],
			},
		],
		[
			'match',
			match,
			'2 = A, 1 = c',
			{
				paired: [
					{ left: 'commit', right: 'nothing' },
					{ left: 'tree', right: 'names' },
				],
			},
		],
	] as const)('of type %s takes %s %j', async (type, presentation, line, answer) => {
		const room = sit();
		const reply = room.examiner.ask(view(room, presentation));
		await room.type(line);
		expect(await reply).toEqual({ kind: 'answer', answer: { type, ...answer } });
	});

	it('that pairs, orders or fills is said in words', async () => {
		const room = sit({ columns: 60 });
		const said: string[] = [];
		for (const presentation of [match, order, cloze]) {
			const reply = room.examiner.ask(view(room, presentation));
			said.push((await room.said()).split('\n\n').slice(1).join('\n\n'));
			await room.type(':?');
			expect(await reply).toEqual({ kind: 'answer', answer: { type: 'dont-know' } });
		}
		expect(said.join('\n\n---\n')).toMatchInlineSnapshot(`
			"What goes with what?

			Find for each of the 2 numbers the letter that belongs to
			it. One letter is left over.
			1. commit
			2. tree
			The letters:
			a. names
			b. one tree
			c. nothing

			Your pairs, like 1a 2b (? don't know, h help):

			---
			Question 4 of 10. 9 right are needed. So far 2 right, 1
			missed.

			In order?

			Put these 3 in their right order.
			1. tree
			2. commit
			3. blob

			Your order, like 3 2 1 (? don't know, h help):

			---
			Question 4 of 10. 9 right are needed. So far 2 right, 1
			missed.

			To record: \`git [gap 1]\`. {{ stays.

			Code, 1 line:
			    git [gap 2]
			End of code.

			Gap 1 of 2 (:? don't know, :h help):"
		`);
	});

	it('is filled gap by gap, one can go back, and an empty gap is asked again', async () => {
		const room = sit();
		const reply = room.examiner.ask(view(room, cloze));
		await room.said();
		await room.type('comit', ':<', '', 'commit', ':<', 'commit');
		expect(await room.said()).toMatch(
			/Gap 2 of 2 .*Back to gap 1\..*Gap 1 of 2 .*Gap 1 is still empty.*Gap 2 of 2 .*Back to gap 1.*Gap 2 of 2/su,
		);
		await room.type('push');
		expect(await reply).toEqual({
			kind: 'answer',
			answer: {
				type: 'cloze',
				filled: [
					{ blank: 'a', typed: 'commit' },
					{ blank: 'b', typed: 'push' },
				],
			},
		});
	});

	it.each([
		[choice, '5', '"5" was not understood. Please type one number from 1 to 4.'],
		[choice, '', 'That line was empty. Please type one number from 1 to 4.'],
		[choice, '1 2', '"1 2" was not understood. Please type one number from 1 to 4.'],
		[choice, '\x1b[A', '"^[[A" was not understood. Please type one number from 1 to 4.'],
		[
			{ type: 'multiple', stem, options: ['one', 'two'] },
			'3',
			'"3" was not understood. Please type numbers from 1 to 2 with spaces between them, like 1 2.',
		],
		[{ type: 'true-false', stem }, 'yes', '"yes" was not understood. Please type t for true or f for false.'],
		[order, '1 2', 'Item 3 is still missing. Please type all 3 numbers, like 3 2 1.'],
		[order, '1 1 2', 'Item 1 stands there twice. Please type each of the 3 numbers once, like 3 2 1.'],
		[match, '1b', '1 number has no letter yet: 2. Please type a number and a letter for each of the 2, like 1a 2b.'],
		[match, '1b 2d', 'There is no letter d: they go from a to c. Please type a number and a letter for each of the 2, like 1a 2b.'],
		[match, '3a', 'There is no number 3. Please type a number and a letter for each of the 2, like 1a 2b.'],
		[match, 'one two', '"one two" was not understood. Please type a number and a letter for each of the 2, like 1a 2b.'],
	] as const)('that is answered unclearly stands, and says why', async (presentation, line, says) => {
		const room = sit({ columns: 400 });
		const reply = room.examiner.ask(view(room, presentation));
		await room.said();
		await room.type(line);
		expect((await room.said()).replace(/\s+/gu, ' ')).toContain(says);
		await room.type('q');
		expect(await reply).toEqual({ kind: 'stop', by: 'quit' });
	});

	it('takes commands, with a colon where anything may be an answer', async () => {
		const room = sit();
		const reply = room.examiner.ask(view(room, { type: 'text', stem }, { hints: ['First.', 'Second.'] }));
		await room.said();
		await room.type(':b', ':i', ':i', ':i', ':r', ':e', ':! two are right', ':!', 'a typo', ':!', ':c', ':!', '', ':b', ':h');
		const said = (await room.said()).replace(/\s+/gu, ' ');
		for (const words of [
			'Bookmarked. gradus bookmarks lists it.',
			'Hint 1 of 2: First.',
			'Hint 2 of 2: Second.',
			'That was the last hint.',
			'The sections open again after the answer.',
			'The explanation comes after the answer.',
			'Kept for the author of this question. gradus disputes shows it.',
			'Nothing was kept.',
			'The bookmark is taken away.',
			':q - stop here; everything is kept',
			'type a second colon before it: ::q answers :q.',
		]) {
			expect(said).toContain(words);
		}
		expect(room.asides.disputes).toEqual(['two are right', 'a typo', '']);
		await room.type(':q');
		expect(await reply).toEqual({ kind: 'stop', by: 'quit' });
	});

	it('does not take a command for an answer because its colon was forgotten', async () => {
		const room = sit();
		const reply = room.examiner.ask(view(room, { type: 'text', stem }));
		await room.said();
		await room.type('?');
		expect((await room.said()).replace(/\s+/gu, ' ')).toContain(
			'If you mean the command, type :?. If it is your answer, type it once more.',
		);
		await room.type('h', '?', '?');
		expect(await reply).toEqual({ kind: 'answer', answer: { type: 'text', typed: '?' } });
	});

	it('says why an answer could not be graded, and is not said again', async () => {
		const room = sit();
		const again = { kind: 'not-a-number', typed: 'forty' } as const;
		const reply = room.examiner.ask(view(room, { type: 'number', stem }, { again }));
		expect(await room.said()).toMatch(/^\n"forty" could not be read as a number\..*\n\nYour answer, a number \(.*\):$/su);
		await room.type('40');
		await reply;
	});

	it('keeps hints and gaps while a section is read in practice', async () => {
		const room = sit();
		const practice = view(room, cloze, { hints: ['One.', 'Two.'], readable: [commits] });
		const first = room.examiner.ask(practice);
		await room.type(':i', 'commit', ':r');
		expect(await first).toEqual({ kind: 'read', section: commits });
		const second = room.examiner.ask({ ...practice, presentation: { ...cloze } });
		await room.said();
		await room.type(':i', 'push');
		expect(await room.said()).toContain('Hint 2 of 2: Two.');
		expect(await second).toMatchObject({ answer: { filled: [{ typed: 'commit' }, { typed: 'push' }] } });
	});
});

describe('a verdict in plain lines', () => {
	const told = async (feedback: Partial<FeedbackView>) => {
		const room = sit({ columns: 70 });
		const reply = room.examiner.feedback({
			...sample.missed,
			chosenFeedback: [],
			explanation: 'Because.',
			reread: [],
			asides: room.asides,
			...feedback,
		});
		const said = await room.said();
		await room.type('');
		await reply;
		return said.split('\n\nEnter for')[0]?.replace('\n\nBecause.\n\nSource: Pro Git, 10.2', '').trim();
	};

	it('says right in short, and the explanation when it is asked for', async () => {
		const room = sit();
		const reply = room.examiner.feedback({ ...sample.right, asides: room.asides });
		expect(await room.said()).toBe('\nRight.\n\nEnter for the next question (e explanation, h help):');
		await room.type('e');
		expect(await room.said()).toMatch(
			/^\n\nA commit names one tree.*Source: Pro Git.*This is explained in "What a commit stores" \(r 1\)/su,
		);
		await room.type('r', 'r 3');
		expect((await room.said()).replace(/\s+/gu, ' ')).toMatch(
			/Which one\? r 1 reads What a commit stores; r 2 reads Trees and blobs\..*There is no section 3/u,
		);
		await room.type('r 2');
		expect(await reply).toMatchObject({ kind: 'read', section: { id: 'trees' } });
	});

	it('says of each part of an answer whether it was right', async () => {
		expect(
			await Promise.all([
				told({
					presentation: { type: 'multiple', stem, options: ['a', 'b', 'c'] },
					answer: { type: 'multiple', chosen: ['a', 'c'] },
					key: ['a', 'b'],
					verdict: { kind: 'missed', partly: { of: 'options', right: ['a'], left: ['b'], wrong: ['c'] } },
					chosenFeedback: [{ option: 'c', feedback: 'It is **not**.' }],
				}),
				told({
					presentation: cloze,
					answer: {
						type: 'cloze',
						filled: [
							{ blank: 'a', typed: 'comit' },
							{ blank: 'b', typed: 'pull' },
						],
					},
					key: ['commit', 'push'],
					verdict: {
						kind: 'missed',
						partly: {
							of: 'blanks',
							blanks: [
								{ blank: 'a', right: true, accepted: { as: 'commit', despite: 'typos' } },
								{ blank: 'b', right: false },
							],
						},
					},
				}),
				told({
					presentation: order,
					answer: { type: 'order', arranged: ['commit', 'blob', 'tree'] },
					key: ['commit', 'tree', 'blob'],
					verdict: { kind: 'missed', partly: { of: 'items', firstOff: 1 } },
				}),
				told({
					presentation: match,
					answer: {
						type: 'match',
						paired: [
							{ left: 'commit', right: 'nothing' },
							{ left: 'tree', right: 'names' },
						],
					},
					key: ['one tree', 'names'],
					verdict: {
						kind: 'missed',
						partly: {
							of: 'pairs',
							pairs: [
								{ left: 'commit', right: false },
								{ left: 'tree', right: true },
							],
						},
					},
				}),
				told({ presentation: match, answer: { type: 'dont-know' }, key: ['one tree', 'names'], verdict: { kind: 'dont-know' } }),
				told({
					presentation: { type: 'true-false', stem },
					answer: { type: 'true-false', chosen: true },
					key: ['false'],
					verdict: { kind: 'missed' },
				}),
				told({
					presentation: { type: 'text', stem },
					answer: { type: 'text', typed: 'resume' },
					key: ['résumé'],
					verdict: { kind: 'right', accepted: { as: 'résumé', despite: 'accents' } },
				}),
			]),
		).toMatchInlineSnapshot(`
			[
			  "Missed, though partly right.

			Rightly chosen: a
			Left out, though it belongs: b
			Chosen, though it does not belong: c
			It is not.",
			  "Missed, though partly right.

			Gap 1: right, accepted as "commit": mind the spelling.
			Gap 2: missed. You typed "pull"; right is "push".",
			  "Missed, though partly right.

			The first one stands right. The first that is off is number 2: there
			you have "blob".

			The right order is:
			1. commit
			2. tree
			3. blob",
			  "Missed, though partly right.

			1. commit: missed. You chose "nothing"; right is "one tree".
			2. tree: right, "names".",
			  "Not yet: good to know what to look at.

			1. commit: one tree
			2. tree: names",
			  "Missed.

			Right is: False",
			  "Right.
			Accepted as "résumé": mind the accents.",
			]
		`);
	});
});

describe('menus and sections in plain lines', () => {
	const menu: Menu = {
		about: { kind: 'unit', deck: sample.deck, unit: sample.snapshots, standing: sample.tried },
		actions: [
			{ kind: 'read', section: commits, done: true },
			{ kind: 'quiz', need: sample.once, retry: false, retake: false },
			{ kind: 'stop' },
		],
	};

	it('number what can be done; Enter takes the first', async () => {
		const room = sit();
		const reply = room.examiner.choose(menu);
		expect(await room.said()).toMatchInlineSnapshot(`
			"
			What would you like to do?
			1. Read: What a commit stores, read
			2. Take the quiz: 9 of 10 right needed
			3. Stop here; everything is kept

			Your choice, 1 to 3 (Enter for 1, h help):"
		`);
		await room.type('4', 'b', '2');
		expect(await reply).toBe(menu.actions[1]);
		const first = room.examiner.choose(menu);
		await room.type('');
		expect(await first).toBe(menu.actions[0]);
	});

	const section: SectionView = { deck: sample.deck, unit: sample.snapshots, section: commits, position: 1 };

	it('say tables and code in words, whole where the height is not known', async () => {
		const room = sit({ columns: 60 });
		const reply = room.examiner.read(section);
		expect(await room.said()).toMatchInlineSnapshot(`
			"
			Section 1 of 2 of Commits are snapshots: What a commit
			stores.

			You will be able to: Say what a commit object holds, and
			what it does not

			A commit names one tree, its parents, an author and a
			message.

			It stores no differences; \`git diff\` computes them when
			asked.

			Table, 2 rows:
			Row 1. object: commit; holds: one tree, parents, author,
			message.
			Row 2. object: tree; holds: names, modes and ids of blobs
			and trees.
			End of table.

			Code in js, 1 line:
			    const commit = { tree: 'a1b2', parents: [] };
			End of code.

			Enter to go on (h help):"
		`);
		await room.type('');
		expect(await reply).toEqual({ kind: 'read' });
	});

	it('come in pages as high as the screen, and can be left', async () => {
		const room = sit({ columns: 60, rows: 10 });
		const reply = room.examiner.read(section);
		const pages = [await room.said()];
		for (let page = 0; page < 2; page += 1) {
			await room.type('');
			pages.push(await room.said());
		}
		for (const page of pages) expect(page.trim().split('\n').length).toBeLessThanOrEqual(10);
		expect(pages.map((page) => page.split('\n').at(-1))).toEqual([
			'Enter for more, page 2 of 3 (h help):',
			'Enter for more, page 3 of 3 (h help):',
			'Enter to go on (h help):',
		]);
		await room.type('q');
		expect(await reply).toEqual({ kind: 'stop', by: 'quit' });
	});

	it('tell what the loop tells, in words', async () => {
		const room = sit({ columns: 70 });
		const said: Record<string, string> = {};
		for (const notice of Object.values(sample.notices)) {
			room.examiner.tell(notice);
			said[notice.kind] = (await room.said()).trim();
		}
		expect(said['result']).toMatchInlineSnapshot(`
			"Commits are snapshots.
			Not yet: 7 of 10 right, 9 needed.
			"Trees and blobs": 0 of 2 right, at least 1 needed.

			By section:
			- What a commit stores: 7 of 8 right.
			- Trees and blobs: 0 of 2 right.

			Missed: questions 3, 7 and 10.

			Your first attempt had 9 of 10; your best so far is 9 of 10.
			The unit asks for this twice in a row; the count begins anew."
		`);
		expect(said['unit']).toMatchInlineSnapshot(`
			"Unit 1 of 2 of Git from the inside: Commits are snapshots.

			To master this unit: 9 of 10 right, twice in a row, and at least 1
			right in each section that is asked twice or more.
			Your best is 9 of 10, 1 of 2 in a row so far.

			You will be able to:
			- Say what a commit object holds, and what it does not (read)
			- Trace a path from a commit to a file's content"
		`);
		for (const text of Object.values(said)) expect(text).not.toMatch(/[─│█░✓✗○▸◼◻•✦“”]|[#.]{5}|^ ?[+x] /mu);
	});
});

describe('plain lines', () => {
	it('hold nothing that a terminal would obey, whatever a deck says', async () => {
		const evil =
			'\x1b[2J\x1b]0;x\x07\x9b31m\u202e `\x1b[5m` **\x08**\n\n| \x1b | b |\n|---|---|\n| \x07 | \x9d |\n\n```\x1b\n\x1b[H\n```\n';
		const deck = { ...sample.deck, title: evil };
		const section = { ...commits, title: evil, objective: evil, text: evil };
		const unit = { ...sample.snapshots, title: evil, sections: [section], resources: [{ title: evil, url: evil, text: evil }] };
		const where = { ...sample.where, deck, unit };
		const room = sit();
		const presentations = [
			{ type: 'multiple', stem: evil, code: { language: evil, text: evil }, options: [evil, 'two'] },
			{ type: 'match', stem: evil, lefts: [evil, 'm'], rights: [evil, 'n'] },
			{ type: 'number', stem: evil, unit: evil },
			{ type: 'cloze', stem: `${evil} {{1}}`, code: { text: evil }, blanks: ['a'] },
		] as const;
		for (const presentation of presentations) {
			const reply = room.examiner.ask(view(room, presentation, { where, hints: [evil], readable: [section, section] }));
			await room.type(':i', ':r', `:! ${evil.replaceAll('\n', ' ')}`, ':h', '\x1b[A', '\x1b[A', ':?');
			await reply;
			const feedback = room.examiner.feedback({
				...sample.missed,
				where,
				presentation,
				answer: { type: 'dont-know' },
				key: [evil],
				chosenFeedback: [{ option: evil, feedback: evil }],
				explanation: evil,
				source: evil,
				reread: [section, section],
				asides: room.asides,
			});
			await room.type('r', '\x1b', '');
			await feedback;
		}
		const read = room.examiner.read({ deck, unit, section, position: 1 });
		await room.type('');
		await read;
		const choice = room.examiner.choose({ about: { kind: 'resume', deck, unit }, actions: [{ kind: 'read', section, done: false }] });
		await room.type('\x9b', '');
		await choice;
		room.examiner.tell({ kind: 'resource', unit, resource: { title: evil, url: evil, text: evil } });
		room.examiner.tell({ kind: 'unit', deck, unit, standing: sample.tried, readings: new Set() });
		expect(await room.said()).toContain('^[[2J');
	});

	it('end as the input does: with it, or by an interruption', async () => {
		const room = sit();
		const reply = room.examiner.ask(view(room, choice));
		room.examiner.interrupt();
		expect(await reply).toEqual({ kind: 'stop', by: 'interrupt' });
		const again = room.examiner.ask(view(room, choice));
		room.input.end();
		expect(await again).toEqual({ kind: 'stop', by: 'end-of-input' });
		expect(await room.examiner.choose(menuOfOne)).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('that cannot be read are told, and the question stands', async () => {
		const room = sit();
		const reply = room.examiner.ask(view(room, choice));
		room.input.write(Buffer.from([0xff, 0x0a]));
		await room.type(`${'x'.repeat(100_001)}`, '1');
		expect(await room.said()).toMatch(/Gradus reads UTF-8\..*longer than 100000 bytes/su);
		expect(await reply).toMatchObject({ kind: 'answer' });
	});

	it('never end in a fault, whatever is typed', async () => {
		const presentations = [choice, order, match, cloze, { type: 'multiple', stem, options: ['a', 'b'] }, { type: 'number', stem }] as const;
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...presentations),
				fc.array(fc.oneof(fc.string(), fc.stringMatching(/^:?[?hirbesq!<0-9a-c ]{0,6}$/u)), { maxLength: 4 }),
				async (presentation, lines) => {
					const room = sit();
					const reply = room.examiner.ask(view(room, presentation));
					for (const line of lines) room.input.write(`${line}\n`);
					room.input.end();
					expect(['answer', 'stop', 'read']).toContain((await reply).kind);
				},
			),
			{ numRuns: 150 },
		);
	});
});

const menuOfOne: Menu = { about: { kind: 'home' }, actions: [{ kind: 'stop' }] };
