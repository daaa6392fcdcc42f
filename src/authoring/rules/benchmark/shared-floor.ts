// Where a floor applies, and whether it decides anything.

import { countsOf, type Range, rangesInAnyForm } from '../../../engine/first-forms.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import type { Id, Unit } from '../../../model/deck.ts';

interface AskedSection extends Range {
	readonly section: Id;
}

/** Sections of which some form asks twice or more, with what forms ask of them: a floor leaves the others to the benchmark. */
export function sectionsAskedTwice(unit: Unit): readonly AskedSection[] {
	return rangesInAnyForm(countsOf(unit))
		.map((range, index) => ({ ...range, section: unit.sections[index]?.id ?? '' }))
		.filter(({ most }) => most >= 2);
}

/** Some attempt meets the benchmark and not this floor: all its misses may fall into one section. */
export function floorDecides(unit: Unit, floor: number): boolean {
	const { need } = formPlanOf(unit);
	const misses = need.asked - need.right;
	return sectionsAskedTwice(unit).some(({ least }) => {
		const asked = Math.max(2, least);
		return asked - Math.min(misses, asked) < Math.min(floor, asked);
	});
}
