import { describe, expect, it } from 'vitest';

import type { Deck } from '../../src/model/deck.ts';
import { longestThought } from '../../src/model/report.ts';
import { quiz } from '../../src/session/learn.ts';
import type { LearnerRecord } from '../../src/session/ports.ts';
import {
	attemptReport,
	bookmarksReport,
	deckReport,
	disputesReport,
	historyReport,
	homeReport,
	whyReport,
} from '../../src/session/reports.ts';
import { unitOf } from '../engine/builders.ts';
import { interrupt, type Said } from './scripted-learner.ts';
import { edited, type SittingRoom, sittingRoom } from './sitting-room.ts';

function deckOf(id: string): Deck {
	return {
		id,
		title: `The deck ${id}`,
		language: 'en',
		authors: [],
		digest: id,
		units: [
			unitOf({ a: 15, b: 15 }, { id: 'first', title: 'First' }),
			unitOf({ c: 30 }, { id: 'second', title: 'Second', requires: ['first'] }),
		],
	};
}

const [red, green, blue] = ['red', 'green', 'blue'].map(deckOf);
if (red === undefined || green === undefined || blue === undefined) throw new Error('three decks');

/** Right, but for what is said at some positions. */
async function sit(room: SittingRoom, deck: Deck, unit: string, says: Readonly<Record<number, Said>> = {}, marked?: number): Promise<void> {
	const session = room.seat({
		deck,
		say: (_, { where, asides }) => {
			if (where.position === marked) asides.bookmark();
			return says[where.position] ?? 'right';
		},
		onFeedback: ({ where, asides }) => {
			if (where.position === marked) asides.dispute('No.');
		},
		pick: (menu) => menu.actions.find(({ kind }) => kind === 'go-on'),
	});
	await quiz(session, deck, unit);
}

/** The record, and the names of the calls that were made of it. */
function watched(record: LearnerRecord): { readonly record: LearnerRecord; readonly calls: string[] } {
	const calls: string[] = [];
	const watching = new Proxy(record, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== 'function') return value;
			return (...words: readonly unknown[]) => {
				calls.push([String(name), ...words].join(' '));
				return value.apply(target, words);
			};
		},
	});
	return { record: watching, calls };
}

describe('home', () => {
	it('orders decks by what they are to the learner: left half done, in use, not begun, mastered', async () => {
		const room = sittingRoom();
		const [done, left, used] = ['done', 'left', 'used'].map(deckOf);
		if (done === undefined || left === undefined || used === undefined) throw new Error('three decks');
		await sit(room, left, 'first', { 4: interrupt });
		await sit(room, used, 'first', { 1: 'missed', 2: 'missed' });
		await sit(room, done, 'first');
		await sit(room, done, 'second');
		const report = homeReport([red, done, used, left], room.record);
		expect(report.decks.map(({ deck, next }) => [deck, next.kind])).toEqual([
			['left', 'resume'],
			['used', 'continue'],
			['red', 'start'],
			['done', 'complete'],
		]);
		expect(report.begun).toBe(true);
		expect(report.left).toMatchObject([{ deck: 'left', unit: 'first', position: 4, asked: 10 }]);
		expect(homeReport([red], sittingRoom().record)).toMatchObject({ begun: false, left: [], decks: [{ used: false }] });
	});

	it('names what waits, latest first, but for units that a newer deck has closed or has no more', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first');
		await sit(room, red, 'second', { 3: interrupt });
		await sit(room, green, 'first', { 5: interrupt });
		expect(homeReport([red, green], room.record).left.map(({ deck, unit }) => `${deck} ${unit}`)).toEqual(['green first', 'red second']);
		const without = edited(red, (deck) => ({ ...deck, units: deck.units.slice(0, 1) }));
		const closed = edited(green, (deck) => ({
			...deck,
			units: [
				unitOf({ z: 10 }, { id: 'zero', title: 'Zero' }),
				...deck.units.map((unit) => (unit.id === 'first' ? { ...unit, requires: ['zero'] } : unit)),
			],
		}));
		expect(homeReport([without, closed], room.record).left).toEqual([]);
	});

	it('asks the record nothing about decks that were never used, and never what is fresh', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first', { 2: interrupt });
		const { record, calls } = watched(room.record);
		homeReport([red, green, blue], record);
		expect(calls).toEqual(['recentDecks', 'openAttempts', expect.stringMatching(/^pasts red/u)]);
		const nothing = watched(sittingRoom().record);
		homeReport([red, green, blue], nothing.record);
		expect(nothing.calls).toEqual(['recentDecks']);
	});
});

