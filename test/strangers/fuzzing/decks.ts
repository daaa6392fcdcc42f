// Decks, damaged as bytes and as YAML: through the loader and the check, and what is told of them and shown of them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkDeck } from '../../../src/authoring/check-deck.ts';
import { tallyOf } from '../../../src/cli/checking/tally.ts';
import { type DeckFolder, deckFileName, decodeText, type FileReading } from '../../../src/deck/files/folder.ts';
import { emptyFolder, overlaid } from '../../../src/deck/files/overlay.ts';
import { loadDeck } from '../../../src/deck/load-deck.ts';
import type { Chance } from '../../../src/engine/chance.ts';
import { presentationOf } from '../../../src/engine/present.ts';
import { exampleOf, isTemplate } from '../../../src/engine/variants/unseen.ts';
import type { CheckReport } from '../../../src/model/check-report.ts';
import type { Deck, Question } from '../../../src/model/deck.ts';
import type { Diagnostic, Place } from '../../../src/model/diagnostic.ts';
import { formatNames, formats } from '../../../src/terminal/formats/index.ts';
import { questionInWords } from '../../../src/terminal/plain/question-words.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { renderCheck } from '../../../src/terminal/views/check.ts';
import { renderQuestion } from '../../../src/terminal/views/question.ts';
import { renderSection } from '../../../src/terminal/views/section.ts';
import { yamlSigns } from '../../deck/yaml-signs.ts';
import { itemOf } from '../../store/fixtures/sample.ts';
import { where } from '../../terminal/samples.ts';
import { obeyedIn } from '../obeyed.ts';
import { type Area, demand, few, picked } from './area.ts';
import { character, mutated, payloads } from './hostile-text.ts';

const plain = createStyle({ colorLevel: 0, unicode: true });

type Files = Readonly<Record<string, string>>;

/** Something of everything that a deck may hold. */
const everything: Files = {
	'deck.yaml': `deck: d
title: "Deck \\u00e9"
benchmark: 87.5%
draw: 4
authors: [A. Stranger]
units: [unit.yaml, second.yaml]
check: {luck: off}
`,
	'unit.yaml': `# A unit with something of everything.
unit: u
title: 'It''s a unit'
pools: pool.yaml
resources:
  - &book {title: A book, url: "https://example.org"}
enrichment: [*book]
sections:
  - id: one
    title: One
    objective: Say it
    text: |
      # Heading

      - a [list](https://example.org)

      \`\`\`sh
      git log
      \`\`\`
  - {id: two, title: Two, objective: Do it, file: text.md, weight: 2}
questions:
  - id: q1
    section: one
    stem: >-
      Folded
      text?
    answer: a
    distractors:
      - text: b
        feedback: Not b.
      - c
    explanation: Because.
    also: two
    hints: [Think.]
  - {id: q2, section: two, type: multiple, stem: Which?, explanation: Because., answers: [a, b], options: [a, b, ä漢]}
  - {id: q3, section: two, type: text, stem: Which?, explanation: Because., answer: [git add, git stage], pattern: 'git (add|stage)', match: {typos: auto}}
  - {id: q4, section: two, type: number, stem: How much?, explanation: Because., answer: 3.8e5, tolerance: 1%, unit: km}
  - {id: q5, section: one, type: true-false, stem: Is it?, explanation: Because., answer: True}
  - {id: q6, section: one, type: cloze, stem: "A {{x}} and {{y}}.", explanation: Because., blanks: {x: one, y: [two, zwei]}}
`,
	'second.yaml': `unit: second
title: Second
requires: u
sections:
  - {id: s, title: Section, objective: Say it, text: "Text\\twith \\"escapes\\""}
questions:
  - {id: o, section: s, type: order, stem: Which order?, explanation: Because., items: [one, two, three]}
  - {id: m, section: s, type: match, stem: Which pairs?, explanation: Because., pairs: [[a, "1"], [b, "2"], [c, "3"]], distractors: ["4"]}
  - id: v
    section: s
    type: number
    vars:
      a: {int: [2, 9]}
      r: {pick: [1.5, 2.5]}
      s: "= a * r"
    where: a != 5 and s > 1
    stem: What is {a} times {r}?
    answer: "= s"
    explanation: It is {s}.
  - id: w
    section: s
    vars: {n: {int: [1, 40]}, word: {pick: [tree, blob]}}
    stem: How many are {n} {word}s?
    answer: "{= n + 1}"
    distractors: ["{n}", "{= n * 2 + 3}"]
    explanation: One more than {n}.
`,
	'pool.yaml': `- {id: p1, section: one, stem: Which?, explanation: Because., answer: x, distractors: [y, z], group: g, tags: [t]}
- {id: p2, section: two, stem: Which one?, explanation: Because., answer: x1, distractors: [y1, z1], group: g, source: A book}
`,
	'text.md': 'A **text** with `code`.\n\n| a | b |\n|---|---|\n| c | d |\n',
};

