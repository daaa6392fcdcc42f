import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { EndingSignal } from '../../src/cli/exit-codes.ts';
import { main } from '../../src/cli/main.ts';
import { type Run, type World, world } from './run-program.ts';

const question = (id: string, more = '') =>
	`  - {id: ${id}, section: s, type: true-false, stem: The stem of ${id}., answer: true, explanation: Nobody has shown otherwise yet.${more}}\n`;

const unit = (title = 'Unit', questions = [question('first')]) => `unit: u
title: ${title}
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
questions:
${questions.join('')}`;

/** Every rule about numbers and words is off, so that a deck of one question has no problem. */
const quiet = [
	'draw-above-pool',
	'no-fresh-retry',
	'few-fresh-retries',
	'blind-luck',
	'luck-at-sixty',
	'effective-benchmark',
	'all-true-false',
];
const deck = (more = '') => `deck: d
title: Deck
units: [unit.yaml]
check: {${quiet.map((code) => `${code}: off`).join(', ')}${more}}
`;

const clean = { 'deck.yaml': deck(), 'unit.yaml': unit() };

function write(folder: string, files: Readonly<Record<string, string>>): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

function deckWorld(files: Readonly<Record<string, string>> = clean): World {
	const here = world();
	write(join(here.folder, 'deck'), files);
	return here;
}

/** With text on standard input. */
async function piped({ environment }: World, argv: readonly string[], text: string | Uint8Array): Promise<Run> {
	const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
	streams.input.end(text);
	const code = await main(argv, environment(streams));
	return { code, output: String(streams.output.read() ?? ''), errors: String(streams.errors.read() ?? '') };
}

