// What forms ask of each section, in counts: every way in which the draw can share out a first form, and how likely each is.

import type { Id, Unit } from '../model/deck.ts';
import { chanceFrom } from './chance.ts';
import { preferring, sharedOut } from './draw-form.ts';

export interface SectionCounts {
	/** As in `Section`. */
	readonly weight: number;
	/** Its questions, a group counting once. */
	readonly pool: number;
}

export interface UnitCounts {
	/** Questions of the unit, a group counting once. */
	readonly pool: number;
	/** Questions in a form: the draw, or the pool where that is smaller. */
	readonly asked: number;
	/** In the unit's order. */
	readonly sections: readonly SectionCounts[];
	/** Groups with questions in several sections: they may keep the draw from giving each section its share. */
	readonly spanning: ReadonlySet<Id>;
}

/** Sections that the draw cannot tell apart, of one weight and one pool: each is asked `least`, and `more` of them, by lot, once more. */
export interface Turns {
	/** By index. */
	readonly sections: readonly number[];
	readonly least: number;
	readonly more: number;
}

/** One way to share out a form. Every section stands in one of the turns. */
export interface FirstForm {
	/** Over 0, up to 1. */
	readonly chance: number;
	readonly turns: readonly Turns[];
}

/** Two counts, the second no smaller. */
export interface Range {
	readonly least: number;
	readonly most: number;
}

/** Orders of preference that are gone through one by one; of more, so many are drawn by lot. */
const mostOrders = 100;

const known = new WeakMap<Unit, UnitCounts>();

/** In larger pools, a group that lies in several sections is counted in each: forms are too many and too long to be drawn one by one. */
const mostWithSpanning = 400;

export function countsOf(unit: Unit): UnitCounts {
	const counts = known.get(unit) ?? countsIn(unit);
	known.set(unit, counts);
	return counts;
}

function countsIn({ sections, questions, draw }: Unit): UnitCounts {
	const groups = new Map<Id, Set<Id>>();
	const alone = new Map<Id, number>();
	for (const { section, group } of questions) {
		if (group === undefined) alone.set(section, (alone.get(section) ?? 0) + 1);
		else groups.set(group, (groups.get(group) ?? new Set()).add(section));
	}
	const grouped = new Map<Id, number>();
	for (const lies of groups.values()) for (const section of lies) grouped.set(section, (grouped.get(section) ?? 0) + 1);
	const pool = groups.size + sumOf([...alone.values()]);
	return {
		pool,
		asked: Math.min(draw, pool),
		sections: sections.map(({ id, weight }) => ({ weight, pool: (alone.get(id) ?? 0) + (grouped.get(id) ?? 0) })),
		spanning: new Set([...groups].flatMap(([group, lies]) => (lies.size > 1 && questions.length <= mostWithSpanning ? [group] : []))),
	};
}

type Shared = Pick<UnitCounts, 'asked' | 'sections'>;

/** Every way in which a first form of so many questions can be shared out. The chances add up to 1. */
export function firstFormsOf(counts: Shared): readonly FirstForm[] {
	return formsOf(counts, ({ pool }) => pool, 'first');
}

/** The same by weight alone, as if every section had questions enough. */
export function dueFormsOf(counts: Shared): readonly FirstForm[] {
	return formsOf(counts, () => counts.asked, 'due');
}

/** By what decides them: many units are made up alike. */
const shared = new Map<string, readonly FirstForm[]>();

function formsOf({ asked, sections }: Shared, cap: (section: SectionCounts) => number, kind: string): readonly FirstForm[] {
	const names = sections.map(({ weight, pool }) => `${weight} ${pool}`);
	const name = `${kind}: ${asked} of ${names.join(', ')}`;
	const before = shared.get(name);
	if (before !== undefined) return before;
	const alike = gatherIndices(names, (own) => own);
	const orders = ordersOf(sections);
	const shares = sections.map((section) => ({ weight: section.weight, cap: cap(section) }));
	const forms = new Map<string, FirstForm>();
	for (const order of orders) {
		const counts = sharedOut(asked, order, (index) => shares[index] ?? { weight: 1, cap: 0 });
		const turns = alike.map((members): Turns => {
			const own = members.map((index) => counts[index] ?? 0);
			const least = Math.min(...own);
			return { sections: members, least, more: sumOf(own) - least * members.length };
		});
		const key = JSON.stringify(turns);
		forms.set(key, { chance: (forms.get(key)?.chance ?? 0) + 1 / orders.length, turns });
	}
	const found = [...forms.values()];
	shared.set(name, found);
	return found;
}

