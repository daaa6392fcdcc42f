// After a not-yet: which sections to revisit, and whether more help is due.

import type { AttemptSummary } from '../model/attempt.ts';
import type { Prescription, Score, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import { missedSections, missesIn } from './judge.ts';
import { countsForMastery } from './standing.ts';

/** Not-yets in a row after which other ways in are offered. */
const stuckAfter = 3;

/** For a unit whose latest judged attempt is a not-yet; otherwise nothing is prescribed. */
export function prescribe(deck: Deck, unit: Unit, standing: UnitStanding, attempts: readonly AttemptSummary[]): Prescription {
	const latest = standing.judged.at(-1);
	if (latest === undefined || latest.judgement.qualifies || standing.state === 'mastered') return { revisit: [], stuck: false };
	const place = new Map(unit.sections.map(({ id }, index) => [id, index]));
	const revisit = [...missedSections(latest.judgement)]
		.filter(({ section }) => place.has(section))
		.sort((a, b) => missesIn(b) - missesIn(a) || (place.get(a.section) ?? 0) - (place.get(b.section) ?? 0))
		.map((score) => ({ section: score.section, missed: missesIn(score), asked: score.asked }));
	const stuck = standing.notYetsInARow >= stuckAfter;
	const weakest = stuck ? weakestPrerequisite(deck, unit, attempts) : undefined;
	return { revisit, stuck, ...(weakest === undefined ? {} : { weakestPrerequisite: weakest }) };
}

/** Among all that the unit stands on, directly or not: the smallest share right over all its quizzes, where something was missed. */
function weakestPrerequisite(deck: Deck, unit: Unit, attempts: readonly AttemptSummary[]): ({ readonly unit: Id } & Score) | undefined {
	const scores = [...foundationsOf(deck, unit)].map((id) => {
		const questions = attempts
			.filter((attempt) => attempt.unit === id && countsForMastery(attempt))
			.flatMap((attempt) => attempt.questions)
			.filter(({ verdict }) => verdict !== undefined);
		return { unit: id, right: questions.filter(({ verdict }) => verdict === 'right').length, asked: questions.length };
	});
	return scores
		.filter(({ right, asked }) => right < asked)
		.reduce<({ readonly unit: Id } & Score) | undefined>(
			(weakest, score) => (weakest === undefined || score.right * weakest.asked < weakest.right * score.asked ? score : weakest),
			undefined,
		);
}

/** Everything a unit requires, and what that requires in turn. */
function foundationsOf(deck: Deck, unit: Unit): ReadonlySet<Id> {
	const found = new Set<Id>();
	const follow = (id: Id) => {
		if (found.has(id)) return;
		found.add(id);
		for (const required of deck.units.find((other) => other.id === id)?.requires ?? []) follow(required);
	};
	for (const required of unit.requires) follow(required);
	return found;
}