describe('gradus check', () => {
	it('says of a clean deck what was checked', async () => {
		const { run } = deckWorld();
		expect(await run(['check', 'deck'])).toEqual({ code: 0, output: '1 deck checked (1 unit, 1 question): no problems.\n', errors: '' });
	});

	it('points at an error, names the page of its rule, and ends with 1', async () => {
		const { run } = deckWorld({ ...clean, 'unit.yaml': unit().replace('title: Unit', 'titel: Unit') });
		const { code, output, errors } = await run(['check', 'deck']);
		expect({ code, errors }).toEqual({ code: 1, errors: '' });
		expect(output).toContain('deck/unit.yaml:2:1: error: Unexpected key `titel`, expected a key such as `title` [unknown-key]');
		expect(output).toContain('1 error in 1 file');
		expect(output).toContain('gradus explain unknown-key');
	});

	it('ends with 0 on warnings, and with 1 where there are more than are allowed', async () => {
		const { run } = deckWorld({ ...clean, 'stray.yaml': 'x' });
		expect(await run(['check', 'deck'])).toMatchObject({ code: 0, output: expect.stringContaining('[unlisted-file]') });
		expect(await run(['check', 'deck', '--max-warnings', '1'])).toMatchObject({ code: 0 });
		expect(await run(['check', 'deck', '--max-warnings', '0'])).toMatchObject({
			code: 1,
			output: expect.stringContaining('At most 0 warnings are allowed here'),
		});
	});

	it('obeys the deck’s settings, the command line before them, and comments', async () => {
		const loud = { ...clean, 'deck.yaml': deck().replace('all-true-false: off', 'all-true-false: {level: info, reason: a small sample}') };
		const { run, folder } = deckWorld(loud);
		expect((await run(['check', 'deck', '--format', 'compact'])).output).toMatch(/^deck\/unit\.yaml:1:7: info: .* \[all-true-false\]\n$/u);
		expect(await run(['check', 'deck', '--rule', 'all-true-false=error', '--format', 'compact'])).toMatchObject({
			code: 1,
			output: expect.stringContaining(': error: '),
		});
		expect((await run(['check', 'deck', '--rule', 'all-true-false=off'])).output).toContain('no problems');
		write(folder, { 'deck/unit.yaml': `# gradus-ignore all-true-false: a small sample\n${unit()}` });
		expect((await run(['check', 'deck'])).output).toBe(
			'1 deck checked (1 unit, 1 question): no problems. 1 problem is silenced by\ncomments.\n',
		);
	});

	it('checks a tree of decks, each once, however often it is named', async () => {
		const here = world();
		for (const name of ['a', 'b/c']) write(join(here.folder, 'decks', name), clean);
		expect((await here.run(['check', 'decks', 'decks/a', './decks/b/c/deck.yaml'])).output).toBe(
			'2 decks checked (2 units, 2 questions): no problems.\n',
		);
		expect((await here.run(['check'])).output).toContain('2 decks checked');
	});

	it('tells of a file of a deck what is wrong with it, and not with others', async () => {
		const two = {
			...clean,
			'deck.yaml': deck().replace('[unit.yaml]', '[unit.yaml, two.yaml]'),
			'two.yaml': unit('').replace('unit: u', 'unit: v'),
		};
		const { run } = deckWorld({ ...two, 'unit.yaml': unit().replace('objective', 'objektive') });
		expect((await run(['check', 'deck/two.yaml', '--format', 'compact'])).output).toMatch(/^deck\/two\.yaml:2:1: [^\n]*\n$/u);
		expect((await run(['check', 'deck', '--format', 'compact'])).output.split('\n').filter(Boolean)).toHaveLength(2);
	});

	it('tells of a file that its deck does not come to read', async () => {
		const fault = unit().replace('section: s', 'section: t');
		const { run, folder } = deckWorld({ 'deck.yaml': deck().replace('[unit.yaml]', '[unit.yaml'), 'unit.yaml': fault });
		const broken = await run(['check', 'deck/unit.yaml', '--format', 'compact']);
		expect(broken.code).toBe(1);
		expect(broken.output).toMatch(/^deck\/deck\.yaml:3:8: error: [^\n]*\ndeck\/unit\.yaml:6:26: error: Unknown section `t`[^\n]*\n$/u);
		write(folder, { 'deck/deck.yaml': deck(), 'deck/unit.yaml': unit(), 'deck/stray.yaml': fault });
		const stray = await run(['check', 'deck/stray.yaml', '--format', 'compact']);
		expect(stray).toMatchObject({ code: 1, output: expect.stringContaining('[unlisted-file]') });
		expect(stray.output).toContain('deck/stray.yaml:6:26: error: Unknown section `t`');
	});

	it('takes a unit or a list of questions that belongs to no deck by itself', async () => {
		const here = world();
		write(here.folder, {
			'alone.yaml': unit()
				.replace('title: Unit', 'titel: Unit')
				.replace('title: Unit', '')
				.replace('unit: u', 'unit: u\nrequires: elsewhere'),
			'pool.yaml': `# some\n${question('first').trim()}\n- {id: second, section: s, stem: Which?, answer: a, distractors: [a], explanation: Nobody has shown otherwise yet.}\n`,
		});
		expect((await here.run(['check', 'alone.yaml', '--format', 'compact'])).output).toMatch(
			/^alone\.yaml:3:1: error: [^\n]*\[unknown-key\]\n$/u,
		);
		expect((await here.run(['check', 'pool.yaml', '--format', 'compact'])).output).toMatch(
			/^pool\.yaml:3:\d+: error: [^\n]*\[same-options\]\n$/u,
		);
	});

	it('reads standard input, by itself or in place of a file of a deck', async () => {
		const here = deckWorld({ ...clean, 'unit.yaml': unit().replace('objective', 'objektive') });
		expect(
			(
				await piped(
					here,
					['check', '-', '--format', 'compact', '--rule', 'all-true-false=off'],
					unit().replace('title: Unit', 'titel: Unit'),
				)
			).output,
		).toMatch(/^-:2:1: error: [^\n]*\n/u);
		expect(await piped(here, ['check', '-', '--stdin-path', 'deck/unit.yaml'], unit())).toMatchObject({ code: 0 });
		const broken = await piped(
			here,
			['check', '-', '--stdin-path', 'deck/unit.yaml', '--format', 'compact'],
			unit().replace('section: s', 'section: t'),
		);
		expect(broken).toMatchObject({
			code: 1,
			output: expect.stringMatching(/^deck\/unit\.yaml:6:26: error: Unknown section `t`, expected `s` \[unknown-section\]\n$/u),
		});
		expect(await piped(here, ['check', '-', '--format', 'compact'], Buffer.from('title: Gr\xf6\xdfe', 'latin1'))).toMatchObject({
			code: 1,
			output: expect.stringContaining('[not-utf-8]'),
		});
	});

	it('never shows the deck that it makes up around a lone file', async () => {
		const here = world();
		const twins = `${question('first')}${question('first')}`.replace(/^ {2}/gmu, '');
		for (const text of [
			unit().replace('unit: u', 'unit: made-up\nrequires: made-up'),
			twins,
			'deck: made-up\ntitel: T\nunits: [a.yaml]\n',
		]) {
			const { output } = await piped(here, ['check', '-', '--json'], text);
			expect(JSON.parse(output)).toMatchObject({ passed: false, files: ['-'] });
			const files = [...output.matchAll(/"file": "(.*)"/gu)].map(([, file]) => file);
			expect([...new Set(files)]).toEqual(['-']);
			expect((await piped(here, ['check', '-'], text)).output).not.toMatch(/deck\.yaml|gradus-made-up|Made up/u);
		}
		const twice = unit().replace('title', 'titel');
		expect(await piped(here, ['check', '-', '-', '--json'], twice)).toEqual(await piped(here, ['check', '-', '--json'], twice));
	});

	it('leaves files beside standard input alone where nobody says where it stands', async () => {
		const here = world();
		const text = `${unit().replace('text: Text.', 'file: lesson.md').split('questions:')[0]}pools: [pools/p.yaml, ../q.yaml]\n`;
		write(here.folder, { 'pools/p.yaml': 'x', 'lesson.md': '' });
		const { code, errors, output } = await piped(here, ['check', '-', '--format', 'compact'], text);
		expect({ code, output }).toEqual({ code: 0, output: '' });
		expect(errors).toBe('The files that standard input names were not looked at. Say which file it stands for with --stdin-path.\n');
	});

	it('tells where standard input cannot be read, and ends with 4', async () => {
		const here = world();
		const input = new Readable({ read: () => input.destroy(Object.assign(new Error('broken'), { code: 'EIO' })) });
		for (const broken of [{ input }, { inputFault: () => 'EISDIR' }]) {
			const errors = new PassThrough();
			expect(await main(['check', '-'], here.environment({ ...broken, errors }))).toBe(4);
			expect(String(errors.read())).toMatch(/^Standard input cannot be read \(E(?:IO|ISDIR)\)\. Nothing was checked\./u);
		}
	});

	it.skipIf(process.getuid?.() === 0)('tells of a folder in a tree that it cannot look into, and takes it for no deck', async () => {
		const { run, folder } = deckWorld();
		mkdirSync(join(folder, 'locked'), { mode: 0 });
		expect(await run(['check', '.'])).toMatchObject({
			code: 0,
			output: expect.stringContaining('1 deck checked'),
			errors: 'locked could not be looked into, so nothing was checked there. Check its permissions if it holds a deck.\n',
		});
	});

	it('counts a file that cannot be read among the problems of its deck', async () => {
		const { run, folder } = deckWorld();
		rmSync(join(folder, 'deck/unit.yaml'));
		symlinkSync('unit.yaml', join(folder, 'deck/unit.yaml'));
		expect(await run(['check', 'deck'])).toMatchObject({ code: 1, output: expect.stringContaining('[unreadable-file]') });
	});

	it('says what it did not understand, and ends with 2', async () => {
		const { run } = deckWorld();
		for (const [argv, said] of [
			[['check', 'dekc'], 'There is no file or folder dekc'],
			[['check', 'deck', '--format', 'prety'], 'Did you mean pretty?'],
			[['check', 'deck', '--max-warnings', 'few'], '--max-warnings takes a whole number'],
			[['check', 'deck', '--rule', 'longst-option=off'], 'Did you mean longest-option?'],
			[['check', 'deck', '--rule', 'longest-option=loud'], 'Write --rule longest-option=off'],
			[['check', 'deck', '--rule', 'unknown-key=off'], 'cannot be changed'],
			[['check', 'deck', '--stdin-path', 'x.yaml'], 'Add - to the paths'],
			[['check', '-', '--stdin-path', 'deck'], 'deck is a folder'],
			[['check', '-', '--watch'], 'Name a file or a folder'],
			[['check', 'deck', '--against', 'no-such-version'], 'no-such-version'],
			[['explain', 'longst-option'], 'Did you mean longest-option?'],
			[['schema', 'units'], 'Name deck, unit or pool'],
		] as const) {
			expect(await run(argv), argv.join(' ')).toMatchObject({ code: 2, output: '', errors: expect.stringContaining(said) });
		}
	});

	it('annotates in GitHub Actions without being asked, with a summary of the job', async () => {
		const { run, folder } = deckWorld({ ...clean, 'stray.yaml': 'x' });
		const summary = join(folder, 'summary.md');
		const variables = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
		expect((await run(['check', 'deck'], variables)).output).toContain('::warning file=deck/stray.yaml');
		expect(readFileSync(summary, 'utf8')).toContain('unlisted-file');
		expect((await run(['check', 'deck', '--format', 'compact'], variables)).output).not.toContain('::warning');
	});

	it('says so where a format has no place for the report', async () => {
		const { run } = deckWorld();
		for (const format of ['compact', 'github', 'sarif', 'junit']) {
			expect(await run(['check', 'deck', '--report', '--format', format])).toMatchObject({
				code: 0,
				errors: `The format ${format} has no place for the numbers of --report, so they are left out. Choose --format pretty or json for them.\n`,
			});
		}
		for (const format of ['pretty', 'json']) expect((await run(['check', 'deck', '--report', '--format', format])).errors).toBe('');
	});

	it('prints the numbers of a deck, for people and for machines', async () => {
		const { run } = world();
		const { code, output } = await run(['map', 'mastery', '--author']);
		expect(code).toBe(0);
		expect(output).toContain('9 of 10');
		const json: unknown = JSON.parse((await run(['map', 'mastery', '--author', '--json'])).output);
		expect(json).toMatchObject({ schema: 'gradus.author/1' });
	});
});

