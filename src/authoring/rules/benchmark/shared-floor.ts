// Where a floor applies, and whether it decides anything.

import { type FormPlan, leastOf, mostOf, type SectionPlan } from '../../../engine/form-plan.ts';

/** Sections of which some form asks twice or more: a floor leaves the others to the benchmark. */
export function sectionsAskedTwice({ sections }: FormPlan): readonly SectionPlan[] {
	return sections.filter(({ quota }) => mostOf(quota) >= 2);
}

/** Some attempt meets the benchmark and not this floor: all its misses may fall into one section. */
export function floorDecides({ need, sections }: FormPlan, floor: number): boolean {
	const misses = need.asked - need.right;
	return sections
		.flatMap(({ quota }) => [leastOf(quota), mostOf(quota)])
		.some((asked) => asked >= 2 && asked - Math.min(misses, asked) < Math.min(floor, asked));
}
