// The pool as one learner has met it: which questions stand for each other, and what is still fresh. A question with values that were
// never shown is fresh again, behind all that was never shown with any.

import type { Exposure, Familiarity } from '../model/attempt.ts';
import type { Id, Question } from '../model/deck.ts';
import { hasUnseen, isTemplate, type SeenValues, timesAround } from './variants/unseen.ts';

/** A question, with what the learner has seen of it. */
export interface Candidate {
	readonly question: Question;
	/** With whatever values. */
	readonly timesShown: number;
	/** With whatever values; one with new values is new all the same. */
	readonly familiarity: Familiarity;
	/** It, or a twin of it, was shown. */
	readonly met: boolean;
	/** What a template was shown with. */
	readonly seen: SeenValues;
	/** Where it stands in the order of draw. */
	readonly rank: Rank;
}

/** Compared from the first to the last, smaller first. Of the question and its twins together. */
interface Rank {
	/** 1: asking it would be a repetition; 0: it was never shown, or it is a template with values that were never shown. */
	readonly repeats: 0 | 1;
	readonly timesShown: number;
	/** 0: missed; 1: not missed. */
	readonly settled: 0 | 1;
	/** Ordinal of the latest showing. */
	readonly lastShown: number;
}

/** A question alone, or all questions of one `group`: they count as one, and one of them at most is asked. */
export interface Slot {
	/** Best first, by the order of draw; at least one. */
	readonly candidates: readonly Candidate[];
	/** One of its questions can be asked without a repetition: none of them was ever shown, or a template among them has values left. */
	readonly fresh: boolean;
	/** One of its questions was shown. */
	readonly met: boolean;
}

export function candidatesOf(questions: readonly Question[], exposures: readonly Exposure[]): readonly Candidate[] {
	const seen = new Map<Id, Exposure>();
	for (const exposure of exposures) seen.set(exposure.question, exposure);
	const groups = groupExposures(questions, seen);
	return questions.map((question) => candidateOf(question, seen.get(question.id), groups));
}

function candidateOf(question: Question, own: Exposure | undefined, groups: ReadonlyMap<Id, Exposure>): Candidate {
	const together = question.group === undefined ? own : groups.get(question.group);
	const seen = own?.variants ?? noValues;
	const timesShown = own?.timesShown ?? 0;
	return {
		question,
		timesShown,
		familiarity: familiarityOf(own),
		met: together !== undefined,
		seen,
		rank: rankOf(question, timesShown, seen, together),
	};
}

const noValues: SeenValues = [];

/** New values of a template count as never shown, and stand behind all that was never shown by the times it was. */
function rankOf(question: Question, timesShown: number, seen: SeenValues, together: Exposure | undefined): Rank {
	if (together === undefined) return neverShown;
	const settled = missed(together) ? 0 : 1;
	const { lastShown } = together;
	if (!isTemplate(question)) return { repeats: 1, timesShown: together.timesShown, settled, lastShown };
	if (hasUnseen(question, seen)) return { repeats: 0, timesShown: together.timesShown, settled, lastShown };
	// Each of its values was shown less often than all of them together.
	const around = question.group === undefined ? timesAround(question, seen, timesShown) : together.timesShown;
	return { repeats: 1, timesShown: around, settled, lastShown };
}

const neverShown: Rank = { repeats: 0, timesShown: 0, settled: 1, lastShown: 0 };

/** Slots in the order of their first question in the pool. */
export function slotsOf(candidates: readonly Candidate[]): readonly Slot[] {
	const members: Candidate[][] = [];
	const groups = new Map<Id, Candidate[]>();
	for (const candidate of candidates) {
		const { group } = candidate.question;
		const known = group === undefined ? undefined : groups.get(group);
		if (known !== undefined) {
			known.push(candidate);
			continue;
		}
		const own = [candidate];
		members.push(own);
		if (group !== undefined) groups.set(group, own);
	}
	return members.map((own) => ({
		candidates: own.length === 1 ? own : own.sort(compareCandidates),
		fresh: own.some(({ rank }) => rank.repeats === 0),
		met: own.some(({ met }) => met),
	}));
}

/** How many slots `slotsOf` has, and how many of them are fresh. */
export function countSlots(candidates: readonly Candidate[]): { readonly fresh: number; readonly pool: number } {
	const groups = new Map<Id, boolean>();
	let pool = 0;
	let fresh = 0;
	for (const { question, rank } of candidates) {
		const isFresh = rank.repeats === 0;
		const { group } = question;
		const known = group === undefined ? undefined : groups.get(group);
		if (known === undefined) pool += 1;
		if (isFresh && known !== true) fresh += 1;
		if (group !== undefined) groups.set(group, isFresh || known === true);
	}
	return { fresh, pool };
}

/** Twins stand where the first of them stood, best first. */
export function besideTwins(candidates: readonly Candidate[]): readonly Candidate[] {
	const twins = candidates.filter(({ question }) => question.group !== undefined);
	if (twins.length === 0) return candidates;
	const together = new Map(slotsOf(twins).map((slot) => [slot.candidates[0]?.question.group, slot.candidates]));
	const placed: Candidate[] = [];
	for (const candidate of candidates) {
		const { group } = candidate.question;
		if (group === undefined) {
			placed.push(candidate);
			continue;
		}
		placed.push(...(together.get(group) ?? []));
		together.delete(group);
	}
	return placed;
}

/**
 * How many questions of a pool, a group counting once, can be asked without a repetition; and how many there are. A template is one of
 * them, however many values it has, and stays fresh as long as some of them were never shown.
 */
export function freshnessOf(
	questions: readonly Question[],
	exposures: readonly Exposure[],
): { readonly fresh: number; readonly pool: number } {
	return countSlots(candidatesOf(questions, exposures));
}

/** By the order of draw; of twins, the one that was shown less often. */
export function compareCandidates(a: Candidate, b: Candidate): number {
	return (
		a.rank.repeats - b.rank.repeats ||
		a.rank.timesShown - b.rank.timesShown ||
		a.rank.settled - b.rank.settled ||
		a.rank.lastShown - b.rank.lastShown ||
		a.timesShown - b.timesShown
	);
}

/** Twins share one history: having met one of them is having met them all. */
function groupExposures(questions: readonly Question[], seen: ReadonlyMap<Id, Exposure>): ReadonlyMap<Id, Exposure> {
	const groups = new Map<Id, Exposure>();
	for (const { id, group } of questions) {
		const own = group === undefined ? undefined : seen.get(id);
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
