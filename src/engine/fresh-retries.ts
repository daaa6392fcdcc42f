// How long a pool lasts: forms in a row that ask nothing twice, counted by the draw's own way to share them out.

import type { Exposure } from '../model/attempt.ts';
import type { Id, Question, Unit } from '../model/deck.ts';
import { drawForm, preferring, sharedOut } from './draw-form.ts';
import { countsOf } from './first-forms.ts';
import { formPlanOf } from './form-plan.ts';
import { type LastingCounts, lastingCountsOf, lastingForms } from './lasting.ts';

/**
 * Forms after the first that ask nothing for a second time, at least so many whatever chance decides; a group counts as one question,
 * and a template as one that is fresh as often as it has values. At most a hundred are counted where there are templates. They hold for a learner who is asked by weight alone: after a not-yet a missed section is asked more, and is used up sooner.
 */
export interface FreshRetries {
	/** The least of the sections'. */
	readonly unit: number;
	/** In the unit's order; `undefined` for one that is never asked. */
	readonly sections: readonly (number | undefined)[];
	/** The same, as if no group lay in several sections. */
	readonly apart: readonly (number | undefined)[];
}

const known = new WeakMap<Unit, FreshRetries>();

export function freshRetriesOf(unit: Unit): FreshRetries {
	const retries = known.get(unit) ?? retriesIn(unit);
	known.set(unit, retries);
	return retries;
}

function retriesIn(unit: Unit): FreshRetries {
	const { asked, spanning } = countsOf(unit);
	const apart = sectionRetries(asked, lastingCountsOf(unit));
	const sections = spanning.size === 0 ? apart : drawnRetries(unit, apart);
	return { unit: Math.min(...sections.filter((each) => each !== undefined)), sections, apart };
}

/** By what decides them: many units are made up alike. */
const counted = new Map<string, readonly (number | undefined)[]>();

/** Without groups that lie in several sections. */
function sectionRetries(asked: number, sections: readonly LastingCounts[]): readonly (number | undefined)[] {
	const names = sections.map(({ weight, pool, lasting }) => `${weight} ${pool} ${lasting.toSorted((a, b) => a - b)}`);
	const name = `${asked} of ${names.join('; ')}`;
	const before = counted.get(name);
	if (before !== undefined) return before;
	// Sections of one weight and one pool take turns, so that each may come to be asked most.
	const firsts = new Map(names.map((own) => [own, retriesOf(names.indexOf(own), asked, sections)]));
	const retries = names.map((own) => firsts.get(own));
	counted.set(name, retries);
	return retries;
}

/** Each template lasts one form at least, and as long as its values do. */
function retriesOf(section: number, asked: number, sections: readonly LastingCounts[]): number | undefined {
	const once = retriesOnce(section, asked, sections);
	if (once === undefined || sections[section]?.lasting.length === 0) return once;
	return Math.max(once, lastingForms(asked, sections, section) - 1);
}

/**
 * Form after form, in counts, until this section is asked more than it has left. Where chance decides between sections, this one is
 * preferred: then what is asked of it in any number of forms is the most that can be. As if no question had several values.
 */
function retriesOnce(section: number, asked: number, sections: readonly LastingCounts[]): number | undefined {
	const order = sections.map((_, index) => index).toSorted((a, b) => Number(b === section) - Number(a === section));
	const shares = sections.map(({ weight, pool }) => ({ weight, cap: pool }));
	let fresh = sections.map(({ pool }) => pool);
	for (let forms = 0; ; forms++) {
		const counts = sharedOut(asked, preferring(fresh, order), (index) => shares[index] ?? { weight: 1, cap: 0 });
		if ((counts[section] ?? 0) > (fresh[section] ?? 0)) return Math.max(0, forms - 1);
		const left = fresh.map((count, index) => Math.max(0, count - (counts[index] ?? 0)));
		if (left.every((count, index) => count === fresh[index])) return undefined;
		fresh = left;
	}
}

/** Rows of forms that are drawn where counting alone does not tell. The first few go on for long, to see each section's end. */
const rows = 40;
const longRows = 8;
const longestRow = 12;

