// Start-up and keys, felt at every command: interleaved runs in a pseudo-terminal, beside `node -e 0` in the same run.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type IPty, spawn } from '@lydell/node-pty';

import { openDeckFolder } from '../src/deck/files/folder.ts';
import { loadDeck } from '../src/deck/load-deck.ts';
import { writeLongHistory } from './long-history.ts';
import { cleanEnvironment, type Finding, median, quantile, tableOf } from './measure.ts';

interface Case {
	readonly name: string;
	readonly argv: (program: string) => readonly string[];
	/** Timed until this shows; otherwise until the end of the process. */
	readonly until?: string;
	readonly aim?: number;
}

const baseline: Case = { name: 'node -e 0', argv: () => ['-e', '0'] };
const firstQuestion = 'Enter answer';

const cases: readonly Case[] = [
	baseline,
	{ name: 'gradus --version', argv: (program) => [program, '--version'], aim: 1.15 },
	{ name: 'gradus --help', argv: (program) => [program, '--help'], aim: 1.15 },
	{ name: 'a slip: gradus mpa', argv: (program) => [program, 'mpa'], aim: 1.15 },
	{ name: 'gradus map git --json, after 10,000 answers', argv: (program) => [program, 'map', 'git', '--json'], aim: 1.7 },
	{
		name: 'gradus quiz git objects, to the first question, after 10,000 answers',
		argv: (program) => [program, 'quiz', 'git', 'objects'],
		until: firstQuestion,
		aim: 2,
	},
];

/** @param argv runs of each case (21). */
export async function main([runs = '21']: readonly string[], root: string): Promise<number> {
	console.log(tableOf(await measureStartUp(root, Number(runs))));
	return 0;
}

export async function measureStartUp(root: string, runs: number): Promise<readonly Finding[]> {
	const site = mkdtempSync(join(tmpdir(), 'gradus-bench-'));
	try {
		const record = join(site, 'record.db');
		writeLongHistory(record, [deckIn(join(root, 'decks/git')), deckIn(join(root, 'decks/sql'))], 10_000, 1);
		const program = join(root, 'bin/gradus.cjs');
		// As it is for somebody who has learned with the program: it keeps what earlier attempts came to.
		spawnSync(process.execPath, [program, 'map', 'git', '--db', record], { env: cleanEnvironment(site) });
		const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
		for (let run = 0; run < runs; run++) {
			for (const each of cases) times.get(each.name)?.push(await timed(each, program, homeWith(site, record)));
		}
		const base = median(times.get(baseline.name) ?? []);
		const findings = cases.slice(1).map(({ name, aim }): Finding => {
			const own = median(times.get(name) ?? []);
			const detail = `${own.toFixed(0)} ms and ${base.toFixed(0)} ms`;
			return { what: name, baseline: '`node -e 0`', value: own / base, unit: 'times', detail, ...(aim === undefined ? {} : { aim }) };
		});
		return [...findings, ...(await measureQuestion(program, homeWith(site, record)))];
	} finally {
		rmSync(site, { recursive: true, force: true });
	}
}

/** At the first question: how long a key takes to be seen, and how much memory is held. */
async function measureQuestion(program: string, home: string): Promise<readonly Finding[]> {
	const held = await atFirstQuestion(program, home, async (pty) => {
		const memory = memoryOf(pty.pid);
		const keys: number[] = [];
		for (let press = 0; press < 300; press++) keys.push(await pressed(pty, press % 2 === 0 ? '\x1b[B' : '\x1b[A'));
		return { memory, keys };
	});
	const bare = await peakOf(['-e', 'setTimeout(() => {}, 500)'], home);
	return [
		{
			what: 'a key in a quiz, to the next frame, 99th percentile',
			value: quantile(held.keys, 0.99),
			unit: 'ms',
			aim: 16,
			detail: `${held.keys.length} keys, median ${median(held.keys).toFixed(1)} ms`,
		},
		{
			what: 'memory at the first question',
			baseline: '`node -e 0`',
			value: held.memory / bare,
			unit: 'times',
			aim: 2.2,
			detail: `${held.memory.toFixed(0)} MB and ${bare.toFixed(0)} MB`,
		},
	];
}

function homeWith(site: string, record: string): string {
	const home = mkdtempSync(join(site, 'home-'));
	const data = join(home, '.local/share/gradus');
	mkdirSync(data, { recursive: true });
	copyFileSync(record, join(data, 'record.db'));
	return home;
}

function begin(argv: readonly string[], home: string): IPty {
	const env = { ...cleanEnvironment(home), TERM: 'xterm-256color' };
	return spawn(process.execPath, [...argv], { cols: 80, rows: 24, name: 'xterm-256color', cwd: home, env });
}

/** In milliseconds. */
function timed({ argv, until }: Case, program: string, home: string): Promise<number> {
	const start = process.hrtime.bigint();
	return new Promise((resolve) => {
		const pty = begin(argv(program), home);
		let seen = '';
		let took: number | undefined;
		const stop = () => {
			took ??= Number(process.hrtime.bigint() - start) / 1e6;
		};
		pty.onData((data) => {
			seen += data;
			if (until === undefined || took !== undefined || !seen.includes(until)) return;
			stop();
			pty.kill('SIGKILL');
		});
		pty.onExit(() => {
			stop();
			rmSync(home, { recursive: true, force: true });
			resolve(took ?? Number.NaN);
		});
	});
}

async function atFirstQuestion<T>(program: string, home: string, use: (pty: IPty) => Promise<T>): Promise<T> {
	const pty = begin([program, 'quiz', 'git', 'objects'], home);
	await new Promise<void>((resolve) => {
		let seen = '';
		const listening = pty.onData((data) => {
			seen += data;
			if (!seen.includes(firstQuestion)) return;
			listening.dispose();
			resolve();
		});
	});
	await new Promise((resolve) => setTimeout(resolve, 500));
	try {
		return await use(pty);
	} finally {
		pty.kill('SIGKILL');
	}
}

/** Milliseconds from a key to the first of what is drawn because of it. */
function pressed(pty: IPty, key: string): Promise<number> {
	const start = process.hrtime.bigint();
	return new Promise((resolve) => {
		const listening = pty.onData(() => {
			listening.dispose();
			const took = Number(process.hrtime.bigint() - start) / 1e6;
			// The rest of the frame is not the next one.
			setTimeout(() => resolve(took), 25);
		});
		pty.write(key);
	});
}

/** Most that a process has held, in MB; read from the system while it runs. */
function memoryOf(pid: number): number {
	const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}

async function peakOf(argv: readonly string[], home: string): Promise<number> {
	const pty = begin(argv, home);
	await new Promise((resolve) => setTimeout(resolve, 300));
	const held = memoryOf(pty.pid);
	pty.kill('SIGKILL');
	return held;
}

function deckIn(folder: string) {
	const { deck } = loadDeck(openDeckFolder(folder));
	if (deck === undefined) throw new Error(`the deck in ${folder} cannot be used`);
	return deck;
}
