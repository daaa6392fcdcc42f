import { describe, expect, it } from 'vitest';

import { sampleVariants } from '../../../src/engine/variants/sample-variants.ts';
import { faultsOfTemplate, type TemplateFault } from '../../../src/engine/variants/template-faults.ts';
import { writtenTexts } from '../../../src/engine/variants/written-texts.ts';
import { faultText } from '../formula/evaluate.ts';
import { type Raw, rawQuestion, templateOf, templateQuestion } from './template-of.ts';

/** The text at a place of a question as it was written. */
function textAt(raw: unknown, place: readonly (string | number)[]): string {
	const [step, ...rest] = place;
	if (typeof raw === 'object' && raw !== null && 'text' in raw && step === undefined) return textAt(raw.text, []);
	if (step === undefined) return String(raw ?? '');
	if (Array.isArray(raw)) return textAt(typeof step === 'number' ? raw[step] : raw[0], typeof step === 'number' ? rest : place);
	if (typeof raw !== 'object' || raw === null) return textAt(raw, []);
	const own = new Map(Object.entries(raw)).get(String(step));
	return textAt(own, rest);
}

/** Each with its place; a formula's as an author would read it. */
function told(yaml: string): readonly string[] {
	const raw = rawQuestion(yaml);
	return faultsOfTemplate(templateOf(raw)).map((fault) => `${fault.at.join('/')}: ${wordsOf(fault, raw)}`);
}

function wordsOf(fault: TemplateFault, raw: Raw): string {
	if (fault.kind === 'formula') {
		const written = textAt(raw, fault.at);
		return faultText(fault.at[0] === 'vars' ? written.replace(/^=/u, '') : written, fault.fault);
	}
	const { kind, at: _, ...rest } = fault;
	return [kind, ...Object.values(rest)].join(' ');
}

const whole = 'stem: "{a} {b}", answer: x, distractors: [y]';

