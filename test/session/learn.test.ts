import { describe, expect, it } from 'vitest';

import type { Deck } from '../../src/model/deck.ts';
import { learn, practise, quiz, read } from '../../src/session/learn.ts';
import type { Menu } from '../../src/session/ports.ts';
import { deckReport, historyReport, homeReport, whyReport } from '../../src/session/reports.ts';
import { multiple, number, text, trueFalse, unitOf } from '../engine/builders.ts';
import { answerTo, firstOf, interrupt } from './scripted-learner.ts';
import { edited, sittingRoom } from './sitting-room.ts';

/** Two units; the first asks ten of thirty questions over two sections, the second needs it. */
const deck: Deck = {
	id: 'deck',
	title: 'A deck',
	language: 'en',
	authors: [],
	digest: 'digest',
	units: [
		unitOf({ a: 15, b: 15 }, { id: 'first', title: 'First' }),
		unitOf({ c: 30 }, { id: 'second', title: 'Second', requires: ['first'] }),
	],
};

const missAll = () => 'missed' as const;

describe('the main loop', () => {
	it('reads, quizzes, prescribes, practises, retries with other questions, masters, and opens the next unit', async () => {
		const room = sittingRoom();
		let attempt = 0;
		const session = room.seat({
			deck,
			say: ({ section }, { where }) => (where.kind === 'quiz' && attempt === 1 && section === 'b' ? 'missed' : 'right'),
			onTell: (notice) => {
				if (notice.kind === 'form' && notice.attemptKind === 'quiz') attempt += 1;
			},
			pick: (menu) => (menu.about.kind === 'after-mastery' ? menu.actions.at(-1) : menu.actions[0]),
		});

		expect(await learn(session, deck)).toEqual({ kind: 'stopped', by: 'quit' });
		expect(session.examiner.transcript.filter((line) => !/^(ask| {2})/u.test(line))).toMatchInlineSnapshot(`
			[
			  "unit first: open",
			  "menu unit: read a | quiz | read b | stop -> read",
			  "read a",
			  "menu unit: read b | quiz | read a (done) | stop -> read",
			  "read b",
			  "menu unit: quiz | read a (done) | read b (done) | stop -> quiz",
			  "form quiz of first: 10 new, 0 missed before, 0 again",
			  "menu out-of-reach: to-sections | go-on | stop -> go-on",
			  "result 5 of 10, needs 9: not yet",
			  "prescription: b 5/5",
			  "menu after-not-yet: read b | practice 3 | retry | stop -> read",
			  "read b, then practice",
			  "menu after-not-yet: practice 3 | retry | read b (done) | stop -> practice",
			  "form practice of first: 0 new, 3 missed before, 0 again",
			  "practice 3 of 3",
			  "menu after-not-yet: retry | read b (done) | practice 3 (done) | stop -> quiz",
			  "form quiz of first: 10 new, 0 missed before, 0 again",
			  "result 10 of 10, needs 9: qualifies",
			  "mastered first, opened: second",
			  "menu after-mastery: unit second | practice 4 | retake | read a (done) | read b (done) | stop -> stop",
			]
		`);
		const [first, , retry] = [session.examiner.asked.slice(0, 10), session.examiner.asked.slice(10, 12), session.examiner.asked.slice(-10)];
		expect(retry.filter((id) => first?.includes(id))).toEqual([]);
	});

	it('goes back to the very question after Ctrl-C, with the same form and the same order of options', async () => {
		const room = sittingRoom();
		const shown: string[] = [];
		const before = room.seat({
			deck,
			say: (_, { where }) => (where.position === 4 ? interrupt : 'right'),
			onAsk: ({ presentation }) => shown.push(JSON.stringify(presentation)),
		});
		expect(await quiz(before, deck, 'first')).toMatchObject({
			kind: 'stopped',
			by: 'interrupt',
			left: { position: 4, asked: 10, unit: 'first' },
		});

		const after = room.reopen().seat({ deck, onAsk: ({ presentation }) => shown.push(JSON.stringify(presentation)) });
		expect(await quiz(after, deck, 'first')).toEqual({ kind: 'done', unit: 'first' });
		expect(shown[4]).toBe(shown[3]);
		expect(new Set(shown).size).toBe(10);
		expect(after.examiner.transcript[0]).toBe('resumed at 4/10');
		expect(after.examiner.transcript).toContain('mastered first, opened: second');
	});

	it('offers to go on with what was left before anything else, and counts giving it up as not yet', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: (_, { where }) => (where.position === 3 ? interrupt : 'right') }), deck, 'first');

		const menus: Menu[] = [];
		const session = room.seat({
			deck,
			pick: (menu) => {
				menus.push(menu);
				return menus.length === 1 ? firstOf(menu, 'give-up') : undefined;
			},
		});
		await learn(session, deck);
		expect(menus.map(({ actions }) => actions.map(({ kind }) => kind))).toEqual([
			['resume', 'give-up', 'stop'],
			['practice', 'quiz', 'stop'],
		]);
		const report = deckReport(deck, room.record).units[0]?.standing;
		expect(report).toMatchObject({ state: 'open', notYetsInARow: 1, best: { right: 2, asked: 10 } });
		expect(report?.fresh).toBe(27);
	});

	it('counts looking at a question and giving up as not yet, and calls nothing missed that was not answered', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: () => interrupt }), deck, 'first');
		const session = room.seat({ deck, pick: (menu) => firstOf(menu, 'give-up') });
		await learn(session, deck);
		expect(deckReport(deck, room.record).units[0]?.standing).toMatchObject({ notYetsInARow: 1, best: { right: 0, asked: 10 }, fresh: 29 });
		expect(session.examiner.transcript.filter((line) => /^(gave-up|result|prescription)/u.test(line))).toEqual([
			'gave-up',
			'result 0 of 10, needs 9: not yet',
		]);
	});

	it('tells mastery when an attempt is given up after the benchmark was met', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: (_, { where }) => (where.position === 10 ? interrupt : 'right') }), deck, 'first');
		const session = room.seat({ deck, pick: (menu) => firstOf(menu, 'give-up') });
		await learn(session, deck);
		expect(session.examiner.transcript).toContain('mastered first, opened: second');
	});

	it('counts an attempt whose last verdict was left without a key press', async () => {
		const room = sittingRoom();
		const session = room.seat({ deck, afterVerdict: ({ where }) => (where.position === 10 ? interrupt : 'next') });
		expect(await quiz(session, deck, 'first')).toEqual({ kind: 'stopped', by: 'interrupt' });
		expect(deckReport(deck, room.record).units.map(({ standing }) => standing.state)).toEqual(['mastered', 'open']);
	});

	it('says that all is mastered, and lets one go back to any unit', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck,
			pick: (menu) => (menu.about.kind === 'deck-complete' ? undefined : (firstOf(menu, 'unit') ?? firstOf(menu, 'quiz'))),
		});
		await quiz(session, deck, 'first');
		await quiz(session, deck, 'second');
		await learn(session, deck);
		expect(session.examiner.transcript.at(-1)).toBe('menu deck-complete: stop | unit first | unit second -> stop');
	});
});