/** The fewest among many rows of forms that the draw really makes. */
function drawnRetries(unit: Unit, atMost: readonly (number | undefined)[]): readonly (number | undefined)[] {
	const least = [...atMost];
	for (let row = 0; row < rows; row++) {
		const shown = new Map<Id, Exposure>();
		const seen = new Set<string>();
		const told = least.filter((each) => each !== undefined);
		const end = Math.min(longestRow, 1 + (row < longRows ? Math.max(...told) : Math.min(...told)));
		for (let form = 0; form <= end; form++) {
			const { items } = drawForm(unit, [...shown.values()], new Set(), row * longestRow + form);
			const asked = items.map(({ question }) => question);
			const again = new Set(asked.filter((question) => seen.has(nameOf(question))).map(({ section }) => section));
			unit.sections.forEach(({ id }, index) => {
				const before = least[index];
				if (before !== undefined && again.has(id)) least[index] = Math.min(before, Math.max(0, form - 1));
			});
			for (const question of asked) {
				seen.add(nameOf(question)).add(slotOf(question));
				shown.set(question.id, shownAfter(shown.get(question.id), question, form + 1));
			}
		}
	}
	return least;
}

function shownAfter(before: Exposure | undefined, { id, variant }: Question, lastShown: number): Exposure {
	const shown = { question: id, timesShown: (before?.timesShown ?? 0) + 1, lastShown };
	return variant === undefined ? shown : { ...shown, variants: [...(before?.variants ?? []), variant.values] };
}

/** What would be a repetition: a template with the same values, else the question or a twin of it. */
function nameOf(question: Question): string {
	return question.variant === undefined ? slotOf(question) : `question ${question.id} with ${JSON.stringify(question.variant.values)}`;
}

/** Twins share one name. */
function slotOf({ id, group }: Question): string {
	return group === undefined ? `question ${id}` : `group ${group}`;
}

/**
 * The fewest questions more that give the section so many fresh retries, the others being as they are, and no group lying in
 * several of them.
 *
 * @returns undefined for a section that is never asked.
 */
export function missingForRetries(unit: Unit, section: number, retries: number): number | undefined {
	const { asked } = countsOf(unit);
	const sections = lastingCountsOf(unit);
	const pool = sections[section]?.pool ?? 0;
	return Array.from({ length: (retries + 1) * asked + 1 }, (_, more) => more).find((more) => {
		const larger = sections.map((each, index) => (index === section ? { ...each, pool: pool + more } : each));
		const own = retriesOf(section, Math.min(unit.draw, asked + more), larger);
		return own !== undefined && own >= retries;
	});
}

/** Retries by section, as if those that have fewer questions than they are due had enough for three forms: nothing spills over. */
export function retriesOnceDue(unit: Unit): readonly (number | undefined)[] {
	const sections = lastingCountsOf(unit);
	const due = formPlanOf(unit).sections.map((section) => section.due);
	return sectionRetries(
		unit.draw,
		sections.map((each, index) => {
			const most = due[index]?.most ?? 0;
			return each.pool === 0 || each.pool >= most ? each : { ...each, pool: 3 * most };
		}),
	);
}

/**
 * How many questions more, spread well over the sections, give all of them so many fresh retries; no group lying in several of them.
 * Each section gets what it is due in so many forms; what those cannot share evenly is added where it is needed most.
 */
export function questionsForRetries(unit: Unit, retries: number): number {
	const plan = formPlanOf(unit).sections;
	const larger = lastingCountsOf(unit).map(({ weight, pool, lasting }, index) => ({
		weight,
		lasting,
		pool: Math.max(pool, (retries + 1) * (plan[index]?.due.least ?? 0) - sumOf(lasting.map((times) => Math.min(times, retries + 1) - 1))),
	}));
	for (;;) {
		const counts = sectionRetries(unit.draw, larger).map((own) => own ?? retries);
		const fewest = Math.min(...counts);
		const neediest = larger[counts.indexOf(fewest)];
		if (fewest >= retries || neediest === undefined) break;
		neediest.pool += 1;
	}
	return larger.reduce((sum, { pool }, index) => sum + pool - (plan[index]?.pool ?? 0), 0);
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
