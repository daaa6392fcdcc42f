// The luckiest first form of a unit in which groups lie in several sections. There a question that one section is asked keeps its twin
// from another, which may be left short, so that the draw asks elsewhere: forms are searched by where each such group is asked.

import type { Id, Question, Unit } from '../model/deck.ts';
import { drawQuestions } from './draw-form.ts';
import { countsOf, type FirstForm } from './first-forms.ts';
import { formPlanOf } from './form-plan.ts';
import { chanceOn, luckiestOf, luckiestOfEach, type Rate, type SectionedForm } from './rated-forms.ts';

/** Forms that are gone through one by one. Of more, the luckiest is approached from forms that were drawn, a group at a time. */
const mostForms = 3_000;
const drawnForms = 24;
const mostQuotas = 64;

interface SpanningGroup {
	readonly id: Id;
	/** Its luckiest question in each section in which it lies, by index. */
	readonly questions: ReadonlyMap<number, Question>;
	/** Groups of one profile stand for each other. */
	readonly profile: string;
}

interface Pool {
	/** All others, one of each group, the luckiest first. */
	readonly own: readonly Question[];
	/** It has nothing but grouped questions, so that the draw serves it first. */
	readonly scarce: boolean;
}

interface Search {
	readonly unit: Unit;
	readonly rate: Rate;
	readonly asked: number;
	readonly groups: readonly SpanningGroup[];
	readonly pools: readonly Pool[];
}

/** Where each group is asked, by index of the section; `undefined`: in none, or where the draw fills up. */
type Places = readonly (number | undefined)[];

export function luckiestWithSpanning(unit: Unit, rate: Rate): SectionedForm {
	const search = searchOf(unit, rate);
	const quotas = formPlanOf(unit).forms.flatMap(quotasOf).slice(0, mostQuotas);
	if (quotas.length * placesCount(search.groups) <= mostForms) {
		const every = [...placesOf(search.groups)];
		return luckiestOf(
			quotas.flatMap((own) => every.map((places) => formWith(search, own, places)).filter((form) => form !== undefined)),
			unit.rule,
			rate,
		);
	}
	const drawn = Array.from({ length: drawnForms }, (_, seed) => drawQuestions(unit, seed));
	const improved = drawn.map((questions) => improvedFrom(search, quotas, placesIn(search, questions)));
	return luckiestOf(
		[...drawn.map((questions) => sectioned(unit, questions)), ...improved.filter((form) => form !== undefined)],
		unit.rule,
		rate,
	);
}

function searchOf(unit: Unit, rate: Rate): Search {
	const { spanning, asked } = countsOf(unit);
	const sections = unit.sections.map(({ id }) => unit.questions.filter(({ section }) => section === id));
	const spans = ({ group }: Question) => group !== undefined && spanning.has(group);
	const luckiest = sections.map((questions) => luckiestOfEach(questions, rate));
	const groups = [...spanning].map((id): SpanningGroup => {
		const questions = new Map(
			luckiest.flatMap((own, index) => own.filter(({ group }) => group === id).map((each) => [index, each] as const)),
		);
		return { id, questions, profile: [...questions].map(([index, question]) => `${index}: ${rate(question)}`).join(', ') };
	});
	return {
		unit,
		rate,
		asked,
		groups: groups.toSorted((a, b) => (a.profile < b.profile ? -1 : a.profile > b.profile ? 1 : 0)),
		pools: luckiest.map((own, index) => ({
			own: own.filter((question) => !spans(question)),
			scarce: sections[index]?.every(({ group }) => group !== undefined) ?? true,
		})),
	};
}

/** Every way to ask some of those that take turns once more; at most `mostQuotas`. */
function quotasOf({ turns }: FirstForm): readonly (readonly number[])[] {
	let ways: readonly ReadonlyMap<number, number>[] = [new Map()];
	for (const { sections, least, more } of turns) {
		const chosen = [...firstOf(chosenOf(sections, more), mostQuotas)];
		ways = chosen
			.flatMap((once) =>
				ways.map((way) => new Map([...way, ...sections.map((each) => [each, least + (once.includes(each) ? 1 : 0)] as const)])),
			)
			.slice(0, mostQuotas);
	}
	return ways.map((way) => Array.from({ length: way.size }, (_, section) => way.get(section) ?? 0));
}

function* chosenOf(items: readonly number[], count: number): Generator<readonly number[]> {
	const [first, ...rest] = items;
	if (count === 0 || first === undefined) return yield [];
	for (const chosen of chosenOf(rest, count - 1)) yield [first, ...chosen];
	if (rest.length >= count) yield* chosenOf(rest, count);
}

function* firstOf<T>(items: Iterable<T>, count: number): Generator<T> {
	let left = count;
	for (const item of items) {
		yield item;
		if (--left === 0) return;
	}
}

