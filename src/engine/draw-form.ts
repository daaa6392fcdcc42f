// The draw: which questions an attempt asks, in which order, and why each of them. The heart of honest mastery:
// nobody sees a question twice until its section's pool is used up, nor a template with the same values while it has others.

import type { DrawReason, Exposure, FormItem } from '../model/attempt.ts';
import type { Composition, Form, Quota } from '../model/decision.ts';
import type { Id, Question, Unit } from '../model/deck.ts';
import { apportion, type Share } from './apportion.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { type Candidate, candidatesOf, SlotCount } from './pool.ts';
import { drawAgain, drawUnseen, hasUnseen, isTemplate, timesAround } from './variants/unseen.ts';

/** A section missed last time weighs this many times as much. */
const emphasisFactor = 2;

/**
 * Draws the form of one attempt: `unit.draw` questions, fewer where the pool is smaller.
 *
 * Sections get their share by weight; those in `missed` weigh double, but only as far as their fresh questions last, so that
 * emphasis brings no question back into this form that weight alone would not have brought back into it. What it takes now is
 * missing later: a section that is asked more is used up some forms sooner than by weight alone. Inside a section: what was never
 * shown, then templates with values that were never shown, then the rest; among these least often shown, then missed before right,
 * then longest ago, then chance. Never two of one group, and a template once. Neighbours come from different sections where they can.
 *
 * @param missed sections missed in the latest attempt, when that was a not-yet.
 * @param seed an unsigned 32-bit integer; the same seed, unit and exposures give the same form.
 */
export function drawForm(unit: Unit, exposures: readonly Exposure[], missed: ReadonlySet<Id>, seed: number): Form {
	const chance = chanceFrom(seed);
	const { planned, chosen } = chosenFor(unit, exposures, missed, chance);

	const asked = (section: Id) => chosen.filter(({ question }) => question.section === section).length;
	const quotas = planned.map((quota) => ({
		...quota,
		asked: asked(quota.section),
		spilled: quota.spilled + Math.max(0, Math.min(quota.due, quota.asked) - asked(quota.section)),
	}));
	const emphasised = new Set(quotas.filter(({ emphasis }) => emphasis).map(({ section }) => section));
	const items = interleave(chosen, chance).map((candidate) => formItem(candidate, emphasised.has(candidate.question.section), chance));
	return { items, quotas };
}

/** The questions of a first form as they stand in the pool: templates without values, in no order of their own. */
export function drawQuestions(unit: Unit, seed: number): readonly Question[] {
	return chosenFor(unit, [], new Set(), chanceFrom(seed)).chosen.map(({ question }) => question);
}

function chosenFor(
	unit: Unit,
	exposures: readonly Exposure[],
	missed: ReadonlySet<Id>,
	chance: Chance,
): { readonly planned: readonly Quota[]; readonly chosen: readonly Candidate[] } {
	const candidates = chance.shuffle(candidatesOf(unit.questions, exposures));
	const planned = planQuotas(unit, candidates, missed, chance);
	return { planned, chosen: chooseCandidates(candidates, new Map(planned.map((quota) => [quota.section, quota.asked]))) };
}

export function compositionOf(items: readonly FormItem[]): Composition {
	const count = (familiarity: FormItem['reason']['familiarity']) => items.filter(({ reason }) => reason.familiarity === familiarity).length;
	return { fresh: count('new'), missedBefore: count('missed-before'), again: count('again') };
}

/** By weight and pool alone, before any question is chosen. Ties between sections go to the one with more fresh questions, then to chance. */
export function planQuotas(unit: Unit, candidates: readonly Candidate[], missed: ReadonlySet<Id>, chance: Chance): readonly Quota[] {
	const whole = new SlotCount();
	const sections = new Map(unit.sections.map(({ id }) => [id, new SlotCount()]));
	for (const candidate of candidates) {
		whole.add(candidate);
		sections.get(candidate.question.section)?.add(candidate);
	}
	const available = [...sections.values()].map(({ pool }) => pool);
	const fresh = [...sections.values()].map((count) => count.fresh);
	const size = Math.min(unit.draw, whole.pool);

	const order = preferring(fresh, chance.shuffle(unit.sections.map((_, index) => index)));
	const shareOut = (shareOf: (index: number) => Share) => sharedOut(size, order, shareOf);
	const weight = (index: number) => unit.sections[index]?.weight ?? 1;
	const has = (index: number) => available[index] ?? 0;
	const isMissed = (index: number) => missed.has(unit.sections[index]?.id ?? '');

	const due = shareOut((index) => ({ weight: weight(index), cap: size }));
	const plain = shareOut((index) => ({ weight: weight(index), cap: has(index) }));
	const leaning = shareOut((index) => {
		const fair = plain[index] ?? 0;
		if (!isMissed(index)) return { weight: weight(index), cap: fair };
		return { weight: weight(index) * emphasisFactor, cap: Math.min(has(index), Math.max(fair, fresh[index] ?? 0)), least: fair };
	});
	return unit.sections.map(({ id }, index) => {
		const asked = leaning[index] ?? 0;
		return {
			section: id,
			due: due[index] ?? 0,
			asked,
			emphasis: isMissed(index) && asked > (plain[index] ?? 0),
			spilled: Math.max(0, (due[index] ?? 0) - has(index)),
		};
	});
}

