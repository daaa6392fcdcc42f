import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grade } from '../../../src/engine/grade.ts';
import { matchPattern } from '../../../src/engine/match-pattern.ts';
import { render } from '../../../src/engine/variants/render.ts';
import { piecesOf } from '../../../src/engine/variants/text-pieces.ts';
import type { Value } from '../../../src/model/deck.ts';
import { propertySeed } from '../builders.ts';
import { rawQuestion, templateQuestion } from './template-of.ts';

/** Filled in with these values, whatever could be drawn; where that cannot be asked, why. */
function asked(yaml: string, values: Readonly<Record<string, Value>>) {
	const question = templateQuestion(rawQuestion(yaml));
	const rendering = render(question, question.template, { seed: 7, values });
	return rendering.ok ? rendering.question : rendering.fault;
}

function stemOf(stem: string, values: Readonly<Record<string, Value>>): unknown {
	const question = asked(
		`{vars: {${Object.keys(values).map((name) => `${name}: {pick: [1]}`)}}, stem: ${JSON.stringify(stem)}, answer: a, distractors: [b]}`,
		values,
	);
	return 'stem' in question ? question.stem : question;
}

describe('a text of a template', () => {
	it.each([
		['A {v} V source', 'A 12 V source'],
		['{v}{v}', '1212'],
		['{= v / 8} A, or {= fixed(v / 8, 2)} A', '1.5 A, or 1.50 A'],
		["{= if(v > 10, 'high}', 'low')}", 'high}'],
		['no braces', 'no braces'],
		// Everything else in braces is code.
		['{} {x} { v } {V} {v.x} {2,3} {"v": 1}', '{} {x} { v } {V} {v.x} {2,3} {"v": 1}'],
		['{{v}} {{ v }} {{{v}}}', '{{v}} {{ v }} {{{v}}}'],
		['{x: {v}}', '{x: 12}'],
		[`$${'{v}'}`, '$12'],
		// A backslash makes a plain brace, where there is something to make plain.
		['\\{v} \\{= v}', '{v} {= v}'],
		['$\\{v}', `$${'{v}'}`],
		['\\{x} \\frac{a}{b} \\\\{', '\\{x} \\frac{a}{b} \\\\{'],
		['{== v}', '{== v}'],
	])('%s is shown as %s', (written, expected) => {
		expect(stemOf(written, { v: 12 })).toBe(expected);
	});

	it('holds a value that is a text as it is, and looks for nothing in it', () => {
		expect(stemOf('`{t}` and {u}', { t: '{u}', u: '{= 1 + 1}\\{' })).toBe('`{u}` and {= 1 + 1}\\{');
	});

	it.each([
		['a {= v +} b', 8],
		['a {= v', 2],
		['a {=w}', 4],
		['a {= v > 1}', 5],
	])('says where its formula is at fault: %s', (written, offset) => {
		expect(stemOf(written, { v: 12 })).toMatchObject({ kind: 'formula', at: ['stem'], fault: { offset } });
	});

	it('without a declared name or formula is never changed', () => {
		const texts = fc
			.array(fc.constantFrom('{', '}', '\\', '{x}', '{{v}}', 'a', ' ', '$', '{v'), { maxLength: 20 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(texts, (text) => {
				fc.pre(!/(?<!\{)\{v\}/u.test(text));
				expect(piecesOf(text, new Set(['v']))).toEqual({ ok: true, whole: false, pieces: text === '' ? [] : [{ kind: 'text', text }] });
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});
});

const ohm = `
id: ohm
vars: {v: {int: [2, 24], step: 2}, r: {pick: [10, 22, 47]}, i: "= v / r"}
`;

describe('a template with values', () => {
	it('is a question like any other, and says what it was drawn with', () => {
		const question = asked(
			`${ohm}
type: number
group: ohms-law
stem: A {v} V source drives {r} Ω. Which current flows, in A?
code: "V = {v}; R = {r}"
answer: "= i"
tolerance: 1%
unit: A
hints: ["Divide {v} by {r}."]
explanation: "I = V / R = {v} / {r} = {= fixed(i, 3)} A"`,
			{ v: 12, r: 10, i: 1.2 },
		);
		expect(question).toEqual({
			id: 'ohm',
			section: 'only',
			group: 'ohms-law',
			tags: [],
			also: [],
			fingerprint: 'print',
			type: 'number',
			stem: 'A 12 V source drives 10 Ω. Which current flows, in A?',
			code: { text: 'V = 12; R = 10' },
			explanation: 'I = V / R = 12 / 10 = 1.200 A',
			hints: ['Divide 12 by 10.'],
			key: '1.2',
			value: 1.2,
			accept: { kind: 'relative', fraction: 0.01 },
			unit: 'A',
			variant: { seed: 7, values: { v: 12, r: 10, i: 1.2 } },
		});
	});

	it('has wrong options with formulas and feedback of their own', () => {
		const question = asked(
			`${ohm}
stem: Which current?
answer: "{= fixed(i, 2)} A"
distractors:
  - {text: "{= v * r} A", feedback: "You multiplied {v} by {r}."}
  - = fixed(r / v, 2)
  - \\= v`,
			{ v: 12, r: 10, i: 1.2 },
		);
		expect(question).toMatchObject({
			fixed: false,
			options: [
				{ text: '1.20 A', right: true },
				{ text: '120 A', right: false, feedback: 'You multiplied 12 by 10.' },
				{ text: '0.83', right: false },
				{ text: '= v', right: false },
			],
		});
	});

	it('may have another right option with other values, where the order is fixed', () => {
		const yaml = `
vars: {a: {int: [1, 9]}, b: {int: [1, 9]}}
stem: Is {a} less than {b}?
answer: "= if(a < b, 'less', if(a == b, 'the same', 'more'))"
options: [less, the same, {text: more, feedback: No.}]`;
		const right = (a: number, b: number) => {
			const question = asked(yaml, { a, b });
			return 'options' in question ? question.options : question;
		};
		expect(right(1, 2)).toEqual([
			{ text: 'less', right: true },
			{ text: 'the same', right: false },
			{ text: 'more', right: false, feedback: 'No.' },
		]);
		// What is right has no feedback on a miss.
		expect(right(2, 1)).toEqual([
			{ text: 'less', right: false },
			{ text: 'the same', right: false },
			{ text: 'more', right: true },
		]);
	});

	it('of every other type is filled in too', () => {
		const values = { a: 3, b: 5, w: 'x.y' };
		const vars = 'vars: {a: {int: [1, 9]}, b: {int: [1, 9]}, w: {pick: [x.y]}}';
		expect(asked(`{${vars}, type: true-false, stem: "{a} < {b}", answer: "= a < b"}`, values)).toMatchObject({ key: true });
		expect(asked(`{${vars}, type: true-false, stem: "{a} < {b}", answer: False}`, values)).toMatchObject({ key: false });
		expect(asked(`{${vars}, type: multiple, answers: ["= a", "= b"], distractors: ["= a + b"]}`, values)).toMatchObject({
			options: [{ text: '3' }, { text: '5' }, { text: '8', right: false }],
		});
		expect(asked(`{${vars}, type: text, answer: ["= hex(a + 8)", "0x{= hex(a + 8)}", b], pattern: "{w}|{a}+"}`, values)).toMatchObject({
			keys: ['b', '0xb'],
			pattern: 'x\\.y|3+',
		});
		expect(asked(`{${vars}, type: cloze, stem: "{a} + {b} = {{sum}}", blanks: {sum: "= a + b"}}`, values)).toMatchObject({
			stem: '3 + 5 = {{sum}}',
			blanks: [{ id: 'sum', keys: ['8'] }],
		});
		expect(asked(`{${vars}, type: order, items: ["= a", "{b}", "{= a + b} or so"]}`, values)).toMatchObject({
			items: ['3', '5', '8 or so'],
		});
		expect(
			asked(`{${vars}, type: match, pairs: [["{a}", "= bin(a)"], ["{b}", "= bin(b)"]], distractors: ["= bin(a + b)"]}`, values),
		).toMatchObject({
			pairs: [
				{ left: '3', right: '11' },
				{ left: '5', right: '101' },
			],
			distractors: [{ text: '1000' }],
		});
	});

	it('takes a number as it is written, as a formula, or as the digits that a formula gives', () => {
		const key = (answer: string, rest = '') => {
			const question = asked(`{vars: {a: {int: [1, 9]}}, type: number, answer: ${JSON.stringify(answer)} ${rest}}`, { a: 3 });
			return 'value' in question ? [question.key, question.value, question.accept] : question;
		};
		expect(key('{a}.5e1')).toEqual(['3.5e1', 35, { kind: 'exact' }]);
		expect(key('= fixed(a / 2, 3)')).toEqual(['1.500', 1.5, { kind: 'exact' }]);
		expect(key('= a / 7', ', tolerance: "= a / 100"')).toEqual(['0.428571428571', 3 / 7, { kind: 'absolute', tolerance: 0.03 }]);
		expect(key('= a', ', tolerance: "{a}%"')).toEqual(['3', 3, { kind: 'relative', fraction: 0.03 }]);
		expect(key('= a', ', range: ["= a - 1", "{a}.5"]')).toEqual(['3', 3, { kind: 'range', low: 2, high: 3.5 }]);
	});

	it('accepts its own key as it is shown', () => {
		const yaml = `{vars: {a: {int: [1, 99]}, b: {int: [1, 99]}}, type: number, answer: "= a / b", tolerance: 1%}`;
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
				const question = asked(yaml, { a, b });
				if (!('type' in question) || question.type !== 'number') throw new Error('it is a number');
				expect(grade(question, { type: 'number', typed: question.key }, matchPattern)).toMatchObject({ verdict: { kind: 'right' } });
			}),
			{ seed: propertySeed, numRuns: 100 },
		);
	});
});

describe('values that cannot be asked', () => {
	const vars = 'vars: {a: {int: [0, 9]}, t: {pick: [x, " "]}}';

	it.each([
		['an empty text', `stem: "{t}", answer: a, distractors: [b]`, { kind: 'empty-text', at: ['stem'] }],
		['an empty option', `answer: a, distractors: [b, "{t}"]`, { kind: 'empty-text', at: ['distractors', 1] }],
		[
			'a key that cannot be worked out',
			`type: number, answer: "= 1 / a"`,
			{ kind: 'formula', at: ['answer'], fault: { offset: 6, found: '`0`' } },
		],
		[
			'a key among the distractors',
			`answer: "= a + a", distractors: ["= a + 1", "= a * a"]`,
			{ kind: 'key-among-wrong', at: ['distractors', 1], first: ['answer'], text: '0' },
		],
		[
			'two distractors alike',
			`answer: k, distractors: ["= a + a", "= a * a"]`,
			{ kind: 'same-text', at: ['distractors', 1], first: ['distractors', 0] },
		],
		['two answers alike', `type: multiple, answers: ["= a + a", "= a * a"], distractors: [k]`, { kind: 'same-text', at: ['answers', 1] }],
		['a key that is not offered', `answer: "= a + 1", options: ["= a", b]`, { kind: 'key-not-among-options', at: ['answer'], text: '1' }],
		['no wrong option', `type: multiple, answers: ["= a", b], options: ["{a}", b]`, { kind: 'no-wrong-option' }],
		['a number that is none', `type: number, answer: "{t}"`, { kind: 'empty-text' }],
		['a text where a number is asked', `type: number, answer: "= concat('a', a)"`, { kind: 'not-a-number', text: 'a0', at: ['answer'] }],
		['a tolerance below zero', `type: number, answer: 3, tolerance: "= a - 1"`, { kind: 'not-a-tolerance', text: '-1', at: ['tolerance'] }],
		['a share of zero', `type: number, answer: "= a", tolerance: 5%`, { kind: 'tolerance-on-zero', at: ['tolerance'] }],
		['a range from more to less', `type: number, answer: 3, range: ["= a + 5", 3]`, { kind: 'range-order', low: '5', high: '3' }],
		['a key outside its range', `type: number, answer: "= a", range: [3, 5]`, { kind: 'key-not-accepted', text: '0' }],
		[
			'a key with more digits than are shown',
			`type: number, answer: "= (a + 1) / 3"`,
			{ kind: 'key-not-accepted', text: '0.333333333333' },
		],
		['a claim that is neither true nor false', `type: true-false, answer: "= a"`, { kind: 'not-true-or-false', text: '0' }],
		['two items alike', `type: order, items: ["= a", "= 2 * a", c]`, { kind: 'same-text', at: ['items', 1], first: ['items', 0] }],
		['two right sides alike', `type: match, pairs: [[x, "= a"], [y, "= 2 * a"]]`, { kind: 'same-text', at: ['pairs', 1, 1] }],
		[
			'a spare side that fits',
			`type: match, pairs: [[x, "= a"], [y, z]], distractors: ["= 2 * a"]`,
			{ kind: 'key-among-wrong', at: ['distractors', 0] },
		],
		[
			'a text beyond all bounds',
			`stem: "{= repeat('ab', 400)}", answer: "{= repeat('ab', 400)}{= repeat('ab', 400)}", distractors: [b]`,
			{ kind: 'too-long', at: ['answer'], limit: 1_000 },
		],
	])('are told: %s', (_, rest, expected) => {
		expect(asked(`{${vars}, ${rest}}`, { a: 0, t: ' ' })).toMatchObject(expected);
	});

	it('are told where a value brings a blank into a cloze', () => {
		const yaml = '{vars: {t: {pick: [a, b]}}, type: cloze, stem: "{t} {{gap}}", blanks: {gap: x}}';
		expect(asked(yaml, { t: 'a' })).toMatchObject({ stem: 'a {{gap}}' });
		expect(asked(yaml, { t: '{{gap}}' })).toMatchObject({ kind: 'blanks-changed' });
		expect(asked(yaml, { t: '\\' })).toMatchObject({ stem: '\\ {{gap}}' });
	});

	it('are told before a text takes long to fill in', () => {
		const many = '{= repeat("ab", 500)}'.repeat(200);
		expect(asked(`{vars: {a: {int: [1, 2]}}, stem: '${many}', answer: a, distractors: [b]}`, { a: 1 })).toMatchObject({
			kind: 'too-long',
			at: ['stem'],
		});
		const steps = '{= 1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1}'.repeat(400);
		expect(asked(`{vars: {a: {int: [1, 2]}}, stem: '${steps}', answer: a, distractors: [b]}`, { a: 1 })).toMatchObject({
			kind: 'formula',
			fault: { found: 'so many steps' },
		});
	});
});
