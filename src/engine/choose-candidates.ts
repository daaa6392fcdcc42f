// Which of the candidates a form asks, once it is known how many of each section: the best of each, in the order of draw.

import type { Id } from '../model/deck.ts';
import { BestFirst } from './best-first.ts';
import { type Candidate, compareCandidates } from './pool.ts';

/**
 * Best first within each section; a group is used up by its first question; what a section cannot fill is asked elsewhere.
 *
 * @param candidates in an order drawn by chance, which decides between equals.
 * @param wanted by section.
 */
export function chooseCandidates(candidates: readonly Candidate[], wanted: ReadonlyMap<Id, number>): readonly Candidate[] {
	const { scarce, rich } = queuesOf(candidates, wanted);
	const size = [...wanted.values()].reduce((sum, count) => sum + count, 0);
	const chosen: Candidate[] = [];
	const groups = new Set<Id>();

	/** The best of all that these queues hold, again and again; those whose twin was chosen are passed over for good. */
	const chooseFrom = (queues: readonly Queue[], wants: (queue: Queue) => boolean) => {
		while (chosen.length < size) {
			const queue = bestOf(queues.filter(wants));
			const { candidate } = queue?.candidates.first ?? {};
			if (queue === undefined || candidate === undefined) return;
			queue.candidates.dropFirst();
			const { group } = candidate.question;
			if (group !== undefined && groups.has(group)) continue;
			if (group !== undefined) groups.add(group);
			queue.left -= 1;
			chosen.push(candidate);
		}
	};
	const isWanting = ({ left }: Queue) => left > 0;
	chooseFrom(scarce, isWanting);
	chooseFrom(rich, isWanting);
	chooseFrom([...scarce, ...rich], () => true);
	return chosen;
}

/** One section's questions, best first, and how many of them are still wanted. */
interface Queue {
	readonly candidates: BestFirst<Placed>;
	left: number;
}

interface Placed {
	readonly candidate: Candidate;
	/** Where chance has put it. */
	readonly place: number;
	/** The same, of the first of its group: of equals, twins stand together. */
	readonly stand: number;
}

function comparePlaced(a: Placed, b: Placed): number {
	return compareCandidates(a.candidate, b.candidate) || a.stand - b.stand || a.place - b.place;
}

/** Scarce: sections that have nothing but grouped questions, which go before those that can do without them. */
function queuesOf(
	candidates: readonly Candidate[],
	wanted: ReadonlyMap<Id, number>,
): { readonly scarce: readonly Queue[]; readonly rich: readonly Queue[] } {
	const sections = new Map<Id, Placed[]>();
	const stands = new Map<Id, number>();
	for (const [place, candidate] of candidates.entries()) {
		const { section, group } = candidate.question;
		const stand = group === undefined ? place : (stands.get(group) ?? place);
		if (stand === place && group !== undefined) stands.set(group, place);
		const own = sections.get(section);
		if (own === undefined) sections.set(section, [{ candidate, place, stand }]);
		else own.push({ candidate, place, stand });
	}
	const scarce: Queue[] = [];
	const rich: Queue[] = [];
	for (const [section, own] of sections) {
		const isScarce = own.every(({ candidate: { question } }) => question.group !== undefined);
		(isScarce ? scarce : rich).push({ candidates: new BestFirst(own, comparePlaced), left: wanted.get(section) ?? 0 });
	}
	return { scarce, rich };
}

/** The queue with the best first question; undefined where all are empty. */
function bestOf(queues: readonly Queue[]): Queue | undefined {
	let best: Queue | undefined;
	for (const queue of queues) {
		const { first } = queue.candidates;
		const least = best?.candidates.first;
		if (first !== undefined && (least === undefined || comparePlaced(first, least) < 0)) best = queue;
	}
	return best;
}
