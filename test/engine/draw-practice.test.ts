import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import { drawPractice } from '../../src/engine/draw-practice.ts';
import type { Exposure } from '../../src/model/attempt.ts';
import type { Id, Question, Unit } from '../../src/model/deck.ts';
import { anyDraw, anySeed, type Twins } from './arbitraries.ts';
import { afterSitting, choice, exposure, idsOf, propertySeed, section, unitOf } from './builders.ts';

const all: ReadonlySet<Id> = new Set();
const runs = { seed: propertySeed, numRuns: 80 };

/** The first so many questions of a section, shown once each. */
function seenOf(id: Id, count: number, verdict: Exposure['lastVerdict'], from = 1): readonly Exposure[] {
	return Array.from({ length: count }, (_, index) => exposure(`${id}-${from + index}`, 1, from + index, verdict));
}

/** Questions of a section that were never met, a group counting once and only while none of it was met. */
function freshIn(unit: Unit, id: Id, exposures: readonly Exposure[]): number {
	const met = new Set(exposures.map(({ question }) => question));
	const slotOf = ({ id: own, group }: Question) => (group === undefined ? `question ${own}` : `group ${group}`);
	const stale = new Set(unit.questions.filter((question) => met.has(question.id)).map(slotOf));
	return new Set(unit.questions.filter((question) => question.section === id && !stale.has(slotOf(question))).map(slotOf)).size;
}

