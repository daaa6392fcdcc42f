// The quick reader never knows better: what it reads, the careful reader reads as the same tree and finds nothing wrong with.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rules } from '../../src/authoring/rules/index.ts';
import { readCarefully } from '../../src/deck/yaml/careful-yaml.ts';
import { readPlaces } from '../../src/deck/yaml/quick-places.ts';
import { readQuickly } from '../../src/deck/yaml/quick-yaml.ts';
import { readYaml } from '../../src/deck/yaml/read-yaml.ts';
import type { SourceNode } from '../../src/deck/yaml/source-node.ts';
import { chanceFrom } from '../../src/engine/chance.ts';
import { kinds, mutate, soundDecks } from '../authoring/mutating.ts';
import { fixtures } from './deck-fixture.ts';

/** One line a node: its kind, its place and its text, with those of its keys. */
function linesOf(node: SourceNode, head = ''): readonly string[] {
	const line = `${head}${node.kind} ${node.span.start}-${node.span.end}`;
	switch (node.kind) {
		case 'text':
			return [`${line} ${JSON.stringify(node.value)}`];
		case 'nothing':
			return [line];
		case 'list':
			return [`${line} ${JSON.stringify(node.value)}`, ...node.items.flatMap((item) => linesOf(item, `${head}- `))];
		case 'map': {
			const entries = [...node.entries].flatMap(([key, { keySpan, node: child }]) =>
				linesOf(child, `${head}${key} ${keySpan.start}-${keySpan.end}: `),
			);
			return [`${line} ${JSON.stringify(node.value)}`, ...entries];
		}
	}
}

/** Whether the quick reader reads the text; fails where the careful one does not read the same. */
function isReadQuickly(text: string): boolean {
	if (readQuickly(text) === undefined) return false;
	const { root, diagnostics } = readCarefully('', text, new Set());
	const [lazy, places] = [readYaml('', text, new Set()).root, readPlaces(text)];
	const lines = root && linesOf(root);
	expect({ text, diagnostics, places: lines, lazy: lines }).toEqual({
		text,
		diagnostics: [],
		places: places && linesOf(places),
		lazy: lazy && linesOf(lazy),
	});
	return true;
}

/** YAML files below a folder, by their paths from it. */
function yamlFilesIn(folder: string): ReadonlyMap<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/u.test(name));
	return new Map(names.sort().map((name) => [name, new TextDecoder().decode(readFileSync(path.join(folder, name)))]));
}

/** All of the deck on a subject that is not made of code, and the first units of the others. */
const shipped = new Map(
	[...yamlFilesIn(path.join(import.meta.dirname, '../../decks'))].filter(([name]) => name.startsWith('mastery/') || name.includes('/01-')),
);
const sound = yamlFilesIn(path.join(fixtures, 'ok'));
const faulty = yamlFilesIn(path.join(fixtures, 'err'));

describe('the quick reader', () => {
	it('reads every shipped file without code in it', () => {
		expect(shipped.size).toBeGreaterThan(5);
		const slow = [...shipped].flatMap(([name, text]) => (isReadQuickly(text) ? [] : [name]));
		expect(slow.filter((name) => name.startsWith('mastery/'))).toEqual([]);
	});

	it('leaves few sound fixtures to the careful reader, each for a reason', () => {
		expect([...sound].filter(([, text]) => !isReadQuickly(text)).map(([name]) => name)).toMatchInlineSnapshot(`
			[
			  "aliases.yaml",
			  "block-scalars.yaml",
			  "byte-order-mark-inside-is-a-warning.yaml",
			  "cloze-in-code.yaml",
			  "document-marks.yaml",
			  "keys-with-nothing-after-them-are-left-out.yaml",
			  "marks-are-a-warning/a.yaml",
			  "unlisted-file-is-a-warning/.hidden/x.yaml",
			  "unlisted-file-is-a-warning/other/x.yaml",
			  "unused-anchor-is-a-warning.yaml",
			]
		`);
	});

	it('reads no faulty fixture otherwise than the careful reader', () => {
		expect([...faulty.values()].filter(isReadQuickly).length).toBeGreaterThan(faulty.size / 2);
	});

	it('reads no example of a rule otherwise than the careful reader', () => {
		const examples = rules.flatMap(({ good, bad }) => [...good, ...bad]).flatMap(({ files }) => Object.values(files));
		const texts = new Set(examples.flatMap((file) => (typeof file === 'string' ? file : 'text' in file ? file.text : [])));
		expect([...texts].filter(isReadQuickly).length).toBeGreaterThan(texts.size / 2);
	});

	it('reads no sound deck that was spoilt in one place otherwise than the careful reader', () => {
		const chance = chanceFrom(20_261_122);
		const decks = soundDecks();
		const texts = kinds.flatMap((kind) =>
			Array.from({ length: 150 }, () => {
				const deck = decks[chance.index(decks.length)];
				const mutation = deck && mutate(deck, kind, chance);
				if (deck === undefined || mutation === undefined) return '';
				const { file, span, insert } = mutation;
				const text = deck.files[file] ?? '';
				return text.slice(0, span.start) + insert + text.slice(span.end);
			}),
		);
		expect(texts.filter(isReadQuickly).length).toBeGreaterThan(texts.length / 2);
	});
});

