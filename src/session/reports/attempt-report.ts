// What `gradus show` shows: one attempt, question by question, as it was asked. Tells no more than the learner has been told: nothing of
// a question that was never shown, and no key of one that was not answered, whether the attempt is open or has ended; nor of one that
// stands open in a quiz just now.

import { judge, needOf } from '../../engine/judge.ts';
import { countsForMastery } from '../../engine/past.ts';
import { feedbackOn, keyOf, presentationOf } from '../../engine/present.ts';
import type { AskedQuestion, Attempt, AttemptSummary, Presentation } from '../../model/attempt.ts';
import type { Deck, Id } from '../../model/deck.ts';
import { type AnsweredReport, type AskedReport, type AttemptReport, longestThought } from '../../model/report.ts';
import { unitOf, unitTitle } from '../progress.ts';
import type { WaitingIn } from './kept-back.ts';

/**
 * @param deck the one it was drawn from, where that is at hand; it lends the titles, and the questions come from the record.
 * @param waiting questions that stand open in a quiz: none unless stated.
 */
export function attemptReport(attempt: Attempt, deck: Deck | undefined, waiting: WaitingIn = () => new Set()): AttemptReport {
	const { id, deck: deckId, unit, kind, rule, startedAt, finishedAt, outcome, asked } = attempt;
	const summary = summaryOf(attempt);
	const judgement = judge(summary);
	const answered = asked.filter(({ answer }) => answer !== undefined);
	const keptBack = waiting(deckId, unit);
	const titleOf = (section: Id) => (deck && unitOf(deck, unit)?.sections.find((each) => each.id === section)?.title) ?? section;
	return {
		attempt: id,
		deck: deckId,
		deckTitle: deck?.title ?? deckId,
		...(deck === undefined ? {} : { deckChanged: deck.digest !== attempt.deckDigest }),
		unit,
		unitTitle: deck === undefined ? unit : unitTitle(deck, unit),
		kind,
		rule,
		need: needOf(rule, asked.length),
		startedAt,
		...(finishedAt === undefined ? {} : { finishedAt }),
		...(outcome === undefined ? {} : { outcome }),
		score: { right: judgement.right, asked: judgement.asked },
		answered: answered.length,
		...(answered.length === 0 ? {} : { timeOnTask: sum(answered.map(timeOn)) }),
		...(countsForMastery(summary) ? { judgement } : {}),
		questions: asked.map((each) => askedReport(each, titleOf, keptBack)),
	};
}

function askedReport(asked: AskedQuestion, titleOf: (section: Id) => string, keptBack: ReadonlySet<Id>): AskedReport {
	const { position, question, reason, shownAt, verdict } = asked;
	if (shownAt === undefined) return { position, shown: false };
	const told = keptBack.has(question.id) ? undefined : answeredReport(asked, titleOf);
	const presentation = presentationOf(asked);
	return {
		position,
		shown: true,
		question: question.id,
		section: question.section,
		sectionTitle: titleOf(question.section),
		fingerprint: question.fingerprint,
		reason,
		...(told === undefined || question.variant === undefined ? {} : { values: question.variant.values }),
		presentation: told === undefined ? withoutBlankIds(presentation) : presentation,
		shownAt,
		...(told === undefined ? {} : { answered: told }),
		...(told === undefined && verdict !== undefined ? { keptBack: verdict.kind } : {}),
	};
}

/** The id of a blank may give its key away: numbers instead, as they stand in the text. */
function withoutBlankIds(presentation: Presentation): Presentation {
	return presentation.type === 'cloze'
		? { ...presentation, blanks: presentation.blanks.map((_, index) => String(index + 1)) }
		: presentation;
}

function answeredReport(
	{ question, answer, verdict, answeredAt }: AskedQuestion,
	titleOf: (section: Id) => string,
): AnsweredReport | undefined {
	if (answer === undefined || verdict === undefined || answeredAt === undefined) return undefined;
	return {
		answer,
		verdict,
		answeredAt,
		key: keyOf(question),
		chosenFeedback: feedbackOn(question, answer),
		explanation: question.explanation,
		...(question.source === undefined ? {} : { source: question.source }),
		reread: [question.section, ...question.also].map((section) => ({ section, title: titleOf(section) })),
	};
}

function summaryOf({ asked, ...head }: Attempt): AttemptSummary {
	return {
		...head,
		questions: asked.map(({ question, shownAt, verdict }) => ({
			id: question.id,
			section: question.section,
			...(shownAt === undefined ? {} : { shown: true }),
			...(verdict === undefined ? {} : { verdict: verdict.kind }),
		})),
	};
}

/** As `AttemptSummary.timeOnTask` counts. */
function timeOn({ shownAt = 0, answeredAt = 0 }: AskedQuestion): number {
	return Math.min(Math.max(answeredAt - shownAt, 0), longestThought);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