/**
 * The order in which sections are preferred where they would be due the same: most fresh questions first, else as they stood.
 *
 * @param fresh by index of the section.
 * @param order indices of all sections.
 */
export function preferring(fresh: readonly number[], order: readonly number[]): readonly number[] {
	return order.toSorted((a, b) => (fresh[b] ?? 0) - (fresh[a] ?? 0));
}

/** Apportioned among sections in this order of preference; the counts are by index of the section. */
export function sharedOut(size: number, order: readonly number[], shareOf: (index: number) => Share): readonly number[] {
	const counts = order.map(() => 0);
	apportion(size, order.map(shareOf)).forEach((count, place) => {
		counts[order[place] ?? 0] = count;
	});
	return counts;
}

/** Neighbours from different sections as far as possible: each time from the section with most left, other than the last. */
export function interleave(chosen: readonly Candidate[], chance: Chance): readonly Candidate[] {
	const left = new Map<Id, Candidate[]>();
	for (const candidate of chance.shuffle(chosen)) {
		const { section } = candidate.question;
		left.set(section, [...(left.get(section) ?? []), candidate]);
	}
	const ordered: Candidate[] = [];
	while (ordered.length < chosen.length) {
		const last = ordered.at(-1)?.question.section;
		const queues = chance.shuffle([...left.entries()].filter(([, queue]) => queue.length > 0));
		const others = queues.filter(([section]) => section !== last);
		const most = Math.max(...(others.length > 0 ? others : queues).map(([, queue]) => queue.length));
		const next = (others.length > 0 ? others : queues).find(([, queue]) => queue.length === most)?.[1].pop();
		if (next !== undefined) ordered.push(next);
	}
	return ordered;
}

/** @param valuesKept as in `asked`. */
export function formItem(candidate: Candidate, emphasis: boolean, chance: Chance, valuesKept = 0): FormItem {
	const { question, ...reason } = asked(candidate, chance, valuesKept);
	return { question, options: shownOptions(question, chance), reason: { ...reason, emphasis } };
}

/**
 * A template gets its values here. `timesShown` is said of the question as it is asked: with values that were never shown, not once.
 *
 * @param valuesKept a template that was met before comes with new values only where more than so many are left.
 */
function asked(
	{ question, seen, met, familiarity, timesShown }: Candidate,
	chance: Chance,
	valuesKept: number,
): Omit<DrawReason, 'emphasis'> & { readonly question: Question } {
	if (!isTemplate(question)) return { question, familiarity, timesShown };
	const spare = !met || valuesKept === 0 || hasUnseen(question, seen, valuesKept);
	const again = spare ? undefined : drawAgain(question, seen, timesShown);
	// Where only a twin was met there is nothing to ask again.
	const unseen = again === undefined ? drawUnseen(question, seen, chance) : undefined;
	if (unseen !== undefined) return { question: unseen, familiarity: 'new', timesShown: 0 };
	return {
		question: again ?? drawAgain(question, seen, timesShown) ?? withoutTemplate(question),
		familiarity,
		timesShown: timesAround(question, seen, timesShown),
	};
}

/** The drawing that the pool holds: where there is no other. */
function withoutTemplate({ template: _, ...question }: Question): Question {
	return question;
}

function shownOptions(question: Question, chance: Chance): readonly string[] {
	switch (question.type) {
		case 'choice':
		case 'multiple': {
			const texts = question.options.map(({ text }) => text);
			return question.fixed ? texts : chance.shuffle(texts);
		}
		case 'order':
			return chance.shuffle(question.items);
		case 'match':
			return chance.shuffle([...question.pairs.map(({ right }) => right), ...question.distractors.map(({ text }) => text)]);
		case 'true-false':
		case 'text':
		case 'number':
		case 'cloze':
			return [];
	}
}
