// Start-up, felt at every command: medians of interleaved runs in a pseudo-terminal, each as a ratio to `node -e 0` in the same run.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { spawn } from '@lydell/node-pty';

import { cleanEnvironment, median } from './measure.ts';

interface Case {
	readonly name: string;
	readonly argv: (program: string) => readonly string[];
	/** Timed until this shows; otherwise until the end of the process. */
	readonly until?: string;
}

const baseline: Case = { name: 'node -e 0', argv: () => ['-e', '0'] };

const cases: readonly Case[] = [
	baseline,
	{ name: 'gradus --version', argv: (program) => [program, '--version'] },
	{ name: 'gradus --help', argv: (program) => [program, '--help'] },
	{ name: 'gradus map mastery --json', argv: (program) => [program, 'map', 'mastery', '--json'] },
	{
		name: 'gradus quiz mastery idea, to the first question',
		argv: (program) => [program, 'quiz', 'mastery', 'idea'],
		until: 'Enter answer',
	},
	{ name: 'gradus check decks/mastery', argv: (program) => [program, 'check', join(program, '../../decks/mastery')] },
];

/** @param argv runs of each case (21). */
export async function main([runs = '21']: readonly string[], root: string): Promise<number> {
	const program = join(root, 'bin/gradus.cjs');
	const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
	for (let run = 0; run < Number(runs); run++) {
		for (const each of cases) times.get(each.name)?.push(await timed(each, program));
	}
	const base = median(times.get(baseline.name) ?? []);
	console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${runs} interleaved runs, each with a fresh home\n`);
	console.log('| what | median ms | ratio |\n|---|---|---|');
	for (const { name } of cases) {
		const own = median(times.get(name) ?? []);
		console.log(`| ${name} | ${own.toFixed(0)} | ${(own / base).toFixed(2)} |`);
	}
	return 0;
}

function timed({ argv, until }: Case, program: string): Promise<number> {
	const home = mkdtempSync(join(tmpdir(), 'gradus-bench-'));
	const env = { ...cleanEnvironment(home), TERM: 'xterm-256color' };
	const start = process.hrtime.bigint();
	return new Promise((resolve) => {
		const pty = spawn(process.execPath, [...argv(program)], { cols: 80, rows: 24, name: 'xterm-256color', cwd: home, env });
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
