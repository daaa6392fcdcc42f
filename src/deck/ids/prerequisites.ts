// Which unit opens which: the units each one requires, and the circles in which no unit can ever open.

import type { Id } from '../../model/deck.ts';
import type { Diagnostic, Place } from '../../model/diagnostic.ts';
import { listed, problem } from '../diagnostics/diagnostic-codes.ts';
import { idAt, type UnitDraft } from '../files/unit-file.ts';
import { entryOf, ownerPlaceOf, placeOf } from '../yaml/source-node.ts';
import { idsAt } from './references.ts';

/** One unit and what it requires. */
interface Requirements {
	readonly id: Id;
	readonly requires: readonly Requirement[];
}

interface Requirement {
	readonly id: Id;
	/** Where it is written; of one that follows from the order of the units, the id of the unit that has it. */
	readonly place: () => Place;
	readonly written: boolean;
}

/** The ids a unit requires: those it names, each once; where it names none at all, the unit before it. */
export function requiredBy(unit: UnitDraft, before: UnitDraft | undefined): readonly Id[] {
	return [...new Set(requirementsOf(unit, before).map(({ id }) => id))];
}

function requirementsOf({ located }: UnitDraft, before: UnitDraft | undefined): readonly Requirement[] {
	const written = entryOf(located.node, 'requires');
	if (written !== undefined && written.node.kind !== 'nothing') {
		return idsAt(located, 'requires').map((node) => ({
			id: node.value,
			place: () => placeOf({ file: located.file, node }),
			written: true,
		}));
	}
	const id = before === undefined ? undefined : idAt(before.located, 'unit');
	return id === undefined ? [] : [{ id, place: () => ownerPlaceOf(located), written: false }];
}

/** Every circle is told once, from its first unit in teaching order; units that only wait behind one are named there. */
export function checkPrerequisites(units: readonly UnitDraft[]): readonly Diagnostic[] {
	const graph = new Map<Id, Requirements>();
	for (const [index, unit] of units.entries()) {
		const id = idAt(unit.located, 'unit');
		if (id !== undefined && !graph.has(id)) graph.set(id, { id, requires: requirementsOf(unit, units[index - 1]) });
	}
	const selves = [...graph.values()].flatMap(({ id, requires }) => {
		const itself = requires.find((required) => required.id === id && required.written);
		return itself === undefined ? [] : [{ id, place: itself.place }];
	});
	const circles = cycles(graph);
	const told = new Set([...selves.map(({ id }) => id), ...circles.flat()]);
	const waiting = waitingBehind(graph, told);
	return [
		...selves.map(({ id, place }) =>
			problem('requires-itself', place(), `Unexpected \`${id}\` among what \`${id}\` requires, so that it can never open`, {
				help: `Remove it${waiting([id])}.`,
			}),
		),
		...circles.flatMap((circle) => cycleProblem(circle, graph, waiting(circle))),
	];
}

function cycleProblem(cycle: readonly Id[], graph: ReadonlyMap<Id, Requirements>, waiting: string): readonly Diagnostic[] {
	const steps = cycle.flatMap((id, index) => {
		const next = cycle[(index + 1) % cycle.length];
		const step = graph.get(id)?.requires.find((required) => required.id === next);
		return step === undefined ? [] : [{ from: id, ...step }];
	});
	const byOrder = steps.find(({ written }) => !written);
	const [first, second] = [...steps.filter(({ written }) => written), ...(byOrder === undefined ? [] : [byOrder])];
	if (first === undefined) return [];
	const round = [...cycle, ...cycle.slice(0, 1)].map((id) => `\`${id}\``).join(' requires ');
	const another = byOrder === undefined ? '' : `, or write \`requires: []\` in \`${byOrder.from}\``;
	return [
		problem('prerequisite-cycle', first.place(), `Unexpected circle, in which no unit can open: ${round}`, {
			help: `Remove one of these requirements${another}${waiting}.`,
			...(second === undefined ? {} : { related: { ...second.place(), message: messageOf(second) } }),
		}),
	];
}

function messageOf({ id, from, written }: Requirement & { readonly from: Id }): string {
	return written
		? 'another step of the circle'
		: `\`${from}\` says nothing of what it requires, and so requires the unit before it, \`${id}\``;
}

/** So many units are named that wait; the rest is counted. */
const mostNamed = 5;

/**
 * Of units that cannot open, `; c and d wait behind them`: those that require one of them, or one that does.
 *
 * @param told units that are spoken of anyway.
 */
function waitingBehind(graph: ReadonlyMap<Id, Requirements>, told: ReadonlySet<Id>): (closed: readonly Id[]) => string {
	const next = new Map<Id, Id[]>();
	for (const { id, requires } of graph.values()) {
		for (const required of requires) {
			const behind = next.get(required.id);
			if (behind === undefined) next.set(required.id, [id]);
			else behind.push(id);
		}
	}
	return (closed) => {
		const shut = new Set(closed);
		// A set goes on to what is added to it on the way.
		for (const id of shut) for (const behind of next.get(id) ?? []) shut.add(behind);
		const waiting = [...graph.keys()].filter((id) => shut.has(id) && !told.has(id));
		if (waiting.length === 0) return '';
		return `; ${listed(waiting, 'and', mostNamed)} ${waiting.length === 1 ? 'waits' : 'wait'} behind ${closed.length === 1 ? 'it' : 'them'}`;
	};
}

/** Circles of two and more, each from its member that comes first in teaching order; no two have a step in common. */
function cycles(graph: ReadonlyMap<Id, Requirements>): readonly (readonly Id[])[] {
	const order = [...graph.keys()];
	const found: (readonly Id[])[] = [];
	const done = new Set<Id>();
	const steps = new Set<string>();
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
				const own = cycle.map((id, index) => `${id} ${cycle[(index + 1) % cycle.length]}`);
				if (cycle.length > 1 && !own.some((step) => steps.has(step))) {
					found.push(fromFirst(cycle, order));
					for (const step of own) steps.add(step);
				}
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
