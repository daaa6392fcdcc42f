// Sound decks, and single mutations of them. The same chance draws the same mutations.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { keyNames } from '../../src/deck/shape/schema.ts';
import { readYaml } from '../../src/deck/yaml/read-yaml.ts';
import { entryOf, type ListNode, type SourceNode } from '../../src/deck/yaml/source-node.ts';
import type { Chance } from '../../src/engine/chance.ts';
import type { Span } from '../../src/model/diagnostic.ts';
import { fixtures, smallDeck } from '../deck/deck-fixture.ts';

export interface SoundDeck {
	readonly name: string;
	readonly files: Readonly<Record<string, string>>;
}

export const kinds = ['dropped key', 'renamed id', 'swapped type', 'broken indent', 'cut byte'] as const;

export type Kind = (typeof kinds)[number];

/** One piece of one file, and what stands there instead. */
export interface Mutation {
	readonly kind: Kind;
	readonly file: string;
	readonly span: Span;
	readonly insert: string;
	/** A byte of a character of several is gone, so that the file is no text any more. */
	readonly broken?: true;
}

const shipped = path.join(import.meta.dirname, '../../decks/mastery');

/** The units of the shipped deck with two sections each and three questions of either; every sound fixture; one with all there is. */
export function soundDecks(): readonly SoundDeck[] {
	const units = readdirSync(shipped).filter((file) => /^\d.*\.yaml$/u.test(file));
	const ok = path.join(fixtures, 'ok');
	return [
		...units.map((file) => ({
			name: file,
			files: { 'deck.yaml': smallDeck, 'unit.yaml': cutSmall(textOf(path.join(shipped, file))), 'decks-folder.md': 'Text.\n' },
		})),
		...readdirSync(ok)
			.filter((name) => !name.endsWith('.out'))
			.map((name) => ({ name, files: filesOf(path.join(ok, name)) })),
		{ name: 'everything', files: everything },
	];
}

function filesOf(fixture: string): Readonly<Record<string, string>> {
	if (!statSync(fixture).isDirectory()) return { 'deck.yaml': smallDeck, 'unit.yaml': textOf(fixture) };
	const names = readdirSync(fixture, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(fixture, name)).isFile());
	return Object.fromEntries(names.map((name) => [name, textOf(path.join(fixture, name))]));
}

function textOf(file: string): string {
	return new TextDecoder('utf-8').decode(readFileSync(file));
}

/** After so many characters a section is cut at the end of a line. */
const longestSection = 1_000;

function cutSmall(text: string): string {
	const root = treeOf(text);
	const sections = listAt(root, 'sections').items.slice(0, 2);
	const ids = sections.map((section) => entryOf(section, 'id')?.node.value);
	const questions = ids.flatMap((id) =>
		listAt(root, 'questions')
			.items.filter((question) => entryOf(question, 'section')?.node.value === id)
			.slice(0, 3),
	);
	const lines = (item: SourceNode) => text.slice(startOfLine(text, item.span.start), item.span.end).trimEnd();
	const shortened = (section: string) =>
		section.slice(0, section.indexOf('\n', Math.min(longestSection, section.length - 1)) + 1 || undefined);
	const head = text.slice(0, entryOf(root, 'sections')?.keySpan.start);
	const parts = [
		'sections:',
		...sections.map((section) => shortened(lines(section)).trimEnd()),
		'questions:',
		...questions.map((question) => lines(question)),
		'',
	];
	return `${head}${parts.join('\n')}`.replaceAll(/^(?: +also|requires): .*\n/gmu, '');
}

const trees = new Map<string, SourceNode>();

/** @throws Error for what is not sound YAML. */
export function treeOf(text: string): SourceNode {
	const root = trees.get(text) ?? readYaml('', text, keyNames).root;
	if (root === undefined) throw new Error('a sound deck cannot be read');
	trees.set(text, root);
	return root;
}

