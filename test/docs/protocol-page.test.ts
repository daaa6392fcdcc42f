import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { learn, practise, quiz } from '../../src/session/learn.ts';
import { type ErrorCode, type Message, requestKeys } from '../../src/terminal/protocol/messages.ts';
import { readAnswer } from '../../src/terminal/protocol/read-answer.ts';
import { readRequest } from '../../src/terminal/protocol/read-request.ts';
import { sittingRoom } from '../session/sitting-room.ts';
import { everyTypeDeck as deck, type EveryType, jsonAnswers } from '../terminal/every-type.ts';
import { client, type Received, type Said } from '../terminal/protocol-client.ts';
import { faultsIn, matcher, protocolSchema } from '../terminal/protocol-schema.ts';
import { fenced, projectFolder, withMadeBlocks } from './made-blocks.ts';

const file = join(projectFolder, 'docs/protocol.md');
const page = readFileSync(file, 'utf8');

/** Every type of message there is; a new one will not compile without its place here. */
const everyMessage: { readonly [T in Message['type']]: true } = {
	hello: true,
	unit: true,
	choose: true,
	section: true,
	form: true,
	question: true,
	again: true,
	verdict: true,
	bookmarked: true,
	disputed: true,
	result: true,
	prescription: true,
	mastered: true,
	'practice-done': true,
	resource: true,
	resumed: true,
	'gave-up': true,
	'answered-elsewhere': true,
	'ended-elsewhere': true,
	error: true,
	bye: true,
};

const everyError: { readonly [C in ErrorCode]: true } = {
	'too-long': true,
	'not-utf8': true,
	'not-json': true,
	'too-deep': true,
	'not-an-object': true,
	'unknown-message': true,
	'wrong-value': true,
	'not-now': true,
	'closed-book': true,
	'wrong-answer': true,
	'no-such-option': true,
	twice: true,
	incomplete: true,
	'no-such-action': true,
	'no-such-section': true,
};

interface Examples {
	readonly messages: Readonly<Record<string, Received>>;
	readonly questions: readonly unknown[];
}

/** What the program said in three sittings, the telling one of each type. */
async function examples(): Promise<Examples> {
	const room = sittingRoom(3);
	const [unit] = deck.units;
	if (unit === undefined) throw new Error('the deck has no unit');
	const said: Received[] = [];
	const typeOf = (message: Received) => (message['question'] as { readonly type: EveryType }).type;
	const play = (plan: {
		readonly choose: readonly string[];
		readonly how: 'right' | 'missed';
		readonly before?: Record<string, string[]>;
	}) => {
		const choices = [...plan.choose];
		return (message: Received): Said => {
			const first =
				message.type === 'question' || message.type === 'bookmarked' || message.type === 'disputed'
					? plan.before?.[message.type]?.shift()
					: undefined;
			if (first !== undefined) return first;
			if (message.type === 'choose') return JSON.stringify({ choose: choices.shift() ?? 'stop' });
			if (message.type === 'error' && !(message['expected'] as readonly string[]).includes('dontKnow')) return 'end';
			if (['again', 'error', 'bookmarked', 'disputed'].includes(message.type)) return '{"dontKnow":true}';
			if (message.type === 'question' && typeOf(message) === 'number' && plan.how === 'missed') return '{"answer":"forty"}';
			return message.type === 'question' ? JSON.stringify({ answer: jsonAnswers[typeOf(message)][plan.how] }) : '{"next":true}';
		};
	};
	const sitting = async (use: (examiner: ReturnType<typeof client>['examiner']) => Promise<unknown>, say: (message: Received) => Said) => {
		const { examiner, received } = client(say);
		await use(examiner);
		said.push(...received);
	};
	const seat = () => room.seat({ deck });

	await sitting(
		(examiner) => learn({ ...seat(), examiner }, deck, 'snapshots'),
		play({
			choose: ['read:trees', 'quiz', 'go-on', 'practice', 'stop'],
			how: 'missed',
			before: {
				question: ['{"bookmark":true}'],
				bookmarked: ['{"dispute":"two are right"}'],
				disputed: ['{"answer":17}'],
			},
		}),
	);
	await sitting(
		async (examiner) => {
			examiner.hello('0.1.0');
			await quiz({ ...seat(), examiner }, deck, 'snapshots');
			examiner.tell({ kind: 'resumed', unit, attemptKind: 'quiz', position: 3, asked: 8, deckChanged: false });
			examiner.tell({ kind: 'gave-up', unit, attemptKind: 'quiz' });
			examiner.tell({ kind: 'answered-elsewhere' });
			examiner.tell({ kind: 'ended-elsewhere', unit, attemptKind: 'quiz' });
			examiner.tell({ kind: 'resource', unit, resource: { title: 'Pro Git, chapter 10', url: 'https://git-scm.com/book' } });
			await examiner.bye({
				ended: 'stopped',
				by: 'end-of-input',
				left: { unit: { id: unit.id, title: unit.title }, attempt: 'quiz', position: 3, of: 8 },
				message:
					'Stopped at question 3 of 8 of the quiz on "Commits are snapshots". Every answer is kept. Go on with gradus learn git snapshots',
				next: 'gradus learn git snapshots',
				exitCode: 3,
			});
		},
		play({ choose: [], how: 'right' }),
	);
	await sitting((examiner) => practise({ ...seat(), examiner }, deck, 'snapshots'), play({ choose: [], how: 'right' }));
	for (const message of said) expect({ message, faults: faultsIn(message) }).toEqual({ message, faults: [] });

	const telling = (type: string): Received | undefined => {
		const all = said.filter((message) => message.type === type);
		if (type === 'verdict') return all.find(({ partly }) => JSON.stringify(partly)?.includes('"items"'));
		return all[0];
	};
	return {
		messages: Object.fromEntries(Object.keys(everyMessage).map((type) => [type, telling(type) ?? { type: 'hello' }])),
		questions: Object.keys(jsonAnswers).map(
			(type) => said.find((message) => message.type === 'question' && typeOf(message) === type)?.['question'],
		),
	};
}

