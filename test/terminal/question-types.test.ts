import { describe, expect, it } from 'vitest';

import { withGaps } from '../../src/terminal/gaps.ts';
import { wrap } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { renderAnswer, renderAnswered } from '../../src/terminal/views/answer.ts';
import { renderFeedback } from '../../src/terminal/views/feedback.ts';
import { renderAskAgain, renderQuestion } from '../../src/terminal/views/question.ts';
import * as sample from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });
const ascii = createStyle({ colorLevel: 0, unicode: false });

describe('gaps', () => {
	it('stand numbered in the text and in its code', () => {
		expect(renderQuestion(sample.where, sample.cloze.presentation, style, 40).split('\n').slice(6)).toMatchInlineSnapshot(`
			[
			  "A commit names one [1 ______], and its",
			  "[2 ______].",
			  "",
			  "  │ const tree = '[3 ______]';",
			]
		`);
	});

	it('are filled with the answer where it was given', () => {
		expect(renderAnswered(sample.cloze, style, 79).split('\n').slice(4)).toMatchInlineSnapshot(`
			[
			  "A commit names one [1 tree], and its [2 children].",
			  "",
			  "  │ const tree = '[3 a1b2]';",
			]
		`);
	});

	it('are told one by one: sign, what was typed, what is right', () => {
		expect(renderFeedback({ ...sample.cloze, explanation: '', reread: [] }, style, 79)).toMatchInlineSnapshot(`
			"✗ not yet, though partly right

			  ✓ 1  tree
			  ✗ 2  children
			       right is  parents
			  ✓ 3  a1b2
			       accepted as “a1b2e”: mind the spelling

			  Source: Pro Git, 10.2"
		`);
	});

	it('say of a right answer which of them was written otherwise', () => {
		const verdict = { kind: 'right', blanks: [{ blank: 'before', as: 'parents', despite: 'typos' }] } as const;
		expect(renderFeedback({ ...sample.cloze, verdict }, style, 79)).toMatchInlineSnapshot(`
			"✓ right
			  Gap 2: accepted as “parents”: mind the spelling."
		`);
	});

	it('are named by number where they were left empty', () => {
		expect(renderAskAgain({ kind: 'empty', blanks: [1, 3, 4] }, style, 79)).toBe(
			'The gaps 1, 3 and 4 are still empty. Nothing is recorded; please fill them.',
		);
	});

	it('leave escaped braces alone, and characters that a deck has already', () => {
		const gaps = [{ text: '[1 x]', paint: (text: string) => text }];
		const { lines, places } = withGaps(['\ue000 \\{{1}} {{1}}'], gaps, ([text = '']) => wrap(text, 40));
		expect(lines).toEqual(['\ue000 {{1}} [1 x]']);
		expect(places).toEqual([{ line: 0, column: 8 }]);
	});

	it('are cut by the layout without losing a column', () => {
		const gaps = [{ text: '[1 abcdefgh]', paint: (text: string) => text }];
		expect(withGaps(['{{1}}'], gaps, ([text = '']) => wrap(text, 5)).lines).toEqual(['[1 ab', 'cdefg', 'h]']);
	});
});

describe('an order', () => {
	it('shows the first step that is off, and the right order', () => {
		expect(renderFeedback({ ...sample.order, explanation: '', reread: [] }, style, 79)).toMatchInlineSnapshot(`
			"✗ not yet, though partly right

			  The first step that is off is 2: there you have “Commit it”.

			  The right order is
			  ✓ 1  Write the file
			  ✗ 2  Stage it with \`git add\`
			    3  Commit it

			  Source: Pro Git, 10.2"
		`);
		expect(renderAnswer(sample.order.answer, ascii, 40)).toMatchInlineSnapshot(`
			"> 1  Write the file
			  2  Commit it
			  3  Stage it with \`git add\`"
		`);
	});

	it('is not called partly right when its first step is off', () => {
		const verdict = { kind: 'missed', partly: { of: 'items', firstOff: 0 } } as const;
		expect(renderFeedback({ ...sample.order, verdict }, style, 79).split('\n')[0]).toBe('✗ not yet');
	});

	it('says which way it goes', () => {
		expect(renderQuestion(sample.where, sample.order.presentation, style, 79)).toContain('Put these in order, the first on top.');
	});
});

describe('pairs', () => {
	it('show each with its sign, what is right, and the words to a distractor', () => {
		expect(renderFeedback({ ...sample.match, explanation: '', reread: [] }, style, 60)).toMatchInlineSnapshot(`
			"✗ not yet, though partly right

			  ✗ commit → A branch
			      A branch points at a commit, and is no object.
			      right is  One tree, its parents, an author
			  ✓ tree → Names, modes and ids
			  ✗ blob → One tree, its parents, an author
			      right is  The content of a file

			  Source: Pro Git, 10.2"
		`);
		expect(renderAnswer(sample.match.answer, ascii, 40)).toMatchInlineSnapshot(`
			"> commit -> A branch
			  tree -> Names, modes and ids
			  blob -> One tree, its parents, an
			  author"
		`);
	});

	it('are shown whole to somebody who did not know', () => {
		const unknown = { ...sample.match, answer: { type: 'dont-know' }, verdict: { kind: 'dont-know' }, chosenFeedback: [] } as const;
		expect(renderFeedback({ ...unknown, explanation: '', reread: [] }, style, 60)).toMatchInlineSnapshot(`
			"✗ not yet: good to know what to look at

			  Right are
			  • commit → One tree, its parents, an author
			  • tree → Names, modes and ids
			  • blob → The content of a file

			  Source: Pro Git, 10.2"
		`);
	});

	it('say how many right sides are left over', () => {
		const ask = (rights: readonly string[]) =>
			renderQuestion(sample.where, { type: 'match', stem: 'Pair.', lefts: ['a', 'b'], rights }, style, 79)
				.split('\n')
				.at(-1);
		expect(ask(['1', '2'])).toBe('Pair each line with what belongs to it.');
		expect(ask(['1', '2', '3'])).toBe('Pair each line with what belongs to it. One is left over.');
		expect(ask(['1', '2', '3', '4'])).toBe('Pair each line with what belongs to it. 2 are left over.');
	});
});

describe('all that apply', () => {
	it('is not called partly right when nothing of it is', () => {
		const view = {
			...sample.missed,
			answer: { type: 'multiple', chosen: ['wrong'] },
			key: ['right'],
			verdict: { kind: 'missed', partly: { of: 'options', right: [], left: ['right'], wrong: ['wrong'] } },
		} as const;
		expect(renderFeedback(view, style, 79).split('\n')[0]).toBe('✗ not yet');
	});
});
