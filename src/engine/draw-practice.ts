// Practice: a short, forgiving run over the missed sections. It never counts, and it spares the questions that
// honest attempts will need.

import type { Exposure, FormItem } from '../model/attempt.ts';
import type { Id, Unit } from '../model/deck.ts';
import { chanceFrom } from './chance.ts';
import { formItem, interleave, planQuotas } from './draw-form.ts';
import { type Candidate, candidatesOf, compareCandidates, slotsOf } from './pool.ts';

/** Questions for each section practised, and the bounds of the whole. */
const perSection = 2;
const fewest = 3;
const most = 6;

/** An unseen question is used only while this many fresh forms remain without it; new values of a seen one, while it has values for so many. */
const freshFormsKept = 2;

/**
 * @param sections to practise, by id; none: all of the unit's.
 * @returns up to six questions: those seen before, missed before right; then unseen ones, as far as two fresh forms remain.
 *   A template that was seen comes with new values, as long as two forms would find others still, and with seen ones otherwise. Empty where nothing may be used.
 */
export function drawPractice(unit: Unit, exposures: readonly Exposure[], sections: ReadonlySet<Id>, seed: number): readonly FormItem[] {
	const chance = chanceFrom(seed);
	const candidates = chance.shuffle(candidatesOf(unit.questions, exposures));
	const nextForm = planQuotas(unit, candidates, sections, chance);
	const practised = unit.sections.filter(({ id }) => sections.size === 0 || sections.has(id));
	const size = Math.min(most, Math.max(fewest, perSection * practised.length));

	const ofSection = (id: Id) => slotsOf(candidates.filter(({ question }) => question.section === id));
	const first = (slot: ReturnType<typeof ofSection>[number]) => slot.candidates.slice(0, 1);
	const seen = practised.flatMap(({ id }) =>
		ofSection(id)
			.filter((slot) => slot.met)
			.flatMap(first),
	);
	const spare = practised.flatMap(({ id }) => {
		const index = unit.sections.findIndex((section) => section.id === id);
		const kept = freshFormsKept * (nextForm[index]?.asked ?? 0);
		const fresh = ofSection(id).filter((slot) => !slot.met);
		return fresh.slice(0, Math.max(0, fresh.length - kept)).flatMap(first);
	});
	const missedFirst = (a: Candidate, b: Candidate) => a.rank.settled - b.rank.settled || compareCandidates(a, b);
	const chosen = withoutTwins([...[...seen].sort(missedFirst), ...roundRobin(spare)]).slice(0, size);
	return interleave(chosen, chance).map((candidate) => formItem(candidate, false, chance, freshFormsKept));
}

/** One of each section in turn, so that no section's fresh questions go first. */
function roundRobin(candidates: readonly Candidate[]): readonly Candidate[] {
	const seen = new Map<Id, number>();
	return candidates
		.map((candidate) => {
			const turn = seen.get(candidate.question.section) ?? 0;
			seen.set(candidate.question.section, turn + 1);
			return { candidate, turn };
		})
		.sort((a, b) => a.turn - b.turn)
		.map(({ candidate }) => candidate);
}

function withoutTwins(candidates: readonly Candidate[]): readonly Candidate[] {
	const groups = new Set<Id>();
	return candidates.filter(({ question: { group } }) => {
		if (group === undefined) return true;
		if (groups.has(group)) return false;
		groups.add(group);
		return true;
	});
}
