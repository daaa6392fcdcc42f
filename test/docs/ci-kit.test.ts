import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { writeDeck } from '../deck/deck-fixture.ts';
import { commandsIn } from '../terminal/runner-commands.ts';
import { readXml } from '../terminal/well-formed-xml.ts';
import { projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';

interface Step {
	readonly name: string;
	readonly shell: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly run: string;
}

interface Action {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
	readonly runs: { readonly using: string; readonly steps: readonly [Step, Step] };
}

interface Hook {
	readonly id: string;
	readonly entry: string;
	readonly files: string;
	readonly language: string;
	readonly pass_filenames: boolean;
}

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

const action: Action = parse(read('action.yml'));
const [build, check] = action.runs.steps;
const [hook, ...otherHooks]: readonly Hook[] = parse(read('.pre-commit-hooks.yaml'));
const pageFile = join(projectFolder, 'docs/ci.md');
const page = readFileSync(pageFile, 'utf8');
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, text]) => text ?? '');
const [workflow, scanning, preCommit, gitlab] = blocks.map((text) => parse(text));

interface Ran {
	readonly code: number | null;
	readonly output: string;
	readonly errors: string;
}

type Variables = Readonly<Record<string, string>>;

/** The folder of a job, with a folder of tools of its own before the others. */
interface Job {
	readonly folder: string;
	readonly tools: string;
	run(script: string, variables?: Variables, shell?: readonly string[]): Ran;
}

const unit = (key: string) => `unit: commits
title: What a commit is
draw: 1
sections:
  - {id: objects, title: Objects, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: digits, section: objects, type: number, stem: How many hexadecimal digits has a name?, ${key}: 40, explanation: 160 bits.}
  - {id: parents, section: objects, type: number, stem: How many parents has a first commit?, answer: 0, explanation: Nothing is before it.}
  - {id: trees, section: objects, type: number, stem: How many trees does a commit name?, answer: 1, explanation: The tree of the whole.}
`;

/** Decks in a folder whose name needs quoting: a good one and a broken one; beside them a file that no shell should read as words. */
function job(): Job {
	const deck = (id: string) => `deck: ${id}\ntitle: Commits\nunits: [unit.yaml]\n`;
	const folder = writeDeck({
		"my decks/it's good/deck.yaml": deck('good'),
		"my decks/it's good/unit.yaml": unit('answer'),
		'my decks/$(touch broken)/deck.yaml': deck('broken'),
		'my decks/$(touch broken)/unit.yaml': unit('anwser'),
		'.tools/node': `#!/bin/sh\nexec '${process.execPath}' "$@"\n`,
	});
	const tools = join(folder, '.tools');
	chmodSync(join(tools, 'node'), 0o755);
	return {
		folder,
		tools,
		run(script, variables = {}, shell = ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail']) {
			const file = join(tools, 'script.sh');
			writeFileSync(file, script);
			const [command = 'bash', ...words] = shell;
			const { status, stdout, stderr } = spawnSync(command, [...words, file], {
				cwd: folder,
				env: { PATH: `${tools}:/usr/bin:/bin`, HOME: folder, ...variables },
				encoding: 'utf8',
				timeout: 120_000,
			});
			return { code: status, output: stdout, errors: stderr };
		},
	};
}

