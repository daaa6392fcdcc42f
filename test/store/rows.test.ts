import { describe, expect, it } from 'vitest';

import { askedOf, attemptOf, encode } from '../../src/store/rows.ts';
import { MalformedRow } from '../../src/store/shapes.ts';
import { CHOICE, itemOf, NUMBER, QUESTIONS, TEXT } from './fixtures/sample.ts';

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

describe('a row is named by the field that is wrong', () => {
	it.each([
		[{ snapshot: '{' }, 'question.snapshot: expected JSON'],
		[{ snapshot: '[]' }, 'question.snapshot: expected an object'],
		[{ snapshot: undefined }, 'question.snapshot: expected text'],
		[{ position: null }, 'question.position: expected an integer'],
		[{ emphasis: 2 }, 'question.emphasis: expected one of 0, 1'],
		[{ familiarity: 'old' }, 'question.familiarity: expected one of new, missed-before, again'],
		[{ shown: 'yesterday' }, 'question.shown: expected an integer'],
		[{ answer: '{"type":"cloze"}' }, 'question.answer.type: expected one of choice, multiple, true-false, text, number, dont-know'],
		[{ answer: '{"type":"multiple","chosen":["a",1]}' }, 'question.answer.chosen[1]: expected text'],
		[{ verdict: 'wrong' }, 'question.verdict: expected one of right, missed, dont-know'],
		[{ verdict: 'right' }, 'question.verdict_detail: expected text'],
		[{ verdict: 'missed', verdict_detail: '{"partly":{}}' }, 'question.verdict_detail.partly.right: expected a list'],
		[{ verdict: 'right', verdict_detail: '{"accepted":{"as":"x","despite":"luck"}}' }, 'accepted.despite: expected one of accents, typos'],
	])('%j', (override, message) => {
		expect(() => askedOf(rowOf({ question: TEXT, options: [] }, override))).toThrow(message);
	});

	it('or by itself, when it is no row at all', () => {
		expect(() => attemptOf(undefined)).toThrow('attempt: expected an object');
		expect(() => attemptOf({})).toThrow('attempt.id: expected text');
	});
});
