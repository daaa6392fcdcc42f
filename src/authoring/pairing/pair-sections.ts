// The sections of one unit in two versions: which is which, by what they say and by the questions that belong to them.

import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { Id, Section, Unit } from '../../model/deck.ts';
import { gather } from '../gather.ts';
import type { CheckedUnit } from '../rule.ts';
import type { QuestionPair } from './pair-questions.ts';

export type CheckedSection = CheckedUnit['sections'][number];

export interface SectionPair {
	readonly before: Section;
	readonly after: CheckedSection;
}

export interface SectionPairs {
	readonly kept: readonly SectionPair[];
	/** The same section under another id. */
	readonly renamed: readonly SectionPair[];
	readonly gone: readonly Section[];
}

/** @param questions those that the unit still has. */
export function pairSections(before: Unit, after: CheckedUnit, questions: readonly QuestionPair[]): SectionPairs {
	const now = new Map(after.sections.map((checked) => [checked.section.id, checked]));
	const old = new Set(before.sections.map(({ id }) => id));
	const free = new Map([...now].filter(([id]) => !old.has(id)));
	const kept = before.sections.flatMap((section) => pairOf(section, now.get(section.id)));
	const lost = before.sections.filter(({ id }) => !now.has(id));
	if (lost.length === 0 || free.size === 0) return { kept, renamed: [], gone: lost };
	const likely = likelySections(before, lost, free, questions);
	const renamed: SectionPair[] = [];
	for (const section of lost) {
		const candidate = likely(section).find(({ section: { id } }) => free.has(id));
		if (candidate === undefined) continue;
		free.delete(candidate.section.id);
		renamed.push({ before: section, after: candidate });
	}
	const found = new Set(renamed.map((pair) => pair.before));
	return { kept, renamed, gone: lost.filter((section) => !found.has(section)) };
}

function pairOf(before: Section, after: CheckedSection | undefined): readonly SectionPair[] {
	return after === undefined ? [] : [{ before, after }];
}

/** Candidates to which at least half of a section's questions went, most of them first; then those that say the same. */
function likelySections(
	{ questions: all }: Unit,
	lost: readonly Section[],
	free: ReadonlyMap<Id, CheckedSection>,
	pairs: readonly QuestionPair[],
): (section: Section) => readonly CheckedSection[] {
	const sizes = new Map(lost.map(({ id }) => [id, 0]));
	for (const { section } of all) if (sizes.has(section)) sizes.set(section, (sizes.get(section) ?? 0) + 1);
	const moves = new Map(lost.map(({ id }) => [id, new Map<CheckedSection, number>()]));
	for (const { before, after } of pairs) {
		const goal = free.get(after.question.section);
		const own = moves.get(before.section);
		if (goal !== undefined) own?.set(goal, (own.get(goal) ?? 0) + 1);
	}
	const bySaying = gather([...free.values()], ({ section }) => sayingsOf(section));
	return (section) => {
		const brought = [...(moves.get(section.id) ?? [])].filter(([, count]) => 2 * count >= (sizes.get(section.id) ?? 0));
		return [
			...brought.toSorted(([, a], [, b]) => b - a).map(([goal]) => goal),
			...sayingsOf(section).flatMap((saying) => bySaying.get(saying) ?? []),
		];
	};
}

function sayingsOf({ title, objective, text }: Section): readonly string[] {
	const evened = (words: string) => foldCase(normaliseText(words));
	return [`title ${evened(title)}`, `objective ${evened(objective)}`, `text ${evened(text)}`];
}
