// A large deck that is sound in form, checked by several threads: each reads a share of the units and asks the rules, and one puts
// together what they found. Whatever is wrong in form is left to check-deck.ts, which sees the whole: then there are no shares.

import { openDeckFiles, readTree } from '../deck/files/deck-files.ts';
import { type DeckFolder, deckFileName } from '../deck/files/folder.ts';
import type { UnitDraft } from '../deck/files/unit-file.ts';
import { checkPrerequisites } from '../deck/ids/prerequisites.ts';
import { checkReferences, idsAt } from '../deck/ids/references.ts';
import { findUnlisted, readDeck, type Share } from '../deck/load-deck.ts';
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

/** What one thread made of its share. Plain data. */
export interface ShareCheck {
	readonly deck: { readonly id: Id; readonly title: string };
	readonly heads: readonly UnitHead[];
	readonly found: readonly Diagnostic[];
	readonly digests: readonly UnitDigest[];
	readonly silencers: Silencers;
	readonly questions: number;
	/** Every path that was asked for, in order. */
	readonly named: readonly string[];
	/** Files that were read, with their digests. */
	readonly filesRead: ReadonlyMap<string, string>;
	readonly stamps: ReadonlyMap<string, string>;
}

/** @returns undefined where anything is wrong in form. */
export function checkShare(folder: DeckFolder, share: Share, levels: Levels): ShareCheck | undefined {
	const reading = readDeck(folder, Number.POSITIVE_INFINITY, share);
	const settings = readSettings(reading.located);
	const parts = checkedPartsOf(reading);
	const { raw } = reading;
	if (raw === undefined || parts === undefined || reading.diagnostics.length > 0 || settings.diagnostics.length > 0) return undefined;
	if (parts.checked.units.length < reading.units.length) return undefined;
	return {
		deck: { id: raw.deck, title: raw.title },
		heads: reading.units.map(({ located }) => headOf(located)),
		found: findingsInParts(parts.checked.units, parts.questions, new Map([...settings.levels, ...levels])),
		digests: parts.checked.units.map(digestOf),
		silencers: silencersOf(reading.trees, reading.sources),
		questions: parts.questions.length,
		named: reading.named,
		filesRead: new Map(folder.filesRead),
		stamps: new Map(folder.stamps),
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

export interface JoinedCheck extends Pick<ShareCheck, 'deck' | 'questions' | 'named' | 'filesRead' | 'stamps'> {
	readonly units: number;
	readonly diagnostics: readonly Diagnostic[];
	readonly silenced: number;
}

/**
 * The same as `checkDeck` would find.
 *
 * @param shares of the whole deck, in order.
 * @returns undefined where something is wrong that only shows in the whole.
 */
export function joinShares(folder: DeckFolder, shares: readonly ShareCheck[], levels: Levels): JoinedCheck | undefined {
	const [first] = shares;
	if (first === undefined) return undefined;
	const named = [...new Set(shares.flatMap((share) => share.named))];
	const files = openDeckFiles(folder);
	const treeOf = (file: string) => readTree(files, file)?.node;
	const deckFile: Located = { file: deckFileName, node: treeOf(deckFileName) ?? nowhere };
	const drafts = shares.flatMap(({ heads }) =>
		heads.map(({ file, value }) => unitWithoutParts({ file, node: lazyTree(value, () => treeOf(file) ?? nowhere) })),
	);
	const inWhole = [...checkReferences(drafts, true), ...checkPrerequisites(drafts), ...findUnlisted(folder, new Set(named))];
	if (inWhole.length > 0) return undefined;
	const settings = readSettings(deckFile);
	const chosen = new Map([...settings.levels, ...levels]);
	const units = shares.flatMap(({ digests }) => digests);
	const found = [...shares.flatMap((share) => share.found), ...findingsAcross(deckDigestOf(deckFile, units, treeOf), chosen)];
	const silencers = {
		// Each thread reads deck.yaml.
		silencers: shares.flatMap(({ silencers: own }, index) => own.silencers.filter(({ file }) => index === 0 || file !== deckFileName)),
		faults: shares.flatMap(({ silencers: own }) => own.faults),
	};
	return {
		deck: first.deck,
		units: units.length,
		questions: shares.reduce((sum, { questions }) => sum + questions, 0),
		named,
		filesRead: new Map(shares.flatMap(({ filesRead }) => [...filesRead])),
		stamps: new Map(shares.flatMap(({ stamps }) => [...stamps])),
		...conclude(found, silencers, chosen, named),
	};
}

function unitWithoutParts(located: Located): UnitDraft {
	return { located, sections: [], questions: [], pools: [], complete: true };
}
