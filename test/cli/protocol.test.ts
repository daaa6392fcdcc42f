import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import type { Environment } from '../../src/cli/environment.ts';
import { main } from '../../src/cli/main.ts';
import { listen, type Received, type Said } from '../terminal/protocol-client.ts';
import { faultsIn } from '../terminal/protocol-schema.ts';
import { projectFolder, type World, world } from './run-program.ts';

const smallDeck = join(projectFolder, 'test/e2e/deck');

interface Sitting {
	readonly code: number;
	readonly received: readonly Received[];
	readonly transcript: readonly string[];
	readonly errors: string;
	/** Of the last line. */
	readonly bye: Received | undefined;
}

/** Runs with a client that answers each message that waits; its lines are held against the schema. */
async function sit(
	{ environment }: World,
	argv: readonly string[],
	say: (message: Received, received: readonly Received[]) => Said,
	over: Partial<Environment> = {},
): Promise<Sitting> {
	const input = new PassThrough();
	const output = new PassThrough();
	const errors = new PassThrough();
	const { received, transcript } = listen(input, output, say);
	const code = await main(argv, environment({ input, output, errors, ...tickingClock(), ...over }));
	await new Promise((resume) => setImmediate(resume));
	for (const message of received) expect({ message, faults: faultsIn(message) }).toEqual({ message, faults: [] });
	return { code, received, transcript, errors: String(errors.read() ?? ''), bye: received.at(-1) };
}

/** A second later at each look, ids and seeds in order. */
function tickingClock() {
	let now = Date.UTC(2026, 0, 1, 12);
	let next = 0;
	return {
		now: () => {
			now += 1_000;
			return now;
		},
		newSeed: () => 7 + next,
		newId: () => {
			next += 1;
			return `01900000-0000-7000-8000-${String(next).padStart(12, '0')}`;
		},
	};
}

/** The small deck's right option says so. */
function rightly(message: Received): Said {
	if (message.type === 'choose') return '{"choose":"stop"}';
	if (message.type !== 'question') return '{"next":true}';
	const { options } = message['question'] as { readonly options: readonly string[] };
	return JSON.stringify({ answer: options.find((option) => option.startsWith('The right thing')) });
}

const types = (received: readonly Received[]) => received.map(({ type }) => type);

