// Ids that are not written as ids are (`My_Id` for `my-id`), together with everything in the deck that names them.

import { quoted } from '../../deck/diagnostics/diagnostic-codes.ts';
import { idLike } from '../../deck/shape/schema.ts';
import type { SourceNode, Step } from '../../deck/yaml/source-node.ts';
import { isInside } from '../editing/layout.ts';
import type { Mend } from '../editing/mend.ts';
import { gather } from '../gather.ts';
import type { OpenFile } from './open-file.ts';
import type { Part } from './parts.ts';

const namespaces = ['deck', 'unit', 'section', 'question', 'group', 'tag'] as const;

/** An id where it is written. */
interface Name {
	readonly space: (typeof namespaces)[number];
	readonly text: string;
	/** It gives something its name; otherwise it names something that has one. */
	readonly defines: boolean;
	/** How to write it anew; absent where that cannot be done in its place. */
	readonly mend?: (to: string) => Mend;
}

/**
 * Within one deck and one kind of thing, the same text becomes the same id everywhere, and different things never get the same id. So
 * whatever was named is still named. A name that nothing had may come to name what has that id.
 *
 * @param mayMend an id that would have to change in another file too is left as it is everywhere.
 */
export function mendIdStyle(files: readonly OpenFile[], mayMend: (file: string) => boolean): readonly Mend[] {
	const names = files.flatMap(namesIn);
	return namespaces.flatMap((space) => {
		const alike = gather(names, (name) => {
			const to = name.space === space ? idLike(name.text) : undefined;
			return to === undefined ? [] : [to];
		});
		return [...alike].flatMap(([to, all]) => {
			const defined = new Set(all.filter(({ defines }) => defines).map(({ text }) => text));
			const others = all.filter(({ text }) => text !== to);
			const mends = others.flatMap(({ mend }) => mend?.(to) ?? []);
			return defined.size === 1 && mends.length === others.length && mends.every(({ file }) => mayMend(file)) ? mends : [];
		});
	});
}

function namesIn(file: OpenFile): readonly Name[] {
	return file.parts.flatMap(({ what, node, path }) =>
		(idKeys[what] ?? []).flatMap(({ key, space, defines }) =>
			textsUnder(node.entries.get(key)?.node, [...path, key]).map((text) => nameAt(file, text, { space, defines })),
		),
	);
}

/** The keys that hold ids. A group and a tag come to be by being written. */
const idKeys: Readonly<Partial<Record<Part['what'], readonly (Pick<Name, 'space' | 'defines'> & { readonly key: string })[]>>> = {
	deck: [{ key: 'deck', space: 'deck', defines: true }],
	unit: [
		{ key: 'unit', space: 'unit', defines: true },
		{ key: 'requires', space: 'unit', defines: false },
	],
	section: [{ key: 'id', space: 'section', defines: true }],
	question: [
		{ key: 'id', space: 'question', defines: true },
		{ key: 'section', space: 'section', defines: false },
		{ key: 'also', space: 'section', defines: false },
		{ key: 'group', space: 'group', defines: true },
		{ key: 'tags', space: 'tag', defines: true },
	],
};

type TextAt = { readonly node: Extract<SourceNode, { readonly kind: 'text' }>; readonly path: readonly Step[] };

/** A text, or the texts of a list. */
function textsUnder(node: SourceNode | undefined, path: readonly Step[]): readonly TextAt[] {
	if (node?.kind === 'text') return [{ node, path }];
	return node?.kind === 'list' ? node.items.flatMap((item, index) => textsUnder(item, [...path, index])) : [];
}

function nameAt({ file, text, layout }: OpenFile, { node, path }: TextAt, kind: Pick<Name, 'space' | 'defines'>): Name {
	const { span, value } = node;
	const inPlace = !isInside(span.start, layout.shared) && !/^[|>]|[\r\n]/u.test(text.slice(span.start, span.end));
	if (!inPlace) return { ...kind, text: value };
	const mend = (to: string): Mend => ({
		file,
		at: span.start,
		what: `the id ${quoted(value)} is now \`${to}\``,
		edits: [{ ...span, text: to }],
		meaning: [{ kind: 'text', path, to }],
	});
	return { ...kind, text: value, mend };
}
