// Everything that is aimed at, in one table: what was measured, on which machine, and whether it is met.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { measureCheck } from './check-decks.ts';
import { type Finding, tableOf } from './measure.ts';
import { measureRecord } from './record.ts';
import { measureStanding } from './standing.ts';
import { measureStartUp } from './start-up.ts';

/**
 * @param argv `quick` or `full` (with the checks of 100,000 questions and the records of 1,000,000 answers, some ten minutes), then an
 * earlier result file to compare with. Writes bench/results.md.
 */
export async function main([size = 'full', earlier]: readonly string[], root: string): Promise<number> {
	const before = earlier === undefined ? undefined : ratiosIn(earlier);
	const isFull = size === 'full';
	const findings: Finding[] = [
		...(await measureStartUp(root, isFull ? 21 : 5)),
		...measureCheck(root, 10_000, isFull ? 7 : 3),
		...(isFull ? measureCheck(root, 100_000, 3) : []),
		...measureRecord(),
		...(isFull ? measureStanding(root, 11) : []),
	];
	const text = `${headOf(size)}\n\n${tableOf(findings)}\n`;
	console.log(text);
	if (before !== undefined) console.log(changesOf(findings, before));
	writeFileSync(join(root, 'bench/results.md'), text);
	return 0;
}

function headOf(size: string): string {
	const [cpu] = cpus();
	const sqlite = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get();
	return [
		'# What was measured',
		'',
		`Made by \`npm run bench -- ${size}\`: medians over interleaved runs, each ratio to a baseline of the same run. On a machine that others use too, ratios say more than times.`,
		'',
		`${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${process.platform} ${process.arch}, Node ${process.version}, V8 ${process.versions.v8}, SQLite ${sqlite}.`,
	].join('\n');
}

/** By what was measured: the figure. */
function ratiosIn(file: string): ReadonlyMap<string, number> {
	if (!existsSync(file)) throw new Error(`there is no file ${file}`);
	const rows = readFileSync(file, 'utf8').matchAll(/^\| (.+?) \| ([\d.]+) /gmu);
	return new Map([...rows].map(([, what = '', value]) => [what, Number(value)]));
}

function changesOf(findings: readonly Finding[], before: ReadonlyMap<string, number>): string {
	const rows = findings.flatMap(({ what, value }) => {
		const was = before.get(what);
		return was === undefined
			? []
			: [`| ${what} | ${was.toFixed(2)} | ${value.toFixed(2)} | ${((100 * (value - was)) / was).toFixed(0)} % |`];
	});
	return ['| what | before | now | change |', '|---|---|---|---|', ...rows].join('\n');
}
