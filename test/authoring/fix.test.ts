import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileFix, fixDeck } from '../../src/authoring/fix/fix-deck.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { readYaml } from '../../src/deck/yaml/read-yaml.ts';
import { openExample } from './example-folder.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures/fix');
const cases = readdirSync(fixtures, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const deckFile = 'deck: d\ntitle: Deck\nunits: [unit.yaml]\n';

type Files = Readonly<Record<string, string>>;

function fixesOf(files: Files): readonly FileFix[] {
	return fixDeck(openExample({ files, shown: [] })).fixes;
}

function fixed(files: Files): Files {
	return { ...files, ...Object.fromEntries(fixesOf(files).map(({ file, after }) => [file, after])) };
}

/** `unit.yaml:3: what was done`, a line each. */
function changesOf(fixes: readonly FileFix[]): string {
	return fixes.flatMap(({ file, changes }) => changes.map(({ line, what }) => `${file}:${line}: ${what}\n`)).join('');
}

describe('the mended file', () => {
	it.each(cases)('is as it should be, and told: %s', async (name) => {
		const files: Files = { 'deck.yaml': deckFile, 'unit.yaml': readFileSync(path.join(fixtures, name, 'before.yaml'), 'utf8') };
		const fixes = fixesOf(files);
		expect(fixes.every(({ file, before }) => files[file] === before)).toBe(true);
		await expect(fixed(files)['unit.yaml']).toMatchFileSnapshot(path.join(fixtures, name, 'after.yaml'));
		await expect(changesOf(fixes)).toMatchFileSnapshot(path.join(fixtures, name, 'changes.txt'));
		expect(fixesOf(fixed(files))).toEqual([]);
	});
});

const section = (id: string) => `  - {id: ${id}, title: Section, objective: Say it, text: Text.}\n`;
const question = (id: string, rest: string) =>
	`  - {id: ${id}, ${rest}, stem: Which?, answer: a, distractors: [b], explanation: Because.}\n`;
const unit = (id: string, rest: string, sections: string, questions: string) =>
	`unit: ${id}\ntitle: Unit\n${rest}sections:\n${sections}${questions === '' ? '' : `questions:\n${questions}`}`;

describe('a deck of several files', () => {
	it('has names and what they name changed together, in all of them', () => {
		const files = {
			'deck.yaml': 'deck: My Deck\ntitle: Deck\nunits: [a.yaml, b.yaml]\n',
			'a.yaml': unit(
				'First_Unit',
				'requires: []\npools: more/pool.yaml\n',
				section('Part_1'),
				question('q', 'section: Part_1, group: Twins'),
			),
			'b.yaml': unit('second', 'requires: First_Unit\npools: more/pool.yaml\n', section('Part_1'), question('q', 'section: Part_1')),
			'more/pool.yaml': question('P_1', 'section: Part_1, group: Twins').replaceAll(/^ {2}/gmu, ''),
		};
		const after = fixed(files);
		expect(loadDeck(openExample({ files: after, shown: [] })).diagnostics).toEqual([]);
		expect(fixesOf(files).map(({ file }) => file)).toEqual(['deck.yaml', 'a.yaml', 'more/pool.yaml', 'b.yaml']);
		expect(after['deck.yaml']).toBe('deck: my-deck\ntitle: Deck\nunits: [a.yaml, b.yaml]\n');
		expect(after['b.yaml']).toContain('requires: first-unit\n');
		expect(after['more/pool.yaml']).toContain('id: p-1, section: part-1, group: twins');
	});

	it('has no id that two questions of one unit would share', () => {
		const without = (stem: string) => `- {section: s, stem: ${stem}, answer: a, distractors: [b], explanation: Because.}\n`;
		const files = {
			'deck.yaml': 'deck: d\ntitle: Deck\nunits: [a.yaml, b.yaml]\n',
			'a.yaml': unit('a', 'pools: pool.yaml\n', section('s'), question('which', 'section: s')),
			'b.yaml': unit('b', 'pools: pool.yaml\n', section('s'), `  ${without('Which?')}`),
			'pool.yaml': `${without('Which?')}${without('Another')}`,
		};
		const after = fixed(files);
		expect(loadDeck(openExample({ files: after, shown: [] })).diagnostics).toEqual([]);
		expect(after['pool.yaml']).toContain('{id: which-2, section');
		expect(after['b.yaml']).toContain('{id: which, section');
	});

	it('keeps ids that two things would share, and tells so once for each file that may be mended', () => {
		const files = {
			'deck.yaml': 'deck: d\ntitle: Deck\nunits: [a.yaml, b.yaml]\n',
			'a.yaml': unit(
				'a',
				'',
				section('Part_1') + section('part-1'),
				question('Is_It', 'section: Part_1') + question('q', 'section: Part_1'),
			),
			'b.yaml': unit('b', '', section('Part_1'), question('is it', 'section: Part_1')),
		};
		const leftIn = (only?: ReadonlySet<string>) =>
			fixDeck(openExample({ files, shown: [] }), only).left.map(({ file, line, what }) => `${file}:${line}: ${what}`);
		expect(fixesOf(files)).toEqual([]);
		const inA = [
			'a.yaml:4: the id `Part_1` is as it was: more than one section would be called `part-1`',
			'a.yaml:7: the id `Is_It` is as it was: more than one question would be called `is-it`',
		];
		expect(leftIn(new Set(['a.yaml']))).toEqual(inA);
		expect(leftIn()).toEqual([
			...inA,
			...inA.map((text) => text.replace('a.yaml:7', 'b.yaml:6').replace('a.yaml', 'b.yaml').replace('Is_It', 'is it')),
		]);
	});

	it('has files mended that only a mended key brings to light', () => {
		const files = {
			'deck.yaml': 'deck: d\ntitle: Deck\nunit: [unit.yaml]\n',
			'unit.yaml': unit('U', '', section('s'), question('q', 'section: s')),
		};
		expect(changesOf(fixesOf(files))).toBe('deck.yaml:3: the key `unit` is now `units`\nunit.yaml:1: the id `U` is now `u`\n');
	});

	it('has the others mended where one is not YAML, and files that nothing lists left alone', () => {
		const files = {
			'deck.yaml': 'deck: d\ntitle: Deck\nunits: [a.yaml, b.yaml]\n\n',
			'a.yaml': 'unit: [a   \n\n',
			'b.yaml': unit('b', '', section('s'), question('Q', 'section: s')),
			'c.yaml': 'unit: C   \n',
		};
		expect(fixesOf(files).map(({ file }) => file)).toEqual(['deck.yaml', 'b.yaml']);
	});

	it('keeps what anchors and aliases share, and names that only they would reach', () => {
		const files = {
			'deck.yaml': deckFile,
			'unit.yaml': unit(
				'u',
				'',
				section('Part_1'),
				`  - &shared {id: Q_1, section: Part_1, stem: Which?, anser: a, distractors: [b], explanation: Because.}\n  - *shared\n`,
			),
		};
		expect(fixesOf(files)).toEqual([]);
	});

	it('is not mended where a key stands twice, apart from what says nothing', () => {
		const files = { 'deck.yaml': deckFile, 'unit.yaml': unit('u', 'titel: Twice   \ntitel: Again\n', section('S_1'), '') };
		expect(changesOf(fixesOf(files))).toBe('unit.yaml:3: spaces at the end of a line were removed\n');
	});
});

describe('the shipped decks', () => {
	it('need no mending', () => {
		const shelf = path.join(import.meta.dirname, '../../decks');
		// One of each kind: prose, and code with proofs.
		for (const name of ['mastery', 'git']) expect(changesOf(fixDeck(openDeckFolder(path.join(shelf, name))).fixes)).toBe('');
	});
});

describe('any deck', () => {
	const settings = { seed: 20_260_101, numRuns: 30 };

	/** A key as it may be written, and the key that is meant. */
	const spellings: Readonly<Record<string, readonly string[]>> = {
		section: ['section', 'sectoin', 'Section'],
		stem: ['stem', 'stme'],
		explanation: ['explanation', 'explanaton', 'explenation'],
		distractors: ['distractors', 'distractor'],
		answer: ['answer'],
		id: ['id'],
		hints: ['hints', 'hint'],
	};

	/** Values as they are written, with what they mean; texts that look like comments, keys and ends of lines among them. */
	const values: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
		section: [
			['Part One', 'part-one'],
			["'Part One'", 'part-one'],
			['part-one', 'part-one'],
		],
		stem: [
			['Which one?', 'Which one?'],
			['|\n      A block\n      # that is no comment\n\n      and goes on', 'A block\n# that is no comment\n\nand goes on\n'],
			['>-\n      Folded\n      text  ', 'Folded text  '],
			['"quoted   \n      over lines"', 'quoted over lines'],
			['plain\n      over lines', 'plain over lines'],
		],
		explanation: [
			['Because. # a comment', 'Because.'],
			['|\n      First:  \n      second', 'First:  \nsecond\n'],
		],
		distractors: [
			['[b, c]', ['b', 'c']],
			['\n      - b\n      # - too easy\n      - text: c\n        feedback: Not c.', ['b', { text: 'c', feedback: 'Not c.' }]],
			['\n    - b   \n    - c', ['b', 'c']],
		],
		answer: [
			['a', 'a'],
			['1.10', '1.10'],
			['"a: # b"', 'a: # b'],
		],
		hints: [['Think.', 'Think.']],
	};

	interface Written {
		readonly text: string;
		readonly means: Readonly<Record<string, unknown>>;
	}

	const written = (id: string): fc.Arbitrary<Written> => {
		const entry = (key: string) =>
			fc
				.tuple(
					fc.constantFrom(...(spellings[key] ?? [key])),
					fc.constantFrom(...(values[key] ?? [[id.toUpperCase().replace('-', '_'), id] as const])),
					fc.boolean(),
					fc.constantFrom('', '', '   ', '\t'),
				)
				.map(([name, [value, means], commented, junk]) => ({
					key,
					means,
					text: `${commented ? `    # about ${key}\n` : ''}    ${name}: ${value}${value.includes('"') || value.includes('\n') ? '' : junk}\n`,
				}));
		return fc
			.tuple(...['id', 'section', 'stem', 'answer', 'distractors', 'explanation', 'hints'].map(entry))
			.chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }))
			.map((entries) => ({
				text: entries
					.map(({ text }) => text)
					.join('')
					.replace(/^( {4}#.*\n)?( {4})/u, (_, comment: string | undefined) => `${comment ?? ''}  - `),
				means: Object.fromEntries(entries.map(({ key, means }) => [key, means])),
			}));
	};

	const unitText = fc.record({
		questions: fc.tuple(written('q-1'), written('q-2')),
		lineEnd: fc.constantFrom('\n', '\r\n'),
		head: fc.constantFrom('', '# A unit  \n', '\n'),
		end: fc.constantFrom('', '\n', '\n   \n\n'),
	});

	it('means the same when it is mended, has all its comments, and needs no mending again', () => {
		fc.assert(
			fc.property(unitText, ({ questions, lineEnd, head, end }) => {
				const body = unit('u', '', section('Part One'), questions.map(({ text }) => text).join('')).replace(/\n$/u, '');
				const before = `${head}${body}${end}`.replaceAll('\n', lineEnd);
				const files = { 'deck.yaml': deckFile, 'unit.yaml': before };
				const after = fixed(files);
				const { root } = readYaml('', after['unit.yaml'] ?? '', new Set());
				expect(root?.value).toEqual({
					unit: 'u',
					title: 'Unit',
					sections: [{ id: 'part-one', title: 'Section', objective: 'Say it', text: 'Text.' }],
					questions: questions.map(({ means }) => means),
				});
				expect(commentLines(after['unit.yaml'])).toEqual(commentLines(before));
				expect(loadDeck(openExample({ files: after, shown: [] })).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
				expect(after['unit.yaml']).toMatch(lineEnd === '\n' ? /^[^\r]*[^\r\n]\n$/u : /^(?:[^\n]*\r\n)*$/u);
				expect(fixesOf(after)).toEqual([]);
			}),
			settings,
		);
	});

	it('is told of every change, and keeps its fingerprints, whatever fixture it is', () => {
		const folder = path.join(import.meta.dirname, '../deck/fixtures');
		const decks = ['ok', 'err'].flatMap((kind) =>
			readdirSync(path.join(folder, kind))
				.filter((name) => !name.startsWith('yaml-'))
				.map((name) => path.join(folder, kind, name)),
		);
		const units = decks
			.filter((file) => file.endsWith('.yaml'))
			.map((file) => ({ 'deck.yaml': deckFile, 'unit.yaml': readFileSync(file, 'utf8') }));
		expect(units.length).toBeGreaterThan(60);
		for (const files of units) {
			const fixes = fixesOf(files);
			if (fixes.length === 0) continue;
			expect(fixes.filter(({ before, after, changes }) => before === after || changes.length === 0)).toEqual([]);
			const [was, is] = [files, fixed(files)].map((each) => loadDeck(openExample({ files: each, shown: [] })).deck);
			if (was !== undefined) expect(is).toEqual(was);
			expect(fixesOf(fixed(files))).toEqual([]);
		}
	});

	it('is mended or left alone, and never half read, when it is cut or damaged anywhere', () => {
		const whole =
			readFileSync(path.join(fixtures, 'key-order/before.yaml'), 'utf8') +
			readFileSync(path.join(fixtures, 'id-style/before.yaml'), 'utf8');
		const signs = fc.constantFrom(
			'[',
			'}',
			': ',
			'- ',
			'&a ',
			'*a',
			'!t ',
			'|\n',
			"'",
			'"',
			'#',
			'\t',
			'\n',
			'\r',
			'---\n',
			'? ',
			'\uFEFF',
			'\\',
		);
		fc.assert(
			fc.property(fc.nat(whole.length), fc.nat(whole.length), signs, (from, to, sign) => {
				const files = { 'deck.yaml': deckFile, 'unit.yaml': whole.slice(0, Math.min(from, to)) + sign + whole.slice(Math.max(from, to)) };
				const after = fixed(files);
				expect(fixesOf(after)).toEqual([]);
			}),
			settings,
		);
	});
});

function commentLines(text: string | undefined): readonly string[] {
	return [...(text ?? '').matchAll(/(?:^|\s)(# (?:a comment|about|- too|A unit).*)$/gmu)]
		.map(([, comment]) => (comment ?? '').trimEnd())
		.toSorted();
}
