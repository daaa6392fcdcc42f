import { readdirSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { grade } from '../../src/engine/grade.ts';
import type { Answer } from '../../src/model/attempt.ts';
import type { Question } from '../../src/model/deck.ts';
import { fixtureFolder, fixtures } from '../deck/deck-fixture.ts';
import { openExample } from './example-folder.ts';
import { checkFiles, deckHead, told } from './told.ts';

const head = `unit: u
title: Unit
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
questions:
  - {id: q, section: s, stem: Which?, explanation: Because., `;

const files = (parts: string) => ({ 'deck.yaml': deckHead, 'unit.yaml': `${head}${parts}}\n` });

/** What is said of one question. */
function saidOf(parts: string): readonly string[] {
	const { diagnostics } = checkFiles(files(parts));
	return diagnostics.filter(({ code }) => code === 'misgraded-key').map(({ message }) => message);
}

/** Each answer that can be picked, where it is graded otherwise than its options are marked. */
function misgraded(question: Question): readonly string[] {
	return answersTo(question).flatMap(({ answer, right }) => {
		const grading = grade(question, answer);
		return grading.gradable && (grading.verdict.kind === 'right') === right ? [] : [`${question.id}: ${JSON.stringify(answer)}`];
	});
}

/** Every option; for `multiple` all keys, and also each key left out and each distractor added. */
function answersTo(question: Question): readonly { readonly answer: Answer; readonly right: boolean }[] {
	switch (question.type) {
		case 'choice':
			return question.options.map(({ text, right }) => ({ answer: { type: 'choice', chosen: text }, right }));
		case 'multiple': {
			const texts = (right: boolean) => question.options.filter((option) => option.right === right).map(({ text }) => text);
			const [keys, distractors] = [texts(true), texts(false)];
			const leftOut = keys.length < 2 ? [] : keys.map((key) => keys.filter((other) => other !== key));
			const wrong = [...leftOut, ...distractors.flatMap((one) => [[one], [...keys, one]])];
			return [keys, ...wrong].map((chosen) => ({ answer: { type: 'multiple', chosen }, right: chosen === keys }));
		}
		case 'true-false':
			return [true, false].map((chosen) => ({ answer: { type: 'true-false', chosen }, right: chosen === question.key }));
		case 'order': {
			const { items } = question;
			const swaps = items.slice(1).map((item, index) => items.with(index, item).with(index + 1, items[index] ?? ''));
			return [items, ...swaps].map((arranged) => ({ answer: { type: 'order', arranged }, right: arranged === items }));
		}
		case 'match': {
			const { pairs, distractors } = question;
			const others = [...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)];
			const wrong = pairs.flatMap(({ left, right }, index) =>
				others.filter((other) => other !== right).map((other) => pairs.with(index, { left, right: other })),
			);
			return [pairs, ...wrong].map((paired) => ({ answer: { type: 'match', paired }, right: paired === pairs }));
		}
		case 'text':
		case 'number':
		case 'cloze':
			return [];
	}
}

describe('options', () => {
	it('are graded as they are marked, whatever options the reading lets pass', () => {
		const option = fc.string({ unit: 'binary', maxLength: 5 }).map((text) => JSON.stringify(text));
		const lists = fc.tuple(fc.array(option, { minLength: 1, maxLength: 4 }), fc.array(option, { minLength: 1, maxLength: 4 }));
		let passed = 0;
		fc.assert(
			fc.property(lists, fc.boolean(), ([answers, distractors], truth) => {
				for (const parts of [
					`type: multiple, answers: [${answers}], distractors: [${distractors}]`,
					`type: multiple, answers: [${answers}], options: [${[...distractors, ...answers]}]`,
					`answer: ${answers[0]}, distractors: [${distractors}]`,
					`answer: ${answers[0]}, options: [${[...distractors, ...answers]}]`,
					`type: true-false, answer: ${truth}`,
					`type: order, items: [${[...answers, ...distractors]}]`,
					`type: match, pairs: [[${answers[0]}, a], [b, ${distractors[0]}]], distractors: [${answers}]`,
				]) {
					const questions = loadDeck(openExample({ files: files(parts), shown: [] })).deck?.units.flatMap((unit) => unit.questions) ?? [];
					passed += questions.length;
					expect(questions.flatMap(misgraded)).toEqual([]);
				}
			}),
			{ seed: 20_261_122, numRuns: 300 },
		);
		expect(passed).toBeGreaterThan(300);
	});
});

