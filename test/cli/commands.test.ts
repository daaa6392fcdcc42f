import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { main } from '../../src/cli/main.ts';
import { projectFolder, world } from './run-program.ts';

const smallDeck = join(projectFolder, 'test/e2e/deck');

describe('the command line', () => {
	it('prints the version and nothing else', async () => {
		const run = await world().run(['--version']);
		expect(run).toMatchObject({ code: 0, errors: '' });
		expect(run.output).toMatch(/^\d+\.\d+\.\d+\S*\n$/u);
	});

	it('helps with every command, its examples and the exit codes', async () => {
		const { run } = world();
		const { code, output } = await run(['--help']);
		expect(code).toBe(0);
		for (const word of ['learn', 'quiz', 'read', 'practice', 'map', 'history', 'why', 'decks', 'check', 'Exit codes:', 'Examples:']) {
			expect(output).toContain(word);
		}
		for (const command of [
			'learn',
			'quiz',
			'read',
			'practice',
			'map',
			'history',
			'show',
			'why',
			'bookmarks',
			'disputes',
			'learners',
			'decks',
			'check',
		]) {
			expect(await run([command, '--help'])).toMatchObject({ code: 0, errors: '', output: expect.stringContaining('Examples:') });
		}
	});

	it('suggests the nearest command or option, and ends with 2', async () => {
		const { run } = world();
		expect(await run(['leran'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('Did you mean learn?') });
		expect(await run(['map', '--jsno'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('Did you mean --json?') });
		expect(await run(['quiz', 'mastery'])).toMatchObject({ code: 2, output: '' });
	});

	it('takes no word too many: half of what was meant is never done in silence', async () => {
		const { run } = world();
		const short = 'Run gradus help';
		for (const [words, told] of [
			[['map', 'mastery', 'idea'], `too many arguments for 'map'. Expected 1 argument but got 2.\n${short} map`],
			[['decks', 'remove', 'one', 'two'], `too many arguments for 'remove'. Expected 1 argument but got 2.\n${short} decks remove`],
			[['decks', 'ad', './deck'], `gradus decks has no command ad.\nDid you mean add?\n${short} decks`],
			[['decks', 'mastery'], 'gradus decks has no command mastery.'],
		] as const) {
			expect(await run([...words])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining(told) });
		}
	});

	it('helps with a command of a command too', async () => {
		const { run } = world();
		const { code, output, errors } = await run(['help', 'decks', 'add']);
		expect({ code, errors }).toEqual({ code: 0, errors: '' });
		expect(output).toContain('--ref <name>');
		expect(output).toBe((await run(['decks', 'add', '--help'])).output);
		expect(await run(['help', 'decks', 'ad'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('Did you mean add?') });
		expect(await run(['help', 'leran'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('Did you mean learn?') });
	});

	it('shows where one stands and the next command without a terminal, and leaves no file behind', async () => {
		const { run, folder } = world();
		const { code, output, errors } = await run([]);
		expect({ code, errors }).toEqual({ code: 0, errors: '' });
		expect(output).toMatch(/Mastery learning.*gradus learn mastery/su);
		expect(readdirSync(folder).filter((name) => name !== '.cache')).toEqual([]);
	});

	it('says that nobody can answer without a terminal, and ends with 3', async () => {
		const { run, folder } = world();
		for (const argv of [['learn'], ['learn', 'mastery'], ['quiz', 'mastery', 'idea'], ['practice', 'mastery', 'idea']]) {
			expect(await run(argv)).toMatchObject({ code: 3, output: '', errors: expect.stringMatching(/no terminal.*Nothing was changed/u) });
		}
		expect(existsSync(join(folder, '.local'))).toBe(false);
	});

	it('prints a section into a pipe, without keys and without colour, and only behind an open gate', async () => {
		const { run } = world();
		const section = await run(['read', 'mastery', 'idea#carroll']);
		expect(section).toMatchObject({ code: 0, errors: '' });
		expect(section.output).toMatch(/Carroll/u);
		expect(section.output).not.toContain('\x1b');
		expect(await run(['read', 'mastery', 'measure'])).toMatchObject({
			code: 3,
			output: '',
			errors: expect.stringMatching(/closed.*9 of 10.*gradus learn mastery idea/su),
		});
		expect(await run(['read', 'mastery', 'idea#carol'])).toMatchObject({ code: 2, errors: expect.stringContaining('carroll') });
	});

	it('prints reports for a machine under a named schema', async () => {
		const { run } = world();
		for (const [argv, schema] of [
			[['map', 'mastery'], 'gradus.map/1'],
			[['history'], 'gradus.history/1'],
			[['why', 'mastery', 'measure'], 'gradus.why/1'],
			[['decks', 'list'], 'gradus.decks/1'],
		] as const) {
			const { code, output } = await run([...argv, '--json']);
			expect(code).toBe(0);
			expect(JSON.parse(output)).toMatchObject({ schema });
		}
	});

	it('obeys NO_COLOR and FORCE_COLOR', async () => {
		const { run } = world();
		expect((await run(['map', 'mastery'], { FORCE_COLOR: '1' })).output).toContain('\x1b[');
		expect((await run(['map', 'mastery'], { FORCE_COLOR: '1', NO_COLOR: '1' })).output).not.toContain('\x1b');
		expect((await run(['map', 'mastery'])).output).not.toContain('\x1b');
	});
});

describe('what is not there', () => {
	it('is named with the nearest there is, and ends with 2', async () => {
		const { run } = world();
		expect(await run(['map', 'mastry'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('Did you mean mastery?') });
		expect(await run(['why', 'mastery', 'ideas'])).toMatchObject({
			code: 2,
			output: '',
			errors: expect.stringContaining('Did you mean idea?'),
		});
		expect(await run(['map', './nowhere'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('no folder ./nowhere') });
		expect(await run(['check', './nowhere'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('nowhere') });
	});

	it('is named without obeying it', async () => {
		const { run } = world();
		const evil = 'x\x1b]0;owned\x07\x1b[2J\u202e';
		for (const argv of [
			['map', evil],
			['why', 'mastery', evil],
			['read', 'mastery', `idea#${evil}`],
			['check', `./${evil}`],
			[evil],
			['map', `--${evil}`],
		]) {
			const { code, output, errors } = await run(argv);
			expect(code).toBe(2);
			expect(output + errors).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/u);
		}
	});
});

describe('a deck with mistakes', () => {
	const broken = () => {
		const here = world();
		const deck = join(here.folder, 'deck');
		cpSync(smallDeck, deck, { recursive: true });
		const unit = readFileSync(join(deck, 'first.yaml'), 'utf8');
		writeFileSync(
			join(deck, 'first.yaml'),
			unit.replace('section: pears', 'section: peers').replace('stem: What about apples number 1?\n', 'stim: What?\n'),
		);
		return here;
	};

	it('is refused as a whole to learners, with every mistake shown in its place, and ends with 4', async () => {
		const { run } = broken();
		const { code, output, errors } = await run(['map', './deck']);
		expect({ code, output }).toEqual({ code: 4, output: '' });
		expect(errors).toMatch(/first\.yaml:\d+:\d+: error: .*stim/u);
		expect(errors).toMatch(/first\.yaml:\d+:\d+: error: .*peers/u);
		expect(errors).toContain('Your record is untouched.');
	});

	it('is told by paths that work from the working folder', async () => {
		const { run } = broken();
		expect((await run(['map', './deck', '--author'])).errors).toMatch(/^deck\/first\.yaml:\d+:\d+: error: /u);
	});

	it('fails its check with 1, and passes with 0 once it is mended', async () => {
		const { run } = broken();
		expect(await run(['check', './deck'])).toMatchObject({
			code: 1,
			errors: '',
			output: expect.stringMatching(/deck\/first\.yaml:\d+:\d+: error:/u),
		});
		expect(await run(['check', '.'])).toMatchObject({ code: 1 });
		expect(await run(['check', smallDeck])).toMatchObject({ code: 0, errors: '' });
	});
});

describe('the record', () => {
	const databases: Readonly<Record<string, { readonly make: (file: string) => void; readonly says: RegExp }>> = {
		'that is noise': { make: (file) => writeFileSync(file, 'this is no database, '.repeat(500)), says: /damaged|another program/u },
		'that is a folder': { make: (file) => mkdirSync(file), says: /should be a file/u },
		'of a newer version': {
			make: (file) => {
				const database = new Database(file);
				database.pragma('application_id = 0x47726164');
				database.pragma('user_version = 99');
				database.exec('CREATE TABLE something (x)');
				database.close();
			},
			says: /newer Gradus/u,
		},
		'of another program': {
			make: (file) => {
				const database = new Database(file);
				database.exec('CREATE TABLE something (x)');
				database.close();
			},
			says: /belongs to another program/u,
		},
	};

	for (const [name, { make, says }] of Object.entries(databases)) {
		it(`${name} is refused in words, with 4, and left as it is`, async () => {
			const { run, folder } = world();
			const file = join(folder, 'record.db');
			make(file);
			const before = readdirSync(folder).includes('record.db') && !name.includes('folder') ? readFileSync(file) : undefined;
			const { code, output, errors } = await run(['map', 'mastery', '--db', file]);
			expect({ code, output }).toEqual({ code: 4, output: '' });
			expect(errors).toMatch(says);
			expect(errors).not.toMatch(/\bat .*:\d+|SQLITE|Error:/u);
			if (before !== undefined) expect(readFileSync(file).equals(before)).toBe(true);
		});
	}

	it('is not scattered by an empty HOME or a relative XDG path', async () => {
		const here = world();
		const { recordFileOf } = await import('../../src/cli/folders.ts');
		const fileWith = (variables: Record<string, string>, home: string | undefined = here.folder) =>
			recordFileOf(here.environment({ variables, homeFolder: () => home }), undefined);
		expect(fileWith({ HOME: '' })).toBe(join(here.folder, '.local/share/gradus/record.db'));
		expect(fileWith({ HOME: here.folder, XDG_DATA_HOME: 'relative' })).toBe(join(here.folder, '.local/share/gradus/record.db'));
		expect(fileWith({ XDG_DATA_HOME: '/data' })).toBe('/data/gradus/record.db');
		expect(fileWith({ GRADUS_DB: '/elsewhere/mine.db' })).toBe('/elsewhere/mine.db');
		expect(recordFileOf(here.environment({ variables: {}, homeFolder: () => undefined }), undefined)).toBeUndefined();
	});
});

describe('the copy of a deck that has been read', () => {
	it('serves until a file changes, and is never believed when damaged', async () => {
		const { run, folder } = world();
		const deck = join(folder, 'deck');
		cpSync(smallDeck, deck, { recursive: true });
		const titles = async () =>
			JSON.parse((await run(['map', './deck', '--json'])).output).units.map(({ title }: { title: string }) => title);
		expect(await titles()).toEqual(['First steps', 'Second steps']);
		const copies = join(folder, '.cache/gradus/decks');
		const [copy = ''] = readdirSync(copies);
		const stored = readFileSync(join(copies, copy), 'utf8');

		writeFileSync(join(copies, copy), stored.replace('First steps', 'Forged step'));
		expect(await titles()).toEqual(['First steps', 'Second steps']);
		writeFileSync(join(copies, copy), stored.slice(0, 1000));
		expect(await titles()).toEqual(['First steps', 'Second steps']);

		const unit = join(deck, 'first.yaml');
		writeFileSync(unit, readFileSync(unit, 'utf8').replace('First steps', 'New steps'));
		expect(await titles()).toEqual(['New steps', 'Second steps']);
	});
});

describe('a printed command', () => {
	it('names deck and record as they were named, ready for a shell', async () => {
		const { run, folder } = world();
		cpSync(smallDeck, join(folder, 'my deck'), { recursive: true });
		expect((await run(['map', './my deck', '--db', "Ada's.db"])).output).toContain(`gradus learn --db 'Ada'\\''s.db' './my deck'`);
		expect((await run(['map', 'mastery'])).output).toContain('gradus learn mastery\n');
		expect((await run(['--db', 'mine.db'])).output).toContain('gradus learn --db mine.db mastery');
		expect((await run(['read', './my deck', 'second'])).errors).toContain(`gradus learn './my deck' first`);
	});
});

describe('a message on a terminal', () => {
	it('is broken between words, and left whole in a pipe', async () => {
		const here = world();
		const errors = Object.assign(new PassThrough(), { isTTY: true, columns: 40 });
		const chunks: string[] = [];
		errors.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
		await main(['map', './nowhere'], here.environment({ errors }));
		const lines = chunks.join('').trimEnd().split('\n');
		expect(lines.length).toBeGreaterThan(2);
		expect(lines.filter((line) => line.length > 40)).toEqual([]);
		expect(lines.join(' ')).toBe((await here.run(['map', './nowhere'])).errors.trimEnd());
	});
});
