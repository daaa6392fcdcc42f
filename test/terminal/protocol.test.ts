import { describe, expect, it } from 'vitest';

import { learn, practise, quiz } from '../../src/session/learn.ts';
import type { Session } from '../../src/session/sit.ts';
import { interrupt } from '../session/scripted-learner.ts';
import { sittingRoom } from '../session/sitting-room.ts';
import { everyTypeDeck as deck, type EveryType, jsonAnswers } from './every-type.ts';
import { type Client, client, type Received, type Said } from './protocol-client.ts';
import { faultsIn } from './protocol-schema.ts';

/** Every message must be one of the schema, and no byte of them may be obeyed by a terminal. */
function expectSound({ received, raw }: Client): void {
	for (const message of received) expect({ message, faults: faultsIn(message) }).toEqual({ message, faults: [] });
	expect(raw()).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/u);
}

function typeOf({ question }: Received): EveryType {
	return (question as { readonly type: EveryType }).type;
}

/** Answers everything as told, goes on, and takes the first action that is named. */
function player(how: (message: Received) => 'right' | 'missed' | 'dontKnow', actions: readonly string[] = []): (message: Received) => Said {
	const left = [...actions];
	return (message) => {
		switch (message.type) {
			case 'question': {
				const said = how(message);
				return JSON.stringify(said === 'dontKnow' ? { dontKnow: true } : { answer: jsonAnswers[typeOf(message)][said] });
			}
			case 'choose':
				return JSON.stringify({ choose: isOutOfReach(message) ? 'go-on' : (left.shift() ?? 'stop') });
			default:
				return '{"next":true}';
		}
	};
}

function isOutOfReach({ about }: Received): boolean {
	return (about as { readonly kind: string }).kind === 'out-of-reach';
}

function seat(examiner: Session['examiner'], room = sittingRoom()): Session {
	return { ...room.seat({ deck }), examiner };
}

const types = (received: readonly Received[]) => received.map(({ type }) => type);