describe('an answer', () => {
	it('is committed before its verdict is told, and its question before it is asked', async () => {
		const room = sittingRoom();
		const seen: string[] = [];
		const open = () => room.record.attempt(room.record.summaries('deck')[0]?.id ?? '')?.asked ?? [];
		const session = room.seat({
			deck,
			onAsk: ({ where }) => {
				const asked = open()[where.position - 1];
				seen.push(`${asked?.shownAt !== undefined} ${asked?.answer !== undefined}`);
			},
			onFeedback: ({ where }) => seen.push(`${open()[where.position - 1]?.verdict?.kind}`),
		});
		await quiz(session, deck, 'first');
		expect(seen).toEqual(Array.from({ length: 10 }, () => ['true false', 'right']).flat());
	});

	it('that cannot be graded is asked again and never stored', async () => {
		const room = sittingRoom();
		const typed: Deck = { ...deck, units: [{ ...unitOf({ only: 1 }), questions: [number(1.5, { key: '1.5' })] }] };
		const replies = ['one and a half', '1,234', '1.5'];
		const session = room.seat({ deck: typed, say: () => ({ type: 'number', typed: replies.shift() ?? '' }) });
		await quiz(session, typed, 'unit');
		expect(session.examiner.transcript.filter((line) => /^(ask| {2})/u.test(line))).toEqual([
			'ask 1/1 number',
			'ask 1/1 number again: not-a-number',
			'ask 1/1 number again: ambiguous-number',
			'  right',
		]);
	});

	it('comes back with the key, the distractor’s feedback, the explanation and where to re-read', async () => {
		const room = sittingRoom();
		const options = [
			{ text: 'key', right: true },
			{ text: 'wrong', right: false, feedback: 'Not this one.' },
		];
		const unit = unitOf({ a: 1, b: 1 }, { draw: 2 });
		const [first, second] = unit.questions;
		if (first?.type !== 'choice' || second === undefined) throw new Error('the builder changed');
		const own: Deck = { ...deck, units: [{ ...unit, questions: [{ ...first, options, also: ['b'], source: 'A book' }, second] }] };
		const views: unknown[] = [];
		const session = room.seat({
			deck: own,
			say: missAll,
			onFeedback: (view) => {
				if (view.presentation.stem === first.stem) views.push(view);
			},
		});
		await quiz(session, own, 'unit');
		expect(views).toMatchObject([
			{
				verdict: { kind: 'missed' },
				key: ['key'],
				chosenFeedback: [{ option: 'wrong', feedback: 'Not this one.' }],
				explanation: first.explanation,
				source: 'A book',
				reread: [{ id: 'a' }, { id: 'b' }],
			},
		]);
	});

	it('is asked for without the key in sight, whatever the type', async () => {
		const room = sittingRoom();
		const questions = [multiple(), trueFalse(true), text(['secret key'], { pattern: 'hidden' }), number(42.5)];
		const own: Deck = { ...deck, units: [{ ...unitOf({ only: 1 }, { draw: 5 }), questions }] };
		const asked: string[] = [];
		await quiz(
			room.seat({ deck: own, onAsk: ({ presentation, hints }) => asked.push(JSON.stringify({ presentation, hints })) }),
			own,
			'unit',
		);
		expect(asked).toHaveLength(4);
		for (const view of asked) expect(view).not.toMatch(/"right"|"key"|"keys"|secret|hidden|42\.5|explanation|feedback/u);
	});
});