const minimal: Files = {
	'deck.yaml': 'deck: d\ntitle: Deck\nunits: [unit.yaml]\n',
	'unit.yaml': `unit: u
title: Unit
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
questions:
  - {id: q, section: s, stem: Which?, explanation: Because., answer: a, distractors: [b]}
`,
};

/** One file is the text; the others are as they were. */
function folderOf(files: Files, file: string, text: string): DeckFolder {
	const readings = Object.entries(files).map(([name, own]): readonly [string, FileReading] => [
		name,
		decodeText(name === file ? Buffer.from(text, 'latin1') : Buffer.from(own)),
	]);
	return overlaid(emptyFolder, new Map(readings));
}

const signs = [...yamlSigns, '!!binary ', '!!js/function ', '= ', '{{', '}}', '  ', '# gradus-ignore '];

const values = [
	'',
	'~',
	'""',
	'[]',
	'{}',
	'text',
	'[a]',
	'{a: b}',
	'[[a]]',
	'-1',
	'0',
	'1e999',
	'0x1f',
	'.nan',
	'.inf',
	'2026-01-01',
	'yes',
	'"\\0"',
	'"\\e[31m"',
	'"\\u202e"',
	'"\\x9b31m"',
	'__proto__',
	'{__proto__: a}',
	'{constructor: {prototype: {polluted: yes}}}',
	'!!set {a}',
	'!foo bar',
	'&a [*a]',
	'*book',
	'../../etc/passwd',
	'/etc/passwd',
	'unit.yaml',
	'--help',
	'{{a}}',
	'= a',
	'= 1 / 0',
	'"{= repeat(\'x\', 1000)}"',
	'{a}',
	'{= a}',
	'"= s"',
	'{int: [0, 999999999999]}',
	'{int: [1, 0]}',
	'(a+)+$',
	'100',
	'99999',
	'0.1%',
];

/** Bytes as they stand in a file, each a character from U+0000 to U+00FF. */
function asBytes(text: string): string {
	return Buffer.from(text).toString('latin1');
}

/** What somebody's slip, or somebody's ill will, makes of YAML: lines and values, seldom bytes. */
function rewritten(chance: Chance, text: string): string {
	const lines = text.split('\n');
	const at = chance.index(lines.length);
	const line = lines[at] ?? '';
	switch (chance.index(10)) {
		case 0:
			return lines.toSpliced(at, 1).join('\n');
		case 1:
			return lines.toSpliced(at, 0, line).join('\n');
		case 2:
			return lines.toSpliced(at, 1, `${' '.repeat(chance.index(6))}${line.trimStart()}`).join('\n');
		case 3:
			return lines.toSpliced(at, 1).toSpliced(chance.index(lines.length), 0, line).join('\n');
		case 4:
			return mutated(chance, text, signs);
		case 5:
			return [...lines.slice(0, at), ...Array.from({ length: few(chance, 2, 200) }, () => line), ...lines.slice(at)].join('\n');
		default:
			return withOtherValue(chance, text);
	}
}

