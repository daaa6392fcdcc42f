import { describe, expect, it } from 'vitest';

import type { AuthorReport, AuthorUnit } from '../../src/model/author-report.ts';
import { widthOf } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { chanceText, renderAuthorReport } from '../../src/terminal/views/author-report.ts';

const style = createStyle({ colorLevel: 0, unicode: true });

const snapshots: AuthorUnit = {
	unit: 'snapshots',
	title: 'Commits are snapshots',
	need: { asked: 10, right: 9, rule: { benchmark: 9_000, passes: 2, floor: 0 } },
	draw: 10,
	questions: 32,
	pool: 31,
	types: [
		{ type: 'choice', questions: 30 },
		{ type: 'true-false', questions: 2 },
	],
	sections: [
		{
			section: 'commits',
			title: 'What a commit stores',
			objective: 'Say what a `commit` object holds, and what it does not',
			questions: 25,
			pool: 24,
			types: [{ type: 'choice', questions: 25 }],
			asked: { least: 6, most: 7 },
			short: false,
			freshRetries: 2,
			scarce: false,
		},
		{
			section: 'trees',
			title: 'Trees and blobs',
			objective: 'Trace a path',
			questions: 3,
			pool: 3,
			types: [{ type: 'choice', questions: 3 }],
			asked: { least: 3, most: 3 },
			short: true,
			freshRetries: 0,
			scarce: true,
		},
		{
			section: 'tags',
			title: 'Tags',
			objective: 'Name a commit',
			questions: 0,
			pool: 0,
			types: [],
			asked: { least: 0, most: 0 },
			short: true,
			scarce: true,
		},
	],
	freshRetries: 0,
	scarce: true,
	luck: {
		blind: { once: 8.8e-10, withinFive: 3.5e-9 },
		learners: [
			{ percent: 60, once: 0.002_15, withinFive: 0.008 },
			{ percent: 95, once: 0.8355, withinFive: 0.999_96 },
		],
	},
	feedback: { count: 12, of: 30 },
	hints: { count: 0, of: 32 },
	testWise: { share: 0.41, chance: 0.265, passes: { once: 0.001, withinFive: 0.004 }, chancePasses: { once: 1e-9, withinFive: 4e-9 } },
};

const report: AuthorReport = { deck: 'git', title: 'Git from the inside', units: [snapshots], leftOut: 2 };

describe('the report for an author', () => {
	it('shows a unit at 80 columns', () => {
		expect(renderAuthorReport(report, style, 80)).toMatchInlineSnapshot(`
			"Git from the inside
			───────────────────
			2 units left out: there are mistakes to mend first.

			1  Commits are snapshots
			  Needed: 9 of 10 right, twice in a row.
			  Questions: 32 (30 choice and 2 true-false), 31 where a group counts as one.
			  Fresh retries: none: the second form repeats questions.
			  Feedback: every question has an explanation; 12 of 30 questions with
			            distractors have words of their own for each; 0 of 32 have hints.

			  Sections
			  • What a commit stores
			    Say what a \`commit\` object holds, and what it does not
			    25 questions (25 choice) · 24 where a group counts as one · 6 or 7 in a form
			    2 fresh retries
			  • Trees and blobs
			    Trace a path
			    3 questions (3 choice) · 3 in a form · fewer than its share · no fresh retry
			  • Tags
			    Name a commit
			    no questions

			  Chance of mastery, with nothing learnt between tries
			  Who           │   2 tries │  within 5
			  ──────────────┼───────────┼──────────
			  lucky guesser │ < 0.001 % │ < 0.001 %
			  knowing 60 %  │    0.21 % │     0.8 %
			  knowing 95 %  │      84 % │ > 99.99 %

			  What questions give away, to somebody who knows nothing
			  How          │ right │   2 tries │  within 5
			  ─────────────┼───────┼───────────┼──────────
			  guessing     │  27 % │ < 0.001 % │ < 0.001 %
			  playing cues │  41 % │     0.1 % │     0.4 %"
		`);
	});

	it('says that forms are smaller than they should be', () => {
		const small = { ...snapshots, draw: 12 };
		expect(renderAuthorReport({ ...report, units: [small] }, style, 80)).toMatch(/A form should ask 12,\s+and there are only 10\./u);
	});

	it('fits 80, 40 and 20 columns', () => {
		for (const width of [80, 40, 20]) {
			for (const line of renderAuthorReport(report, style, width).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
		}
	});

	it('is ASCII where the terminal is', () => {
		expect(renderAuthorReport(report, createStyle({ colorLevel: 0, unicode: false }), 60)).toMatch(/^[\n -~]+$/);
	});

	it('says the same with and without colours', () => {
		const letters = (text: string) => text.replace(/\x1b\[[\d;]+m/g, '').replace(/[\s*_`~]/g, '');
		const coloured = renderAuthorReport(report, createStyle({ colorLevel: 3, unicode: true }), 80);
		expect(coloured).not.toBe(renderAuthorReport(report, style, 80));
		expect(letters(coloured)).toBe(letters(renderAuthorReport(report, style, 80)));
	});

	it('points out what is scarce, whatever the numbers', () => {
		const coloured = createStyle({ colorLevel: 1, unicode: true });
		const withRetries = (scarce: boolean) =>
			renderAuthorReport({ ...report, units: [{ ...snapshots, freshRetries: 7, scarce }], leftOut: 0 }, coloured, 80);
		expect(withRetries(true)).toContain(coloured.warning('7.'));
		expect(withRetries(false)).not.toContain(coloured.warning('7.'));
	});

	it('lets nothing of a deck reach the terminal raw', () => {
		const hostile = 'A \x1b[31m title\n\u202e reversed';
		const sections = snapshots.sections.map((section) => ({ ...section, title: hostile, objective: hostile }));
		const shown = renderAuthorReport({ ...report, title: hostile, units: [{ ...snapshots, title: hostile, sections }] }, style, 80);
		expect(shown).not.toMatch(/[\x1b\u202e]/u);
	});
});

describe('a chance in a table', () => {
	it.each([
		{ chance: 0, text: '0 %' },
		{ chance: 0.000_001, text: '< 0.001 %' },
		{ chance: 0.0464, text: '4.6 %' },
		{ chance: 0.1673, text: '17 %' },
		{ chance: 0.9942, text: '99.4 %' },
		{ chance: 0.999_99, text: '> 99.99 %' },
		{ chance: 1, text: '100 %' },
	])('of $chance is $text', ({ chance, text }) => {
		expect(chanceText(chance)).toBe(text);
	});
});
