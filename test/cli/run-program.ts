// The program in process, in a world of the test's own making.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { onTestFinished } from 'vitest';

import type { Environment, Variables } from '../../src/cli/environment.ts';
import { main } from '../../src/cli/main.ts';

export const projectFolder = join(import.meta.dirname, '../..');

/** As installed, with the first of the decks alone: a test that reads all of them waits for all of them. */
export const packageFolder = mkdtempSync(join(tmpdir(), 'gradus-package-'));
mkdirSync(join(packageFolder, 'decks'));
for (const part of ['dist', 'docs', 'man', 'schema', 'decks/mastery']) symlinkSync(join(projectFolder, part), join(packageFolder, part));
process.once('exit', () => rmSync(packageFolder, { recursive: true, force: true }));

export interface Run {
	readonly code: number;
	readonly output: string;
	readonly errors: string;
}

export interface World {
	readonly folder: string;
	environment(over?: Partial<Environment>): Environment;
	/** Runs with these arguments; no terminal at either end, and nothing to read. */
	run(argv: readonly string[], variables?: Variables): Promise<Run>;
}

/** A home of its own, the clock at noon of 1 January 2026, and no terminal. */
export function world(): World {
	const folder = mkdtempSync(join(tmpdir(), 'gradus-cli-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const environment = (over: Partial<Environment> = {}): Environment => ({
		variables: { HOME: folder },
		platform: 'linux',
		workingFolder: folder,
		packageFolder,
		homeFolder: () => folder,
		input: new PassThrough(),
		output: new PassThrough(),
		errors: new PassThrough(),
		now: () => Date.UTC(2026, 0, 1, 12),
		newSeed: () => 1,
		newId: () => '01900000-0000-7000-8000-000000000001',
		signals: { on: () => undefined, off: () => undefined, raise: () => undefined },
		...over,
	});
	return {
		folder,
		environment,
		run: async (argv, variables = {}) => {
			const output = collector();
			const errors = collector();
			const here = environment({
				input: nothing(),
				output: output.stream,
				errors: errors.stream,
				variables: { HOME: folder, ...variables },
			});
			const code = await main(argv, here);
			return { code, output: output.text(), errors: errors.text() };
		},
	};
}

function nothing(): PassThrough {
	const input = new PassThrough();
	input.end();
	return input;
}

function collector(): { readonly stream: PassThrough; text(): string } {
	const stream = new PassThrough();
	const chunks: Buffer[] = [];
	stream.on('data', (chunk: Buffer) => chunks.push(chunk));
	return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
