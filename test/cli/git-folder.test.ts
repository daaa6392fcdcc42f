import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import { deckBefore } from '../../src/cli/checking/against.ts';
import { openGitFolder } from '../../src/cli/checking/git-folder.ts';
import { type DeckFolder, largestFile, openDeckFolder } from '../../src/deck/files/folder.ts';
import { smallDeck, smallUnit } from '../deck/deck-fixture.ts';
import { type Repository, repository, temporaryFolder } from './git-repository.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const deckFiles = (folder: string) => ({ [path.join(folder, 'deck.yaml')]: smallDeck, [path.join(folder, 'unit.yaml')]: smallUnit });

/** The folder at a ref; fails the test where there is none. */
function opened({ folder, variables }: Repository, ref: string, inside = ''): DeckFolder {
	const result = openGitFolder(path.join(folder, inside), ref, variables);
	if (result.kind !== 'folder') throw new Error(`expected a folder, found ${JSON.stringify(result)}`);
	return result.folder;
}

function against(repo: Repository, deck: string, ref: string, workingFolder = repo.folder) {
	return deckBefore(deck, ref, { workingFolder, variables: repo.variables });
}

describe('a folder as it was in Git', () => {
	it('is read from the version and not from the disk', () => {
		const repo = repository();
		repo.write({ 'a.yaml': '\ufeffold ä\r\n', 'texts/s.md': 'text' });
		repo.commit();
		repo.write({ 'a.yaml': 'new', 'b.yaml': 'new' });
		const folder = opened(repo, 'HEAD');
		expect(folder.read('a.yaml')).toEqual({ ok: true, text: 'old ä\r\n', digest: sha256('\ufeffold ä\r\n') });
		expect(folder.read('texts/s.md/')).toEqual(folder.read('texts/s.md'));
		expect(folder.read('./texts/../texts/s.md')).toMatchObject({ ok: true, text: 'text' });
		expect(folder.read('b.yaml')).toMatchObject({ ok: false, problem: 'missing' });
		expect([...folder.filesRead]).toEqual([
			['a.yaml', sha256('\ufeffold ä\r\n')],
			['texts/s.md', sha256('text')],
		]);
	});

	it('is found by commit, branch, tag and what leads to one', () => {
		const repo = repository();
		repo.write({ 'a.yaml': '1' });
		const first = repo.commit();
		repo.git('branch', 'first');
		repo.git('tag', '--annotate', 'v1', '--message=v1');
		repo.write({ 'a.yaml': '2' });
		repo.commit();
		for (const ref of [first, first.slice(0, 10), 'HEAD~1', 'first', 'v1', 'refs/tags/v1', 'HEAD^{/change}~1']) {
			expect([ref, opened(repo, ref).read('a.yaml')]).toMatchObject([ref, { ok: true, text: '1' }]);
		}
	});

	it('has the names of its files as they are, whatever they hold', () => {
		const repo = repository();
		const names = ['ä ö.yaml', 'new\nline.yaml', 'tab\t.yaml', '"quoted".yaml', '-x.yaml', ':(top)x.yaml', '*.yaml', '$(touch pwned).yaml'];
		repo.write(Object.fromEntries(names.map((name) => [`deck [1]/${name}`, name])));
		repo.commit();
		const folder = opened(repo, 'HEAD', 'deck [1]');
		expect(names.map((name) => folder.read(name))).toEqual(names.map((name) => ({ ok: true, text: name, digest: sha256(name) })));
		expect(folder.yamlFiles()).toEqual(names.toSorted());
	});

	it('is found in a folder of any name', () => {
		const repo = repository();
		const names = ['plain', 'with space', '-dash', 'new\nline', 'end\n', 'ä', ':(glob)**', 'a:b', '..b', 'deck/below'];
		repo.write({ 'a.yaml': 'outside', ...Object.fromEntries(names.map((name) => [`${name}/a.yaml`, name])) });
		repo.commit();
		for (const name of names) {
			const folder = opened(repo, 'HEAD', name);
			expect([folder.read('a.yaml'), folder.yamlFiles()]).toMatchObject([{ ok: true, text: name }, ['a.yaml']]);
		}
	});

	it('refuses paths as a folder on the disk does', () => {
		const repo = repository();
		repo.write({ 'deck/a.yaml': 'a', 'deck/sub/b.yaml': 'b', x: 'x' });
		repo.commit();
		const folder = opened(repo, 'HEAD', 'deck');
		const disk = openDeckFolder(path.join(repo.folder, 'deck'));
		for (const [file, problem] of [
			['../x', 'outside'],
			['a/../../x', 'outside'],
			['/etc/passwd', 'outside'],
			['c:/x', 'outside'],
			['a\\b', 'outside'],
			['a\0b', 'missing'],
			['a.yaml/b', 'missing'],
			['.git/config', 'missing'],
			['', 'not-a-file'],
			['./', 'not-a-file'],
			['sub', 'not-a-file'],
			['sub/', 'not-a-file'],
		] as const) {
			expect([file, folder.read(file)]).toMatchObject([file, { ok: false, problem }]);
			expect([file, disk.read(file)]).toMatchObject([file, { ok: false, problem }]);
		}
	});

	it('refuses links, to files and to folders, wherever they lead', () => {
		const repo = repository();
		repo.write({ 'deck/a.yaml': 'a', 'deck/sub/b.yaml': 'b', 'secret.yaml': 's' });
		symlinkSync('../secret.yaml', path.join(repo.folder, 'deck/out.yaml'));
		symlinkSync('a.yaml', path.join(repo.folder, 'deck/in.yaml'));
		symlinkSync('sub', path.join(repo.folder, 'deck/linked'));
		repo.commit();
		const folder = opened(repo, 'HEAD', 'deck');
		for (const file of ['out.yaml', 'in.yaml', 'linked', 'linked/b.yaml']) {
			expect(folder.read(file)).toEqual({ ok: false, problem: 'outside', detail: 'it is a link' });
		}
		expect(folder.yamlFiles()).toEqual(['a.yaml', 'sub/b.yaml']);
		expect(folder.filesRead.size).toBe(0);
	});

	it('reads a file of exactly the largest size, none that is a byte larger, and no bytes that are not UTF-8', () => {
		const repo = repository();
		repo.write({ 'a.md': 'x'.repeat(largestFile), 'b.md': 'x'.repeat(largestFile + 1), 'c.md': Buffer.from([0xff]), 'd.md': '' });
		repo.commit();
		const folder = opened(repo, 'HEAD');
		expect(folder.read('a.md')).toMatchObject({ ok: true });
		expect(folder.read('b.md')).toEqual({ ok: false, problem: 'too-large', detail: '2,000,001 bytes' });
		expect(folder.read('c.md')).toMatchObject({ ok: false, problem: 'not-utf-8' });
		expect(folder.read('d.md')).toMatchObject({ ok: true, text: '' });
	});

	it('reads more files than are brought along at once', () => {
		const repo = repository();
		const files = Object.fromEntries(Array.from({ length: 520 }, (_, index) => [`f${index}.md`, `text ${index}`]));
		repo.write(files);
		repo.commit();
		const folder = opened(repo, 'HEAD');
		expect(Object.keys(files).map((file) => folder.read(file))).toEqual(
			Object.values(files).map((text) => ({ ok: true, text, digest: sha256(text) })),
		);
	});

	it('lists its YAML files without hidden folders, decks of their own and submodules', () => {
		const inner = repository();
		inner.write({ 'x.yaml': 'x' });
		inner.commit();
		const repo = repository();
		repo.write({ 'deck.yaml': '', 'b.yml': '', 'a/c.yaml': '', 'notes.md': '', '.hidden/x.yaml': '' });
		repo.write({ 'node_modules/x.yaml': '', 'other/deck.yaml': '', 'other/below/x.yaml': '' });
		repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'module');
		repo.commit();
		const folder = opened(repo, 'HEAD');
		expect(folder.yamlFiles()).toEqual(['a/c.yaml', 'b.yml', 'deck.yaml']);
		expect(folder.read('module/x.yaml')).toMatchObject({ ok: false, problem: 'missing' });
	});

	it('runs nothing that the repository or its files name', () => {
		const repo = repository();
		const marker = path.join(repo.folder, '..', `${path.basename(repo.folder)}-marker`);
		const run = `touch '${marker}'`;
		repo.write({ 'deck.yaml': smallDeck, 'unit.yaml': smallUnit, '.gitattributes': '* filter=f diff=d\n' });
		repo.commit();
		repo.git('config', 'filter.f.smudge', run);
		repo.git('config', 'filter.f.clean', run);
		repo.git('config', 'diff.d.textconv', run);
		repo.git('config', 'core.pager', run);
		repo.git('config', 'core.fsmonitor', run);
		for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
			writeFileSync(path.join(repo.folder, '.git/hooks', hook), `#!/bin/sh\n${run}\n`);
			chmodSync(path.join(repo.folder, '.git/hooks', hook), 0o755);
		}
		expect(against(repo, '.', 'HEAD')).toMatchObject({ kind: 'deck' });
		expect(existsSync(marker)).toBe(false);
	});

	it('does not fetch what a partial clone lacks, and says that it is lacking', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		repo.commit();
		const marker = path.join(repo.folder, 'marker');
		repo.git('config', 'core.repositoryFormatVersion', '1');
		repo.git('config', 'extensions.partialClone', 'origin');
		repo.git('config', 'remote.origin.promisor', 'true');
		repo.git('config', 'remote.origin.url', `ext::sh -c touch% ${marker}`);
		repo.git('config', 'protocol.ext.allow', 'always');
		const content = repo.git('rev-parse', 'HEAD:deck/unit.yaml');
		rmSync(path.join(repo.folder, '.git/objects', content.slice(0, 2), content.slice(2)));
		expect(opened(repo, 'HEAD', 'deck').read('unit.yaml')).toMatchObject({ ok: false, problem: 'unreadable' });
		const before = against(repo, 'deck', 'HEAD');
		expect(before).toMatchObject({ kind: 'fault' });
		expect(before.kind === 'fault' && before.message).toContain('clone it without --filter');
		const tree = repo.git('rev-parse', 'HEAD:deck');
		rmSync(path.join(repo.folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
		expect(against(repo, 'deck', 'HEAD')).toMatchObject({ kind: 'fault' });
		expect(existsSync(marker)).toBe(false);
	});

	it('is that of the deck, whatever repository a hook points to', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		repo.commit();
		const other = repository();
		other.commit();
		const variables = {
			...repo.variables,
			GIT_DIR: '.git',
			GIT_INDEX_FILE: '.git/index',
			GIT_WORK_TREE: other.folder,
			GIT_PREFIX: 'deck/',
		};
		expect(openGitFolder(path.join(repo.folder, 'deck'), 'HEAD', variables)).toMatchObject({ kind: 'folder' });
	});
});

