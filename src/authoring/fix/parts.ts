// The maps of a deck, each with the keys it may have. Reads the trees, so that it finds parts whose shape is wrong too.

import {
	codeNotes,
	deckNotes,
	type KeyNote,
	matchNotes,
	optionNotes,
	questionNotes,
	resourceNotes,
	ruleSettingNotes,
	sectionNotes,
	unitNotes,
} from '../../deck/shape/key-notes.ts';
import { entryOf, existingNodeAt, type MapNode, type SourceNode, type Step, textAt } from '../../deck/yaml/source-node.ts';

export type FileRole = 'deck' | 'unit' | 'pool';

export interface Part {
	readonly what: 'deck' | 'unit' | 'section' | 'question' | 'detail';
	readonly node: MapNode;
	/** From the root of the file. */
	readonly path: readonly Step[];
	/** Keys it may have; absent for a question of an unknown type. */
	readonly keys?: readonly string[];
}

/** Outer parts before those inside them. */
export function partsOf(root: SourceNode, role: FileRole): readonly Part[] {
	if (role === 'deck') return [...mapAt(root, [], 'deck', deckNotes), ...settingsIn(root)];
	if (role === 'pool') return itemsIn(root, []).flatMap((path) => questionAt(root, path));
	return [
		...mapAt(root, [], 'unit', unitNotes),
		...['resources', 'enrichment'].flatMap((key) => itemsIn(root, [key])).flatMap((path) => mapAt(root, path, 'detail', resourceNotes)),
		...itemsIn(root, ['sections']).flatMap((path) => mapAt(root, path, 'section', sectionNotes)),
		...itemsIn(root, ['questions']).flatMap((path) => questionAt(root, path)),
	];
}

function settingsIn(root: SourceNode): readonly Part[] {
	const settings = entryOf(root, 'check')?.node;
	const codes = settings?.kind === 'map' ? [...settings.entries.keys()] : [];
	return codes.flatMap((code) => mapAt(root, ['check', code], 'detail', ruleSettingNotes));
}

function questionAt(root: SourceNode, path: readonly Step[]): readonly Part[] {
	const node = existingNodeAt(root, path);
	if (node?.kind !== 'map') return [];
	const written = entryOf(node, 'type')?.node;
	const type = written === undefined || written.kind === 'nothing' ? 'choice' : textAt(node, 'type')?.value;
	const notes = Object.entries(questionNotes).find(([known]) => known === type)?.[1];
	return [
		{ what: 'question', node, path, ...(notes === undefined ? {} : { keys: Object.keys(notes) }) },
		...['distractors', 'options']
			.flatMap((key) => itemsIn(root, [...path, key]))
			.flatMap((option) => mapAt(root, option, 'detail', optionNotes)),
		...mapAt(root, [...path, 'match'], 'detail', matchNotes),
		...mapAt(root, [...path, 'code'], 'detail', codeNotes),
	];
}

function mapAt(root: SourceNode, path: readonly Step[], what: Part['what'], notes: Readonly<Record<string, KeyNote>>): readonly Part[] {
	const node = existingNodeAt(root, path);
	return node?.kind === 'map' ? [{ what, node, path, keys: Object.keys(notes) }] : [];
}

/** Paths of the items of a list. */
function itemsIn(root: SourceNode, path: readonly Step[]): readonly (readonly Step[])[] {
	const list = existingNodeAt(root, path);
	return list?.kind === 'list' ? list.items.map((_, index) => [...path, index]) : [];
}