/** Everywhere each group can be asked; of groups with one profile only how many of them. */
function* placesOf(groups: readonly SpanningGroup[], before?: { readonly profile: string; readonly choice: number }): Generator<Places> {
	const [group, ...rest] = groups;
	if (group === undefined) return yield [];
	const choices: Places = [...group.questions.keys(), undefined];
	const from = before?.profile === group.profile ? before.choice : 0;
	for (let choice = from; choice < choices.length; choice++) {
		for (const places of placesOf(rest, { profile: group.profile, choice })) yield [choices[choice], ...places];
	}
}

/** Products of multiset coefficients: n groups over k places are C(n + k - 1, n). */
function placesCount(groups: readonly SpanningGroup[]): number {
	let count = 1;
	let alike = 0;
	groups.forEach(({ profile, questions }, index) => {
		alike = groups[index - 1]?.profile === profile ? alike + 1 : 1;
		count = (count * (alike + questions.size)) / alike;
	});
	return count;
}

/**
 * The luckiest form with these quotas and with the groups asked there.
 *
 * @returns undefined where the draw makes no such form: it never leaves a section short while it has a question whose twin was not
 * asked, and serves those first that have nothing but grouped questions.
 */
function formWith(search: Search, quotas: readonly number[], places: Places): SectionedForm | undefined {
	const { groups, pools } = search;
	const held = pools.map((_, index) =>
		groups.flatMap(({ questions }, place) => (places[place] === index ? (questions.get(index) ?? []) : [])),
	);
	if (held.some((own, index) => own.length > (quotas[index] ?? 0))) return undefined;
	const form = held.map((own, index) => [...own, ...(pools[index]?.own.slice(0, (quotas[index] ?? 0) - own.length) ?? [])]);
	const isShort = (index: number) => (form[index]?.length ?? 0) < (quotas[index] ?? 0);
	const isLeft = ({ questions }: SpanningGroup, place: number | undefined) =>
		[...questions.keys()].some((index) => isShort(index) && (place === undefined || (pools[index]?.scarce && !pools[place]?.scarce)));
	if (groups.some((group, index) => isLeft(group, places[index]))) return undefined;

	return filledUp(search, form, places);
}

/** Questions that sections could not be asked are asked elsewhere, the luckiest there is at each turn. */
function filledUp({ unit, rate, asked, groups, pools }: Search, begun: SectionedForm, places: Places): SectionedForm {
	const chosen = new Set(begun.flat());
	const unasked = groups.filter((_, place) => places[place] === undefined);
	const free = pools.map(({ own }, index) =>
		luckiestOfEach([...own, ...unasked.flatMap(({ questions }) => questions.get(index) ?? [])], rate),
	);
	const taken = new Set<Id>();
	let form = begun;
	for (let missing = asked - chosen.size; missing > 0; missing--) {
		const next = free
			.flatMap((own) => own.find((each) => !chosen.has(each) && (each.group === undefined || !taken.has(each.group))) ?? [])
			.toSorted((a, b) => rate(b) - rate(a));
		const ways = (unit.rule.floor === 0 ? next.slice(0, 1) : next).map((question) => ({
			question,
			form: withQuestion(unit, form, question),
		}));
		form = luckiestOf(
			ways.map((way) => way.form),
			unit.rule,
			rate,
		);
		const question = ways.find((way) => way.form === form)?.question;
		if (question === undefined) return begun;
		chosen.add(question);
		if (question.group !== undefined) taken.add(question.group);
	}
	return form;
}

function withQuestion({ sections }: Unit, form: SectionedForm, question: Question): SectionedForm {
	return form.map((own, index) => (sections[index]?.id === question.section ? [...own, question] : own));
}

/** From one form to the next that differs in where one group is asked, as long as it is luckier. */
function improvedFrom(search: Search, quotas: readonly (readonly number[])[], start: Places): SectionedForm | undefined {
	const { unit, rate, groups } = search;
	let best: { readonly form: SectionedForm; readonly places: Places; readonly chance: number } | undefined;
	let places: Places | undefined = start;
	while (places !== undefined) {
		const from: Places = places;
		const near = [
			from,
			...groups.flatMap(({ questions }, place) => [...questions.keys(), undefined].map((index) => from.with(place, index))),
		];
		places = undefined;
		for (const own of near) {
			for (const each of quotas) {
				const form = formWith(search, each, own);
				const chance = form === undefined ? -1 : chanceOn(form, unit.rule, rate);
				if (form === undefined || (best !== undefined && chance <= best.chance)) continue;
				best = { form, places: own, chance };
				places = own;
			}
		}
	}
	return best?.form;
}

function placesIn({ unit, groups }: Search, questions: readonly Question[]): Places {
	return groups.map(({ id }) => {
		const section = questions.find(({ group }) => group === id)?.section;
		return section === undefined ? undefined : unit.sections.findIndex((each) => each.id === section);
	});
}

function sectioned({ sections }: Unit, questions: readonly Question[]): SectionedForm {
	return sections.map(({ id }) => questions.filter(({ section }) => section === id));
}