describe('reading on a miss', () => {
	it('is remembered, and leads back to the verdict', async () => {
		const room = sittingRoom();
		let reads = 0;
		const session = room.seat({
			deck,
			say: missAll,
			afterVerdict: () => (reads++ === 0 ? 'read' : interrupt),
		});
		await quiz(session, deck, 'first');
		expect(session.examiner.transcript.slice(-3)).toEqual(['  missed', expect.stringMatching(/^read [ab]$/u), '  missed']);
		expect(room.record.readings('deck', 'first').size).toBe(1);
	});
});

describe('a closed gate', () => {
	const ways = {
		learn: (session: Parameters<typeof learn>[0]) => learn(session, deck, 'second'),
		quiz: (session: Parameters<typeof learn>[0]) => quiz(session, deck, 'second'),
		practice: (session: Parameters<typeof learn>[0]) => practise(session, deck, 'second'),
		read: (session: Parameters<typeof learn>[0]) => read(session, deck, 'second', 'c'),
	};

	for (const [name, enterBy] of Object.entries(ways)) {
		it(`refuses ${name}, says what is missing, and asks and stores nothing`, async () => {
			const room = sittingRoom();
			await quiz(room.seat({ deck, say: ({ section }) => (section === 'a' ? 'right' : 'missed') }), deck, 'first');
			const session = room.seat({ deck });
			expect(await enterBy(session)).toMatchObject({
				kind: 'closed',
				unit: { id: 'second' },
				gate: {
					open: false,
					blockers: [
						{ unit: 'first', need: { right: 9, asked: 10 }, best: { right: 5, asked: 10 }, missed: [{ section: 'b' }], open: true },
					],
				},
			});
			expect(session.examiner.transcript).toEqual([]);
			expect(room.record.summaries('deck')).toHaveLength(1);
		});
	}

	it('refuses to resume an attempt in a unit that has been closed since', async () => {
		const room = sittingRoom();
		const open: Deck = { ...deck, units: deck.units.map((unit) => ({ ...unit, requires: [] })) };
		await quiz(room.seat({ deck: open, say: (_, { where }) => (where.position === 2 ? interrupt : 'right') }), open, 'second');
		for (const enterBy of [ways.quiz, ways.learn]) {
			const session = room.seat({ deck });
			expect(await enterBy(session)).toMatchObject({ kind: 'closed' });
			expect(session.examiner.asked).toEqual([]);
		}
		expect(room.record.openAttempts('deck')).toHaveLength(1);
	});
});

describe('a deck edited while an attempt is open', () => {
	it('does not change the attempt: it is finished on the questions it was drawn with', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: (_, { where }) => (where.position === 2 ? interrupt : 'right') }), deck, 'first');
		const changed = edited(deck, (old) => ({
			...old,
			units: old.units.map((unit) => ({
				...unit,
				questions: unit.questions.map((question) => ({ ...question, stem: `New: ${question.stem}` })),
			})),
		}));
		const session = room.seat({ deck });
		expect(await quiz(session, changed, 'first')).toEqual({ kind: 'done', unit: 'first' });
		expect(session.examiner.transcript[0]).toBe('resumed at 2/10 (deck changed)');
		expect(session.examiner.transcript).toContain('result 10 of 10, needs 9: qualifies');
	});
});

