// Where a learner stands: the one function from facts to mastery and gates, which every screen uses.

import type { AttemptSummary, Exposure } from '../model/attempt.ts';
import type { Blocker, Gate, JudgedAttempt, Judgement, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import { judge, missedSections, needOf, rightNeeded } from './judge.ts';
import { freshnessOf } from './pool.ts';

/**
 * Every unit of a deck, by id.
 *
 * @param attempts of this deck, oldest first; units that the deck no longer has are passed over.
 * @param exposures of one unit; asked for once for each.
 */
export function standingsOf(
	deck: Deck,
	attempts: readonly AttemptSummary[],
	exposures: (unit: Id) => readonly Exposure[],
): ReadonlyMap<Id, UnitStanding> {
	const units = new Map(deck.units.map((unit) => [unit.id, unit]));
	const evidence = new Map(deck.units.map((unit) => [unit.id, evidenceOf(unit, attempts)]));
	const mastered = (unit: Id) => evidence.get(unit)?.masteredBy !== undefined;
	const missing = (unit: Unit) => unit.requires.filter((required) => !mastered(required));
	const isOpen = (unit: Unit) => mastered(unit.id) || missing(unit).length === 0;

	const blocker = (required: Id): Blocker[] => {
		const unit = units.get(required);
		const own = evidence.get(required);
		if (unit === undefined || own === undefined) return [];
		const latest = own.judged.at(-1);
		return [
			{
				unit: required,
				need: own.need,
				streak: own.streak,
				...(own.best === undefined ? {} : { best: own.best }),
				...(own.bestLacked === undefined ? {} : { bestLacked: own.bestLacked }),
				missed: latest === undefined ? [] : missedSections(latest.judgement),
				open: isOpen(unit),
			},
		];
	};
	const gateOf = (unit: Unit): Gate => {
		if (isOpen(unit)) return { open: true };
		const [first, ...others] = missing(unit).flatMap(blocker);
		if (first === undefined) throw new Error(`${unit.id} requires a unit that the deck does not have`);
		return { open: false, blockers: [first, ...others] };
	};

	return new Map(
		deck.units.map((unit) => {
			const own = evidence.get(unit.id) ?? evidenceOf(unit, attempts);
			const gate = gateOf(unit);
			const state = own.masteredBy !== undefined ? 'mastered' : gate.open ? 'open' : 'closed';
			return [unit.id, { ...own, unit: unit.id, state, gate, ...freshnessOf(unit.questions, exposures(unit.id)) }];
		}),
	);
}

type Evidence = Omit<UnitStanding, 'unit' | 'state' | 'gate' | 'fresh' | 'pool'>;

/** A later rule takes nothing away: each attempt is judged by the rule in force when it began, and mastery is a latch. */
function evidenceOf(unit: Unit, attempts: readonly AttemptSummary[]): Evidence {
	const judged: JudgedAttempt[] = [];
	for (const attempt of attempts) {
		if (attempt.unit !== unit.id || !countsForMastery(attempt)) continue;
		const judgement = judge(attempt);
		const streak = judgement.qualifies ? (judged.at(-1)?.streak ?? 0) + 1 : 0;
		const { passes } = attempt.rule;
		judged.push({ id: attempt.id, judgement, streak, passes, mastered: streak >= passes && !judged.some(({ mastered }) => mastered) });
	}
	const masteredBy = judged.find(({ mastered }) => mastered)?.id;
	const first = judged[0]?.judgement;
	const best = bestOf(judged.map(({ judgement }) => judgement));
	const lacking = masteredBy === undefined && best !== undefined && best.right >= rightNeeded(unit.rule, best.asked);
	return {
		need: needOf(unit.rule, Math.min(unit.draw, freshnessOf(unit.questions, []).pool)),
		judged,
		streak: judged.at(-1)?.streak ?? 0,
		notYetsInARow: masteredBy === undefined ? judged.length - 1 - judged.findLastIndex(({ judgement }) => judgement.qualifies) : 0,
		...(first === undefined ? {} : { first: { right: first.right, asked: first.asked } }),
		...(best === undefined ? {} : { best: { right: best.right, asked: best.asked } }),
		...(lacking ? { bestLacked: best.shortfalls } : {}),
		...(masteredBy === undefined ? {} : { masteredBy }),
	};
}

/** Quizzes that have ended and of which something was shown: looking and leaving is no way round a miss. Practice never counts. */
export function countsForMastery({ kind, outcome, questions }: AttemptSummary): boolean {
	return kind === 'quiz' && outcome !== undefined && questions.some(({ shown, verdict }) => shown === true || verdict !== undefined);
}

/** Highest share right, compared in integers; the earlier of equals. */
function bestOf(judgements: readonly Judgement[]): Judgement | undefined {
	let best: Judgement | undefined;
	for (const judgement of judgements) {
		if (best === undefined || judgement.right * best.asked > best.right * judgement.asked) best = judgement;
	}
	return best;
}