describe('what a check remembers', () => {
	it('is as good as checking again', async () => {
		const { run, folder } = deckWorld({ ...clean, 'stray.yaml': 'x' });
		const first = await run(['check', 'deck']);
		expect(readdirSync(join(folder, '.cache/gradus/checks'))).toHaveLength(1);
		expect(await run(['check', 'deck'])).toEqual(first);
		expect(await run(['check', 'deck', '--no-cache'])).toEqual(first);
	});

	it('is forgotten when a file, the list of files or a setting changes', async () => {
		const { run, folder } = deckWorld();
		const compact = async (...more: string[]) => (await run(['check', 'deck', '--format', 'compact', ...more])).output;
		expect(await compact()).toBe('');
		appendFileSync(join(folder, 'deck/unit.yaml'), question('first'));
		expect(await compact()).toContain('[duplicate-id]');
		write(folder, { 'deck/unit.yaml': unit(), 'deck/stray.yaml': 'x' });
		expect(await compact()).toContain('[unlisted-file]');
		expect(await compact('--rule', 'unlisted-file=error')).toContain(': error: ');
		rmSync(join(folder, 'deck/unit.yaml'));
		expect(await compact()).toContain('[missing-file]');
		write(folder, { 'deck/unit.yaml': unit() });
		expect(await compact()).not.toContain('[missing-file]');
	});

	it('is not believed when it is damaged, and may be deleted or unwritable', async () => {
		const { run, folder } = deckWorld({ ...clean, 'stray.yaml': 'x' });
		const first = await run(['check', 'deck']);
		const cache = join(folder, '.cache/gradus/checks');
		const [name = ''] = readdirSync(cache);
		for (const damage of ['', '{}', readFileSync(join(cache, name), 'utf8').replace('unlisted-file', 'unlisted-fill'), '[1', '\0']) {
			writeFileSync(join(cache, name), damage);
			expect(await run(['check', 'deck'])).toEqual(first);
		}
		rmSync(cache, { recursive: true });
		writeFileSync(cache, 'a file where the folder should be');
		expect(await run(['check', 'deck'])).toEqual(first);
	});
});

