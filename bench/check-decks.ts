// `gradus check` on a generated deck, as authors and CI run it: medians of interleaved runs, each as a ratio to a bare parse of the same bytes
// by the `yaml` package. A program takes the time of its whole process; the parse, in a fresh process too, only that of parsing, files read and
// package loaded before.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generateDeck } from './generate-deck.ts';
import { cleanEnvironment, median } from './measure.ts';

const bareParse = `
const { readdirSync, readFileSync } = require('node:fs');
const { parse } = require('yaml');
const [, folder] = process.argv;
const texts = readdirSync(folder).map((file) => readFileSync(folder + '/' + file, 'utf8'));
const start = process.hrtime.bigint();
for (const text of texts) parse(text);
console.log(Number(process.hrtime.bigint() - start) / 1e6);
`;

/** What is aimed at, as a ratio to the bare parse. */
const aims = { cold: 0.6, warm: 0.15 };

/** Highest memory aimed at, in MB. */
const mostMemory = 400;

/** @param argv number of questions (10000), runs of each case (7). */
export async function main([questions = '10000', runs = '7']: readonly string[], root: string): Promise<number> {
	const site = mkdtempSync(join(tmpdir(), 'gradus-bench-'));
	try {
		const deck = join(site, 'deck');
		const bytes = generateDeck(deck, Number(questions), 1);
		const times = { parse: [] as number[], cold: [] as number[], warm: [] as number[] };
		for (let run = 0; run < Number(runs); run++) {
			times.parse.push(Number(runNode(['-e', bareParse, deck], root, root).output));
			const home = mkdtempSync(join(site, 'home-'));
			for (const each of [times.cold, times.warm]) each.push(runNode([join(root, 'bin/gradus.cjs'), 'check', deck], home, home).took);
		}
		const megabytes = memoryOf([join(root, 'bin/gradus.cjs'), 'check', deck], site);

		const parse = median(times.parse);
		const row = (what: string, took: number, aim?: number) =>
			`| ${what} | ${took.toFixed(0)} | ${(took / parse).toFixed(2)} | ${aim === undefined ? '' : `at most ${aim}`} |`;
		console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${runs} interleaved runs`);
		console.log(`${questions} questions, ${(bytes / 1e6).toFixed(2)} MB of YAML\n`);
		console.log('| what | median ms | ratio | aim |\n|---|---|---|---|');
		console.log(row('bare parse by `yaml`', parse));
		console.log(row('gradus check, fresh home', median(times.cold), aims.cold));
		console.log(row('gradus check, once more', median(times.warm), aims.warm));
		console.log(`\nHighest memory of the first check: ${megabytes.toFixed(0)} MB (aim: below ${mostMemory})`);
		return 0;
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
