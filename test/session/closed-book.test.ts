// While a question of a quiz waits for its answer, nothing else tells it: no report, no section, in no other terminal.

import { describe, expect, it } from 'vitest';

import type { Deck, Question } from '../../src/model/deck.ts';
import { learn, quiz, read } from '../../src/session/learn.ts';
import { attemptReport, bookmarksReport, disputesReport, waitingIn } from '../../src/session/reports.ts';
import { cloze, number, unitOf } from '../engine/builders.ts';
import { interrupt } from './scripted-learner.ts';
import { type SittingRoom, sittingRoom } from './sitting-room.ts';

const secret = 'a-telling-id';

const amps: Question = {
	...number(4.25, { id: 'amps', section: 'only', stem: 'How many?' }),
	variant: { seed: 0, values: { v: 17, r: 4, i: 4.25 } },
};

const gap: Question = {
	...cloze([['tree']], { id: 'gap', section: 'only' }),
	...{ stem: 'Fill it in.', code: { text: `It names one {{${secret}}}.` }, blanks: [{ id: secret, keys: ['tree'] }] },
};

function deckWith(question: Question): Deck {
	return {
		id: 'deck',
		title: 'A deck',
		language: 'en',
		authors: [],
		digest: 'digest',
		units: [unitOf({ only: 0 }, { questions: [question] })],
	};
}

/** Bookmarks and disputes the question, and leaves it or answers it. */
async function sit(room: SittingRoom, deck: Deck, said: 'left' | 'right'): Promise<void> {
	const session = room.seat({
		deck,
		say: (_, { asides }) => {
			if (!asides.isBookmarked()) asides.bookmark();
			asides.dispute('Unclear.');
			return said === 'left' ? interrupt : 'right';
		},
		onFeedback: ({ asides }) => asides.dispute('Still unclear.'),
	});
	await quiz(session, deck, 'unit');
}

/** All that the commands print that only look. */
function told(room: SittingRoom, deck: Deck): string {
	const { record } = room;
	const attempts = record.summaries(deck.id).flatMap(({ id }) => record.attempt(id) ?? []);
	return JSON.stringify([
		attempts.map((attempt) => attemptReport(attempt, deck, waitingIn(record))),
		bookmarksReport([deck], record),
		disputesReport([deck], record),
	]);
}

describe('the book is closed', () => {
	it('for the values of a question that waits for its answer: the key may be worked out among them', async () => {
		const room = sittingRoom();
		await sit(room, deckWith(amps), 'left');
		expect(told(room, deckWith(amps))).toContain('How many?');
		expect(told(room, deckWith(amps))).not.toContain('4.25');
		await sit(room, deckWith(amps), 'right');
		expect(told(room, deckWith(amps))).toContain('4.25');
	});

	it('for the ids of blanks, which may give their keys away', async () => {
		const room = sittingRoom();
		await sit(room, deckWith(gap), 'left');
		expect(told(room, deckWith(gap))).toContain('It names one {{1}}.');
		expect(told(room, deckWith(gap))).not.toContain(secret);
	});

	it('for what was told of the same question in earlier attempts, until it is answered again', async () => {
		const room = sittingRoom();
		const deck = deckWith(gap);
		await sit(room, deck, 'right');
		expect(told(room, deck)).toContain('tree');
		await sit(room, deck, 'left');
		expect(told(room, deck)).not.toContain('tree');
		expect(told(room, deck)).toContain('"keptBack":"right"');
		expect(disputesReport([deck], room.record).disputes.map(({ given }) => given)).toEqual([undefined, { verdict: 'right' }, undefined]);
		await sit(room, deck, 'right');
		expect(told(room, deck)).toContain('tree');
		expect(told(room, deck)).not.toContain('keptBack');
	});

	it('for the sections of the unit, and open again between questions', async () => {
		const room = sittingRoom();
		const deck: Deck = { ...deckWith(gap), units: [unitOf({ a: 5, b: 5 }), unitOf({ c: 10 }, { id: 'other' })] };
		const script = { deck, say: () => interrupt };
		await quiz(room.seat(script), deck, 'unit');
		const reader = room.seat({ deck });
		expect(await read(reader, deck, 'unit')).toMatchObject({ kind: 'quiz-open', wanted: 'reading', left: { position: 1, asked: 10 } });
		expect(reader.examiner.transcript).toEqual([]);
		expect(room.record.readings('deck', 'unit').size).toBe(0);
		expect(await read(room.seat({ deck }), deck, 'other')).toEqual({ kind: 'done' });

		await quiz(room.seat({ deck, afterVerdict: () => interrupt }), deck, 'unit');
		expect(await read(room.seat({ deck }), deck, 'unit', 'a')).toEqual({ kind: 'done' });
	});
});

describe('a menu that was shown before another terminal began a quiz', () => {
	it('reads no section, and comes back with that quiz to go on with', async () => {
		const room = sittingRoom();
		const deck: Deck = { ...deckWith(gap), units: [unitOf({ a: 5, b: 5 })] };
		let menus = 0;
		const session = room.seat({
			deck,
			pick: (menu) => (menus++ === 0 ? menu.actions.find(({ kind }) => kind === 'read') : undefined),
		});
		const { choose } = session.examiner;
		session.examiner.choose = async (menu) => {
			if (menus === 0) await quiz(room.seat({ deck, say: () => interrupt }), deck, 'unit');
			return choose(menu);
		};
		await learn(session, deck);
		expect(session.examiner.transcript.filter((line) => line.startsWith('read '))).toEqual([]);
		expect(session.examiner.transcript.at(-1)).toContain('menu resume');
	});
});

describe('an answer that comes too late', () => {
	it('is told on the last question too, where another terminal has ended the attempt', async () => {
		const room = sittingRoom();
		const deck = deckWith(gap);
		const session = room.seat({
			deck,
			say: () => {
				for (const { id } of room.record.openAttempts()) room.record.finish(id, 'ended', 99);
				return 'right';
			},
		});
		await quiz(session, deck, 'unit');
		expect(session.examiner.transcript.join('\n')).toContain('ended-elsewhere');
	});
});
