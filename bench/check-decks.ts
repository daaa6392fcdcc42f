// `gradus check` on a generated deck, as authors and CI run it: medians of interleaved runs, each as a ratio to a bare parse of the same bytes
// by the `yaml` package. A program takes the time of its whole process; the parse, in a fresh process too, only that of parsing, files read and
// package loaded before.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generateDeck } from './generate-deck.ts';
import { cleanEnvironment, type Finding, median, tableOf } from './measure.ts';

const bareParse = `
const { readdirSync, readFileSync } = require('node:fs');
const { parse } = require('yaml');
const [, folder] = process.argv;
const texts = readdirSync(folder).map((file) => readFileSync(folder + '/' + file, 'utf8'));
const start = process.hrtime.bigint();
for (const text of texts) parse(text);
console.log(Number(process.hrtime.bigint() - start) / 1e6);
`;

/** @param argv number of questions (10000), runs of each case (7). */
export async function main([questions = '10000', runs = '7']: readonly string[], root: string): Promise<number> {
	console.log(tableOf(measureCheck(root, Number(questions), Number(runs))));
	return 0;
}

export function measureCheck(root: string, questions: number, runs: number): readonly Finding[] {
	const site = mkdtempSync(join(tmpdir(), 'gradus-bench-'));
	try {
		const deck = join(site, 'deck');
		const bytes = generateDeck(deck, questions, 1);
		const check = [join(root, 'bin/gradus.cjs'), 'check', deck];
		const times = { parse: [] as number[], cold: [] as number[], warm: [] as number[] };
		for (let run = 0; run < runs; run++) {
			times.parse.push(Number(runNode(['-e', bareParse, deck], root, root).output));
			const home = mkdtempSync(join(site, 'home-'));
			for (const each of [times.cold, times.warm]) each.push(runNode(check, home, home).took);
		}
		const parse = median(times.parse);
		const size = `${questions.toLocaleString('en')} questions (${(bytes / 1e6).toFixed(1)} MB)`;
		const finding = (what: string, took: number, aim: number): Finding => {
			const detail = `${took.toFixed(0)} ms and ${parse.toFixed(0)} ms`;
			return { what, baseline: 'a bare parse', value: took / parse, unit: 'times', aim, detail };
		};
		return [
			finding(`check, ${size}`, median(times.cold), 0.4),
			finding(`check again, nothing changed, ${size}`, median(times.warm), 0.05),
			{ what: `memory of the first check, ${size}`, value: memoryOf(check, site), unit: 'MB', aim: 500 },
		];
	} finally {
		rmSync(site, { recursive: true, force: true });
	}
}

/** @returns milliseconds, and what was printed. */
function runNode(argv: readonly string[], home: string, cwd: string): { readonly took: number; readonly output: string } {
	const start = process.hrtime.bigint();
	const { status, stdout, stderr } = spawnSync(process.execPath, [...argv], {
		cwd,
		env: cleanEnvironment(home),
		encoding: 'utf8',
		maxBuffer: 1e9,
	});
	const took = Number(process.hrtime.bigint() - start) / 1e6;
	if (status !== 0) throw new Error(`ended with ${status}:\n${stdout.slice(0, 2_000)}\n${stderr.slice(0, 2_000)}`);
	return { took, output: stdout };
}

/** Largest resident set of a run in a fresh home, in MB; a run apart, since asking takes time. */
function memoryOf(argv: readonly string[], site: string): number {
	const [asker, answer] = [join(site, 'ask-memory.cjs'), join(site, 'memory')];
	writeFileSync(
		asker,
		`process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(answer)}, String(process.resourceUsage().maxRSS)));\n`,
	);
	runNode(['-r', asker, ...argv], mkdtempSync(join(site, 'home-')), site);
	return Number(readFileSync(answer, 'utf8')) / 1024;
}
