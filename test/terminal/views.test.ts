import { describe, expect, it } from 'vitest';

import { widthOf } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { allViews } from './all-views.ts';
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
		const letters = (text: string) => text.replace(/\x1b\[[\d;]+m/g, '').replace(/[\s*_`~]/g, '');
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
			Your best is 9 of 10, 1 of 2 in a row so far.

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
			• “Trees and blobs” has too few questions for its share; 2 come from elsewhere"
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

			✗ What a commit stores  ███████░  7 of 8
			✗ Trees and blobs       ░░        0 of 2, at least 1 needed

			✓ ✓ ✗ ✓ ✓   ✓ ? ✓ ✓ ✗
			✓ 7 right   ✗ 2 missed   ? 1 not known

			First and best  █████████░  9 of 10
			This attempt    ███████░░░  7 of 10

			The unit asks for this twice in a row; the count begins anew."
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
			  there, least in “Trees and blobs”: gradus learn git snapshots
			• a pause: come back tomorrow with a fresh head; everything is kept"
		`);
	});

	it('shows mastery', () => {
		expect(shown('mastery', 80)).toMatchInlineSnapshot(`
			"         ✦
			      ██████
			  ██████████

			✦ mastered: “Commits are snapshots”
			It took 3 attempts, and it was worth staying.
			You have mastered 1 of 2 units of “Git from the inside”.

			Now open
			• Branches are names
			  gradus learn git branches

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
		expect(shown('feedback on a right answer', 80)).toMatchInlineSnapshot(`"✓ right"`);
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
			Left half done
			▸ Branches are names (Git from the inside): question 4 of 10
			  gradus learn git branches

			In progress
			Git from the inside  ██████░░░░  3 of 5 units mastered

			Not begun yet
			○ Mastery learning (5 units): gradus learn mastery

			✓ every unit mastered: Logic"
		`);
	});

	it('shows the map', () => {
		expect(shown('the map', 80)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			What Git stores, and why its commands do what they do.
			███░░░░░░░ 1 of 3 units mastered

			✓ 1  The idea
			│    mastered · best 9 of 10 · 3 attempts · 12 of 40 questions fresh
			│
			▸ 2  Commits are snapshots
			│    open: needs 9 of 10 right, twice in a row · best 9 of 10 · 2 attempts
			│    1 of 2 in a row · 20 of 40 questions fresh
			│    ▸ you are at question 4 of 10
			│
			○ 3  Branches are names
			     closed
			     needs 9 of 10 in “Commits are snapshots”; your best is 8 of 10, missed
			     twice in “Trees and blobs”
			       gradus learn git snapshots
			     • Say what a commit object holds, and what it does not
			     • Trace a path from a commit to a file's content

			▸ go on with Commits are snapshots, question 4 of 10
			  gradus learn git"
		`);
	});

	it('shows history', () => {
		expect(shown('history', 80)).toMatchInlineSnapshot(`
			"Commits are snapshots
			  ▅▇▇ · needed ▇ 9 of 10 · best 9 of 10 · mastered · 6 attempts · 1 h 10 min
			  2026-11-01 09:30  ✗ 7 of 10, not yet               12 min  a1
			  2026-11-03 09:30  ○ 3 of 4, practice               12 min  p1
			  2026-11-04 09:30  ✓ 9 of 10, met, 1 of 2 in a row  12 min  a2
			  2026-11-05 09:30  ✓ 9 of 10, mastered              12 min  a3
			  2026-11-06 09:30  ○ 0 of 10, ended after 0         12 min  e1
			  2026-11-07 09:30  ▸ open, 3 of 10 answered         12 min  a4

			1 h 10 min in all: from each question to its answer, at most 5 min counted for
			any one.
			One attempt, question by question: gradus show a4"
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
			   • 2026-11-03 09:30: ○ 3 of 4, practice
			     A practice does not count for mastery.
			   • 2026-11-04 09:30, quiz: ✓ 9 of 10, met, 1 of 2 in a row
			     9 of 10 right, 9 needed. In a row: 1 of 2.
			   • 2026-11-05 09:30, quiz: ✓ 9 of 10, mastered
			     9 of 10 right, 9 needed. In a row: 2 of 2.
			   • 2026-11-06 09:30, quiz: ○ 0 of 10, ended after 0
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
			   ○ not yet mastered: there is no attempt yet that counts. It opens when all it
			   builds on is mastered."
		`);
	});

	it('shows the decks', () => {
		expect(shown('the decks', 80)).toMatchInlineSnapshot(`
			"• git  Git from the inside
			  5 units · 120 questions
			  from https://example.org/decks.git (git) at v2, 0123456789ab
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
			Your best is 9 of 10, 1 of 2 in a row so
			far.

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

			✗ What a commit stores  ███████░  7 of 8
			✗ Trees and blobs       ░░        0 of 2
			    at least 1 needed

			✓ ✓ ✗ ✓ ✓   ✓ ? ✓ ✓ ✗
			✓ 7 right   ✗ 2 missed   ? 1 not known

			First and best  █████████░  9 of 10
			This attempt    ███████░░░  7 of 10

			The unit asks for this twice in a row;
			the count begins anew."
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
			"         ✦
			      ██████
			  ██████████

			✦ mastered: “Commits are snapshots”
			It took 3 attempts, and it was worth
			staying.
			You have mastered 1 of 2 units of “Git
			from the inside”.

			Now open
			• Branches are names
			  gradus learn git branches

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
			Left half done
			▸ Branches are names (Git from the
			  inside): question 4 of 10
			  gradus learn git branches

			In progress
			Git from the inside
			  ██████░░░░  3 of 5 units mastered

			Not begun yet
			○ Mastery learning (5 units):
			  gradus learn mastery

			✓ every unit mastered: Logic"
		`);
	});

	it('shows the map', () => {
		expect(shown('the map', 40)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			What Git stores, and why its commands do
			what they do.
			███░░░░░░░ 1 of 3 units mastered

			✓ 1  The idea
			│    mastered · best 9 of 10
			│    3 attempts
			│    12 of 40 questions fresh
			│
			▸ 2  Commits are snapshots
			│    open: needs 9 of 10 right, twice in
			│    a row
			│    best 9 of 10 · 2 attempts
			│    1 of 2 in a row
			│    20 of 40 questions fresh
			│    ▸ you are at question 4 of 10
			│
			○ 3  Branches are names
			     closed
			     needs 9 of 10 in “Commits are
			     snapshots”; your best is 8 of 10,
			     missed twice in “Trees and blobs”
			       gradus learn git snapshots
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
			"Commits are snapshots
			  ▅▇▇ · needed ▇ 9 of 10 · best 9 of 10
			  mastered · 6 attempts · 1 h 10 min
			  2026-11-01 09:30  ✗ 7 of 10, not yet
			    12 min · a1
			  2026-11-03 09:30  ○ 3 of 4, practice
			    12 min · p1
			  2026-11-04 09:30  ✓ 9 of 10, met, 1 of
			  2 in a row
			    12 min · a2
			  2026-11-05 09:30  ✓ 9 of 10, mastered
			    12 min · a3
			  2026-11-06 09:30  ○ 0 of 10, ended
			  after 0
			    12 min · e1
			  2026-11-07 09:30  ▸ open, 3 of 10
			  answered
			    12 min · a4

			1 h 10 min in all: from each question to
			its answer, at most 5 min counted for
			any one.
			One attempt, question by question:
			  gradus show a4"
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

			  │ const commit = { tree: 'a1b2',
			  ↳ parents: [] };"
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
