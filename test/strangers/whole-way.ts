// A stranger's deck all the way through the program: everything that reads it, checks it, shows it, asks it and keeps it.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { expect } from 'vitest';

import type { Environment } from '../../src/cli/environment.ts';
import { main } from '../../src/cli/main.ts';
import { formatNames } from '../../src/terminal/formats/index.ts';
import type { World } from '../cli/run-program.ts';
import { listen, type Received, type Said } from '../terminal/protocol-client.ts';
import { obeyedIn } from './obeyed.ts';
import { type Files, writeFiles } from './strange-deck.ts';

export interface Printed {
	readonly command: string;
	readonly code: number;
	/** Standard output and standard error. */
	readonly text: string;
}

/** A second later at each look, ids in order. */
function tickingWorld(): Pick<Environment, 'now' | 'newId'> {
	let [now, next] = [Date.UTC(2026, 0, 1, 12), 0];
	return {
		now: () => {
			now += 1_000;
			return now;
		},
		newId: () => {
			next += 1;
			return `01900000-0000-7000-8000-${String(next).padStart(12, '0')}`;
		},
	};
}

/**
 * Runs every command that shows something of the deck, ends with adding it to the decks at hand, and demands of each that it ends with
 * a documented code and prints nothing that a terminal obeys.
 *
 * @param deck its folder, from the world's folder.
 * @param unit the id of a unit in it that is open.
 * @param how `briefly`: where what is strange is not in what is shown, its looks in all forms say nothing more.
 */
export async function wholeWay(at: World, deck: string, unit: string, how: 'all' | 'briefly' = 'all'): Promise<readonly Printed[]> {
	const before = filesIn(at.folder);
	const ticking = { ...tickingWorld(), packageFolder: join(at.folder, 'no-package') };
	const printed: Printed[] = [];
	const run = async (argv: readonly string[], lines?: readonly string[], variables: Record<string, string> = {}) => {
		printed.push(await printedBy(at, argv, { ...ticking, variables: { HOME: at.folder, ...variables } }, lines));
	};
	for (const format of how === 'all' ? ['pretty', ...formatNames] : ['pretty', 'json']) await run(['check', deck, '--format', format]);
	await run(['check', deck], undefined, { FORCE_COLOR: '3' });
	await run(['map', deck]);
	// A deck that is refused is refused by all that is left in the same words.
	const isLearned = printed.at(-1)?.code === 0;
	if (isLearned && how === 'all') await useIt();
	else await run(['--plain', 'learn', deck, unit], typedLines);
	printed.push(await spoken(at, ['learn', deck, unit], ticking));
	await run(['decks', 'add', deck]);
	await run(['decks', 'list', '--json']);
	async function useIt(): Promise<void> {
		await run(['check', deck, '--report', '--no-cache']);
		await run(['map', deck, '--json']);
		await run(['map', deck, '--author']);
		await run(['read', deck, unit]);
		await run(['read', deck, unit], undefined, { FORCE_COLOR: '3' });
		await run(['--plain', 'read', deck, unit], ['', '', '', ':x']);
		await run(['--plain', 'learn', deck, unit], typedLines);
		for (const report of ['map', 'history', 'bookmarks', 'disputes']) {
			await run([report, deck]);
			await run([report, deck, '--json']);
		}
		await run(['why', deck, unit]);
		await run(['show', 'last']);
		await run(['show', 'last', '--json']);
		await run([]);
		await run(['data', 'export']);
		await run(['decks', 'list']);
	}
	for (const { command, code, text } of printed) {
		expect({ command, code: [0, 1, 2, 3, 4].includes(code) ? 'documented' : code, text: /a fault of its own/u.exec(text) }).toEqual({
			command,
			code: 'documented',
			text: null,
		});
		expect({ command, obeyed: obeyedIn(text, 'styled') }).toEqual({ command, obeyed: undefined });
		if (!command.includes('FORCE_COLOR')) expect({ command, obeyed: obeyedIn(text) }).toEqual({ command, obeyed: undefined });
	}
	// Nothing of what was there has changed, and what is new lies in the folders of the program.
	const after = filesIn(at.folder);
	for (const [file, content] of before) if (!ofProgram.test(file)) expect([file, after.get(file)]).toEqual([file, content]);
	expect([...after.keys()].filter((file) => !before.has(file) && !ofProgram.test(file))).toEqual([]);
	expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(ownOfObjects);
	return printed;
}

/** The record, added decks, and what is remembered of decks. */
const ofProgram = /^\.(?:local\/share|local\/state|cache)\/gradus\//u;