describe('a template', () => {
	it('that is sound has no faults', () => {
		expect(
			told(`
vars: {v: {int: [2, 24], step: 2}, r: {pick: [10, 22, 47]}, name: {pick: [Ada, Alan]}, i: "= v / r", low: 0.05}
where: i > 0.05 and length(name) > 2
stem: "{name} has {v} V and {r} Ω. {x} {{v}} \${y} \\\\{z}"
code: "f() {}"
type: number
answer: "= i"
tolerance: "= v / 100"
unit: "A{= if(low < 1, '', '!')}"
hints: ["Divide {v} by {r}.", "{= upper(name)}"]
explanation: "{= fixed(i, 2)} A"`),
		).toEqual([]);
	});

	it.each([
		[
			'{a: {int: [1, 9]}, b: "= c + a"}',
			['vars/b:  [c] + a: Unexpected `c`, expected the name of a variable. Write `a`, or put a text in quotes.'],
		],
		[
			'{a: {int: [1, 9]}, b: "= 2 * d", d: "= a"}',
			[
				'vars/b:  2 * [d]: Unexpected `d`, expected the name of a variable that stands before it. Put variables in the order in which they are worked out; none can rest on itself.',
			],
		],
		[
			'{a: {int: [1, 9]}, b: "= b + a"}',
			[
				'vars/b:  [b] + a: Unexpected `b`, expected the name of a variable that stands before it. Put variables in the order in which they are worked out; none can rest on itself.',
			],
		],
		['{a: {int: [1, 9]}, b: "= a +"}', ['vars/b:  a +[]: Unexpected end of the formula, expected a number, a text, a name or `(`']],
		['{a: {pick: [x, y]}, b: "= a * 2"}', ['vars/b:  [a] * 2: Unexpected text, expected a number']],
		['{a: {pick: [1.10, 2]}, b: "= a * 2"}', ['vars/b:  [a] * 2: Unexpected text, expected a number']],
		[
			"{a: {int: [1, 9]}, b: '= a > 2'}",
			[
				"vars/b: [ a > 2]: Unexpected condition, expected a number or a text. Write `if(condition, 'yes', 'no')`, or the condition itself where it is needed.",
			],
		],
		['{a: {int: [9, 1]}, b: 1}', ['vars/a: integers-form', 'vars: nothing-varies']],
		['{a: {int: [1, 9], step: 0}, b: 1}', ['vars/a: integers-form']],
		['{a: {int: [1, 2.5]}, b: 1}', ['vars/a: integers-form']],
		['{a: {pick: [x, y, x]}, b: 1}', ['vars/a: repeated-value x']],
		['{a: {pick: []}, b: 1}', ['vars/a: no-value', 'vars: nothing-varies']],
		['{a: {pick: [x]}, b: {int: [4, 4]}}', ['vars: nothing-varies']],
		['{pi: {int: [1, 9]}, a: "= pi", b: 1}', ['vars/pi: reserved-name pi', 'vars/pi: unused-variable pi false']],
		['{a-b: {int: [1, 9]}, a: 1, b: 1}', ['vars/a-b: name-form a-b', 'vars/a-b: unused-variable a-b false']],
		['{_a: {int: [1, 9]}, a: 1, b: 1}', ['vars/_a: name-form _a', 'vars/_a: unused-variable _a false']],
	])('with the variables %s is told what is wrong', (vars, expected) => {
		expect(told(`{vars: ${vars}, ${whole}}`)).toEqual(expected);
	});

	it.each([
		['where: "a"', ['where: [a]: Unexpected number, expected a condition. Compare it with something: `v > 0`.']],
		['where: "a > c"', ['where: a > [c]: Unexpected `c`, expected the name of a variable. Write `a`, `b`, or put a text in quotes.']],
		['where: "a >"', ['where: a >[]: Unexpected end of the formula, expected a number, a text, a name or `(`']],
		['code: "{= a + }"', ['code: {= a + []}: Unexpected end of the formula, expected a number, a text, a name or `(`']],
		[
			'code: "{= a > 1}"',
			[
				"code: {= [a > 1]}: Unexpected condition, expected a number or a text. Write `if(condition, 'yes', 'no')`, or the condition itself where it is needed.",
			],
		],
		[
			'hints: ["one", "two {= c}"]',
			['hints/1: two {= [c]}: Unexpected `c`, expected the name of a variable. Write `a`, `b`, or put a text in quotes.'],
		],
		[
			'code: "{= a"',
			['code: [{=] a: Unexpected `{=` without an end, expected `}`. Close the formula, or write `\\{=` where a brace is meant.'],
		],
		['code: "{A} {ab} {zz} {bb}"', ['code: near-name A a 0']],
	])('with %s is told where', (rest, expected) => {
		expect(told(`{vars: {a: {int: [1, 9]}, b: {int: [1, 9]}}, ${whole}, ${rest}}`)).toEqual(expected);
	});

	it.each([
		['type: true-false, answer: "= a"', ['answer: = [a]: Unexpected number, expected a condition, which is true or false']],
		['type: true-false, answer: "= a > 1"', []],
		[
			'answer: "= a > 1", distractors: [x]',
			[
				"answer: = [a > 1]: Unexpected condition, expected a number or a text. Write `if(condition, 'yes', 'no')`, or the condition itself where it is needed.",
			],
		],
		[
			'answer: x, distractors: [y, {text: "= upper(a)", feedback: "{= c}"}]',
			[
				'distractors/1: = upper([a]): Unexpected number, expected a text. Write `text(...)` around it.',
				'distractors/1/feedback: {= [c]}: Unexpected `c`, expected the name of a variable. Write `a`, or put a text in quotes.',
			],
		],
		[
			'type: number, answer: "= a", range: [1, "= c"]',
			['range/1: = [c]: Unexpected `c`, expected the name of a variable. Write `a`, or put a text in quotes.'],
		],
		[
			'type: match, pairs: [[x, "= a"], ["= c", z]]',
			['pairs/1/0: = [c]: Unexpected `c`, expected the name of a variable. Write `a`, or put a text in quotes.'],
		],
		[
			'type: cloze, blanks: {gap: ["= a", "= c"]}',
			['blanks/gap/1: = [c]: Unexpected `c`, expected the name of a variable. Write `a`, or put a text in quotes.'],
		],
	])('with a key as in %s is told what it must be', (rest, expected) => {
		expect(told(`{vars: {a: {int: [1, 9]}}, stem: "{a} {{gap}}", ${rest}}`)).toEqual(expected);
	});

	it('is told of names in braces that look like slips', () => {
		expect(told('{vars: {volt: {int: [1, 9]}}, stem: "{volt} {vlot} {{volts}} {other}", answer: x, distractors: [y]}')).toEqual([
			'stem: near-name vlot volt 7',
		]);
	});

	it('is told of variables that change nothing that is shown', () => {
		expect(
			told(
				'{vars: {a: {int: [1, 9]}, b: {int: [1, 9]}, c: "= b + 1", d: "= a + 1"}, where: "c < 9", stem: "{d}", answer: x, distractors: [y]}',
			),
		).toEqual(['vars/b: unused-variable b true']);
		expect(told('{vars: {a: {int: [1, 9]}, c: "= a + 1"}, stem: "{a}", answer: x, distractors: [y]}')).toEqual([
			'vars/c: unused-variable c false',
		]);
	});

	it('has every text of its question looked at', () => {
		const texts = (yaml: string) => writtenTexts(templateOf(rawQuestion(yaml)).written).map(({ at }) => at.join('/'));
		const common = 'stem: s, code: c, hints: [h], explanation: e';
		expect(texts(`{${common}, answer: a, distractors: [b, {text: c, feedback: f}]}`)).toEqual([
			'stem',
			'code',
			'answer',
			'distractors/0',
			'distractors/1',
			'distractors/1/feedback',
			'hints/0',
			'explanation',
		]);
		expect(texts(`{${common}, type: multiple, answers: [a, b], options: [a, b, c]}`)).toContain('options/2');
		expect(texts(`{${common}, type: number, answer: a, tolerance: t, unit: u}`)).toEqual(
			expect.arrayContaining(['answer', 'tolerance', 'unit']),
		);
		expect(texts(`{${common}, type: text, answer: [a, b], pattern: p}`)).toEqual(
			expect.arrayContaining(['answer/0', 'answer/1', 'pattern']),
		);
		expect(texts(`{${common}, type: order, items: [a, b]}`)).toEqual(expect.arrayContaining(['items/0', 'items/1']));
		expect(texts(`{${common}, type: match, pairs: [[a, b]], distractors: [d]}`)).toEqual(
			expect.arrayContaining(['pairs/0/0', 'pairs/0/1', 'distractors/0']),
		);
	});
});

