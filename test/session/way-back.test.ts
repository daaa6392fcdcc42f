import { describe, expect, it } from 'vitest';

import type { Deck, Id } from '../../src/model/deck.ts';
import { learn, quiz } from '../../src/session/learn.ts';
import type { Examiner, Menu, Notice, SectionView } from '../../src/session/ports.ts';
import { unitOf } from '../engine/builders.ts';
import { firstOf, interrupt, type Script } from './scripted-learner.ts';
import { type SittingRoom, sittingRoom } from './sitting-room.ts';

const resources = [
	{ title: 'A book', url: 'https://example.org' },
	{ title: 'In other words', text: 'Other words.' },
];

const deck: Deck = {
	id: 'deck',
	title: 'A deck',
	language: 'en',
	authors: [],
	digest: 'digest',
	units: [
		unitOf({ a: 20, b: 20 }, { id: 'first', title: 'First' }),
		unitOf({ c: 20, d: 20, e: 20 }, { id: 'second', title: 'Second', requires: ['first'], resources, draw: 9 }),
	],
};

const missing =
	(...sections: readonly Id[]): NonNullable<Script['say']> =>
	({ section }, { where }) =>
		where.kind === 'quiz' && sections.includes(section) ? 'missed' : 'right';

/** The first unit mastered, at the second attempt; so many attempts at the second missed. */
async function afterNotYets(room: SittingRoom, count: number, say = missing('c', 'd')): Promise<void> {
	await quiz(room.seat({ deck, say: missing('b') }), deck, 'first');
	await quiz(room.seat({ deck }), deck, 'first');
	for (let round = 0; round < count; round += 1) await quiz(room.seat({ deck, say }), deck, 'second');
}

const menusIn = (lines: readonly string[]) => lines.filter((line) => line.startsWith('menu'));

describe('the way back from a not-yet', () => {
	it('goes section by section, then to practice, then to the next quiz; what is done stands behind', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 1);
		const views: SectionView[] = [];
		const menus: Menu[] = [];
		const session = room.seat({
			deck,
			pick: (menu) => {
				menus.push(menu);
				return menus.length < 5 ? menu.actions[0] : undefined;
			},
		});
		const { examiner } = session;
		const reader: Examiner = {
			...examiner,
			read: (view) => {
				views.push(view);
				return examiner.read(view);
			},
		};
		await learn({ ...session, examiner: reader }, deck, 'second');
		expect(menusIn(examiner.transcript).slice(0, 4)).toMatchInlineSnapshot(`
			[
			  "menu after-not-yet: read c | read d | practice 4 | retry | stop -> read",
			  "menu after-not-yet: read d | practice 4 | retry | read c (done) | stop -> read",
			  "menu after-not-yet: practice 4 | retry | read c (done) | read d (done) | stop -> practice",
			  "menu after-not-yet: retry | read c (done) | read d (done) | practice 4 (done) | stop -> quiz",
			]
		`);
		expect(views.map(({ section, prescribed }) => [section.id, prescribed?.step, prescribed?.next.kind])).toEqual([
			['c', { number: 1, of: 4, done: false }, 'read'],
			['d', { number: 2, of: 4, done: false }, 'practice'],
		]);
		expect(views[0]?.prescribed).toMatchObject({ missed: 3, asked: 3, next: { section: { id: 'd' } } });
		const steps = menus.map(({ actions }) =>
			actions.flatMap((action) => {
				const step = action.kind === 'read' ? action.prescribed?.step : 'step' in action ? action.step : undefined;
				return step === undefined ? [] : [`${step.number}/${step.of}${step.done ? ' done' : ''}`];
			}),
		);
		expect(steps.slice(0, 4)).toEqual([
			['1/4', '2/4', '3/4', '4/4'],
			['2/4', '3/4', '4/4', '1/4 done'],
			['3/4', '4/4', '1/4 done', '2/4 done'],
			['4/4', '1/4 done', '2/4 done', '3/4 done'],
		]);
	});

	it('goes on where it was after the terminal was closed', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 1);
		let menus = 0;
		await learn(room.seat({ deck, pick: (menu) => (menus++ === 0 ? menu.actions[0] : interrupt) }), deck, 'second');
		const session = room.reopen().seat({ deck });
		await learn(session, deck, 'second');
		expect(menusIn(session.examiner.transcript)).toEqual([expect.stringMatching(/^menu after-not-yet: read d \| practice/u)]);
	});

	it('begins anew with each not-yet', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 1);
		let menus = 0;
		await learn(room.seat({ deck, pick: (menu) => (menus++ < 2 ? menu.actions[0] : interrupt) }), deck, 'second');
		await quiz(room.seat({ deck, say: missing('c', 'd') }), deck, 'second');
		const session = room.seat({ deck });
		await learn(session, deck, 'second');
		expect(menusIn(session.examiner.transcript)).toEqual([expect.stringMatching(/^menu after-not-yet: read c \| read d \| practice/u)]);
	});
});

