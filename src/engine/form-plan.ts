// The make-up of a unit's forms before anybody has sat one: what the draw itself would share out, and how long the pool lasts.

import type { Need } from '../model/decision.ts';
import type { Id, Question, Unit } from '../model/deck.ts';
import { chanceFrom } from './chance.ts';
import { planQuotas } from './draw-form.ts';
import { needOf } from './judge.ts';
import { candidatesOf } from './pool.ts';

/**
 * A mean number of questions in a form, as a fraction of whole numbers: 5 questions in 2 forms is 2.5 in a form. Sections of equal
 * weight take turns at what cannot be shared evenly, so that over several forms each gets the mean.
 */
export interface Share {
	readonly questions: number;
	/** At least 1. */
	readonly forms: number;
}

export interface SectionPlan {
	readonly section: Id;
	/** As in `Section`. */
	readonly weight: number;
	/** Its questions, a group counting once. */
	readonly pool: number;
	/** By weight alone, as if every section had questions enough. */
	readonly due: Share;
	/** What forms ask of it: less than `due` where its own pool is too small, more where another's is. */
	readonly quota: Share;
	/** Every form is due more of it than it has, so that the rest is asked elsewhere. */
	readonly short: boolean;
	/** As `freshRetriesOf` its pool and quota; absent: it is never asked. */
	readonly freshRetries?: number;
}

export interface FormPlan {
	/** Questions of the unit, a group counting once. */
	readonly pool: number;
	/** Questions in a form: the draw, or the pool where that is smaller. */
	readonly asked: number;
	readonly need: Need;
	/** In the unit's order. */
	readonly sections: readonly SectionPlan[];
	/** Further forms without any question seen before: the least of the unit's own and its sections'. */
	readonly freshRetries: number;
}

const known = new WeakMap<Unit, FormPlan>();

/** For a learner without history: the shares are those of `planQuotas`, nothing missed and nothing shown. */
export function formPlanOf(unit: Unit): FormPlan {
	const plan = known.get(unit) ?? planOf(unit);
	known.set(unit, plan);
	return plan;
}

function planOf(unit: Unit): FormPlan {
	const candidates = candidatesOf(unit.questions, []);
	const pool = sizeOf(unit.questions);
	const asked = Math.min(unit.draw, pool);
	const quotas = planQuotas(unit, candidates, new Set(), chanceFrom(0)).map((quota, index) => ({
		...quota,
		weight: unit.sections[index]?.weight ?? 1,
		pool: sizeOf(unit.questions.filter(({ section }) => section === quota.section)),
	}));
	const sections = quotas.map(({ section, weight, pool: own }): SectionPlan => {
		const equals = quotas.filter((other) => other.weight === weight);
		const due = { questions: sumOf(equals.map((each) => each.due)), forms: equals.length };
		const quota = takingTurns(equals, own);
		const freshRetries = freshRetriesOf(own, quota);
		return { section, weight, pool: own, due, quota, short: own < leastOf(due), ...(freshRetries === undefined ? {} : { freshRetries }) };
	});
	const retries = [freshRetriesOf(pool, { questions: asked, forms: 1 }), ...sections.map(({ freshRetries }) => freshRetries)];
	return { pool, asked, need: needOf(unit.rule, asked), sections, freshRetries: Math.min(...retries.filter((each) => each !== undefined)) };
}

/** A group counts once, as in `slotsOf`. */
function sizeOf(questions: readonly Question[]): number {
	const groups = new Set(questions.map(({ group }) => group).filter((group) => group !== undefined));
	return groups.size + questions.filter(({ group }) => group === undefined).length;
}

/** What is asked of sections of equal weight, shared evenly among them; whoever has less than the mean gives all, and the others share the rest. */
function takingTurns(equals: readonly { readonly asked: number; readonly pool: number }[], own: number): Share {
	let questions = sumOf(equals.map(({ asked }) => asked));
	let forms = equals.length;
	for (const pool of equals.map((each) => each.pool).toSorted((a, b) => a - b)) {
		if (pool * forms > questions) break;
		if (pool === own) return { questions: own, forms: 1 };
		questions -= pool;
		forms -= 1;
	}
	return { questions, forms };
}

/**
 * Forms after the first that a pool serves without repeating a question: floor(pool / share) - 1, at least 0. It holds for a learner
 * who is asked by weight alone; after a not-yet, a missed section is asked more, and its pool is used up sooner.
 *
 * @returns undefined where nothing is asked.
 */
export function freshRetriesOf(pool: number, { questions, forms }: Share): number | undefined {
	return questions === 0 ? undefined : Math.max(0, Math.floor((pool * forms) / questions) - 1);
}

/** The smallest pool that gives so many fresh retries. */
export function poolForRetries(retries: number, { questions, forms }: Share): number {
	return Math.ceil(((retries + 1) * questions) / forms);
}

/** The fewest questions a form asks of the section. */
export function leastOf({ questions, forms }: Share): number {
	return Math.floor(questions / forms);
}

/** The most questions a form asks of the section. */
export function mostOf({ questions, forms }: Share): number {
	return Math.ceil(questions / forms);
}

function sumOf(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
