// What `check` says of a deck that is held in memory, short enough to compare.

import { type CheckOptions, checkDeck, type DeckCheck } from '../../src/authoring/check-deck.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { openExample } from './example-folder.ts';

export const deckHead = 'deck: d\ntitle: Deck\nunits: [unit.yaml]\n';

export function checkFiles(files: Readonly<Record<string, string>>, options: CheckOptions = {}): DeckCheck {
	return checkDeck(openExample({ files, shown: [] }), options);
}

/** `unit.yaml:3 warning longest-option`, of these codes only. */
export function told({ diagnostics, sources }: Pick<DeckCheck, 'diagnostics' | 'sources'>, ...codes: readonly string[]): readonly string[] {
	return diagnostics
		.filter(({ code }) => codes.includes(code))
		.map(({ place, severity, code }) => `${place.file}${lineOf({ place }, sources)} ${severity} ${code}`);
}

function lineOf({ place }: Pick<Diagnostic, 'place'>, sources: ReadonlyMap<string, string>): string {
	const text = sources.get(place.file);
	return place.span === undefined || text === undefined ? '' : `:${text.slice(0, place.span.start).split('\n').length}`;
}
