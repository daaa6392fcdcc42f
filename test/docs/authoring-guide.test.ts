import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';

import { chanceText } from '../../src/authoring/chance-text.ts';
import { ruleOf } from '../../src/authoring/rules/index.ts';
import { createPrinter } from '../../src/cli/printer.ts';
import { createProgram } from '../../src/cli/program.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { rightNeeded } from '../../src/engine/judge.ts';
import { chanceOfMastery, chanceOfQualifying, exactlyThese } from '../../src/engine/odds.ts';
import { world } from '../cli/run-program.ts';
import { blocksOf, guideRun } from './guide-runner.ts';
import { projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';

const file = join(projectFolder, 'docs/authoring.md');
const page = readFileSync(file, 'utf8');

/** Of mastery by luck, with fresh questions at each try and nothing learnt between them. */
function luckTable(): string {
	const rules = [
		[4, 100, 1],
		[10, 80, 1],
		[10, 80, 2],
		[10, 90, 1],
		[20, 90, 1],
	] as const;
	const rates = [0.25, 0.6, 0.7, 0.9] as const;
	const rows = rules.map(([draw, percent, passes]) => {
		const rule = { benchmark: 100 * percent, passes, floor: 0 };
		const chances = rates.map((rate) => {
			const once = chanceOfQualifying(rule, [exactlyThese(Array.from({ length: draw }, () => rate))]);
			return [passes, 5].map((tries) => chanceText(chanceOfMastery(once, passes, tries))).join(' / ');
		});
		const settings = [`draw: ${draw}`, `benchmark: ${percent}%`, ...(passes > 1 ? [`passes: ${passes}`] : [])];
		return [
			settings.map((each) => `\`${each}\``).join(' '),
			`${rightNeeded(rule, draw)} of ${draw}${passes > 1 ? ', twice in a row' : ''}`,
			...chances,
		];
	});
	return tableOf(['in the unit', 'what it asks for', 'guesses among 4', 'knows 60 %', 'knows 70 %', 'knows 90 %'], rows);
}

describe('docs/authoring.md', () => {
	it('shows what its commands print, run one after the other (to bring it up to date: npx vitest run test/docs --update)', async () => {
		const made = await guideRun(withMadeBlocks(page, { luck: luckTable() }), world());
		await expect(made).toMatchFileSnapshot(file);
	});

	it('ends with a deck that learners can use, with a question of each type, and that checks clean', async () => {
		const here = world();
		await guideRun(page, here);
		const { deck, diagnostics } = loadDeck(openDeckFolder(join(here.folder, 'git')));
		expect(diagnostics).toEqual([]);
		const questions = deck?.units.flatMap((unit) => unit.questions) ?? [];
		expect([...new Set(questions.map(({ type }) => type))].sort()).toEqual(['choice', 'multiple', 'number', 'text', 'true-false']);
		const parts = loadDeck(openDeckFolder(join(here.folder, 'parts')));
		expect(parts.diagnostics).toEqual([]);
		expect(new Set(parts.deck?.units.flatMap((unit) => unit.questions).map(({ type }) => type))).toEqual(
			new Set(['cloze', 'order', 'match']),
		);
		expect(await here.run(['check', './git', '--max-warnings', '0'])).toMatchObject({ code: 0 });
	});

	it('has no YAML that is not run', () => {
		const yaml = blocksOf(page, 'yaml');
		expect(yaml.length).toBeGreaterThan(5);
		expect(yaml.filter((each) => each.file === undefined)).toEqual([]);
		expect(blocksOf(page, 'console').length).toBeGreaterThan(8);
	});

	it('names no rule, option or page that there is not', () => {
		const program = createProgram(createPrinter({ output: new PassThrough(), errors: new PassThrough() }), async () => undefined);
		const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)];
		const options = new Set(all(program).flatMap((command) => command.options.map(({ long }) => long)));
		const code = [...page.matchAll(/^```(?:console|sh)\n.*?^```$|`[^`\n]+`/gmsu)].map(([text]) => text.replace(/"[^"]*"/gu, ''));
		const named = code.filter((text) => /gradus |^`--/u.test(text)).flatMap((text) => text.match(/(?<![\w-])--[a-z][a-z-]*/gu) ?? []);
		expect(named.length).toBeGreaterThan(8);
		expect(named.filter((name) => !options.has(name))).toEqual([]);
		const rules = [...page.matchAll(/gradus-ignore ([a-z-]+):|--rule ([a-z-]+)=|gradus explain ([a-z-]+)/gu)];
		expect(rules.flatMap((match) => match.slice(1).filter((each) => each !== undefined && ruleOf(each) === undefined))).toEqual([]);
		const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, target]) => target ?? '');
		expect(links.length).toBeGreaterThan(2);
		expect(links.filter((target) => !existsSync(join(projectFolder, 'docs', target)))).toEqual([]);
	});
});
