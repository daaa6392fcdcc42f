// Two versions of a deck and one record -> what the change means. Nothing is written: history stays as it is.

import type { Exposure } from '../model/attempt.ts';
import type { Deck, Question, Rule, Unit } from '../model/deck.ts';
import type { DeckUpdate, UnitUpdate } from '../model/deck-update.ts';
import type { LearnerRecord } from './ports.ts';
import { type Progress, progressIn } from './progress.ts';

export function deckUpdate(before: Deck, after: Deck, record: LearnerRecord): DeckUpdate {
	const then = progressIn(before, record);
	const now = progressIn(after, record);
	const gone = before.units.filter(({ id }) => !after.units.some((unit) => unit.id === id));
	return {
		deck: after.id,
		title: after.title,
		same: before.digest === after.digest,
		units: [
			...after.units.map((unit) =>
				unitUpdate(
					before.units.find(({ id }) => id === unit.id),
					unit,
					then,
					now,
					record,
				),
			),
			...gone.map((unit) => unitUpdate(unit, undefined, then, now, record)),
		],
		stranded: then.open.filter((attempt) => gone.some(({ id }) => id === attempt.unit)).length,
	};
}

function unitUpdate(before: Unit | undefined, after: Unit | undefined, then: Progress, now: Progress, record: LearnerRecord): UnitUpdate {
	const { id, title } = after ?? before ?? { id: '', title: '' };
	const shown = new Set(record.exposures(now.deck.id, id).map(({ question }: Exposure) => question));
	const seen = (questions: readonly Question[]) => questions.filter((question) => shown.has(question.id)).length;
	const removed = without(before?.questions, after?.questions);
	const added = without(after?.questions, before?.questions);
	const rekeyed = (after?.questions ?? []).filter((question) =>
		before?.questions.some((other) => other.id === question.id && other.fingerprint !== question.fingerprint),
	);
	const states = { before: then.standings.get(id)?.state, after: now.standings.get(id)?.state };
	return {
		unit: id,
		title,
		change: before === undefined ? 'new' : after === undefined ? 'gone' : isSame(before, after) ? 'same' : 'changed',
		added: added.length,
		removed: removed.length,
		rekeyed: rekeyed.length,
		seen: { removed: seen(removed), rekeyed: seen(rekeyed) },
		...(before === undefined || after === undefined || isSameRule(before, after)
			? {}
			: { rule: { before: before.rule, after: after.rule } }),
		...(states.before === states.after
			? {}
			: {
					state: {
						...(states.before === undefined ? {} : { before: states.before }),
						...(states.after === undefined ? {} : { after: states.after }),
					},
				}),
		attempts: now.pasts.get(id)?.attempts ?? 0,
	};
}

function without(questions: readonly Question[] = [], others: readonly Question[] = []): readonly Question[] {
	const known = new Set(others.map(({ id }) => id));
	return questions.filter(({ id }) => !known.has(id));
}

/** To the letter: an explanation that was polished is a change too. */
function isSame(before: Unit, after: Unit): boolean {
	return JSON.stringify(before) === JSON.stringify(after);
}

function isSameRule({ rule: before, draw }: Unit, { rule: after, draw: drawAfter }: Unit): boolean {
	const keys: readonly (keyof Rule)[] = ['benchmark', 'passes', 'floor'];
	return draw === drawAfter && keys.every((key) => before[key] === after[key]);
}
