// The make-up of a unit's forms before anybody has sat one: what the draw itself would share out. How long the pool lasts is worked
// out in fresh-retries.ts.

import type { Need } from '../model/decision.ts';
import type { Id, Unit } from '../model/deck.ts';
import { countsOf, dueFormsOf, type FirstForm, firstFormsOf, meanIn, type Range, rangeIn } from './first-forms.ts';
import { needOf } from './judge.ts';

export interface SectionPlan {
	readonly section: Id;
	/** Its questions, a group counting once. */
	readonly pool: number;
	/** By weight alone, as if every section had questions enough. */
	readonly due: Range;
	/** What first forms ask of it: less than `due` where its own pool is too small, more where another's is. */
	readonly asked: Range;
	/** What they ask in the mean. */
	readonly mean: number;
	/** Every form is due more of it than it has, so that the rest is asked elsewhere. */
	readonly short: boolean;
}

export interface FormPlan {
	/** Questions of the unit, a group counting once. */
	readonly pool: number;
	/** Questions in a form: the draw, or the pool where that is smaller. */
	readonly asked: number;
	readonly need: Need;
	/** In the unit's order. */
	readonly sections: readonly SectionPlan[];
	/** Every way in which the draw can share out a first form. */
	readonly forms: readonly FirstForm[];
}

const known = new WeakMap<Unit, FormPlan>();

/** For a learner without history, nothing missed and nothing shown. */
export function formPlanOf(unit: Unit): FormPlan {
	const plan = known.get(unit) ?? planOf(unit);
	known.set(unit, plan);
	return plan;
}

function planOf(unit: Unit): FormPlan {
	const counts = countsOf(unit);
	const { pool, asked } = counts;
	const forms = firstFormsOf(counts);
	const dueForms = dueFormsOf(counts);
	const sections = unit.sections.map(({ id }, index): SectionPlan => {
		const own = counts.sections[index]?.pool ?? 0;
		const due = rangeIn(dueForms, index);
		return { section: id, pool: own, due, asked: rangeIn(forms, index), mean: meanIn(forms, index), short: own < due.least };
	});
	return { pool, asked, need: needOf(unit.rule, asked), sections, forms };
}
