// Questions and sections without an id: they get one made from their stem or title, unlike any other in their units.

import { idLike } from '../../deck/shape/schema.ts';
import { textAt } from '../../deck/yaml/source-node.ts';
import { lineEndOf, lineStartOf } from './lines.ts';
import type { Edit, Mend } from './mend.ts';
import { type OpenFile, ownParts } from './open-file.ts';
import type { Part } from './parts.ts';

/** Letters of a made id; an author can still read it, and a number fits behind it. */
const longest = 40;

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
			const id = unlike(shortened(idLike(source)) ?? part.what, inUnits);
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

/** Whole words as far as they fit. */
function shortened(id: string | undefined): string | undefined {
	if (id === undefined || id.length <= longest) return id;
	const cut = id.lastIndexOf('-', longest);
	return id.slice(0, cut > 0 ? cut : longest);
}

function unlike(id: string, others: readonly ReadonlySet<string>[]): string {
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? id : `${id}-${number}`;
		if (!others.some((ids) => ids.has(candidate))) return candidate;
	}
}
