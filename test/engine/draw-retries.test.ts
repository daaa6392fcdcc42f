import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawForm } from '../../src/engine/draw-form.ts';
import type { Exposure } from '../../src/model/attempt.ts';
import type { Form } from '../../src/model/decision.ts';
import type { Id, Question, Unit } from '../../src/model/deck.ts';
import { anyDraw, anySeed } from './arbitraries.ts';
import { afterSitting, choice, countsOf, exposure, idsOf, propertySeed, section, unitOf } from './builders.ts';

const nobody: ReadonlySet<Id> = new Set();
const runs = { seed: propertySeed, numRuns: 60 };

/** So many forms in a row, every question answered right. */
function formsInARow(unit: Unit, seeds: readonly number[]): readonly Form[] {
	let exposures: readonly Exposure[] = [];
	return seeds.map((seed) => {
		const form = drawForm(unit, exposures, nobody, seed);
		exposures = afterSitting(exposures, form.items);
		return form;
	});
}

describe('retries without a miss', () => {
	const threeSeeds = fc.array(anySeed, { minLength: 3, maxLength: 3 });

	it('share no question where every section holds three times its largest share', () => {
		const weights = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(weights, fc.integer({ min: 5, max: 20 }), threeSeeds, (all, draw, seeds) => {
				const total = all.reduce((sum, weight) => sum + weight, 0);
				const sections = all.map((weight, index) => section(`section-${index + 1}`, weight));
				fc.pre(all.every((weight) => weight * draw >= total));
				const sizes = Object.fromEntries(sections.map(({ id, weight }) => [id, 3 * Math.ceil((weight * draw) / total)]));
				const unit = unitOf(sizes, { draw, sections });
				const ids = formsInARow(unit, seeds).flatMap(({ items }) => idsOf(items));
				expect(ids).toHaveLength(3 * draw);
				expect(new Set(ids).size).toBe(ids.length);
			}),
			runs,
		);
	});

	it.each([
		{ sizes: { a: 10, b: 10, c: 10 }, draw: 10 },
		{ sizes: { a: 6, b: 6, c: 6, d: 6 }, draw: 8 },
		{ sizes: { a: 15, b: 15 }, draw: 10 },
		{ sizes: { a: 6, b: 6, c: 6, d: 6, e: 6 }, draw: 10 },
		{ sizes: { a: 30 }, draw: 10 },
	])('use up a pool of exactly three forms before anything comes back: $sizes', ({ sizes, draw }) => {
		const unit = unitOf(sizes, { draw });
		fc.assert(
			fc.property(threeSeeds, (seeds) => {
				const ids = formsInARow(unit, seeds).flatMap(({ items }) => idsOf(items));
				expect([...new Set(ids)].sort()).toEqual(unit.questions.map(({ id }) => id).sort());
			}),
			{ ...runs, numRuns: 10 },
		);
	});

	it('never ask the same form twice in a row while the pool is larger than the form', () => {
		const seeds = fc.array(anySeed, { minLength: 6, maxLength: 6 });
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 1, maxLength: 4 }), seeds, (sizes, all) => {
				const unit = unitOf(Object.fromEntries(sizes.map((size, index) => [`section-${index + 1}`, size])), { draw: 2 * sizes.length });
				const forms = formsInARow(unit, all).map(({ items }) => [...idsOf(items)].sort().join(' '));
				expect(forms.filter((form, index) => form === forms[index - 1])).toEqual([]);
			}),
			runs,
		);
	});
});

