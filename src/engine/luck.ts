// How far luck carries in a unit: for guessers, and for learners who know a share of it. Counts questions and forms; the chances
// themselves are worked out in odds.ts.

import type { Luck, UnitLuck } from '../model/author-report.ts';
import type { Question, Rule, Unit } from '../model/deck.ts';
import { drawQuestions } from './draw-form.ts';
import { countsOf, type FirstForm } from './first-forms.ts';
import { formPlanOf } from './form-plan.ts';
import { luckiestForm } from './luckiest-form.ts';
import {
	aboveFloor,
	chanceOfMastery,
	chanceOfQualifying,
	exactlyThese,
	firstOf,
	type RatedSlot,
	type SectionChances,
	together,
} from './odds.ts';
import { candidatesOf, slotsOf } from './pool.ts';
import { chanceOn, type Rate, type SectionedForm } from './rated-forms.ts';

/** Tries that `withinFive` counts. */
const fewTries = 5;

/** The learners who are looked at: the share of questions that they get right, in percent. */
export const learnerPercents = [60, 70, 80, 90, 95] as const;

/**
 * Of somebody who knows nothing: one of n options 1/n; ticking any of the 2^n - 1 choices of at least one option 1/(2^n - 1); any of
 * the n! orders of n items, 1/n!; any of the ways to give n left sides a right side each, with d to spare and none used twice, d!/(n + d)!;
 * what must be typed 0.
 */
export function guessRate(question: Question): number {
	switch (question.type) {
		case 'choice':
			return 1 / question.options.length;
		case 'multiple':
			return 1 / (2 ** question.options.length - 1);
		case 'true-false':
			return 1 / 2;
		case 'order':
			return 1 / waysToTake(question.items.length, question.items.length);
		case 'match':
			return 1 / waysToTake(question.pairs.length, question.pairs.length + question.distractors.length);
		case 'text':
		case 'number':
		case 'cloze':
			return 0;
	}
}

/** `taken` of `all` different things in a row: all! / (all - taken)!; may be infinite. */
function waysToTake(taken: number, all: number): number {
	return Array.from({ length: taken }, (_, index) => all - index).reduce((product, each) => product * each, 1);
}

/** Blind guessing over the luckiest form, and learners who get each question right with one chance. */
export function luckOf(unit: Unit): UnitLuck {
	return {
		blind: guessingLuck(unit),
		learners: learnerPercents.map((percent) => ({ percent, ...learnerLuck(unit, percent / 100) })),
	};
}

const guessed = new WeakMap<Unit, Luck>();

/** Of answering at random, on the luckiest form at every try: an upper bound over whole rows of forms. */
export function guessingLuck(unit: Unit): Luck {
	const luck = guessed.get(unit) ?? luckWith(unit.rule, chanceOn(luckiestForm(unit, guessRate), unit.rule, guessRate));
	guessed.set(unit, luck);
	return luck;
}

/** @param share the chance of each question, whatever it is, from 0 to 1. */
export function learnerLuck(unit: Unit, share: number): Luck {
	if (unit.rule.floor > 0) {
		const { once, withinFive } = typicalLuck(unit, () => share);
		return { once, withinFive };
	}
	const asked = Array.from({ length: formPlanOf(unit).asked }, () => share);
	return luckWith(unit.rule, chanceOfQualifying(unit.rule, [exactlyThese(asked)]));
}

/** Forms that stand for all that the draw can make, where groups lie in several sections. */
const sampled = 400;

/** What comes of rates of one's own, in the mean over all first forms that the draw can make. */
export interface Typical extends Luck {
	/** The share of a form's questions that are right, from 0 to 1. */
	readonly share: number;
}

export function typicalLuck(unit: Unit, rate: Rate): Typical {
	const { asked, forms } = formPlanOf(unit);
	const { rule } = unit;
	if (countsOf(unit).spanning.size > 0) {
		const share = meanOver(sampleOf(unit), (form) => sumOf(form.flat().map(rate)) / asked);
		return {
			share,
			...luckWith(
				rule,
				meanOver(sampleOf(unit), (form) => chanceOn(form, rule, rate)),
			),
		};
	}
	const slots = slotsIn(unit, rate);
	let share = 0;
	let qualifying = 0;
	for (const form of forms) {
		const right = chancesOver(form, slots, 0);
		share += (form.chance * sumOf(right.map((chance, count) => chance * count))) / asked;
		// Floors are looked at section by section.
		const enough = rule.floor === 0 ? right : chancesOver(form, slots, rule.floor);
		qualifying += form.chance * chanceOfQualifying({ ...rule, floor: 0 }, [enough]);
	}
	return { share, ...luckWith(rule, Math.min(1, qualifying)) };
}

function slotsIn(unit: Unit, rate: Rate): readonly (readonly RatedSlot[])[] {
	const candidates = candidatesOf(unit.questions, []);
	return unit.sections.map(({ id }) =>
		slotsOf(candidates.filter(({ question }) => question.section === id)).map(({ candidates: twins }) => ({
			size: twins.length,
			rate: meanOver(twins, ({ question }) => rate(question)),
		})),
	);
}

/**
 * Of so many right and no floor missed, over all ways to choose a section's questions, and to choose those of the sections taking
 * turns that are asked once more, these one by one as in `someOf`.
 */
function chancesOver({ turns }: FirstForm, slots: readonly (readonly RatedSlot[])[], floor: number): SectionChances {
	let all: SectionChances = [1];
	for (const { sections, least, more } of turns) {
		/** By how many of these sections were asked once more. */
		let byMore: readonly SectionChances[] = [all];
		sections.forEach((section, passed) => {
			const asking = (count: number) => aboveFloor(firstOf(slots[section] ?? [], count), floor);
			const once = (used: number) => (more - used) / (sections.length - passed);
			const before = byMore;
			byMore = Array.from({ length: Math.min(more, before.length) + 1 }, (_, used) =>
				added(
					once(used) < 1 ? scaled(together(before[used] ?? [], asking(least)), 1 - once(used)) : [],
					used > 0 ? scaled(together(before[used - 1] ?? [], asking(least + 1)), once(used - 1)) : [],
				),
			);
		});
		all = byMore[more] ?? [];
	}
	return all;
}

const samples = new WeakMap<Unit, readonly SectionedForm[]>();

function sampleOf(unit: Unit): readonly SectionedForm[] {
	const sample = samples.get(unit) ?? Array.from({ length: sampled }, (_, seed) => drawnForm(unit, seed));
	samples.set(unit, sample);
	return sample;
}

/** By section, as the draw makes it. */
function drawnForm(unit: Unit, seed: number): SectionedForm {
	const questions = drawQuestions(unit, seed);
	return unit.sections.map(({ id }) => questions.filter(({ section }) => section === id));
}

function luckWith(rule: Rule, qualifying: number): Luck {
	return {
		once: chanceOfMastery(qualifying, rule.passes, rule.passes),
		withinFive: chanceOfMastery(qualifying, rule.passes, fewTries),
	};
}

function added(a: readonly number[], b: readonly number[]): readonly number[] {
	return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0));
}

function scaled(numbers: readonly number[], factor: number): readonly number[] {
	return numbers.map((each) => each * factor);
}

function meanOver<T>(items: readonly T[], numberOf: (item: T) => number): number {
	return sumOf(items.map(numberOf)) / items.length;
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
