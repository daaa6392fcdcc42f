// Does an attempt meet the benchmark? In integers, with every shortfall named.

import type { AttemptSummary } from '../model/attempt.ts';
import type { Judgement, Need, SectionScore, Shortfall } from '../model/decision.ts';
import type { Id, Rule } from '../model/deck.ts';

/** The whole, in basis points. */
const whole = 10_000;

/** Smallest k with `10,000 k >= benchmark * asked`; for nothing asked, 0. */
export function rightNeeded(rule: Pick<Rule, 'benchmark'>, asked: number): number {
	return Math.floor((rule.benchmark * asked + whole - 1) / whole);
}

export function needOf(rule: Rule, asked: number): Need {
	return { asked, right: rightNeeded(rule, asked), rule };
}

/**
 * An attempt by its own rule, the one in force when it began. A question without an answer counts as not yet; an attempt that
 * asked nothing never qualifies.
 */
export function judge({ questions, rule }: Pick<AttemptSummary, 'questions' | 'rule'>): Judgement {
	const asked = questions.length;
	const right = questions.filter(({ verdict }) => verdict === 'right').length;
	const answered = questions.filter(({ verdict }) => verdict !== undefined).length;
	const need = rightNeeded(rule, asked);
	const sections = sectionScores(questions);

	const short: Shortfall[] = [];
	if (right < need || asked === 0) short.push({ kind: 'benchmark', right, need, asked });
	short.push(...sections.flatMap((section) => floorShortfall(section, rule.floor)));
	if (short.length > 0 && answered < asked) short.push({ kind: 'unfinished', answered, asked });
	return { right, asked, need, qualifies: short.length === 0, shortfalls: short, sections };
}

/** Sections asked once are left to the benchmark: one slip there says too little. */
function floorShortfall({ section, right, asked }: SectionScore, floor: number): readonly Shortfall[] {
	const need = Math.min(floor, asked);
	return asked < 2 || right >= need ? [] : [{ kind: 'floor', section, right, need, asked }];
}

function sectionScores(questions: AttemptSummary['questions']): readonly SectionScore[] {
	const scores = new Map<Id, SectionScore>();
	for (const { section, verdict } of questions) {
		const score: SectionScore = scores.get(section) ?? { section, right: 0, asked: 0, dontKnow: 0 };
		const unanswered = (score.unanswered ?? 0) + (verdict === undefined ? 1 : 0);
		scores.set(section, {
			section,
			right: score.right + (verdict === 'right' ? 1 : 0),
			asked: score.asked + 1,
			dontKnow: score.dontKnow + (verdict === 'dont-know' ? 1 : 0),
			...(unanswered === 0 ? {} : { unanswered }),
		});
	}
	return [...scores.values()];
}

/** Sections with a miss, most missed first, in order of appearance where equal. */
export function missedSections({ sections }: Pick<Judgement, 'sections'>): readonly SectionScore[] {
	return sections.filter((score) => missesIn(score) > 0).sort((a, b) => missesIn(b) - missesIn(a));
}

/** Answered, and not right. */
export function missesIn({ right, asked, unanswered = 0 }: SectionScore): number {
	return asked - right - unanswered;
}