describe('a question that was seen', () => {
	it('comes back only when its section has nothing new to ask, whatever was missed', () => {
		const missEverySecond = (question: Question) => (question.id.endsWith('2') || question.id.endsWith('4') ? 'missed' : 'right');
		fc.assert(
			fc.property(anyDraw('within'), fc.array(anySeed, { minLength: 4, maxLength: 4 }), ({ unit }, seeds) => {
				let exposures: readonly Exposure[] = [];
				let missed: ReadonlySet<Id> = nobody;
				for (const seed of seeds) {
					const { items } = drawForm(unit, exposures, missed, seed);
					const seen = new Set(exposures.map(({ question }) => question));
					const met = (question: Question) =>
						unit.questions.some(
							({ id, group }) => seen.has(id) && (id === question.id || (group !== undefined && group === question.group)),
						);
					const asked = new Set(idsOf(items));
					const groups = new Set(items.flatMap(({ question }) => question.group ?? []));
					for (const { question } of items.filter((item) => met(item.question))) {
						const fresh = unit.questions.filter(
							({ id, section: own, group }) => own === question.section && !asked.has(id) && !(group !== undefined && groups.has(group)),
						);
						expect(fresh.filter((one) => !met(one))).toEqual([]);
					}
					exposures = afterSitting(exposures, items, missEverySecond);
					missed = new Set(items.filter(({ question }) => missEverySecond(question) === 'missed').map(({ question }) => question.section));
				}
			}),
			{ ...runs, numRuns: 30 },
		);
	});

	it('is not brought back because another section was missed', () => {
		const unit = unitOf({ a: 10, b: 10, c: 10 }, { draw: 7, sections: [section('a'), section('b', 3), section('c')] });
		const seen = [
			...Array.from({ length: 10 }, (_, index) => `a-${index + 1}`),
			...Array.from({ length: 6 }, (_, index) => `b-${index + 1}`),
			...Array.from({ length: 7 }, (_, index) => `c-${index + 1}`),
		];
		const exposures = seen.map((id, index) => exposure(id, 1, index + 1, 'right'));
		for (let seed = 0; seed < 20; seed++) {
			const { items } = drawForm(unit, exposures, new Set(['a']), seed);
			expect(items.filter(({ question, reason }) => question.section !== 'a' && reason.timesShown > 0)).toEqual([]);
		}
	});

	it('is not brought back by emphasis: weight alone would have brought as many', () => {
		fc.assert(
			fc.property(anyDraw('none'), ({ unit, exposures, missed, seed }) => {
				const seenIn = (form: Form) => form.items.filter(({ reason }) => reason.timesShown > 0).length;
				expect(seenIn(drawForm(unit, exposures, missed, seed))).toBeLessThanOrEqual(seenIn(drawForm(unit, exposures, nobody, seed)));
			}),
			{ ...runs, numRuns: 120 },
		);
	});
});

