// The first form on which somebody gets furthest who has a chance of their own at each question: of all forms that the draw can make.

import type { Rule, Unit } from '../model/deck.ts';
import { countsOf, type FirstForm } from './first-forms.ts';
import { formPlanOf } from './form-plan.ts';
import { aboveFloor, chanceOfQualifying, exactlyThese, type SectionChances, together } from './odds.ts';
import { luckiestOf, luckiestOfEach, type Rate, type SectionedForm } from './rated-forms.ts';
import { luckiestWithSpanning } from './spanning-groups.ts';

/**
 * The chance to qualify rises with each question's rate. So a section that is asked so many is luckiest with the questions of the
 * highest rates, one of a group; which sections of those that take turns are asked once more, and which way to share a form out, is
 * found by comparing. Exact, but for units with very many groups that lie in several sections (see spanning-groups.ts), and for more
 * than `widest` ways to take turns of which none is sure to be better.
 */
export function luckiestForm(unit: Unit, rate: Rate): SectionedForm {
	if (countsOf(unit).spanning.size > 0) return luckiestWithSpanning(unit, rate);
	const ranked = unit.sections.map(({ id }) =>
		luckiestOfEach(
			unit.questions.filter(({ section }) => section === id),
			rate,
		),
	);
	const { forms } = formPlanOf(unit);
	const luckiest = forms.map((form) => {
		const counts = unit.rule.floor === 0 ? countsByRate(ranked, rate, form) : countsWithFloor(unit.rule, ranked, rate, form);
		return ranked.map((questions, index) => questions.slice(0, counts[index]));
	});
	return luckiestOf(luckiest, unit.rule, rate);
}

/** Without a floor it is the same to whom a question belongs: the next question of the highest rate is the luckiest. */
function countsByRate(ranked: SectionedForm, rate: Rate, { turns }: FirstForm): readonly number[] {
	const counts = ranked.map(() => 0);
	for (const { sections, least, more } of turns) {
		const nextRate = (section: number) => {
			const next = ranked[section]?.[least];
			return next === undefined ? 0 : rate(next);
		};
		const once = sections.toSorted((a, b) => nextRate(b) - nextRate(a)).slice(0, more);
		for (const section of sections) counts[section] = least + (once.includes(section) ? 1 : 0);
	}
	return counts;
}

/** Questions of some sections. */
interface Part {
	/** That so many are right in all and every floor is met; they add up to less than 1 where one may be missed. */
	readonly chances: SectionChances;
	/** By index of the section. */
	readonly counts: ReadonlyMap<number, number>;
}

/** Parts that are kept side by side. */
const widest = 60;

/** Section by section, keeping of all parts that ask as many only those that no other is sure to be better than. */
function countsWithFloor(rule: Rule, ranked: SectionedForm, rate: Rate, { turns }: FirstForm): readonly number[] {
	let parts: readonly Part[] = [{ chances: [1], counts: new Map() }];
	for (const { sections, least, more } of turns) {
		/** By how many of these sections were asked once more. */
		let byMore: readonly (readonly Part[])[] = [parts];
		for (const section of sections) {
			const rates = (ranked[section] ?? []).map(rate);
			const asking = (count: number) => {
				const own = aboveFloor(exactlyThese(rates.slice(0, count)), rule.floor);
				return (part: Part): Part => ({ chances: together(part.chances, own), counts: new Map(part.counts).set(section, count) });
			};
			const before = byMore;
			const [fewer, oneMore] = [asking(least), more === 0 ? undefined : asking(least + 1)];
			byMore = Array.from({ length: Math.min(more, before.length) + 1 }, (_, used) =>
				unbeaten([...(before[used] ?? []).map(fewer), ...(oneMore === undefined ? [] : (before[used - 1] ?? []).map(oneMore))]),
			);
		}
		parts = byMore[more] ?? [];
	}
	const [luckiest] = unbeaten(parts).toSorted((a, b) => qualifying(b, rule) - qualifying(a, rule));
	return ranked.map((_, index) => luckiest?.counts.get(index) ?? 0);
}

/** Of the whole form. */
function qualifying({ chances }: Part, rule: Rule): number {
	return chanceOfQualifying({ ...rule, floor: 0 }, [chances]);
}

/** Parts of which no other is at least as likely to have so many right, whatever the number: whatever is added, one of them is the best. */
function unbeaten(parts: readonly Part[]): readonly Part[] {
	if (parts.length <= 1) return parts;
	const kept: { readonly part: Part; readonly tails: readonly number[] }[] = [];
	const all = parts.map((part) => ({ part, tails: tailsOf(part.chances) })).toSorted((a, b) => sumOf(b.tails) - sumOf(a.tails));
	// Whoever beats another has the larger sum, and comes before it.
	for (const each of all) {
		if (kept.length < widest && !kept.some(({ tails }) => tails.every((tail, right) => tail >= (each.tails[right] ?? 0) * (1 - 1e-12))))
			kept.push(each);
	}
	return kept.map(({ part }) => part);
}

/** That at least so many are right. */
function tailsOf(chances: SectionChances): readonly number[] {
	const tails = [...chances];
	for (let right = tails.length - 2; right >= 0; right--) tails[right] = (tails[right] ?? 0) + (tails[right + 1] ?? 0);
	return tails;
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
