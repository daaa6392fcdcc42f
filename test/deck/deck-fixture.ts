// Decks for these tests: from a fixture, or written into a temporary folder that goes away with the test.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { LoadedDeck } from '../../src/deck/load-deck.ts';
import type { Diagnostic, Place } from '../../src/model/diagnostic.ts';

export const fixtures = path.join(import.meta.dirname, 'fixtures');

/** The least a deck can be, around one unit in `unit.yaml`. */
export const smallDeck = 'deck: d\ntitle: Deck\nunits: [unit.yaml]\n';

export const smallUnit = `unit: u
title: Unit
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
questions:
  - {id: q, section: s, stem: Which?, explanation: Because., answer: a, distractors: [b]}
`;

/** @returns the folder's path. */
export function writeDeck(files: Readonly<Record<string, string | Uint8Array>>): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'gradus-deck-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}
	return folder;
}

/** A fixture is a deck's folder, or one unit, which is put into the smallest deck. */
export function fixtureFolder(fixture: string): string {
	return statSync(fixture).isDirectory() ? fixture : writeDeck({ 'deck.yaml': smallDeck, 'unit.yaml': readFileSync(fixture) });
}

/** `path:line:col: severity: message [code]`, with indented lines for help and for the other side. */
export function renderDiagnostics({ diagnostics, sources }: LoadedDeck): string {
	return diagnostics.map((diagnostic) => `${linesOf(diagnostic, sources).join('\n')}\n`).join('');
}

function linesOf({ place, severity, message, code, help, related }: Diagnostic, sources: ReadonlyMap<string, string>): readonly string[] {
	return [
		`${where(place, sources)}: ${severity}: ${message} [${code}]`,
		...(related === undefined ? [] : [`  ${where(related, sources)}: ${related.message}`]),
		...(help === undefined ? [] : [`  help: ${help}`]),
	];
}

/** Lines and columns count from 1. */
function where({ file, span }: Place, sources: ReadonlyMap<string, string>): string {
	const text = sources.get(file);
	if (span === undefined || text === undefined) return file;
	const [line, column] = position(text, span.start);
	return `${file}:${line}:${column}`;
}

function position(text: string, offset: number): readonly [number, number] {
	const before = text.slice(0, offset).split('\n');
	return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

/** What a sound deck became, a line for each part; digests left out. */
export function renderDeck({ deck }: LoadedDeck): string {
	if (deck === undefined) return '';
	const { units, digest: _, ...head } = deck;
	const lines = units.flatMap(({ sections, questions, ...unit }) => [
		line('unit', unit),
		...sections.map((section) => line('section', section)),
		...questions.map(({ fingerprint: __, ...question }) => line('question', question)),
	]);
	return `${[line('deck', head), ...lines].join('\n')}\n`;
}

function line(part: string, value: unknown): string {
	return `${part} ${JSON.stringify(value)}`;
}