describe('quiz, practice and learn without a terminal', () => {
	it('speak JSON Lines from hello to bye', async () => {
		const quiz = await sit(world(), ['quiz', smallDeck, 'first'], rightly);
		expect({ code: quiz.code, errors: quiz.errors }).toEqual({ code: 0, errors: '' });
		expect(types(quiz.received).slice(0, 3)).toEqual(['hello', 'form', 'question']);
		expect(quiz.received[0]).toMatchObject({ protocol: 'gradus.quiz/1', version: expect.stringMatching(/^\d/u), longestLine: 1_000_000 });
		expect(types(quiz.received).slice(-3)).toEqual(['result', 'mastered', 'bye']);
		expect(quiz.bye).toMatchObject({
			ended: 'done',
			finished: true,
			exitCode: 0,
			next: expect.stringMatching(/^gradus learn \S*e2e\/deck first$/u),
		});
	});

	it('keep a sitting that a test can replay byte for byte', async () => {
		const lines: Record<string, Said[]> = {
			choose: ['{"choose":"read:apples"}', '{"choose":"quiz"}', '{"choose":"stop"}'],
			question: ['{"bookmark":true}'],
		};
		const { transcript, code } = await sit(
			world(),
			['learn', 'small', 'first'],
			(message) => {
				const planned = lines[message.type]?.shift();
				if (planned !== undefined) return planned;
				if (message.type === 'bookmarked') return '{"answer":9}';
				if (message.type === 'error') return '{"dontKnow":true}';
				return rightly(message);
			},
			{ packageFolder: withDeck() },
		);
		expect(code).toBe(0);
		await expect(`${transcript.join('\n')}\n`).toMatchFileSnapshot('../../docs/protocol-sitting.txt');
	});

	it('end with 3 where the lines end before an attempt is finished, keep it, and say how to go on', async () => {
		const here = world();
		const { code, bye, errors } = await sit(here, ['quiz', smallDeck, 'first'], (message, received) =>
			received.filter(({ type }) => type === 'question').length === 2 ? 'end' : rightly(message),
		);
		expect({ code, errors }).toEqual({ code: 3, errors: '' });
		expect(bye).toMatchObject({
			ended: 'stopped',
			by: 'end-of-input',
			finished: false,
			left: { unit: { id: 'first' }, attempt: 'quiz', position: 2, of: 4 },
			message: expect.stringMatching(/^Stopped at question 2 of 4 .*kept\. Go on with gradus learn/u),
			exitCode: 3,
		});
		const again = await sit(here, ['learn', smallDeck], (message) => (message.type === 'choose' ? '{"choose":"resume"}' : '{"stop":true}'));
		expect(again.received.find(({ type }) => type === 'resumed')).toMatchObject({ position: 2, of: 4 });
		expect(again).toMatchObject({ code: 0, bye: { by: 'quit', left: { position: 2 } } });
	});

	it('end with 0 where the lines end after an attempt is finished', async () => {
		const quiz = await sit(world(), ['quiz', smallDeck, 'first'], (message) =>
			message.type === 'verdict' && message['position'] === 4 ? 'end' : rightly(message),
		);
		expect(quiz).toMatchObject({ code: 0, bye: { ended: 'done', finished: true } });
		const learn = await sit(world(), ['learn', smallDeck], (message, received) => {
			if (message.type !== 'choose') return rightly(message);
			return received.some(({ type }) => type === 'result') ? 'end' : '{"choose":"quiz"}';
		});
		expect(learn).toMatchObject({ code: 0, bye: { ended: 'stopped', by: 'end-of-input', finished: true, exitCode: 0 } });
	});

	it('refuse in a bye what cannot be: a closed gate, a unit that is not there, practice beside an open quiz', async () => {
		const here = world();
		expect(await sit(here, ['quiz', smallDeck, 'second'], () => 'wait')).toMatchObject({
			code: 3,
			errors: '',
			bye: {
				ended: 'closed',
				message: expect.stringMatching(/closed for now.*3 of 4/u),
				next: expect.stringMatching(/first$/u),
				exitCode: 3,
			},
		});
		expect(await sit(here, ['quiz', smallDeck, 'frist'], () => 'wait')).toMatchObject({
			code: 2,
			bye: { ended: 'unknown-unit', message: expect.stringContaining('Did you mean first?') },
		});
		await sit(here, ['quiz', smallDeck, 'first'], () => '{"stop":true}');
		expect(await sit(here, ['practice', smallDeck, 'first'], () => 'wait')).toMatchObject({
			code: 3,
			bye: { ended: 'quiz-open', left: { position: 1, of: 4 } },
		});
	});

	it('say nothing on standard output where there is no deck to speak of', async () => {
		expect(await sit(world(), ['quiz', 'nowhere', 'first'], () => 'wait')).toMatchObject({
			code: 2,
			received: [],
			errors: expect.stringContaining('no deck called nowhere'),
		});
	});

	it('begin nothing where nobody is there: an input that is empty from the start', async () => {
		const { run, folder } = world();
		for (const command of ['learn', 'quiz', 'practice']) {
			const argv = command === 'learn' ? [command, smallDeck] : [command, smallDeck, 'first'];
			expect(await run(argv)).toMatchObject({
				code: 3,
				output: '',
				errors: expect.stringMatching(/no terminal to ask in\. Nothing was changed/u),
			});
		}
		expect(existsSync(join(folder, '.local'))).toBe(false);
	});

	it('ask nobody where only one end is a terminal, and say what can be done', async () => {
		const { environment, folder } = world();
		for (const [inputIsTerminal, outputIsTerminal] of [[true, false] as const, [false, true] as const]) {
			const errors = new PassThrough();
			const input = Object.assign(new PassThrough(), { isTTY: inputIsTerminal });
			const output = Object.assign(new PassThrough(), { isTTY: outputIsTerminal });
			expect(await main(['quiz', smallDeck, 'first'], environment({ input, output, errors }))).toBe(3);
			expect(String(errors.read())).toMatch(/no terminal to ask in\. Nothing was changed\..*--plain.*JSON Lines/u);
			expect(output.read()).toBe(null);
		}
		expect(existsSync(join(folder, '.local'))).toBe(false);
	});

	it('end with 130 and a bye at an interruption', async () => {
		const heard: (() => void)[] = [];
		const signals: Environment['signals'] = {
			on: (signal, listener) => (signal === 'SIGINT' ? heard.push(listener) : undefined),
			off: () => undefined,
			raise: () => undefined,
		};
		const { code, bye } = await sit(
			world(),
			['quiz', smallDeck, 'first'],
			(message) => {
				if (message.type === 'question') heard[0]?.();
				return 'wait';
			},
			{ signals },
		);
		expect(code).toBe(130);
		expect(bye).toMatchObject({ ended: 'stopped', by: 'interrupt', left: { position: 1 }, exitCode: 130 });
	});

	it('are not changed by the settings that a terminal is used with', async () => {
		const variables = { TERM: 'dumb', GRADUS_PLAIN: '1', FORCE_COLOR: '3' };
		const { code, received } = await sit(world(), ['quiz', smallDeck, 'first'], rightly, {
			variables: { ...variables, GRADUS_DB: join(world().folder, 'record.db') },
		});
		expect(code).toBe(0);
		expect(received[0]).toMatchObject({ type: 'hello' });
		expect(JSON.stringify(received)).not.toContain('\\u001b');
	});
});

/** An installation whose one shipped deck is the small one. */
function withDeck(): string {
	const { folder } = world();
	cpSync(smallDeck, join(folder, 'decks', 'small'), { recursive: true });
	return folder;
}