describe('practice', () => {
	it('asks what was missed, shows hints, and counts for nothing', async () => {
		const room = sittingRoom();
		const hinted: Deck = {
			...deck,
			units: deck.units.map((unit) => ({ ...unit, questions: unit.questions.map((question) => ({ ...question, hints: ['A hint.'] })) })),
		};
		const session = room.seat({
			deck: hinted,
			say: (question, { where }) => (where.kind === 'quiz' && question.section === 'b' ? 'missed' : 'right'),
		});
		await quiz(session, hinted, 'first');
		const missed = session.examiner.asked.filter((id) => id.startsWith('b'));

		const hints: (readonly string[])[] = [];
		const again = room.seat({ deck: hinted, onAsk: (view) => hints.push(view.hints) });
		expect(await practise(again, hinted, 'first')).toEqual({ kind: 'done', unit: 'first' });
		expect(again.examiner.asked.filter((id) => !missed.includes(id))).toEqual([]);
		expect(hints.every((shown) => shown.length === 1)).toBe(true);
		expect(deckReport(hinted, room.record).units[0]?.standing).toMatchObject({ state: 'open', best: { right: 5, asked: 10 } });
	});
});

describe('a quiz that was left', () => {
	it('keeps practice out, which would show its keys', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: () => interrupt }), deck, 'first');
		const session = room.seat({ deck });
		expect(await practise(session, deck, 'first')).toMatchObject({ kind: 'quiz-open', left: { position: 1, asked: 10 } });
		expect(session.examiner.transcript).toEqual([]);
	});

	it('ends a practice that was left before it', async () => {
		const room = sittingRoom();
		await practise(room.seat({ deck, say: () => interrupt }), deck, 'first');
		await quiz(room.seat({ deck, say: () => interrupt }), deck, 'first');
		expect(room.record.openAttempts('deck').map(({ kind }) => kind)).toEqual(['quiz']);
	});
});

describe('two terminals', () => {
	it('tell of an attempt that the other has ended, and ask nothing more of it', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck,
			say: () => {
				room.record.finish(room.record.openAttempts('deck')[0]?.id ?? '', 'ended', 1);
				return 'right';
			},
		});
		expect(await quiz(session, deck, 'first')).toEqual({ kind: 'done', unit: 'first' });
		expect(session.examiner.transcript.slice(1)).toEqual([
			expect.stringMatching(/^ask 1/u),
			'ended-elsewhere',
			'result 0 of 10, needs 9: not yet',
		]);
	});

	it('let the quicker answer stand, and the other goes on with the next question', async () => {
		const room = sittingRoom();
		const slow = room.seat({
			deck,
			say: (question, { where }) => {
				if (where.position === 1) {
					const id = room.record.openAttempts('deck')[0]?.id ?? '';
					room.record.answer(id, 1, answerTo(question, 'missed'), { kind: 'missed' }, 1);
				}
				return 'right';
			},
		});
		await quiz(slow, deck, 'first');
		expect(slow.examiner.transcript.slice(1, 4)).toEqual([
			expect.stringMatching(/^ask 1/u),
			'answered-elsewhere',
			expect.stringMatching(/^ask 2/u),
		]);
		expect(slow.examiner.transcript).toContain('result 9 of 10, needs 9: qualifies');
	});
});

describe('reports', () => {
	it('tell the same of one record: home, map, history, why', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: missAll }), deck, 'first');
		await quiz(room.seat({ deck }), deck, 'first');
		await quiz(room.seat({ deck, say: (_, { where }) => (where.position === 6 ? interrupt : 'right') }), deck, 'second');

		expect(homeReport([deck], room.record).decks[0]).toMatchObject({
			mastered: 1,
			used: true,
			next: { kind: 'resume', unit: 'second', position: 6 },
		});
		const map = deckReport(deck, room.record);
		expect(map.units.map(({ standing }) => standing.state)).toEqual(['mastered', 'open']);
		expect(map.units[1]).toMatchObject({ left: { position: 6 }, standing: { fresh: 24, pool: 30 } });
		expect(historyReport([deck], room.record).entries.map(({ score, judged }) => [score.right, judged?.mastered])).toEqual([
			[0, false],
			[10, true],
			[5, undefined],
		]);
		expect(
			historyReport([], room.record, ['deck']).entries.map(({ unitTitle, score, judged }) => [unitTitle, score.right, judged]),
		).toEqual([
			['first', 0, undefined],
			['first', 10, undefined],
			['second', 5, undefined],
		]);
		expect(whyReport(deck, 'second', room.record)).toMatchObject({
			requires: [{ unit: 'first', mastered: true, best: { right: 10, asked: 10 } }],
		});
		expect(whyReport(deck, 'nowhere', room.record)).toBeUndefined();
	});
});
