import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { authorReportOf } from '../../src/authoring/report.ts';
import type { AuthorReport } from '../../src/model/author-report.ts';
import { openExample } from './example-folder.ts';

const deck = 'deck: git\ntitle: Git from the inside\nunits: [a.yaml, b.yaml]\n';

const unit = `unit: a
title: First
draw: 4
benchmark: 75%
sections:
  - {id: commits, title: Commits, objective: Say what a commit holds, text: One tree.}
  - {id: trees, title: Trees, objective: Trace a path, text: Names and blobs.}
  - {id: tags, title: Tags, objective: Name a commit, text: Tags are names.}
questions:
  - {id: c1, section: commits, stem: Which one?, answer: red, distractors: [{text: tan, feedback: Not quite.}, {text: sky, feedback: No.}], explanation: So.}
  - {id: c2, section: commits, stem: Which other?, answer: a long violet shade, distractors: [tan, {text: sky, feedback: No.}], explanation: So., hints: Think.}
  - {id: c3, section: commits, type: true-false, stem: Is it?, answer: true, explanation: So., group: twins}
  - {id: c4, section: commits, type: true-false, stem: Is it so?, answer: false, explanation: So., group: twins}
  - {id: t1, section: trees, type: text, stem: Who?, answer: me, explanation: So.}
  - {id: t2, section: trees, type: number, stem: How many?, answer: 3, explanation: So.}
`;

function reportOf(files: Readonly<Record<string, string>>): AuthorReport {
	const { checked } = checkDeck(openExample({ files: { 'deck.yaml': deck, ...files }, shown: [] }));
	if (checked === undefined) throw new Error('the deck has no sound part');
	return authorReportOf(checked);
}

const report = reportOf({ 'a.yaml': unit, 'b.yaml': unit.replace('unit: a', 'unit: b').replace('answer: 3', 'answer: three') });
const [first] = report.units;

describe('the report for an author', () => {
	it('counts the units that have faults and leaves them out', () => {
		expect(report).toMatchObject({ deck: 'git', title: 'Git from the inside', leftOut: 1 });
		expect(report.units.map((each) => each.unit)).toEqual(['a']);
	});

	it('counts questions by section and type, twins once in the pool', () => {
		expect(first).toMatchObject({
			questions: 6,
			pool: 5,
			draw: 4,
			need: { asked: 4, right: 3 },
			types: [
				{ type: 'choice', questions: 2 },
				{ type: 'true-false', questions: 2 },
				{ type: 'text', questions: 1 },
				{ type: 'number', questions: 1 },
			],
		});
		expect(first?.sections).toEqual([
			{
				section: 'commits',
				title: 'Commits',
				objective: 'Say what a commit holds',
				questions: 4,
				pool: 3,
				types: [
					{ type: 'choice', questions: 2 },
					{ type: 'true-false', questions: 2 },
				],
				asked: { least: 2, most: 2 },
				short: false,
				freshRetries: 0,
				scarce: true,
			},
			{
				section: 'trees',
				title: 'Trees',
				objective: 'Trace a path',
				questions: 2,
				pool: 2,
				types: [
					{ type: 'text', questions: 1 },
					{ type: 'number', questions: 1 },
				],
				asked: { least: 2, most: 2 },
				short: false,
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
		]);
	});

	it('calls scarce what has fewer than two fresh retries', () => {
		const questions = ['commits', 'trees'].flatMap((section, index) =>
			Array.from(
				{ length: 3 - index },
				(_, each) =>
					`  - {id: ${section}-${each}, section: ${section}, type: number, stem: ${each} + 1?, answer: ${each + 1}, explanation: So.}\n`,
			),
		);
		const head = unit
			.replace('draw: 4', 'draw: 2')
			.replace(/ {2}- \{id: tags[^\n]*\n/u, '')
			.replace(/(?<=questions:\n)[\s\S]*/u, '');
		const [small] = reportOf({ 'a.yaml': head + questions.join('') }).units;
		expect(small?.sections.map(({ freshRetries, scarce }) => ({ freshRetries, scarce }))).toEqual([
			{ freshRetries: 2, scarce: false },
			{ freshRetries: 1, scarce: true },
		]);
		expect(small).toMatchObject({ freshRetries: 1, scarce: true });
	});

	it('counts feedback where every distractor has it, among questions with distractors, and hints among all', () => {
		expect(first).toMatchObject({ feedback: { count: 1, of: 2 }, hints: { count: 1, of: 6 } });
	});

	it('holds the luck of the luckiest form', () => {
		// A true-false and a choice of three, beside two that must be typed: three of four are out of reach.
		expect(first?.luck.blind).toEqual({ once: 0, withinFive: 0 });
		expect(first?.luck.learners.map(({ percent }) => percent)).toEqual([60, 70, 80, 90, 95]);
		expect(first?.luck.learners[0]?.once).toBeCloseTo(0.4752, 10);
	});

	it('sets a guesser who plays the cues beside one who does not', () => {
		// Of `commits`, a form asks two: the twins, either of which may come up first, with a chance of 5/6, and each of the others with 7/12.
		const [twins, alone] = [5 / 6, 7 / 12];
		expect(first?.testWise.chance).toBeCloseTo((twins / 2 + alone / 3 + alone / 3) / 4, 12);
		expect(first?.testWise.share).toBeCloseTo((twins / 2 + alone / 3 + alone) / 4, 12);
		expect(first?.testWise.passes).toEqual({ once: 0, withinFive: 0 });
	});

	it('is plain data, the same after a round through JSON', () => {
		expect(JSON.parse(JSON.stringify(report))).toEqual(report);
	});
});
