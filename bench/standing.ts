// What looking costs after a million answers, beside what it costs after a thousand: medians of interleaved runs, each a process of its own.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openDeckFolder } from '../src/deck/files/folder.ts';
import { loadDeck } from '../src/deck/load-deck.ts';
import type { Deck } from '../src/model/deck.ts';
import { writeLongHistory } from './long-history.ts';
import { cleanEnvironment, type Finding, median, tableOf } from './measure.ts';

const ids = ['git', 'mastery', 'regex', 'shell', 'sql'] as const;

interface Looking {
	readonly argv: readonly string[];
	/** It prints every attempt, so it takes as long as there are. */
	readonly whole?: boolean;
}

interface Sizes {
	readonly few: number;
	readonly many: number;
	readonly runs: number;
	readonly seed: number;
	readonly program: string;
	/** What prints every attempt is measured too. */
	readonly whole: boolean;
	/** Where the records are kept, and taken from when they lie there. */
	readonly folder?: string;
}

/**
 * `--runs` of each command (15), `--few` (1000) and `--many` (1000000) answers, `--seed` (1), `--program` (bin/gradus.cjs of this project),
 * `--whole` measures too what prints every attempt; `--folder` keeps the records there, and takes those that lie there.
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const { values } = parseArgs({
		args: [...argv],
		options: {
			runs: { type: 'string', default: '15' },
			few: { type: 'string', default: '1000' },
			many: { type: 'string', default: '1000000' },
			seed: { type: 'string', default: '1' },
			program: { type: 'string' },
			whole: { type: 'boolean', default: false },
			folder: { type: 'string' },
		},
	});
	const { runs, few, many, seed, program, whole, folder } = values;
	const numbers = { few: Number(few), many: Number(many), seed: Number(seed), whole };
	const places = { ...(program === undefined ? {} : { program }), ...(folder === undefined ? {} : { folder }) };
	console.log(tableOf(measureStanding(root, Number(runs), { ...numbers, ...places })));
	return 0;
}

export function measureStanding(root: string, runs: number, given: Partial<Sizes> = {}): readonly Finding[] {
	const program = join(root, 'bin/gradus.cjs');
	const { few, many, seed, whole, folder, ...sizes } = { few: 1_000, many: 1_000_000, seed: 1, program, whole: false, ...given };
	const decks = ids.map((id) => shippedDeck(join(root, 'decks', id)));
	const home = folder ?? mkdtempSync(join(tmpdir(), 'gradus-standing-'));
	mkdirSync(home, { recursive: true });
	try {
		const files = [few, many].map((answers) => {
			const file = join(home, `${answers}.db`);
			if (!existsSync(file)) writeLongHistory(file, decks, answers, seed);
			return file;
		});
		const run = (file: string, words: readonly string[]) => {
			const start = process.hrtime.bigint();
			const options = { env: cleanEnvironment(home), maxBuffer: 2 ** 30 };
			const { status, stderr } = spawnSync(process.execPath, [sizes.program, ...words, '--db', file], options);
			if (status !== 0) throw new Error(`${words.join(' ')}: ${status} ${stderr}`);
			return Number(process.hrtime.bigint() - start) / 1e6;
		};
		const commands = lookings(decks)
			.filter((each) => whole || each.whole !== true)
			.map((command) => {
				const first = files.map((file) => run(file, command.argv)).at(-1) ?? Number.NaN;
				return { command, first, times: files.map((): number[] => []) };
			});
		for (let round = 0; round < runs; round++) {
			for (const { command, times } of commands) {
				for (const [index, file] of files.entries()) times[index]?.push(run(file, command.argv));
			}
		}
		return commands.map(({ command, first, times }): Finding => {
			const [short = Number.NaN, long = Number.NaN] = times.map(median);
			return {
				what: ['gradus', ...command.argv].join(' '),
				baseline: `the same with ${few} answers`,
				value: long / short,
				unit: 'times',
				...(command.whole === true ? {} : { aim: 1.5 }),
				detail: `${long.toFixed(0)} ms and ${short.toFixed(0)} ms; ${many} answers, nine of ten the learner's own; the very first look ${first.toFixed(0)} ms`,
			};
		});
	} finally {
		if (folder === undefined) rmSync(home, { recursive: true, force: true });
	}
}

function lookings(decks: readonly Deck[]): readonly Looking[] {
	const [deck] = decks;
	const unit = deck?.units[0];
	if (deck === undefined || unit === undefined) throw new Error('no unit');
	return [
		{ argv: ['--json'] },
		{ argv: [] },
		{ argv: ['map', deck.id, '--json'] },
		{ argv: ['map', deck.id] },
		{ argv: ['history'] },
		{ argv: ['history', deck.id] },
		{ argv: ['why', deck.id, unit.id] },
		{ argv: ['history', '--json'], whole: true },
		{ argv: ['history', deck.id, '--json'], whole: true },
		{ argv: ['why', deck.id, unit.id, '--json'], whole: true },
	];
}

function shippedDeck(folder: string): Deck {
	const { deck } = loadDeck(openDeckFolder(folder));
	if (deck === undefined) throw new Error(`the deck in ${folder} cannot be used`);
	return deck;
}
