// deck.yaml: what it says for the whole deck, and which units it lists. Units themselves are read elsewhere.

import { problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { deckSchema, type RawDeck } from '../shape/schema.ts';
import { checkShape } from '../shape/shape-problems.ts';
import { itemsAt, type Located, placeOf, type SourceNode } from '../yaml/source-node.ts';
import { type DeckFiles, readTree, resolvePath } from './deck-files.ts';
import { deckFileName } from './folder.ts';

export interface DeckDraft {
	/** Absent when the file's shape has faults. */
	readonly raw?: RawDeck;
	/** In teaching order, each file once. */
	readonly units: readonly ListedFile[];
	/** Every unit is in `units`. */
	readonly complete: boolean;
}

/** A file that another file lists. */
export interface ListedFile {
	/** From the deck's folder. */
	readonly file: string;
	/** Where it is listed. */
	readonly at: Located;
}

export function readDeckFile(files: DeckFiles): DeckDraft {
	const tree = readTree(files, deckFileName);
	if (tree === undefined) return { units: [], complete: false };
	const { value, diagnostics } = checkShape(deckSchema, tree);
	files.diagnostics.push(...diagnostics);
	const nodes = itemsAt(tree.node, 'units');
	const units = listedFiles(files, deckFileName, nodes);
	return {
		...(value === undefined ? {} : { raw: value }),
		units,
		complete: units.length > 0 && nodes.every(({ kind }) => kind === 'text'),
	};
}

/** The files that a list names, those named twice reported and left out the second time. */
export function listedFiles(files: DeckFiles, from: string, nodes: readonly SourceNode[]): readonly ListedFile[] {
	const listed = new Map<string, Located>();
	for (const node of nodes) {
		if (node.kind !== 'text' || node.value.trim() === '') continue;
		const file = resolvePath(from, node.value);
		const at: Located = { file: from, node };
		const first = listed.get(file);
		files.listed.add(file);
		if (first === undefined) {
			listed.set(file, at);
			continue;
		}
		files.diagnostics.push(
			problem('duplicate-file', placeOf(at), `Unexpected second ${quoted(file)}, expected each file once`, {
				help: 'Remove one of the two.',
				related: { ...placeOf(first), message: 'the first one' },
			}),
		);
	}
	return [...listed].map(([file, at]) => ({ file, at }));
}
