// A deck's folder -> the deck, or what is wrong with it. Reads, checks and orders; the checks themselves stand in files of their own.

import { createHash } from 'node:crypto';

import type { Deck, Unit } from '../model/deck.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { deckFileName, readDeckFile } from './deck-file.ts';
import { type DeckFiles, openDeckFiles } from './deck-files.ts';
import { problem, quoted } from './diagnostic-codes.ts';
import type { DeckFolder } from './folder.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { listOf } from './questions/question-reading.ts';
import { readUnit } from './read-unit.ts';
import { checkReferences } from './references.ts';
import type { RawDeck } from './schema.ts';
import { readUnitFile } from './unit-file.ts';

export interface LoadedDeck {
	/** There exactly when no diagnostic is an error. */
	readonly deck?: Deck;
	/** By file (deck.yaml, then as listed), then by place. */
	readonly diagnostics: readonly Diagnostic[];
	/** The text of every file that was read, by its path from the folder: what the spans point into. */
	readonly sources: ReadonlyMap<string, string>;
}

/** More in one file are only counted. */
const mostDiagnostics = 50;

/** Never throws for anything that stands in the folder. */
export function loadDeck(folder: DeckFolder): LoadedDeck {
	const files = openDeckFiles(folder);
	const deckDraft = readDeckFile(files);
	const unitDrafts = deckDraft.units.map((listed) => readUnitFile(files, listed));
	const drafts = unitDrafts.filter((draft) => draft !== undefined);
	const complete = deckDraft.complete && drafts.length === deckDraft.units.length;

	const units = drafts.map((draft, index) => readUnit(files, draft, drafts[index - 1], deckDraft.raw));
	files.diagnostics.push(...checkReferences(drafts, complete), ...checkPrerequisites(drafts));
	if (complete) files.diagnostics.push(...unlistedFiles(files));

	const diagnostics = inOrder(files);
	const sound = units.filter((unit) => unit !== undefined);
	const faulty = diagnostics.some(({ severity }) => severity === 'error') || sound.length < units.length;
	const deck = faulty || deckDraft.raw === undefined ? undefined : deckOf(deckDraft.raw, sound, folder);
	return { ...(deck === undefined ? {} : { deck }), diagnostics, sources: files.sources };
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
	return createHash('sha256').update(JSON.stringify(pairs)).digest('hex');
}

/** A YAML file that nothing lists is most often one that somebody forgot to list. */
function unlistedFiles(files: DeckFiles): readonly Diagnostic[] {
	return files.folder
		.yamlFiles()
		.filter((file) => !files.named.has(file))
		.map((file) =>
			problem('unlisted-file', { file }, `Nothing lists ${quoted(file)}, so it is never taught or asked`, {
				help: 'Name it under `units` in deck.yaml or under `pools` in a unit, or remove it.',
			}),
		);
}

function inOrder(files: DeckFiles): readonly Diagnostic[] {
	const byFile = new Map<string, Map<string, Diagnostic>>([deckFileName, ...files.named].map((file) => [file, new Map()]));
	for (const diagnostic of files.diagnostics) {
		const { code, message, place } = diagnostic;
		const ofFile = byFile.get(place.file) ?? new Map<string, Diagnostic>();
		byFile.set(place.file, ofFile);
		// A pool that serves several units is looked at for each of them.
		const same = JSON.stringify([code, message, place.span?.start, place.span?.end]);
		if (!ofFile.has(same)) ofFile.set(same, diagnostic);
	}
	return [...byFile].flatMap(([file, found]) => capped(file, [...found.values()].toSorted(byPlace)));
}

/** The file as a whole first, then from top to bottom; what is told at one place stays in the order it was found. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
	const [first, second] = [a.place.span, b.place.span];
	return (first?.start ?? -1) - (second?.start ?? -1) || (first?.end ?? -1) - (second?.end ?? -1);
}

function capped(file: string, sorted: readonly Diagnostic[]): readonly Diagnostic[] {
	if (sorted.length <= mostDiagnostics) return sorted;
	const hidden = sorted.slice(mostDiagnostics);
	const severity = (['error', 'warning', 'info'] satisfies Severity[]).find((one) =>
		hidden.some((diagnostic) => diagnostic.severity === one),
	);
	return [
		...sorted.slice(0, mostDiagnostics),
		problem('more-problems', { file }, `${hidden.length} more ${hidden.length === 1 ? 'problem' : 'problems'} in this file`, {
			help: 'Correct the ones above first.',
			...(severity === undefined ? {} : { severity }),
		}),
	];
}
