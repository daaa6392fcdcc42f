import { describe, expect, it } from 'vitest';

import type { Deck, Rule } from '../../src/model/deck.ts';
import { learn, practise, quiz } from '../../src/session/learn.ts';
import type { Menu } from '../../src/session/ports.ts';
import { deckReport } from '../../src/session/reports.ts';
import { ninetyPercent, unitOf } from '../engine/builders.ts';
import { firstOf, interrupt, type Script } from './scripted-learner.ts';
import { sittingRoom } from './sitting-room.ts';

/** One unit that asks ten of thirty questions over two sections. */
function deckWith(rule: Partial<Rule> = {}): Deck {
	const unit = unitOf({ a: 15, b: 15 }, { rule: { ...ninetyPercent, ...rule } });
	return { id: 'deck', title: 'A deck', language: 'en', authors: [], digest: 'digest', units: [unit] };
}

const deck = deckWith();

/** Misses the questions at these positions. */
const missAt =
	(...positions: readonly number[]): NonNullable<Script['say']> =>
	(_, { where }) =>
		where.kind === 'quiz' && positions.includes(where.position) ? 'missed' : 'right';

function take(kind: 'to-sections' | 'go-on' | 'stop', into: Menu[] = []): NonNullable<Script['outOfReach']> {
	return (menu) => {
		into.push(menu);
		return firstOf(menu, kind);
	};
}

describe('a quiz that can no longer meet its benchmark', () => {
	it('says so after the feedback on the miss that made it so, once, and with the way to the sections first', async () => {
		const room = sittingRoom();
		const menus: Menu[] = [];
		const session = room.seat({ deck, say: missAt(2, 4, 6), outOfReach: take('go-on', menus) });
		await quiz(session, deck, 'unit');
		const lines = session.examiner.transcript;
		const told = lines.findIndex((line) => line.startsWith('menu out-of-reach'));
		expect(lines.slice(told - 2, told + 2)).toEqual([
			expect.stringMatching(/^ask 4\/10/u),
			'  missed',
			'menu out-of-reach: to-sections | go-on | stop -> go-on',
			expect.stringMatching(/^ask 5\/10/u),
		]);
		expect(menus.map(({ about }) => about)).toMatchObject([
			{
				kind: 'out-of-reach',
				need: { right: 9, asked: 10 },
				right: 2,
				left: 6,
				mastered: false,
				reach: { within: false, short: [{ kind: 'benchmark', right: 8, need: 9, asked: 10 }] },
			},
		]);
		expect(session.examiner.asked).toHaveLength(10);
		expect(lines).toContain('result 7 of 10, needs 9: not yet');
	});

	it('ends as not yet when the learner goes to the sections: the rest stays unseen, and the prescription comes next', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck,
			say: ({ section }) => (section === 'b' ? 'missed' : 'right'),
			outOfReach: take('to-sections'),
			pick: (menu) => firstOf(menu, ...(menu.about.kind === 'unit' ? (['quiz'] as const) : [])),
		});
		await learn(session, deck);
		const asked = session.examiner.asked.length;
		expect(asked).toBeLessThan(10);
		expect(session.examiner.transcript.slice(-4)).toEqual([
			'menu out-of-reach: to-sections | go-on | stop -> to-sections',
			expect.stringMatching(/^result \d of 10, needs 9: not yet$/u),
			expect.stringMatching(/^prescription: b 2\//u),
			expect.stringMatching(/^menu after-not-yet: read b \|/u),
		]);
		const attempt = room.record.summaries('deck')[0];
		expect(attempt?.outcome).toBe('ended');
		expect(attempt?.questions.filter(({ shown }) => shown === true)).toHaveLength(asked);
		expect(deckReport(deck, room.record).units[0]?.standing).toMatchObject({ state: 'open', notYetsInARow: 1, fresh: 30 - asked });
	});

	it('keeps the attempt open when the learner stops there, and asks once more when it is taken up again', async () => {
		const room = sittingRoom();
		const before = room.seat({ deck, say: missAt(1, 2), outOfReach: take('stop') });
		expect(await quiz(before, deck, 'unit')).toMatchObject({ kind: 'stopped', by: 'quit', left: { position: 3, asked: 10 } });
		expect(before.examiner.asked).toHaveLength(2);

		const after = room.reopen().seat({ deck, say: missAt(3) });
		expect(await quiz(after, deck, 'unit')).toEqual({ kind: 'done', unit: 'unit' });
		expect(after.examiner.transcript.slice(0, 2)).toEqual(['resumed at 3/10', 'menu out-of-reach: to-sections | go-on | stop -> go-on']);
		expect(after.examiner.transcript.filter((line) => line.startsWith('menu'))).toHaveLength(1);
		expect(after.examiner.transcript.at(-2)).toBe('result 7 of 10, needs 9: not yet');
	});

	it('is left by Ctrl-C as anywhere', async () => {
		const room = sittingRoom();
		const session = room.seat({ deck, say: missAt(1, 2), outOfReach: () => interrupt });
		expect(await quiz(session, deck, 'unit')).toMatchObject({ kind: 'stopped', by: 'interrupt', left: { position: 3 } });
	});

	it('says nothing where no question is left, nor while it can still be met', async () => {
		for (const slips of [[9, 10], [10], [5]]) {
			const room = sittingRoom();
			const session = room.seat({ deck, say: missAt(...slips) });
			await quiz(session, deck, 'unit');
			expect(session.examiner.transcript.filter((line) => line.startsWith('menu'))).toEqual([]);
		}
	});

	it('speaks of a floor where that is what is out of reach', async () => {
		const own = deckWith({ benchmark: 1_000, floor: 4 });
		const room = sittingRoom();
		const menus: Menu[] = [];
		const say: NonNullable<Script['say']> = ({ section }) => (section === 'b' ? 'missed' : 'right');
		await quiz(room.seat({ deck: own, say, outOfReach: take('to-sections', menus) }), own, 'unit');
		expect(menus).toMatchObject([
			{ about: { reach: { short: [{ kind: 'floor', section: 'b', right: 3, need: 4, asked: 5 }] }, need: { right: 1, asked: 10 } } },
		]);
	});

	it('is that attempt alone, where several in a row are needed', async () => {
		const own = deckWith({ passes: 2 });
		const room = sittingRoom();
		await quiz(room.seat({ deck: own }), own, 'unit');
		const session = room.seat({ deck: own, say: missAt(1, 2), outOfReach: take('to-sections') });
		await quiz(session, own, 'unit');
		expect(session.examiner.asked).toHaveLength(2);
		expect(deckReport(own, room.record).units[0]?.standing).toMatchObject({ state: 'open', streak: 0 });
	});

	it('says that the unit stays mastered, and it does', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck }), deck, 'unit');
		const menus: Menu[] = [];
		await quiz(room.seat({ deck, say: missAt(1, 2), outOfReach: take('to-sections', menus) }), deck, 'unit');
		expect(menus).toMatchObject([{ about: { mastered: true } }]);
		expect(deckReport(deck, room.record).units[0]?.standing.state).toBe('mastered');
	});
});

