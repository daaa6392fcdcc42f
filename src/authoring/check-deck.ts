// A deck's folder -> everything that is wrong with it: what the files say wrongly, then what every rule finds in the parts that are sound.

import { inOrder } from '../deck/diagnostics/diagnostic-order.ts';
import type { DeckFolder } from '../deck/files/folder.ts';
import { readDeck } from '../deck/load-deck.ts';
import type { Deck } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkedPartsOf } from './checked-parts.ts';
import { digestOf } from './digest.ts';
import { findingsAcross, findingsInParts, findingsOfChange } from './findings.ts';
import type { CheckedDeck } from './rule.ts';
import { atLevel, type Levels, readSettings } from './settings.ts';
import { silence, silencersOf } from './silencers.ts';

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

/** More in one file are only counted: so many are one mistake, made by a program. */
export const mostDiagnostics = 1_000;

export function checkDeck(folder: DeckFolder, { levels = new Map(), before }: CheckOptions = {}): DeckCheck {
	const reading = readDeck(folder, Number.POSITIVE_INFINITY);
	const settings = readSettings(reading.located);
	const chosen = new Map([...settings.levels, ...levels]);
	const parts = checkedPartsOf(reading);
	const { deckFile, checked, questions } = parts ?? {};
	const found = [
		...(checked === undefined || questions === undefined ? [] : findingsInParts(checked.units, questions, chosen)),
		...(checked === undefined || deckFile === undefined ? [] : findingsAcross({ deckFile, units: checked.units.map(digestOf) }, chosen)),
		...(checked === undefined || before === undefined || reading.deck === undefined
			? []
			: findingsOfChange({ before, after: reading.deck, checked }, chosen)),
	];
	const told = [...reading.diagnostics, ...settings.diagnostics, ...found];
	const { diagnostics, silenced } = silence(told, silencersOf(reading.trees, reading.sources), chosen);
	return {
		...(reading.deck === undefined ? {} : { deck: reading.deck }),
		...(checked === undefined ? {} : { checked }),
		diagnostics: inOrder(
			diagnostics.flatMap((diagnostic) => atLevel(diagnostic, chosen)),
			reading.named,
			mostDiagnostics,
		),
		sources: reading.sources,
		named: reading.named,
		silenced,
	};
}
