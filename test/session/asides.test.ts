import { describe, expect, it } from 'vitest';

import type { Deck } from '../../src/model/deck.ts';
import { practise, quiz } from '../../src/session/learn.ts';
import type { AskView } from '../../src/session/ports.ts';
import { number, unitOf } from '../engine/builders.ts';
import { interrupt } from './scripted-learner.ts';
import { sittingRoom } from './sitting-room.ts';

const unit = unitOf({ a: 3, b: 3 }, { draw: 4 });
const deck: Deck = {
	id: 'deck',
	title: 'A deck',
	language: 'en',
	authors: [],
	digest: 'digest',
	units: [{ ...unit, questions: unit.questions.map((question) => (question.section === 'a' ? { ...question, also: ['b'] } : question)) }],
};

describe('a bookmark', () => {
	it('is in the record when it is set, is taken away again, and is found under the verdict too', async () => {
		const room = sittingRoom();
		const kept = () => room.record.bookmarks('deck').map(({ position }) => position);
		const seen: unknown[] = [];
		const session = room.seat({
			deck,
			onAsk: ({ where, asides }) => {
				if (where.position > 2) return;
				asides.bookmark();
				seen.push([kept(), asides.isBookmarked()]);
			},
			onFeedback: ({ where, asides }) => {
				if (where.position !== 1) return;
				seen.push(asides.isBookmarked());
				asides.bookmark();
				seen.push([kept(), asides.isBookmarked()]);
			},
		});
		await quiz(session, deck, 'unit');
		expect(seen).toEqual([[[1], true], true, [[], false], [[2], true]]);
		expect(kept()).toEqual([2]);
	});

	it('belongs to the question, whatever attempt asks it', async () => {
		const own: Deck = { ...deck, units: [unitOf({ a: 1 }, { draw: 1 })] };
		const room = sittingRoom();
		await quiz(room.seat({ deck: own, onAsk: ({ asides }) => asides.bookmark() }), own, 'unit');
		let marked: boolean | undefined;
		await quiz(
			room.seat({
				deck: own,
				onAsk: ({ asides }) => {
					marked = asides.isBookmarked();
				},
			}),
			own,
			'unit',
		);
		expect(marked).toBe(true);
	});
});

describe('a dispute', () => {
	it('is kept with its note, before and after the answer, and changes nothing of the verdict', async () => {
		const room = sittingRoom();
		const session = room.seat({
			deck,
			say: () => 'missed',
			onAsk: ({ where, asides }) => {
				if (where.position === 1) asides.dispute('Which of the two is meant?');
			},
			onFeedback: ({ where, asides }) => {
				if (where.position === 1) asides.dispute('');
			},
		});
		await quiz(session, deck, 'unit');
		const question = session.examiner.asked[0];
		const [before, after] = room.record.disputes('deck');
		expect(before).toMatchObject({ unit: 'unit', question, position: 1, note: 'Which of the two is meant?' });
		expect(after).toMatchObject({ question, position: 1, note: '' });
		expect(room.record.summaries('deck')[0]?.questions.every(({ verdict }) => verdict === 'missed')).toBe(true);
	});
});

describe('reading at a question', () => {
	it('is for practice: its section, then its others, remembered, and then the same question again', async () => {
		const room = sittingRoom();
		await quiz(room.seat({ deck, say: () => 'missed' }), deck, 'unit');
		const views: AskView[] = [];
		const session = room.seat({
			deck,
			onAsk: (view) => views.push(view),
			say: (question) => (question.section === 'a' && !room.record.readings('deck', 'unit').has('a') ? 'read' : 'right'),
		});
		await practise(session, deck, 'unit');
		const lines = session.examiner.transcript;
		const at = lines.indexOf('read a');
		expect(lines[at + 1]).toBe(lines[at - 1]);
		expect(lines[at + 2]).toBe('  right');
		for (const { presentation, readable } of views) {
			expect(readable.map(({ id }) => id)).toEqual(presentation.stem.includes(' a-') ? ['a', 'b'] : ['b']);
		}
	});

	it('is closed in a quiz, even to who asks for it', async () => {
		const room = sittingRoom();
		const section = deck.units[0]?.sections[0];
		if (section === undefined) throw new Error('the builder changed');
		const readable: number[] = [];
		const session = room.seat({
			deck,
			onAsk: (view) => readable.push(view.readable.length),
			say: (_, { where }) => (where.position > 1 ? interrupt : readable.length === 1 ? { kind: 'read', section } : 'right'),
		});
		await quiz(session, deck, 'unit');
		expect(readable).toEqual([0, 0, 0]);
		expect(session.examiner.transcript.filter((line) => line.startsWith('read'))).toEqual([]);
		expect(room.record.readings('deck', 'unit').size).toBe(0);
	});

	it('lets go of why the last answer could not be graded: the question stands whole again', async () => {
		const own: Deck = { ...deck, units: [{ ...unitOf({ only: 1 }, { draw: 1 }), questions: [number(1)] }] };
		const room = sittingRoom();
		await quiz(room.seat({ deck: own, say: () => 'missed' }), own, 'unit');
		const says = [{ type: 'number', typed: 'one' }, 'read', 'right'] as const;
		const again: (string | undefined)[] = [];
		const session = room.seat({
			deck: own,
			say: (_, view) => {
				again.push(view.again?.kind);
				return says[again.length - 1] ?? interrupt;
			},
		});
		await practise(session, own, 'unit');
		expect(again).toEqual([undefined, 'not-a-number', undefined]);
	});
});
