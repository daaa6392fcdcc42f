import { describe, expect, it } from 'vitest';

import { feedbackOn, keyOf, presentationOf } from '../../src/engine/present.ts';
import type { Answer } from '../../src/model/attempt.ts';
import { choice, cloze, match, multiple, number, order, text, trueFalse } from './builders.ts';

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
		cloze([['secret key'], ['secret']], { explanation: 'secret explanation' }),
		order(['secret first', 'secret second']),
		match({ left: 'secret right' }, [{ text: 'secret distractor', feedback: 'secret feedback' }]),
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

describe('what is seen of the later types', () => {
	it('is a cloze with its blanks numbered in order of appearance, in code too, and braces meant as braces', () => {
		const question = cloze([], {
			stem: '{{ref}} names a {{object}}; \\{{this}} is text.',
			code: { language: 'sh', text: 'git {{verb}} \\{{x}}' },
			blanks: ['ref', 'object', 'verb'].map((id) => ({ id, keys: [`secret ${id}`] })),
		});
		expect(presentationOf({ question, options: [] })).toEqual({
			type: 'cloze',
			stem: '{{1}} names a {{2}}; \\{{this}} is text.',
			code: { language: 'sh', text: 'git {{3}} \\{{x}}' },
			blanks: ['ref', 'object', 'verb'],
		});
	});

	it('is a cloze whose blanks have numbers for ids, without mixing them up', () => {
		const question = cloze([], { stem: '{{2}} then {{1}}', blanks: ['2', '1'].map((id) => ({ id, keys: ['x'] })) });
		expect(presentationOf({ question, options: [] })).toEqual({ type: 'cloze', stem: '{{1}} then {{2}}', blanks: ['2', '1'] });
	});

	it('is an order as it was shuffled', () => {
		const question = order(['one', 'two', 'three']);
		expect(presentationOf({ question, options: ['two', 'three', 'one'] })).toEqual({
			type: 'order',
			stem: 'Stem of order',
			items: ['two', 'three', 'one'],
		});
	});

	it('is a match with its left sides as authored and its right sides as they were shuffled', () => {
		const question = match({ blob: 'content', tree: 'names' }, [{ text: 'authors' }]);
		expect(presentationOf({ question, options: ['authors', 'names', 'content'] })).toEqual({
			type: 'match',
			stem: 'Stem of match',
			lefts: ['blob', 'tree'],
			rights: ['authors', 'names', 'content'],
		});
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
		expect(keyOf(cloze([['HEAD', '@'], ['branch']]))).toEqual(['HEAD', 'branch']);
		expect(keyOf(order(['one', 'two']))).toEqual(['one', 'two']);
		expect(keyOf(match({ blob: 'content', tree: 'names' }, [{ text: 'authors' }]))).toEqual(['content', 'names']);
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

	it('is the feedback of a distractor that a left side was given, once', () => {
		const question = match({ blob: 'content', tree: 'names' }, [{ text: 'authors', feedback: 'A commit holds them.' }, { text: 'dates' }]);
		const paired = (blob: string, tree: string) =>
			feedbackOn(question, {
				type: 'match',
				paired: [
					{ left: 'blob', right: blob },
					{ left: 'tree', right: tree },
				],
			});
		expect(paired('authors', 'authors')).toEqual([{ option: 'authors', feedback: 'A commit holds them.' }]);
		expect(paired('dates', 'content')).toEqual([]);
	});

	it('is no feedback where there are no options', () => {
		expect(feedbackOn(order(['one', 'two']), { type: 'order', arranged: ['two', 'one'] })).toEqual([]);
		expect(feedbackOn(text(['key']), { type: 'text', typed: 'other' })).toEqual([]);
	});
});