describe('JSON Lines', () => {
	it('ask every type of question, take an answer to each, and tell verdict, result and mastery', async () => {
		const it = client(player(() => 'right'));
		expect(await quiz(seat(it.examiner), deck, 'snapshots')).toEqual({ kind: 'done', unit: 'snapshots' });
		const asked = it.received.filter(({ type }) => type === 'question');
		expect(asked.map(typeOf).sort()).toEqual(Object.keys(jsonAnswers).sort());
		expect(asked.map(({ position, of }) => [position, of])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((position) => [position, 8]));
		const verdicts = it.received.filter(({ type }) => type === 'verdict');
		expect(verdicts.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 8 }, () => 'right'));
		expect(types(it.received).slice(-2)).toEqual(['result', 'mastered']);
		expect(it.examiner.finished).toBe(true);
		expectSound(it);
	});

	it('tell what was right of an answer that missed, counting from 1, and hold no key before', async () => {
		const it = client(player(() => 'missed'));
		await quiz(seat(it.examiner), deck, 'snapshots');
		const partly = Object.fromEntries(
			it.received
				.filter(({ type }) => type === 'question')
				.map((question) => {
					const verdict = it.received.find(({ type, position }) => type === 'verdict' && position === question['position']);
					return [typeOf(question), verdict?.['partly']];
				}),
		);
		expect(partly).toMatchObject({
			multiple: { of: 'options', right: ['An author'], left: ['A message'], wrong: ['A branch'] },
			cloze: {
				of: 'blanks',
				blanks: [
					{ blank: 1, right: true },
					{ blank: 2, right: false },
					{ blank: 3, right: false },
				],
			},
			order: { of: 'items', firstOff: 2 },
			match: {
				of: 'pairs',
				pairs: [
					{ left: 'commit', right: false },
					{ left: 'tree', right: true },
				],
			},
		});
		for (const question of it.received.filter(({ type }) => type === 'question')) {
			expect(JSON.stringify(question)).not.toMatch(/explanation|"key"|secret/u);
		}
		expectSound(it);
	});

	it('lead through a not-yet: prescription, a section, practice with hints, the next attempt', async () => {
		const it = client(player(() => 'dontKnow'));
		const session = seat(it.examiner);
		await quiz(session, deck, 'snapshots');
		expect(types(it.received).slice(-2)).toEqual(['result', 'prescription']);
		const again = client(player(() => 'right', ['read:trees', 'practice', 'quiz']));
		await learn({ ...session, examiner: again.examiner }, deck, 'snapshots');
		expect(types(again.received)).toEqual(
			expect.arrayContaining(['unit', 'choose', 'section', 'form', 'practice-done', 'result', 'mastered']),
		);
		const practised = again.received.find((message) => message.type === 'question' && message['attempt'] === 'practice');
		expect(practised).toMatchObject({ hints: ['Think of what a snapshot needs.'], readable: [{ id: expect.any(String) }] });
		expectSound(it);
		expectSound(again);
	});

	it('open a section in practice and come back to the question; in a quiz the book is closed until the answer', async () => {
		const room = sittingRoom();
		const first = client(player(() => 'dontKnow'));
		await quiz(seat(first.examiner, room), deck, 'snapshots');
		let read = 0;
		const practice = client((message) => {
			if (message.type === 'question' && read < 2) {
				read += 1;
				return JSON.stringify({ read: read === 1 ? 'nowhere' : (message['readable'] as { readonly id: string }[])[0]?.id });
			}
			if (message.type === 'error') return JSON.stringify({ read: 'trees' });
			return player(() => 'right')(message);
		});
		await practise(seat(practice.examiner, room), deck, 'snapshots');
		expect(practice.received.find(({ type }) => type === 'error')).toMatchObject({ code: 'no-such-section' });
		expect(types(practice.received)).toEqual(expect.arrayContaining(['section', 'practice-done']));

		const closed = client((message) => (message.type === 'question' ? '{"read":"trees"}' : '{"stop":true}'));
		expect(await quiz(seat(closed.examiner, room), deck, 'snapshots')).toMatchObject({ kind: 'stopped', by: 'quit' });
		expect(closed.received.at(-1)).toMatchObject({ type: 'error', code: 'closed-book' });
		for (const each of [first, practice, closed]) expectSound(each);
	});

	it('keep bookmarks and disputes, at the question and under the verdict', async () => {
		const lines = [
			'{"bookmark":true}',
			'{"bookmark":true}',
			'{"dispute":"two are right"}',
			'{"dontKnow":true}',
			'{"bookmark":false}',
			'{"dispute":""}',
			'{"stop":true}',
		];
		const it = client(() => lines.shift() ?? 'end');
		const session = seat(it.examiner);
		await quiz(session, deck, 'snapshots');
		expect(it.received.filter(({ type }) => type === 'bookmarked').map(({ set }) => set)).toEqual([true, true, false]);
		expect(it.received.filter(({ type }) => type === 'disputed').map(({ note }) => note)).toEqual(['two are right', '']);
		expect(session.record.bookmarks()).toEqual([]);
		expect(session.record.disputes().map(({ note, answer }) => [note, answer?.type])).toEqual([
			['two are right', undefined],
			['', 'dont-know'],
		]);
		expectSound(it);
	});

	it('go on where they were left, and say so', async () => {
		const room = sittingRoom();
		let asked = 0;
		const left = client((message) => {
			if (message.type === 'question') asked += 1;
			return asked === 3 ? 'end' : player(() => 'right')(message);
		});
		expect(await quiz(seat(left.examiner, room), deck, 'snapshots')).toMatchObject({
			kind: 'stopped',
			by: 'end-of-input',
			left: { position: 3 },
		});
		expect(left.examiner.finished).toBe(false);
		const again = client(player(() => 'right'));
		await quiz(seat(again.examiner, room), deck, 'snapshots');
		expect(again.received.slice(0, 2)).toMatchObject([
			{ type: 'resumed', position: 3, of: 8, deckChanged: false },
			{ type: 'question', position: 3, verdicts: ['right', 'right'] },
		]);
		expectSound(again);
	});

	it('tell the result to a client that ends its lines under the last verdict', async () => {
		const it = client((message) => (message.type === 'verdict' && message['position'] === 8 ? 'end' : player(() => 'right')(message)));
		expect(await quiz(seat(it.examiner), deck, 'snapshots')).toEqual({ kind: 'done', unit: 'snapshots' });
		expect(types(it.received).slice(-2)).toEqual(['result', 'mastered']);
	});

	it('end by an interruption, at a question and while the client does not read', async () => {
		const room = sittingRoom();
		const it = client(() => 'wait');
		const ending = quiz(seat(it.examiner, room), deck, 'snapshots');
		await expect.poll(() => types(it.received)).toContain('question');
		it.examiner.interrupt();
		expect(await ending).toMatchObject({ kind: 'stopped', by: interrupt.by, left: { position: 1 } });
	});
});