/**
 * The orders in which a first draw may prefer sections: larger pools first, equal ones in every order, each as likely as another.
 * Sections of one weight and one pool stand for each other, and keep theirs.
 */
function ordersOf(sections: readonly SectionCounts[]): readonly (readonly number[])[] {
	const pools = sections.map(({ pool }) => pool);
	const byPool = gatherIndices(sections, ({ pool }) => `${pool}`)
		.toSorted(([a = 0], [b = 0]) => (pools[b] ?? 0) - (pools[a] ?? 0))
		.map((same) => gatherIndices(same, (index) => `${sections[index]?.weight}`).map((places) => places.map((place) => same[place] ?? 0)));
	const count = byPool.reduce((product, classes) => product * arrangementsCount(classes.map(({ length }) => length)), 1);
	if (count > mostOrders) {
		const all = sections.map((_, index) => index);
		return Array.from({ length: mostOrders }, (_, seed) => preferring(pools, chanceFrom(seed).shuffle(all)));
	}
	return byPool.reduce<readonly (readonly number[])[]>(
		(orders, classes) => orders.flatMap((order) => arrangementsOf(classes).map((further) => [...order, ...further])),
		[[]],
	);
}

/** Every order of all members in which those of one class keep theirs. */
function arrangementsOf(classes: readonly (readonly number[])[]): readonly (readonly number[])[] {
	const left = classes.filter(({ length }) => length > 0);
	if (left.length <= 1) return [left[0] ?? []];
	return left.flatMap((own) => {
		const [first = 0, ...others] = own;
		return arrangementsOf(left.map((each) => (each === own ? others : each))).map((rest) => [first, ...rest]);
	});
}

/** How many those are: the multinomial coefficient. */
function arrangementsCount(sizes: readonly number[]): number {
	let placed = 0;
	let count = 1;
	for (const size of sizes) for (let own = 1; own <= size; own++) count = (count * ++placed) / own;
	return count;
}

/** What these forms ask of a section. */
export function rangeIn(forms: readonly FirstForm[], section: number): Range {
	const own = forms.flatMap(({ turns }) => turns.filter(({ sections }) => sections.includes(section)));
	return {
		least: Math.min(...own.map(({ least }) => least)),
		most: Math.max(...own.map(({ least, more }) => least + (more > 0 ? 1 : 0))),
	};
}

/** What they ask of it in the mean. */
export function meanIn(forms: readonly FirstForm[], section: number): number {
	return sumOf(
		forms.flatMap(({ chance, turns }) =>
			turns
				.filter(({ sections }) => sections.includes(section))
				.map(({ sections, least, more }) => chance * (least + more / sections.length)),
		),
	);
}

/**
 * What any form asks of each section by weight alone, the first or a later one: whichever sections have more fresh questions left,
 * this one may be preferred to all others of its like, or they to it.
 */
export function rangesInAnyForm({ asked, sections }: UnitCounts): readonly Range[] {
	const byPool = preferring(
		sections.map(({ pool }) => pool),
		sections.map((_, index) => index),
	);
	return sections.map((_, own) => {
		const others = byPool.filter((index) => index !== own);
		const counts = [others, others.toReversed()]
			.flatMap((rest) => [
				[own, ...rest],
				[...rest, own],
			])
			.map(
				(order) =>
					sharedOut(asked, order, (index) => ({ weight: sections[index]?.weight ?? 1, cap: sections[index]?.pool ?? 0 }))[own] ?? 0,
			);
		return { least: Math.min(...counts), most: Math.max(...counts) };
	});
}

function gatherIndices<T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly number[])[] {
	const gathered = new Map<string, number[]>();
	items.forEach((item, index) => {
		const name = nameOf(item);
		gathered.set(name, [...(gathered.get(name) ?? []), index]);
	});
	return [...gathered.values()];
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