/** A tool that writes its arguments into `calls`, one a line, and succeeds. */
function recordingTool({ folder, tools }: Job, name: string): () => readonly string[] {
	const calls = join(folder, `${name}-calls`);
	writeFileSync(join(tools, name), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${calls}'\n`);
	chmodSync(join(tools, name), 0o755);
	return () => (existsSync(calls) ? readFileSync(calls, 'utf8').split('\n').slice(0, -1) : []);
}

const good = "my decks/it's good";
const broken = 'my decks/$(touch broken)';

/** The step's own environment, as the runner fills it in, and what the runner adds. */
function environmentOf(step: Step, inputs: Variables, folder: string, actionFolder = projectFolder): Variables {
	const given = Object.entries(step.env ?? {}).map(([name, text]) => [
		name,
		text.replace(
			/\$\{\{ inputs\.([a-z-]+) \}\}/gu,
			(_, input: string) => inputs[input] ?? action.inputs[input]?.default ?? `no input ${input}`,
		),
	]);
	return {
		...Object.fromEntries(given),
		GITHUB_ACTIONS: 'true',
		GITHUB_ACTION_PATH: actionFolder,
		GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
	};
}

describe('the action', () => {
	it('takes from its inputs by the environment alone, so that none of them becomes part of a script', () => {
		expect(action.runs.using).toBe('composite');
		for (const step of action.runs.steps) {
			expect(step.shell).toBe('bash');
			expect(step.run).not.toContain('${{');
		}
		const used = Object.values(check.env ?? {}).map((text) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/u.exec(text)?.[1]);
		expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
	});

	it('hands on every path and option as one word', () => {
		const here = job();
		const calls = recordingTool(here, 'node');
		const inputs = {
			paths: `${good}\n\n ${broken}\n*.yaml\n`,
			'max-warnings': '3',
			rules: 'longest-option=off\n  clang=error  \n',
			against: 'origin/main; rm -rf x',
			format: 'compact',
		};
		expect(here.run(check.run, environmentOf(check, inputs, here.folder, '/some where'))).toEqual({ code: 0, output: '', errors: '' });
		expect(calls()).toEqual([
			'/some where/bin/gradus.cjs',
			'check',
			'--format=compact',
			'--max-warnings=3',
			'--against=origin/main; rm -rf x',
			'--rule=longest-option=off',
			'--rule=clang=error',
			'--',
			good,
			` ${broken}`,
			'*.yaml',
		]);
	});

	it('asks for nothing that was not asked for', () => {
		const here = job();
		const calls = recordingTool(here, 'node');
		here.run(check.run, environmentOf(check, {}, here.folder, '/a'));
		expect(calls()).toEqual(['/a/bin/gradus.cjs', 'check', '--format=github', '--', '.']);
	});

	it('passes a good deck, and says so in the summary', () => {
		const here = job();
		const { code, output, errors } = here.run(check.run, environmentOf(check, { paths: good }, here.folder));
		expect({ code, errors, annotated: commandsIn(output).filter(({ name }) => name === 'error') }).toEqual({
			code: 0,
			errors: '',
			annotated: [],
		});
		expect(readFileSync(join(here.folder, 'summary.md'), 'utf8')).toContain('1 deck checked');
	});

	it('fails with a broken deck, at the place, in annotations, log and summary', () => {
		const here = job();
		const { code, output } = here.run(check.run, environmentOf(check, { paths: broken }, here.folder));
		expect(code).toBe(1);
		const place = { file: `${broken}/unit.yaml`, line: '7', title: 'unknown-key' };
		expect(commandsIn(output)).toContainEqual(expect.objectContaining({ name: 'error', properties: expect.objectContaining(place) }));
		expect(output).toContain(`\n${broken}/unit.yaml:7:`);
		expect(readFileSync(join(here.folder, 'summary.md'), 'utf8')).toContain('unknown-key');
		expect(existsSync(join(here.folder, 'broken'))).toBe(false);
	});

	it('writes into a file where one is named, and still fails', () => {
		const here = job();
		const inputs = { paths: broken, format: 'sarif', output: 'the report.sarif' };
		const { code, output } = here.run(check.run, environmentOf(check, inputs, here.folder));
		expect({ code, output }).toEqual({ code: 1, output: '' });
		expect(JSON.parse(readFileSync(join(here.folder, 'the report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
	});

	it('fails when a word is not understood', () => {
		const here = job();
		expect(here.run(check.run, environmentOf(check, { paths: good, format: 'xml' }, here.folder))).toMatchObject({ code: 2, output: '' });
	});

	it('builds itself in its own folder, once', () => {
		const here = job();
		const calls = recordingTool(here, 'npm');
		const actionFolder = join(here.folder, 'the action');
		mkdirSync(join(actionFolder, 'dist'), { recursive: true });
		writeFileSync(join(actionFolder, 'build.js'), `require('fs').writeFileSync(__dirname + '/dist/entry.cjs', '')`);
		const once = () => here.run(build.run, environmentOf(build, {}, here.folder, actionFolder));
		expect(once()).toEqual({ code: 0, output: '', errors: '' });
		expect(existsSync(join(actionFolder, 'dist/entry.cjs'))).toBe(true);
		expect(calls().slice(0, 3)).toEqual(['ci', '--prefix', actionFolder]);
		expect(calls()).toContain('--ignore-scripts');
		const before = calls().length;
		expect(once()).toEqual({ code: 0, output: '', errors: '' });
		expect(calls()).toHaveLength(before);
	});
});

/** A tool `gradus` as an installed package has it. */
function installGradus({ tools }: Job): void {
	symlinkSync(join(projectFolder, 'bin/gradus.cjs'), join(tools, 'gradus'));
}

describe('the hook for pre-commit', () => {
	it('is one, takes no file names, and runs for the files that decks are made of', () => {
		expect(otherHooks).toEqual([]);
		expect(hook).toMatchObject({ id: 'gradus-check', language: 'node', pass_filenames: false });
		const files = new RegExp(hook?.files ?? '', 'u');
		expect(['deck.yaml', 'a/unit.yml', 'a/trees.md'].every((file) => files.test(file))).toBe(true);
		expect(['README.txt', 'yaml', 'a.yaml.orig'].some((file) => files.test(file))).toBe(false);
		expect(Object.keys(JSON.parse(read('package.json')).bin)).toContain(hook?.entry.split(' ')[0]);
	});

	it.each([
		['a good deck', "'my decks/it'\\''s good'", 0],
		['a broken deck', "'my decks/$(touch broken)'", 1],
		['all decks of the folder', '', 1],
	])('ends as it should with %s', (_, path, code) => {
		const here = job();
		installGradus(here);
		const ran = here.run(`${hook?.entry} ${path}`);
		expect(ran).toMatchObject({ code, errors: '' });
		expect(ran.output.includes('anwser')).toBe(code === 1);
	});
});

describe('the snippet for GitLab', () => {
	const { script, variables, artifacts, before_script: before } = gitlab.gradus;
	/** GitLab runs the lines as one script that stops at the first that fails. */
	const run = (here: Job, lines: readonly string[], over: Variables) =>
		here.run(lines.join('\n'), { ...variables, GRADUS: projectFolder, ...over }, ['bash', '-eo', 'pipefail']);

	it.each([
		['a good deck', good, 0],
		['a broken deck', broken, 1],
	])('reports and ends as it should with %s', (_, decks, code) => {
		const here = job();
		const ran = run(here, script, { DECKS: decks });
		expect(ran).toMatchObject({ code, errors: '' });
		expect(ran.output.includes('anwser')).toBe(code === 1);
		const report = readXml(readFileSync(join(here.folder, artifacts.reports.junit), 'utf8').trimEnd());
		expect(report.attributes['failures']).toBe(code === 1 ? '1' : '0');
	});

	it('keeps the report of a job that fails', () => {
		expect(artifacts.when).toBe('always');
	});

	it('fetches and builds Gradus outside of what is checked', () => {
		const here = job();
		const npm = recordingTool(here, 'npm');
		const git = recordingTool(here, 'git');
		const node = recordingTool(here, 'node');
		expect(here.run(before.join('\n'), { ...variables, GRADUS: '/tmp/the gradus' })).toEqual({ code: 0, output: '', errors: '' });
		expect(git().at(-1)).toBe('/tmp/the gradus');
		expect(npm().slice(0, 3)).toEqual(['ci', '--prefix', '/tmp/the gradus']);
		expect(node()).toEqual(['/tmp/the gradus/build.js']);
		expect(variables.GRADUS.startsWith('/')).toBe(true);
	});
});

describe('docs/ci.md', () => {
	it('has a table of the inputs of the action (to bring it up to date: npx vitest run test/docs --update)', async () => {
		const rows = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
			`\`${name}\``,
			description,
			value === '' ? '' : `\`${value}\``,
		]);
		await expect(withMadeBlocks(page, { inputs: tableOf(['input', 'what it is', 'default'], rows) })).toMatchFileSnapshot(pageFile);
	});

	it('uses inputs and hooks that there are', () => {
		const steps: readonly { readonly uses?: string; readonly with?: Variables }[] = [...workflow.jobs.check.steps, ...scanning];
		const ours = steps.filter(({ uses }) => uses?.startsWith('OWNER/gradus@'));
		expect(ours).toHaveLength(2);
		for (const step of ours) expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
		expect(preCommit.repos[0].hooks[0].id).toBe(hook?.id);
	});

	it('links to pages that there are', () => {
		const links = [...page.matchAll(/\]\(([^):]+)\)/gu)].map(([, target]) => join(dirname(pageFile), target ?? ''));
		expect(links.length).toBeGreaterThan(0);
		expect(links.filter((link) => !existsSync(link))).toEqual([]);
	});
});
