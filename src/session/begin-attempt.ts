// Starting an attempt: draw it, and commit it before anything is shown.

import type { Admission } from '../engine/admit.ts';
import { compositionOf, drawForm } from '../engine/draw-form.ts';
import { drawPractice } from '../engine/draw-practice.ts';
import { needOf } from '../engine/judge.ts';
import type { Attempt, AttemptKind, FormItem } from '../model/attempt.ts';
import type { Form } from '../model/decision.ts';
import type { Id } from '../model/deck.ts';
import type { LearnerRecord, Notice, World } from './ports.ts';
import { missedLastTime } from './progress.ts';

interface Drawer {
	readonly record: LearnerRecord;
	readonly world: World;
}

export interface Begun {
	/** False: another terminal has just opened one, and this is it. */
	readonly begun: boolean;
	readonly attempt: Attempt;
	/** What to tell before the first question. */
	readonly notice: Notice;
}

export function beginQuiz({ record, world }: Drawer, admission: Admission): Begun {
	const { deck, unit, standing } = admission;
	const seed = world.newSeed();
	const form = drawForm(unit, record.exposures(deck.id, unit.id), missedLastTime(standing), seed);
	return begin({ record, world }, admission, 'quiz', seed, form);
}

/**
 * @param sections to practise; none: all.
 * @returns undefined where nothing can be practised without using up questions that attempts will need.
 */
export function beginPractice({ record, world }: Drawer, admission: Admission, sections: ReadonlySet<Id>): Begun | undefined {
	const { deck, unit } = admission;
	const seed = world.newSeed();
	const items = drawPractice(unit, record.exposures(deck.id, unit.id), sections, seed);
	if (items.length === 0) return undefined;
	return begin({ record, world }, admission, 'practice', seed, { items, quotas: [] });
}

/** How many questions practice would ask now. */
export function practiceSize(record: LearnerRecord, { deck, unit }: Admission, sections: ReadonlySet<Id>): number {
	return drawPractice(unit, record.exposures(deck.id, unit.id), sections, 0).length;
}

function begin({ record, world }: Drawer, { deck, unit }: Admission, kind: AttemptKind, seed: number, form: Form): Begun {
	const { begun, attempt } = record.begin({
		id: world.newId(),
		deck: deck.id,
		...(deck.version === undefined ? {} : { deckVersion: deck.version }),
		deckDigest: deck.digest,
		unit: unit.id,
		kind,
		seed,
		rule: unit.rule,
		startedAt: world.now(),
		items: form.items,
	});
	const asked: readonly FormItem[] = attempt.asked;
	const notice: Notice = {
		kind: 'form',
		deck,
		unit,
		attemptKind: kind,
		need: needOf(attempt.rule, asked.length),
		form: { ...form, items: asked },
		composition: compositionOf(asked),
	};
	return { begun, attempt, notice };
}
