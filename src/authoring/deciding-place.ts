// Where the numbers of a unit are written that a rule speaks of: in the unit, or in deck.yaml for all units, or nowhere.

import { type Located, ownerPlaceOf, placeOf, textAt } from '../deck/yaml/source-node.ts';
import type { CheckedUnit, Finding } from './rule.ts';

export type NumberKey = 'benchmark' | 'draw' | 'floor' | 'passes';

/**
 * The place to mend: the first of the keys that the unit itself writes, else the unit's id. Where that is not the deciding key, the
 * first key that deck.yaml writes is named beside it.
 *
 * @param deciding the number that one would change first, before the others.
 */
export function decidingPlace(
	{ located, deckFile }: CheckedUnit,
	deciding: NumberKey,
	...others: readonly NumberKey[]
): Pick<Finding, 'place' | 'related'> {
	const keys = [deciding, ...others];
	const own = keys.find((key) => writes(located, key));
	if (own === deciding) return { place: placeOf(located, own) };
	const place = own === undefined ? ownerPlaceOf(located) : placeOf(located, own);
	const inherited = keys.find((key) => !writes(located, key) && writes(deckFile, key));
	if (inherited === undefined) return { place };
	return { place, related: { ...placeOf(deckFile, inherited), message: `the deck's \`${inherited}\`` } };
}

function writes({ node }: Located, key: NumberKey): boolean {
	return textAt(node, key) !== undefined;
}