describe('a version that cannot be had', () => {
	it('is told for whatever is no version, and nothing of it is taken for an option or a command', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		repo.commit();
		for (const ref of [
			'mian',
			'-x',
			'--help',
			'--output=pwned',
			'HEAD:deck',
			'HEAD..HEAD',
			'^HEAD',
			'HEAD HEAD',
			'HEAD\nHEAD',
			'HEAD\0',
			'$(touch pwned)',
			'0000000000000000000000000000000000000000',
		]) {
			const found = openGitFolder(path.join(repo.folder, 'deck'), ref, repo.variables);
			expect([ref, found]).toEqual([ref, { kind: 'fault', fault: { kind: 'unknown-version', shallow: false } }]);
		}
		expect(existsSync(path.join(repo.folder, 'pwned')) || existsSync(path.join(repo.folder, 'deck/pwned'))).toBe(false);
	});

	it('does not keep a branch from being found that begins with a dash', () => {
		const repo = repository();
		repo.write({ 'a.yaml': 'old' });
		repo.git('update-ref', 'refs/heads/--all', repo.commit());
		repo.write({ 'a.yaml': 'new' });
		repo.commit();
		expect(opened(repo, '--all').read('a.yaml')).toMatchObject({ text: 'old' });
	});

	it('is told apart in a clone that has the latest commit only', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		const first = repo.commit();
		repo.commit();
		const clone = path.join(temporaryFolder(), 'clone');
		repo.git('clone', '--quiet', '--depth=1', pathToFileURL(repo.folder).href, clone);
		const shallow = repository(clone);
		expect(openGitFolder(path.join(clone, 'deck'), 'HEAD', shallow.variables)).toMatchObject({ kind: 'folder' });
		expect(openGitFolder(path.join(clone, 'deck'), first, shallow.variables)).toEqual({
			kind: 'fault',
			fault: { kind: 'unknown-version', shallow: true },
		});
		expect(against(shallow, 'deck', 'HEAD~1')).toEqual({
			kind: 'fault',
			message:
				'There is neither a folder nor a version in Git called HEAD~1, so the deck deck was not compared with HEAD~1. Nothing was changed. This clone has only the latest part of the history. Fetch the rest with: git fetch --unshallow (in GitHub Actions, set fetch-depth: 0 for actions/checkout; in GitLab, GIT_DEPTH: 0).',
		});
	});

	it('is told where there is no repository, and where there is no Git', () => {
		const folder = temporaryFolder();
		const { variables } = repository();
		expect(openGitFolder(folder, 'main', { ...variables, GIT_CEILING_DIRECTORIES: path.dirname(folder) })).toEqual({
			kind: 'fault',
			fault: { kind: 'no-repository' },
		});
		expect(openGitFolder(folder, 'main', { ...variables, PATH: folder })).toEqual({ kind: 'fault', fault: { kind: 'no-git' } });
	});

	it('is told where the repository belongs to somebody whom Git does not trust', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		repo.commit();
		const variables = { ...repo.variables, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
		expect(openGitFolder(path.join(repo.folder, 'deck'), 'HEAD', variables)).toEqual({ kind: 'fault', fault: { kind: 'not-trusted' } });
	});

	it('is told where the repository is damaged', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		repo.commit();
		const tree = repo.git('rev-parse', 'HEAD:deck');
		const object = path.join(repo.folder, '.git/objects', tree.slice(0, 2), tree.slice(2));
		chmodSync(object, 0o644);
		writeFileSync(object, 'damaged');
		expect(openGitFolder(path.join(repo.folder, 'deck'), 'HEAD', repo.variables)).toMatchObject({
			kind: 'fault',
			fault: { kind: 'failed' },
		});
	});
});

