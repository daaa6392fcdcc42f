// A large deck that is sound in form, checked unit by unit, by several threads: each reads its share and asks the rules, and one puts
// together what they found. Whatever is wrong in form is left to check-deck.ts, which sees the whole: then there are no shares.

import { openDeckFiles, readTree } from '../deck/files/deck-files.ts';
import { type DeckFolder, deckFileName } from '../deck/files/folder.ts';
import type { UnitDraft } from '../deck/files/unit-file.ts';
import { checkPrerequisites } from '../deck/ids/prerequisites.ts';
import { checkReferences, idsAt } from '../deck/ids/references.ts';
import { type DeckReading, findUnlisted, openDeck } from '../deck/load-deck.ts';
import { lazyTree } from '../deck/yaml/lazy-tree.ts';
import type { PlainMap } from '../deck/yaml/quick-yaml.ts';
import { entryOf, type Located, nowhere, textAt } from '../deck/yaml/source-node.ts';
import type { Id } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkedPartsOf } from './checked-parts.ts';
import { conclude } from './conclude.ts';
import { deckDigestOf, digestOf, type UnitDigest } from './digest.ts';
import { findingsAcross, findingsInParts } from './findings.ts';
import { type Levels, readSettings } from './settings.ts';
import { type Silencers, silencersOf } from './silencers.ts';

/** The units that one thread takes, one after the other from one end of the deck. */
export interface Share {
	readonly from: 'first' | 'last';
	/** How many units all threads together have taken before this one: 0, then 1. */
	readonly turn: () => number;
}

/** What one thread made of its share. Plain data. */
export interface ShareCheck {
	readonly deck: { readonly id: Id; readonly title: string };
	/** How many units the deck lists. */
	readonly size: number;
	/** In teaching order. */
	readonly units: readonly UnitCheck[];
	/** Of deck.yaml. */
	readonly silencers: Silencers;
	/** Files that were read, with their digests. */
	readonly filesRead: ReadonlyMap<string, string>;
	readonly stamps: ReadonlyMap<string, string>;
}

interface UnitCheck {
	readonly head: UnitHead;
	readonly found: readonly Diagnostic[];
	readonly digest: UnitDigest;
	readonly silencers: Silencers;
	/** Every path that was asked for, in order. */
	readonly named: readonly string[];
}

/**
 * Of each unit only what was found is kept, so that memory does not grow with the deck.
 *
 * @returns undefined where anything is wrong in form.
 */
export function checkShare(folder: DeckFolder, { from, turn }: Share, levels: Levels): ShareCheck | undefined {
	const { head, size, readUnit } = openDeck(folder);
	const settings = readSettings(head.located);
	if (head.raw === undefined || head.diagnostics.length > 0 || settings.diagnostics.length > 0) return undefined;
	const chosen = new Map([...settings.levels, ...levels]);
	const units: UnitCheck[] = [];
	while (turn() < size) {
		const unit = checkUnit(readUnit(from === 'first' ? units.length : size - 1 - units.length), chosen);
		if (unit === undefined) return undefined;
		units.push(unit);
	}
	return {
		deck: { id: head.raw.deck, title: head.raw.title },
		size,
		units: from === 'first' ? units : units.toReversed(),
		silencers: silencersOf(head.trees, head.sources),
		filesRead: new Map(folder.filesRead),
		stamps: new Map(folder.stamps),
	};
}

function checkUnit(reading: DeckReading, levels: Levels): UnitCheck | undefined {
	const parts = checkedPartsOf(reading);
	const unit = parts?.checked.units[0];
	if (parts === undefined || unit === undefined || reading.diagnostics.length > 0) return undefined;
	const trees = new Map([...reading.trees].filter(([file]) => file !== deckFileName));
	return {
		head: headOf(unit.located),
		found: findingsInParts([unit], parts.questions, levels),
		digest: digestOf(unit),
		silencers: silencersOf(trees, reading.sources),
		named: reading.named,
	};
}

/** What other units may name of a unit, and what it names of theirs. */
interface UnitHead {
	readonly file: string;
	readonly value: PlainMap;
}

function headOf(located: Located): UnitHead {
	const { file, node } = located;
	const requires = entryOf(node, 'requires')?.node.kind ?? 'nothing';
	const value = {
		unit: textAt(node, 'unit')?.value ?? '',
		...(requires === 'nothing' ? {} : { requires: idsAt(located, 'requires').map((id) => id.value) }),
	};
	return { file, value };
}

export interface JoinedCheck extends Pick<ShareCheck, 'deck' | 'filesRead' | 'stamps'>, Pick<UnitCheck, 'named'> {
	readonly units: number;
	readonly questions: number;
	readonly diagnostics: readonly Diagnostic[];
	readonly silenced: number;
}

/**
 * The same as `checkDeck` would find.
 *
 * @param shares of the whole deck: the one from its first unit on, then the others.
 * @returns undefined where something is wrong that only shows in the whole.
 */
export function joinShares(folder: DeckFolder, shares: readonly ShareCheck[], levels: Levels): JoinedCheck | undefined {
	const [first] = shares;
	const units = shares.flatMap((share) => share.units);
	if (first === undefined || shares.some(({ size }) => size !== units.length)) return undefined;
	const named = [...new Set(units.flatMap((unit) => unit.named))];
	const files = openDeckFiles(folder);
	const treeOf = (file: string) => readTree(files, file)?.node;
	const deckFile: Located = { file: deckFileName, node: treeOf(deckFileName) ?? nowhere };
	const drafts = units.map(({ head: { file, value } }) => unitWithoutParts({ file, node: lazyTree(value, () => treeOf(file) ?? nowhere) }));
	const inWhole = [...checkReferences(drafts, true), ...checkPrerequisites(drafts), ...findUnlisted(folder, new Set(named))];
	if (inWhole.length > 0) return undefined;
	const settings = readSettings(deckFile);
	const chosen = new Map([...settings.levels, ...levels]);
	const digests = units.map(({ digest }) => digest);
	const found = [...units.flatMap((unit) => unit.found), ...findingsAcross(deckDigestOf(deckFile, digests, treeOf), chosen)];
	return {
		deck: first.deck,
		units: units.length,
		questions: digests.reduce((sum, { questions }) => sum + questions.length, 0),
		named,
		filesRead: new Map(shares.flatMap(({ filesRead }) => [...filesRead])),
		stamps: new Map(shares.flatMap(({ stamps }) => [...stamps])),
		...conclude(found, eachOnce([first.silencers, ...units.map(({ silencers }) => silencers)]), chosen, named),
	};
}

/** A pool that serves several units is read for each of them. */
function eachOnce(all: readonly Silencers[]): Silencers {
	const silencers = new Map(all.flatMap((each) => each.silencers.map((silencer) => [`${silencer.file} ${silencer.span.start}`, silencer])));
	return { silencers: [...silencers.values()], faults: all.flatMap(({ faults }) => faults) };
}

function unitWithoutParts(located: Located): UnitDraft {
	return { located, sections: [], questions: [], pools: [], complete: true };
}
