// Two versions of a deck laid side by side: which unit, section and question became which. Found once, for all rules of this family.

import { foldCase, normaliseText } from '../../../engine/normalise-text.ts';
import type { Deck, Id, Question, Section, Unit } from '../../../model/deck.ts';
import type { CheckedDeck, CheckedQuestion, CheckedUnit, DeckChange } from '../../rule.ts';
import { gather, isSame, tracesOf } from './shared-likeness.ts';
import { pairQuestions, type QuestionPair } from './shared-questions.ts';
import { pairSections, type SectionPair } from './shared-sections.ts';

export interface UnitPair {
	readonly before: Unit;
	readonly after: CheckedUnit;
	readonly questions: {
		/** Under the same id, whether or not anything of it is as it was. */
		readonly kept: readonly QuestionPair[];
		readonly renamed: readonly QuestionPair[];
		/** Neither in this unit nor, as far as can be seen, in another. */
		readonly removed: readonly Question[];
	};
	readonly sections: {
		readonly kept: readonly SectionPair[];
		readonly renamed: readonly SectionPair[];
		/** Those that went to another unit with most of their questions are not among them. */
		readonly removed: readonly Section[];
	};
}

export interface MovedQuestion extends QuestionPair {
	readonly from: Unit;
	readonly to: CheckedUnit;
}

export interface Pairing {
	/** In the order of the new version. */
	readonly units: readonly UnitPair[];
	readonly removed: readonly Unit[];
	/** From one unit to another, out of removed units too. */
	readonly moved: readonly MovedQuestion[];
}

const nobody: Pairing = { units: [], removed: [], moved: [] };

const known = new WeakMap<CheckedDeck, { readonly before: Deck; readonly pairing: Pairing }>();

/** Two decks with different ids and no unit in common are two decks, of which nothing can be told. */
export function pairingOf({ before, after, checked }: DeckChange): Pairing {
	const found = known.get(checked);
	if (found?.before === before) return found.pairing;
	const units = pairUnits(before, checked);
	const pairing = units.length === 0 && before.id !== after.id ? nobody : pairingWith(before, checked, units);
	known.set(checked, { before, pairing });
	return pairing;
}

type Pair = Pick<UnitPair, 'before' | 'after'>;

function pairingWith(before: Deck, { units }: CheckedDeck, pairs: readonly Pair[]): Pairing {
	const withQuestions = pairs.map((pair) => ({ ...pair, questions: pairQuestions(pair.before, pair.after) }));
	const paired = new Set(pairs.map((pair) => pair.before));
	const removed = before.units.filter((unit) => !paired.has(unit));
	const taken = new Set(pairs.map(({ after }) => after));
	const added = units.filter((unit) => !taken.has(unit));
	const moved = movedBetween(
		[
			...withQuestions.flatMap(({ before: from, questions }) => questions.gone.map((question) => ({ question, from }))),
			...removed.flatMap((from) => from.questions.map((question) => ({ question, from }))),
		],
		[
			...withQuestions.flatMap(({ after: to, questions }) => questions.come.map((checked) => ({ checked, to }))),
			...added.flatMap((to) => to.questions.map((checked) => ({ checked, to }))),
		],
	);
	const left = new Set(moved.map((move) => move.before));
	return { units: withQuestions.map((pair) => unitPairOf(pair, left)), removed, moved };
}

/** @param left questions that are in another unit now. */
function unitPairOf(
	{ before, after, questions }: Pair & { readonly questions: ReturnType<typeof pairQuestions> },
	left: ReadonlySet<Question>,
): UnitPair {
	const { kept, renamed, gone } = questions;
	const sections = pairSections(before, after, [...kept, ...renamed]);
	const wentAway = ({ id }: Section) => {
		const own = before.questions.filter(({ section }) => section === id);
		return own.length > 0 && 2 * own.filter((question) => left.has(question)).length >= own.length;
	};
	return {
		before,
		after,
		questions: { kept, renamed, removed: gone.filter((question) => !left.has(question)) },
		sections: { kept: sections.kept, renamed: sections.renamed, removed: sections.gone.filter((section) => !wentAway(section)) },
	};
}

interface Departure {
	readonly question: Question;
	readonly from: Unit;
}

