// What `gradus bookmarks` and `gradus disputes` show: the questions that somebody marked, as they were asked, and whether their deck
// has them still.

import { keyOf, presentationOf } from '../../engine/present.ts';
import type { AskedQuestion, Attempt, AttemptId, Bookmark, Dispute } from '../../model/attempt.ts';
import type { Deck, Question } from '../../model/deck.ts';
import type { BookmarksReport, DisputeEntry, DisputesReport, MarkedQuestion, QuestionNow } from '../../model/report.ts';
import type { LearnerRecord } from '../ports.ts';
import { unitOf } from '../progress.ts';
import { headOf } from './deck-head.ts';
import { type WaitingIn, waitingIn } from './kept-back.ts';

/**
 * @param decks those at hand.
 * @param only of this one alone.
 */
export function bookmarksReport(decks: readonly Deck[], record: LearnerRecord, only?: Deck): BookmarksReport {
	const attemptOf = attemptsIn(record);
	const waiting = waitingIn(record);
	return {
		bookmarks: record.bookmarks(only?.id).map((mark) => markedQuestion(mark, placeOf(mark, attemptOf), decks, waiting)),
	};
}

/**
 * @param decks those at hand.
 * @param only of this one alone.
 */
export function disputesReport(decks: readonly Deck[], record: LearnerRecord, only?: Deck): DisputesReport {
	const attemptOf = attemptsIn(record);
	const waiting = waitingIn(record);
	return { disputes: record.disputes(only?.id).map((dispute) => disputeEntry(dispute, placeOf(dispute, attemptOf), decks, waiting)) };
}

/** The key goes to whoever had answered, and does not have to answer it again just now; nor does a right answer, which is the same. */
function disputeEntry(dispute: Dispute, asked: AskedQuestion, decks: readonly Deck[], waiting: WaitingIn): DisputeEntry {
	const { answer, note } = dispute;
	const { question, verdict } = asked;
	return {
		...markedQuestion(dispute, asked, decks, waiting),
		note,
		...(answer === undefined || verdict === undefined
			? {}
			: { given: { verdict: verdict.kind, ...(isWaiting(dispute, waiting) ? {} : { answer, key: keyOf(question) }) } }),
	};
}

function isWaiting({ deck, unit, question }: Pick<Bookmark, 'deck' | 'unit' | 'question'>, waiting: WaitingIn): boolean {
	return waiting(deck, unit).has(question);
}

/** The values of a template may hold its key. */
function markedQuestion(mark: Bookmark, asked: AskedQuestion, decks: readonly Deck[], waiting: WaitingIn): MarkedQuestion {
	const { deck: id, unit, attempt, position, at } = mark;
	const keepsValues = asked.answer === undefined || isWaiting(mark, waiting);
	const { question } = asked;
	const deck = decks.find((each) => each.id === id);
	const sectionTitle = deck && unitOf(deck, unit)?.sections.find((each) => each.id === question.section)?.title;
	const { address } = deck === undefined ? {} : headOf(deck);
	return {
		deck: id,
		...(address === undefined ? {} : { address }),
		deckTitle: deck?.title ?? id,
		unit,
		unitTitle: (deck && unitOf(deck, unit)?.title) ?? unit,
		question: question.id,
		section: question.section,
		sectionTitle: sectionTitle ?? question.section,
		type: question.type,
		stem: presentationOf(asked).stem,
		fingerprint: question.fingerprint,
		...(keepsValues || question.variant === undefined ? {} : { values: question.variant.values }),
		now: nowOf(deck, unit, question),
		attempt,
		position,
		at,
	};
}

function nowOf(deck: Deck | undefined, unit: string, asked: Question): QuestionNow {
	if (deck === undefined) return 'elsewhere';
	const found = unitOf(deck, unit)?.questions.find(({ id }) => id === asked.id);
	if (found === undefined) return 'gone';
	return found.fingerprint === asked.fingerprint ? 'same' : 'changed';
}

/** Each attempt is read once, however many of its questions are marked. */
function attemptsIn(record: LearnerRecord): (id: AttemptId) => Attempt | undefined {
	const known = new Map<AttemptId, Attempt | undefined>();
	return (id) => {
		if (!known.has(id)) known.set(id, record.attempt(id));
		return known.get(id);
	};
}

function placeOf({ attempt, position }: Bookmark, attemptOf: (id: AttemptId) => Attempt | undefined): AskedQuestion {
	const asked = attemptOf(attempt)?.asked.find((each) => each.position === position);
	if (asked === undefined) throw new Error(`there is no question ${position} in attempt ${attempt}`);
	return asked;
}