function listAt(root: SourceNode, key: string): ListNode {
	const node = entryOf(root, key)?.node;
	if (node?.kind !== 'list') throw new Error(`a sound unit has no list of ${key}`);
	return node;
}

export function startOfLine(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}

/** `undefined` where the deck has nothing to mutate in this way. */
export function mutate({ files }: SoundDeck, kind: Kind, chance: Chance): Mutation | undefined {
	const texts = Object.entries(files).filter(([name]) => kind === 'cut byte' || name.endsWith('.yaml'));
	// Every line of a deck is as likely to be in the mutated file.
	const [file, text] =
		pick(
			texts.flatMap((each) => each[1].split('\n').map(() => each)),
			chance,
		) ?? [];
	if (file === undefined || text === undefined) return undefined;
	const change = changes[kind](text, chance);
	return change === undefined ? undefined : { kind, file, ...change };
}

type Change = Pick<Mutation, 'span' | 'insert' | 'broken'>;

const changes: { readonly [K in Kind]: (text: string, chance: Chance) => Change | undefined } = {
	'dropped key': (text, chance) => {
		const dropped = pick(
			mapsIn(treeOf(text)).flatMap(({ entries }) => {
				const all = [...entries.values()];
				return all.map(({ keySpan, node }, index) => ({ start: keySpan.start, end: all[index + 1]?.keySpan.start ?? node.span.end }));
			}),
			chance,
		);
		return dropped && { span: dropped, insert: '' };
	},
	'renamed id': (text, chance) => {
		const named = new Set(['id', 'unit', 'deck', 'section', 'requires', 'also', 'group', 'tags', 'units', 'pools', 'file']);
		const ids = mapsIn(treeOf(text)).flatMap(({ entries }) =>
			[...entries].flatMap(([key, { node }]) => (named.has(key) ? textsIn(node) : [])),
		);
		const old = pick(ids, chance);
		if (old === undefined) return undefined;
		const at = old.start + chance.index(old.end - old.start);
		return chance.index(2) === 0 ? { span: { start: at, end: at }, insert: 'x' } : { span: old, insert: 'another-name' };
	},
	'swapped type': (text, chance) => {
		const entries = mapsIn(treeOf(text)).flatMap(({ entries: all }) => [...all]);
		if (chance.index(2) === 0) {
			const type = pick(
				entries.flatMap(([key, { node }]) => (key === 'type' && node.kind === 'text' ? [node] : [])),
				chance,
			);
			const other = pick(
				['choice', 'multiple', 'true-false', 'text', 'number', 'cloze', 'order', 'match', 'txt'].filter((each) => each !== type?.value),
				chance,
			);
			return type === undefined || other === undefined ? undefined : { span: type.span, insert: other };
		}
		const entry = pick(entries, chance);
		if (entry === undefined) return undefined;
		const { node, keySpan } = entry[1];
		const others = [
			...(node.kind === 'text' ? [] : ['some text']),
			...(node.kind === 'list' ? [] : ['[one, two]']),
			...(node.kind === 'map' ? [] : ['{one: two}']),
		];
		// A list in block style begins on the next line; what replaces it stands on the line of the key.
		const colon = text.indexOf(':', keySpan.end) + 1;
		return {
			span: { start: colon, end: Math.max(colon, node.span.end) },
			insert: ` ${pick(others, chance)}${text.charAt(node.span.end - 1) === '\n' ? '\n' : ''}`,
		};
	},
	'broken indent': (text, chance) => {
		const line = pick([...text.matchAll(/^([ ]*)\S/gmu)], chance);
		if (line === undefined) return undefined;
		const indent = line[1]?.length ?? 0;
		const by = 1 + chance.index(3);
		return chance.index(2) === 0 || indent === 0
			? { span: { start: line.index, end: line.index }, insert: ' '.repeat(by) }
			: { span: { start: line.index, end: line.index + Math.min(by, indent) }, insert: '' };
	},
	'cut byte': (text, chance) => {
		const bytes = Buffer.from(text);
		const at = chance.index(bytes.length);
		const start = bytes
			.subarray(0, at)
			.toString()
			.replace(/\ufffd+$/u, '').length;
		const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
		const broken = Buffer.byteLength(character) > 1;
		return { span: { start, end: start + character.length }, insert: '', ...(broken ? { broken } : {}) };
	},
};

