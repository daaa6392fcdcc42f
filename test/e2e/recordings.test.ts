// A whole sitting of the built program in a real pseudo-terminal, recorded: what stood on the screen at each step, as text, and the bytes
// as an asciicast, so that the page can show the program as it is. `npx vitest run test/e2e/recordings.test.ts --update` records anew.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Terminal } from '@xterm/headless';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import type { Question } from '../../src/model/deck.ts';
import { freshHome, openTerminal, type PseudoTerminal, program } from './pseudo-terminal.ts';

const folder = join(import.meta.dirname, '../../docs/recordings');
const preload = join(import.meta.dirname, 'fixed-chance.cjs');
const rows = 24;

/** Positions at which the learner slips: so many that the benchmark goes out of reach. */
const slips: ReadonlySet<number> = new Set([2, 3]);

interface Step {
	/** What is on the screen, without trailing blanks. */
	readonly screen: string;
	/** The bytes that led there. */
	readonly output: string;
}

async function record(columns: number): Promise<readonly Step[]> {
	const { variables } = freshHome();
	const settings = { columns, rows, before: ['-r', preload, program] };
	const terminal = openTerminal(['learn', 'mastery', 'idea'], variables, settings);
	const steps: Step[] = [];
	let seen = 0;
	const reach = async (pattern: RegExp) => {
		await terminal.shows(pattern);
		await settled(terminal);
		steps.push({ screen: visible(terminal), output: terminal.raw.slice(seen) });
		seen = terminal.raw.length;
	};

	await reach(/Enter go/u);
	terminal.press('2');
	await settled(terminal);
	terminal.press('\r');
	for (let position = 1; position <= 3; position++) {
		await reach(new RegExp(`Question ${position} of 10(?!.*Question \\d).*(?:Enter answer|Enter {2}answer)`, 'su'));
		terminal.press(keysFor(variables['GRADUS_DB'] ?? '', !slips.has(position)));
		await settled(terminal);
		terminal.press('\r');
		await reach(new RegExp(`Question ${position} of 10(?!.*Question \\d).*Enter next`, 'su'));
		// An explanation that is longer than the screen is turned page by page.
		do {
			terminal.press('\r');
			await settled(terminal);
		} while (/Enter next/u.test(visible(terminal).split('\n').at(-1) ?? ''));
	}
	await reach(/Go to the\s+sections.*Enter go/su);
	terminal.press('\r');
	await reach(/not yet(?!.*Question \d).*Enter go/su);
	terminal.press('q');
	await terminal.ended;
	await reach(/Stopped|kept/u);

	const map = openTerminal(['map', 'mastery'], variables, settings);
	await map.ended;
	steps.push({ screen: map.screen(), output: map.raw });
	return steps;
}

/** No byte came for a while. */
async function settled(terminal: PseudoTerminal): Promise<void> {
	for (let before = -1; before !== terminal.raw.length; ) {
		before = terminal.raw.length;
		await new Promise((resolve) => setTimeout(resolve, 400));
	}
}

function visible(terminal: PseudoTerminal): string {
	return terminal.screen().split('\n').slice(-rows).join('\n');
}

/** For the question that is shown and not answered: the key for its right option, or for one that has feedback. */
function keysFor(file: string, right: boolean): string {
	const database = new Database(file, { readonly: true });
	try {
		const row = database.prepare('SELECT snapshot FROM question WHERE shown IS NOT NULL AND answered IS NULL').get();
		const { snapshot } = row as { readonly snapshot: string };
		const { question, options } = JSON.parse(snapshot) as { readonly question: Question; readonly options: readonly string[] };
		switch (question.type) {
			case 'choice':
			case 'multiple': {
				const picked = question.options.filter((option) => option.right === right);
				const some = right ? picked : [picked.find(({ feedback }) => feedback !== undefined) ?? picked[0]];
				return some.flatMap((option) => (option === undefined ? [] : [String(options.indexOf(option.text) + 1)])).join('');
			}
			case 'true-false':
				return question.key === right ? 't' : 'f';
			case 'text':
				return right ? (question.keys[0] ?? '') : 'I would have to guess';
			case 'number':
				return right ? question.key : '0';
			default:
				throw new Error(`no keys for ${question.type}`);
		}
	} finally {
		database.close();
	}
}

/** Version 2 of the format, with the seconds that a person would take. */
function asciicast(steps: readonly Step[], columns: number): string {
	let time = 0.2;
	const events = steps.map(({ screen, output }) => {
		const event = JSON.stringify([Number(time.toFixed(2)), 'o', output]);
		time += 1.5 + screen.length / 400;
		return event;
	});
	const header = {
		version: 2,
		width: columns,
		height: rows,
		title: 'Gradus: a quiz, two misses, and the way back',
		env: { TERM: 'xterm-256color' },
	};
	return `${[JSON.stringify(header), ...events].join('\n')}\n`;
}

/** The screen after each event of a recording. */
async function replay(cast: string, columns: number): Promise<readonly string[]> {
	const [, ...events] = cast.trimEnd().split('\n');
	const screens: string[] = [];
	const terminal = new Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
	for (const line of events) {
		const [, , output] = JSON.parse(line) as readonly [number, string, string];
		await new Promise<void>((resolve) => terminal.write(output, resolve));
		const { active } = terminal.buffer;
		const lines = Array.from({ length: active.length }, (_, index) => active.getLine(index)?.translateToString(true) ?? '');
		screens.push(lines.join('\n').trimEnd().split('\n').slice(-rows).join('\n'));
	}
	return screens;
}

function bookOf(screens: readonly string[]): string {
	return screens.map((screen, index) => `${`── ${index + 1} ──`}\n${screen}\n`).join('\n');
}

describe.each([80, 40])('a sitting at %i columns', (columns) => {
	const cast = join(folder, `sitting-${columns}.cast`);

	it('shows what it showed when it was recorded', async () => {
		const steps = await record(columns);
		if (process.env['UPDATING'] === 'yes') writeFileSync(cast, asciicast(steps, columns));
		await expect(bookOf(steps.slice(0, -1).map(({ screen }) => screen))).toMatchFileSnapshot(join(folder, `sitting-${columns}.txt`));
	});

	it('plays back to the same screens', async () => {
		const screens = await replay(readFileSync(cast, 'utf8'), columns);
		expect(bookOf(screens.slice(0, -1))).toBe(readFileSync(join(folder, `sitting-${columns}.txt`), 'utf8'));
		expect(screens.at(-1)).toContain('gradus learn mastery');
	});
});
