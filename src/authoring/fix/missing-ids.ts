// Questions and sections without an id: they get one made from their stem or title, unlike any other in their units.

import { textAt } from '../../deck/yaml/source-node.ts';
import { lineEndOf, lineStartOf } from '../editing/lines.ts';
import type { Edit, Mend } from '../editing/mend.ts';
import { newId } from '../new-id.ts';
import { type OpenFile, ownParts } from './open-file.ts';
import type { Part } from './parts.ts';

/** @param unitsOf the units that hold the questions of a file. */
export function mendMissingIds(files: readonly OpenFile[], unitsOf: (file: string) => readonly string[]): readonly Mend[] {
	const taken = takenIds(files, unitsOf);
	return files
		.flatMap((file) => ownParts(file).map((part) => ({ file, part })))
		.flatMap(({ file, part }): readonly Mend[] => {
			const from = sources[part.what];
			const source = from === undefined ? undefined : textAt(part.node, from)?.value;
			const edit = placeOfId(file, part);
			if (source === undefined || source.trim() === '' || edit === undefined) return [];
			const inUnits = unitsOf(file.file).map((unit) => taken(part.what, unit));
			const id = newId(source, part.what, (each) => inUnits.some((ids) => ids.has(each)));
			for (const ids of inUnits) ids.add(id);
			return [
				{
					file: file.file,
					at: part.node.span.start,
					what: `the id \`${id}\` was added`,
					edits: [edit(id)],
					meaning: [{ kind: 'text', path: [...part.path, 'id'], to: id }],
				},
			];
		});
}

/** What an id is made from. */
const sources: Readonly<Partial<Record<Part['what'], string>>> = { section: 'title', question: 'stem' };

/** The ids of a kind of part in a unit, to which new ones are added. */
function takenIds(
	files: readonly OpenFile[],
	unitsOf: (file: string) => readonly string[],
): (what: Part['what'], unit: string) => Set<string> {
	const taken = new Map<string, Set<string>>();
	const idsOf = (what: Part['what'], unit: string) => {
		const ids = taken.get(`${what} ${unit}`) ?? new Set();
		taken.set(`${what} ${unit}`, ids);
		return ids;
	};
	for (const { file, parts } of files) {
		for (const { what, node } of parts) {
			const id = textAt(node, 'id')?.value;
			if (id !== undefined) for (const unit of unitsOf(file)) idsOf(what, unit).add(id);
		}
	}
	return idsOf;
}

/** How to write an id where there is none; `undefined` where there is one, or no place for it. */
function placeOfId({ text }: OpenFile, { node }: Part): ((id: string) => Edit) | undefined {
	const entry = node.entries.get('id');
	if (entry !== undefined) {
		if (entry.node.kind !== 'nothing' || entry.node.refused === true) return undefined;
		const { end } = entry.keySpan;
		const colon = /^[ \t]*:/u.exec(text.slice(end, end + 100))?.[0];
		return colon === undefined ? undefined : (id) => ({ start: end, end: end + colon.length, text: `: ${id}` });
	}
	const [first] = node.entries.values();
	if (first === undefined) return undefined;
	const { start } = first.keySpan;
	const after = text.charAt(node.span.start) === '{' ? ', ' : lineEndOf(text) + ' '.repeat(start - lineStartOf(text, start));
	return (id) => ({ start, end: start, text: `id: ${id}${after}` });
}
