// The record of somebody who has done nothing yet: so that looking at a map leaves no file behind.

import type { LearnerRecord } from './ports.ts';

export const emptyRecord: LearnerRecord = {
	summaries: () => [],
	pasts: () => new Map(),
	exposures: () => [],
	openAttempts: () => [],
	attempt: () => undefined,
	latestAttempt: () => undefined,
	attemptsBeginning: () => [],
	learners: () => [],
	recentDecks: () => [],
	readings: () => new Map(),
	bookmarks: () => [],
	disputes: () => [],
	begin: refuse,
	show: refuse,
	answer: refuse,
	finish: refuse,
	read: refuse,
	bookmark: refuse,
	dispute: refuse,
};

function refuse(): never {
	throw new Error('the empty record keeps nothing');
}
