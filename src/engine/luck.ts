// How far luck carries in a unit: for guessers, and for learners who know a share of it. Counts questions and forms; the chances
// themselves are worked out in odds.ts.

import type { Luck, UnitLuck } from '../model/author-report.ts';
import type { Id, Question, Rule, Unit } from '../model/deck.ts';
import { type FormPlan, formPlanOf, leastOf, mostOf } from './form-plan.ts';
import { chanceOfMastery, chanceOfQualifying, exactlyThese, type SectionChances, someOf } from './odds.ts';
import { candidatesOf, slotsOf } from './pool.ts';

/** Tries that `withinFive` counts. */
const fewTries = 5;

/** The learners who are looked at: the share of questions that they get right, in percent. */
export const learnerPercents = [60, 70, 80, 90, 95] as const;

/** The chance that one question is answered right, from 0 to 1. */
export type Rate = (question: Question) => number;

/**
 * Of somebody who knows nothing: one of n options 1/n; ticking any of the 2^n - 1 choices of at least one option 1/(2^n - 1); what
 * must be typed 0.
 */
export function guessRate(question: Question): number {
	switch (question.type) {
		case 'choice':
			return 1 / question.options.length;
		case 'multiple':
			return 1 / (2 ** question.options.length - 1);
		case 'true-false':
			return 1 / 2;
		case 'text':
		case 'number':
			return 0;
	}
}

/** Blind guessing over the luckiest form, and learners who get each question right with one chance. */
export function luckOf(unit: Unit): UnitLuck {
	return {
		blind: guessingLuck(unit),
		learners: learnerPercents.map((percent) => ({ percent, ...learnerLuck(unit, percent / 100) })),
	};
}

export function guessingLuck(unit: Unit): Luck {
	const form = luckiestForm(unit, guessRate);
	// Without a floor it is the same to whom a question belongs.
	const parts = unit.rule.floor === 0 ? [form.flat()] : form;
	return luckWith(
		unit.rule,
		parts.map((part) => exactlyThese(part.map(guessRate))),
	);
}

/** @param share the chance of each question, whatever it is, from 0 to 1. */
export function learnerLuck(unit: Unit, share: number): Luck {
	const counts = unit.rule.floor === 0 ? [formPlanOf(unit).asked] : countsOf(unit);
	return luckWith(
		unit.rule,
		counts.map((count) => exactlyThese(Array.from({ length: count }, () => share))),
	);
}

/** By rates of one's own, over every first form that the draw may make: each section's questions drawn with equal chance. */
export function typicalLuck(unit: Unit, rate: Rate): Luck {
	const candidates = candidatesOf(unit.questions, []);
	const counts = countsOf(unit);
	const sections = unit.sections.map(({ id }, index) => {
		const slots = slotsOf(candidates.filter(({ question }) => question.section === id));
		return someOf(
			slots.map((slot) => meanOf(slot.candidates.map(({ question }) => rate(question)))),
			counts[index] ?? 0,
		);
	});
	return luckWith(unit.rule, sections);
}

function luckWith(rule: Rule, sections: readonly SectionChances[]): Luck {
	const qualifying = chanceOfQualifying(rule, sections);
	return {
		once: chanceOfMastery(qualifying, rule.passes, rule.passes),
		withinFive: chanceOfMastery(qualifying, rule.passes, fewTries),
	};
}

/**
 * The first form on which most right answers are to be expected: within the quotas of the sections, the questions of the highest
 * rates, never two of a group; where sections take turns, turns fall where they help.
 *
 * @returns the questions by section, in the unit's order.
 */
export function luckiestForm(unit: Unit, rate: Rate): readonly (readonly Question[])[] {
	const plan = formPlanOf(unit);
	const quotas = new Map(plan.sections.map((section) => [section.section, section]));
	const turns = turnsOf(plan);
	const ranked = unit.questions.map((question) => ({ question, chance: rate(question) })).toSorted((a, b) => b.chance - a.chance);
	const taken = new Map<Id, Question[]>(unit.sections.map(({ id }) => [id, []]));
	const groups = new Set<Id>();
	let left = plan.asked;

	const takeWhere = (fits: (section: Id, already: number) => boolean) => {
		for (const { question } of ranked) {
			const own = taken.get(question.section);
			if (left === 0 || own === undefined || own.includes(question)) continue;
			if ((question.group !== undefined && groups.has(question.group)) || !fits(question.section, own.length)) continue;
			if (question.group !== undefined) groups.add(question.group);
			own.push(question);
			left -= 1;
		}
	};
	takeWhere((section, already) => {
		const planned = quotas.get(section);
		if (planned === undefined || already >= mostOf(planned.quota)) return false;
		return already < leastOf(planned.quota) || turns.take(planned.weight);
	});
	// A group that lies in several sections may leave one of them short; the draw then asks elsewhere.
	takeWhere(() => true);
	return unit.sections.map(({ id }) => taken.get(id) ?? []);
}

/** Questions of each section in a first form; which of those that take turns gets one more is left to the order of the sections. */
function countsOf(unit: Unit): readonly number[] {
	const plan = formPlanOf(unit);
	const turns = turnsOf(plan);
	return plan.sections.map(({ quota, weight }) => leastOf(quota) + (mostOf(quota) > leastOf(quota) && turns.take(weight) ? 1 : 0));
}

/** What is left to share out in one form when each of the sections that take turns has its least; sections of equal weight take turns. */
function turnsOf({ sections }: FormPlan): { readonly take: (weight: number) => boolean } {
	const taking = sections.filter(({ quota }) => mostOf(quota) > leastOf(quota));
	const left = new Map(taking.map(({ weight, quota }) => [weight, quota.questions - leastOf(quota) * quota.forms]));
	return {
		take: (weight) => {
			const open = left.get(weight) ?? 0;
			left.set(weight, open - 1);
			return open > 0;
		},
	};
}

function meanOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
