// A new unit for a deck that is there: its file, and its line in deck.yaml.

import { resolvePath } from '../../deck/files/deck-files.ts';
import { type DeckFolder, deckFileName } from '../../deck/files/folder.ts';
import { overlaid } from '../../deck/files/overlay.ts';
import { readDeck } from '../../deck/load-deck.ts';
import { itemsAt, textAt } from '../../deck/yaml/source-node.ts';
import type { Id } from '../../model/deck.ts';
import { checkDeck } from '../check-deck.ts';
import { withItem } from './append-item.ts';
import { chosenId } from './chosen-id.ts';
import { type Drafting, quietened, refused } from './draft.ts';
import { sectionHead } from './draft-deck.ts';
import { schemaFiles, schemaPathFrom } from './schema-files.ts';
import { unitText } from './unit-text.ts';

export interface UnitWishes {
	readonly title: string;
	/** Made from the title unless stated. */
	readonly id?: string;
	/** Title of the first section; a sample's unless stated. */
	readonly section?: string;
	readonly objective?: string;
}

export function draftUnit(folder: DeckFolder, { title, id: wished, ...section }: UnitWishes): Drafting {
	const { located, sources, units } = readDeck(folder, 1);
	const before = sources.get(deckFileName);
	if (located === undefined || before === undefined || located.node.kind !== 'map')
		return refused({ kind: 'unreadable', file: deckFileName });
	const ids = new Map(units.map(({ located: { node, file } }) => [textAt(node, 'unit')?.value ?? '', file] as const));
	const chosen = chosenId(wished, { from: title, otherwise: 'unit' }, ids);
	if (!chosen.ok) return chosen;
	const { id } = chosen;

	const listed = itemsAt(located.node, 'units').flatMap((node) => (node.kind === 'text' ? [resolvePath(deckFileName, node.value)] : []));
	const file = nextFile(listed, folder.yamlFiles(), id);
	const reading = folder.read(file);
	if (reading.ok || reading.problem !== 'missing') return refused({ kind: 'exists', file });
	const after = withItem(before, { key: 'units', item: file });
	if (after === undefined) return refused({ kind: 'layout', file: deckFileName });

	const head = { id, title, section: sectionHead(section) };
	const write = (silenced: readonly string[], stems: 'plain' | 'own') => {
		const text = unitText(head, schemaPathFrom(file, 'unit'), silenced, stems);
		const check = checkDeck(
			overlaid(
				folder,
				new Map([
					[file, text],
					[deckFileName, after],
				]),
			),
		);
		return { text, check, own: check.diagnostics.filter(({ place }) => place.file === file) };
	};
	const stems = write([], 'plain').own.some(({ code }) => code === 'similar-stems') ? 'own' : 'plain';
	const { sketch, faults } = quietened((silenced) => write(silenced, stems));
	if (faults.length > 0) return refused({ kind: 'problems', diagnostics: faults, sources: sketch.check.sources });
	return {
		ok: true,
		created: new Map([[file, sketch.text]]),
		schemas: schemaFiles(),
		edited: { file: deckFileName, before, after },
		id,
	};
}

/** Beside the last unit, with the next number where the last one has a number. */
function nextFile(listed: readonly string[], present: readonly string[], id: Id): string {
	const last = listed.at(-1) ?? '';
	const inside = /^(?:[^/.][^/]*\/)*/u.exec(last)?.[0] ?? '';
	const extension = /\.ya?ml$/u.exec(last)?.[0] ?? '.yaml';
	const [, digits, sign] = /^(\d+)([-_. ]?)(?=\D)/u.exec(last.slice(inside.length)) ?? [];
	if (digits === undefined || sign === undefined) return `${inside}${id}${extension}`;
	const numbers = [...listed, ...present]
		.filter((file) => file.startsWith(inside) && !file.slice(inside.length).includes('/'))
		.flatMap((file) => /^(\d+)/u.exec(file.slice(inside.length))?.[1] ?? []);
	const next = numbers.reduce((highest, each) => (BigInt(each) > highest ? BigInt(each) : highest), 0n) + 1n;
	return `${inside}${String(next).padStart(digits.length, '0')}${sign}${id}${extension}`;
}