describe('the rule misgraded-key', () => {
	it('is silent on the sound fixtures', () => {
		const ok = path.join(fixtures, 'ok');
		const folders = readdirSync(ok)
			.filter((name) => !name.endsWith('.out'))
			.map((name) => fixtureFolder(path.join(ok, name)));
		expect(folders.flatMap((folder) => told(checkDeck(openDeckFolder(folder)), 'misgraded-key'))).toEqual([]);
	});

	it.each([
		[
			'a number of more digits than are kept',
			'type: number, answer: 18446744073709551616',
			'`18446744073709551617`, which is no answer, would count as right',
		],
		[
			'a tolerance of nothing',
			'type: number, answer: 0.30000000000000004, tolerance: 0',
			'`0.30000000000000005`, which is no answer, would count as right',
		],
		[
			'a unit of digits',
			'type: number, answer: "1 000 000", unit: "000"',
			'With the unit `000`, the answer `1 000 000` is not read as itself',
		],
		['an answer that cannot be seen', 'type: text, answer: "\\u3164"', '`\u3164`, which is an answer, would count as nothing typed'],
		[
			'an answer that cannot be typed',
			`type: text, answer: ${'a'.repeat(2_001)}`,
			`\`${'a'.repeat(59)}…\`, which is an answer, is longer than the 2,000 characters that are read`,
		],
		[
			'typos as long as the answer',
			'type: text, answer: [long enough, x], match: {typos: 1}',
			'Nonsense such as `z` or `7` would count as right',
		],
		[
			'a blank that cannot be seen',
			'type: cloze, code: "{{a}} {{b}}", blanks: {a: x, b: [y, "\\u3164"]}',
			'`\u3164`, which is an answer, would count as nothing typed',
		],
		[
			'typos as long as a blank',
			'type: cloze, code: "{{a}} {{b}}", blanks: {a: long enough, b: x}, match: {typos: 1}',
			'Nonsense such as `z` or `7` would count as right',
		],
		['a pattern of anything', 'type: text, answer: abc, pattern: ".{3}"', 'Nonsense such as `zzz` or `777` would count as right'],
	])('tells of %s', (_, parts, message) => {
		expect(saidOf(parts)).toEqual([message]);
	});

	it.each([
		['a number of 15 digits', 'type: number, answer: 3.14159265358979'],
		['a long number with a tolerance', 'type: number, answer: 3.14159265358979323846, tolerance: 0.001'],
		['a unit that begins with a digit', 'type: number, answer: 5, unit: 1/s'],
		['a power of ten as a unit', 'type: number, answer: 5, unit: ×10³ kg'],
		['a fraction', 'type: number, answer: 1/3'],
		['a pattern of any word', 'type: text, answer: abc, pattern: "[a-z_]+"'],
		['typos: auto', 'type: text, answer: ls, match: {typos: auto}'],
	])('is silent on %s', (_, parts) => {
		expect(saidOf(parts)).toEqual([]);
	});
});

describe('the rule typos-reach-other-answer', () => {
	const two = (first: string, second: string) =>
		told(
			checkFiles({
				'deck.yaml': deckHead,
				'unit.yaml': `${head}type: text, ${first}}\n  - {id: r, section: s, stem: Which other?, explanation: Because., ${second}}\n`,
			}),
			'typos-reach-other-answer',
			'misgraded-key',
		);

	it.each([
		['another typed answer', 'answer: afferent, match: {typos: 1}', 'type: text, answer: efferent'],
		['the right option of a choice', 'answer: nitrate, match: {typos: auto}', 'answer: Nitrite, distractors: [Salt]'],
		['an answer after a swap of letters', 'answer: causal, match: {typos: 1}', 'type: text, answer: casual'],
	])('tells of %s', (_, first, second) => {
		expect(two(first, second)).toEqual(['unit.yaml:6 warning typos-reach-other-answer']);
	});

	it.each([
		['no typo is forgiven', 'answer: afferent', 'type: text, answer: efferent'],
		['the words are further apart', 'answer: mitosis, match: {typos: 1}', 'type: text, answer: meiosis'],
		['it is the same answer', 'answer: afferent, match: {typos: 1}', 'type: text, answer: Afferent'],
		['one is the beginning of the other', 'answer: commit, match: {typos: 1}', 'type: text, answer: commits'],
		['both are of one group', 'group: g, answer: afferent, match: {typos: 1}', 'group: g, type: text, answer: efferent'],
		['it is a distractor', 'answer: nitrate, match: {typos: auto}', 'answer: Salt, distractors: [Nitrite]'],
	])('is silent where %s', (_, first, second) => {
		expect(two(first, second)).toEqual([]);
	});
});