describe('a section that was missed', () => {
	it('gets at least as much of the form as it would have got', () => {
		fc.assert(
			fc.property(anyDraw('within'), ({ unit, exposures, missed, seed }) => {
				const plain = countsOf(unit, drawForm(unit, exposures, nobody, seed).items);
				const leaning = countsOf(unit, drawForm(unit, exposures, missed, seed).items);
				for (const id of missed) expect(leaning[id]).toBeGreaterThanOrEqual(plain[id] ?? 0);
			}),
			{ ...runs, numRuns: 120 },
		);
	});

	it('gets no less because another was missed too', () => {
		const unit = unitOf({ a: 30, b: 30, c: 30 }, { draw: 7, sections: [section('a'), section('b'), section('c', 3)] });
		for (let seed = 0; seed < 20; seed++) {
			const plain = countsOf(unit, drawForm(unit, [], nobody, seed).items);
			const leaning = countsOf(unit, drawForm(unit, [], new Set(['a', 'c']), seed).items);
			expect(leaning['a']).toBeGreaterThanOrEqual(plain['a'] ?? 0);
			expect(leaning['c']).toBeGreaterThanOrEqual(plain['c'] ?? 0);
		}
	});

	it('gets strictly more, somewhere, where there are new questions enough', () => {
		const shapes = fc.record({
			sections: fc.integer({ min: 2, max: 5 }),
			missed: fc.integer({ min: 1, max: 4 }),
			draw: fc.integer({ min: 4, max: 20 }),
		});
		fc.assert(
			fc.property(shapes, anySeed, (shape, seed) => {
				const sure = Math.floor((2 * shape.draw) / (shape.sections + shape.missed)) > Math.ceil(shape.draw / shape.sections);
				fc.pre(shape.missed < shape.sections && sure);
				const ids = Array.from({ length: shape.sections }, (_, index) => `section-${index + 1}`);
				const unit = unitOf(Object.fromEntries(ids.map((id) => [id, 25])), { draw: shape.draw });
				const missed = new Set(ids.slice(0, shape.missed));
				const plain = countsOf(unit, drawForm(unit, [], nobody, seed).items);
				const { items, quotas } = drawForm(unit, [], missed, seed);
				expect([...missed].some((id) => (countsOf(unit, items)[id] ?? 0) > (plain[id] ?? 0))).toBe(true);
				expect(quotas.some(({ emphasis }) => emphasis)).toBe(true);
			}),
			runs,
		);
	});

	it('weighs double, the others are still asked, and its questions carry the mark', () => {
		const unit = unitOf({ a: 20, b: 20, c: 20 }, { draw: 8 });
		const { items, quotas } = drawForm(unit, [], new Set(['b']), 11);
		expect(countsOf(unit, items)).toEqual({ a: 2, b: 4, c: 2 });
		expect(quotas.map(({ emphasis }) => emphasis)).toEqual([false, true, false]);
		expect(items.map(({ question, reason }) => reason.emphasis === (question.section === 'b'))).not.toContain(false);
	});

	it('leans no further than its new questions last', () => {
		const unit = unitOf({ a: 20, b: 20 }, { draw: 10 });
		const seen = Array.from({ length: 14 }, (_, index) => exposure(`b-${index + 1}`, 1, index + 1, 'missed'));
		const { items, quotas } = drawForm(unit, seen, new Set(['b']), 5);
		expect(countsOf(unit, items)).toEqual({ a: 4, b: 6 });
		expect(items.every(({ reason }) => reason.familiarity === 'new')).toBe(true);
		expect(quotas[1]).toEqual({ section: 'b', due: 5, asked: 6, emphasis: true, spilled: 0 });
	});

	it('without a new question gets its share by weight, and no mark', () => {
		const unit = unitOf({ a: 20, b: 8 }, { draw: 10 });
		const seen = Array.from({ length: 8 }, (_, index) => exposure(`b-${index + 1}`, 1, index + 1, index < 4 ? 'right' : 'missed'));
		const { items, quotas } = drawForm(unit, seen, new Set(['b']), 5);
		expect(countsOf(unit, items)).toEqual({ a: 5, b: 5 });
		expect(quotas.map(({ emphasis }) => emphasis)).toEqual([false, false]);
		expect(
			items.filter(({ question }) => question.section === 'b').filter(({ reason }) => reason.familiarity === 'missed-before'),
		).toHaveLength(4);
	});

	it('makes no difference when all were missed', () => {
		const unit = unitOf({ a: 20, b: 20 });
		expect(drawForm(unit, [], new Set(['a', 'b']), 5)).toEqual(drawForm(unit, [], nobody, 5));
	});

	it('that the unit no longer has is passed over', () => {
		const unit = unitOf({ a: 20, b: 20 });
		expect(drawForm(unit, [], new Set(['gone']), 5)).toEqual(drawForm(unit, [], nobody, 5));
	});

	it('is marked exactly where it got more, on its quota and on its questions', () => {
		fc.assert(
			fc.property(anyDraw('none'), ({ unit, exposures, missed, seed }) => {
				const plain = countsOf(unit, drawForm(unit, exposures, nobody, seed).items);
				const { items, quotas } = drawForm(unit, exposures, missed, seed);
				for (const { section: id, asked, emphasis } of quotas) expect(emphasis).toBe(missed.has(id) && asked > (plain[id] ?? 0));
				for (const { question, reason } of items)
					expect(reason.emphasis).toBe(quotas.find((quota) => quota.section === question.section)?.emphasis);
			}),
			runs,
		);
	});
});

describe('a small pool', () => {
	it('brings back what was missed before what was right, and the longest ago of these', () => {
		const unit = unitOf({}, { draw: 2, sections: [section('a')], questions: ['a-1', 'a-2', 'a-3', 'a-4'].map((id) => choice(id, 'a')) });
		const seen = [
			exposure('a-1', 1, 1, 'right'),
			exposure('a-2', 1, 4, 'missed'),
			exposure('a-3', 1, 2, 'right'),
			exposure('a-4', 1, 3, 'dont-know'),
		];
		for (let seed = 0; seed < 20; seed++) expect([...idsOf(drawForm(unit, seen, nobody, seed).items)].sort()).toEqual(['a-2', 'a-4']);
		const answered = afterSitting(seen, drawForm(unit, seen, nobody, 1).items);
		for (let seed = 0; seed < 20; seed++) expect([...idsOf(drawForm(unit, answered, nobody, seed).items)].sort()).toEqual(['a-1', 'a-3']);
	});
});
