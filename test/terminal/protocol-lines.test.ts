import { PassThrough, Writable } from 'node:stream';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AskView, FeedbackView } from '../../src/session/ports.ts';
import { longestLine } from '../../src/terminal/protocol/messages.ts';
import { createProtocolExaminer } from '../../src/terminal/protocol/protocol-examiner.ts';
import { readRequest } from '../../src/terminal/protocol/read-request.ts';
import { client, type Received } from './protocol-client.ts';
import { faultsIn, matcher } from './protocol-schema.ts';
import * as sample from './samples.ts';

const asides = { isBookmarked: () => false, bookmark: () => undefined, dispute: () => undefined };

const asked = (presentation: AskView['presentation']): AskView => ({ where: sample.where, presentation, hints: [], readable: [], asides });

const stem = 'Which?';
const presentations = {
	choice: { type: 'choice', stem, options: ['one', 'two', '3'] },
	multiple: { type: 'multiple', stem, options: ['one', 'two', 'three'] },
	'true-false': { type: 'true-false', stem },
	text: { type: 'text', stem },
	number: { type: 'number', stem },
	cloze: { type: 'cloze', stem: '{{1}} and {{2}}', blanks: ['a', 'b'] },
	order: { type: 'order', stem, items: ['one', 'two', 'three'] },
	match: { type: 'match', stem, lefts: ['l', 'm'], rights: ['one', 'two', 'three'] },
} as const satisfies { readonly [T in AskView['presentation']['type']]: AskView['presentation'] };

/** Sends one line to a question, then stops. */
async function heard(line: string, type: keyof typeof presentations = 'choice') {
	const lines = [line];
	const { examiner, received, transcript } = client(() => lines.shift() ?? '{"stop":true}');
	const reply = await examiner.ask(asked(presentations[type]));
	for (const message of received) expect(faultsIn(message)).toEqual([]);
	return { reply, errors: received.filter((message) => message.type === 'error'), transcript };
}

const given = (type: keyof typeof presentations, value: unknown) => heard(JSON.stringify({ answer: value }), type);

describe('an answer in a line', () => {
	it.each([
		['choice', 2, { chosen: 'two' }],
		['choice', '3', { chosen: '3' }],
		['choice', 3, { chosen: '3' }],
		['multiple', [3, 'one'], { chosen: ['one', 'three'] }],
		['multiple', [], { chosen: [] }],
		['true-false', false, { chosen: false }],
		['text', 'a\tword ', { typed: 'a\tword ' }],
		['number', 0.5, { typed: '0.5' }],
		['number', '1/2 m', { typed: '1/2 m' }],
		[
			'cloze',
			['x', ''],
			{
				filled: [
					{ blank: 'a', typed: 'x' },
					{ blank: 'b', typed: '' },
				],
			},
		],
		['order', [3, 1, 'two'], { arranged: ['three', 'one', 'two'] }],
		[
			'match',
			[3, 'one'],
			{
				paired: [
					{ left: 'l', right: 'three' },
					{ left: 'm', right: 'one' },
				],
			},
		],
		[
			'match',
			{ m: 1, l: 'one' },
			{
				paired: [
					{ left: 'l', right: 'one' },
					{ left: 'm', right: 'one' },
				],
			},
		],
	] as const)('to %s as %j is taken', async (type, value, expected) => {
		expect((await given(type, value)).reply).toEqual({ kind: 'answer', answer: { type, ...expected } });
	});

	it.each([
		['choice', 0, 'no-such-option'],
		['choice', 4, 'no-such-option'],
		['choice', 1.5, 'no-such-option'],
		['choice', -1, 'no-such-option'],
		['choice', 1e99, 'no-such-option'],
		['choice', 'four', 'no-such-option'],
		['choice', ['one'], 'wrong-answer'],
		['choice', null, 'wrong-answer'],
		['choice', { type: 'dont-know' }, 'wrong-answer'],
		['multiple', 1, 'wrong-answer'],
		['multiple', [1, 'one'], 'twice'],
		['multiple', [1, true], 'wrong-answer'],
		['true-false', 'true', 'wrong-answer'],
		['text', 5, 'wrong-answer'],
		['number', [5], 'wrong-answer'],
		['cloze', ['x'], 'incomplete'],
		['cloze', ['x', 'y', 'z'], 'incomplete'],
		['cloze', { a: 'x' }, 'wrong-answer'],
		['order', [1, 2], 'incomplete'],
		['order', [1, 2, 2], 'twice'],
		['order', [1, 2, 4], 'no-such-option'],
		['match', [1], 'incomplete'],
		['match', { l: 1 }, 'incomplete'],
		['match', { l: 1, n: 2 }, 'no-such-option'],
		['match', { l: 1, m: 'four' }, 'no-such-option'],
	] as const)('to %s as %j is %s, and the question stands', async (type, value, code) => {
		const { reply, errors } = await given(type, value);
		expect(errors).toMatchObject([{ code, message: expect.stringMatching(/^Unexpected .*\. Expected .*\.$/u) }]);
		expect(reply).toEqual({ kind: 'stop', by: 'quit' });
	});

	it('shows what was found and expected', async () => {
		const messages = await Promise.all([
			given('choice', 7),
			given('choice', 'x'.repeat(100)),
			given('cloze', ['x']),
			given('match', { l: 1 }),
			heard('{"next":true}'),
			heard('{"awnser":1}'),
			heard('7 of'),
		]);
		expect(messages.map(({ errors }) => errors[0]?.['message'])).toMatchInlineSnapshot(`
			[
			  "Unexpected number 7. Expected a number from 1 to 3, or the text of one option.",
			  "Unexpected text "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...". Expected a number from 1 to 3, or the text of one option.",
			  "Unexpected array of 1. Expected 2 texts, one for each blank in order.",
			  "Unexpected answer without "m". Expected all 2 left sides.",
			  "Unexpected "next" now. Expected one of answer, dontKnow, bookmark, dispute, stop.",
			  "Unexpected key "awnser". Expected an object with one key of answer, dontKnow, next, read, choose, bookmark, dispute, stop.",
			  "Unexpected "7 of", which is not JSON. Expected an object with one key of answer, dontKnow, next, read, choose, bookmark, dispute, stop, on one line.",
			]
		`);
	});
});

