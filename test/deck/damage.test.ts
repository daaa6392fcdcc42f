import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import type { Diagnostic, Place } from '../../src/model/diagnostic.ts';
import { yamlSigns } from './yaml-signs.ts';

const deckText = `deck: d
title: "Deck \\u00e9"
benchmark: 87.5%
units: [unit.yaml]
check: {luck: off}
`;

const unitText = `# A unit with something of everything.
unit: u
title: 'It''s a unit'
requires: []
resources:
  - &book {title: A book, url: "https://example.org"}
enrichment: [*book]
sections:
  - id: one
    title: One
    objective: Say it
    text: |
      # Heading

      - a list
  - {id: two, title: Two, objective: Do it, text: "Text\\twith \\"escapes\\"", weight: 2}
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
  - {id: q2, section: two, type: multiple, stem: Which?, explanation: Because., answers: [a, b], options: [a, b, ä漢]}
  - {id: q3, section: two, type: text, stem: Which?, explanation: Because., answer: [git add, git stage], pattern: 'git (add|stage)', match: {typos: auto}}
  - {id: q4, section: two, type: number, stem: How much?, explanation: Because., answer: 3.8e5, tolerance: 1%, unit: km}
  - {id: q5, section: one, type: true-false, stem: Is it?, explanation: Because., answer: True}
`;

const files: Readonly<Record<string, Buffer>> = { 'deck.yaml': Buffer.from(deckText), 'unit.yaml': Buffer.from(unitText) };

/** A folder that is held in memory, so that thousands of damaged decks are read quickly. */
function folderOf(contents: Readonly<Record<string, Buffer>>): DeckFolder {
	const filesRead = new Map<string, string>();
	return {
		path: '/deck',
		filesRead,
		read(file) {
			const bytes = contents[file];
			if (bytes === undefined) return { ok: false, problem: 'missing', detail: 'no such file' };
			filesRead.set(file, '');
			try {
				return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), digest: '' };
			} catch {
				return { ok: false, problem: 'not-utf-8', detail: 'other bytes' };
			}
		},
		yamlFiles: () => Object.keys(contents),
	};
}

/** Either a deck or an error; whatever is pointed at is there. */
function expectAnOutcome(contents: Readonly<Record<string, Buffer>>): void {
	const { deck, diagnostics, sources } = loadDeck(folderOf(contents));
	const errors = diagnostics.filter(({ severity }) => severity === 'error');
	expect(deck === undefined).toBe(errors.length > 0);
	for (const { place, related, message } of diagnostics) {
		expect(message).not.toBe('');
		expectInside(place, sources);
		if (related !== undefined) expectInside(related, sources);
	}
	expect(diagnostics.map(fileRank)).toEqual(diagnostics.map(fileRank).toSorted((a, b) => a - b));
}

function fileRank({ place }: Diagnostic): number {
	return Object.keys(files).indexOf(place.file);
}

function expectInside({ file, span }: Place, sources: ReadonlyMap<string, string>): void {
	if (span === undefined) return;
	const length = sources.get(file)?.length ?? -1;
	if (span.start < 0 || span.end < span.start || span.end > length) expect({ file, span }).toBe(`inside 0 to ${length}`);
}

const anyFile = fc.constantFrom('deck.yaml', 'unit.yaml');
const settings = { seed: 20_260_101, numRuns: 100 };

/** The file as bytes, and the others as they are. */
function damaged(file: string, damage: (bytes: Buffer) => Buffer): Readonly<Record<string, Buffer>> {
	return { ...files, [file]: damage(files[file] ?? Buffer.alloc(0)) };
}

describe('a deck that was sound', () => {
	it('is read', () => {
		expect(loadDeck(folderOf(files))).toMatchObject({ diagnostics: [], deck: { id: 'd' } });
	});

	it('is read or has its faults told when it is cut anywhere', () => {
		fc.assert(
			fc.property(anyFile, fc.double({ min: 0, max: 1, noNaN: true }), (file, share) => {
				expectAnOutcome(damaged(file, (bytes) => bytes.subarray(0, Math.floor(share * bytes.length))));
			}),
			settings,
		);
	});

	it('is read or has its faults told when any one line is gone', () => {
		for (const file of Object.keys(files)) {
			const lines = (files[file] ?? Buffer.alloc(0)).toString().split('\n');
			for (const gone of lines.keys()) {
				const contents = damaged(file, () => Buffer.from(lines.toSpliced(gone, 1).join('\n')));
				expectAnOutcome(contents);
				expect(loadDeck(folderOf(contents))).toEqual(loadDeck(folderOf(contents)));
			}
		}
	});

	it('is read or has its faults told when any one byte is another', () => {
		fc.assert(
			fc.property(
				anyFile,
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				fc.integer({ min: 0, max: 255 }),
				(file, share, byte) => {
					expectAnOutcome(
						damaged(file, (bytes) => {
							const changed = Buffer.from(bytes);
							changed[Math.floor(share * bytes.length)] = byte;
							return changed;
						}),
					);
				},
			),
			{ ...settings, numRuns: 160 },
		);
	});

	it('is read or has its faults told when signs of YAML are strewn into it', () => {
		const signs = fc.constantFrom(...yamlSigns, '\u200b');
		fc.assert(
			fc.property(
				anyFile,
				fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), signs), { minLength: 1, maxLength: 4 }),
				(file, strewn) => {
					expectAnOutcome(
						damaged(file, (bytes) =>
							Buffer.from(
								strewn.reduce((text, [share, sign]) => {
									const at = Math.floor(share * text.length);
									return text.slice(0, at) + sign + text.slice(at);
								}, bytes.toString()),
							),
						),
					);
				},
			),
			{ ...settings, numRuns: 160 },
		);
	});

	it('has its faults told when a part of it is another kind of thing', () => {
		const values = fc.constantFrom(
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
			'1e999',
			'"\\0"',
			'__proto__',
			'{__proto__: a}',
			'{constructor: a}',
		);
		fc.assert(
			fc.property(anyFile, fc.nat(), values, (file, at, value) => {
				const text = (files[file] ?? Buffer.alloc(0)).toString();
				const places = [...text.matchAll(/(?<=: )(?:[^\s,[\]{}]+)/g)];
				const place = places[at % places.length];
				if (place === undefined) return;
				expectAnOutcome(damaged(file, () => Buffer.from(text.slice(0, place.index) + value + text.slice(place.index + place[0].length))));
			}),
			settings,
		);
	});
});
