import { describe, expect, it } from 'vitest';

import { feedbackOn, keyOf, presentationOf } from '../../src/engine/present.ts';
import type { Answer } from '../../src/model/attempt.ts';
import { choice, multiple, number, text, trueFalse } from './builders.ts';

const options = [
	{ text: 'secret key', right: true },
	{ text: 'distractor', right: false, feedback: 'secret feedback' },
	{ text: 'silent', right: false },
];

describe('what is seen before an answer', () => {
	it.each([
		choice('choice', 'only', { hints: ['secret hint'], explanation: 'secret explanation' }),
		text(['secret key'], { pattern: 'secret.*' }),
		number(4_711, { key: 'secret key', unit: 'kg' }),
		trueFalse(true),
		multiple({ explanation: 'secret explanation' }),
	])('holds no key, hint or explanation: $type', (question) => {
		const seen = JSON.stringify(presentationOf({ question, options: [] }));
		expect(seen).not.toContain('secret');
		expect(seen).not.toContain('4711');
		expect(seen).not.toContain('true,');
	});

	it('holds the options in the order shown, and not which of them is right', () => {
		const shown = ['silent', 'secret key', 'distractor'];
		expect(presentationOf({ question: choice('q', 'only', { options }), options: shown })).toEqual({
			type: 'choice',
			stem: 'Stem of q',
			options: shown,
		});
		expect(presentationOf({ question: multiple({ options }), options: shown })).toEqual({
			type: 'multiple',
			stem: 'Stem of multiple',
			options: shown,
		});
	});

	it('holds the code and the unit where there are any', () => {
		const code = { language: 'sh', text: 'git log' };
		expect(presentationOf({ question: number(5, { code, unit: 'kg' }), options: [] })).toEqual({
			type: 'number',
			stem: 'Stem of number',
			code,
			unit: 'kg',
		});
		expect(presentationOf({ question: number(5), options: [] })).toEqual({ type: 'number', stem: 'Stem of number' });
	});
});

describe('what is said after an answer', () => {
	it('is the key as people read it', () => {
		expect(keyOf(choice('q', 'only', { options }))).toEqual(['secret key']);
		expect(keyOf(multiple())).toEqual(['a', 'b']);
		expect(keyOf(trueFalse(true))).toEqual(['True']);
		expect(keyOf(trueFalse(false))).toEqual(['False']);
		expect(keyOf(text(['first', 'second']))).toEqual(['first']);
		expect(keyOf(number(0.5, { key: '1/2', unit: 'kg' }))).toEqual(['1/2 kg']);
		expect(keyOf(number(0.5, { key: '1/2' }))).toEqual(['1/2']);
	});

	it.each<readonly [string, Answer, readonly string[]]>([
		['a distractor with feedback', { type: 'choice', chosen: 'distractor' }, ['secret feedback']],
		['a distractor without feedback', { type: 'choice', chosen: 'silent' }, []],
		['the key', { type: 'choice', chosen: 'secret key' }, []],
		['several', { type: 'multiple', chosen: ['silent', 'distractor', 'secret key'] }, ['secret feedback']],
		['an honest "I don\'t know"', { type: 'dont-know' }, []],
	])('is the feedback of what was chosen: %s', (_, answer, feedback) => {
		const question = answer.type === 'multiple' ? multiple({ options }) : choice('q', 'only', { options });
		expect(feedbackOn(question, answer).map((one) => one.feedback)).toEqual(feedback);
	});

	it('is no feedback where there are no options', () => {
		expect(feedbackOn(text(['key']), { type: 'text', typed: 'other' })).toEqual([]);
	});
});
