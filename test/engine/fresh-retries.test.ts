import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { freshRetriesOf, missingForRetries, questionsForRetries } from '../../src/engine/fresh-retries.ts';
import type { Exposure } from '../../src/model/attempt.ts';
import type { Unit } from '../../src/model/deck.ts';
import { anyUnit } from './arbitraries.ts';
import { afterSitting, choice, propertySeed, section, unitOf } from './builders.ts';

const runs = { seed: propertySeed, numRuns: 120 };

/** Forms in a row, by weight alone, before the first question, or a twin of it, comes back; at most `most`. */
function freshForms(unit: Unit, seed: number, most: number): number {
	let exposures: readonly Exposure[] = [];
	const seen = new Set<string>();
	for (let sat = 0; sat < most; sat++) {
		const { items } = drawForm(unit, exposures, new Set(), 100 * seed + sat);
		const slots = items.map(({ question: { id, group } }) => (group === undefined ? `question ${id}` : `group ${group}`));
		if (slots.some((slot) => seen.has(slot))) return sat;
		for (const slot of slots) seen.add(slot);
		exposures = afterSitting(exposures, items);
	}
	return most;
}

describe('fresh retries', () => {
	it.each([
		{ draw: 10, sizes: { a: 30 }, retries: 2 },
		{ draw: 10, sizes: { a: 29 }, retries: 1 },
		{ draw: 10, sizes: { a: 15, b: 14 }, retries: 1 },
		{ draw: 10, sizes: { a: 5, b: 5, c: 5, d: 5 }, retries: 1 },
		{ draw: 10, sizes: { a: 2, b: 30 }, retries: 0 },
		{ draw: 3, sizes: { a: 13, b: 2 }, retries: 1 },
		{ draw: 3, sizes: { a: 6, b: 2 }, retries: 1 },
		{ draw: 4, sizes: { a: 8, b: 8, c: 2 }, retries: 1 },
		{ draw: 10, sizes: { a: 20, b: 20, c: 6 }, retries: 1 },
		{ draw: 10, sizes: { a: 30, b: 30, c: 30, d: 4 }, retries: 1 },
		{ draw: 10, sizes: { a: 12, b: 12, c: 12, d: 4 }, retries: 1 },
		{ draw: 5, sizes: { a: 15, b: 6 }, retries: 2 },
		{ draw: 2, sizes: { a: 3, b: 9, c: 9 }, retries: 9 },
	])('of a draw of $draw from $sizes are $retries', ({ draw, sizes, retries }) => {
		expect(freshRetriesOf(unitOf(sizes, { draw })).unit).toBe(retries);
	});

	it('are the whole pool by the share where shares are whole', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ share: fc.integer({ min: 1, max: 4 }), pool: fc.integer({ min: 4, max: 30 }) }), {
					minLength: 1,
					maxLength: 5,
				}),
				(parts) => {
					const sizes = Object.fromEntries(parts.map(({ pool }, index) => [`s-${index}`, pool]));
					const sections = parts.map(({ share }, index) => section(`s-${index}`, share));
					const draw = parts.reduce((sum, { share }) => sum + share, 0);
					expect(freshRetriesOf(unitOf(sizes, { draw, sections })).sections).toEqual(
						parts.map(({ share, pool }) => Math.floor(pool / share) - 1),
					);
				},
			),
			runs,
		);
	});

	it('are said of no section that is never asked', () => {
		expect(freshRetriesOf(unitOf({ a: 20, b: 0 })).sections).toEqual([1, undefined]);
	});

	it('are not said to be more than the draw keeps', () => {
		fc.assert(
			fc.property(anyUnit('within'), fc.nat(1_000), (unit, seed) => {
				const promised = freshRetriesOf(unit).unit + 1;
				expect(freshForms(unit, seed, promised)).toBe(promised);
			}),
			runs,
		);
	});

	it('are not said to be fewer than the draw always keeps', () => {
		fc.assert(
			fc.property(anyUnit('none'), (unit) => {
				const promised = freshRetriesOf(unit).unit + 1;
				const kept = Array.from({ length: 25 }, (_, seed) => freshForms(unit, seed, promised + 1));
				expect(Math.min(...kept)).toBe(promised);
			}),
			{ ...runs, numRuns: 25 },
		);
	});

	it('are those that the draw makes where groups lie in several sections', () => {
		const groups = ['g', 'h', 'i', 'j', 'k', 'l'];
		const unit = unitOf(
			{},
			{
				draw: 4,
				sections: [section('a'), section('b')],
				questions: [
					...groups.map((group) => choice(`a-${group}`, 'a', { group })),
					...groups.map((group) => choice(`b-${group}`, 'b', { group })),
					...groups.map((name) => choice(`b-${name}-alone`, 'b')),
				],
			},
		);
		expect(freshRetriesOf(unit)).toMatchObject({ unit: 1, apart: [2, 5] });
	});

	it('come with as many questions more in one section as are said to be missing, and not with one fewer', () => {
		fc.assert(
			fc.property(anyUnit('none'), fc.integer({ min: 1, max: 3 }), (unit, retries) => {
				unit.sections.forEach(({ id }, index) => {
					const missing = missingForRetries(unit, index, retries);
					const withMore = (more: number): Unit => ({
						...unit,
						questions: [...unit.questions, ...Array.from({ length: more }, (_, each) => choice(`${id}-more-${each}`, id))],
					});
					if (missing === undefined) return;
					expect(freshRetriesOf(withMore(missing)).sections[index]).toBeGreaterThanOrEqual(retries);
					if (missing > 0) expect(freshRetriesOf(withMore(missing - 1)).sections[index] ?? 0).toBeLessThan(retries);
				});
			}),
			{ ...runs, numRuns: 25 },
		);
	});

	it('of all sections take no fewer questions than so many forms ask', () => {
		expect(questionsForRetries(unitOf({ a: 8, b: 8 }, { draw: 7 }), 2)).toBe(5);
		expect(questionsForRetries(unitOf({ a: 15, b: 15 }, { draw: 11 }), 2)).toBe(3);
		expect(questionsForRetries(unitOf({ a: 40, b: 4 }, { draw: 10 }), 2)).toBe(11);
		expect(questionsForRetries(unitOf({ a: 40, b: 15 }, { draw: 10 }), 2)).toBe(0);
	});
});
