// What `gradus map` shows.

import type { Deck, Unit } from '../../model/deck.ts';
import type { DeckReport, UnitReport } from '../../model/report.ts';
import type { LearnerRecord } from '../ports.ts';
import { leftOpen, nextStep, type Progress, progressIn, standingIn, unitTitle } from '../progress.ts';
import { headOf, masteredIn } from './deck-head.ts';

export function deckReport(deck: Deck, record: LearnerRecord): DeckReport {
	const progress = progressIn(deck, record);
	return {
		...headOf(deck),
		mastered: masteredIn(progress),
		units: deck.units.map((unit) => unitReport(progress, unit, record)),
		next: nextStep(progress),
	};
}

function unitReport(progress: Progress, unit: Unit, record: LearnerRecord): UnitReport {
	const { deck, open } = progress;
	const readings = record.readings(deck.id, unit.id);
	const left = open.findLast((attempt) => attempt.unit === unit.id);
	return {
		unit: unit.id,
		title: unit.title,
		requires: unit.requires.map((required) => ({ unit: required, title: unitTitle(deck, required) })),
		sections: unit.sections.map(({ id, title, objective }) => {
			const readAt = readings.get(id);
			return { section: id, title, objective, ...(readAt === undefined ? {} : { readAt }) };
		}),
		standing: standingIn(progress, unit.id),
		...(left === undefined ? {} : { left: leftOpen(deck, left) }),
	};
}
