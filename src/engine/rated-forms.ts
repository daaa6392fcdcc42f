// Forms of questions that have a chance each, and how far one gets on them.

import type { Question, Rule } from '../model/deck.ts';
import { chanceOfQualifying, exactlyThese } from './odds.ts';

/** The chance that one question is answered right, from 0 to 1. */
export type Rate = (question: Question) => number;

/** By section, in the unit's order. */
export type SectionedForm = readonly (readonly Question[])[];

/** One question of each group, the highest rate first. */
export function luckiestOfEach(questions: readonly Question[], rate: Rate): readonly Question[] {
	const ranked = questions.toSorted((a, b) => rate(b) - rate(a));
	const seen = new Set<string>();
	return ranked.filter(({ group }) => group === undefined || (!seen.has(group) && seen.add(group)));
}

export function chanceOn(form: SectionedForm, rule: Rule, rate: Rate): number {
	// Without a floor it is the same to whom a question belongs.
	const parts = rule.floor === 0 ? [form.flat()] : form;
	return chanceOfQualifying(
		rule,
		parts.map((questions) => exactlyThese(questions.map(rate))),
	);
}

/** The first of equals. */
export function luckiestOf(forms: readonly SectionedForm[], rule: Rule, rate: Rate): SectionedForm {
	const [first = [], ...others] = forms;
	if (others.length === 0) return first;
	let luckiest = { form: first, chance: chanceOn(first, rule, rate) };
	for (const form of others) {
		const chance = chanceOn(form, rule, rate);
		if (chance > luckiest.chance) luckiest = { form, chance };
	}
	return luckiest.form;
}
