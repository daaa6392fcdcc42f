import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { smallDeck, smallUnit, writeDeck } from './deck-fixture.ts';

/** What is said of a deck, as `file: code`, each once. */
function saidOf(folder: string): readonly string[] {
	const { deck, diagnostics } = loadDeck(openDeckFolder(folder));
	expect(deck).toBeUndefined();
	return [...new Set(diagnostics.map(({ place, code }) => `${place.file}: ${code}`))];
}

function saidOfUnit(text: string): readonly string[] {
	return saidOf(writeDeck({ 'deck.yaml': smallDeck, 'unit.yaml': text }));
}

const nestedAliases = Array.from({ length: 9 }, (_, level) =>
	level === 0
		? 'l0: &l0 [x, x, x, x, x, x, x, x, x]'
		: `l${level}: &l${level} [${Array(9)
				.fill(`*l${level - 1}`)
				.join(', ')}]`,
);

describe('YAML that is made to hurt is refused in bounded time', () => {
	it.each([
		['aliases of aliases of aliases', `${smallUnit}${nestedAliases.join('\n')}\n`, 'yaml-limit'],
		['more than a hundred aliases', `${smallUnit}proof: &a x\nlist:\n${'  - *a\n'.repeat(101)}`, 'yaml-limit'],
		[
			'five thousand anchors and aliases',
			`list:\n${Array.from({ length: 5_000 }, (_, n) => `- &a${n} x\n- *a${n}\n`).join('')}`,
			'yaml-limit',
		],
		['a large text behind a hundred aliases', `a: &a ${'x'.repeat(100_000)}\nb: [${Array(99).fill('*a').join(', ')}]\n`, 'unknown-key'],
		['ten thousand keys', Array.from({ length: 10_000 }, (_, n) => `key${n}: v\n`).join(''), 'yaml-limit'],
		['one key ten thousand times', 'key: v\n'.repeat(10_000), 'yaml-limit'],
		['two thousand unknown keys', Array.from({ length: 2_000 }, (_, n) => `secton${n}: v\n`).join(''), 'unknown-key'],
		['twenty-five levels', `${smallUnit}resources: ${'['.repeat(24)}${']'.repeat(24)}\n`, 'yaml-limit'],
		['a hundred thousand open brackets', '['.repeat(100_000), 'yaml-limit'],
		['a hundred thousand open braces', '{'.repeat(100_000), 'yaml-limit'],
		['a hundred thousand lists in lists', '- '.repeat(100_000), 'yaml-limit'],
		['a hundred thousand keys in keys', '? '.repeat(100_000), 'yaml-limit'],
		['a thousand levels of indentation', Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''), 'yaml-limit'],
		['closing brackets alone', ']'.repeat(30_000), 'yaml-syntax'],
		['commas alone', `a: [${','.repeat(50_000)}]\n`, 'yaml-syntax'],
		['wrong escapes alone', `a: "${'\\q'.repeat(50_000)}"\n`, 'yaml-syntax'],
		['empty lines alone', '\n'.repeat(420_000), 'yaml-limit'],
	])('%s', (_, text, code) => expect(saidOfUnit(text)).toContain(`unit.yaml: ${code}`));

	/** Ids that are all nearly alike, as long as an id may be. */
	const longId = (seed: number) => `${'ab'.repeat(16)}${seed.toString(2).padStart(32, '0').replaceAll('0', 'a').replaceAll('1', 'b')}`;
	const longIds = (from: number, count: number) => Array.from({ length: count }, (_, index) => longId((from + index) * 1_000_003));

	it('two thousand names that are nearly those of five hundred sections', () => {
		const sections = longIds(0, 500).map((id) => `  - {id: ${id}, title: Section, objective: Say it, text: Text.}\n`);
		const questions = longIds(500, 2_000).map(
			(id, index) => `  - {id: q${index}, section: ${id}, stem: Which?, explanation: Because., answer: a, distractors: [b]}\n`,
		);
		const unit = `unit: u\ntitle: Unit\nsections:\n${sections.join('')}questions:\n${questions.join('')}`;
		expect(saidOfUnit(unit)).toEqual(['unit.yaml: unknown-section', 'unit.yaml: more-problems']);
	});

	it('four thousand answers that are nearly those among the options', () => {
		const question = `  - {id: p, type: multiple, section: s, stem: Which?, explanation: Because., answers: [${longIds(50, 4_000)}], options: [${longIds(0, 50)}]}\n`;
		expect(saidOfUnit(smallUnit + question)).toEqual(['unit.yaml: key-not-among-options', 'unit.yaml: more-problems']);
	});

	it('a list of 24 levels is no fault of size', () => {
		expect(saidOfUnit(`${smallUnit}resources: ${'['.repeat(23)}${']'.repeat(23)}\n`)).toEqual(['unit.yaml: wrong-shape']);
	});

	it('a hundred aliases are no fault of size', () => {
		expect(saidOfUnit(`${smallUnit}proof: &a x\nlist:\n${'  - *a\n'.repeat(100)}`)).toEqual(['unit.yaml: unknown-key']);
	});

	it('a key named __proto__ changes no object', () => {
		expect(saidOfUnit(`${smallUnit}__proto__: {draw: 5, polluted: yes}\n`)).toEqual(['unit.yaml: forbidden-key']);
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});

	it('a pattern that would run for ever elsewhere is compiled and tried in linear time', () => {
		const question = `  - {id: p, type: text, section: s, stem: Which?, explanation: Because., answer: "${'a'.repeat(1_500)}!", pattern: "^(a+)+$"}\n`;
		expect(saidOfUnit(smallUnit + question)).toEqual(['unit.yaml: pattern-refuses-answer']);
	});

	it('a pattern that repeats repetitions is refused', () => {
		const question =
			"  - {id: p, type: text, section: s, stem: Which?, explanation: Because., answer: a, pattern: '((a{1000}){1000}){1000}'}\n";
		expect(saidOfUnit(smallUnit + question)).toEqual(['unit.yaml: pattern-syntax']);
	});
});

