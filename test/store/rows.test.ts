import { describe, expect, it } from 'vitest';

import type { Template } from '../../src/model/deck.ts';
import { encode } from '../../src/store/json-columns.ts';
import { askedOf, attemptOf, disputeOf, factsOf, variantOf } from '../../src/store/rows.ts';
import { MalformedRow } from '../../src/store/shapes.ts';
import { CHOICE, DRAWN, itemOf, NUMBER, QUESTIONS, TEXT } from './fixtures/sample.ts';

/** A row of `question`, as SQLite gives it. */
function rowOf(snapshot: unknown, override: object = {}): object {
	const state = {
		shown: null,
		shown_ordinal: null,
		answered: null,
		answered_ordinal: null,
		answer: null,
		verdict: null,
		verdict_detail: null,
	};
	return { position: 1, familiarity: 'new', times_shown: 0, emphasis: 0, ...state, snapshot: JSON.stringify(snapshot), ...override };
}

/** Every value that differs from the given one in one place: a field gone, or of another kind. */
function* damaged(value: unknown): Generator<unknown> {
	yield 17.5;
	yield 'else';
	yield null;
	if (typeof value !== 'object' || value === null) return;
	for (const [key, part] of Object.entries(value)) {
		for (const worse of damaged(part)) yield Array.isArray(value) ? value.with(Number(key), worse) : { ...value, [key]: worse };
		if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
	}
}

describe('a question as asked', () => {
	it.each(QUESTIONS.map((question) => [question.type, question] as const))('of type %s comes back from its JSON', (_, question) => {
		const { options, reason } = itemOf(question);
		expect(askedOf(rowOf(JSON.parse(encode.snapshot({ question, options }))))).toStrictEqual({ position: 1, question, options, reason });
	});

	it.each([
		{ kind: 'exact' },
		{ kind: 'absolute', tolerance: 0.5 },
		{ kind: 'relative', fraction: 1e-9 },
		{ kind: 'range', low: -1, high: 1 },
	] as const)('comes back with a tolerance of kind $kind', (accept) => {
		expect(askedOf(rowOf({ question: { ...NUMBER, accept }, options: [] })).question).toStrictEqual({ ...NUMBER, accept });
	});

	it('damaged anywhere is either still sound or named, never a crash', () => {
		let named = 0;
		for (const question of QUESTIONS) {
			for (const snapshot of damaged({ question, options: itemOf(question).options })) {
				try {
					askedOf(rowOf(snapshot));
				} catch (error) {
					expect(error).toBeInstanceOf(MalformedRow);
					expect(String(error)).toMatch(/question\.snapshot.*: expected /);
					named += 1;
				}
			}
		}
		expect(named).toBeGreaterThan(100);
	});

	it('has no key that the model does not know', () => {
		const text = JSON.stringify({ question: { ...CHOICE, extra: 1 }, options: [] }).replace('{', '{"__proto__":{"polluted":true},');
		const asked = askedOf(rowOf({}, { snapshot: text.replace('"question":{', '"question":{"__proto__":{"polluted":true},') }));
		expect(asked.question).toStrictEqual(CHOICE);
		expect(Object.getPrototypeOf(asked.question)).toBe(Object.prototype);
		expect('polluted' in asked.question || 'polluted' in {}).toBe(false);
	});
});

describe('a variant', () => {
	it('comes back from its JSON with every name as its own, and none but these', () => {
		const values = Object.fromEntries([
			['v', 0.1],
			['__proto__', 'x'],
			['10', -3e-300],
		]);
		const question = { ...DRAWN, variant: { seed: 0, values } };
		const { variant } = askedOf(rowOf(JSON.parse(encode.snapshot({ question, options: [] })))).question;
		expect(variant).toStrictEqual({ seed: 0, values });
		expect(Object.keys(variant?.values ?? {}).toSorted()).toEqual(['10', '__proto__', 'v']);
		expect(Object.getPrototypeOf(variant?.values)).toBe(Object.prototype);
	});

	it('has one text for the same values, in whatever order they were worked out', () => {
		expect(encode.variantValues({ b: 1, a: 'x' })).toBe('{"a":"x","b":1}');
		expect(encode.variantValues({ a: 'x', b: 1 })).toBe('{"a":"x","b":1}');
	});

	it('is asked without its template', () => {
		const template: Template = {
			variables: [{ name: 'v', kind: 'integers', low: 1, high: 9, step: 1 }],
			written: { type: 'number', stem: '{v}', explanation: '', hints: [], key: '= v' },
		};
		const text = encode.snapshot({ question: { ...DRAWN, template }, options: [] });
		expect(text).toBe(encode.snapshot({ question: DRAWN, options: [] }));
		const stray = JSON.parse(text);
		expect(askedOf(rowOf({ ...stray, question: { ...stray.question, template } })).question).toStrictEqual(DRAWN);
	});
});

describe('a verdict that was written by the first version', () => {
	it('is partly right of options, though it does not say so', () => {
		const partly = { right: ['a'], left: ['b'], wrong: [] };
		const row = rowOf({ question: TEXT, options: [] }, { verdict: 'missed', verdict_detail: JSON.stringify({ partly }) });
		expect(askedOf(row).verdict).toStrictEqual({ kind: 'missed', partly: { of: 'options', ...partly } });
	});
});

