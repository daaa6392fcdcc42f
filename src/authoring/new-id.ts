// Ids for what has none: made from its title or stem, unlike those that are there.

import { idLike } from '../deck/shape/schema.ts';
import type { Id } from '../model/deck.ts';

/** Letters of a made id; an author can still read it, and a number fits behind it. */
const longest = 40;

/** @param otherwise the id where the text has no letter or digit that an id may have. */
export function newId(text: string, otherwise: Id, taken: (id: Id) => boolean = () => false): Id {
	const id = shortened(idLike(text)) ?? otherwise;
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? id : `${id}-${number}`;
		if (!taken(candidate)) return candidate;
	}
}

/** Whole words as far as they fit. */
function shortened(id: Id | undefined): Id | undefined {
	if (id === undefined || id.length <= longest) return id;
	const cut = id.lastIndexOf('-', longest);
	return id.slice(0, cut > 0 ? cut : longest);
}
