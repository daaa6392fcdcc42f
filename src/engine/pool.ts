// The pool as one learner has met it: which questions stand for each other, and what is still fresh. A question with values that were
// never shown is fresh again, behind all that was never shown with any.

import type { Exposure, Familiarity } from '../model/attempt.ts';
import type { Id, Question } from '../model/deck.ts';
import { hasUnseen, isTemplate, type SeenValues, timesAround } from './variants/unseen.ts';

/** A question of the pool, and whether it would be new. */
interface Askable {
	readonly question: Question;
	/** 1: asking it would be a repetition; 0: it was never shown, or it is a template with values that were never shown. */
	readonly repeats: 0 | 1;
}

/** A question, with what the learner has seen of it. */
export interface Candidate extends Askable {
	/** With whatever values. */
	readonly timesShown: number;
	/** With whatever values; one with new values is new all the same. */
	readonly familiarity: Familiarity;
	/** It, or a twin of it, was shown. */
	readonly met: boolean;
	/** What a template was shown with. */
	readonly seen: SeenValues;
	/** Where it stands in the order of draw, among those that repeat or those that do not. */
	readonly rank: Rank;
}

/** Compared from the first to the last, smaller first. Of the question and its twins together. */
interface Rank {
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
	const seen = byQuestion(exposures);
	const groups = groupExposures(questions, seen);
	return questions.map((question) => candidateOf(question, seen.get(question.id), groups));
}

function candidateOf(question: Question, own: Exposure | undefined, groups: ReadonlyMap<Id, Exposure>): Candidate {
	const together = question.group === undefined ? own : groups.get(question.group);
	const seen = own?.variants ?? noValues;
	const timesShown = own?.timesShown ?? 0;
	const repeats = repeatsOf(question, seen, together);
	return {
		question,
		repeats,
		timesShown,
		familiarity: familiarityOf(own),
		met: together !== undefined,
		seen,
		rank: together === undefined ? neverShown : rankOf(question, timesShown, seen, together, repeats),
	};
}

const noValues: SeenValues = [];

function repeatsOf(question: Question, seen: SeenValues, together: Exposure | undefined): 0 | 1 {
	return together === undefined || (isTemplate(question) && hasUnseen(question, seen)) ? 0 : 1;
}

/** New values of a template count as never shown, and stand behind all that was never shown by the times it was. */
function rankOf(question: Question, timesShown: number, seen: SeenValues, together: Exposure, repeats: 0 | 1): Rank {
	// Each of its values was shown less often than all of them together.
	const inTurn = repeats === 1 && question.group === undefined && isTemplate(question);
	return {
		timesShown: inTurn ? timesAround(question, seen, timesShown) : together.timesShown,
		settled: missed(together) ? 0 : 1,
		lastShown: together.lastShown,
	};
}

const neverShown: Rank = { timesShown: 0, settled: 1, lastShown: 0 };

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
		fresh: own.some(({ repeats }) => repeats === 0),
		met: own.some(({ met }) => met),
	}));
}

/** How many slots `slotsOf` would have, and how many of them are fresh. */
export class SlotCount {
	pool = 0;
	fresh = 0;
	/** By group: one of its questions is fresh. */
	readonly #groups = new Map<Id, boolean>();

	add({ question: { group }, repeats }: Askable): void {
		const isFresh = repeats === 0;
		const known = group === undefined ? undefined : this.#groups.get(group);
		if (known === undefined) this.pool += 1;
		if (isFresh && known !== true) this.fresh += 1;
		if (group !== undefined) this.#groups.set(group, isFresh || known === true);
	}
}

/**
 * How many questions of a pool, a group counting once, can be asked without a repetition; and how many there are. A template is one of
 * them, however many values it has, and stays fresh as long as some of them were never shown.
 */
export function freshnessOf(
	questions: readonly Question[],
	exposures: readonly Exposure[],
): { readonly fresh: number; readonly pool: number } {
	const seen = byQuestion(exposures);
	const groups = groupExposures(questions, seen);
	const count = new SlotCount();
	for (const question of questions) {
		const own = seen.get(question.id);
		const together = question.group === undefined ? own : groups.get(question.group);
		count.add({ question, repeats: repeatsOf(question, own?.variants ?? noValues, together) });
	}
	return { fresh: count.fresh, pool: count.pool };
}

/** Questions of a pool, a group counting once. */
export function sizeOfPool(questions: readonly Question[]): number {
	const groups = new Set<Id>();
	let alone = 0;
	for (const { group } of questions) {
		if (group === undefined) alone += 1;
		else groups.add(group);
	}
	return alone + groups.size;
}

/** By the order of draw; of twins, the one that was shown less often. */
export function compareCandidates(a: Candidate, b: Candidate): number {
	return (
		a.repeats - b.repeats ||
		a.rank.timesShown - b.rank.timesShown ||
		a.rank.settled - b.rank.settled ||
		a.rank.lastShown - b.rank.lastShown ||
		a.timesShown - b.timesShown
	);
}

function byQuestion(exposures: readonly Exposure[]): ReadonlyMap<Id, Exposure> {
	const seen = new Map<Id, Exposure>();
	for (const exposure of exposures) seen.set(exposure.question, exposure);
	return seen;
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