describe('nothing outside the folder is read', () => {
	it('a link that leads out is refused, for units, pools and texts', () => {
		const outside = writeDeck({ 'unit.yaml': smallUnit, 'pool.yaml': '- x\n', 'secret.md': 'Secret.\n' });
		const unit = smallUnit.replace('text: Text.', 'file: text.md').replace('title: Unit', 'title: Unit\npools: pool.yaml');
		const folder = writeDeck({ 'deck.yaml': 'deck: d\ntitle: Deck\nunits: [unit.yaml, linked.yaml]\n', 'unit.yaml': unit });
		symlinkSync(path.join(outside, 'unit.yaml'), path.join(folder, 'linked.yaml'));
		symlinkSync(path.join(outside, 'pool.yaml'), path.join(folder, 'pool.yaml'));
		symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'text.md'));
		const files = openDeckFolder(folder);
		const { diagnostics, sources } = loadDeck(files);
		expect(diagnostics.map(({ place, code }) => `${place.file}: ${code}`)).toEqual([
			'deck.yaml: outside-folder',
			'unit.yaml: outside-folder',
			'unit.yaml: outside-folder',
		]);
		expect([...sources.keys()]).toEqual(['deck.yaml', 'unit.yaml']);
		expect([...files.filesRead.keys()]).toEqual(['deck.yaml', 'unit.yaml']);
	});

	it('a linked folder that leads out is refused', () => {
		const outside = writeDeck({ 'unit.yaml': smallUnit });
		const folder = writeDeck({ 'deck.yaml': 'deck: d\ntitle: Deck\nunits: [units/unit.yaml]\n' });
		symlinkSync(outside, path.join(folder, 'units'));
		expect(saidOf(folder)).toEqual(['deck.yaml: outside-folder']);
	});

	it('a folder whose name starts like the deck’s is outside', () => {
		const folder = writeDeck({ 'deck/deck.yaml': 'deck: d\ntitle: Deck\nunits: [link.yaml]\n', 'deck-two/unit.yaml': smallUnit });
		symlinkSync(path.join(folder, 'deck-two', 'unit.yaml'), path.join(folder, 'deck', 'link.yaml'));
		expect(saidOf(path.join(folder, 'deck'))).toEqual(['deck.yaml: outside-folder']);
	});

	it('a link within the folder is followed, and so is a deck that is itself reached by a link', () => {
		const folder = writeDeck({ 'deck.yaml': 'deck: d\ntitle: Deck\nunits: [link.yaml]\n', 'unit.md': smallUnit });
		symlinkSync('unit.md', path.join(folder, 'link.yaml'));
		const elsewhere = path.join(writeDeck({}), 'deck');
		symlinkSync(folder, elsewhere);
		expect(loadDeck(openDeckFolder(elsewhere)).diagnostics).toEqual([]);
	});

	it('links in a circle are reported', () => {
		const folder = writeDeck({ 'deck.yaml': smallDeck });
		symlinkSync('unit.yaml', path.join(folder, 'unit.yaml'));
		expect(saidOf(folder)).toEqual(['unit.yaml: unreadable-file']);
	});
});

describe('what is no file of text is refused without waiting', () => {
	it('a pipe', () => {
		const folder = writeDeck({ 'deck.yaml': smallDeck });
		execFileSync('mkfifo', [path.join(folder, 'unit.yaml')]);
		expect(saidOf(folder)).toEqual(['deck.yaml: not-a-file']);
	});

	it('a device', () => {
		const folder = writeDeck({ 'deck.yaml': smallDeck });
		symlinkSync('/dev/zero', path.join(folder, 'unit.yaml'));
		expect(saidOf(folder)).toEqual(['deck.yaml: outside-folder']);
	});

	it('a folder', () => {
		expect(saidOf(writeDeck({ 'deck.yaml': smallDeck, 'unit.yaml/x.md': 'x' }))).toEqual(['deck.yaml: not-a-file']);
	});

	it('a file of three megabytes', () => {
		expect(saidOfUnit(`# ${'x'.repeat(3_000_000)}\n${smallUnit}`)).toEqual(['unit.yaml: file-too-large']);
	});

	it('a file of more than two million bytes in fewer characters', () => {
		expect(saidOfUnit(`# ${'漢'.repeat(700_000)}\n${smallUnit}`)).toEqual(['unit.yaml: file-too-large']);
	});

	it('a file that is not UTF-8', () => {
		const folder = writeDeck({ 'deck.yaml': smallDeck });
		writeFileSync(path.join(folder, 'unit.yaml'), Buffer.from(smallUnit.replace('Say it', 'Größe'), 'latin1'));
		expect(saidOf(folder)).toEqual(['unit.yaml: not-utf-8']);
	});

	it('a deck.yaml that is a folder, and a deck that is not there', () => {
		expect(saidOf(writeDeck({ 'deck.yaml/x': '' }))).toEqual(['deck.yaml: not-a-file']);
		expect(saidOf(path.join(writeDeck({}), 'nowhere'))).toEqual(['deck.yaml: missing-file']);
	});
});
