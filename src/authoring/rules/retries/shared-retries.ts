// Where in a unit questions run out first: in a section, or in the unit as a whole where no section says it.

import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import { freshRetriesOf, missingForRetries, retriesOnceDue } from '../../../engine/fresh-retries.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { decidingPlace } from '../../deciding-place.ts';
import type { CheckedUnit, Finding } from '../../rule.ts';
import { afterDraw } from '../benchmark/draw-above-pool.ts';
import { groupNoteIn, shareText } from '../shared-wording.ts';

/** Retries that are enough, so that nothing is said. */
export const enoughRetries = 2;

/** A pool that serves too few forms. */
export interface Scarcity {
	readonly about: Pick<Finding, 'place' | 'related' | 'unless'>;
	readonly retries: number;
	/** `The section `trees` has 5 questions, and a form asks 2 or 3 of them` */
	readonly text: string;
	/** What to write for so many retries: a number of questions more; undefined where no number is sure to be enough. */
	readonly missingFor: (retries: number) => number | undefined;
}

/** @returns every section that has fewer retries than is enough; the unit alone, where it has fewer than any of them. */
export function scarcitiesIn(checked: CheckedUnit): readonly Scarcity[] {
	const { unit } = checked;
	const { unit: inAll, apart } = freshRetriesOf(unit);
	if (inAll >= enoughRetries) return [];
	const { sections, asked, pool } = formPlanOf(unit);
	const note = groupNoteIn(unit);
	const draw = decidingPlace(checked, 'draw');
	const scarce = sections.flatMap((plan, index): readonly Scarcity[] => {
		const located = checked.sections.find(({ section }) => section.id === plan.section)?.located;
		const retries = apart[index];
		if (located === undefined || retries === undefined || retries >= enoughRetries) return [];
		// What is asked here instead of a section that is short ends with that.
		const fillsIn = plan.asked.most > plan.due.most && (retriesOnceDue(unit)[index] ?? 0) >= enoughRetries;
		return [
			{
				about: { ...placeIn(ownerPlaceOf(located), draw), ...afterDraw(unit, ...(plan.short || fillsIn ? ['section-below-quota'] : [])) },
				retries,
				text: `The section \`${plan.section}\` has ${counted(plan.pool, 'question')}${note}, and a form asks ${shareText(plan.asked)} of them`,
				missingFor: (wanted) => missingForRetries(unit, index, wanted),
			},
		];
	});
	if (inAll >= Math.min(...scarce.map(({ retries }) => retries))) return scarce;
	// Groups lie in several sections: all together have fewer questions than each by itself.
	const full = Math.floor(pool / asked) - 1;
	const spread = full > inAll ? ', some in groups that lie in several sections' : '';
	return [
		{
			about: { ...draw, ...afterDraw(unit) },
			retries: inAll,
			text: `The unit has ${counted(pool, 'question')}${note}${spread}, and a form asks ${asked} of them`,
			missingFor: (wanted) => (full > inAll ? undefined : (wanted + 1) * asked - pool),
		},
	];
}

/** At the section, with the number that asks too much of it beside, where it is written. */
function placeIn(place: Place, draw: Pick<Finding, 'place' | 'related'>): Pick<Finding, 'place' | 'related'> {
	return { place, ...(draw.related === undefined ? {} : { related: draw.related }) };
}

/** Where no number is enough. */
export const writeElsewhere = 'Write more questions that belong to no such group, or keep each group in one section, or draw fewer.';