/** Layouts that authors may use, and that the quick reader reads. */
const usual: readonly (readonly [string, string])[] = [
	['a map', 'a: b\nc: d\n'],
	['no line break at the end', 'a: b'],
	['lists, indented and not', 'a:\n  - b\n  - c\nd:\n- e\n- f\n'],
	['lists of lists and of maps', '- - a\n  - b\n-   - c\n- d: e\n  f:\n    - g: h\n      i: j\n'],
	['many spaces', 'a:    b   \n\n\nd:\n       e:   f\n       g:\n         -    h\n'],
	['comments everywhere', '# a\n\na: b # c\n # d\nc:\n  # e\n  - d # f\n# g\n  - e\n    # h\nf: # i\n  g\n# j\n'],
	['a comment instead of a last line break', 'a: b\n# c'],
	['Windows line breaks', '# a\r\nb: c # d\r\ne:\r\n  - f\r\n  - |\r\n    g\r\n\r\n    h\r\n  - i\r\n    j\r\n'],
	['characters of four bytes, and keys that are not English', '😀: "😀😀" # 😀\nñ: [é, 漢字, 👩‍👩‍👧]\n'],
	['flow collections', 'a: [b, c,]\nd: {e: f, g: [h, {i: j}], }\nk: []\nl: { }\n'],
	['flow collections over several lines', 'a: [\n  b,\n  d\n  ,\n  ]\nf: {\n  g: h,\n  "i": \'j\'\n  }\n'],
	['quotes', "a: 'it''s'\nb: \"c \\\"d\\\" \\\\ \\u00e9 \\x41 \\n \\/\"\n'e': f\n\"g h\": ''\n"],
	['a line break and a half pair written as escapes', 'a: "\\ud83d\\ude00 \\U0001F600"\n'],
	['quoted text over several lines', 'a: "b\n  c\n\n  d \\\n  e\n  \\  f"\ng: \'h\n\n\n  i  \n  j\'\n'],
	['plain text over several lines', 'a: b\n  c\n\n  d\ne:\n  f\n    g\n\n  h\n'],
	['signs inside plain text', 'a: b#c\nd: e:f\ng: -h\ni: ?j\nk: l, m [n] {o}\np: q - r\ns: a & b * c ! d % e @ f | g > h\n'],
	['what other schemas take for something else', 'a: ~\nb: null\nc: 1.10\nd: 0x1F\ne: no\nf: 2024-01-01\ng: 11:05\nh: =\n'],
	['literal and folded blocks', 'a: |\n  b\n\n   c\n  d\ne: >\n  f\n  g\n\n  h\n    i\n  j\n\nk: l\n'],
	['blocks that strip their end', 'a: |-\n  b\n\n\nc: >-\n  d\n  e\n\nf: g\n'],
	['a block at the end, with and without its line break', 'a:\n  - |\n    b\n  - >-\n    c'],
	['an empty block', 'a: |\nb: >-\n\nc: d\n'],
	['blocks that begin with empty lines', 'a: |\n\n\n  b\nc: >\n\n  d\n'],
	['blocks in a list', '- |\n b\n- >-\n  c\n  d\n-   |\n    e\n'],
	['signs inside a block', 'a: |\n  # b\n  c: d\n  - e\n  --- f\n  "g\n  &h *i !j %k\n  \\n\n'],
	['tabs inside a block', 'a: |\n  b\tc\n  \td\n'],
	['a document mark above', '# a\n---\nb: c\n'],
	['a space before a colon', 'a : b\n'],
	['an item below its dash', '-\n  a: b\n'],
	['comments between brackets', 'a: [\n  b, # c ]\n  d # e }\n  ,\n  ]\nf: {\n  g: h,\n  "i": \'j\' # k\n  }\n'],
];

