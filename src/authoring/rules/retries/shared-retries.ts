// Where in a unit questions run out first: in a section, or in the unit as a whole where no section says it.

import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { formPlanOf, freshRetriesOf, poolForRetries, type Share } from '../../../engine/form-plan.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { decidingPlace } from '../../deciding-place.ts';
import type { CheckedUnit, Finding } from '../../rule.ts';
import { drawsTooMany } from '../benchmark/draw-above-pool.ts';
import { groupNoteIn, shareText } from '../shared-wording.ts';

/** Retries that are enough, so that nothing is said. */
export const enoughRetries = 2;

/** A pool that serves too few forms. */
interface Scarcity {
	/** What it is called: a section, or the unit. */
	readonly name: string;
	readonly place: Pick<Finding, 'place' | 'related'>;
	readonly pool: number;
	/** What forms ask of it, once every section has what it is due. */
	readonly share: Share;
	readonly retries: number;
}

/** @returns every section that has fewer retries than is enough; where none has, the unit if it has. None where another rule has the cause. */
export function scarcitiesIn(checked: CheckedUnit): readonly Scarcity[] {
	const { unit } = checked;
	if (drawsTooMany(unit)) return [];
	const plan = formPlanOf(unit);
	const draw = decidingPlace(checked, 'draw');
	const sections = plan.sections.flatMap(({ section, pool, due, short }): readonly Scarcity[] => {
		const located = checked.sections.find((each) => each.section.id === section)?.located;
		const retries = freshRetriesOf(pool, due);
		// A section that is short or empty is told by a rule of its own.
		if (located === undefined || retries === undefined || short || pool === 0) return [];
		return [{ name: `The section \`${section}\``, place: placeIn(ownerPlaceOf(located), draw), pool, share: due, retries }];
	});
	const share = { questions: plan.asked, forms: 1 };
	const whole = { name: 'The unit', place: draw, pool: plan.pool, share, retries: freshRetriesOf(plan.pool, share) ?? enoughRetries };
	const least = Math.min(enoughRetries, ...sections.map(({ retries }) => retries));
	return (whole.retries < least ? [whole] : sections).filter(({ retries }) => retries < enoughRetries);
}

/** At the section, with the number that asks too much of it beside, where it is written. */
function placeIn(place: Place, draw: Pick<Finding, 'place' | 'related'>): Pick<Finding, 'place' | 'related'> {
	return { place, ...(draw.related === undefined ? {} : { related: draw.related }) };
}

/** `The section `trees` has 5 questions, and a form asks 2 or 3 of them` */
export function scarcityText({ unit }: CheckedUnit, { name, pool, share }: Scarcity): string {
	return `${name} has ${counted(pool, 'question')}${groupNoteIn(unit)}, and a form asks ${shareText(share)} of them`;
}

/** How many questions more it takes for so many retries. */
export function missingFor(retries: number, { pool, share }: Scarcity): number {
	return poolForRetries(retries, share) - pool;
}
