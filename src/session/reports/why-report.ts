// What `gradus why` shows: all that a unit's state is derived from.

import { wholePastOf } from '../../engine/past.ts';
import type { Deck, Id } from '../../model/deck.ts';
import type { WhyReport } from '../../model/report.ts';
import type { LearnerRecord } from '../ports.ts';
import { progressIn, standingIn, unitOf, unitTitle } from '../progress.ts';
import { type Extent, historyEntry } from './history-report.ts';

/** @returns undefined for a unit that the deck does not have. */
export function whyReport(deck: Deck, id: Id, record: LearnerRecord, extent: Extent = 'all'): WhyReport | undefined {
	const unit = unitOf(deck, id);
	if (unit === undefined) return undefined;
	const progress = progressIn(deck, record);
	const past = extent === 'all' ? wholePastOf(record.summaries(deck.id, unit.id)) : progress.pasts.get(unit.id);
	const attempts = past?.recent ?? [];
	return {
		deck: deck.id,
		unit: unit.id,
		title: unit.title,
		standing: standingIn(progress, unit.id),
		requires: unit.requires.map((required) => {
			const { state, best } = standingIn(progress, required);
			const named = { unit: required, title: unitTitle(deck, required), mastered: state === 'mastered' };
			return best === undefined ? named : { ...named, best };
		}),
		attempts: attempts.map((attempt) => historyEntry(deck.id, unit.id, unit.title, attempt)),
		attemptsInAll: past?.attempts ?? 0,
		...(past?.mastery === undefined ? {} : { masteryStartedAt: past.mastery.startedAt }),
		titles: Object.fromEntries(
			deck.units.map((other) => [
				other.id,
				{ title: other.title, sections: Object.fromEntries(other.sections.map((section) => [section.id, section.title])) },
			]),
		),
	};
}
