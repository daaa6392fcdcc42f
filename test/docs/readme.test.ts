import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';

import { exitCode } from '../../src/cli/exit-codes.ts';
import { createPrinter } from '../../src/cli/printer.ts';
import { createProgram } from '../../src/cli/program.ts';
import { knownVariables } from '../../src/cli/variables.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { questionTypes } from '../../src/model/deck.ts';
import { world } from '../cli/run-program.ts';
import { writeDeck } from '../deck/deck-fixture.ts';
import { fenced, projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';
import { sittingScreens } from './sitting-screens.ts';

const file = join(projectFolder, 'README.md');
const page = readFileSync(file, 'utf8');

const program = createProgram(createPrinter({ output: new PassThrough(), errors: new PassThrough() }), async () => undefined);
const help = program.createHelp();
const commands = help.visibleCommands(program);

/** More options than this are left to `--help`. */
const mostOptions = 3;

/** `map [deck] [--json]`, with the options of a command that is run where only its parent is named. */
function usageOf(command: Command): string {
	const parts = command.commands.map((each) => each.name());
	const listed = [command, ...command.commands].flatMap((each) => each.options.map(({ flags }) => `[${flags}]`));
	const options = listed.length > mostOptions ? (parts.length > 0 ? [] : ['[options]']) : listed;
	const term = help.subcommandTerm(command).replace(' [options]', '');
	return [term, ...(parts.length === 0 ? [] : [`[${parts.join('|')}]`]), ...options].join(' ');
}

function commandTable(): string {
	const rows = commands.map((command) => [`\`gradus ${usageOf(command)}\``, help.subcommandDescription(command)]);
	return tableOf(['command', 'what it does'], [['`gradus [--json]`', 'where you stand, and one key to go on'], ...rows]);
}

function variableTable(): string {
	return tableOf(
		['variable', 'effect'],
		knownVariables.map(({ name, meaning }) => [`\`${name}\``, meaning]),
	);
}

/** Chance of at least `right` of `asked`, each right with chance `share`: the upper tail of the binomial distribution. */
function tail(right: number, asked: number, share: number): number {
	const ways = (chosen: number): number => (chosen === 0 ? 1 : (ways(chosen - 1) * (asked - chosen + 1)) / chosen);
	const counts = Array.from({ length: asked - right + 1 }, (_, index) => right + index);
	return counts.reduce((sum, count) => sum + ways(count) * share ** count * (1 - share) ** (asked - count), 0);
}

function chanceTable(): string {
	const percent = (chance: number) => `${Number((100 * chance).toPrecision(chance < 0.1 ? 1 : chance < 0.99 ? 2 : 3))} %`;
	const rows = [
		['1 of 4, by blind guessing', 0.25],
		['6 of 10', 0.6],
		['7 of 10', 0.7],
		['8 of 10', 0.8],
		['9 of 10', 0.9],
	] as const;
	return tableOf(
		['someone who gets right, on average', 'meets 9 of 10 at one try', 'within five tries'],
		rows.map(([who, share]) => {
			const once = tail(9, 10, share);
			return [who, percent(once), percent(1 - (1 - once) ** 5)];
		}),
	);
}

/** The text under a heading, up to the next one of its kind. */
function sectionOf(heading: string): string {
	const [, text] = page.split(`\n## ${heading}\n`);
	if (text === undefined) throw new Error(`README.md has no "## ${heading}"`);
	return text.split('\n## ')[0] ?? '';
}

/** The first cells of the tables in a section, their heads left out. */
function firstCells(heading: string): readonly string[] {
	const tables = sectionOf(heading)
		.split('\n\n')
		.map((block) => block.trim())
		.filter((block) => block.startsWith('|'));
	return tables.flatMap((table) => table.split('\n').slice(2)).map((row) => row.split(' | ')[0]?.slice(2) ?? '');
}

/** What stands as code on the page: blocks and spans. */
const code = [...page.matchAll(/^```.*?^```|`[^`\n]+`/gmsu)].map(([text]) => text);

describe('README.md', () => {
	it('begins with the two lines that run the program and its tests', () => {
		const [, block] = /^```sh\n(.*?)```\n/su.exec(page) ?? [];
		const lines =
			block
				?.trimEnd()
				.split('\n')
				.map((line) => line.split('#')) ?? [];
		expect(lines.map(([command]) => command?.trim())).toEqual(['npm install && npm start', 'npm install && npm test']);
		expect(lines.every(([, word]) => /\w/u.test(word ?? ''))).toBe(true);
	});

	it('shows the screens, the commands and the chances as they are (to bring it up to date: npx vitest run test/docs --update)', async () => {
		const { question, miss, result } = await sittingScreens();
		const made = withMadeBlocks(page, {
			'screen of a question': fenced('text', question),
			'screen of a miss': fenced('text', miss),
			'screen of a result': fenced('text', result),
			commands: commandTable(),
			variables: variableTable(),
			chances: chanceTable(),
		});
		await expect(made).toMatchFileSnapshot(file);
	});

	it('names no command and no option that the program does not have', () => {
		const known = commands.map((command) => command.name());
		const options = [program, ...program.commands, ...program.commands.flatMap((command) => command.commands)].flatMap((command) =>
			help.visibleOptions(command).flatMap(({ long, short }) => [long, short]),
		);
		const lines = code.flatMap((text) => text.split('\n')).flatMap((line) => [...line.matchAll(/(?<![\w./-])gradus ([^`]*)/gu)]);
		const words = lines.map(([, rest]) => (rest ?? '').trim().split(/[\s[\]|]+/u));
		const named = words.flatMap(([first]) => (first === undefined || first === '' || first.startsWith('-') ? [] : [first]));
		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((name) => !known.includes(name))).toEqual([]);
		expect(words.flat().filter((word) => word.startsWith('-') && !options.includes(word))).toEqual([]);
	});

	it('tells every exit code, and no other', () => {
		expect(firstCells('Exit codes').map(Number)).toEqual(Object.values(exitCode).sort((a, b) => a - b));
	});

	it('tells every environment variable that the program reads, and no other', () => {
		const folder = join(projectFolder, 'src/cli');
		const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
		const read = sources.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/variables\['(\w+)'\]/gu)]);
		const told = firstCells('Environment').flatMap((cell) => [...cell.matchAll(/`(\w+)/gu)]);
		const names = (matches: readonly RegExpExecArray[]) => [...new Set(matches.map(([, name]) => name))].sort();
		expect(names(told)).toEqual(names(read));
	});

	it('links to nothing that is missing', () => {
		const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, target]) => target ?? '');
		expect(links.length).toBeGreaterThan(2);
		expect(links.filter((target) => !existsSync(join(projectFolder, target)))).toEqual([]);
	});
});

describe('the smallest deck of README.md', () => {
	const files = Object.fromEntries(
		[...page.matchAll(/^```yaml\n# my-deck\/(\S+)\n(.*?)^```/gmsu)].map(([, name, text]) => [name ?? '', text ?? '']),
	);

	it('loads without a word, and has a question of each type', () => {
		const { deck, diagnostics } = loadDeck(openDeckFolder(writeDeck(files)));
		expect(diagnostics).toEqual([]);
		const questions = deck?.units.flatMap((unit) => unit.questions) ?? [];
		expect(questions.map(({ type }) => type).sort()).toEqual(questionTypes.toSorted());
	});

	it('passes its check in the words that the page gives', async () => {
		const { code: ended, output, errors } = await world().run(['check', writeDeck(files)]);
		expect({ ended, errors }).toEqual({ ended: 0, errors: '' });
		expect(sectionOf('For authors')).toContain(output.trim());
	});
});
