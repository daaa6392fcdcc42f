// Ids that are named and not there. Each is told once, however often it is named: most often one of the two sides was renamed alone.

import type { Id } from '../../model/deck.ts';
import type { Diagnostic, Place } from '../../model/diagnostic.ts';
import { listed, problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** An id, and where it stands. */
export interface PlacedId {
	readonly id: Id;
	readonly place: Place;
}

/** So many ids are listed in a message; of more, only the nearest is named. */
const fewEnoughToList = 5;

/** Among more ids none is suggested: the search would take long, and no person wrote them. */
const fewEnoughToSearch = 500;

const kinds = {
	section: { code: 'unknown-section', unnamed: 'no question names this one' },
	unit: { code: 'unknown-unit', unnamed: 'no unit requires this one' },
} as const;

/** @param defined in teaching order. */
export function unknownIds(what: keyof typeof kinds, defined: readonly PlacedId[], named: readonly PlacedId[]): readonly Diagnostic[] {
	const known = new Set(defined.map(({ id }) => id));
	const unknown = new Map<Id, { readonly first: PlacedId; times: number }>();
	for (const each of named) {
		if (known.has(each.id)) continue;
		const before = unknown.get(each.id);
		if (before === undefined) unknown.set(each.id, { first: each, times: 1 });
		else before.times++;
	}
	if (unknown.size === 0) return [];
	const namedIds = new Set(named.map(({ id }) => id));
	return [...unknown.values()].map(({ first, times }) => {
		// A unit does not mean itself.
		const others = what === 'unit' ? defined.filter(({ place }) => place.file !== first.place.file) : defined;
		return unknownId(what, first, times, others, (id) => namedIds.has(id));
	});
}

function unknownId(
	what: keyof typeof kinds,
	{ id, place }: PlacedId,
	times: number,
	others: readonly PlacedId[],
	isNamed: (id: Id) => boolean,
): Diagnostic {
	const unnamed = others.filter((other) => !isNamed(other.id));
	const near = nearestOf(id, others);
	// A section that nobody names is a mistake by itself; of units there are always some.
	const renamed = near ?? (what === 'section' && unnamed.length === 1 ? unnamed[0] : undefined);
	const often = times === 1 ? '' : `, which is named ${times} times`;
	const ids = others.map((other) => other.id);
	const expected = ids.length > 0 && ids.length <= fewEnoughToList ? listed(ids) : `a ${what} that there is`;
	return problem(kinds[what].code, place, `Unknown ${what} ${quoted(id)}${often}, expected ${expected}`, {
		help: near === undefined ? `Name one of the ${what}s, or add this one.` : `Did you mean \`${near.id}\`?`,
		...(renamed === undefined || isNamed(renamed.id) ? {} : { related: { ...renamed.place, message: kinds[what].unnamed } }),
	});
}

function nearestOf(id: Id, others: readonly PlacedId[]): PlacedId | undefined {
	if (others.length > fewEnoughToSearch) return undefined;
	const near = nearest(
		id,
		others.map((other) => other.id),
	);
	return others.find((other) => other.id === near);
}
