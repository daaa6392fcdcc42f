import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grade } from '../../src/engine/grade.ts';
import { matchPattern } from '../../src/engine/match-pattern.ts';
import type { Answer } from '../../src/model/attempt.ts';
import type { Question } from '../../src/model/deck.ts';
import { choice, cloze, match, multiple, number, order, outcomeOf, propertySeed, text, trueFalse } from './builders.ts';

const questions: readonly Question[] = [
	choice('choice'),
	multiple(),
	trueFalse(true),
	text(['Key'], { pattern: 'ke+y', match: { typos: 'auto' } }),
	number(2.5, { unit: 'kg' }),
	cloze([['one'], ['two', 'deux']], { match: { typos: 'auto' } }),
	order(['fetch', 'merge', 'push']),
	match({ blob: 'content', tree: 'names' }, [{ text: 'authors' }]),
];

describe('choice', () => {
	it('is right for the key and missed for every distractor', () => {
		const question = choice('choice');
		for (const { text: chosen, right } of question.options) {
			expect(grade(question, { type: 'choice', chosen })).toEqual({ gradable: true, verdict: { kind: right ? 'right' : 'missed' } });
		}
	});

	it('knows an option by its whole text, as written', () => {
		const question = choice('choice', 'only', {
			options: [
				{ text: 'Key', right: true },
				{ text: 'key', right: false },
			],
		});
		expect(outcomeOf(grade(question, { type: 'choice', chosen: 'Key' }))).toBe('right');
		expect(outcomeOf(grade(question, { type: 'choice', chosen: 'key' }))).toBe('missed');
	});
});

describe('multiple', () => {
	it.each([
		{ chosen: ['a', 'b'], right: ['a', 'b'], left: [], wrong: [] },
		{ chosen: ['a'], right: ['a'], left: ['b'], wrong: [] },
		{ chosen: ['a', 'b', 'x'], right: ['a', 'b'], left: [], wrong: ['x'] },
		{ chosen: ['y', 'x'], right: [], left: ['a', 'b'], wrong: ['x', 'y'] },
		{ chosen: ['b', 'y'], right: ['b'], left: ['a'], wrong: ['y'] },
		{ chosen: ['a', 'b', 'x', 'y'], right: ['a', 'b'], left: [], wrong: ['x', 'y'] },
	])('counts $chosen only when all of the key and nothing else was chosen, and says what was right', ({ chosen, ...partly }) => {
		const all = partly.left.length === 0 && partly.wrong.length === 0;
		expect(grade(multiple(), { type: 'multiple', chosen })).toEqual({
			gradable: true,
			verdict: all ? { kind: 'right' } : { kind: 'missed', partly: { of: 'options', ...partly } },
		});
	});

	it('does not care for the order of what was chosen, nor for a choice named twice', () => {
		expect(outcomeOf(grade(multiple(), { type: 'multiple', chosen: ['b', 'a', 'b'] }))).toBe('right');
	});

	it('asks again when nothing was chosen', () => {
		expect(grade(multiple(), { type: 'multiple', chosen: [] })).toEqual({ gradable: false, again: { kind: 'empty' } });
	});
});

describe('true-false', () => {
	it.each([
		[true, true, 'right'],
		[true, false, 'missed'],
		[false, true, 'missed'],
		[false, false, 'right'],
	])('a key of %s and an answer of %s are %s', (key, chosen, outcome) => {
		expect(outcomeOf(grade(trueFalse(key), { type: 'true-false', chosen }))).toBe(outcome);
	});
});