describe('a line that is not understood', () => {
	const wrong: Readonly<Record<string, readonly [line: string, code: string]>> = {
		'half an object': ['{"answer":', 'not-json'],
		'quotes of another kind': ["{'answer':1}", 'not-json'],
		'an escape sequence': ['\x1b[2J', 'not-json'],
		'a number': ['7', 'not-an-object'],
		'an array': ['[]', 'not-an-object'],
		null: ['null', 'not-an-object'],
		'no key': ['{}', 'unknown-message'],
		'a key in capitals': ['{"ANSWER":1}', 'unknown-message'],
		'a key that every object has': ['{"__proto__":1}', 'unknown-message'],
		'another of those': ['{"constructor":1}', 'unknown-message'],
		'two keys': ['{"answer":1,"next":true}', 'unknown-message'],
		'dontKnow with a number': ['{"dontKnow":1}', 'wrong-value'],
		'stop with a text': ['{"stop":"now"}', 'wrong-value'],
		'read with a number': ['{"read":1}', 'wrong-value'],
		'choose with a number': ['{"choose":1}', 'wrong-value'],
		'bookmark with a text': ['{"bookmark":"yes"}', 'wrong-value'],
		'dispute with true': ['{"dispute":true}', 'wrong-value'],
		'next, before the answer': ['{"next":true}', 'not-now'],
		'choose, where there is no menu': ['{"choose":"quiz"}', 'not-now'],
		'read, where the book is closed': ['{"read":"trees"}', 'closed-book'],
		'very many brackets': [`{"answer":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'too-deep'],
		'objects in objects': [`{"answer":${'{"a":'.repeat(20)}1${'}'.repeat(20)}}`, 'too-deep'],
		'brackets in a text, which are no nesting': [`{"answer":"${'['.repeat(50)}"}`, 'no-such-option'],
		'more bytes than the limit': ['x'.repeat(longestLine + 1), 'too-long'],
	};

	it.each(Object.keys(wrong))('gets an error, and the question stands: %s', async (name) => {
		const [line = '', code] = wrong[name] ?? [];
		const { reply, errors } = await heard(line);
		expect(errors).toMatchObject([{ code }]);
		expect(JSON.stringify(errors).length).toBeLessThan(600);
		expect(reply).toEqual({ kind: 'stop', by: 'quit' });
	});

	it('because its bytes are not UTF-8 is told', async () => {
		const { examiner, input, received } = client(() => 'wait');
		const reply = examiner.ask(asked(presentations.text));
		input.write(Buffer.from([0x7b, 0xff, 0x7d, 0x0a]));
		input.end('{"answer":"Größe 漢字"}');
		expect(await reply).toEqual({ kind: 'answer', answer: { type: 'text', typed: 'Größe 漢字' } });
		expect(received.filter((message) => message.type === 'error')).toMatchObject([{ code: 'not-utf8' }]);
	});

	it('agrees with the published schema', () => {
		const isRequest = matcher('request');
		const key = fc.constantFrom('answer', 'dontKnow', 'next', 'read', 'choose', 'bookmark', 'dispute', 'stop', 'type', '');
		const value = fc.oneof(
			fc.boolean(),
			fc.integer({ min: -2, max: 9 }),
			fc.string(),
			fc.array(fc.oneof(fc.nat(), fc.string())),
			fc.constant(null),
		);
		fc.assert(
			fc.property(fc.dictionary(key, value, { maxKeys: 2 }), (object) => {
				const { ok } = readRequest(JSON.stringify(object));
				const bySchema = isRequest(object);
				// What an answer may be hangs on the question, so the schema alone says less of it.
				if (ok && !Object.hasOwn(object, 'answer')) expect({ object, bySchema }).toEqual({ object, bySchema: true });
				if (!ok) expect({ object, bySchema }).toEqual({ object, bySchema: false });
			}),
		);
	});

	it('is never more than an error, whatever it is', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc.json().map((text) => `{"answer":${text}}`),
				),
				async (text) => {
					const line = text.replace(/[\n\r]/gu, ' ');
					// A blank line is passed over in silence.
					fc.pre(line.trim() !== '');
					const types = Object.keys(presentations).filter((type): type is keyof typeof presentations => type in presentations);
					for (const type of types) await heard(line, type);
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('the lines', () => {
	it('may come in pieces, many at once, with CRLF and blank ones between them', async () => {
		const { examiner, input } = client(() => 'wait');
		const first = examiner.ask(asked(presentations.choice));
		for (const piece of ['{"ans', 'wer"', ':2}', '\r\n\r\n  \n{"answer":[1]}\n{"ans']) input.write(piece);
		expect(await first).toMatchObject({ answer: { chosen: 'two' } });
		expect(await examiner.ask(asked(presentations.multiple))).toMatchObject({ answer: { chosen: ['one'] } });
		input.end('wer":true}');
		expect(await examiner.ask(asked(presentations['true-false']))).toMatchObject({ answer: { chosen: true } });
		expect(await examiner.ask(asked(presentations.choice))).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('are not read any faster than the client reads', async () => {
		const input = new PassThrough();
		const held: (() => void)[] = [];
		let written = '';
		const output = new Writable({
			highWaterMark: 1,
			write(chunk, _encoding, done) {
				written += String(chunk);
				held.push(done);
			},
		});
		const examiner = createProtocolExaminer({ input, output });
		const reply = examiner.ask(asked(presentations.choice));
		for (let line = 0; line < 1_000; line += 1) input.write('nonsense\n');
		input.end('{"answer":1}\n');
		const turns = async () => {
			for (let turn = 0; turn < 50; turn += 1) await new Promise((resume) => setImmediate(resume));
		};
		await turns();
		expect(written.split('\n').length).toBeLessThan(5);
		while (held.length > 0) {
			held.shift()?.();
			await new Promise((resume) => setImmediate(resume));
		}
		expect(await reply).toMatchObject({ answer: { chosen: 'one' } });
		expect(written.split('"not-json"').length).toBe(1_001);
	});

	it('end where the reader went away', async () => {
		const { examiner, output } = client(() => 'wait');
		const reply = examiner.ask(asked(presentations.choice));
		output.destroy(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
		output.on('error', () => undefined);
		expect(await reply).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('have no control character in them, and read back as the deck has it', async () => {
		const evil = '\x1b]0;x\x07\x9b2J\u2028\u2029\u202e\ud800\r\n\t\u{e0041}';
		const { examiner, received, raw } = client((message) => (message.type === 'question' ? '{"answer":1}' : '{"next":true}'));
		await examiner.ask(asked({ type: 'choice', stem: evil, options: [evil, 'two'] }));
		const view: FeedbackView = { ...sample.missed, explanation: evil, asides };
		await examiner.feedback(view);
		expect(raw()).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u{e0000}-\u{e007f}\p{Cs}]/u);
		expect(received[0]).toMatchObject({ question: { stem: evil } });
		expect(received.find(({ type }: Received) => type === 'verdict')).toMatchObject({ explanation: evil });
	});
});
