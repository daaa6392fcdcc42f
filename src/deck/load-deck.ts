// A deck's folder -> the deck, or what is wrong with it. Reads and puts in order; the checks themselves stand in files of their own.

import type { Deck, Unit } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { problem, quoted } from './diagnostics/diagnostic-codes.ts';
import { inOrder } from './diagnostics/diagnostic-order.ts';
import { type DeckDraft, type ListedFile, readDeckFile } from './files/deck-file.ts';
import { type DeckFiles, openDeckFiles } from './files/deck-files.ts';
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

/** @param most problems told of one file; the rest is only counted. */
export function readDeck(folder: DeckFolder, most: number): DeckReading {
	const files = openDeckFiles(folder);
	const deckDraft = readDeckFile(files);
	const reading = readUnits(files, deckDraft, deckDraft.units, most);
	const { raw, units, diagnostics } = reading;
	const sound = units.flatMap(({ unit }) => unit ?? []);
	const faulty = diagnostics.some(({ severity }) => severity === 'error') || sound.length < units.length;
	return faulty || raw === undefined ? reading : { ...reading, deck: deckOf(raw, sound, folder) };
}

/** A deck whose units are read one by one, so that each can be let go before the next; what hangs together across units is not looked at. */
export interface OpenDeck {
	/** deck.yaml alone. */
	readonly head: DeckReading;
	/** How many units it lists. */
	readonly size: number;
	/** @param index of a unit, from 0 in teaching order. */
	readUnit(index: number): DeckReading;
}

export function openDeck(folder: DeckFolder): OpenDeck {
	const files = openDeckFiles(folder);
	const deckDraft = readDeckFile(files);
	const { listed, sources, trees } = files;
	return {
		head: readUnits(files, deckDraft, [], Number.POSITIVE_INFINITY),
		size: deckDraft.units.length,
		readUnit(index) {
			const own = { ...openDeckFiles(folder), listed, sources: new Map(sources), trees: new Map(trees) };
			return readUnits(own, deckDraft, deckDraft.units.slice(index, index + 1), Number.POSITIVE_INFINITY);
		},
	};
}

/** @param listed units to read; what hangs together across units is only looked at where all of them are. */
function readUnits(files: DeckFiles, deckDraft: DeckDraft, listed: readonly ListedFile[], most: number): DeckReading {
	const unitDrafts = listed.map((unit) => readUnitFile(files, unit));
	const drafts = unitDrafts.filter((draft) => draft !== undefined);
	const complete = deckDraft.complete && drafts.length === deckDraft.units.length;

	const units = drafts.map((draft, index) => readUnit(files, draft, drafts[index - 1], deckDraft.raw));
	files.diagnostics.push(...checkReferences(drafts, complete), ...checkPrerequisites(drafts));
	if (complete && drafts.every(listsAll)) files.diagnostics.push(...findUnlisted(files.folder, files.named));

	const named = [...new Set([deckFileName, ...files.named])];
	const located = files.trees.get(deckFileName);
	return {
		...(deckDraft.raw === undefined ? {} : { raw: deckDraft.raw }),
		...(located === undefined ? {} : { located }),
		units,
		diagnostics: inOrder(files.diagnostics, named, most),
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