interface Arrival {
	readonly checked: CheckedQuestion;
	readonly to: CheckedUnit;
}

function movedBetween(departures: readonly Departure[], arrivals: readonly Arrival[]): readonly MovedQuestion[] {
	if (departures.length === 0 || arrivals.length === 0) return [];
	const byTrace = gather(arrivals, ({ checked }) => tracesOf(checked.question));
	const arrived = new Set<Arrival>();
	return departures.flatMap(({ question, from }) => {
		for (const trace of tracesOf(question)) {
			const waiting = byTrace.get(trace);
			while (waiting?.[0] !== undefined && arrived.has(waiting[0])) waiting.shift();
			const arrival = waiting?.[0];
			if (arrival === undefined) continue;
			arrived.add(arrival);
			return [{ before: question, after: arrival.checked, from, to: arrival.to }];
		}
		return [];
	});
}

/** A trace that more questions have than this says nothing about where one of them comes from. */
const mostWithOneTrace = 8;

/** By id, unless no question under it is as it was and another unit has what it had; then by the questions they share, or by title. */
function pairUnits(before: Deck, { units }: CheckedDeck): readonly Pair[] {
	const now = new Map(units.map((unit) => [unit.unit.id, unit]));
	const became = new Map<CheckedUnit, Unit>();
	const loose = new Set<Unit>();
	for (const unit of before.units) {
		const same = now.get(unit.id);
		if (same !== undefined && sharesQuestions(unit, same)) became.set(same, unit);
		else loose.add(unit);
	}
	const free = units.filter((unit) => !became.has(unit));
	for (const { unit, candidate } of likelyUnits([...loose], free)) {
		if (became.has(candidate) || !loose.delete(unit)) continue;
		became.set(candidate, unit);
	}
	for (const unit of loose) {
		const same = now.get(unit.id);
		if (same !== undefined && !became.has(same)) became.set(same, unit);
	}
	return units.flatMap((after) => {
		const unit = became.get(after);
		return unit === undefined ? [] : [{ before: unit, after }];
	});
}

function sharesQuestions(before: Unit, { questions }: CheckedUnit): boolean {
	const now = new Map(questions.map(({ question }) => [question.id, question]));
	return before.questions.some((question) => {
		const same = now.get(question.id);
		return same !== undefined && isSame(question, same);
	});
}

interface LikelyUnit {
	readonly unit: Unit;
	readonly candidate: CheckedUnit;
	readonly shared: number;
}

/** Candidates with at least half of a unit's questions, or with its title; those that share most come first. */
function likelyUnits(loose: readonly Unit[], free: readonly CheckedUnit[]): readonly LikelyUnit[] {
	if (loose.length === 0 || free.length === 0) return [];
	const homes = free.flatMap((unit) => unit.questions.map(({ question }) => ({ question, unit })));
	const byTrace = gather(homes, ({ question }) => tracesOf(question));
	const byTitle = gather(free, ({ unit }) => [titleOf(unit)]);
	return loose
		.flatMap((unit) => {
			const shared = new Map<CheckedUnit, number>();
			for (const question of unit.questions) {
				const hits = tracesOf(question).map((trace) => byTrace.get(trace) ?? []);
				const found = new Set(hits.flatMap((each) => (each.length > mostWithOneTrace ? [] : each.map((home) => home.unit))));
				for (const home of found) shared.set(home, (shared.get(home) ?? 0) + 1);
			}
			const titled = byTitle.get(titleOf(unit)) ?? [];
			const candidates = new Set([...shared.keys(), ...(titled.length === 1 ? titled : [])]);
			return [...candidates].map((candidate) => ({ unit, candidate, shared: shared.get(candidate) ?? 0 }));
		})
		.filter(({ unit, candidate, shared }) => 2 * shared >= unit.questions.length || titleOf(unit) === titleOf(candidate.unit))
		.toSorted((a, b) => b.shared - a.shared || sameId(b) - sameId(a));
}

function sameId({ unit, candidate }: LikelyUnit): number {
	return unit.id === candidate.unit.id ? 1 : 0;
}

function titleOf({ title }: Pick<Unit, 'title'>): Id {
	return foldCase(normaliseText(title));
}