function withOtherValue(chance: Chance, text: string): string {
	const places = [...text.matchAll(/(?<=: |- |\[|, )[^\s,[\]{}][^\n,[\]{}]*|(?<=^|[\n{,] *)[\w-]+(?=:)/gu)];
	const place = places[chance.index(Math.max(1, places.length))];
	if (place === undefined) return text;
	const value =
		chance.index(4) === 0
			? JSON.stringify(picked(chance, payloads))
			: picked(chance, [...values, ...places.slice(0, 40).map(([each]) => each)]);
	return text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
}

function damagedBytes(chance: Chance, bytes: string): string {
	let damaged = bytes;
	for (let left = few(chance, 1, 4); left > 0; left--) {
		const at = chance.index(damaged.length + 1);
		const byte = String.fromCharCode(chance.index(256));
		const change = chance.index(4);
		if (change === 0) damaged = damaged.slice(0, at);
		else if (change === 1) damaged = damaged.slice(0, at) + byte + damaged.slice(at + 1);
		else if (change === 2) damaged = damaged.slice(0, at) + byte + damaged.slice(at);
		else damaged = damaged.slice(0, at) + asBytes(character(chance)) + damaged.slice(at);
	}
	return damaged;
}

function demandPlain(written: string, what: string): void {
	const raw = obeyedIn(written);
	demand(raw === undefined, `${what} lets through ${raw}`);
}

function attemptDeck(files: Files, file: string, text: string): void {
	const { deck, diagnostics, sources } = loadDeck(folderOf(files, file, text));
	demand((deck === undefined) === diagnostics.some(({ severity }) => severity === 'error'), 'is neither a deck nor an error');
	for (const { message, place, related } of diagnostics) {
		demand(message !== '', 'has a problem without words');
		demandInside(place, sources);
		if (related !== undefined) demandInside(related, sources);
	}
	if (deck !== undefined) for (const part of shownOf(deck)) demandPlain(part, 'what is shown');
	const check = checkDeck(folderOf(files, file, text));
	for (const { place } of check.diagnostics) demandInside(place, check.sources);
	const report = reportOf(check.diagnostics, check.sources, check.named);
	demandPlain(renderCheck(report, plain, 80), 'pretty');
	for (const name of formatNames) demandPlain(formats[name](report, []), name);
	demand(!('polluted' in Object.prototype), 'changes all objects');
}

function demandInside({ file, span }: Place, sources: ReadonlyMap<string, string>): void {
	if (span === undefined) return;
	const length = sources.get(file)?.length ?? -1;
	demand(span.start >= 0 && span.end >= span.start && span.end <= length, `points outside ${file}`);
}

function reportOf(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>, files: readonly string[]): CheckReport {
	return { version: '0.0.0', decks: [{ folder: '.' }], files, diagnostics, sources, silenced: 0, tally: tallyOf({ diagnostics }) };
}

/** Every section and question, on a screen and in words. */
function shownOf(deck: Deck): readonly string[] {
	return deck.units.flatMap((unit) => [
		...unit.sections.map((section) => renderSection({ deck, unit, section, position: 1 }, plain, 80)),
		...unit.questions.flatMap((question) => {
			const asked: Question | undefined = isTemplate(question) ? exampleOf(question, question.template) : question;
			if (asked === undefined) return [];
			const presentation = presentationOf(itemOf(asked));
			return [renderQuestion(where, presentation, plain, 80), questionInWords(where, presentation, false, 80).join('\n')];
		}),
	]);
}

function deckArea(name: string, share: number, decks: readonly Files[], change: (chance: Chance, text: string) => string): Area {
	return {
		name,
		share,
		encoding: 'latin1',
		make(chance) {
			const number = chance.index(decks.length);
			const files = decks[number] ?? {};
			const file = picked(chance, Object.keys(files));
			return { about: `${number} ${file}`, text: change(chance, files[file] ?? '') };
		},
		attempt({ about, text }) {
			const [number = '', file = ''] = about.split(' ');
			attemptDeck(decks[Number(number)] ?? {}, file, text);
		},
	};
}

const byBytes = (chance: Chance, text: string) => damagedBytes(chance, asBytes(text));
const byYaml = (chance: Chance, text: string) => {
	let changed = text;
	for (let left = few(chance, 1, 3); left > 0; left--) changed = rewritten(chance, changed);
	return asBytes(changed);
};

/** Each unit of the deck as a deck of its own, that needs no other. */
function unitsAlone(folder: string): readonly Files[] {
	const all = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
	const texts = all.filter(([file]) => file.endsWith('.md'));
	return all
		.filter(([file]) => file.endsWith('.yaml') && file !== deckFileName)
		.map(([file, text]) => ({
			[deckFileName]: `deck: alone\ntitle: A unit alone\nunits: [${file}]\n`,
			[file]: text.replace(/^requires:.*\n(?: {1,2}- .*\n)*/mu, ''),
			...Object.fromEntries(texts),
		}));
}

/** @param root the project's folder. */
export function deckAreas(root: string): readonly Area[] {
	for (const files of [minimal, everything]) {
		const { deck, diagnostics } = loadDeck(folderOf(files, '', ''));
		demand(deck !== undefined, `the sample is no deck: ${diagnostics.map(({ message }) => message).join('; ')}`);
	}
	const units = unitsAlone(join(root, 'decks/mastery'));
	return [
		deckArea('bytes of a small deck', 40, [minimal], byBytes),
		deckArea('bytes of a deck with everything', 8, [everything], byBytes),
		deckArea('YAML of a small deck', 50, [minimal], byYaml),
		deckArea('YAML of a deck with everything', 25, [everything], byYaml),
		deckArea('units of decks/mastery', 3, units, (chance, text) => (chance.index(2) === 0 ? byBytes(chance, text) : byYaml(chance, text))),
	];
}
