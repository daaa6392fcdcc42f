// Exact chances from the chances of single questions: of so many right, of meeting a rule, of doing so several times in a row.
// Knows no units and no forms. Only positive terms are added, so that small chances keep their digits.

import type { Rule } from '../model/deck.ts';
import { rightNeeded } from './judge.ts';

/** Chances of one section's questions: entry k is the chance that k of them are right; one more entry than questions are asked. */
export type SectionChances = readonly number[];

/**
 * Questions with rates of their own: P(k right of n) by adding one question at a time, p(k) = p(k) (1 - r) + p(k - 1) r (the
 * Poisson binomial distribution; Poisson, 1837; the recursion of Barlow and Heidtmann, 1984).
 */
export function exactlyThese(rates: readonly number[]): SectionChances {
	const chances = [1];
	for (const rate of rates) {
		chances.push(0);
		addQuestion(chances, rate);
	}
	return chances;
}

/** The chance that at least so many of these questions are right: the upper tail of `exactlyThese`, in time rates x `least`. */
export function chanceOfAtLeast(least: number, rates: readonly number[]): number {
	if (least <= 0) return 1;
	const fewer = [1];
	let enough = 0;
	for (const rate of rates) {
		if (fewer.length < least) fewer.push(0);
		else enough += (fewer[least - 1] ?? 0) * rate;
		addQuestion(fewer, rate);
	}
	return enough;
}

/** @param chances changed in place; counts beyond the last entry are let go. */
function addQuestion(chances: number[], rate: number): void {
	for (let right = chances.length - 1; right > 0; right--) {
		chances[right] = (chances[right] ?? 0) * (1 - rate) + (chances[right - 1] ?? 0) * rate;
	}
	chances[0] = (chances[0] ?? 0) * (1 - rate);
}

/**
 * So many of these questions, every selection equally likely: the Poisson binomial averaged over all selections. Questions are
 * passed one by one; with `taken` of `count` taken and `left` still to come, the next is taken with chance (count - taken) / left
 * (selection sampling; Fan, Muller and Rezucha, 1962).
 */
export function someOf(rates: readonly number[], count: number): SectionChances {
	const size = Math.min(count, rates.length);
	/** By how many were taken, then by how many of those are right. */
	let chances: readonly (readonly number[])[] = Array.from({ length: size + 1 }, (_, taken) =>
		Array.from({ length: size + 1 }, (_, right) => (taken === 0 && right === 0 ? 1 : 0)),
	);
	rates.forEach((rate, passed) => {
		const take = (taken: number) => (size - taken) / (rates.length - passed);
		const before = chances;
		const at = (taken: number, right: number) => before[taken]?.[right] ?? 0;
		chances = before.map((row, taken) =>
			row.map(
				(chance, right) =>
					chance * Math.max(0, 1 - take(taken)) + take(taken - 1) * (at(taken - 1, right) * (1 - rate) + at(taken - 1, right - 1) * rate),
			),
		);
	});
	return chances[size] ?? [1];
}

/** Questions of which one at most is drawn. */
export interface RatedSlot {
	/** How many they are; at least 1. */
	readonly size: number;
	/** The mean of their rates, each being as likely as another to stand for all. */
	readonly rate: number;
}

/**
 * So many of these slots, in the order in which a shuffle of all their questions brings up the first of each: a slot of two comes up
 * sooner than a slot of one. Of slots of one size every selection is equally likely, so that it is enough to know how many of each
 * size are drawn, one draw after another.
 */
export function firstOf(slots: readonly RatedSlot[], count: number): SectionChances {
	const sizes = [...new Set(slots.map(({ size }) => size))];
	const rates = sizes.map((size) => slots.filter((slot) => slot.size === size).map(({ rate }) => rate));
	let drawn: ReadonlyMap<string, DrawnSlots> = new Map([['', { chance: 1, counts: sizes.map(() => 0) }]]);
	for (let left = Math.min(count, slots.length); left > 0 && sizes.length > 1; left--) drawn = oneMoreDrawn(drawn, sizes, rates);
	if (sizes.length <= 1) return someOf(rates[0] ?? [], count);
	const parts = [...drawn.values()].map(({ chance, counts }) =>
		rates.map((own, index) => someOf(own, counts[index] ?? 0)).reduce(together, [chance]),
	);
	return parts.reduce((sum, part) => sum.map((chance, right) => chance + (part[right] ?? 0)));
}

interface DrawnSlots {
	readonly chance: number;
	/** How many of each size. */
	readonly counts: readonly number[];
}

function oneMoreDrawn(
	drawn: ReadonlyMap<string, DrawnSlots>,
	sizes: readonly number[],
	slots: readonly (readonly unknown[])[],
): ReadonlyMap<string, DrawnSlots> {
	const next = new Map<string, DrawnSlots>();
	for (const { chance, counts } of drawn.values()) {
		const open = sizes.map((size, index) => size * ((slots[index]?.length ?? 0) - (counts[index] ?? 0)));
		const all = sumOf(open);
		open.forEach((own, index) => {
			if (own === 0) return;
			const more = counts.with(index, (counts[index] ?? 0) + 1);
			const name = more.join(' ');
			next.set(name, { chance: (next.get(name)?.chance ?? 0) + (chance * own) / all, counts: more });
		});
	}
	return next;
}

/**
 * The chance that an attempt meets its rule, over independent sections: each section's chances without the counts below its floor,
 * convolved, and summed from the number needed on. An attempt that asks nothing never qualifies.
 */
export function chanceOfQualifying(rule: Rule, sections: readonly SectionChances[]): number {
	const asked = sections.reduce((sum, chances) => sum + chances.length - 1, 0);
	if (asked === 0) return 0;
	const total = sections.map((chances) => aboveFloor(chances, rule.floor)).reduce(together, [1]);
	return Math.min(1, sumOf(total.slice(rightNeeded(rule, asked))));
}

/** More than the limit, not only by the last digits of a sum: 0.1 x 0.1 is no more than 0.01. */
export function exceeds(chance: number, limit: number): boolean {
	return chance > limit * (1 + 1e-9);
}

/** Without the counts that miss the floor; they add up to less than 1. As in `judge`: a section asked once is left to the benchmark. */
export function aboveFloor(chances: SectionChances, floor: number): SectionChances {
	const asked = chances.length - 1;
	return asked < 2 ? chances : chances.map((chance, right) => (right < Math.min(floor, asked) ? 0 : chance));
}

/** The chances of two sections together: their convolution. */
export function together(a: SectionChances, b: SectionChances): SectionChances {
	const sum = Array.from({ length: a.length + b.length - 1 }, () => 0);
	for (const [own, chance] of a.entries()) {
		for (const [more, other] of b.entries()) sum[own + more] = (sum[own + more] ?? 0) + chance * other;
	}
	return sum;
}

/**
 * The chance that `passes` attempts in a row qualify somewhere among the first `tries`, each qualifying with the same chance: the
 * chance of each length of the current run, one try after another. 1 - (1 - q)^tries where one pass is enough.
 */
export function chanceOfMastery(qualifying: number, passes: number, tries: number): number {
	let mastered = 0;
	let runs: readonly number[] = Array.from({ length: passes }, (_, length) => (length === 0 ? 1 : 0));
	for (let attempt = 0; attempt < tries; attempt++) {
		const before = runs;
		mastered += (before[passes - 1] ?? 0) * qualifying;
		const broken = sumOf(before) * (1 - qualifying);
		runs = before.map((_, length) => (length === 0 ? broken : (before[length - 1] ?? 0) * qualifying));
	}
	return Math.min(1, mastered);
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