describe('a sample of a template', () => {
	const sampleOf = (yaml: string, most?: number) => sampleVariants(templateQuestion(rawQuestion(yaml)), most);

	it('is all of a small one: what met `where`, what can be asked, and what learners can tell apart', () => {
		const { questions, faulty, ...counts } = sampleOf(
			'{vars: {a: {int: [1, 5]}, b: {int: [1, 5]}}, where: "a < b", stem: "{= a + b}", answer: "= a + b", distractors: ["= a * b"]}',
		);
		// 1 and b: a key among the distractors never; 5 = 1 + 4 = 2 + 3.
		expect(counts).toEqual({ exhaustive: true, tried: 25, met: 10, asked: 10 });
		expect(questions.length).toBe(10);
		expect(faulty).toEqual([]);
		const same = sampleOf('{vars: {a: {int: [1, 5]}, b: {int: [1, 5]}}, stem: "{= a + b}", answer: x, distractors: [y]}');
		expect(same).toMatchObject({ tried: 25, met: 25, asked: 25 });
		expect(same.questions.length).toBe(9);
	});

	it('says with which values a question cannot be asked, and why', () => {
		const { faulty, asked } = sampleOf('{vars: {a: {int: [0, 2]}, b: "= 6 / a"}, stem: "{a}", answer: "= b", distractors: ["= a + 1", 9]}');
		expect(asked).toBe(1);
		expect(faulty).toEqual([
			{ values: { a: 0 }, fault: { kind: 'formula', at: ['vars', 'b'], fault: expect.objectContaining({ found: '`0`', offset: 5 }) } },
			{ values: { a: 2, b: 3 }, fault: { kind: 'key-among-wrong', at: ['distractors', 0], text: '3', first: ['answer'] } },
		]);
	});

	it('is a thousand drawings of a large one, and not more tries than patience has', () => {
		const large = '{vars: {a: {int: [1, 1000]}, b: {int: [1, 1000]}}, stem: "{a} {b}", answer: x, distractors: [y], where: ';
		expect(sampleOf(`${large} "a != b"}`)).toMatchObject({ exhaustive: false, met: 1_000, asked: 1_000 });
		const half = sampleOf(`${large} "a < b"}`);
		expect(half.met / half.tried).toBeGreaterThan(0.45);
		expect(half.met / half.tried).toBeLessThan(0.55);
		expect(sampleOf(`${large} "a + b == 2"}`)).toMatchObject({ tried: 20_000 });
		expect(sampleOf(`${large} "a + b == 0"}`, 50)).toMatchObject({ tried: 1_000, met: 0, asked: 0 });
	});

	it('is taken of more combinations than there are seeds, too', () => {
		const sample = sampleOf(
			'{vars: {a: {int: [1, 1000000]}, b: {int: [1, 1000000]}}, where: "a < b", stem: "{a} {b}", answer: x, distractors: [y]}',
			100,
		);
		expect(sample.questions.length).toBe(100);
		expect(sample.tried).toBeGreaterThan(150);
		expect(sample.tried).toBeLessThan(280);
	});

	it('is the same each time', () => {
		const yaml = '{vars: {a: {int: [1, 5000]}}, stem: "{a}", answer: x, distractors: [y]}';
		expect(sampleOf(yaml, 20)).toEqual(sampleOf(yaml, 20));
	});

	it('of a template whose formulas are at fault is empty, and says so', () => {
		expect(sampleOf('{vars: {a: {int: [1, 5]}, b: "= a +"}, stem: "{b}", answer: x, distractors: [y]}')).toMatchObject({
			met: 0,
			questions: [],
			faulty: [{ fault: { at: ['vars', 'b'] } }],
		});
	});
});
