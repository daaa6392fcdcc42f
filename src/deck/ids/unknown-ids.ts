// Ids that are named and not there. Each is told once, however often it is named: most often one of the two sides was renamed alone.

import type { Id } from '../../model/deck.ts';
import type { Diagnostic, Place } from '../../model/diagnostic.ts';
import { listed, problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** An id, and where it stands. */
export interface PlacedId {
	readonly id: Id;
	readonly file: string;
	/** Looked up only when something is told of it. */
	readonly place: () => Place;
}

/** So many ids are listed in a message; of more, only the nearest is named. */
const fewEnoughToList = 5;

/** For so many unknown ids the nearest is looked for. More are not slips of the finger. */
const mostSuggested = 20;

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
	const unnamed = defined.filter(({ id }) => !namedIds.has(id));
	return [...unknown.values()].map(({ first, times }, index) => {
		// A unit does not mean itself.
		const others = what === 'unit' ? defined.filter(({ file }) => file !== first.file) : defined;
		const near = index < mostSuggested ? nearestOf(first.id, others) : undefined;
		return unknownId(what, first, times, others, near, unnamed);
	});
}

function unknownId(
	what: keyof typeof kinds,
	{ id, place }: PlacedId,
	times: number,
	others: readonly PlacedId[],
	near: PlacedId | undefined,
	unnamed: readonly PlacedId[],
): Diagnostic {
	// A section that nobody names is a mistake by itself; of units there are always some.
	const renamed = near ?? (what === 'section' && unnamed.length === 1 ? unnamed[0] : undefined);
	const often = times === 1 ? '' : `, which is named ${times} times`;
	const few = others.length > 0 && others.length <= fewEnoughToList;
	const expected = few ? listed(others.map((other) => other.id)) : `a ${what} that there is`;
	return problem(kinds[what].code, place(), `Unknown ${what} ${quoted(id)}${often}, expected ${expected}`, {
		help: near === undefined ? `Name one of the ${what}s, or add this one.` : `Did you mean \`${near.id}\`?`,
		...(renamed === undefined || !unnamed.includes(renamed) ? {} : { related: { ...renamed.place(), message: kinds[what].unnamed } }),
	});
}

function nearestOf(id: Id, others: readonly PlacedId[]): PlacedId | undefined {
	const near = nearest(
		id,
		others.map((other) => other.id),
	);
	return others.find((other) => other.id === near);
}
