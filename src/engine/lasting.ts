// How long templates keep a section from repeating itself: each is one question of a form, and fresh as often as it has values.

import type { Id, Question, Unit } from '../model/deck.ts';
import { countsOf, rangesInAnyForm, type SectionCounts } from './first-forms.ts';
import { countVariants } from './variants/unseen.ts';

/** A section's questions, and how often those of them can be asked that can be asked more than once without a repetition. */
export interface LastingCounts extends SectionCounts {
	/** Of each, a group being one: at least 2, and at most `mostForms`. In no order. */
	readonly lasting: readonly number[];
}

/** Longer rows of forms are not counted: nobody sits so many. */
export const mostForms = 100;

const known = new WeakMap<Unit, readonly LastingCounts[]>();

export function lastingCountsOf(unit: Unit): readonly LastingCounts[] {
	const counts =
		known.get(unit) ?? countsOf(unit).sections.map((own, index) => ({ ...own, lasting: lastingIn(unit, unit.sections[index]?.id ?? '') }));
	known.set(unit, counts);
	return counts;
}

function lastingIn({ questions }: Unit, section: Id): readonly number[] {
	const slots = new Map<string, number>();
	for (const question of questions) {
		if (question.section !== section || (question.template === undefined && question.group === undefined)) continue;
		const name = question.group === undefined ? `question ${question.id}` : `group ${question.group}`;
		slots.set(name, (slots.get(name) ?? 0) + timesFresh(question));
	}
	return [...slots.values()].filter((times) => times > 1).map((times) => Math.min(times, mostForms));
}

/** A twin without values is fresh only where it comes first: it adds nothing to be sure of. */
function timesFresh({ template }: Question): number {
	return template === undefined ? 0 : countVariants(template, mostForms).count;
}

/**
 * Forms in a row that ask nothing of this section for a second time, if each asks as much of it as any form may: whatever chance
 * decides, even where it uses up first what can be asked only once.
 *
 * @returns at most `mostForms`.
 */
export function lastingForms(asked: number, sections: readonly LastingCounts[], section: number): number {
	const own = sections[section];
	const most = rangesInAnyForm({ asked, sections, pool: 0, spanning: new Set() })[section]?.most ?? 0;
	if (own === undefined || most === 0) return mostForms;
	let once = own.pool - own.lasting.length;
	let templates = own.lasting.map((left) => ({ left, shown: 0 }));
	for (let forms = 0; forms < mostForms; forms++) {
		const alone = Math.min(once, most);
		if (alone + templates.length < most) return forms;
		once -= alone;
		// Never shown before shown, least often shown first; of equals, those that are used up first.
		const order = templates.toSorted((a, b) => a.shown - b.shown || a.left - b.left);
		templates = order
			.map(({ left, shown }, place) => (place < most - alone ? { left: left - 1, shown: shown + 1 } : { left, shown }))
			.filter(({ left }) => left > 0);
	}
	return mostForms;
}
