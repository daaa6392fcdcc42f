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
	readonly file: string;
	/** Offset in its file. */
	readonly at: number;
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
	return alikeIn(files).flatMap(({ to, others, defined }) => {
		const mends = others.flatMap(({ mend }) => mend?.(to) ?? []);
		return defined.size === 1 && mends.length === others.length && mends.every(({ file }) => mayMend(file)) ? mends : [];
	});
}

/** Where an id is given that cannot be in its style, because another thing would then have the same; once for each text in a file. */
export function sameInStyle(files: readonly OpenFile[]): readonly Pick<Mend, 'file' | 'at' | 'what'>[] {
	return alikeIn(files).flatMap(({ space, to, others, defined }) => {
		if (defined.size < 2) return [];
		const given = gather(others, ({ file, text, defines }) => (defines ? [`${file}\n${text}`] : []));
		return [...given.values()].flatMap(([first]) => {
			if (first === undefined) return [];
			const { file, at, text } = first;
			return [{ file, at, what: `the id ${quoted(text)} is as it was: more than one ${space} would be called \`${to}\`` }];
		});
	});
}

interface Alike {
	readonly space: Name['space'];
	/** What they are in the style of ids. */
	readonly to: string;
	/** Those that are not written so. */
	readonly others: readonly Name[];
	/** What gives a name here, as it is written. */
	readonly defined: ReadonlySet<string>;
}

function alikeIn(files: readonly OpenFile[]): readonly Alike[] {
	const names = files.flatMap(namesIn);
	return namespaces.flatMap((space) => {
		const alike = gather(names, (name) => {
			const to = name.space === space ? idLike(name.text) : undefined;
			return to === undefined ? [] : [to];
		});
		return [...alike].map(([to, all]) => ({
			space,
			to,
			others: all.filter(({ text }) => text !== to),
			defined: new Set(all.filter(({ defines }) => defines).map(({ text }) => text)),
		}));
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
	const name = { ...kind, text: value, file, at: span.start };
	if (!inPlace) return name;
	const mend = (to: string): Mend => ({
		file,
		at: span.start,
		what: `the id ${quoted(value)} is now \`${to}\``,
		edits: [{ ...span, text: to }],
		meaning: [{ kind: 'text', path, to }],
	});
	return { ...name, mend };
}
