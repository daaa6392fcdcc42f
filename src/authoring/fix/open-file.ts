// A file of a deck as the menders see it: its text, its layout, its parts.

import { deckFileName } from '../../deck/files/folder.ts';
import type { DeckReading } from '../../deck/load-deck.ts';
import { isInside, type Layout, layoutOf } from '../editing/layout.ts';
import { type FileRole, type Part, partsOf } from './parts.ts';

export interface OpenFile {
	readonly file: string;
	readonly text: string;
	readonly layout: Layout;
	/** Outer ones before those inside them. */
	readonly parts: readonly Part[];
}

/** The YAML files that the deck lists and that are sound YAML, in the order of reading. */
export function openFiles(reading: DeckReading): readonly OpenFile[] {
	const units = new Set(reading.units.map(({ located }) => located.file));
	// A key that stands twice and the like: the tree does not show all that is written.
	const doubtful = new Set(reading.diagnostics.flatMap(({ code, place }) => (yamlCodes.has(code) ? [place.file] : [])));
	return [...reading.trees].flatMap(([file, tree]) => {
		const text = reading.sources.get(file);
		const layout = text === undefined ? undefined : layoutOf(text);
		if (text === undefined || tree === undefined || layout === undefined) return [];
		const role: FileRole = file === deckFileName ? 'deck' : units.has(file) ? 'unit' : 'pool';
		const parts = doubtful.has(file) ? [] : partsOf(tree.node, role);
		return [{ file, text, layout, parts }];
	});
}

const yamlCodes: ReadonlySet<string> = new Set(['yaml-tag', 'yaml-alias', 'merge-key', 'duplicate-key', 'forbidden-key', 'key-form']);

/** Parts that can be changed without changing others: no anchor stands before them, and they stand where they are written. */
export function ownParts({ parts, layout }: OpenFile): readonly Part[] {
	return parts.filter(({ node }) => !isInside(node.span.start, layout.shared));
}
