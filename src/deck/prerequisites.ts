// Which unit opens which: the units each one requires, and the circles in which no unit can ever open.

import type { Id } from '../model/deck.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { problem } from './diagnostic-codes.ts';
import { idsAt } from './references.ts';
import { entryOf } from './source-node.ts';
import { idAt, type UnitDraft } from './unit-file.ts';

/** One unit and what it requires; a requirement that is written has a place, one that follows from the order has none. */
interface Requirement {
	readonly id: Id;
	readonly requires: readonly { readonly id: Id; readonly place?: Place }[];
}

/** The ids a unit requires: those it names, each once; where it names none at all, the unit before it. */
export function requiredBy(unit: UnitDraft, before: UnitDraft | undefined): readonly Id[] {
	return [...new Set(requirementsOf(unit, before).map(({ id }) => id))];
}

function requirementsOf({ located }: UnitDraft, before: UnitDraft | undefined): Requirement['requires'] {
	const written = entryOf(located.node, 'requires');
	if (written !== undefined && written.node.kind !== 'nothing') {
		return idsAt(located, 'requires').map(({ value, span }) => ({ id: value, place: { file: located.file, span } }));
	}
	const id = before === undefined ? undefined : idAt(before.located, 'unit')?.value;
	return id === undefined ? [] : [{ id }];
}

/** Every circle is told once, from its first unit in teaching order; units that only wait behind one are not. */
export function checkPrerequisites(units: readonly UnitDraft[]): readonly Diagnostic[] {
	const graph = new Map<Id, Requirement>();
	for (const [index, unit] of units.entries()) {
		const id = idAt(unit.located, 'unit')?.value;
		if (id !== undefined && !graph.has(id)) graph.set(id, { id, requires: requirementsOf(unit, units[index - 1]) });
	}
	const selves = [...graph.values()].flatMap(({ id, requires }) =>
		requires.flatMap((required) =>
			required.id === id && required.place !== undefined
				? [problem('requires-itself', required.place, `Unexpected \`${id}\` among what \`${id}\` requires`, { help: 'Remove it.' })]
				: [],
		),
	);
	return [...selves, ...cycles(graph).flatMap((cycle) => cycleProblem(cycle, graph))];
}

function cycleProblem(cycle: readonly Id[], graph: ReadonlyMap<Id, Requirement>): readonly Diagnostic[] {
	const steps = cycle.flatMap((id, index) => {
		const next = cycle[(index + 1) % cycle.length];
		const place = graph.get(id)?.requires.find((required) => required.id === next)?.place;
		return place === undefined ? [] : [place];
	});
	const [place, other] = steps;
	if (place === undefined) return [];
	const round = [...cycle, ...cycle.slice(0, 1)].map((id) => `\`${id}\``).join(' requires ');
	return [
		problem('prerequisite-cycle', place, `Unexpected circle, in which no unit can open: ${round}`, {
			help: 'Remove one of these requirements.',
			...(other === undefined ? {} : { related: { ...other, message: 'another step of the circle' } }),
		}),
	];
}

/** Circles of two and more, each from its member that comes first in teaching order; no unit stands in two of them. */
function cycles(graph: ReadonlyMap<Id, Requirement>): readonly (readonly Id[])[] {
	const order = [...graph.keys()];
	const found: (readonly Id[])[] = [];
	const done = new Set<Id>();
	for (const start of order) {
		const path: { readonly id: Id; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
		const onPath = new Set<Id>(path.map(({ id }) => id));
		for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
			const required = graph.get(top.id)?.requires[top.next++];
			if (required === undefined) {
				path.pop();
				onPath.delete(top.id);
				done.add(top.id);
			} else if (onPath.has(required.id)) {
				const ids = path.map(({ id }) => id);
				const cycle = ids.slice(ids.indexOf(required.id));
				const told = found.some((other) => other.some((id) => cycle.includes(id)));
				if (cycle.length > 1 && !told) found.push(fromFirst(cycle, order));
			} else if (graph.has(required.id) && !done.has(required.id)) {
				path.push({ id: required.id, next: 0 });
				onPath.add(required.id);
			}
		}
	}
	return found;
}

function fromFirst(cycle: readonly Id[], order: readonly Id[]): readonly Id[] {
	const first = order.find((id) => cycle.includes(id)) ?? '';
	const at = cycle.indexOf(first);
	return [...cycle.slice(at), ...cycle.slice(0, at)];
}