/** Writes the deck and sends it the whole way. @returns the codes of its errors, each once, and whether it can be learned. */
export async function toldOf(at: World, files: Files, how: 'all' | 'briefly' = 'all'): Promise<readonly string[]> {
	writeFiles(join(at.folder, 'deck'), files);
	const printed = await wholeWay(at, './deck', 'u', how);
	const json = printed.find(({ command }) => command.endsWith('--format json'))?.text ?? '{}';
	const { problems } = JSON.parse(json) as { readonly problems: readonly Problem[] };
	const learned = printed.find(({ command }) => command.includes('JSON Lines'));
	return [
		...new Set(problems.filter(({ severity, family }) => severity === 'error' && !ofPools.has(family ?? '')).map(({ code }) => code)),
		learned?.text.includes('"type":"question"') === true ? 'can be learned' : 'is refused',
	];
}

interface Problem {
	readonly code: string;
	readonly severity: string;
	readonly family?: string;
}

/** What rules say of a pool as small as those of these tests. */
const ofPools: ReadonlySet<string> = new Set(['luck', 'retries', 'teaching']);

const ownOfObjects = Object.getOwnPropertyNames(Object.prototype).sort();

/** Menus and questions take a number; the rest asks for help, for hints, to bookmark, and what is no answer at all. */
const typedLines = [
	'1',
	'',
	'',
	'1',
	'?',
	':b',
	':h',
	'\u202e1',
	'\x1b[A',
	'1',
	'',
	'2',
	'',
	'1 2',
	'',
	'a',
	':d',
	'',
	'1',
	'',
	'1',
	'',
	'1',
	'',
];

/** @param lines to be typed; without them, nobody is there. */
export async function printedBy(
	at: World,
	argv: readonly string[],
	over: Partial<Environment> = {},
	lines: readonly string[] = [],
): Promise<Printed> {
	const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
	const chunks: Buffer[] = [];
	for (const stream of [output, errors]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
	input.end(lines.map((line) => `${line}\n`).join(''));
	const code = await main(argv, at.environment({ input, output, errors, ...over }));
	await new Promise((resume) => setImmediate(resume));
	const variables = Object.entries(over.variables ?? {}).filter(([name]) => name !== 'HOME');
	const command = [...variables.map(([name, value]) => `${name}=${value}`), 'gradus', ...argv].join(' ');
	return { command, code, text: Buffer.concat(chunks).toString('utf8') };
}

/** A client that reads a section, disputes and bookmarks, and answers with what is no answer and then with what it does not know. */
async function spoken(at: World, argv: readonly string[], over: Partial<Environment>): Promise<Printed> {
	const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
	const said = { menus: 0, questions: 0, errors: 0 };
	const sections = new Set<string>();
	const say = (message: Received): Said => {
		switch (message.type) {
			case 'choose': {
				said.menus += 1;
				const ids = JSON.stringify(message).match(/"id":"(?:read:[^"]*|quiz|resume)"/gu) ?? [];
				const next = ids.map((id) => id.slice(6, -1)).find((id) => !sections.has(id));
				if (next === undefined || said.menus > 6) return '{"stop":true}';
				sections.add(next);
				return JSON.stringify({ choose: next });
			}
			case 'question':
				said.questions += 1;
				return said.questions % 2 === 0 ? '{"bookmark":true}' : '{"answer":"\u202e\x9b31m"}';
			case 'bookmarked':
				return '{"dispute":"\\u001b[31mwrong\\u202e"}';
			case 'disputed':
			case 'error':
			case 'again':
				return '{"dontKnow":true}';
			default:
				return '{"next":true}';
		}
	};
	const { raw } = listen(input, output, say);
	const complained: Buffer[] = [];
	errors.on('data', (chunk: Buffer) => complained.push(chunk));
	const code = await main(argv, at.environment({ input, output, errors, ...over }));
	await new Promise((resume) => setImmediate(resume));
	return { command: `gradus ${argv.join(' ')}, as JSON Lines`, code, text: raw() + Buffer.concat(complained).toString('utf8') };
}

/** Every file with its size and time of change, and its text where it is small; links are not followed. */
function filesIn(folder: string): ReadonlyMap<string, string> {
	return new Map(
		pathsIn(folder).map((path) => {
			const { size, mtimeMs } = statSync(path);
			return [path.slice(folder.length + 1), `${size} bytes at ${mtimeMs}${size < 100_000 ? `: ${readFileSync(path, 'latin1')}` : ''}`];
		}),
	);
}

/** Of all files. No link is followed, as newer Nodes do by themselves: one might lead anywhere. */
function pathsIn(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? pathsIn(path) : entry.isFile() ? [path] : [];
	});
}

/** Paths of all files, sorted. */
export function writtenIn(at: World): readonly string[] {
	return [...filesIn(at.folder).keys()].sort();
}

/** Everything that files below a folder say. */
export function textOfAll(folder: string): string {
	if (!existsSync(folder)) return '';
	return pathsIn(folder)
		.map((path) => readFileSync(path, 'latin1'))
		.join('\n');
}
