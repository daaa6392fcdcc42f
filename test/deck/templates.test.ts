import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { inUnit } from '../../src/authoring/example.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { chanceFrom } from '../../src/engine/chance.ts';
import { drawUnseen, isTemplate } from '../../src/engine/variants/unseen.ts';
import type { Deck } from '../../src/model/deck.ts';
import { openExample } from '../authoring/example-folder.ts';
import { fixtures, smallUnit } from './deck-fixture.ts';

const everyTypeText = readFileSync(path.join(fixtures, 'ok/variants-of-every-type.yaml'), 'utf8');

function deckOf(unit: string): Deck {
	const { deck, diagnostics } = loadDeck(openExample(inUnit(unit)));
	if (deck === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
	return deck;
}

const head = smallUnit.slice(0, smallUnit.indexOf('questions:'));

function unitWith(question: string): string {
	return `${head}questions:\n  - ${question.trim().replaceAll('\n', '\n    ')}\n`;
}

const current = `id: current
section: s
vars: {v: {int: [2, 24], step: 2}, r: {pick: [10, 22, 47]}, i: "= v / r"}
where: i > 0.05
stem: "{v} V and {r} Ω?"
answer: "{= fixed(i, 2)} A"
distractors: [{text: "{= fixed(v * r, 2)} A", feedback: Times.}, "{= fixed(i + 1, 2)} A"]
explanation: It is {v} over {r}.
`;

function fingerprintOf(question: string): string | undefined {
	return deckOf(unitWith(question)).units[0]?.questions[0]?.fingerprint;
}

describe('a question with variables', () => {
	const deck = deckOf(everyTypeText);
	const questions = deck.units.flatMap((unit) => unit.questions);

	it('is of every type', () => {
		expect(new Set(questions.map(({ type }) => type)).size).toBe(8);
		expect(questions.every(isTemplate)).toBe(true);
	});

	it('stands in the pool with a drawing of it, in which nothing is left to fill in', () => {
		for (const { template, variant, fingerprint: _, ...shown } of questions) {
			expect(variant).toBeUndefined();
			expect(template?.variables.length).toBeGreaterThan(0);
			expect(JSON.stringify(shown)).not.toMatch(/(?<!\{)\{(?:[a-z]+\}|=)|"= /u);
		}
	});

	it('is the same each time it is read', () => {
		expect(deckOf(everyTypeText)).toEqual(deck);
	});

	it('draws the same questions from a deck that was kept as JSON', () => {
		const kept: Deck = JSON.parse(JSON.stringify(deck));
		expect(kept).toEqual(deck);
		for (const [index, question] of questions.entries()) {
			const copy = kept.units[0]?.questions[index];
			if (copy === undefined || !isTemplate(copy) || !isTemplate(question)) throw new Error('not a template');
			const drawn = drawUnseen(copy, [], chanceFrom(5));
			expect(drawn).toEqual(drawUnseen(question, [], chanceFrom(5)));
			expect(drawn?.variant).toBeDefined();
		}
	});

	it('has nothing of a template without variables', () => {
		const [plain] = deckOf(smallUnit).units[0]?.questions ?? [];
		expect(Object.keys(plain ?? {})).not.toContain('template');
	});
});

describe('the fingerprint of a question with variables', () => {
	const before = fingerprintOf(current);

	it.each([
		['stem', '{v} V and', '{v} volts and'],
		['explanation', 'It is', 'That is'],
		['feedback', 'Times.', 'No.'],
		[
			'order of distractors',
			'[{text: "{= fixed(v * r, 2)} A", feedback: Times.}, "{= fixed(i + 1, 2)} A"]',
			'["{= fixed(i + 1, 2)} A", "{= fixed(v * r, 2)} A"]',
		],
	])('stays with another %s', (_, from, to) => {
		expect(current).toContain(from);
		expect(fingerprintOf(current.replace(from, to))).toBe(before);
	});

	it.each([
		['range', '[2, 24]', '[2, 26]'],
		['step', 'step: 2', 'step: 1'],
		['list of values', '[10, 22, 47]', '[10, 22, 48]'],
		['formula of a variable', '= v / r', '= v / r + 0'],
		['condition', 'i > 0.05', 'i > 0.06'],
		['key', '"{= fixed(i, 2)} A"', '"{= fixed(i, 3)} A"'],
		['distractor', 'i + 1', 'i + 2'],
	])('changes with another %s', (_, from, to) => {
		expect(current).toContain(from);
		expect(fingerprintOf(current.replace(from, to))).not.toBe(before);
	});
});

describe('a deck from a stranger', () => {
	const load = (unit: string) => loadDeck(openExample(inUnit(unit)));
	const long = `${'sin(a)*cos(b)+'.repeat(34)}1`;
	const variables = (count: number, formula: string) =>
		`{a: {int: [1, 100]}, b: {int: [1, 100]}${Array.from({ length: count }, (_, index) => `, v${index}: "= ${formula}"`).join('')}}`;
	const question = (vars: string, more: string) =>
		unitWith(`id: q\nsection: s\nvars: ${vars}\n${more}\nstem: "{a} {b}"\nanswer: "{a}"\ndistractors: [x]\nexplanation: Because.`);

	it('cannot hold formulas that take long to work out', () => {
		const { deck, diagnostics } = load(question(variables(60, long), 'where: v1 > 1000'));
		expect(deck).toBeUndefined();
		expect(diagnostics.map(({ message }) => message)).toContain('Unexpected formulas of more than 5,000 characters in one question');
	});

	it('is read soon where no value meets the longest condition', () => {
		const { diagnostics } = load(question(variables(9, long), 'where: v1 > 1e9'));
		expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['no-values']);
	});

	it('may name variables as what every object has', () => {
		const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
		const vars = `{${names.map((name, index) => `${name}: {int: [${index + 1}1, ${index + 1}9]}`).join(', ')}}`;
		const texts = names.map((name) => `{${name}} {= ${name} + 0}`).join(' ');
		const { deck } = load(
			unitWith(`id: q\nsection: s\nvars: ${vars}\nstem: "${texts}"\nanswer: yes\ndistractors: [no]\nexplanation: Because.`),
		);
		expect(deck?.units[0]?.questions[0]?.stem).toMatch(/^1\d 1\d 2\d 2\d 3\d 3\d 4\d 4\d$/u);
	});

	it.each([
		['the prototype', '{constructor.constructor}', '{= constructor}'],
		['a property', '{a.b}', '{= a.length}'],
		['an index', '{a[0]}', '{= a[0]}'],
		['an assignment', '{a=1}', '{= a = 1}'],
		['a text with values', '$' + '{a}', '{= `a`}'],
	])('cannot reach %s from a formula', (_, text, formula) => {
		const { diagnostics } = load(
			unitWith(
				`id: q\nsection: s\nvars: {a: {int: [1, 9]}}\nstem: '${text} {a} ${formula}'\nanswer: yes\ndistractors: [no]\nexplanation: Because.`,
			),
		);
		expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['formula']);
	});

	it('is refused with a place in the file, wherever it is damaged', () => {
		const signs = ['{', '}', '=', '(', ')', '"', "'", ',', ':', '[', ']', '0', '-', ' ', '\n', '#', '|', 'x', '\\', '😀'];
		fc.assert(
			fc.property(fc.nat(everyTypeText.length), fc.nat(3), fc.constantFrom(...signs, ''), (at, removed, sign) => {
				const text = everyTypeText.slice(0, at) + sign + everyTypeText.slice(at + removed);
				const { deck, diagnostics, sources } = load(text);
				const errors = diagnostics.filter(({ severity }) => severity === 'error');
				expect(deck === undefined).toBe(errors.length > 0);
				for (const { place } of diagnostics) {
					const length = sources.get(place.file)?.length ?? 0;
					if (place.span === undefined) continue;
					expect(place.span.start).toBeGreaterThanOrEqual(0);
					expect(place.span.end).toBeGreaterThanOrEqual(place.span.start);
					expect(place.span.end).toBeLessThanOrEqual(length);
				}
			}),
			{ seed: 11, numRuns: 120 },
		);
	});
});

describe('gradus check', () => {
	it('has nothing to say of the keys of sound templates', () => {
		const { diagnostics } = checkDeck(openExample(inUnit(everyTypeText)), {});
		const known = new Set(['unworkable-values', 'rarely-met', 'few-variants', 'misgraded-key', 'no-values']);
		expect(diagnostics.filter(({ code }) => known.has(code))).toEqual([]);
	});

	it('points into text at the very formula, whatever stands around it', () => {
		const { diagnostics, sources } = load('"a quoted {= vv} text"', "'{= 1 +}'", '{= ww}');
		const parts = diagnostics.map(({ place }) => sources.get('unit.yaml')?.slice(place.span?.start, place.span?.end));
		expect(parts).toEqual(['vv', '', 'ww']);
	});

	function load(stem: string, answer: string, explanation: string) {
		const unit = unitWith(
			`id: q\nsection: s\nvars: {v: {int: [1, 9]}}\nstem: ${stem}\nanswer: ${answer}\ndistractors: [x]\nexplanation: Is ${explanation}.`,
		);
		return loadDeck(openExample(inUnit(unit)));
	}
});