describe('the deck as it was', () => {
	it('is found in a subfolder of the repository, wherever one works', () => {
		const repo = repository();
		repo.write(deckFiles('decks/git'));
		repo.commit();
		repo.write({ 'decks/git/unit.yaml': smallUnit.replace('id: q,', 'id: other,') });
		const elsewhere = temporaryFolder();
		for (const [deck, workingFolder] of [
			['decks/git', repo.folder],
			['.', path.join(repo.folder, 'decks/git')],
			['../git', path.join(repo.folder, 'decks/git')],
			[path.join(repo.folder, 'decks/git'), elsewhere],
		] as const) {
			const before = against(repo, deck, 'HEAD', workingFolder);
			expect(before.kind === 'deck' && before.deck.units[0]?.questions.map(({ id }) => id)).toEqual(['q']);
		}
	});

	it('is in the repository whose folder is the deck itself', () => {
		const repo = repository();
		repo.write(deckFiles(''));
		repo.commit();
		expect(against(repo, '.', 'main')).toMatchObject({ kind: 'deck', deck: { id: 'd' } });
	});

	it('is new where its folder had another name and id, is a file or has no deck in that version', () => {
		const repo = repository();
		repo.write({
			...deckFiles('old'),
			'old/deck.yaml': smallDeck.replace(/^deck: .*$/mu, 'deck: other'),
			becomes: 'a file',
			'notes/x.md': 'x',
		});
		repo.commit();
		renameSync(path.join(repo.folder, 'old'), path.join(repo.folder, 'new'));
		repo.write(deckFiles('new'));
		rmSync(path.join(repo.folder, 'becomes'));
		repo.write({ ...deckFiles('becomes'), ...deckFiles('notes') });
		expect(['new', 'becomes', 'notes'].map((deck) => against(repo, deck, 'HEAD').kind)).toEqual(['new', 'new', 'new']);
		expect(against(repo, 'new', 'HEAD')).toEqual({
			kind: 'new',
			message:
				'There is no deck for new in HEAD, so everything in it counts as new. If the deck had another folder then, name that folder instead.',
		});
	});

	it('is told to have had mistakes in one line, without any of them', () => {
		const repo = repository();
		repo.write({ 'deck/deck.yaml': smallDeck, 'deck/unit.yaml': 'unit: [\n' });
		repo.commit();
		expect(against(repo, 'deck', 'main')).toEqual({
			kind: 'unreadable',
			message: 'The deck deck has mistakes in main, so what changed since then cannot be told. Compare with a version that checks clean.',
		});
	});

	it('comes from a folder without any Git', () => {
		const folder = temporaryFolder();
		const files = repository(folder);
		files.write({ ...deckFiles('now/decks/git'), ...deckFiles('then'), ...deckFiles('tree/decks/git'), ...deckFiles('flat/git') });
		mkdirSync(path.join(folder, 'empty'));
		const variables = { PATH: folder };
		const kinds = ['../then', path.join(folder, 'then'), '../tree', '../flat', '../empty'].map(
			(before) => deckBefore('decks/git', before, { workingFolder: path.join(folder, 'now'), variables }).kind,
		);
		expect(kinds).toEqual(['deck', 'deck', 'deck', 'deck', 'new']);
	});

	it('comes from the folder where a version has the same name', () => {
		const repo = repository();
		repo.write({ ...deckFiles('deck'), 'main/deck.yaml': smallDeck.replace('title: Deck', 'title: Folder'), 'main/unit.yaml': smallUnit });
		repo.commit();
		expect(against(repo, 'deck', 'main')).toMatchObject({ deck: { title: 'Folder' } });
		expect(against(repo, 'deck', './main')).toMatchObject({ deck: { title: 'Folder' } });
		expect(against(repo, 'deck', 'heads/main')).toMatchObject({ deck: { title: 'Deck' } });
	});

	it('is told to be missing in words that can be shown', () => {
		const repo = repository();
		repo.write(deckFiles('deck'));
		repo.commit();
		for (const [ref, words] of [
			['', 'Nothing is named to compare with'],
			[' ', 'Nothing is named to compare with'],
			['origin/next', 'git fetch origin next'],
			['d/oen', 'Check its spelling, or fetch it first with: git fetch'],
			['mian', 'Check its spelling, or fetch it first with: git fetch'],
			['\u001b[2Jx\u202e', 'called ^[[2Jx<U+202E>,'],
		] as const) {
			const before = against(repo, 'deck', ref);
			expect(before.kind === 'fault' && before.message).toContain(words);
			expect(before.kind === 'fault' && before.message).toContain('Nothing was changed.');
		}
	});

	it('finds a deck by its id where its folder had another name then', () => {
		const repo = repository();
		repo.write({ ...deckFiles('old'), 'other/deck.yaml': smallDeck.replace(/^deck: .*$/mu, 'deck: other') });
		repo.commit();
		renameSync(path.join(repo.folder, 'old'), path.join(repo.folder, 'new'));
		expect(against(repo, 'new', 'HEAD')).toMatchObject({ kind: 'deck', deck: { units: [{}] } });
		repo.write(deckFiles('copy'));
		rmSync(path.join(repo.folder, 'new'), { recursive: true });
		repo.write(deckFiles('old'));
		repo.commit();
		repo.write(deckFiles('new'));
		expect(against(repo, 'new', 'HEAD')).toMatchObject({ kind: 'new' });
	});

	it('says of a file that a folder is wanted', () => {
		const repo = repository();
		repo.write(deckFiles('d'));
		expect(against(repo, 'd', 'd/unit.yaml')).toEqual({
			kind: 'fault',
			message:
				"d/unit.yaml is a file, and what a deck is compared with is a folder that holds it, or a version in Git. Nothing was changed. Name the deck's folder: d",
		});
	});
});