describe('gradus check --against', () => {
	it('compares with a version in Git and with a folder', async () => {
		const { run, folder } = deckWorld({ ...clean, 'unit.yaml': unit('Unit', [question('first'), question('second')]) });
		const git = (...argv: string[]) =>
			execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...argv], {
				cwd: folder,
				env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
				stdio: 'pipe',
			});
		git('init', '--quiet');
		git('add', 'deck');
		git('commit', '--quiet', '--message', 'deck');
		write(folder, clean);
		write(join(folder, 'deck'), clean);
		expect((await run(['check', 'deck', '--against', 'HEAD', '--format', 'compact'])).output).toContain('[removed-question]');
		expect((await run(['check', 'deck', '--against', './deck', '--format', 'compact'])).output).toBe('');
	});
});

describe('gradus check --fix', () => {
	it('mends files in place, tells each change, and keeps links and permissions', async () => {
		const { run, folder } = deckWorld({ ...clean, 'real.yaml': unit().replace('title: Unit', 'title: Unit   ') });
		rmSync(join(folder, 'deck/unit.yaml'));
		symlinkSync('real.yaml', join(folder, 'deck/unit.yaml'));
		const fixed = await run(['check', 'deck', '--fix', '--rule', 'unlisted-file=off']);
		expect(fixed.errors).toContain('Mended deck/unit.yaml');
		expect(fixed.output).toContain('no problems');
		expect(readFileSync(join(folder, 'deck/real.yaml'), 'utf8')).toBe(unit());
		expect((await run(['check', 'deck', '--fix', '--rule', 'unlisted-file=off'])).errors).toBe('');
		expect(readdirSync(join(folder, 'deck')).toSorted()).toEqual(['deck.yaml', 'real.yaml', 'unit.yaml']);
	});

	it('tells of an id that it cannot mend, because two would become one', async () => {
		const { run } = deckWorld({ ...clean, 'unit.yaml': unit('Unit', [question('first'), question('First')]) });
		const fixed = await run(['check', 'deck', '--fix']);
		expect(fixed.errors).toMatch(
			/^Left to you, because only you know what is meant:\n {2}deck\/unit\.yaml, line \d+: the id `First` is as it was: more than one \w+ would be called `first`\n$/u,
		);
		expect(fixed.output).toContain('[id-form]');
	});

	it('mends of a file that is named only that file, and in it only what concerns no other', async () => {
		const ids = (text: string) => text.replace('unit: u', 'unit: My_Unit').replace('id: first', 'id: First_One');
		const files = {
			'deck.yaml': deck().replace('[unit.yaml]', '[unit.yaml, two.yaml]'),
			'unit.yaml': ids(unit('Unit   ')),
			'two.yaml': unit('Two   ').replace('unit: u', 'unit: v\nrequires: My_Unit'),
		};
		const { run, folder } = deckWorld(files);
		const text = (file: string) => readFileSync(join(folder, 'deck', file), 'utf8');
		const fixed = await run(['check', 'deck/unit.yaml', '--fix']);
		expect(fixed.errors.split('\n').filter((line) => line.startsWith('Mended'))).toEqual(['Mended deck/unit.yaml, in 2 places:']);
		expect(text('unit.yaml')).toBe(unit().replace('unit: u', 'unit: My_Unit').replace('id: first', 'id: first-one'));
		expect({ ...files, 'unit.yaml': '' }).toEqual({ 'deck.yaml': text('deck.yaml'), 'unit.yaml': '', 'two.yaml': text('two.yaml') });
		await run(['check', 'deck', '--fix']);
		expect(text('unit.yaml')).toContain('unit: my-unit\n');
		expect(text('two.yaml')).toContain('requires: my-unit\n');
	});

	it('says that it works on decks, and changes nothing, where a file belongs to none', async () => {
		const here = deckWorld({ ...clean, 'unit.yaml': unit('Unit   ') });
		write(here.folder, { 'notes/alone.yaml': unit('Unit   ') });
		for (const paths of [['notes/alone.yaml'], ['deck', 'notes/alone.yaml']]) {
			expect(await here.run(['check', ...paths, '--fix'])).toEqual({
				code: 2,
				output: '',
				errors:
					"--fix mends decks, and notes/alone.yaml belongs to none. Nothing was changed. List the file in a deck's deck.yaml, or check it without --fix.\n",
			});
		}
		expect(await piped(here, ['check', '-', '--fix', '--stdin-path', 'deck/unit.yaml'], unit('Unit   '))).toMatchObject({
			code: 2,
			output: '',
			errors: expect.stringMatching(/^What comes from a pipe.*Name a file or a folder/su),
		});
		for (const file of ['deck/unit.yaml', 'notes/alone.yaml']) expect(readFileSync(join(here.folder, file), 'utf8')).toBe(unit('Unit   '));
	});
});

