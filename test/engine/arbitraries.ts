// Random units, and what a learner may have seen of them.

import fc from 'fast-check';

import type { Exposure } from '../../src/model/attempt.ts';
import type { Id, Unit } from '../../src/model/deck.ts';
import { choice, exposure, section, unitOf } from './builders.ts';

/** Near-twins: none, twins within one section, or twins that sit in several sections too. */
export type Twins = 'none' | 'within' | 'across';

/** One to five sections of one to twelve questions, weights from 1 to 3, one to twenty questions drawn. */
export function anyUnit(twins: Twins): fc.Arbitrary<Unit> {
	const anySection = fc.record({ weight: fc.integer({ min: 1, max: 3 }), questions: fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }) });
	return fc
		.record({ sections: fc.array(anySection, { minLength: 1, maxLength: 5 }), draw: fc.integer({ min: 1, max: 20 }) })
		.map(({ sections, draw }) => {
			const named = sections.map((own, index) => ({ ...own, id: `section-${index + 1}` }));
			return unitOf(
				{},
				{
					draw,
					sections: named.map(({ id, weight }) => section(id, weight)),
					questions: named.flatMap(({ id, questions }) =>
						questions.map((twin, index) => {
							if (twin > 2 || twins === 'none') return choice(`${id}-${index + 1}`, id);
							return choice(`${id}-${index + 1}`, id, { group: twins === 'across' ? `group-${twin}` : `${id}-group-${twin}` });
						}),
					),
				},
			);
		});
}

/** Some of the questions shown, once to three times, in any order, answered or not. */
export function anyExposures(unit: Unit): fc.Arbitrary<readonly Exposure[]> {
	const verdicts = ['right', 'missed', 'dont-know', undefined] as const;
	return fc.array(fc.nat(), { minLength: unit.questions.length, maxLength: unit.questions.length }).map((numbers) =>
		unit.questions
			.map(({ id }, index) => ({ id, chance: numbers[index] ?? 0 }))
			.filter(({ chance }) => chance % 4 > 0)
			.sort((a, b) => Math.floor(a.chance / 16) - Math.floor(b.chance / 16))
			.map(({ id, chance }, index) => exposure(id, chance % 4, index + 1, verdicts[Math.floor(chance / 4) % 4])),
	);
}

export function anySections(unit: Unit): fc.Arbitrary<ReadonlySet<Id>> {
	return fc.subarray(unit.sections.map(({ id }) => id)).map((ids) => new Set(ids));
}

export const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

export interface DrawCase {
	readonly unit: Unit;
	readonly exposures: readonly Exposure[];
	readonly missed: ReadonlySet<Id>;
	readonly seed: number;
}

/** A unit, a history, the sections missed last time, and a seed. */
export function anyDraw(twins: Twins): fc.Arbitrary<DrawCase> {
	return anyUnit(twins).chain((unit) =>
		fc.record({ unit: fc.constant(unit), exposures: anyExposures(unit), missed: anySections(unit), seed: anySeed }),
	);
}
