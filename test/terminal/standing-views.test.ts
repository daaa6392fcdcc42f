import { describe, expect, it } from 'vitest';

import type { JudgedAttempt } from '../../src/model/decision.ts';
import type { HistoryEntry, HomeDeck, HomeReport, UnitReport } from '../../src/model/report.ts';
import { plainStyle } from '../../src/terminal/in-words.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { shortIds } from '../../src/terminal/views/attempt-ids.ts';
import { renderHistory } from '../../src/terminal/views/history.ts';
import { renderHome } from '../../src/terminal/views/home.ts';
import { renderMap } from '../../src/terminal/views/map.ts';
import { marginsOf } from '../../src/terminal/views/map-graph.ts';
import { isPersonalBest } from '../../src/terminal/views/result.ts';
import { benchmarkBar, sparkline } from '../../src/terminal/views/sparkline.ts';
import { renderWhy } from '../../src/terminal/views/why.ts';
import { minutesOf } from '../../src/terminal/views/wording.ts';
import { allViews, day } from './all-views.ts';
import * as sample from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });
const views = allViews(sample);

function shown(name: string, width: number): string {
	return views[name]?.(style, width) ?? '';
}

describe('the lines of a map', () => {
	function graph(requires: readonly (readonly number[])[], unicode = true): string {
		const margins = marginsOf(requires, 12, createStyle({ colorLevel: 0, unicode })) ?? [];
		const rows = margins.flatMap(({ above, before, after, beside }, index) => [...above, `${before}o${after}${index + 1}`, beside]);
		return rows.map((row) => row.trimEnd()).join('\n');
	}

	it('are one line where each unit builds on the one before', () => {
		expect(graph([[], [0], [1]])).toMatchInlineSnapshot(`
			"o 1
			│
			│
			o 2
			│
			│
			o 3
			"
		`);
	});

	it('part, and meet again', () => {
		expect(graph([[], [0], [0], [1, 2], [3]])).toMatchInlineSnapshot(`
			"o   1
			│
			├─╮
			│ o 2
			│ │
			│ │
			o │ 3
			│ │
			├─╯
			o   4
			│
			│
			o   5
			"
		`);
	});

	it('come from several beginnings, and pass by what they do not concern', () => {
		expect(graph([[], [0], [0], [1], [2], [1, 4], [3, 5]])).toMatchInlineSnapshot(`
			"o     1
			│
			├─╮
			│ o   2
			│ │
			│ │
			o │   3
			│ │
			│ ├─╮
			│ │ o 4
			│ │ │
			│ │ │
			o │ │ 5
			│ │ │
			├─╯ │
			o   │ 6
			│   │
			├───╯
			o     7
			"
		`);
		expect(graph([[], [], [], [0, 2], [1]])).toMatchInlineSnapshot(`
			"o     1
			│
			│
			│ o   2
			│ │
			│ │
			│ │ o 3
			│ │ │
			├─│─╯
			o │   4
			  │
			  │
			  o   5
			"
		`);
	});

	it('are drawn in ASCII where the terminal has no more', () => {
		expect(graph([[], [0], [0], [1, 2]], false)).toMatchInlineSnapshot(`
			"o   1
			|
			+-+
			| o 2
			| |
			| |
			o | 3
			| |
			+-+
			o   4
			"
		`);
	});

	it('are left out where there is no room, or a unit builds on a later one', () => {
		const wide = [[], [], [], [], [], [], [], [0, 1, 2, 3, 4, 5, 6]];
		expect(marginsOf(wide, 12, style)).toBeUndefined();
		expect(marginsOf(wide, 14, style)).toHaveLength(8);
		expect(graph([[1], []])).toBe('o 1\n\n\no 2\n');
	});
});