describe('gradus check --watch', () => {
	/** Runs until the test has ended it. */
	function watching({ environment }: World, ...paths: readonly string[]) {
		const [output, errors] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
		const listeners = new Map<string, () => void>();
		let seen = '';
		for (const stream of [output, errors]) {
			stream.on('data', (text: string) => {
				seen += text;
			});
		}
		const signals = {
			on: (signal: EndingSignal | 'SIGCONT', listener: () => void) => listeners.set(signal, listener),
			off: (signal: EndingSignal | 'SIGCONT') => listeners.delete(signal),
			raise: () => undefined,
		};
		const running = main(['check', ...paths, '--watch'], environment({ output, errors, signals }));
		onTestFinished(() => listeners.get('SIGTERM')?.());
		return {
			running,
			listeners,
			/** Waits for a whole check in which this stands. */
			async saw(text: string) {
				while (!seen.slice(Math.max(0, seen.indexOf(text))).includes('Watching for changes') || !seen.includes(text)) {
					await new Promise((resolve) => setTimeout(resolve, 10));
				}
				seen = '';
			},
		};
	}

	it('checks again after each save, and ends with the signal that ends it', async () => {
		const here = deckWorld();
		const { running, listeners, saw } = watching(here, 'deck');
		await saw('no problems');
		write(here.folder, { 'deck/unit.yaml': unit().replace('title', 'titel') });
		await saw('[unknown-key]');
		write(here.folder, { 'deck/unit.yaml': unit() });
		await saw('no problems');
		listeners.get('SIGINT')?.();
		expect(await running).toBe(130);
		expect([...listeners.keys()]).toEqual([]);
	});

	it('sees every save of an editor that replaces the file', async () => {
		const here = deckWorld({ ...clean, 'unit.yaml': unit().replace('text: Text.', 'file: lesson.txt'), 'lesson.txt': 'Text.' });
		const { saw } = watching(here, 'deck');
		await saw('no problems');
		for (const said of ['[unknown-key]', 'no problems', '[unknown-key]', 'no problems']) {
			const text = said === 'no problems' ? unit().replace('text: Text.', 'file: lesson.txt') : unit().replace('title', 'titel');
			write(here.folder, { 'deck/.unit.swp': text });
			renameSync(join(here.folder, 'deck/.unit.swp'), join(here.folder, 'deck/unit.yaml'));
			await saw(said);
		}
		write(here.folder, { 'deck/lesson.txt': '' });
		await saw('lesson.txt');
	});

	it('sees decks appear and vanish in a tree, and outlives the folder', async () => {
		const here = world();
		write(join(here.folder, 'tree/a'), clean);
		const { saw } = watching(here, 'tree');
		await saw('1 deck checked');
		write(join(here.folder, 'tree/b'), clean);
		await saw('2 decks checked');
		rmSync(join(here.folder, 'tree/a'), { recursive: true });
		await saw('1 deck checked');
		renameSync(join(here.folder, 'tree'), join(here.folder, 'away'));
		await saw('There is no file or folder tree');
		renameSync(join(here.folder, 'away'), join(here.folder, 'tree'));
		await saw('1 deck checked');
	});
});

describe('gradus explain', () => {
	it('lists every rule, and prints the page of one', async () => {
		const { run } = world();
		const list = await run(['explain']);
		expect(list).toMatchObject({ code: 0, errors: '' });
		for (const code of ['unknown-key', 'same-options', 'no-fresh-retry', 'longest-option', 'removed-question', 'unused-silencer'])
			expect(list.output).toContain(code);
		const page = await run(['explain', 'longest-option']);
		expect(page).toMatchObject({ code: 0, errors: '' });
		expect(page.output).toContain('65 %');
		expect(page.output).toContain('[longest-option]');
	});
});

describe('gradus schema', () => {
	it('prints a JSON Schema of each kind of file', async () => {
		const { run } = world();
		for (const kind of ['deck', 'unit', 'pool']) {
			const { code, output } = await run(['schema', kind]);
			expect(code).toBe(0);
			const schema: unknown = JSON.parse(output);
			expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
		}
	});
});
