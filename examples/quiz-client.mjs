#!/usr/bin/env node
// A client of `gradus quiz` in forty lines: shows each question, answers at random, and tells how it went. The protocol is
// explained in docs/protocol.md. To run it: node examples/quiz-client.mjs <deck> <unit>

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/gradus.cjs', import.meta.url));
const quiz = spawn(process.execPath, [program, 'quiz', ...process.argv.slice(2)], { stdio: ['pipe', 'pipe', 'inherit'] });
const say = (line) => quiz.stdin.write(`${JSON.stringify(line)}\n`);
const oneOf = (texts) => 1 + Math.floor(Math.random() * texts.length);

/** An answer for each type of question; where something must be typed, it says that it does not know. */
const guesses = {
	choice: ({ options }) => ({ answer: oneOf(options) }),
	multiple: ({ options }) => ({ answer: [oneOf(options)] }),
	'true-false': () => ({ answer: Math.random() < 0.5 }),
	order: ({ items }) => ({ answer: items }),
	match: ({ lefts, rights }) => ({ answer: lefts.map(() => oneOf(rights)) }),
};

const heed = {
	question({ position, of, question }) {
		console.log(`\n${position} of ${of}: ${question.stem}`);
		for (const text of question.options ?? question.items ?? question.rights ?? []) console.log(`  - ${text}`);
		say(guesses[question.type]?.(question) ?? { dontKnow: true });
	},
	verdict({ verdict, key }) {
		console.log(`  ${verdict}; right is: ${key.join(', ')}`);
		say({ next: true });
	},
	// With the benchmark out of reach one is asked whether to go on; nothing else is asked in a quiz.
	choose: ({ about }) => say(about.kind === 'out-of-reach' ? { choose: 'go-on' } : { stop: true }),
	error({ code, message }) {
		console.error(code, message);
		say({ stop: true });
	},
	result: ({ right, of, need }) => console.log(`\n${right} of ${of} right, ${need.right} needed`),
	bye: ({ message }) => console.log(message),
};

createInterface({ input: quiz.stdout }).on('line', (line) => {
	const message = JSON.parse(line);
	heed[message.type]?.(message);
});
quiz.on('close', (code) => {
	process.exitCode = code ?? 1;
});
