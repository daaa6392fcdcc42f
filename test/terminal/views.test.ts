import { describe, expect, it } from 'vitest';

import { widthOf } from '../../src/terminal/layout.ts';
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
import { allViews, day } from './all-views.ts';
import * as sample from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });
const views = allViews(sample);

function never(): never {
	throw new Error('the sample has no such thing');
}

function shown(name: string, width: number): string {
	return views[name]?.(style, width) ?? never();
}

describe('every view', () => {
	it.each(Object.keys(views))('%s fits 80, 40 and 20 columns', (name) => {
		for (const width of [80, 40, 20]) {
			for (const line of shown(name, width).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
		}
	});

	it.each(Object.keys(views))('%s is ASCII where the terminal is', (name) => {
		expect(views[name]?.(createStyle({ colorLevel: 0, unicode: false }), 60)).toMatch(/^[\n -~]+$/);
	});

	it.each(Object.keys(views))('%s says the same with and without colours', (name) => {
		const coloured = views[name]?.(createStyle({ colorLevel: 3, unicode: true }), 80) ?? '';
		const letters = (text: string) => text.replace(/\x1b\[\d+m/g, '').replace(/[\s*_`~]/g, '');
		expect(letters(coloured)).toBe(letters(shown(name, 80)));
	});

	it.each(Object.keys(views))('%s blames nobody and speaks in counts', (name) => {
		expect(shown(name, 200)).not.toMatch(/wrong|fail|incorrect|%/i);
	});
});

describe('the pictures at 80 columns', () => {
	it('shows the unit page', () => {
		expect(shown('the unit page', 80)).toMatchInlineSnapshot(`
			"Git from the inside · unit 1 of 2
			Commits are snapshots
			─────────────────────
			To master this unit: 9 of 10 right, twice in a row, and at least 1 right in each
			section that is asked twice or more.
			Your best so far is 9 of 10; 1 of 2 in a row so far.

			You will be able to
			 ✓ Say what a commit object holds, and what it does not (read)
			 ○ Trace a path from a commit to a file's content"
		`);
	});

	it('shows the form', () => {
		expect(shown('the form', 80)).toMatchInlineSnapshot(`
			"A quiz on “Commits are snapshots”: 10 questions.
			Needed: 9 of 10 right, twice in a row, and at least 1 right in each section that
			is asked twice or more.
			• 7 new · 2 missed before · 1 again
			• more than usual from “What a commit stores”, missed last time
			• “Trees and blobs” has only 3 questions; 2 were asked elsewhere"
		`);
	});

	it('shows the welcome back', () => {
		expect(shown('the welcome back', 80)).toMatchInlineSnapshot(`
			"Welcome back to the quiz on “Commits are snapshots”.
			You go on at question 4 of 10; every answer so far is kept.
			The deck has changed since you began. You are asked what was drawn then."
		`);
	});

	it('shows the result', () => {
		expect(shown('the result', 80)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✗ not yet: 7 of 10 right, 9 needed
			“Trees and blobs”: 0 of 2 right, at least 1 needed.

			What a commit stores  ████████░░  7 of 8
			Trees and blobs       ░░░░░░░░░░  0 of 2

			The unit asks for this twice in a row; the count begins anew.
			Your best so far is 9 of 10."
		`);
	});

	it('shows the prescription', () => {
		expect(shown('the prescription', 80)).toMatchInlineSnapshot(`
			"Worth reading again, most missed first
			1  Trees and blobs (2 of 2 missed)
			2  What a commit stores (1 of 8 missed)

			This one takes time, and there is no hurry. Another way in may help:
			• Pro Git, chapter 10
			  https://git-scm.com/book
			• “Commits are snapshots”, which this unit builds on: you had 19 of 30 right
			  there: gradus learn git snapshots
			• a break: come back tomorrow with a fresh head; everything is kept"
		`);
	});

	it('shows mastery', () => {
		expect(shown('mastery', 80)).toMatchInlineSnapshot(`
			"✦ ✦ ✦  mastered: “Commits are snapshots”

			Now open
			• Branches are names: gradus learn git branches

			Missed even so, worth another look
			• Trees and blobs

			To go further, if you like
			• Write a commit with plumbing only
			  Use \`git hash-object\` and \`git commit-tree\`."
		`);
	});

	it('shows the end of practice', () => {
		expect(shown('the end of practice', 80)).toMatchInlineSnapshot(`
			"Practice done: 3 of 4 questions right.
			Practice never counts; the next quiz does."
		`);
	});

	it('shows a question', () => {
		expect(shown('a question', 80)).toMatchInlineSnapshot(`
			"────────────────────────────────────────────────────────────────────────────────
			Git from the inside · Commits are snapshots
			Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1

			What does a commit object *point* at?

			  │ const a = 1;"
		`);
	});

	it('shows an answer', () => {
		expect(shown('an answer', 80)).toMatchInlineSnapshot(`"▸ The lines that changed since its parent"`);
	});

	it('shows feedback on a miss', () => {
		expect(shown('feedback on a miss', 80)).toMatchInlineSnapshot(`
			"✗ not yet

			  Git computes differences when asked; a commit stores none.

			  Right is  The tree of the whole project at that moment

			  A commit names one tree, its parents, an author, a committer and a message.

			  Nothing else.

			  Source: Pro Git, 10.2

			  This is explained in “What a commit stores” (1) and “Trees and blobs” (2)."
		`);
	});

	it('shows feedback on a partly right answer', () => {
		expect(shown('feedback on a partly right answer', 80)).toMatchInlineSnapshot(`
			"✗ not yet, though partly right

			  ✓ belongs, chosen    The tree of the whole project at that moment
			  ○ belongs, left out  A copy of the \`index\` file
			  ✗ does not belong    The lines that changed since its parent
			    Git computes differences when asked; a commit stores none.

			  A commit names one tree, its parents, an author, a committer and a message.

			  Nothing else.

			  Source: Pro Git, 10.2

			  This is explained in “What a commit stores” (1) and “Trees and blobs” (2)."
		`);
	});

	it('shows feedback on a right answer', () => {
		expect(shown('feedback on a right answer', 80)).toMatchInlineSnapshot(`
			"✓ right

			  A commit names one tree, its parents, an author, a committer and a message."
		`);
	});

	it('shows a closed gate', () => {
		expect(shown('a closed gate', 80)).toMatchInlineSnapshot(`
			"“Branches are names” is closed for now.
			• needs 9 of 10 in “Commits are snapshots”; your best is 8 of 10, missed twice
			  in “Trees and blobs”
			Go on with  gradus learn git snapshots"
		`);
	});

	it('shows home', () => {
		expect(shown('home', 80)).toMatchInlineSnapshot(`
			"Gradus
			──────
			Git from the inside
			  ██████░░░░ 3 of 5 units mastered
			  ▸ go on with Branches are names, question 4 of 10
			    gradus learn git

			Logic
			  ██████████ 3 of 3 units mastered
			  ✓ every unit mastered

			Not begun yet
			○ Mastery learning (5 units)
			  Why one moves on when one can, and not when the week is over.
			  gradus learn mastery"
		`);
	});

	it('shows the map', () => {
		expect(shown('the map', 80)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			What Git stores, and why its commands do what they do.
			███░░░░░░░ 1 of 3 units mastered

			✓  1  The idea
			      mastered · best 9 of 10 · 12 of 40 questions fresh

			▸  2  Commits are snapshots
			      open: needs 9 of 10 right, twice in a row · best 9 of 10 · 1 of 2 in a row
			      20 of 40 questions fresh
			      ▸ you are at question 4 of 10

			○  3  Branches are names
			      closed
			      needs 9 of 10 in “Commits are snapshots”; your best is 8 of 10, missed
			      twice in “Trees and blobs”
			      • Say what a commit object holds, and what it does not
			      • Trace a path from a commit to a file's content

			▸ go on with Commits are snapshots, question 4 of 10
			  gradus learn git"
		`);
	});

	it('shows history', () => {
		expect(shown('history', 80)).toMatchInlineSnapshot(`
			"When             │ Unit                  │ Kind     │ Result
			─────────────────┼───────────────────────┼──────────┼─────────────────────────
			2026-11-01 09:30 │ Commits are snapshots │ quiz     │ ✗ 7 of 10, not yet
			2026-11-03 09:30 │ Commits are snapshots │ practice │ 3 of 4, does not count
			2026-11-04 09:30 │ Commits are snapshots │ quiz     │ ✓ 9 of 10, met
			2026-11-05 09:30 │ Commits are snapshots │ quiz     │ ✓ 9 of 10, mastered
			2026-11-06 09:30 │ Commits are snapshots │ quiz     │ 0 of 10, ended after 0
			2026-11-07 09:30 │ Commits are snapshots │ quiz     │ ▸ open, 3 of 10 answered"
		`);
	});

	it('shows why a unit is mastered', () => {
		expect(shown('why a unit is mastered', 80)).toMatchInlineSnapshot(`
			"Commits are snapshots: mastered
			───────────────────────────────
			1. What it builds on
			   ✓ “The idea” is mastered (best 10 of 10)

			2. What it takes
			   9 of 10 right, twice in a row, and at least 1 right in each section that is
			   asked twice or more. Each attempt is held to the rule it began with.

			3. What the record says, oldest first
			   • 2026-11-01 09:30, quiz: ✗ 7 of 10, not yet
			     7 of 10 right, 9 needed. “Trees and blobs”: 0 of 2 right, at least 1
			     needed. In a row: 0 of 2.
			   • 2026-11-03 09:30, practice: 3 of 4, does not count
			   • 2026-11-04 09:30, quiz: ✓ 9 of 10, met
			     9 of 10 right, 9 needed. In a row: 1 of 2.
			   • 2026-11-05 09:30, quiz: ✓ 9 of 10, mastered
			     9 of 10 right, 9 needed. In a row: 2 of 2.
			   • 2026-11-06 09:30, quiz: 0 of 10, ended after 0
			     Nothing was answered, so it does not count.
			   • 2026-11-07 09:30, quiz: ▸ open, 3 of 10 answered
			     It is still open, so it says nothing yet.

			4. So it is
			   ✓ mastered, by the attempt of 2026-11-05 09:30. A later attempt takes nothing
			   away."
		`);
	});

	it('shows why a unit is closed', () => {
		expect(shown('why a unit is closed', 80)).toMatchInlineSnapshot(`
			"Branches are names: closed, not yet mastered
			────────────────────────────────────────────
			1. What it builds on
			   ○ needs 9 of 10 in “Commits are snapshots”; your best is 8 of 10, missed
			     twice in “Trees and blobs”

			2. What it takes
			   9 of 10 right, twice in a row, and at least 1 right in each section that is
			   asked twice or more. Each attempt is held to the rule it began with.

			3. What the record says, oldest first
			   No attempt yet.

			4. So it is
			   ○ not yet mastered: 0 of 2 qualifying attempts in a row. It opens when all it
			   builds on is mastered."
		`);
	});

	it('shows the decks', () => {
		expect(shown('the decks', 80)).toMatchInlineSnapshot(`
			"• git  Git from the inside
			  5 units · 120 questions
			  /home/ada/decks/git
			• mastery  Mastery learning
			  1 unit · 1 question · comes with Gradus
			  /opt/gradus/decks/mastery"
		`);
	});

	it('shows a section', () => {
		expect(shown('a section', 80)).toMatchInlineSnapshot(`
			"Commits are snapshots · section 1 of 2
			What a commit stores
			────────────────────
			You will be able to: Say what a commit object holds, and what it does not

			A commit names *one tree*, its parents, an author and a message.

			It stores no _differences_; \`git diff\` computes them when asked.

			object │ holds
			───────┼────────────────────────────────────────
			commit │ one tree, parents, author, message
			tree   │ names, modes and ids of blobs and trees

			  │ const commit = { tree: 'a1b2', parents: [] };"
		`);
	});

	it('shows the parting words', () => {
		expect(shown('the parting words', 80)).toMatchInlineSnapshot(`
			"Stopped at question 4 of 10 of the quiz on “Commits are snapshots”. Every answer
			is kept.
			Go on with  gradus learn git snapshots"
		`);
	});
});

describe('the pictures at 40 columns', () => {
	it('shows the unit page', () => {
		expect(shown('the unit page', 40)).toMatchInlineSnapshot(`
			"Git from the inside · unit 1 of 2
			Commits are snapshots
			─────────────────────
			To master this unit: 9 of 10 right,
			twice in a row, and at least 1 right in
			each section that is asked twice or
			more.
			Your best so far is 9 of 10; 1 of 2 in a
			row so far.

			You will be able to
			 ✓ Say what a commit object holds, and
			   what it does not (read)
			 ○ Trace a path from a commit to a
			   file's content"
		`);
	});

	it('shows the result', () => {
		expect(shown('the result', 40)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✗ not yet: 7 of 10 right, 9 needed
			“Trees and blobs”: 0 of 2 right, at
			least 1 needed.

			What a commit stores  ████████░░  7 of 8
			Trees and blobs       ░░░░░░░░░░  0 of 2

			The unit asks for this twice in a row;
			the count begins anew.
			Your best so far is 9 of 10."
		`);
	});

	it('shows a question', () => {
		expect(shown('a question', 40)).toMatchInlineSnapshot(`
			"────────────────────────────────────────
			Git from the inside
			Commits are snapshots
			Question 4 of 10 · needs 9 of 10
			✓ 2 ✗ 1

			What does a commit object *point* at?

			  │ const a = 1;"
		`);
	});

	it('shows feedback on a miss', () => {
		expect(shown('feedback on a miss', 40)).toMatchInlineSnapshot(`
			"✗ not yet

			  Git computes differences when asked; a
			  commit stores none.

			  Right is  The tree of the whole
			            project at that moment

			  A commit names one tree, its parents,
			  an author, a committer and a message.

			  Nothing else.

			  Source: Pro Git, 10.2

			  This is explained in “What a commit
			  stores” (1) and “Trees and blobs” (2)."
		`);
	});

	it('shows feedback on a partly right answer', () => {
		expect(shown('feedback on a partly right answer', 40)).toMatchInlineSnapshot(`
			"✗ not yet, though partly right

			  ✓ belongs, chosen    The tree of the
			    whole project at that moment
			  ○ belongs, left out  A copy of the
			    \`index\` file
			  ✗ does not belong    The lines that
			    changed since its parent
			    Git computes differences when asked;
			    a commit stores none.

			  A commit names one tree, its parents,
			  an author, a committer and a message.

			  Nothing else.

			  Source: Pro Git, 10.2

			  This is explained in “What a commit
			  stores” (1) and “Trees and blobs” (2)."
		`);
	});

	it('shows mastery', () => {
		expect(shown('mastery', 40)).toMatchInlineSnapshot(`
			"✦ ✦ ✦  mastered: “Commits are snapshots”

			Now open
			• Branches are names: gradus learn git
			  branches

			Missed even so, worth another look
			• Trees and blobs

			To go further, if you like
			• Write a commit with plumbing only
			  Use \`git hash-object\` and \`git
			  commit-tree\`."
		`);
	});

	it('shows home', () => {
		expect(shown('home', 40)).toMatchInlineSnapshot(`
			"Gradus
			──────
			Git from the inside
			  ██████░░░░ 3 of 5 units mastered
			  ▸ go on with Branches are names,
			    question 4 of 10
			    gradus learn git

			Logic
			  ██████████ 3 of 3 units mastered
			  ✓ every unit mastered

			Not begun yet
			○ Mastery learning (5 units)
			  Why one moves on when one can, and not
			  when the week is over.
			  gradus learn mastery"
		`);
	});

	it('shows the map', () => {
		expect(shown('the map', 40)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			What Git stores, and why its commands do
			what they do.
			███░░░░░░░ 1 of 3 units mastered

			✓  1  The idea
			      mastered · best 9 of 10
			      12 of 40 questions fresh

			▸  2  Commits are snapshots
			      open: needs 9 of 10 right, twice
			      in a row
			      best 9 of 10 · 1 of 2 in a row
			      20 of 40 questions fresh
			      ▸ you are at question 4 of 10

			○  3  Branches are names
			      closed
			      needs 9 of 10 in “Commits are
			      snapshots”; your best is 8 of 10,
			      missed twice in “Trees and blobs”
			      • Say what a commit object holds,
			        and what it does not
			      • Trace a path from a commit to a
			        file's content

			▸ go on with Commits are snapshots,
			  question 4 of 10
			  gradus learn git"
		`);
	});

	it('shows history', () => {
		expect(shown('history', 40)).toMatchInlineSnapshot(`
			"When: 2026-11-01 09:30
			Unit: Commits are snapshots
			Kind: quiz
			Result: ✗ 7 of 10, not yet

			When: 2026-11-03 09:30
			Unit: Commits are snapshots
			Kind: practice
			Result: 3 of 4, does not count

			When: 2026-11-04 09:30
			Unit: Commits are snapshots
			Kind: quiz
			Result: ✓ 9 of 10, met

			When: 2026-11-05 09:30
			Unit: Commits are snapshots
			Kind: quiz
			Result: ✓ 9 of 10, mastered

			When: 2026-11-06 09:30
			Unit: Commits are snapshots
			Kind: quiz
			Result: 0 of 10, ended after 0

			When: 2026-11-07 09:30
			Unit: Commits are snapshots
			Kind: quiz
			Result: ▸ open, 3 of 10 answered"
		`);
	});

	it('shows a closed gate', () => {
		expect(shown('a closed gate', 40)).toMatchInlineSnapshot(`
			"“Branches are names” is closed for now.
			• needs 9 of 10 in “Commits are
			  snapshots”; your best is 8 of 10,
			  missed twice in “Trees and blobs”
			Go on with  gradus learn git snapshots"
		`);
	});

	it('shows a section', () => {
		expect(shown('a section', 40)).toMatchInlineSnapshot(`
			"Commits are snapshots · section 1 of 2
			What a commit stores
			────────────────────
			You will be able to: Say what a commit
			object holds, and what it does not

			A commit names *one tree*, its parents,
			an author and a message.

			It stores no _differences_; \`git diff\`
			computes them when asked.

			object │ holds
			───────┼────────────────────────────────
			commit │ one tree, parents, author,
			       │ message

			tree   │ names, modes and ids of blobs
			       │ and trees

			  │ const commit = { tree: 'a1b2', paren
			  │ ts: [] };"
		`);
	});

	it('shows the parting words', () => {
		expect(shown('the parting words', 40)).toMatchInlineSnapshot(`
			"Stopped at question 4 of 10 of the quiz
			on “Commits are snapshots”. Every answer
			is kept.
			Go on with  gradus learn git snapshots"
		`);
	});
});

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
		} as const;
		expect(renderNotice(result, style, 80)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✓ 9 of 10 right, 9 needed

			What a commit stores  ██████████  5 of 5
			Trees and blobs       ████████░░  4 of 5

			That is 1 of 2 in a row. Once more, and the unit is mastered.
			This is your best so far."
		`);
	});

	it('says that a worse retake takes nothing away', () => {
		const standing = { ...sample.mastered, judged: [sample.third, sample.first] };
		const result = { kind: 'result', unit: sample.snapshots, judgement: sample.notYet, need: sample.need, standing, streak: 0 } as const;
		expect(renderNotice(result, style, 80)).toContain('The unit stays mastered; nothing is taken away.');
	});

	it('says nothing of decks, attempts or diagnostics that are not there, but says so', () => {
		expect(renderHome({ decks: [] }, style, 40)).toMatchInlineSnapshot(`
			"Gradus
			──────
			There are no decks yet. Add one by its
			folder:
			  gradus decks add <folder>"
		`);
		expect(renderDecks([], style, 80)).toMatchInlineSnapshot(`"No decks yet. Add one by its folder: gradus decks add <folder>"`);
		expect(renderHistory({ entries: [] }, style, 80, day)).toMatchInlineSnapshot(
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
			{ kind: 'read', section, done: true, prescribed: { missed: 2, asked: 3 } },
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
			End that attempt: it counts as not yet, and what you have not seen stays unseen
			End that practice
			Read: What a commit stores (2 of 3 missed) ✓ read
			Read: What a commit stores
			Take the quiz: 9 of 10 right needed
			Take a new quiz: 9 of 10 right needed
			Take another quiz, though it is mastered: 9 of 10 right needed
			Practise with 1 question and hints (does not count)
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
			{ kind: 'after-practice', unit: snapshots },
			{ kind: 'deck-complete', deck },
			{ kind: 'home' },
		] as const;
		expect(abouts.map((about) => renderMenuTitle({ about, actions: [{ kind: 'stop' }] }, style, 80)).join('\n')).toMatchInlineSnapshot(`
			"What would you like to do?
			You left “Commits are snapshots” half done.
			How would you like to go on?
			What next?
			How would you like to go on?
			You have mastered every unit of “Git from the inside”.
			Where would you like to go?"
		`);
	});
});

describe('diagnostics', () => {
	it('point at the text, twice where two places disagree, and say what to do', () => {
		expect(renderDiagnostics(sample.diagnostics, sample.sources, style, 80)).toMatchInlineSnapshot(`
			"01-snapshots.yaml:3:1: error: Unexpected key "treshold", expected one of the keys of a unit. [unknown-key]
			  2 │ title: Commits are snapshots
			  3 │ treshold: 9
			    │ ^~~~~~~~
			  4 │ questions:
			  help: Did you mean "benchmark"?

			01-snapshots.yaml:7:9: error: The question id "one" is used twice. [duplicate-id]
			  6 │     stem: 漢字 and tabs    and more, in a line that goes on and on and on…
			  7 │   - id: one
			    │         ^~~
			  01-snapshots.yaml:5:9: first used here
			  4 │ questions:
			  5 │   - id: one
			    │         ^~~
			  6 │     stem: 漢字 and tabs    and more, in a line that goes on and on and on…

			01-snapshots.yaml:6:90: warning: This stem is long. [long-stem]
			  5 │
			  6 │ …on and on, well beyond what a narrow screen could ever show of it at once
			    │                                ^~~~~~~~~~~~~
			  7 │

			notes.yaml: info: Nothing lists this file. [unlisted-file]

			2 errors, 1 warning and 1 note in 2 files"
		`);
	});

	it('cut long lines around the span', () => {
		expect(renderDiagnostics(sample.diagnostics.slice(2, 3), sample.sources, style, 40)).toMatchInlineSnapshot(`
			"01-snapshots.yaml:6:90: warning: This stem is long. [long-stem]
			  5 │
			  6 │ …nd what a narrow screen could ev…
			    │            ^~~~~~~~~~~~~
			  7 │

			1 warning in 1 file"
		`);
	});

	it.each([
		['x: 漢字 é\u0301 here', 'here', 'f:1:10', 10],
		['\ufeffa: b', 'a', 'f:1:1', 0],
		['a: 1\r\nb: 2\r\n', 'b', 'f:2:1', 0],
		['😀😀: v', 'v', 'f:1:5', 6],
	])('count columns of %j in code points, and mark in cells', (text, part, place, cells) => {
		const start = text.indexOf(part);
		const span = { start, end: start + part.length };
		const lines = renderDiagnostics(
			[{ code: 'c', severity: 'error', message: 'm', place: { file: 'f', span } }],
			new Map([['f', text]]),
			style,
			80,
		).split('\n');
		expect(lines[0]).toBe(`${place}: error: m [c]`);
		const mark = lines.find((line) => line.includes('│ ') && line.trimEnd().endsWith(part.length > 1 ? '~' : '^')) ?? '';
		expect(widthOf(mark.slice(mark.indexOf('│') + 2).replace(/[\^~]+$/, ''))).toBe(cells);
	});

	it('stay calm at the end of the file, in an empty one and in one that is not there', () => {
		const at = (start: number, end: number) =>
			[{ code: 'c', severity: 'error', message: 'm', place: { file: 'f', span: { start, end } } }] as const;
		expect(renderDiagnostics(at(5, 5), new Map([['f', 'a: 1\n']]), style, 40)).toMatchInlineSnapshot(`
			"f:1:5: error: m [c]
			  1 │ a: 1
			    │     ^

			1 error in 1 file"
		`);
		expect(renderDiagnostics(at(0, 0), new Map([['f', '']]), style, 40)).toMatchInlineSnapshot(`
			"f:1:1: error: m [c]
			  1 │
			    │ ^

			1 error in 1 file"
		`);
		expect(renderDiagnostics(at(3, 4), new Map(), style, 40)).toMatchInlineSnapshot(`
			"f: error: m [c]

			1 error in 1 file"
		`);
	});
});