describe('grading of any type', () => {
	it.each(questions)('keeps an honest "I don\'t know" apart from a miss in $type', (question) => {
		expect(grade(question, { type: 'dont-know' }, matchPattern)).toEqual({ gradable: true, verdict: { kind: 'dont-know' } });
	});

	it('throws when the answer is of another type than the question', () => {
		const answers: readonly Answer[] = [
			{ type: 'choice', chosen: 'key' },
			{ type: 'multiple', chosen: ['a'] },
			{ type: 'true-false', chosen: true },
			{ type: 'text', typed: 'key' },
			{ type: 'number', typed: '1' },
			{ type: 'cloze', filled: [{ blank: 'first', typed: 'one' }] },
			{ type: 'order', arranged: ['fetch', 'merge', 'push'] },
			{ type: 'match', paired: [{ left: 'blob', right: 'content' }] },
		];
		for (const question of questions) {
			for (const answer of answers.filter(({ type }) => type !== question.type)) {
				expect(() => grade(question, answer, matchPattern)).toThrow(`an answer of type ${answer.type}`);
			}
		}
	});

	it('throws when an option was never offered', () => {
		expect(() => grade(choice('choice'), { type: 'choice', chosen: 'four' })).toThrow('"four" is not an option of choice');
		expect(() => grade(multiple(), { type: 'multiple', chosen: ['a', 'four'] })).toThrow('"four" is not an option of multiple');
	});

	it('throws when a pattern has to be matched and no matcher was given', () => {
		expect(() => grade(text(['key'], { pattern: 'k' }), { type: 'text', typed: 'key' })).toThrow('no matcher');
	});

	it('throws at nothing that a learner can type, choose or pick, and always reaches a verdict or a reason', () => {
		const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[-+0-9., e/×^½²kg]{0,12}$/u));
		const answerTo = (question: Question): fc.Arbitrary<Answer> => {
			switch (question.type) {
				case 'choice':
					return fc.constantFrom(...question.options).map((option) => ({ type: 'choice', chosen: option.text }));
				case 'multiple':
					return fc.subarray(question.options.map((option) => option.text)).map((chosen) => ({ type: 'multiple', chosen }));
				case 'true-false':
					return fc.boolean().map((chosen) => ({ type: 'true-false', chosen }));
				case 'text':
					return typed.map((words) => ({ type: 'text', typed: words }));
				case 'number':
					return typed.map((words) => ({ type: 'number', typed: words }));
				case 'cloze':
					return fc
						.tuple(
							...question.blanks.map(({ id, keys }) =>
								fc.oneof(fc.constantFrom(...keys), typed).map((words) => ({ blank: id, typed: words })),
							),
						)
						.map((filled) => ({ type: 'cloze', filled }));
				case 'order':
					return fc
						.shuffledSubarray([...question.items], { minLength: question.items.length })
						.map((arranged) => ({ type: 'order', arranged }));
				case 'match': {
					const rights = [...question.pairs.map(({ right }) => right), ...question.distractors.map((one) => one.text)];
					return fc
						.tuple(...question.pairs.map(({ left }) => fc.constantFrom(...rights).map((right) => ({ left, right }))))
						.chain((paired) => fc.subarray(paired))
						.map((paired) => ({ type: 'match', paired }));
				}
			}
		};
		const outcomes = ['right', 'missed', 'dont-know'];
		const reasons = ['empty', 'too-long', 'not-a-number', 'ambiguous-number', 'other-unit'].map((kind) => `again: ${kind}`);
		for (const question of questions) {
			fc.assert(
				fc.property(answerTo(question), (answer) => {
					expect([...outcomes, ...reasons]).toContain(outcomeOf(grade(question, answer, matchPattern)));
				}),
				{ seed: propertySeed, numRuns: 200 },
			);
		}
	});
});

describe('keys and distractors', () => {
	const optionTexts = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 });

	it('grade as right and as missed in every choice', () => {
		fc.assert(
			fc.property(optionTexts, fc.nat(), (texts, place) => {
				const options = texts.map((chosen, index) => ({ text: chosen, right: index === place % texts.length }));
				for (const { text: chosen, right } of options) {
					expect(outcomeOf(grade(choice('any', 'only', { options }), { type: 'choice', chosen }))).toBe(right ? 'right' : 'missed');
				}
			}),
			{ seed: propertySeed, numRuns: 200 },
		);
	});

	it('grade as right together and in no other way in every multiple', () => {
		fc.assert(
			fc.property(optionTexts, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.boolean()), (texts, keys, picks) => {
				const options = texts.map((option, index) => ({ text: option, right: index === 0 || (index > 1 && keys.next().value === true) }));
				const chosen = texts.filter(() => picks.next().value === true);
				fc.pre(chosen.length > 0);
				const key = options.filter(({ right }) => right).map((option) => option.text);
				const same = key.length === chosen.length && key.every((option) => chosen.includes(option));
				expect(outcomeOf(grade(multiple({ options }), { type: 'multiple', chosen: key }))).toBe('right');
				expect(outcomeOf(grade(multiple({ options }), { type: 'multiple', chosen }))).toBe(same ? 'right' : 'missed');
			}),
			{ seed: propertySeed, numRuns: 300 },
		);
	});
});
