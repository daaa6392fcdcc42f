// A deck's folder -> everything that is wrong with it: what the files say wrongly, then what every rule finds in the parts that are sound.

import type { DeckFolder } from '../deck/files/folder.ts';
import { type DeckReading, readDeck } from '../deck/load-deck.ts';
import type { Deck } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type CheckedParts, checkedPartsOf } from './checked-parts.ts';
import { conclude } from './conclude.ts';
import { deckDigestOf, digestOf } from './digest.ts';
import { findingsAcross, findingsInParts, findingsOfChange } from './findings.ts';
import type { CheckedDeck } from './rule.ts';
import { type Levels, readSettings } from './settings.ts';
import { silencersOf } from './silencers.ts';

export interface CheckOptions {
	/** Said on the command line; it goes before what the deck says. */
	readonly levels?: Levels;
	/** The deck as it was, for the rules about changes. */
	readonly before?: Deck;
}

export interface DeckCheck {
	/** There exactly when learners can use the deck. */
	readonly deck?: Deck;
	/** What is sound of it. */
	readonly checked?: CheckedDeck;
	/** By file, then by place. */
	readonly diagnostics: readonly Diagnostic[];
	/** The text of every file that was read, by its path from the folder. */
	readonly sources: ReadonlyMap<string, string>;
	/** Every path that was asked for, in order. */
	readonly named: readonly string[];
	/** Diagnostics that a comment in the deck silenced. */
	readonly silenced: number;
}

export function checkDeck(folder: DeckFolder, { levels = new Map(), before }: CheckOptions = {}): DeckCheck {
	const reading = readDeck(folder, Number.POSITIVE_INFINITY);
	const settings = readSettings(reading.located);
	const chosen = new Map([...settings.levels, ...levels]);
	const parts = checkedPartsOf(reading);
	const found = parts === undefined ? [] : findingsIn(parts, reading, before, chosen);
	const told = [...reading.diagnostics, ...settings.diagnostics, ...found];
	return {
		...(reading.deck === undefined ? {} : { deck: reading.deck }),
		...(parts === undefined ? {} : { checked: parts.checked }),
		...conclude(told, silencersOf(reading.trees, reading.sources), chosen, reading.named),
		sources: reading.sources,
		named: reading.named,
	};
}

function findingsIn(
	{ checked, questions }: CheckedParts,
	{ deck: after, trees }: DeckReading,
	before: Deck | undefined,
	levels: Levels,
): readonly Diagnostic[] {
	return [
		...findingsInParts(checked.units, questions, levels),
		...findingsAcross(
			deckDigestOf(checked.located, checked.units.map(digestOf), (file) => trees.get(file)?.node),
			levels,
		),
		...(before === undefined || after === undefined ? [] : findingsOfChange({ before, after, checked }, levels)),
	];
}
