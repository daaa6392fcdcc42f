// What a learner does at a question, on the small deck and on decks written for one test.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PseudoTerminal } from './pseudo-terminal.ts';

export const enter = '\r';
export const interrupt = '\x03';
export const endOfInput = '\x04';
export const suspend = '\x1a';

/** Waits for a question of the small deck and its keys. */
export function asked(terminal: PseudoTerminal, position: number): Promise<string> {
	return terminal.shows(new RegExp(`Question ${position} of \\d+ (?!.*Question \\d).*Enter answer`, 'su'));
}

/** Answers a question of the small deck and waits until the keys under the verdict work. */
export async function answer(terminal: PseudoTerminal, position: number): Promise<void> {
	await pick(terminal, position);
	await terminal.shows(new RegExp(`Question ${position} of \\d+ (?!.*Question \\d).*[✓+] right.*Enter (?:next|result)`, 'su'));
}

/** Gives the right answer to a question of the small deck, and waits for nothing. */
export async function pick(terminal: PseudoTerminal, position: number, after = ''): Promise<void> {
	const screen = await asked(terminal, position);
	const question = screen.slice(screen.lastIndexOf(`Question ${position} of`));
	terminal.press(`${/(\d) {2}The right thing/u.exec(question)?.[1] ?? ''}${enter}${after}`);
}

/** Writes a deck of one unit called `unit`, whose questions are given as YAML, and returns its folder. */
export function writeDeck(home: string, questions: string, { id = 'written', draw = 3 }: { id?: string; draw?: number } = {}): string {
	const folder = join(home, id);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'deck.yaml'), `deck: ${id}\ntitle: A written deck\nunits: [unit.yaml]\n`);
	writeFileSync(
		join(folder, 'unit.yaml'),
		`unit: unit
title: One unit
draw: ${draw}
sections:
  - {id: all, title: All of it, objective: Know it, text: What there is to know.}
questions:
${questions}`,
	);
	return folder;
}

/** Three questions whose typed answer is `snow storm`. */
export const typedQuestions = [1, 2, 3]
	.map(
		(number) => `  - id: q${number}
    section: all
    type: text
    stem: What falls, and what blows, on day ${number}?
    answer: snow storm
    explanation: It is winter.
`,
	)
	.join('');

/** One question with six options of many words each. */
export const longQuestions = `  - id: long
    section: all
    stem: Which of these long answers is the one that is asked for?
    answer: ${'A long answer that goes on and on, number zero, '.repeat(3)}and so it ends
    distractors:
${[1, 2, 3, 4, 5].map((number) => `      - ${`A long answer that goes on and on, number ${number}, `.repeat(3)}and so it ends\n`).join('')}    explanation: It is the one.
`;

/** For scripts: `answers rain rain` prints, as lines of JSON, two answers and the leave of their verdicts; `all` is the right words three times. */
export const answerLines = `answers() { for word in "$@"; do echo "{\\"answer\\":\\"$word\\"}"; echo '{"next":true}'; done; }
all() { answers 'snow storm' 'snow storm' 'snow storm'; }`;
