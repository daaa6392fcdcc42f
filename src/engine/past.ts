// What the attempts of one unit come to: one fold over them, oldest first, which can be taken up again where it was left.

import type { AttemptSummary } from '../model/attempt.ts';
import type { EarlierAttempts, JudgedAttempt, Judgement, Past, PastAttempt, Score } from '../model/decision.ts';
import { judgedKept, listedKept } from '../model/decision.ts';
import type { Id } from '../model/deck.ts';
import { judge } from './judge.ts';

/** How many of the latest are told one by one. */
interface Kept {
	readonly judged: number;
	readonly listed: number;
}

const nothing: Past = { attempts: 0, timeOnTask: 0, recent: [], streak: 0, notYetsInARow: 0, practised: false, answered: [] };

/** @param attempts of one unit, oldest first; each begun after all that `before` is of. */
export function pastOf(attempts: readonly AttemptSummary[], before: Past = nothing): Past {
	return folded(attempts, before, { judged: judgedKept, listed: listedKept });
}

/** Every attempt told one by one. */
export function wholePastOf(attempts: readonly AttemptSummary[]): Past {
	return folded(attempts, nothing, { judged: Number.POSITIVE_INFINITY, listed: Number.POSITIVE_INFINITY });
}

/** By unit, each oldest first. */
export function pastsOf(attempts: readonly AttemptSummary[], fold = pastOf): ReadonlyMap<Id, Past> {
	const units = new Map<Id, AttemptSummary[]>();
	for (const attempt of attempts) {
		const own = units.get(attempt.unit);
		if (own === undefined) units.set(attempt.unit, [attempt]);
		else own.push(attempt);
	}
	return new Map([...units].map(([unit, own]) => [unit, fold(own)]));
}

/** Later rules take nothing away: each attempt is judged by the rule in force when it began, and mastery is a latch. */
function folded(attempts: readonly AttemptSummary[], before: Past, kept: Kept): Past {
	let { timeOnTask, streak, notYetsInARow, first, best, mastery, latestEnd, practised } = before;
	const recent = [...before.recent];
	const answered = new Map(before.answered.map((score) => [score.section, score]));
	for (const attempt of attempts) {
		const { unit: _, questions, ...head } = attempt;
		const judgement = judge(attempt);
		const score = scoreOf(judgement);
		timeOnTask += attempt.timeOnTask ?? 0;
		let judged: JudgedAttempt | undefined;
		if (countsForMastery(attempt)) {
			const { passes } = attempt.rule;
			streak = judgement.qualifies ? streak + 1 : 0;
			notYetsInARow = judgement.qualifies ? 0 : notYetsInARow + 1;
			judged = { id: attempt.id, judgement, streak, passes, mastered: streak >= passes && mastery === undefined };
			first ??= score;
			best = betterOf(best, judgement);
			if (judged.mastered) mastery = { by: attempt.id, startedAt: attempt.startedAt };
			latestEnd = attempt.finishedAt;
			practised = false;
			addAnswered(answered, judgement);
		} else if (attempt.kind === 'practice' && attempt.outcome === 'finished') practised = true;
		recent.push({
			...head,
			score,
			answered: questions.filter(({ verdict }) => verdict !== undefined).length,
			...(judged === undefined ? {} : { judged }),
		});
	}
	const told = latestOf(recent, kept);
	const earlier = earlierWith(before.earlier, recent, told);
	return {
		attempts: before.attempts + attempts.length,
		timeOnTask,
		recent: recent.filter((attempt) => told.has(attempt)),
		...(earlier === undefined ? {} : { earlier }),
		streak,
		notYetsInARow,
		...(first === undefined ? {} : { first }),
		...(best === undefined ? {} : { best }),
		...(mastery === undefined ? {} : { mastery }),
		...(latestEnd === undefined ? {} : { latestEnd }),
		practised,
		answered: [...answered.values()],
	};
}

/** Quizzes that have ended and of which something was shown: looking and leaving is no way round a miss. Practice never counts. */
export function countsForMastery({ kind, outcome, questions }: AttemptSummary): boolean {
	return kind === 'quiz' && outcome !== undefined && questions.some(({ shown, verdict }) => shown === true || verdict !== undefined);
}

export function scoreOf({ right, asked }: Score): Score {
	return { right, asked };
}

/** Highest share right, compared in integers; the earlier of equals. */
function betterOf<S extends Score>(earlier: S | undefined, later: S): S {
	return earlier === undefined || later.right * earlier.asked > earlier.right * later.asked ? later : earlier;
}

function addAnswered(answered: Map<Id, Score & { readonly section: Id }>, { sections }: Judgement): void {
	for (const { section, right, asked, unanswered = 0 } of sections) {
		if (asked === unanswered) continue;
		const before = answered.get(section) ?? { right: 0, asked: 0 };
		answered.set(section, { section, right: before.right + right, asked: before.asked + asked - unanswered });
	}
}

function latestOf(recent: readonly PastAttempt[], { judged, listed }: Kept): ReadonlySet<PastAttempt> {
	return new Set([...recent.filter((attempt) => attempt.judged !== undefined).slice(-judged), ...recent.slice(-listed)]);
}

/** Those that are told no longer are counted instead. */
function earlierWith(
	before: EarlierAttempts | undefined,
	recent: readonly PastAttempt[],
	told: ReadonlySet<PastAttempt>,
): EarlierAttempts | undefined {
	let earlier = before;
	for (const attempt of recent) {
		if (attempt.judged === undefined || told.has(attempt)) continue;
		const { qualifies } = attempt.judged.judgement;
		earlier = {
			count: (earlier?.count ?? 0) + 1,
			notYets: (earlier?.notYets ?? 0) + (qualifies ? 0 : 1),
			best: scoreOf(betterOf(earlier?.best, attempt.score)),
		};
	}
	return earlier;
}
