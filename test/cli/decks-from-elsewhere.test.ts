// Decks from a folder, an archive and a repository: added, updated, removed; and what a stranger may try.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { packTar, type TarEntry } from 'modern-tar';
import { describe, expect, it } from 'vitest';

import { nameOf } from '../../src/cli/collection/source.ts';
import { repository as repositoryIn } from './git-repository.ts';
import { type World, world } from './run-program.ts';

const deckYaml = 'deck: knots\ntitle: Knots\nbenchmark: 50%\ndraw: 2\nunits: [loops.yaml]\n';

function unitYaml(questions: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six']): string {
	return [
		'unit: loops',
		'title: Loops',
		'sections:',
		'  - {id: bowline, title: The bowline, objective: Tie a bowline, file: texts/bowline.md}',
		'questions:',
		...questions.flatMap((id) => [
			`  - id: ${id}`,
			'    section: bowline',
			`    stem: What is the word for ${id}?`,
			`    type: text`,
			`    answer: ${id} it is`,
			'    explanation: It was said in the text.',
		]),
		'',
	].join('\n');
}

const files = { 'deck.yaml': deckYaml, 'loops.yaml': unitYaml(), 'texts/bowline.md': 'A loop that holds.\n' };

function writeDeck(folder: string, over: Readonly<Record<string, string>> = {}): string {
	for (const [file, text] of Object.entries({ ...files, ...over })) {
		mkdirSync(join(folder, file, '..'), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

async function writeArchive(at: World, entries: readonly TarEntry[], name = 'knots.tar.gz'): Promise<string> {
	const path = join(at.folder, name);
	writeFileSync(path, gzipSync(await packTar(entries)));
	return path;
}

function entriesOf(over: Readonly<Record<string, string>> = {}, top = 'knots-1.0/'): TarEntry[] {
	return Object.entries({ ...files, ...over }).map(([file, text]) => ({
		header: { name: `${top}${file}`, size: Buffer.byteLength(text), type: 'file' },
		body: text,
	}));
}

function added(at: World, id = 'knots'): string {
	return join(at.folder, '.local/share/gradus/decks', id);
}

describe('a deck from elsewhere', () => {
	it('is added from a folder, with the files it is made of and no others', async () => {
		const at = world();
		writeDeck(join(at.folder, 'my'), { 'notes.txt': 'private', 'texts/unused.md': 'unused' });
		const run = await at.run(['decks', 'add', './my']);
		expect(run).toEqual({ code: 0, errors: '', output: expect.stringContaining('Added Knots: 1 unit, 6 questions.') });
		expect(readdirSync(added(at), { recursive: true }).sort()).toEqual([
			'.origin.json',
			'deck.yaml',
			'loops.yaml',
			'texts',
			'texts/bowline.md',
		]);
		expect((await at.run(['map', 'knots'])).output).toContain('Loops');
	});

	it('stands after those with smaller numbers, wherever decks are listed', async () => {
		const at = world();
		for (const id of ['d10', 'd9', 'd1']) writeDeck(added(at, id), { 'deck.yaml': deckYaml.replace('knots', id) });
		for (const words of [[], ['decks', 'list']]) {
			const { decks } = JSON.parse((await at.run([...words, '--json'])).output);
			expect(decks.map(({ deck }: { readonly deck: string }) => deck)).toEqual(['mastery', 'd1', 'd9', 'd10']);
		}
		expect((await at.run(['decks', 'remove', 'ropes'])).errors).toContain('d1, d9, d10');
	});

	it('is added from an archive, found below its top folder', async () => {
		const at = world();
		await writeArchive(at, entriesOf());
		expect((await at.run(['decks', 'add', 'knots.tar.gz'])).output).toContain('Added Knots');
		expect(readFileSync(join(added(at), 'texts/bowline.md'), 'utf8')).toBe('A loop that holds.\n');
	});

	it('is added from a repository, pinned to its commit, and only its newer version is taken', async () => {
		const at = world();
		const repository = writeDeck(join(at.folder, 'repository'));
		const { git } = repositoryIn(repository);
		git('init', '-q', '-b', 'main');
		git('add', '.');
		git('commit', '-qm', 'first');
		const first = git('rev-parse', 'HEAD').trim();
		const address = `file://${repository}`;

		const run = await at.run(['decks', 'add', address]);
		expect(run.code).toBe(0);
		expect(run.output).toContain(`at commit ${first.slice(0, 12)}`);
		expect((await at.run(['decks', 'update', 'knots'])).output).toContain('nothing new');
		const listing = await at.run(['decks', 'list']);
		expect(listing.output).toContain(`at ${first.slice(0, 12)}`);
		expect(JSON.parse((await at.run(['decks', 'list', '--json'])).output)).toMatchObject({
			decks: [{ deck: 'mastery' }, { deck: 'knots', origin: { kind: 'git', from: address, inside: '.', commit: first } }],
		});

		writeDeck(repository, { 'loops.yaml': unitYaml(['one', 'two', 'three', 'four', 'five', 'seven']).replace('two it is', 'two it was') });
		git('commit', '-qam', 'second');
		const told = await at.run(['decks', 'update', 'knots', '--dry-run']);
		expect(told.output).toContain('1 question more, 1 question gone and 1 question with another key');
		expect(readFileSync(join(added(at), 'loops.yaml'), 'utf8')).toContain('id: six');
		const update = await at.run(['decks', 'update']);
		expect(update.output).toContain('Updated Knots, at commit');
		expect(readFileSync(join(added(at), 'loops.yaml'), 'utf8')).toContain('id: seven');
	});

	it('is taken at a tag or at a commit that is named', async () => {
		const at = world();
		const repository = writeDeck(join(at.folder, 'repository'));
		const { git } = repositoryIn(repository);
		git('init', '-q', '-b', 'main');
		git('add', '.');
		git('commit', '-qm', 'first');
		git('tag', 'v1');
		const first = git('rev-parse', 'HEAD').trim();
		writeDeck(repository, { 'deck.yaml': deckYaml.replace('title: Knots', 'title: Knots and bends') });
		git('commit', '-qam', 'second');
		for (const ref of ['v1', first.slice(0, 10)]) {
			expect((await at.run(['decks', 'add', `file://${repository}`, '--ref', ref])).output).toContain('Added Knots: ');
			expect((await at.run(['decks', 'remove', 'knots'])).code).toBe(0);
		}
		const unknown = await at.run(['decks', 'add', `file://${repository}`, '--ref', 'v9']);
		expect(unknown.code).toBe(4);
		expect(unknown.errors).toContain('has no branch, tag or commit of that name. Nothing was added or changed.');
	});

	it('keeps its history when it is removed, and has it again when it comes back', async () => {
		const at = world();
		writeDeck(join(at.folder, 'my'));
		await at.run(['decks', 'add', './my']);
		const run = await at.run(['decks', 'remove', 'knots']);
		expect(run.output).toContain('Removed the deck knots. Your history in it is kept. Have it back with: gradus decks add');
		expect(existsSync(added(at))).toBe(false);
		expect((await at.run(['decks', 'add', './my'])).code).toBe(0);
	});

	it('is named by its folder where there are several, and the command to say is printed', async () => {
		const at = world();
		writeDeck(join(at.folder, 'all/knots'));
		writeDeck(join(at.folder, 'all/bends'), { 'deck.yaml': deckYaml.replace('deck: knots', 'deck: bends') });
		const run = await at.run(['decks', 'add', './all']);
		expect(run.code).toBe(2);
		expect(run.errors).toContain('gradus decks add ./all --folder bends');
		expect((await at.run(['decks', 'add', './all', '--folder', 'bends/'])).output).toContain('Added');
		expect(existsSync(added(at, 'bends'))).toBe(true);
		const nowhere = await at.run(['decks', 'add', './all', '--folder', 'hitches']);
		expect(nowhere.code).toBe(2);
		expect(nowhere.errors).toMatch(/There is no deck in the folder hitches of .*--folder bends\n/su);
	});

	it('that has moved in its source is taken anew by the command that is printed', async () => {
		const at = world();
		writeDeck(join(at.folder, 'all/knots'));
		await at.run(['decks', 'add', './all', '--folder', 'knots']);
		rmSync(join(at.folder, 'all/knots'), { recursive: true });
		writeDeck(join(at.folder, 'all/more/knots'));
		const update = await at.run(['decks', 'update', 'knots']);
		expect(update.code).toBe(2);
		expect(update.errors).toContain(`gradus decks remove knots && gradus decks add ${join(at.folder, 'all')} --folder more/knots`);
		const removed = await at.run(['decks', 'remove', 'knots']);
		expect(removed.output).toContain(`Have it back with: gradus decks add ${join(at.folder, 'all')} --folder knots`);
	});

	it('that was put there by hand is neither removed nor replaced: it may be the only copy', async () => {
		const at = world();
		writeDeck(added(at));
		for (const command of ['remove', 'update']) {
			const { code, errors } = await at.run(['decks', command, 'knots']);
			expect(code).toBe(3);
			expect(errors).toContain(`somebody put it there by hand, as ${added(at)}. Nothing was changed.`);
		}
		expect(readFileSync(join(added(at), 'deck.yaml'), 'utf8')).toBe(deckYaml);
	});

	it('shows nobody the password of its address', () => {
		expect(nameOf({ kind: 'git', url: 'https://ada:s3cret@example.org/a@b/deck.git' })).toBe('https://ada:***@example.org/a@b/deck.git');
		for (const url of ['https://example.org/deck.git', 'https://ada@example.org/deck.git', 'git@example.org:ada/deck.git'])
			expect(nameOf({ kind: 'git', url })).toBe(url);
	});

	it('is refused with its mistakes shown, and the one that stood there stays', async () => {
		const at = world();
		writeDeck(join(at.folder, 'my'));
		await at.run(['decks', 'add', './my']);
		writeDeck(join(at.folder, 'my'), { 'loops.yaml': unitYaml().replace('section: bowline', 'section: bowlin') });
		const run = await at.run(['decks', 'update', 'knots']);
		expect(run.code).toBe(4);
		expect(run.errors).toContain('[unknown-section]');
		expect(readFileSync(join(added(at), 'loops.yaml'), 'utf8')).toBe(unitYaml());
	});

	it.each([
		['a deck that comes with Gradus', { 'deck.yaml': deckYaml.replace('deck: knots', 'deck: mastery') }, 'comes with Gradus'],
		['a deck whose id is taken', {}, 'You have a deck called knots already'],
	])('is not taken in the place of %s', async (_what, over, words) => {
		const at = world();
		writeDeck(join(at.folder, 'first'));
		await at.run(['decks', 'add', './first']);
		writeDeck(join(at.folder, 'second'), over);
		const run = await at.run(['decks', 'add', './second']);
		expect(run.code).toBe(3);
		expect(run.errors).toContain(words);
	});

	it('is not taken where its folder cannot be written, and that is told as what it is', async () => {
		const at = world();
		writeDeck(join(at.folder, 'mine'));
		mkdirSync(join(at.folder, '.local/share'), { recursive: true });
		writeFileSync(join(at.folder, '.local/share/gradus'), 'in the way');
		const { code, output, errors } = await at.run(['decks', 'add', join(at.folder, 'mine')]);
		expect({ code, output }).toEqual({ code: 4, output: '' });
		expect(errors).toMatch(
			/cannot write in the folder where it keeps decks, .*gradus\/decks \(ENOTDIR\)\. Your decks and your history are as they were/u,
		);
		expect(errors).not.toContain('a fault of its own');
	});

	it('has its place again after a run that was cut off between two steps', async () => {
		const at = world();
		writeDeck(join(at.folder, 'my'));
		await at.run(['decks', 'add', './my']);
		execFileSync('mv', [added(at), join(added(at), '../.former-knots')]);
		expect((await at.run(['decks', 'update', 'knots'])).output).toContain('nothing new');
	});

	it('takes away what runs that were cut off have left, and nothing that may be in use', async () => {
		const at = world();
		writeDeck(join(at.folder, 'my'));
		const noon = Date.UTC(2026, 0, 1, 12);
		const left = ['.new-aB3dEf', '.new-knots', '.new-zZ9yXw'].map((name) => writeDeck(added(at, name)));
		const dated = (hours: number) => {
			for (const folder of left) utimesSync(folder, noon / 1000, noon / 1000 - hours * 3600);
		};
		dated(23);
		await at.run(['decks', 'add', './my']);
		expect(readdirSync(join(added(at), '..'))).toEqual(['.new-aB3dEf', '.new-knots', '.new-zZ9yXw', 'knots']);
		dated(25);
		expect((await at.run(['decks', 'remove', 'knots'])).code).toBe(0);
		expect(readdirSync(join(added(at), '..'))).toEqual([]);
	});
});

describe('an archive from a stranger', () => {
	it.each([
		['climbs out of its folder', '../evil.yaml'],
		['climbs out in the middle', 'knots/../../evil.yaml'],
		['begins at the root', '/tmp/evil.yaml'],
		['names a drive', 'C:evil.yaml'],
		['uses backslashes', '..\\evil.yaml'],
	])('is refused whole when a path %s', async (_what, name) => {
		const at = world();
		await writeArchive(at, [...entriesOf(), { header: { name, size: 4, type: 'file' }, body: 'evil' }]);
		const run = await at.run(['decks', 'add', 'knots.tar.gz']);
		expect(run.code).toBe(4);
		expect(run.errors).toContain('would land outside its folder');
		expect(existsSync(added(at))).toBe(false);
	});

	it.each(['symlink', 'link'] as const)('brings nothing in by a %s', async (type) => {
		const at = world();
		const without = entriesOf().filter(({ header }) => !header.name.endsWith('.md'));
		await writeArchive(at, [...without, { header: { name: 'knots-1.0/texts/bowline.md', size: 0, type, linkname: '/etc/passwd' } }]);
		const run = await at.run(['decks', 'add', 'knots.tar.gz']);
		expect(run.code).toBe(4);
		expect(run.errors).toContain('it is a link');
		expect(run.errors).not.toContain('root:');
		expect(existsSync(added(at))).toBe(false);
	});

	it('is told by its kind where it is none, is cut off, or unpacks to too much', async () => {
		const at = world();
		const whole = readFileSync(await writeArchive(at, entriesOf()));
		const cases: readonly [string, Uint8Array, string][] = [
			['noise.tar.gz', Buffer.from('this is no archive'), 'is not a .tar.gz file, or it is damaged'],
			['cut.tar.gz', whole.subarray(0, whole.length / 2), 'is not a .tar.gz file, or it is damaged'],
			['deck.zip', Buffer.from('PK\u0003\u0004...'), 'is a zip file'],
			['bomb.tar.gz', gzipSync(Buffer.alloc(210_000_000)), 'is too large for a deck'],
		];
		for (const [name, bytes, words] of cases) {
			writeFileSync(join(at.folder, name), bytes);
			const run = await at.run(['decks', 'add', name]);
			expect([name, run.code, run.errors]).toEqual([name, 4, expect.stringContaining(words)]);
		}
	});

	it('shows no control character of a name in it', async () => {
		const at = world();
		await writeArchive(at, [{ header: { name: '../\u001b]0;owned\u0007', size: 0, type: 'file' } }]);
		expect((await at.run(['decks', 'add', 'knots.tar.gz'])).errors).not.toMatch(/[\u0007\u001b]/u);
	});
});

describe('a repository from a stranger', () => {
	it('runs nothing: no hook, no filter, no program as an address', async () => {
		const at = world();
		const repository = writeDeck(join(at.folder, 'repository'), { '.gitattributes': '* filter=owned\n' });
		const { git } = repositoryIn(repository);
		git('init', '-q', '-b', 'main');
		git('add', '.');
		git('commit', '-qm', 'first');
		const mark = join(at.folder, 'owned');
		writeFileSync(join(repository, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
		writeFileSync(join(at.folder, '.gitconfig'), `[filter "owned"]\n\tsmudge = touch ${mark}\n`);
		expect((await at.run(['decks', 'add', `file://${repository}`])).code).toBe(0);
		for (const address of [`ext::sh -c touch% ${mark}`, `--upload-pack=touch ${mark}`, 'fd::7']) {
			expect((await at.run(['decks', 'add', '--', address])).code).toBe(2);
		}
		expect(existsSync(mark)).toBe(false);
	});

	it('brings nothing in by a link', async () => {
		const at = world();
		const repository = writeDeck(join(at.folder, 'repository'));
		rmSync(join(repository, 'texts/bowline.md'));
		symlinkSync('/etc/passwd', join(repository, 'texts/bowline.md'));
		const { git } = repositoryIn(repository);
		git('init', '-q', '-b', 'main');
		git('add', '.');
		git('commit', '-qm', 'first');
		const run = await at.run(['decks', 'add', `file://${repository}`]);
		expect(run.code).toBe(4);
		expect(run.errors).toContain('it is a link');
		expect(existsSync(added(at))).toBe(false);
	});

	it('that cannot be reached is told with what to try', async () => {
		const at = world();
		const run = await at.run(['decks', 'add', `file://${at.folder}/nowhere.git`]);
		expect(run.code).toBe(4);
		expect(run.errors).toContain('Git could not fetch');
		expect(run.errors).toContain('Nothing was added or changed.');
	});
});
