// Can an attempt that goes on still qualify?

import type { AttemptSummary } from '../model/attempt.ts';
import type { Reach } from '../model/decision.ts';
import { judge } from './judge.ts';

/**
 * Exact, by the judgement itself: more right answers never take away from benchmark or floor, so the attempt at its best is the one
 * with every unanswered question right.
 */
export function reachOf({ questions, rule }: Pick<AttemptSummary, 'questions' | 'rule'>): Reach {
	const { qualifies, shortfalls } = judge({
		rule,
		questions: questions.map((question) => ({ ...question, verdict: question.verdict ?? 'right' })),
	});
	return qualifies ? { within: true } : { within: false, short: shortfalls };
}