describe('somebody who is stuck', () => {
	it('is offered other ways in after three not-yets in a row, not before, and nothing is locked', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 2);
		const before = room.seat({ deck });
		await learn(before, deck, 'second');
		expect(menusIn(before.examiner.transcript)[0]).not.toMatch(/resource|unit first|pause/u);

		await quiz(room.seat({ deck, say: missing('c', 'd') }), deck, 'second');
		const after = room.seat({ deck });
		await learn(after, deck, 'second');
		expect(menusIn(after.examiner.transcript)).toMatchInlineSnapshot(`
			[
			  "menu after-not-yet: read d | read c | practice 4 | retry | resource A book | resource In other words | unit first (15/20) | pause -> stop",
			]
		`);
	});

	it('is shown a resource when it is asked for, and comes back to the menu', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 3);
		const told: Notice[] = [];
		let menus = 0;
		const session = room.seat({
			deck,
			pick: (menu) => (menus++ === 0 ? firstOf(menu, 'resource') : undefined),
			onTell: (notice) => told.push(notice),
		});
		await learn(session, deck, 'second');
		expect(told.at(-1)).toMatchObject({ kind: 'resource', unit: { id: 'second' }, resource: resources[0] });
		expect(menusIn(session.examiner.transcript)).toHaveLength(2);
	});

	it('may go back to the unit with the weakest evidence, read and practise there, and return', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 3);
		const picks = ['unit', 'read', 'practice', 'unit'] as const;
		let menus = 0;
		const session = room.seat({
			deck,
			pick: (menu) => {
				const kind = picks[menus++];
				return kind === undefined ? undefined : menu.actions.find((action) => action.kind === kind);
			},
		});
		await learn(session, deck, 'second');
		expect(session.examiner.transcript.filter((line) => !/^(ask| {2})/u.test(line))).toMatchInlineSnapshot(`
			[
			  "unit second: open",
			  "menu after-not-yet: read d | read c | practice 4 | retry | resource A book | resource In other words | unit first (15/20) | pause -> unit",
			  "unit first: mastered",
			  "menu after-mastery: unit second | practice 4 | retake | read a | read b | stop -> read",
			  "read a",
			  "menu after-mastery: unit second | practice 4 | retake | read a (done) | read b | stop -> practice",
			  "form practice of first: 0 new, 4 missed before, 0 again",
			  "practice 4 of 4",
			  "menu after-mastery: unit second | practice 4 | retake | read a (done) | read b | stop -> unit",
			  "unit second: open",
			  "menu after-not-yet: read d | read c | practice 4 | retry | resource A book | resource In other words | unit first (15/20) | pause -> stop",
			]
		`);
	});
});

describe('after mastery', () => {
	it('is told how it went beside what went before, what opened, and how much of the deck is mastered', async () => {
		const room = sittingRoom();
		const told: Notice[] = [];
		await quiz(room.seat({ deck, say: missing('b') }), deck, 'first');
		await quiz(room.seat({ deck, onTell: (notice) => told.push(notice) }), deck, 'first');
		expect(told.slice(-2)).toMatchObject([
			{ kind: 'result', verdicts: Array.from({ length: 10 }, () => 'right'), first: { right: 5 }, best: { right: 10 } },
			{ kind: 'mastered', unitsMastered: 1, opened: [{ id: 'second' }], standing: { judged: [{}, { mastered: true }] } },
		]);
	});

	it('has the row of questions in order, with those that were not answered', async () => {
		const room = sittingRoom();
		const told: Notice[] = [];
		const session = room.seat({
			deck,
			say: (_, { where }) => (where.position === 1 ? 'right' : where.position === 2 ? 'missed' : 'dont-know'),
			outOfReach: (menu) => firstOf(menu, 'to-sections'),
			onTell: (notice) => told.push(notice),
		});
		await quiz(session, deck, 'first');
		expect(told.find(({ kind }) => kind === 'result')).toMatchObject({
			verdicts: ['right', 'missed', 'dont-know', ...Array.from({ length: 7 }, () => undefined)],
		});
	});

	it('of the last unit stopping comes first', async () => {
		const room = sittingRoom();
		await afterNotYets(room, 0);
		let menus = 0;
		const session = room.seat({ deck, pick: (menu) => (menus++ === 0 ? firstOf(menu, 'quiz') : menu.actions[0]) });
		await learn(session, deck, 'second');
		expect(menusIn(session.examiner.transcript).at(-1)).toMatch(/^menu after-mastery: stop \| practice \d+ \| retake .* -> stop$/u);
	});
});