describe('a row is named by the field that is wrong', () => {
	it.each([
		[{ snapshot: '{' }, 'question.snapshot: expected JSON'],
		[{ snapshot: '[]' }, 'question.snapshot: expected an object'],
		[{ snapshot: undefined }, 'question.snapshot: expected text'],
		[{ position: null }, 'question.position: expected an integer'],
		[{ emphasis: 2 }, 'question.emphasis: expected one of 0, 1'],
		[{ familiarity: 'old' }, 'question.familiarity: expected one of new, missed-before, again'],
		[{ shown: 'yesterday' }, 'question.shown: expected an integer'],
		[
			{ answer: '{"type":"essay"}' },
			'question.answer.type: expected one of choice, multiple, true-false, text, number, cloze, order, match, dont-know',
		],
		[{ answer: '{"type":"cloze"}' }, 'question.answer.filled: expected a list'],
		[{ answer: '{"type":"cloze","filled":[{"blank":"a"}]}' }, 'question.answer.filled[0].typed: expected text'],
		[{ answer: '{"type":"order","arranged":[1]}' }, 'question.answer.arranged[0]: expected text'],
		[{ answer: '{"type":"match","paired":[{"left":"a"}]}' }, 'question.answer.paired[0].right: expected text'],
		[{ answer: '{"type":"multiple","chosen":["a",1]}' }, 'question.answer.chosen[1]: expected text'],
		[{ verdict: 'wrong' }, 'question.verdict: expected one of right, missed, dont-know'],
		[{ verdict: 'right' }, 'question.verdict_detail: expected text'],
		[{ verdict: 'missed', verdict_detail: '{"partly":{}}' }, 'question.verdict_detail.partly.right: expected a list'],
		[{ verdict: 'missed', verdict_detail: '{"partly":{"of":"luck"}}' }, 'partly.of: expected one of options, blanks, items, pairs'],
		[{ verdict: 'missed', verdict_detail: '{"partly":{"of":"items","firstOff":0.5}}' }, 'partly.firstOff: expected an integer'],
		[
			{ verdict: 'missed', verdict_detail: '{"partly":{"of":"blanks","blanks":[{"blank":"a"}]}}' },
			'blanks[0].right: expected true or false',
		],
		[{ verdict: 'missed', verdict_detail: '{"partly":{"of":"pairs","pairs":{}}}' }, 'partly.pairs: expected a list'],
		[{ verdict: 'right', verdict_detail: '{"blanks":[{"blank":"a","as":"b","despite":"luck"}]}' }, 'blanks[0].despite: expected one of'],
		[{ verdict: 'right', verdict_detail: '{"accepted":{"as":"x","despite":"luck"}}' }, 'accepted.despite: expected one of accents, typos'],
	])('%j', (override, message) => {
		expect(() => askedOf(rowOf({ question: TEXT, options: [] }, override))).toThrow(message);
	});

	it('in what attempts asked', () => {
		const asked = {
			ordinal: '[7,7]',
			id: '["q","r"]',
			section: '["s","s"]',
			verdict: '["right",null]',
			shown: '[1,0]',
			time: '[250,null]',
		};
		const questions = [
			{ id: 'q', section: 's', shown: true, verdict: 'right' },
			{ id: 'r', section: 's' },
		];
		expect([...factsOf(asked)]).toStrictEqual([[7, { questions, time: 250 }]]);
		expect(() => factsOf({ ...asked, ordinal: '[7,"7"]' })).toThrow('question.ordinal: expected an integer');
		expect(() => factsOf({ ...asked, id: '["q"]' })).toThrow('question.id: expected text');
		expect(() => factsOf({ ...asked, section: '[null,"s"]' })).toThrow('question.section: expected text');
		expect(() => factsOf({ ...asked, verdict: '["luck",null]' })).toThrow('question.verdict: expected one of right');
		expect(() => factsOf({ ...asked, shown: '[1,2]' })).toThrow('question.shown: expected one of 0, 1');
		expect(() => factsOf({ ...asked, time: '[0.5,null]' })).toThrow('question.time: expected an integer');
		expect(() => factsOf({ ...asked, time: '[' })).toThrow('question.time: expected JSON');
	});

	it('in the values of a variant and in a dispute too', () => {
		expect(() => variantOf({ question: 'q', variant: '{"v":null}' })).toThrow('variant.variant.v: expected a number or text');
		expect(() => variantOf({ question: 'q', variant: '[1]' })).toThrow('variant.variant: expected an object');
		const dispute = { deck: 'd', unit: 'u', question: 'q', attempt: 'a', position: 1, at: 1, fingerprint: 'f', note: '17', answer: null };
		expect(() => disputeOf(dispute)).toThrow('dispute.note: expected text');
		expect(disputeOf({ ...dispute, note: '""' })).not.toHaveProperty('answer');
	});

	it('or by itself, when it is no row at all', () => {
		expect(() => attemptOf(undefined)).toThrow('attempt: expected an object');
		expect(() => attemptOf({})).toThrow('attempt.id: expected text');
	});
});
