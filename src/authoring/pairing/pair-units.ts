// The units of two versions: which is which.

import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { Deck, Id, Unit } from '../../model/deck.ts';
import { gather } from '../gather.ts';
import type { CheckedDeck, CheckedUnit } from '../rule.ts';
import { isSame, tracesOf } from './likeness.ts';

export interface UnitMatch {
	readonly before: Unit;
	readonly after: CheckedUnit;
}

/** A trace that more questions have than this says nothing about where one of them comes from. */
const mostWithOneTrace = 8;

/** By id, unless no question under it is as it was and another unit has what it had; then by the questions they share, or by title. */
export function pairUnits(before: Deck, { units }: CheckedDeck): readonly UnitMatch[] {
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
