// A guide as a script: its blocks build up a folder and run commands in it, one after the other, as a reader would.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';

import { main } from '../../src/cli/main.ts';
import type { World } from '../cli/run-program.ts';

/**
 * Blocks with a `title` write that file, with `append` add to it; a `diff` with a `title` changes it in one place. In a `console` block, lines
 * that begin with `$ ` are run (`gradus`, `cat FILE`, `cp -r FROM TO`), and what they print is put below them.
 */
const block = /^```([a-z]+)(?: (title|append)=(\S+))?\n(.*?)^```$/gmsu;

/** The page with the output of every command made anew. */
export async function guideRun(page: string, world: World): Promise<string> {
	const parts: string[] = [];
	let at = 0;
	for (const match of page.matchAll(block)) {
		const [whole, language, how, file, text = ''] = match;
		parts.push(page.slice(at, match.index));
		at = match.index + whole.length;
		if (file !== undefined) writePart(join(world.folder, file), language === 'diff' ? 'diff' : how, text);
		parts.push(language === 'console' ? `\`\`\`console\n${await consoleRun(text, world)}\`\`\`` : whole);
	}
	return parts.join('') + page.slice(at);
}

/** Blocks of a language, each with its file. */
export function blocksOf(page: string, language: string): readonly { readonly file: string | undefined; readonly text: string }[] {
	return [...page.matchAll(block)].flatMap(([, found, , file, text = '']) => (found === language ? [{ file, text }] : []));
}

function writePart(path: string, how: string | undefined, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	if (how === 'title') writeFileSync(path, text);
	else if (how === 'append') writeFileSync(path, readFileSync(path, 'utf8') + text);
	else writeFileSync(path, patched(readFileSync(path, 'utf8'), text));
}

function patched(before: string, diff: string): string {
	const side = (other: string) =>
		diff
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith(other))
			.map((line) => `${line.slice(1)}\n`)
			.join('');
	const parts = before.split(side('+'));
	if (parts.length !== 2) throw new Error(`the diff fits ${parts.length - 1} places:\n${diff}`);
	return parts.join(side('-'));
}

async function consoleRun(text: string, world: World): Promise<string> {
	const commands = text.match(/^\$ (?:[^\n]*\\\n)*[^\n]*\n/gmu) ?? [];
	if (commands.length === 0) throw new Error(`nothing to run in:\n${text}`);
	const runs: string[] = [];
	for (const command of commands) runs.push(command + (await outputOf(wordsOf(command.slice(2)), world)));
	return runs.join('');
}

/** As a shell would split them: quotes, and lines that go on. */
function wordsOf(command: string): readonly string[] {
	return [...command.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
		([, double, single, plain]) => double ?? single ?? plain ?? '',
	);
}

async function outputOf([name, ...words]: readonly string[], world: World): Promise<string> {
	const [first = '', second = '', third = ''] = words;
	switch (name) {
		case 'cat':
			return readFileSync(join(world.folder, first), 'utf8');
		case 'cp':
			cpSync(join(world.folder, second), join(world.folder, third), { recursive: true });
			return '';
		case 'gradus': {
			const piped = words.indexOf('<');
			const argv = piped === -1 ? words : words.slice(0, piped);
			return gradusRun(argv, piped === -1 ? undefined : readFileSync(join(world.folder, words[piped + 1] ?? '')), world);
		}
		default:
			throw new Error(`a guide cannot run ${name}`);
	}
}

/** What is said in both streams, in the order in which it was said. */
async function gradusRun(argv: readonly string[], input: Buffer | undefined, { environment }: World): Promise<string> {
	const said: Buffer[] = [];
	const stream = () => new PassThrough().on('data', (chunk: Buffer) => said.push(chunk));
	const stdin = new PassThrough();
	stdin.end(input);
	await main(argv, environment({ input: stdin, output: stream(), errors: stream() }));
	await new Promise((resolve) => setImmediate(resolve));
	return Buffer.concat(said).toString('utf8');
}