describe('the map', () => {
	const [idea, snapshots, branches] = sample.map.units;
	const needs = (unit: UnitReport | undefined, id: string, ...requires: readonly string[]): UnitReport => {
		if (unit === undefined) throw new Error('the sample has no such unit');
		const { left: _left, ...rest } = unit;
		return { ...rest, unit: id, title: id, requires: requires.map((each) => ({ unit: each, title: each })) };
	};
	const tree = {
		...sample.map,
		units: [
			needs(idea, 'idea'),
			needs(snapshots, 'snapshots', 'idea'),
			needs(branches, 'branches', 'idea'),
			needs(branches, 'merges', 'snapshots', 'branches'),
			needs(snapshots, 'hooks'),
		],
	};

	it('reads well where units part and meet, at 40 columns too', () => {
		expect(renderMap(tree, style, 80)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			What Git stores, and why its commands do what they do.
			██░░░░░░░░ 1 of 5 units mastered

			✓   1  idea
			│      mastered · best 9 of 10 · 3 attempts · 12 of 40 questions fresh
			├─╮
			│ ▸ 2  snapshots
			│ │    open: needs 9 of 10 right, twice in a row · best 9 of 10 · 2 attempts
			│ │    1 of 2 in a row · 20 of 40 questions fresh
			│ │
			○ │ 3  branches
			│ │    closed · builds on 1
			│ │    needs 9 of 10 in “snapshots”; your best is 8 of 10, missed twice in
			│ │    “Trees and blobs”
			│ │      gradus learn git snapshots
			│ │    • Say what a commit object holds, and what it does not
			│ │    • Trace a path from a commit to a file's content
			├─╯
			○   4  merges
			       closed · builds on 2 and 3
			       needs 9 of 10 in “snapshots”; your best is 8 of 10, missed twice in
			       “Trees and blobs”
			         gradus learn git snapshots
			       • Say what a commit object holds, and what it does not
			       • Trace a path from a commit to a file's content

			▸   5  hooks
			       open: needs 9 of 10 right, twice in a row · best 9 of 10 · 2 attempts
			       1 of 2 in a row · 20 of 40 questions fresh · open from the start

			▸ go on with Commits are snapshots, question 4 of 10
			  gradus learn git"
		`);
		expect(renderMap(tree, style, 40)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			What Git stores, and why its commands do
			what they do.
			██░░░░░░░░ 1 of 5 units mastered

			✓   1  idea
			│      mastered · best 9 of 10
			│      3 attempts
			│      12 of 40 questions fresh
			├─╮
			│ ▸ 2  snapshots
			│ │    open: needs 9 of 10 right, twice
			│ │    in a row
			│ │    best 9 of 10 · 2 attempts
			│ │    1 of 2 in a row
			│ │    20 of 40 questions fresh
			│ │
			○ │ 3  branches
			│ │    closed · builds on 1
			│ │    needs 9 of 10 in “snapshots”;
			│ │    your best is 8 of 10, missed
			│ │    twice in “Trees and blobs”
			│ │      gradus learn git snapshots
			│ │    • Say what a commit object holds,
			│ │      and what it does not
			│ │    • Trace a path from a commit to a
			│ │      file's content
			├─╯
			○   4  merges
			       closed · builds on 2 and 3
			       needs 9 of 10 in “snapshots”;
			       your best is 8 of 10, missed
			       twice in “Trees and blobs”
			         gradus learn git snapshots
			       • Say what a commit object holds,
			         and what it does not
			       • Trace a path from a commit to a
			         file's content

			▸   5  hooks
			       open: needs 9 of 10 right, twice
			       in a row
			       best 9 of 10 · 2 attempts
			       1 of 2 in a row
			       20 of 40 questions fresh
			       open from the start

			▸ go on with Commits are snapshots,
			  question 4 of 10
			  gradus learn git"
		`);
	});

	it('says in words what the lines show, and draws nothing, where there is nothing to draw with', () => {
		const text = renderMap(tree, plainStyle, 80);
		expect(text).toContain('builds on 2 and 3');
		expect(text).toContain('open from the start');
		expect(text).not.toMatch(/[|#]|\+-|^-+$/mu);
	});

	it('gives the command that leads to each closed gate only where one can go there now', () => {
		const text = renderMap(tree, style, 80);
		expect(text).toContain('gradus learn git snapshots');
		const behind = needs(branches, 'later', 'merges');
		const blocker = { ...sample.blocker, unit: 'merges', open: false };
		const closed = { ...behind, standing: { ...sample.closed, gate: { open: false, blockers: [blocker] } as const } };
		expect(renderMap({ ...tree, units: [closed] }, style, 80)).not.toContain('gradus learn git merges');
	});
});

describe('home', () => {
	const deck = (id: string, title: string, over: Partial<HomeDeck>): HomeDeck => ({
		deck: id,
		title,
		units: 5,
		mastered: 1,
		used: true,
		next: { kind: 'continue', unit: 'u', unitTitle: 'The next unit' },
		...over,
	});
	const unbegun = { used: false, mastered: 0, next: { kind: 'start', unit: 'u', unitTitle: 'A first unit' } } as const;
	const complete = { mastered: 5, next: { kind: 'complete' } } as const;

	it('explains itself in three lines to somebody who has done nothing yet', () => {
		const report: HomeReport = { begun: false, left: [], decks: [deck('mastery', 'Mastery learning', { ...unbegun, summary: 'Why.' })] };
		expect(renderHome(report, style, 80)).toMatchInlineSnapshot(`
			"Gradus
			──────
			Read a section, then take its quiz: it says what it needs before it begins.
			Every miss shows why, and where that is explained; then comes a different quiz.
			Once you meet the benchmark the unit is yours for good, and the next one opens.

			Decks
			○ Mastery learning (5 units)
			  Why.
			  gradus learn mastery"
		`);
		expect(renderHome({ ...report, begun: true }, style, 80)).not.toContain('Every miss');
	});

	it('puts what was left half done first, with the very question and the command', () => {
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

	it('stays on one screen with thirty decks', () => {
		const decks = [
			...Array.from({ length: 10 }, (_, index) => deck(`used-${index}`, `A deck in use, number ${index}`, {})),
			...Array.from({ length: 10 }, (_, index) => deck(`new-${index}`, `A deck not begun, number ${index}`, unbegun)),
			...Array.from({ length: 10 }, (_, index) => deck(`done-${index}`, `A deck done, number ${index}`, complete)),
		];
		const text = renderHome({ begun: true, left: [sample.left, sample.left, sample.left, sample.left], decks }, style, 80);
		expect(text).toMatchInlineSnapshot(`
			"Gradus
			──────
			Left half done
			▸ Commits are snapshots: question 4 of 10
			  gradus learn git snapshots
			▸ Commits are snapshots: question 4 of 10
			  gradus learn git snapshots
			▸ Commits are snapshots: question 4 of 10
			  gradus learn git snapshots
			and 1 more, kept where you left them

			In progress
			A deck in use, number 0  ██░░░░░░░░  1 of 5 units mastered
			  go on to The next unit: gradus learn used-0
			A deck in use, number 1  ██░░░░░░░░  1 of 5 units mastered
			  go on to The next unit: gradus learn used-1
			A deck in use, number 2  ██░░░░░░░░  1 of 5 units mastered
			  go on to The next unit: gradus learn used-2
			A deck in use, number 3  ██░░░░░░░░  1 of 5 units mastered
			  go on to The next unit: gradus learn used-3

			Not begun yet
			○ A deck not begun, number 0 (5 units): gradus learn new-0
			○ A deck not begun, number 1 (5 units): gradus learn new-1
			○ A deck not begun, number 2 (5 units): gradus learn new-2

			✓ every unit mastered: A deck done, number 0, A deck done, number 1, A deck
			  done, number 2, A deck done, number 3 and 6 more

			13 more decks: gradus decks list"
		`);
		expect(text.split('\n').length).toBeLessThanOrEqual(30);
	});

	it('says no command where a menu follows, and whose record it is where that was said', () => {
		const text = renderHome(sample.home, style, 80, { menu: true, learner: 'ada' });
		expect(text).not.toContain('gradus learn');
		expect(text).toMatch(/^Gradus: ada\n/u);
	});

	it('leaves decks to the menu of which there is only a name to tell', () => {
		const decks = Array.from({ length: 12 }, (_, index) => deck(`new-${index}`, `A deck not begun, number ${index}`, unbegun));
		const text = renderHome({ begun: true, left: [], decks: [deck('used', 'A deck in use', {}), ...decks] }, style, 80, { menu: true });
		expect(text).toMatchInlineSnapshot(`
			"Gradus
			──────
			In progress
			A deck in use  ██░░░░░░░░  1 of 5 units mastered"
		`);
		const [first] = decks;
		if (first === undefined) throw new Error('no deck');
		const alone: HomeReport = { begun: false, left: [], decks: [{ ...first, summary: 'What it is about.' }] };
		expect(renderHome(alone, style, 80, { menu: true })).toContain('What it is about.');
	});

	it('tells every printed command how to find the record again', () => {
		const empty: HomeReport = { begun: false, left: [], decks: [] };
		expect(renderHome(empty, style, 80, { route: ['--learner', 'ada'] })).toContain('gradus learn --learner ada <folder>');
	});
});

describe('a row of bars', () => {
	const judged = (right: number, need: number, asked = 10): JudgedAttempt => ({
		...sample.first,
		judgement: { ...sample.notYet, right, need, asked, qualifies: right >= need },
	});

	it('reaches the benchmark exactly when the attempt does', () => {
		for (let asked = 1; asked <= 40; asked += 1) {
			for (let need = 1; need <= asked; need += 1) {
				const bars = '▁▂▃▄▅▆▇█';
				const mark = bars.indexOf(benchmarkBar({ right: need, asked }, style));
				for (let right = 0; right <= asked; right += 1) {
					const height = bars.indexOf(sparkline([judged(right, need, asked)], style));
					expect(height >= Math.min(mark, 6), `${right} of ${asked}, ${need} needed`).toBe(right >= need);
					expect(height === 7).toBe(right === asked);
				}
			}
		}
	});

	it('grows with the share right', () => {
		expect(
			sparkline(
				[0, 2, 3, 5, 6, 8, 9, 10].map((right) => judged(right, 9)),
				style,
			),
		).toBe('▁▂▃▄▅▆▇█');
		expect(
			sparkline(
				[0, 5, 9, 10].map((right) => judged(right, 9)),
				createStyle({ colorLevel: 0, unicode: false }),
			),
		).toBe('_-*#');
	});
});

describe('attempts before those that are told one by one', () => {
	const [first] = sample.mastered.judged;
	if (first === undefined) throw new Error('no attempt');
	const best = { ...first, judgement: { ...first.judgement, right: 10 } };
	const standing = { judged: [first, best], earlier: { count: 40, notYets: 39, best: { right: 9, asked: 10 } } };

	it('are counted on the map', () => {
		const [unit] = sample.map.units;
		if (unit === undefined) throw new Error('no unit');
		const map = { ...sample.map, units: [{ ...unit, standing: { ...sample.mastered, ...standing } }] };
		expect(renderMap(map, style, 80)).toContain('42 attempts');
	});

	it('may hold the best', () => {
		expect(isPersonalBest(standing)).toBe(true);
		expect(isPersonalBest({ ...standing, earlier: { ...standing.earlier, best: { right: 10, asked: 10 } } })).toBe(false);
	});

	it('are counted, and reached by a command, in a derivation', () => {
		const text = renderWhy({ ...sample.why, attemptsInAll: 100 }, style, 80, day, '--learner ada git');
		expect(text).toContain('94 earlier: gradus history --learner ada git --all');
		expect(renderWhy(sample.why, style, 80, day)).not.toContain('earlier');
	});
});

describe('history', () => {
	const { judged: _judged, ...bare } = sample.history.entries[0] ?? ({} as HistoryEntry);
	const entry = (number: number): HistoryEntry => ({
		...bare,
		attempt: `0198c0d${number.toString(16).padStart(2, '0')}e-0000-7000`,
		judged: sample.first,
	});

	it('shows the latest attempts of a unit, and says how to see the others', () => {
		const entries = Array.from({ length: 20 }, (_, index) => entry(index));
		const report = { ...sample.history, entries, units: sample.history.units.map((unit) => ({ ...unit, attempts: 20 })) };
		const text = renderHistory(report, style, 80, day, { here: ['git'], route: ['--learner', 'ada'] });
		expect(text).toContain('  8 earlier\n');
		expect(text).toContain('All attempts: gradus history git --all');
		expect(text).toContain('gradus show --learner ada 0198c0d13');
		expect(text.match(/7 of 10/gu)).toHaveLength(12);
		const all = renderHistory(report, style, 80, day, { all: true });
		expect(all.match(/7 of 10/gu)).toHaveLength(20);
		expect(all).not.toContain('earlier');
	});

	it('fits 40 columns', () => {
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

	it('says in words alone how it went, where there is nothing to draw with', () => {
		const text = renderHistory(sample.history, plainStyle, 80, day);
		expect(text).toContain('needed 9 of 10');
		expect(text).not.toMatch(/^ {2}[_.,=*#-]+ /mu);
	});
});

describe('a short id', () => {
	it('is as short as tells it from the others', () => {
		const ids = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000012', '0199ffff-0000-7000-8000-000000000001'];
		expect([...shortIds(ids).values()]).toEqual([ids[0]?.slice(0, 35), ids[1]?.slice(0, 35), '0199ffff']);
		expect([...shortIds(['a1', 'a1', 'a12']).values()]).toEqual(['a1', 'a12']);
	});
});

describe('minutes', () => {
	it.each([
		[0, 'under 1 min'],
		[29_999, 'under 1 min'],
		[30_000, '1 min'],
		[59 * 60_000, '59 min'],
		[60 * 60_000, '1 h'],
		[125 * 60_000, '2 h 5 min'],
	])('of %i milliseconds are %s', (milliseconds, text) => {
		expect(minutesOf(milliseconds)).toBe(text);
	});
});

describe('why', () => {
	const attempt = sample.why.attempts[0];
	if (attempt === undefined) throw new Error('the sample has no attempt');
	const lowered = {
		...sample.why,
		standing: {
			...sample.tried,
			state: 'open',
			need: { ...sample.once, right: 7 },
			best: { right: 7, asked: 10 },
			streak: 0,
			judged: [sample.first],
			bestLacked: sample.notYet.shortfalls,
		} as const,
		attempts: [attempt],
	};

	it('tells which rule an attempt was held to, where it was another', () => {
		const text = renderWhy(lowered, style, 80, day).replace(/\s+/gu, ' ');
		expect(text).toContain(
			'The rule was then: 9 of 10 right, twice in a row, and at least 1 right in each section that is asked twice or more.',
		);
		expect(text).toContain('your best is 7 of 10, when 9 were needed');
		const same = renderWhy({ ...lowered, standing: { ...lowered.standing, need: sample.need } }, style, 80, day);
		expect(same).not.toContain('The rule was then');
	});

	it('tells what had no answer, of an attempt that was ended', () => {
		const shortfalls = [...sample.notYet.shortfalls, { kind: 'unfinished', answered: 4, asked: 10 } as const];
		const judged = { ...sample.first, judgement: { ...sample.notYet, shortfalls } };
		const text = renderWhy({ ...lowered, attempts: [{ ...attempt, outcome: 'ended', answered: 4, judged }] }, style, 80, day);
		expect(text).toContain('not yet, ended after 4');
		expect(text.replace(/\s+/gu, ' ')).toContain('6 questions of 10 had no answer.');
	});
});

describe('an attempt, looked at again', () => {
	const ended = shown('an attempt that was ended', 80);

	it('begins with how it went', () => {
		expect(ended.split('\n\n\u2500')[0]).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			Git from the inside · quiz · 2026-11-01 09:30 · 12 min · a4b2c1d0
			✗ not yet: 1 of 6 right, 9 needed
			“Trees and blobs”: 0 of 2 right, at least 1 needed.
			2 questions of 6 had no answer.
			The deck has changed since. Everything here is as it was asked.

			✗ ✓ ✗ ✗ ○   ○
			✓ 1 right   ✗ 3 missed   ○ 2 not answered"
		`);
	});

	it('shows of each question what was asked, chosen, right, and why, whatever the verdict', () => {
		const [, missed = '', right = '', gaps = '', pairs = ''] = ended.split(/^Question \d of 6$/mu);
		expect(missed.split('\n\n').slice(0, 3).join('\n\n')).toMatchInlineSnapshot(`
			"
			What a commit stores · new

			What does a commit object *point* at?

			▸ The lines that changed since its parent
			  The tree of the whole project at that moment
			  A copy of the \`index\` file
			  The branch it was made on"
		`);
		for (const each of [missed, right, gaps, pairs]) {
			expect(each).toContain('A commit names one tree, its parents, an author, a committer and a message.');
			expect(each).toContain('gradus read git snapshots#commits');
		}
		expect(missed).toContain('Right is  The tree of the whole project at that moment');
		expect(right).toContain('\u25b8 The tree of the whole project at that moment');
		expect(gaps).toContain('A commit names one [1 tree], and its [2 children].');
		expect(pairs).toContain('blob \u2192 ');
		expect(ended).toMatch(/1 question of it was never shown, and stays unseen\.$/u);
	});

	it('tells no key of what was not answered, and nothing of what was not shown', () => {
		const text = shown('an attempt that is open', 40);
		const [, unanswered = ''] = text.split('Question 5 of 6');
		expect(unanswered).toMatchInlineSnapshot(`
			"
			Trees and blobs · asked before

			A tree holds names.

			○ not answered

			It waits for you where you left it. Go
			on with:
			  gradus learn git snapshots"
		`);
		expect(text).not.toContain('Question 6');
	});
});

describe('what was marked', () => {
	it('is listed with the place where it is explained', () => {
		expect(shown('bookmarks', 80)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			Git from the inside

			✦ What does a commit object *point* at?
			  2026-11-02 09:30
			  Explained in What a commit stores: gradus read git snapshots#commits
			  Asked as question 1: gradus show a4b2c1d0

			✦ A commit names one [1 ______].
			  2026-11-02 09:30 · changed in the deck since
			  Explained in What a commit stores: gradus read git snapshots#commits
			  Asked as question 3: gradus show a4b2c1d0

			truth
			─────
			logic

			✦ What does a commit object *point* at?
			  2026-11-02 09:30 · its deck is not at hand
			  Asked as question 1: gradus show a4b2c1d0"
		`);
	});

	it('is told to its author with all that is needed', () => {
		expect(shown('disputes', 80)).toMatchInlineSnapshot(`
			"git snapshots points-at
			───────────────────────
			What does a commit object *point* at?

			Answered  The lines that changed since its parent
			Counted   not yet
			Key       The tree of the whole project at that moment
			Note      Both hold,
			          see the manual.
			  the same in the deck now · 2026-11-02 09:30 · attempt a4b2c1d0, question 1
			  fingerprint 300be678ffa9

			git snapshots drawn-anew
			────────────────────────
			What does a commit object *point* at?

			Answered  not yet, when it was disputed
			Note      none
			  no longer in the deck · drawn with v = 12, unit = metre · 2026-11-02 09:30
			  attempt a4b2c1d0, question 1 · fingerprint 300be678ffa9

			Whole, to send to an author: gradus disputes --json"
		`);
	});
});

describe('learners', () => {
	it('are listed, the one who looks marked in words too', () => {
		expect(shown('learners', 40)).toMatchInlineSnapshot(`
			"▸ ada (you, now)
			  12 attempts
			  last used 2026-11-05 09:30
			○ me
			  1 attempt · last used 2026-11-02 09:30

			Somebody else learns under a name of
			their own:
			  gradus learn --learner <name>"
		`);
	});
});
