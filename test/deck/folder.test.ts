import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { largestFile, openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { smallDeck, smallUnit, writeDeck } from './deck-fixture.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a deck folder', () => {
	it('reads text without its byte order mark, and digests the bytes as they are', () => {
		const folder = openDeckFolder(writeDeck({ 'a.yaml': '\ufeffä\r\n' }));
		expect(folder.read('a.yaml')).toEqual({ ok: true, text: 'ä\r\n', digest: sha256('\ufeffä\r\n') });
	});

	it('notes each file it read, by one name, and none that it refused', () => {
		const folder = openDeckFolder(writeDeck({ 'a.yaml': 'a', 'b/c.md': 'c', 'wrong.md': Buffer.from([0xff]) }));
		for (const file of ['a.yaml', './a.yaml', 'b/../b/c.md', 'missing.md', '../a.yaml', 'wrong.md']) folder.read(file);
		expect([...folder.filesRead]).toEqual([
			['a.yaml', sha256('a')],
			['b/c.md', sha256('c')],
		]);
	});

	it('reads a file of exactly the largest size, and none that is a byte larger', () => {
		const folder = openDeckFolder(writeDeck({ 'a.md': 'x'.repeat(largestFile), 'b.md': 'x'.repeat(largestFile + 1) }));
		expect(folder.read('a.md')).toMatchObject({ ok: true });
		expect(folder.read('b.md')).toMatchObject({ ok: false, problem: 'too-large', detail: '2,000,001 bytes' });
	});

	it('reads an empty file as empty text', () => {
		expect(openDeckFolder(writeDeck({ 'a.md': '' })).read('a.md')).toMatchObject({ ok: true, text: '' });
	});

	it.each([
		['../x', 'outside'],
		['a/../../x', 'outside'],
		['/etc/passwd', 'outside'],
		['C:\\x', 'outside'],
		['c:/x', 'outside'],
		['a\\b', 'outside'],
		['a\0b', 'missing'],
		['x'.repeat(5_000), 'missing'],
		['a.yaml/b', 'missing'],
		['.', 'not-a-file'],
		['', 'not-a-file'],
	])('refuses the path %j', (file, problem) => {
		expect(openDeckFolder(writeDeck({ 'a.yaml': 'a' })).read(file)).toMatchObject({ ok: false, problem });
	});

	it('lists its YAML files in order, without links, hidden folders and decks of their own', () => {
		const folder = writeDeck({
			'deck.yaml': '',
			'b.yml': '',
			'a/c.yaml': '',
			'notes.md': '',
			'.git/x.yaml': '',
			'node_modules/x.yaml': '',
			'other/deck.yaml': '',
			'other/x.yaml': '',
		});
		symlinkSync(path.join(folder, 'b.yml'), path.join(folder, 'linked.yaml'));
		symlinkSync(folder, path.join(folder, 'round'));
		expect(openDeckFolder(folder).yamlFiles()).toEqual(['a/c.yaml', 'b.yml', 'deck.yaml']);
		expect(openDeckFolder(path.join(folder, 'nowhere')).yamlFiles()).toEqual([]);
	});
});

describe('the digest of a deck', () => {
	const files = { 'deck.yaml': smallDeck, 'unit.yaml': smallUnit.replace('text: Text.', 'file: s.md'), 's.md': 'Text.' };
	const digestOf = (changed: Readonly<Record<string, string>>) =>
		loadDeck(openDeckFolder(writeDeck({ ...files, ...changed }))).deck?.digest;

	it('is the same wherever the folder stands', () => {
		expect(digestOf({})).toMatch(/^[0-9a-f]{64}$/);
		expect(digestOf({})).toBe(digestOf({}));
	});

	it('changes with any file the deck is read from, and with no other', () => {
		expect(digestOf({ 's.md': 'Text!' })).not.toBe(digestOf({}));
		expect(digestOf({ 'deck.yaml': `${smallDeck}# x\n` })).not.toBe(digestOf({}));
		expect(digestOf({ 'notes.md': 'x' })).toBe(digestOf({}));
	});
});