/** Layouts that are sound, and left to the careful reader. */
const unusual: readonly (readonly [string, string])[] = [
	['a key with nothing after it', 'a:\nb: c\n'],
	['an anchor and its alias', 'a: &b c\nd: *b\n'],
	['a question mark before a key', '? a\n: b\n'],
	['a map of one pair in a list', 'a: [b: c]\n'],
	['an indentation for a block', 'a: |2\n    b\n'],
	['a document mark below', 'a: b\n...\n'],
	['text behind a document mark', '--- {a: b}\n'],
	['an escaped line break with an empty line below', 'a: "b\\\n\n  c"\n'],
	['a key that is a number', 'b: c\n1: d\n'],
	['a key that every object has', 'constructor: a\n'],
	['an empty line with a tab', 'a: b\n\t\nc: d\n'],
	['a comment behind the sign of a block', 'a: | # |\n  b\n'],
	['an invisible space', 'a: b\u200bc\n'],
	['a byte order mark inside', 'a: b\ufeffc\n'],
	['a carriage return written as an escape', 'a: "b\\r\\nc"\n'],
	['a text alone', 'a\n'],
	['blocks that keep their end', 'a: |+\n  b\n\n\nc: >+\n  d\n\ne: |+\n\nf: g\n'],
	['a block that keeps an end of blanks', 'a:\n  b: |+\n  '],
	['a comment of two lines below a key', 'a: # b\n  # c\n  d\n'],
];

/** What the careful reader refuses, and the quick one must not accept. */
const wrong: readonly (readonly [string, string])[] = [
	['nothing', ''],
	['a comment alone', '# a\n'],
	['a directive', '%YAML 1.2\n---\na: b\n'],
	['a second document', 'a: b\n---\nc: d\n'],
	['a tag', 'a: !!str b\n'],
	['a merge key', 'a: b\n<<: {c: d}\n'],
	['__proto__', '__proto__: {a: b}\n'],
	['a key twice', 'a: b\n"a": c\n'],
	['a key that is a list', '[a]: b\n'],
	['a key of a thousand letters', `${'a'.repeat(1_100)}: b\n`],
	['a key far before its colon', `a${' '.repeat(1_100)}: b\n`],
	['an alias of nothing', 'a: *b\n'],
	['an alias in a circle', 'a: &a [*a]\n'],
	['an escape for a control character', 'a: "\\e[31m"\n'],
	['an escape for half of a pair', 'a: "\\ud83d"\n'],
	['a control character', 'a: b\u001bc\n'],
	['a tab before a key', 'a:\n\tb: c\n'],
	['text after a flow map at the end of a list', 'a:\n- {b: c}d: e\n'],
	['a comment of two lines that stands too far left', 'stem: # first\n## second\n  What?\nanswer: x\n'],
	['a comment before a comma that stands too far left', 'k: {a: b\n# c\n  , d: e}\n'],
	['a comment without a space before it', 'a: "b"#c\n'],
	['a comment right behind a bracket', '[#x,\n"a\n\n b",]\n'],
	['a comment right behind a colon', '{"a":#b\nc: d}\n'],
	['a comment between a key and its text', 'a:\n  b:\n #c\n      1\n\n    - d\n    -\n      |e\n  f: g\n'],
	['blanks before the first line of a block', 'a: |\n      \n    # b\n'],
	['a key of a key that begins with a colon', 'a:\n#b\n  c\n:d[e: f, g]h: i\n'],
	['a map as a key, between brackets', '[{a: b}: c]\n'],
	['a key with an escape for a control character', '"\\x07": a\n'],
	['a tag above a block', '- !\n |-\n    a: b\n'],
	['a tag that stands for none', 'a: !<?> b\n'],
	['a comment before a closing brace that stands too far left', '{a: b\n# c\n}\n'],
	['an unclosed bracket', 'a: [b\n'],
	['an unclosed quote', 'a: "b\n'],
	['indentation that fits nothing', 'a:\n    b: c\n  d: e\n'],
	['twenty-five levels', `a: ${'['.repeat(24)}${']'.repeat(24)}\n`],
	['five thousand and one keys', Array.from({ length: 5_001 }, (_, n) => `k${n}: v\n`).join('')],
	['four hundred thousand words and signs', '- a\n'.repeat(134_000)],
];