describe('history', () => {
	it('has the time from each question to its answer, and the rule each attempt began with', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first', { 1: 'missed' });
		await sit(room, red, 'first', { 3: interrupt });
		const { entries, units, longestCounted } = historyReport([red], room.record);
		// Two looks at the clock between showing and answering, a second each.
		expect(entries.map(({ timeOnTask }) => timeOnTask)).toEqual([10_000, 2_000]);
		expect(entries[0]?.rule).toEqual(red.units[0]?.rule);
		expect(units).toMatchObject([
			{ deck: 'red', unit: 'first', title: 'First', standing: { state: 'mastered', best: { right: 9, asked: 10 } } },
		]);
		expect(longestCounted).toBe(longestThought);
	});

	it('puts the unit used last at the end, and tells of decks and units that are gone by their ids', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first');
		await sit(room, red, 'second');
		await sit(room, green, 'first');
		await sit(room, red, 'first');
		const without = edited(red, (deck) => ({ ...deck, units: deck.units.slice(0, 1) }));
		const { units, entries } = historyReport([without], room.record, ['green']);
		expect(units.map(({ deck, unit, title }) => [deck, unit, title])).toEqual([
			['red', 'second', 'second'],
			['green', 'first', 'first'],
			['red', 'first', 'First'],
		]);
		expect(units.map(({ standing }) => standing?.state)).toEqual([undefined, undefined, 'mastered']);
		expect(entries).toHaveLength(4);
	});

	it('looks at each deck a few times, however many attempts there are', async () => {
		const room = sittingRoom();
		for (let attempt = 0; attempt < 3; attempt += 1) await sit(room, red, 'first', { 1: 'missed', 2: 'missed' });
		const { record, calls } = watched(room.record);
		historyReport([red], record);
		expect(calls).toEqual(['summaries red']);
		calls.length = 0;
		historyReport([red], record, [], 'latest');
		expect(calls).toEqual([expect.stringMatching(/^pasts red/u)]);
	});
});

describe('one attempt', () => {
	const one = async (says: Readonly<Record<number, Said>>) => {
		const room = sittingRoom();
		await sit(room, red, 'first', says);
		const head = room.record.latestAttempt();
		const attempt = head && room.record.attempt(head.id);
		if (attempt === undefined) throw new Error('no attempt');
		return { room, attempt };
	};

	it('is told as far as its learner has been told: no key without an answer, nothing that was not shown', async () => {
		const { attempt } = await one({ 1: 'missed', 2: 'dont-know', 4: interrupt });
		const { questions, answered, outcome, judgement } = attemptReport(attempt, red);
		expect({ answered, outcome, judgement }).toEqual({ answered: 3, outcome: undefined, judgement: undefined });
		expect(questions.map((each) => (each.shown ? (each.answered?.verdict.kind ?? 'shown') : 'unseen'))).toEqual([
			'missed',
			'dont-know',
			'right',
			'shown',
			...Array.from({ length: 6 }, () => 'unseen'),
		]);
		expect(questions[4]).toEqual({ position: 5, shown: false });
		const unanswered = attempt.asked[3]?.question;
		expect(JSON.stringify(questions[3])).not.toContain(unanswered?.explanation ?? '');
		expect(Object.keys(questions[3] ?? {})).not.toContain('answered');
	});

	it('tells no more once it has been ended', async () => {
		const { room, attempt } = await one({ 2: interrupt });
		room.record.finish(attempt.id, 'ended', 99);
		const ended = room.record.attempt(attempt.id);
		const { questions, judgement } = attemptReport(ended ?? attempt, red);
		expect(judgement).toMatchObject({ qualifies: false, right: 1 });
		expect(questions.filter((each) => each.shown && each.answered !== undefined)).toHaveLength(1);
		expect(questions.filter(({ shown }) => !shown)).toHaveLength(8);
	});

	it('counts time as the record does', async () => {
		const { room, attempt } = await one({});
		expect(attemptReport(attempt, red).timeOnTask).toBe(room.record.summaries('red').find(({ id }) => id === attempt.id)?.timeOnTask);
	});

	it('knows whether its deck has changed, where that is at hand, and does without it', async () => {
		const { attempt } = await one({});
		expect(attemptReport(attempt, red)).toMatchObject({ deckChanged: false, deckTitle: 'The deck red', unitTitle: 'First' });
		expect(
			attemptReport(
				attempt,
				edited(red, (deck) => deck),
			).deckChanged,
		).toBe(true);
		const alone = attemptReport(attempt, undefined);
		expect(alone).toMatchObject({ deckTitle: 'red', unitTitle: 'first' });
		expect(alone).not.toHaveProperty('deckChanged');
	});
});

