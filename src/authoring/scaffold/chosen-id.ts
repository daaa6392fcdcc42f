// The id of what is new: the one its author wishes for, where it can be had; otherwise one made from its title or stem.

import { idLike, isId } from '../../deck/shape/schema.ts';
import type { Id } from '../../model/deck.ts';
import { newId } from '../new-id.ts';
import { type DraftFault, refused } from './draft.ts';

type Choice = { readonly ok: true; readonly id: Id } | ReturnType<typeof refused>;

/**
 * @param made the text that an id is made from where none is wished for, and the id where that text has nothing an id may have.
 * @param holders ids that are taken, each with the file it stands in.
 */
export function chosenId(
	wished: string | undefined,
	made: { readonly from: string; readonly otherwise: Id },
	holders: ReadonlyMap<Id, string>,
): Choice {
	if (wished === undefined) return { ok: true, id: newId(made.from, made.otherwise, (id) => holders.has(id)) };
	if (!isId(wished)) return refused(faultOfId(wished));
	const holder = holders.get(wished);
	return holder === undefined ? { ok: true, id: wished } : refused({ kind: 'id-taken', id: wished, file: holder });
}

/** What is wrong with an id that an author wishes for, and one that would do. */
export function faultOfId(id: string): DraftFault {
	const like = idLike(id);
	return { kind: 'id-form', id, ...(like === undefined ? {} : { like }) };
}
