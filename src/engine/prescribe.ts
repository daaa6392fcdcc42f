// After a not-yet: which sections to revisit, and whether more help is due.

import type { Past, Prescription, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import { missedSections, missesIn } from './judge.ts';

/** Not-yets in a row after which other ways in are offered. */
const stuckAfter = 3;

/** For a unit whose latest judged attempt is a not-yet; otherwise nothing is prescribed. */
export function prescribe(deck: Deck, unit: Unit, standing: UnitStanding, pasts: ReadonlyMap<Id, Past>): Prescription {
	const latest = standing.judged.at(-1);
	if (latest === undefined || latest.judgement.qualifies || standing.state === 'mastered') return { revisit: [], stuck: false };
	const place = new Map(unit.sections.map(({ id }, index) => [id, index]));
	const revisit = [...missedSections(latest.judgement)]
		.filter(({ section }) => place.has(section))
		.sort((a, b) => missesIn(b) - missesIn(a) || (place.get(a.section) ?? 0) - (place.get(b.section) ?? 0))
		.map((score) => ({ section: score.section, missed: missesIn(score), asked: score.asked }));
	const stuck = standing.notYetsInARow >= stuckAfter;
	const weakest = stuck ? weakestPrerequisite(deck, unit, pasts) : undefined;
	return { revisit, stuck, ...(weakest === undefined ? {} : { weakestPrerequisite: weakest }) };
}

type Weakest = NonNullable<Prescription['weakestPrerequisite']>;

/**
 * Among all that the unit stands on, directly or not: the smallest share right over all that was answered in its judged quizzes,
 * where something was missed; of equals the nearer. Attempts before mastery weigh as much as the one that completed it, since a unit
 * that took many tries is more likely to have been passed by luck: who is right in 70 of 100 questions meets 9 of 10 in 15 of 100
 * attempts, but within five attempts in 55 of 100 (binomial).
 */
function weakestPrerequisite(deck: Deck, unit: Unit, pasts: ReadonlyMap<Id, Past>): Weakest | undefined {
	const scores = foundationsOf(deck, unit).map((foundation) => {
		const { answered = [] } = pasts.get(foundation.id) ?? {};
		const sum = (part: 'right' | 'asked') => answered.reduce((total, score) => total + score[part], 0);
		return { foundation, answered, right: sum('right'), asked: sum('asked') };
	});
	const weakest = scores
		.filter(({ right, asked }) => right < asked)
		.reduce<(typeof scores)[number] | undefined>(
			(least, score) => (least === undefined || score.right * least.asked < least.right * score.asked ? score : least),
			undefined,
		);
	if (weakest === undefined) return undefined;
	const section = mostMissed(weakest.foundation, weakest.answered);
	const { foundation, right, asked } = weakest;
	return { unit: foundation.id, right, asked, ...(section === undefined ? {} : { section }) };
}

/** Of the sections that the unit still has; of equals the first in teaching order. */
function mostMissed({ sections }: Unit, answered: Past['answered']): Id | undefined {
	const misses = new Map(answered.map(({ section, right, asked }) => [section, asked - right]));
	const counts = sections.map(({ id }) => ({ id, count: misses.get(id) ?? 0 }));
	const most = Math.max(...counts.map(({ count }) => count));
	return most === 0 ? undefined : counts.find(({ count }) => count === most)?.id;
}

/** Everything a unit requires, and what that requires in turn, the nearer first. */
function foundationsOf(deck: Deck, unit: Unit): readonly Unit[] {
	const found: Unit[] = [];
	for (let ring: readonly Unit[] = [unit]; ring.length > 0; ) {
		const required = new Set(ring.flatMap(({ requires }) => requires));
		ring = deck.units.filter((other) => required.has(other.id) && other !== unit && !found.includes(other));
		found.push(...ring);
	}
	return found;
}
