// The pool as one learner has met it: which questions stand for each other, and what is still fresh.

import type { Exposure, Familiarity } from '../model/attempt.ts';
import type { Id, Question } from '../model/deck.ts';

/** A question, with what the learner has seen of it. */
export interface Candidate {
	readonly question: Question;
	readonly timesShown: number;
	readonly familiarity: Familiarity;
	/** Where it stands in the order of draw, smaller first: shown less often, missed before right, longer ago. */
	readonly rank: Rank;
}

/** Times shown, 0 for missed and 1 for not missed, ordinal of the latest showing. Compared from left to right. */
type Rank = readonly [timesShown: number, settled: number, lastShown: number];

/** A question alone, or all questions of one `group`: they count as one, and one of them at most is asked. */
export interface Slot {
	/** Best first, by the order of draw; at least one. */
	readonly candidates: readonly Candidate[];
	/** None of its questions was ever shown. */
	readonly fresh: boolean;
}

export function candidatesOf(questions: readonly Question[], exposures: readonly Exposure[]): readonly Candidate[] {
	const seen = new Map(exposures.map((exposure) => [exposure.question, exposure]));
	const groups = groupExposures(questions, seen);
	return questions.map((question) => {
		const own = seen.get(question.id);
		const together = question.group === undefined ? own : groups.get(question.group);
		return {
			question,
			timesShown: own?.timesShown ?? 0,
			familiarity: familiarityOf(own),
			rank: [together?.timesShown ?? 0, missed(together) ? 0 : 1, together?.lastShown ?? 0],
		};
	});
}

/** Slots in the order of their first question in the pool. */
export function slotsOf(candidates: readonly Candidate[]): readonly Slot[] {
	const slots = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		const { group, id } = candidate.question;
		const name = group === undefined ? `question ${id}` : `group ${group}`;
		slots.set(name, [...(slots.get(name) ?? []), candidate]);
	}
	return [...slots.values()].map((members) => ({
		candidates: [...members].sort((a, b) => compareRanks(a.rank, b.rank) || a.timesShown - b.timesShown),
		fresh: members.every(({ rank }) => rank[0] === 0),
	}));
}

/** How many questions of a pool, a group counting once, this learner has never been shown; and how many there are. */
export function freshnessOf(
	questions: readonly Question[],
	exposures: readonly Exposure[],
): { readonly fresh: number; readonly pool: number } {
	const slots = slotsOf(candidatesOf(questions, exposures));
	return { fresh: slots.filter(({ fresh }) => fresh).length, pool: slots.length };
}

export function compareRanks(a: Rank, b: Rank): number {
	return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Twins share one history: having met one of them is having met them all. */
function groupExposures(questions: readonly Question[], seen: ReadonlyMap<Id, Exposure>): ReadonlyMap<Id, Exposure> {
	const groups = new Map<Id, Exposure>();
	for (const { id, group } of questions) {
		const own = seen.get(id);
		if (group === undefined || own === undefined) continue;
		const known = groups.get(group);
		const latest = known === undefined || own.lastShown > known.lastShown ? own : known;
		groups.set(group, { ...latest, timesShown: own.timesShown + (known?.timesShown ?? 0) });
	}
	return groups;
}

function familiarityOf(exposure: Exposure | undefined): Familiarity {
	if (exposure === undefined) return 'new';
	return missed(exposure) ? 'missed-before' : 'again';
}

function missed(exposure: Exposure | undefined): boolean {
	return exposure?.lastVerdict === 'missed' || exposure?.lastVerdict === 'dont-know';
}