describe('practice', () => {
	it.each<Twins>(['none', 'within', 'across'])(
		'is short, asks nothing twice, no twins, and stays in its sections, with twins: %s',
		(twins) => {
			fc.assert(
				fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
					const items = drawPractice(unit, exposures, missed, seed);
					const groups = items.flatMap(({ question }) => question.group ?? []);
					expect(items.length).toBeLessThanOrEqual(6);
					expect(new Set(idsOf(items)).size).toBe(items.length);
					expect(new Set(groups).size).toBe(groups.length);
					expect(items.filter(({ question }) => missed.size > 0 && !missed.has(question.section))).toEqual([]);
					expect(items.filter(({ reason }) => reason.emphasis)).toEqual([]);
				}),
				runs,
			);
		},
	);

	it('is the same for the same seed, unit and history, in whatever order the history is told', () => {
		fc.assert(
			fc.property(anyDraw('across'), ({ unit, exposures, missed, seed }) => {
				const items = drawPractice(unit, exposures, missed, seed);
				expect(drawPractice(unit, exposures, missed, seed)).toEqual(items);
				expect(drawPractice(unit, [...exposures].reverse(), missed, seed)).toEqual(items);
			}),
			{ ...runs, numRuns: 40 },
		);
	});

	it.each([
		{ sections: 1, size: 3 },
		{ sections: 2, size: 4 },
		{ sections: 3, size: 6 },
		{ sections: 5, size: 6 },
	])('of $sections sections asks $size questions where there are enough', ({ sections, size }) => {
		const ids = ['a', 'b', 'c', 'd', 'e'].slice(0, sections);
		const unit = unitOf(Object.fromEntries(ids.map((id) => [id, 10])));
		const seen = ids.flatMap((id) => seenOf(id, 5, 'missed'));
		expect(drawPractice(unit, seen, new Set(ids), 1)).toHaveLength(size);
		expect(drawPractice(unit, seen, all, 1)).toHaveLength(size);
	});

	it('asks what was missed before what was right, and what was right before what is new', () => {
		const unit = unitOf({ a: 40 });
		const right = seenOf('a', 5, 'right');
		for (let seed = 0; seed < 20; seed++) {
			const two = drawPractice(unit, [...right, ...seenOf('a', 2, 'missed', 6)], new Set(['a']), seed);
			expect(idsOf(two)).toEqual(expect.arrayContaining(['a-6', 'a-7']));
			expect(two.map(({ reason }) => reason.familiarity)).not.toContain('new');
			const four = drawPractice(unit, [...right, ...seenOf('a', 4, 'dont-know', 6)], new Set(['a']), seed);
			expect(four.map(({ reason }) => reason.familiarity)).toEqual(['missed-before', 'missed-before', 'missed-before']);
		}
	});

	it('asks a question missed twice before one that was right once', () => {
		const unit = unitOf({ a: 4 }, { draw: 2 });
		const seen = [
			exposure('a-1', 1, 1, 'right'),
			exposure('a-2', 5, 2, 'missed'),
			exposure('a-3', 4, 3, 'missed'),
			exposure('a-4', 6, 4, 'dont-know'),
		];
		for (let seed = 0; seed < 20; seed++) expect([...idsOf(drawPractice(unit, seen, all, seed))].sort()).toEqual(['a-2', 'a-3', 'a-4']);
	});

	it('asks only what was seen while an unseen question would cut into two fresh forms', () => {
		const unit = unitOf({ a: 12, b: 12 });
		const seen = [...seenOf('a', 2, 'missed'), ...seenOf('b', 2, 'right')];
		expect([...idsOf(drawPractice(unit, seen, new Set(['a']), 1))].sort()).toEqual(['a-1', 'a-2']);
	});

	it('asks as many unseen questions as two fresh forms leave over', () => {
		const familiar = (size: number, sections: ReadonlySet<Id>) =>
			drawPractice(unitOf({ a: size, b: size }), seenOf('a', 1, 'missed'), sections, 1).map(({ reason }) => reason.familiarity);
		expect([...familiar(15, new Set(['a']))].sort()).toEqual(['missed-before']);
		expect([...familiar(16, new Set(['a']))].sort()).toEqual(['missed-before', 'new']);
		expect([...familiar(17, new Set(['a']))].sort()).toEqual(['missed-before', 'new', 'new']);
		expect([...familiar(11, all)].sort()).toEqual(['missed-before', 'new']);
	});

	it('has nothing to ask where nothing was seen and nothing can be spared', () => {
		expect(drawPractice(unitOf({ a: 10, b: 10 }), [], all, 1)).toEqual([]);
		expect(drawPractice(unitOf({ a: 10, b: 10 }), seenOf('b', 5, 'missed'), new Set(['a']), 1)).toEqual([]);
	});

	it('of sections that the unit does not have asks nothing', () => {
		expect(drawPractice(unitOf({ a: 40 }), seenOf('a', 5, 'missed'), new Set(['gone']), 1)).toEqual([]);
	});

	it('takes unseen questions of its sections in turn', () => {
		const unit = unitOf({ a: 30, b: 30 }, { draw: 4 });
		for (let seed = 0; seed < 20; seed++) {
			const sections = drawPractice(unit, [], all, seed).map(({ question }) => question.section);
			expect([...sections].sort()).toEqual(['a', 'a', 'b', 'b']);
		}
	});

	it('counts a twin of a seen question as seen', () => {
		const unit = unitOf(
			{},
			{
				draw: 2,
				sections: [section('a')],
				questions: ['a-1', 'a-2', 'a-3', 'a-4'].map((id, index) => choice(id, 'a', index < 2 ? { group: 'twins' } : {})),
			},
		);
		const items = drawPractice(unit, [exposure('a-1', 1, 1, 'missed')], all, 1);
		expect(idsOf(items)).toHaveLength(1);
		expect(['a-1', 'a-2']).toContain(items[0]?.question.id);
	});

	it.each<Twins>(['none', 'within'])('leaves every section its share of two fresh forms, where it had it, with twins: %s', (twins) => {
		fc.assert(
			fc.property(anyDraw(twins), ({ unit, exposures, missed, seed }) => {
				const items = drawPractice(unit, exposures, missed, seed);
				const after = afterSitting(exposures, items);
				const total = unit.sections.reduce((sum, { weight }) => sum + weight, 0);
				for (const { id, weight } of unit.sections) {
					const before = freshIn(unit, id, exposures);
					const kept = freshIn(unit, id, after);
					const share = Math.floor((Math.min(unit.draw, unit.questions.length) * weight) / total);
					if (kept < before && twins === 'none') expect(kept).toBeGreaterThanOrEqual(2 * share);
					if (items.every(({ reason, question }) => reason.timesShown > 0 || question.section !== id)) expect(before - kept).toBe(0);
				}
			}),
			runs,
		);
	});

	it('leaves two forms in a row without a repeat, where there were two before, however much of them the missed sections get', () => {
		const sizes = fc.array(fc.tuple(fc.integer({ min: 6, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 4 });
		const seeds = fc.tuple(anySeed, anySeed, anySeed, anySeed);
		fc.assert(
			fc.property(sizes, fc.integer({ min: 4, max: 12 }), seeds, (shapes, draw, [first, practice, second, third]) => {
				const named = shapes.map(([size, missed], index) => ({ id: `section-${index + 1}`, size, missed }));
				const unit = unitOf(Object.fromEntries(named.map(({ id, size }) => [id, size])), { draw });
				const missed = new Set(named.filter((one) => one.missed).map(({ id }) => id));
				const repeats = (exposures: readonly Exposure[]) => {
					const retry = drawForm(unit, exposures, missed, second).items;
					const next = drawForm(unit, afterSitting(exposures, retry), missed, third).items;
					return [...retry, ...next].filter(({ reason }) => reason.timesShown > 0).length;
				};
				const seen = afterSitting([], drawForm(unit, [], all, first).items, () => 'missed');
				fc.pre(repeats(seen) === 0);
				expect(repeats(afterSitting(seen, drawPractice(unit, seen, missed, practice)))).toBe(0);
			}),
			{ ...runs, numRuns: 120 },
		);
	});
});
