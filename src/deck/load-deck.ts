// A deck's folder -> the deck, or what is wrong with it. Reads and puts in order; the checks themselves stand in files of their own.

import type { Deck, Unit } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { problem, quoted } from './diagnostics/diagnostic-codes.ts';
import { inOrder } from './diagnostics/diagnostic-order.ts';
import { readDeckFile } from './files/deck-file.ts';
import { openDeckFiles } from './files/deck-files.ts';
import { sha256 } from './files/digest.ts';
import { type DeckFolder, deckFileName } from './files/folder.ts';
import { readUnitFile, type UnitDraft } from './files/unit-file.ts';
import { checkPrerequisites } from './ids/prerequisites.ts';
import { checkReferences } from './ids/references.ts';
import { listOf } from './questions/question-reading.ts';
import { readUnit, type UnitReading } from './read-unit.ts';
import type { RawDeck } from './shape/schema.ts';
import { entryOf, type Located } from './yaml/source-node.ts';

export interface LoadedDeck {
	/** There exactly when no diagnostic is an error. */
	readonly deck?: Deck;
	/** By file (deck.yaml, then as listed), then by place. */
	readonly diagnostics: readonly Diagnostic[];
	/** The text of every file that was read, by its path from the folder: what the spans point into. */
	readonly sources: ReadonlyMap<string, string>;
}

/** A deck as far as it could be read. */
export interface DeckReading extends LoadedDeck {
	/** deck.yaml, where it is YAML at all. */
	readonly located?: Located;
	/** What deck.yaml says, where its shape is right. */
	readonly raw?: RawDeck;
	/** Every unit that is listed and is YAML at all, in teaching order. */
	readonly units: readonly UnitReading[];
	/** Every path that was asked for, in order. */
	readonly named: readonly string[];
	/** Trees of YAML files by path, where there is one. */
	readonly trees: ReadonlyMap<string, Located | undefined>;
}

/** Problems that are told of one file to somebody who only wants to learn from it. */
const enoughToRefuse = 50;

/** Never throws for anything that stands in the folder. */
export function loadDeck(folder: DeckFolder): LoadedDeck {
	return readDeck(folder, enoughToRefuse);
}

/** Some of a deck's units, so that the others can be read elsewhere at the same time. Counted from 0; `end` is past the last. */
export interface Share {
	readonly start: number;
	readonly end: number;
}

/**
 * @param most problems told of one file; the rest is only counted.
 * @param share units to read; what hangs together across units is only looked at where all of them are.
 */
export function readDeck(folder: DeckFolder, most: number, share?: Share): DeckReading {
	const files = openDeckFiles(folder);
	const deckDraft = readDeckFile(files);
	const listed = share === undefined ? deckDraft.units : deckDraft.units.slice(share.start, share.end);
	const unitDrafts = listed.map((unit) => readUnitFile(files, unit));
	const drafts = unitDrafts.filter((draft) => draft !== undefined);
	const complete = deckDraft.complete && drafts.length === deckDraft.units.length;

	const units = drafts.map((draft, index) => readUnit(files, draft, drafts[index - 1], deckDraft.raw));
	files.diagnostics.push(...checkReferences(drafts, complete), ...checkPrerequisites(drafts));
	if (complete && drafts.every(listsAll)) files.diagnostics.push(...findUnlisted(folder, files.named));

	const named = [...new Set([deckFileName, ...files.named])];
	const diagnostics = inOrder(files.diagnostics, named, most);
	const sound = units.flatMap(({ unit }) => unit ?? []);
	const faulty = diagnostics.some(({ severity }) => severity === 'error') || sound.length < units.length;
	const deck = faulty || deckDraft.raw === undefined ? undefined : deckOf(deckDraft.raw, sound, folder);
	const located = files.trees.get(deckFileName);
	return {
		...(deck === undefined ? {} : { deck }),
		...(deckDraft.raw === undefined ? {} : { raw: deckDraft.raw }),
		...(located === undefined ? {} : { located }),
		units,
		diagnostics,
		sources: files.sources,
		named,
		trees: files.trees,
	};
}

function deckOf(raw: RawDeck, units: readonly Unit[], folder: DeckFolder): Deck {
	return {
		id: raw.deck,
		title: raw.title,
		language: raw.language ?? 'en',
		authors: listOf(raw.authors),
		digest: digestOf(folder.filesRead),
		units,
		...(raw.summary === undefined ? {} : { summary: raw.summary }),
		...(raw.license === undefined ? {} : { license: raw.license }),
		...(raw.version === undefined ? {} : { version: raw.version }),
	};
}

/** Over the pairs of path and digest, sorted by path. */
function digestOf(filesRead: ReadonlyMap<string, string>): string {
	const pairs = [...filesRead].toSorted(([a], [b]) => (a < b ? -1 : 1));
	return sha256(JSON.stringify(pairs));
}

/** Every pool of the unit could be read: a path that is wrong may have meant a file that nothing lists. */
function listsAll({ located, raw, complete }: UnitDraft): boolean {
	return complete && (raw !== undefined || entryOf(located.node, 'pools') !== undefined);
}

/** A YAML file that nothing lists is most often one that somebody forgot to list. */
export function findUnlisted(folder: DeckFolder, named: ReadonlySet<string>): readonly Diagnostic[] {
	return folder
		.yamlFiles()
		.filter((file) => !named.has(file))
		.map((file) =>
			problem('unlisted-file', { file }, `Nothing lists ${quoted(file)}, so it is never taught or asked`, {
				help: 'Name it under `units` in deck.yaml or under `pools` in a unit, or remove it.',
			}),
		);
}
