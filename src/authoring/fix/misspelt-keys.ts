// A key that the format does not know, where one known key is near it and missing: called by its right name.

import { quoted } from '../../deck/diagnostics/diagnostic-codes.ts';
import { nearest } from '../../deck/diagnostics/nearest.ts';
import { questionNotes } from '../../deck/shape/key-notes.ts';
import type { Mend } from '../editing/mend.ts';
import { type OpenFile, ownParts } from './open-file.ts';
import type { Part } from './parts.ts';

/** Keys of any type of question: in a question of another type, such a key was hardly meant to be another one. */
const questionKeys: ReadonlySet<string> = new Set(Object.values(questionNotes).flatMap((notes) => Object.keys(notes)));

export function mendMisspeltKeys(open: OpenFile): readonly Mend[] {
	const { file, text } = open;
	return ownParts(open).flatMap((part) => {
		const meant = meantKeys(part);
		return [...meant].flatMap(([key, to]): readonly Mend[] => {
			const span = part.node.entries.get(key)?.keySpan;
			const sole = [...meant.values()].filter((other) => other === to).length === 1;
			if (span === undefined || !sole || text.slice(span.start, span.end) !== key) return [];
			return [
				{
					file,
					at: span.start,
					what: `the key ${quoted(key)} is now \`${to}\``,
					edits: [{ ...span, text: to }],
					meaning: [{ kind: 'key', path: [...part.path, key], to }],
				},
			];
		});
	});
}

function meantKeys({ what, node, keys }: Part): ReadonlyMap<string, string> {
	const meant = new Map<string, string>();
	if (keys === undefined) return meant;
	const missing = keys.filter((key) => !node.entries.has(key));
	for (const key of node.entries.keys()) {
		if (keys.includes(key) || (what === 'question' && questionKeys.has(key))) continue;
		const first = nearest(key, missing);
		const second = nearest(
			key,
			missing.filter((other) => other !== first),
		);
		if (first !== undefined && second === undefined) meant.set(key, first);
	}
	return meant;
}