describe('practice', () => {
	it('has no benchmark to miss', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: missAt(1, 2, 3, 4, 5) }), deck, 'unit');
		const session = room.seat({ deck, say: () => 'missed', outOfReach: () => interrupt });
		expect(await practise(session, deck, 'unit')).toEqual({ kind: 'done', unit: 'unit' });
	});
});

describe('two terminals', () => {
	it('ask nothing of an attempt that the other has ended meanwhile', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck,
			say: (_, { where }) => {
				if (where.position === 2) room.record.finish(room.record.openAttempts('deck')[0]?.id ?? '', 'ended', 1);
				return 'missed';
			},
			outOfReach: () => interrupt,
		});
		expect(await quiz(session, deck, 'unit')).toEqual({ kind: 'done', unit: 'unit' });
		expect(session.examiner.transcript).toContain('ended-elsewhere');
	});

	it('end an attempt once, whoever is first', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck,
			say: missAt(1, 2),
			outOfReach: (menu) => {
				room.record.finish(room.record.openAttempts('deck')[0]?.id ?? '', 'ended', 1);
				return firstOf(menu, 'go-on');
			},
		});
		expect(await quiz(session, deck, 'unit')).toEqual({ kind: 'done', unit: 'unit' });
		expect(session.examiner.transcript).toContain('ended-elsewhere');
		expect(session.examiner.asked).toHaveLength(2);
	});
});