describe('bookmarks and disputes', () => {
	it('tell whether the deck has the question still, and as it was asked', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first', { 2: 'missed' }, 2);
		const now = (deck: Deck | undefined) => disputesReport(deck === undefined ? [] : [deck], room.record).disputes.map((each) => each.now);
		const [dispute] = disputesReport([red], room.record).disputes;
		if (dispute === undefined) throw new Error('no dispute');
		const changing = (fingerprint: string | undefined) =>
			edited(red, (deck) => ({
				...deck,
				units: deck.units.map((unit) => ({
					...unit,
					questions: unit.questions.flatMap((question) =>
						question.id !== dispute.question ? [question] : fingerprint === undefined ? [] : [{ ...question, fingerprint }],
					),
				})),
			}));
		expect(dispute).toMatchObject({ note: 'No.', position: 2, given: { verdict: 'missed' } });
		expect([now(red), now(changing('other')), now(changing(undefined)), now(undefined)]).toEqual([
			['same'],
			['changed'],
			['gone'],
			['elsewhere'],
		]);
		expect(bookmarksReport([red], room.record).bookmarks).toMatchObject([
			{ question: dispute.question, sectionTitle: expect.any(String), now: 'same' },
		]);
		expect(bookmarksReport([red, green], room.record, green).bookmarks).toEqual([]);
	});

	it('give no key to somebody who has not answered', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck: red,
			say: (_, { asides }) => {
				asides.dispute('Unclear.');
				return interrupt;
			},
		});
		await quiz(session, red, 'first');
		const [dispute] = disputesReport([red], room.record).disputes;
		expect(dispute).toMatchObject({ note: 'Unclear.', position: 1 });
		expect(dispute).not.toHaveProperty('given');
	});
});

describe('map and why', () => {
	it('come from the same standing', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first', { 1: 'missed', 2: 'missed' });
		const { units } = deckReport(red, room.record);
		for (const { unit, standing } of units) expect(whyReport(red, unit, room.record)?.standing).toEqual(standing);
		expect(whyReport(red, 'third', room.record)).toBeUndefined();
	});

	it('of one unit reads the attempts of that unit alone', async () => {
		const room = sittingRoom();
		await sit(room, red, 'first', { 1: 'missed' });
		await sit(room, red, 'first');
		await sit(room, red, 'second');
		const { record, calls } = watched(room.record);
		expect(whyReport(red, 'first', record)).toMatchObject({ attempts: [{ unit: 'first' }, { unit: 'first' }], attemptsInAll: 2 });
		expect(calls.filter((call) => call.startsWith('summaries'))).toEqual(['summaries red first']);
	});
});