/** JSON as short as can be read: what fits on a line stands on one. */
function shortly(value: unknown, room = 116): string {
	const whole = JSON.stringify(value, undefined, 1).replace(/\n\s*/gu, ' ');
	if (whole.length <= room || typeof value !== 'object' || value === null) return whole;
	const inner = Array.isArray(value)
		? value.map((each) => shortly(each, room - 2))
		: Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${shortly(each, room - key.length - 6)}`);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${inner.join(',\n').replace(/^/gmu, '  ')}\n${close}`;
}

describe('docs/protocol.md', () => {
	it('shows every message as it is (to bring it up to date: npx vitest run test/docs --update)', async () => {
		const { messages, questions } = await examples();
		const blocks = Object.entries(messages).map(([type, message]) => {
			expect(message.type).toBe(type);
			return [type, fenced('json', shortly(message))];
		});
		const made = withMadeBlocks(page, {
			...Object.fromEntries(blocks),
			questions: fenced('json', questions.map((each) => shortly(each)).join('\n')),
		});
		await expect(made).toMatchFileSnapshot(file);
	});

	it('names every code of an error, and every key of a line, and no others', () => {
		const table = (head: string) => {
			const [, rows = ''] = page.split(head);
			return [...(rows.split('\n\n')[0] ?? '').matchAll(/^\| `\{?"?([\w-]+)/gmu)].map(([, name]) => name);
		};
		expect(table('| code | the line |')).toEqual(Object.keys(everyError));
		expect(table('| line | when | what it does |')).toEqual([...requestKeys]);
		expect(table('| type of question | `answer` is | for example |')).toEqual(Object.keys(jsonAnswers));
	});

	it('shows only lines that are read as it says', () => {
		const lines = [...page.matchAll(/`(\{"(?:answer|dontKnow|next|read|choose|bookmark|dispute|stop)": [^`]*\})`/gu)].map(
			([, line = '']) => line,
		);
		expect(lines.length).toBeGreaterThan(20);
		const isRequest = matcher('request');
		for (const line of lines.filter((each) => !each.includes('...'))) {
			expect({ line, ...readRequest(line) }).toMatchObject({ line, ok: true });
			expect({ line, sound: isRequest(JSON.parse(line)) }).toEqual({ line, sound: true });
		}
	});

	it('shows answers that each type takes', () => {
		const rows = [...page.matchAll(/^\| `([a-z-]+)` \| .* \| ((?:`\{"answer": .*\}`(?:, )?)+) \|$/gmu)];
		const presentations = {
			choice: { type: 'choice', stem: '', options: ['one', 'two'] },
			multiple: { type: 'multiple', stem: '', options: ['An author', 'A message'] },
			'true-false': { type: 'true-false', stem: '' },
			text: { type: 'text', stem: '' },
			number: { type: 'number', stem: '' },
			cloze: { type: 'cloze', stem: '', blanks: ['a', 'b', 'c'] },
			order: { type: 'order', stem: '', items: ['a', 'b', 'c', 'd'] },
			match: { type: 'match', stem: '', lefts: ['commit', 'tree'], rights: ['names', 'differences', 'one tree'] },
		} as const;
		expect(rows.map(([, type]) => type)).toEqual(Object.keys(presentations));
		for (const [, type = '', shown = ''] of rows) {
			const presentation = Object.values(presentations).find((each) => each.type === type);
			for (const [, line = ''] of shown.matchAll(/`([^`]*)`/gu)) {
				if (presentation === undefined) throw new Error(type);
				// The object for `match` shows one of its pairs.
				const { answer } = JSON.parse(line);
				const whole = type === 'match' && !Array.isArray(answer) ? { commit: 'one tree', ...answer } : answer;
				expect({ line, ...readAnswer(whole, presentation) }).toMatchObject({ line, ok: true });
			}
		}
	});
});

describe('schema/protocol.schema.json', () => {
	it('has every type of message and every key of a line, and no others', () => {
		const named = (prefix: string) =>
			Object.keys(protocolSchema.definitions).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
		expect(named('message-').sort()).toEqual(Object.keys(everyMessage).sort());
		expect(named('request-')).toEqual([...requestKeys]);
		const codes = (
			protocolSchema.definitions['message-error'] as { readonly properties: { readonly code: { readonly enum: readonly string[] } } }
		).properties.code.enum;
		expect([...codes].sort()).toEqual(Object.keys(everyError).sort());
	});
});