function mapsIn(node: SourceNode): readonly Extract<SourceNode, { readonly kind: 'map' }>[] {
	if (node.kind === 'list') return node.items.flatMap(mapsIn);
	return node.kind === 'map' ? [node, ...[...node.entries.values()].flatMap((entry) => mapsIn(entry.node))] : [];
}

function textsIn(node: SourceNode): readonly Span[] {
	if (node.kind === 'text') return [node.span];
	return node.kind === 'list' ? node.items.flatMap(textsIn) : [];
}

function pick<T>(items: readonly T[], chance: Chance): T | undefined {
	return items.length === 0 ? undefined : items[chance.index(items.length)];
}

const everything: Readonly<Record<string, string>> = {
	'deck.yaml': `# yaml-language-server: $schema=deck.json
deck: everything
title: A deck with everything
summary: All there is in the format.
language: en-GB
license: CC-BY-4.0
authors: [Ada Example, Bo Example]
version: "1.0"
benchmark: 87.5%
draw: 4
units:
  - one.yaml
  - more/two.yaml
check:
  longest-option: off
  no-fresh-retry: {level: info, reason: The deck is small.}
`,
	'one.yaml': `unit: one
title: 'It''s the first unit'
requires: []
benchmark: 75%
draw: 3
passes: 2
floor: 1
pools: [pool.yaml]
resources:
  - {title: A book, url: "https://example.org/book"}
enrichment:
  - title: More to do
    text: |
      Try it *yourself*.
sections:
  - id: first
    title: The first
    objective: Say what comes first
    text: |
      # Heading

      A paragraph, and a list:

      - one
      - two
    weight: 2
  - id: second
    title: The second
    objective: Say what comes second
    file: second.md
questions:
  # gradus-ignore similar-options: The case is the point here.
  - id: pick-one
    section: first
    stem: >-
      Which of these
      comes first?
    code:
      language: js
      text: |
        const a = 1;
    answer: The first
    distractors:
      - text: The second
        feedback: It comes after the first.
      - The third
      - the third
    explanation: That is what the word says.
    hints: [Count., Begin at one.]
    difficulty: 2
    group: order
    tags: [order, words]
    source: A book, page 3
    also: second
  - id: pick-several
    section: second
    type: multiple
    stem: Which of these are numbers?
    answers: [One, Two]
    options: [One, Two, Table]
    explanation: A table is none.
  - id: is-it
    section: first
    type: true-false
    stem: The first comes first.
    answer: True
    explanation: By its name.
    group: order
`,
	'pool.yaml': `- id: type-it
  section: second
  type: text
  stem: How does one write 1 in words?
  answer: [one, "a single one"]
  match: {case: exact, accents: ignore, typos: 1}
  pattern: '(a|the) single one|one'
  explanation: In three letters.
- id: how-many
  section: second
  type: number
  stem: How many are there?
  answer: 3.8e5
  tolerance: 1%
  unit: km
  explanation: Somebody counted.
- {id: between, section: first, type: number, stem: About how many?, answer: 5, range: [4, 6], explanation: In the middle.}
`,
	'second.md': '# The second\n\nIt comes after the first.\n',
	'more/two.yaml': `unit: two
title: The second unit
requires: [one]
sections:
  - {id: only, title: The only one, objective: Say so, text: There is one.}
questions:
  - id: only-question
    section: only
    stem: 'How many?'
    answer: One
    distractors: [Two, Three]
    explanation: |
      One.
  - id: another
    section: only
    stem: "And besides?"
    answer: None
    distractors:
      - One
      - Two
    explanation: There is one only.
`,
};
