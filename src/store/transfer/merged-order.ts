// Two sequences of facts become one: what happened in each keeps its order, and between them time decides. Which of the two
// came first makes no difference.

import type { Instant } from '../../model/attempt.ts';

/** One thing that was recorded. */
export interface Fact {
	/** The same in both sequences where it is the same fact. */
	readonly key: string;
	/** As the clock said; it may have been wrong. */
	readonly at: Instant;
}

/** @returns the facts of both, each once. */
export function mergedOrder<F extends Fact>(a: readonly F[], b: readonly F[]): readonly F[] {
	const [ours, theirs] = [sequenceOf(a), sequenceOf(b)];
	const merged: F[] = [];
	const taken = new Set<string>();
	const take = (sequence: Sequence<F>) => {
		const head = sequence.facts[sequence.next++];
		if (head === undefined || taken.has(head.key)) return;
		// Only what stands in both can be met a second time.
		if (ours.keys.has(head.key) && theirs.keys.has(head.key)) taken.add(head.key);
		merged.push(head);
	};
	for (;;) {
		const [x, y] = [ours.facts[ours.next], theirs.facts[theirs.next]];
		if (x === undefined && y === undefined) return merged;
		if (y === undefined) take(ours);
		else if (x === undefined) take(theirs);
		else if (taken.has(x.key)) ours.next += 1;
		else if (taken.has(y.key)) theirs.next += 1;
		else take(firstOf(x, y, ours, theirs) === x ? ours : theirs);
	}
}

interface Sequence<F extends Fact> {
	readonly facts: readonly F[];
	readonly keys: ReadonlySet<string>;
	/** By the place of a fact: the latest time up to it. A clock that was set back does not bring a fact before what it followed. */
	readonly times: readonly Instant[];
	next: number;
}

function sequenceOf<F extends Fact>(facts: readonly F[]): Sequence<F> {
	let latest = Number.NEGATIVE_INFINITY;
	const times = facts.map(({ at }) => {
		latest = Math.max(latest, at);
		return latest;
	});
	return { facts, keys: new Set(facts.map(({ key }) => key)), times, next: 0 };
}

/** Which of two heads comes first. A fact of both waits until the other sequence has come to it too. */
function firstOf<F extends Fact>(x: F, y: F, ours: Sequence<F>, theirs: Sequence<F>): F {
	const xWaits = theirs.keys.has(x.key);
	const yWaits = ours.keys.has(y.key);
	if (xWaits !== yWaits) return xWaits ? y : x;
	const between = (ours.times[ours.next] ?? 0) - (theirs.times[theirs.next] ?? 0) || x.at - y.at;
	if (between !== 0) return between < 0 ? x : y;
	return x.key <= y.key ? x : y;
}