describe('a layout', () => {
	it.each(usual)('is read quickly: %s', (_, text) => {
		expect(isReadQuickly(text)).toBe(true);
	});

	it.each(unusual)('is left to the careful reader: %s', (_, text) => {
		expect(readQuickly(text)).toBeUndefined();
		expect(readCarefully('', text, new Set()).root).toBeDefined();
	});

	it.each(wrong)('is refused by both: %s', (_, text) => {
		expect(readQuickly(text)).toBeUndefined();
		expect(readCarefully('', text, new Set()).diagnostics).not.toEqual([]);
	});
});

const signs = [
	...['[', ']', '{', '}', ',', ', ', ':', ': ', ':\n', '- ', '-\n', '-', '? ', '|\n', '|-\n', '>+\n', '>2\n', '|', "'", '"', '#', ' # c\n'],
	...[
		'\n',
		'\n\n',
		'\n  ',
		'\n    ',
		' ',
		'  ',
		'\t',
		'\r\n',
		'\r',
		'---\n',
		'---',
		'...\n',
		'%',
		'@',
		'`',
		'~',
		'=',
		'\\',
		'<<',
		'&x ',
		'*x',
	],
	...[
		'!t ',
		'!!str ',
		'a',
		'b c',
		'a: b\n',
		'- a\n',
		'a: |\n  t\n',
		'a: >\n  t\n  u\n\n',
		'[a, b]',
		'{a: b}',
		'"a\\nb"',
		"'it''s'",
		'}t: T',
		'x #y',
	],
	...['"\\u00e9"', '"\\r\\n"', '"x" t', '| # |\n', '😀', '\u00a0', '\u2028', '\u0085', '\ufeff', '__proto__: '],
];

/** Whole small files, and stretches of a few lines of large ones. */
const stretches = [...sound.values(), ...faulty.values(), ...shipped.values(), ...usual.map(([, text]) => text)].flatMap((text) => {
	const lines = text.split('\n');
	const starts = Array.from({ length: Math.ceil(lines.length / 60) }, (_, index) => 60 * index);
	return starts.map((start) => lines.slice(start, start + 25).join('\n'));
});

const change = fc.tuple(
	fc.constantFrom('cut', 'cut', 'insert', 'insert', 'indent', 'outdent', 'drop'),
	fc.nat(),
	fc.constantFrom(...signs),
);

function changed(text: string, [kind, at, sign]: readonly [string, number, string]): string {
	const place = at % (text.length + 1);
	if (kind === 'insert') return text.slice(0, place) + sign + text.slice(place);
	if (kind === 'cut') return text.slice(0, place) + text.slice(place + sign.length);
	const lines = text.split('\n');
	const line = at % lines.length;
	const now = { indent: [`  ${lines[line]}`], outdent: [lines[line]?.replace(/^ {1,2}/, '') ?? ''] }[kind] ?? [];
	return lines.toSpliced(line, 1, ...now).join('\n');
}

describe('whatever becomes of a text, the quick reader reads it as the careful reader does or not at all', () => {
	it('where sound texts are changed in one to three places', () => {
		let quick = 0;
		fc.assert(
			fc.property(fc.constantFrom(...stretches), fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
				if (isReadQuickly(changes.reduce(changed, text))) quick++;
			}),
			{ seed: 20_260_101, numRuns: 800 },
		);
		expect(quick).toBeGreaterThan(80);
	});

	it('where signs of YAML are strung together', () => {
		let quick = 0;
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 12 }), (text) => {
				if (isReadQuickly(text.join(''))) quick++;
			}),
			{ seed: 20_260_101, numRuns: 6_000 },
		);
		expect(quick).toBeGreaterThan(100);
	});
});
