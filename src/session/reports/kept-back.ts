// What no report may tell for now: the keys of questions that stand open in a quiz, however often they were answered before. For the
// same reason practice never runs beside a quiz.

import type { Id } from '../../model/deck.ts';
import type { LearnerRecord } from '../ports.ts';

/** Of a unit: ids of the questions that a quiz has shown and that wait for their answer. */
export type WaitingIn = (deck: Id, unit: Id) => ReadonlySet<Id>;

export function waitingIn(record: Pick<LearnerRecord, 'openAttempts'>): WaitingIn {
	const quizzes = record.openAttempts().filter(({ kind }) => kind === 'quiz');
	return (deck, unit) =>
		new Set(
			quizzes
				.filter((attempt) => attempt.deck === deck && attempt.unit === unit)
				.flatMap(({ asked }) => asked.filter(({ shownAt, answer }) => shownAt !== undefined && answer === undefined))
				.map(({ question }) => question.id),
		);
}
