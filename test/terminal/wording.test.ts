import { describe, expect, it } from 'vitest';

import { createStyle } from '../../src/terminal/style.ts';
import { renderDecks } from '../../src/terminal/views/decks.ts';
import { renderDiagnostics } from '../../src/terminal/views/diagnostics.ts';
import { renderFeedback } from '../../src/terminal/views/feedback.ts';
import { renderGate } from '../../src/terminal/views/gate.ts';
import { renderHistory } from '../../src/terminal/views/history.ts';
import { renderHome } from '../../src/terminal/views/home.ts';
import { actionText, renderMenuTitle } from '../../src/terminal/views/menu.ts';
import { renderNotice } from '../../src/terminal/views/notice.ts';
import { renderParting } from '../../src/terminal/views/parting.ts';
import { renderAskAgain, renderQuestion } from '../../src/terminal/views/question.ts';
import { day } from './all-views.ts';
import * as sample from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });

describe('the words for what is odd', () => {
	it('says what could not be graded, and what to do', () => {
		const say = (again: Parameters<typeof renderAskAgain>[0]) => renderAskAgain(again, style, 80);
		expect(say({ kind: 'empty' })).toMatchInlineSnapshot(`"There was no answer in that. Nothing is recorded; please try again."`);
		expect(say({ kind: 'too-long', limit: 2000 })).toMatchInlineSnapshot(`
			"That is longer than 2000 characters. Nothing is recorded; please answer in
			fewer."
		`);
		expect(say({ kind: 'not-a-number', typed: 'many' })).toMatchInlineSnapshot(`
			"“many” could not be read as a number. Please write it like 42, -3.5, 1/2 or
			3.8e5."
		`);
		expect(say({ kind: 'ambiguous-number', typed: '1,234', readings: ['1234', '1.234'] })).toMatchInlineSnapshot(`
			"“1,234” can be read as 1234 or as 1.234. Please write it so that only one is
			meant."
		`);
		expect(say({ kind: 'other-unit', typed: '5 km', expected: 'm' })).toMatchInlineSnapshot(`
			"The answer is asked in m, and “5 km” has another unit. Please convert it, or
			type the number alone."
		`);
		expect(say({ kind: 'other-unit', typed: '5 km', expected: undefined })).toMatchInlineSnapshot(`
			"This answer is a number without a unit, and “5 km” has one. Please type the
			number alone."
		`);
	});

	it('tells when an answer counts although it is written otherwise', () => {
		const accepted = (despite: 'accents' | 'typos') =>
			renderFeedback({ ...sample.right, verdict: { kind: 'right', accepted: { as: 'café', despite } } }, style, 80).split('\n')[1];
		expect(accepted('accents')).toBe('  Accepted as “café”: mind the accents.');
		expect(accepted('typos')).toBe('  Accepted as “café”: mind the spelling.');
	});

	it('treats an honest miss kindly, and shows the key', () => {
		const view = { ...sample.missed, answer: { type: 'dont-know' }, verdict: { kind: 'dont-know' }, chosenFeedback: [] } as const;
		expect(renderFeedback(view, style, 80).split('\n').slice(0, 3)).toMatchInlineSnapshot(`
			[
			  "✗ not yet: good to know what to look at",
			  "",
			  "  Right is  The tree of the whole project at that moment",
			]
		`);
	});

	it('lists several keys one by one', () => {
		const view = {
			...sample.missed,
			key: ['One', 'Two'],
			answer: { type: 'dont-know' },
			verdict: { kind: 'dont-know' },
			chosenFeedback: [],
		} as const;
		expect(renderFeedback(view, style, 80).split('\n').slice(2, 5)).toEqual(['  Right are', '  • One', '  • Two']);
	});

	it('does not ask for all that apply when the stem does', () => {
		const ask = (stem: string) => renderQuestion(sample.where, { type: 'multiple', stem, options: sample.options }, style, 80);
		expect(ask('Which? (Choose all that apply.)').match(/apply/g)).toHaveLength(1);
		expect(ask('Which?')).toContain('Choose all that apply.');
	});

	it('says of a qualifying attempt how many more it takes', () => {
		const result = {
			kind: 'result',
			unit: sample.snapshots,
			judgement: sample.met,
			need: sample.need,
			standing: sample.tried,
			streak: 1,
			verdicts: [...Array.from({ length: 9 }, () => 'right' as const), 'missed'],
		} as const;
		expect(renderNotice(result, style, 80)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✓ 9 of 10 right, 9 needed

			✓ What a commit stores  ██████████  5 of 5
			✗ Trees and blobs       ████████░░  4 of 5

			✓ ✓ ✓ ✓ ✓   ✓ ✓ ✓ ✓ ✗
			✓ 9 right   ✗ 1 missed

			✓ ○  1 of 2 in a row. Once more, and the unit is mastered."
		`);
	});

	it('says that a worse retake takes nothing away', () => {
		const standing = { ...sample.mastered, judged: [sample.third, sample.first] };
		const result = {
			kind: 'result',
			unit: sample.snapshots,
			judgement: sample.notYet,
			need: sample.need,
			standing,
			streak: 0,
			verdicts: [],
		} as const;
		expect(renderNotice(result, style, 80)).toContain('The unit stays mastered; nothing is taken away.');
	});

	it('says nothing of decks, attempts or diagnostics that are not there, but says so', () => {
		expect(renderHome({ begun: false, left: [], decks: [] }, style, 40)).toMatchInlineSnapshot(`
			"Gradus
			──────
			There are no decks yet. Open one by its
			folder:
			  gradus learn <folder>"
		`);
		expect(renderDecks([], style, 80)).toMatchInlineSnapshot(`"No decks yet. Open one by its folder: gradus learn <folder>"`);
		expect(renderHistory({ entries: [], units: [], longestCounted: 0 }, style, 80, day)).toMatchInlineSnapshot(
			`"Nothing here yet. It begins with your first quiz: gradus learn"`,
		);
		expect(renderDiagnostics([], new Map(), style, 80)).toBe('Nothing to mend.');
		expect(renderParting('git', undefined, style, 80)).toMatchInlineSnapshot(`
			"Stopped. Everything is kept.
			Go on with  gradus learn git"
		`);
	});

	it('leads to the map where no blocker can be worked on yet', () => {
		const gate = { open: false, blockers: [{ ...sample.blocker, open: false }] } as const;
		expect(renderGate(sample.deck, sample.branches, gate, style, 80)).toContain('Go on with  gradus map git');
	});

	it('words every action of a menu', () => {
		const { snapshots, deck, need, tried, mastered } = sample;
		const section = snapshots.sections[0] ?? never();
		const actions = [
			{ kind: 'resume', attempt: 'a', deck, unit: snapshots, attemptKind: 'quiz', position: 4, asked: 10 },
			{ kind: 'give-up', attempt: 'a', attemptKind: 'quiz' },
			{ kind: 'give-up', attempt: 'a', attemptKind: 'practice' },
			{
				kind: 'read',
				section,
				done: true,
				prescribed: { missed: 2, asked: 3, step: { number: 1, of: 2, done: true }, next: { kind: 'quiz', need } },
			},
			{ kind: 'read', section, done: false },
			{ kind: 'quiz', need, retry: false, retake: false },
			{ kind: 'quiz', need, retry: true, retake: false },
			{ kind: 'quiz', need, retry: false, retake: true },
			{ kind: 'practice', questions: 1 },
			{ kind: 'unit', unit: snapshots, standing: tried },
			{ kind: 'unit', unit: snapshots, standing: mastered },
			{ kind: 'deck', deck: 'git', title: 'Git', next: { kind: 'start', unit: 'a', unitTitle: 'Snapshots' } },
			{ kind: 'deck', deck: 'git', title: 'Git', next: { kind: 'complete' } },
			{ kind: 'stop' },
		] as const;
		expect(actions.map((action) => actionText(action, style)).join('\n')).toMatchInlineSnapshot(`
			"Go on with the quiz on Commits are snapshots, question 4 of 10
			End that attempt: it is judged by the answers it has, and what you have not seen stays unseen
			End that practice
			Read: What a commit stores (2 of 3 missed) ✓ read
			Read: What a commit stores
			Take the quiz: 9 of 10 right needed
			Take a new quiz: 9 of 10 right needed
			Take another quiz, though it is mastered: 9 of 10 right needed
			Practice with 1 question and hints (does not count)
			Go to Commits are snapshots
			Go to Commits are snapshots ✓ mastered
			Git: begin with Snapshots
			Git: every unit mastered
			Stop here; everything is kept"
		`);
		const abouts = [
			{ kind: 'unit', deck, unit: snapshots, standing: tried },
			{ kind: 'resume', deck, unit: snapshots },
			{ kind: 'after-not-yet', unit: snapshots },
			{ kind: 'after-mastery', unit: snapshots },
			{ kind: 'deck-complete', deck },
			{ kind: 'home' },
		] as const;
		expect(abouts.map((about) => renderMenuTitle({ about, actions: [{ kind: 'stop' }] }, style, 80)).join('\n')).toMatchInlineSnapshot(`
			"What would you like to do?
			You left “Commits are snapshots” half done.
			How would you like to go on?
			What next?
			You have mastered every unit of “Git from the inside”.
			Where would you like to go?"
		`);
	});
});

function never(): never {
	throw new Error('the sample has no such thing');
}
