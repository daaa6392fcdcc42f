import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compositionOf, drawForm, drawQuestions } from '../../src/engine/draw-form.ts';
import { drawPractice } from '../../src/engine/draw-practice.ts';
import { freshRetriesOf, missingForRetries, questionsForRetries } from '../../src/engine/fresh-retries.ts';
import { luckOf } from '../../src/engine/luck.ts';
import { freshnessOf } from '../../src/engine/pool.ts';
import { countVariants } from '../../src/engine/variants/unseen.ts';
import type { Exposure, FormItem, Verdict } from '../../src/model/attempt.ts';
import type { Id, Question, Unit } from '../../src/model/deck.ts';
import { anySections, anySeed, anyUnit, type Twins } from './arbitraries.ts';
import { choice, countsOf, exposure, idsOf, propertySeed, section, unitOf } from './builders.ts';
import { pooled } from './variants/template-of.ts';

const nobody: ReadonlySet<Id> = new Set();
const runs = { seed: propertySeed, numRuns: 40 };

/** A question of that id with so many values; `group` as it has one. */
function template(id: Id, section: Id, values: number, group?: Id): Question {
	const raw = {
		id,
		section,
		vars: { n: { int: ['1', String(values)] } },
		stem: 'Stem {n}',
		answer: '= n',
		distractors: ['= n + 1', 'none'],
	};
	return pooled(group === undefined ? raw : { ...raw, group });
}

/** Some of a unit's questions as templates, each with one to four values. */
function withTemplates(unit: Unit, sizes: readonly number[]): Unit {
	const questions = unit.questions.map((question, index) => {
		const size = sizes[index % sizes.length] ?? 0;
		return size === 0 ? question : template(question.id, question.section, size, question.group);
	});
	return { ...unit, questions };
}

function anyTemplateUnit(twins: Twins): fc.Arbitrary<Unit> {
	return fc
		.tuple(anyUnit(twins), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }))
		.map(([unit, sizes]) => withTemplates(unit, sizes));
}

/** As the record tells it after a form was sat: the values it was shown with, each once, the first first. */
function afterSitting(
	exposures: readonly Exposure[],
	items: readonly FormItem[],
	verdict: (question: Question) => Verdict['kind'] = () => 'right',
): readonly Exposure[] {
	const known = new Map(exposures.map((shown) => [shown.question, shown]));
	let ordinal = Math.max(0, ...exposures.map(({ lastShown }) => lastShown));
	for (const { question } of items) {
		const before = known.get(question.id);
		const told = exposure(question.id, (before?.timesShown ?? 0) + 1, ++ordinal, verdict(question));
		const values = question.variant?.values;
		const variants = before?.variants ?? [];
		const isKnown = variants.some((each) => JSON.stringify(each) === JSON.stringify(values));
		known.set(question.id, values === undefined ? told : { ...told, variants: isKnown ? variants : [...variants, values] });
	}
	return [...known.values()];
}

/** Forms in a row, some of them missed. */
function history(unit: Unit, seeds: readonly number[]): readonly Exposure[] {
	let exposures: readonly Exposure[] = [];
	for (const seed of seeds)
		exposures = afterSitting(exposures, drawForm(unit, exposures, nobody, seed).items, ({ id }) => (id.endsWith('2') ? 'missed' : 'right'));
	return exposures;
}

const fewSeeds = fc.array(anySeed, { maxLength: 4 });

function seenOf(exposures: readonly Exposure[], { id }: Question): readonly string[] {
	return (exposures.find(({ question }) => question === id)?.variants ?? []).map((values) => JSON.stringify(values));
}

function valuesLeft(unit: Unit, exposures: readonly Exposure[], { id }: Question): number {
	const own = unit.questions.find((question) => question.id === id);
	return own?.template === undefined ? 0 : countVariants(own.template).count - seenOf(exposures, own).length;
}

describe.each<Twins>(['none', 'within', 'across'])('a form of templates and others, with twins: %s', (twins) => {
	it('asks no question twice, nor two of a group, is as long as it can be, and holds concrete questions only', () => {
		fc.assert(
			fc.property(anyTemplateUnit(twins), fewSeeds, anySeed, (unit, seeds, seed) => {
				const { items, quotas } = drawForm(unit, history(unit, seeds), nobody, seed);
				const groups = items.flatMap(({ question }) => question.group ?? []);
				expect(new Set(idsOf(items)).size).toBe(items.length);
				expect(new Set(groups).size).toBe(groups.length);
				expect(items.length).toBe(Math.min(unit.draw, freshnessOf(unit.questions, []).pool));
				expect(Object.fromEntries(quotas.map(({ section: id, asked }) => [id, asked]))).toEqual(countsOf(unit, items));
				for (const { question, options } of items) {
					const own = unit.questions.find(({ id }) => id === question.id);
					expect(question.template).toBeUndefined();
					expect(question.variant === undefined).toBe(own?.template === undefined);
					expect(question.fingerprint).toBe(own?.fingerprint);
					if (question.variant === undefined || question.type !== 'choice') continue;
					expect(question.stem).toBe(`Stem ${question.variant.values['n']}`);
					expect([...options].sort()).toEqual(question.options.map(({ text }) => text).sort());
				}
			}),
			runs,
		);
	});

	it('is the same for the same seed, unit and history, in whatever order the history is told', () => {
		fc.assert(
			fc.property(anyTemplateUnit(twins), fewSeeds, anySeed, (unit, seeds, seed) => {
				const exposures = history(unit, seeds);
				const form = drawForm(unit, exposures, nobody, seed);
				expect(drawForm(structuredClone(unit), [...exposures].reverse(), nobody, seed)).toEqual(form);
			}),
			{ ...runs, numRuns: 30 },
		);
	});

	it('brings no values back while the template has others', () => {
		fc.assert(
			fc.property(anyTemplateUnit(twins), fewSeeds, anySeed, (unit, seeds, seed) => {
				const exposures = history(unit, seeds);
				for (const { question, reason } of drawForm(unit, exposures, nobody, seed).items) {
					if (question.variant === undefined) continue;
					const isBack = seenOf(exposures, question).includes(JSON.stringify(question.variant.values));
					if (isBack) expect(valuesLeft(unit, exposures, question)).toBe(0);
					expect(reason.familiarity === 'new').toBe(!isBack);
					expect(reason.timesShown === 0).toBe(!isBack);
				}
			}),
			runs,
		);
	});

	it('asks what was never shown before new values, and new values before any repetition', () => {
		fc.assert(
			fc.property(anyTemplateUnit(twins), fewSeeds, anySeed, (unit, seeds, seed) => {
				const exposures = history(unit, seeds);
				const { items } = drawForm(unit, exposures, nobody, seed);
				const shown = new Set(exposures.map(({ question }) => question));
				const isMet = ({ id, group }: Question) =>
					shown.has(id) || (group !== undefined && unit.questions.some((other) => other.group === group && shown.has(other.id)));
				const tier = (question: Question) => (!isMet(question) ? 0 : valuesLeft(unit, exposures, question) > 0 ? 1 : 2);
				const asked = new Set(idsOf(items));
				const groups = new Set(items.flatMap(({ question }) => question.group ?? []));
				const left = unit.questions.filter(({ id, group }) => !asked.has(id) && !(group !== undefined && groups.has(group)));
				const overtaken = items.flatMap(({ question }) =>
					left.filter((other) => other.section === question.section && tier(other) < tier(question)),
				);
				expect(overtaken.map(({ id }) => id)).toEqual([]);
			}),
			runs,
		);
	});
});

describe('a template', () => {
	it('counts once in a pool, and is fresh as long as it has values that were never shown', () => {
		const unit = unitOf({}, { draw: 2, sections: [section('a')], questions: [template('t', 'a', 3), choice('q', 'a')] });
		let exposures: readonly Exposure[] = [];
		const told = [];
		for (let form = 0; form < 5; form++) {
			told.push([freshnessOf(unit.questions, exposures), compositionOf(drawForm(unit, exposures, nobody, form).items)]);
			exposures = afterSitting(exposures, drawForm(unit, exposures, nobody, form).items);
		}
		expect(told).toEqual([
			[
				{ fresh: 2, pool: 2 },
				{ fresh: 2, missedBefore: 0, again: 0 },
			],
			[
				{ fresh: 1, pool: 2 },
				{ fresh: 1, missedBefore: 0, again: 1 },
			],
			[
				{ fresh: 1, pool: 2 },
				{ fresh: 1, missedBefore: 0, again: 1 },
			],
			[
				{ fresh: 0, pool: 2 },
				{ fresh: 0, missedBefore: 0, again: 2 },
			],
			[
				{ fresh: 0, pool: 2 },
				{ fresh: 0, missedBefore: 0, again: 2 },
			],
		]);
	});

	it('whose values were all shown brings them back in turn, and says how often each was there', () => {
		const unit = unitOf({}, { draw: 1, sections: [section('a')], questions: [template('t', 'a', 3)] });
		let exposures: readonly Exposure[] = [];
		const rows = Array.from({ length: 9 }, (_, seed) => {
			const [item] = drawForm(unit, exposures, nobody, seed).items;
			exposures = afterSitting(exposures, item === undefined ? [] : [item], () => 'missed');
			return { value: item?.question.variant?.values['n'], times: item?.reason.timesShown, familiarity: item?.reason.familiarity };
		});
		expect(rows.map(({ times }) => times)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
		expect(rows.map(({ familiarity }) => familiarity)).toEqual([...Array(3).fill('new'), ...Array(6).fill('missed-before')]);
		expect(rows.slice(3, 6).map(({ value }) => value)).toEqual(rows.slice(0, 3).map(({ value }) => value));
		expect(rows.slice(6).map(({ value }) => value)).toEqual(rows.slice(0, 3).map(({ value }) => value));
	});

	it('that is used up stands beside a question that was shown as often as each of its values', () => {
		const unit = unitOf({}, { draw: 1, sections: [section('a')], questions: [template('t', 'a', 2), choice('q', 'a')] });
		const used: Exposure = { ...exposure('t', 2, 2, 'missed'), variants: [{ n: 1 }, { n: 2 }] };
		expect(idsOf(drawForm(unit, [used, exposure('q', 1, 3, 'right')], nobody, 1).items)).toEqual(['t']);
		expect(idsOf(drawForm(unit, [used, exposure('q', 1, 1, 'missed')], nobody, 1).items)).toEqual(['q']);
	});

	it('that nothing can be drawn of is asked as the pool holds it', () => {
		const { template: own, ...question } = template('t', 'a', 2);
		if (own === undefined) throw new Error('it is a template');
		const unit = unitOf({}, { sections: [section('a')], questions: [{ ...question, template: { ...own, where: 'n > 2' } }] });
		const [item] = drawForm(unit, [], nobody, 1).items;
		expect(item).toEqual({
			question,
			options: expect.arrayContaining(['none']),
			reason: { familiarity: 'new', timesShown: 0, emphasis: false },
		});
		expect(freshnessOf(unit.questions, [exposure('t', 1, 1)])).toEqual({ fresh: 0, pool: 1 });
	});

	it('that was shown before it had values is fresh again', () => {
		const unit = unitOf({}, { draw: 1, sections: [section('a')], questions: [template('t', 'a', 2), choice('q', 'a')] });
		const before = [exposure('t', 3, 2, 'right'), exposure('q', 1, 1, 'right')];
		expect(drawForm(unit, before, nobody, 1).items[0]).toMatchObject({
			question: { id: 't' },
			reason: { familiarity: 'new', timesShown: 0 },
		});
	});

	it('comes with new values after a twin without any was shown, but behind what is new', () => {
		const unit = unitOf(
			{},
			{
				draw: 1,
				sections: [section('a')],
				questions: [choice('q', 'a', { group: 'twins' }), template('t', 'a', 2, 'twins'), choice('p', 'a')],
			},
		);
		const seen = [exposure('q', 1, 1, 'missed')];
		expect(freshnessOf(unit.questions, seen)).toEqual({ fresh: 2, pool: 2 });
		expect(idsOf(drawForm(unit, seen, nobody, 1).items)).toEqual(['p']);
		expect(idsOf(drawForm(unit, [...seen, exposure('p', 1, 2, 'missed')], nobody, 1).items)).toEqual(['t']);
	});

	it('leaves the draw of the questions around it as it is', () => {
		const plain = unitOf({ a: 12, b: 12 }, { draw: 8 });
		for (let seed = 0; seed < 20; seed++) {
			const mixed = withTemplates(plain, [0, 0, 0, 4]);
			const ids = (unit: Unit) => idsOf(drawForm(unit, [], nobody, seed).items);
			expect([...ids(mixed)].sort()).toEqual([...ids(plain)].sort());
			expect(drawQuestions(mixed, seed).every((question) => mixed.questions.includes(question))).toBe(true);
		}
		expect(luckOf(withTemplates(plain, [4]))).toBeDefined();
	});
});

describe('practice', () => {
	const few = unitOf({}, { draw: 1, sections: [section('a')], questions: [template('t', 'a', 6)] });

	it('takes new values of a seen template while two fresh forms find others, then those that were seen', () => {
		let exposures: readonly Exposure[] = afterSitting([], drawForm(few, [], nobody, 1).items, () => 'missed');
		const rows = Array.from({ length: 5 }, (_, seed) => {
			const items = drawPractice(few, exposures, nobody, seed);
			exposures = afterSitting(exposures, items, () => 'missed');
			return items.map(({ reason: { familiarity, timesShown } }) => [familiarity, timesShown]);
		});
		expect(rows).toEqual([[['new', 0]], [['new', 0]], [['new', 0]], [['missed-before', 1]], [['missed-before', 1]]]);
		expect(seenOf(exposures, { ...few.questions[0], id: 't' } as Question)).toHaveLength(4);
	});

	it('asks nothing of a template that was never shown, unless two fresh forms remain', () => {
		expect(drawPractice(few, [], nobody, 1)).toEqual([]);
	});

	it('leaves two forms in a row without a repeat, where there were two before', () => {
		const seeds = fc.tuple(anySeed, anySeed, anySeed, anySeed);
		let held = 0;
		fc.assert(
			fc.property(anyTemplateUnit('within'), seeds, (unit, [first, practice, second, third]) => {
				const repeats = (exposures: readonly Exposure[]) => {
					const retry = drawForm(unit, exposures, nobody, second).items;
					const next = drawForm(unit, afterSitting(exposures, retry), nobody, third).items;
					return [...retry, ...next].filter(({ reason }) => reason.timesShown > 0).length;
				};
				const seen = afterSitting([], drawForm(unit, [], nobody, first).items, () => 'missed');
				if (repeats(seen) > 0) return;
				held++;
				expect(repeats(afterSitting(seen, drawPractice(unit, seen, nobody, practice)))).toBe(0);
			}),
			{ ...runs, numRuns: 70 },
		);
		expect(held).toBeGreaterThan(8);
	});

	it('is short, asks nothing twice, and stays in its sections', () => {
		fc.assert(
			fc.property(
				anyTemplateUnit('across').chain((unit) => fc.tuple(fc.constant(unit), anySections(unit))),
				fewSeeds,
				anySeed,
				([unit, sections], seeds, seed) => {
					const exposures = history(unit, seeds);
					const items = drawPractice(unit, exposures, sections, seed);
					expect(items.length).toBeLessThanOrEqual(6);
					expect(new Set(idsOf(items)).size).toBe(items.length);
					expect(items.filter(({ question }) => sections.size > 0 && !sections.has(question.section))).toEqual([]);
					expect(items.filter(({ question }) => question.template !== undefined)).toEqual([]);
				},
			),
			runs,
		);
	});
});

/** Forms in a row before the first repetition; at most `most`. */
function freshForms(unit: Unit, seed: number, most: number): number {
	let exposures: readonly Exposure[] = [];
	const met = new Set<string>();
	for (let sat = 0; sat < most; sat++) {
		const { items } = drawForm(unit, exposures, nobody, 1_000 * seed + sat);
		const names = items.map(({ question: { id, group, variant } }) =>
			variant === undefined ? (group ?? id) : `${id} ${JSON.stringify(variant.values)}`,
		);
		if (names.some((name) => met.has(name))) return sat;
		for (const [index, name] of names.entries()) met.add(name).add(items[index]?.question.group ?? name);
		exposures = afterSitting(exposures, items);
	}
	return most;
}

describe('fresh retries', () => {
	const withSizes = (values: readonly number[], draw: number) =>
		unitOf(
			{},
			{
				draw,
				sections: [section('a')],
				questions: values.map((size, index) => (size === 1 ? choice(`q-${index}`, 'a') : template(`t-${index}`, 'a', size))),
			},
		);

	it.each([
		// Three templates for a form of three: as long as the shortest has values.
		{ values: [5, 5, 5], draw: 3, retries: 4 },
		{ values: [5, 5, 2], draw: 3, retries: 1 },
		// The draw takes what was never shown first, so that one template helps only where it comes to stand with it.
		{ values: [1, 1, 1, 9], draw: 2, retries: 1 },
		{ values: [1, 1, 9, 9], draw: 2, retries: 9 },
		{ values: [9, 9, 9, 9], draw: 2, retries: 17 },
		{ values: [200, 200], draw: 2, retries: 99 },
	])('of a draw of $draw from questions with $values values are $retries', ({ values, draw, retries }) => {
		const unit = withSizes(values, draw);
		expect(freshRetriesOf(unit).unit).toBe(retries);
		const kept = Array.from({ length: 20 }, (_, seed) => freshForms(unit, seed, retries + 2));
		expect(Math.min(...kept)).toBe(retries === 99 ? 101 : retries + 1);
	});

	it.each<Twins>(['none', 'within'])('are not said to be more than the draw keeps, with twins: %s', (twins) => {
		fc.assert(
			fc.property(anyTemplateUnit(twins), fc.nat(1_000), (unit, seed) => {
				const promised = freshRetriesOf(unit).unit + 1;
				expect(freshForms(unit, seed, promised)).toBe(promised);
			}),
			{ ...runs, numRuns: 50 },
		);
	});

	it('are no fewer than if every template were a question without values', () => {
		fc.assert(
			fc.property(anyTemplateUnit('within'), (unit) => {
				const plain = { ...unit, questions: unit.questions.map(({ template: _, ...question }) => question) };
				expect(freshRetriesOf(unit).unit).toBeGreaterThanOrEqual(freshRetriesOf(plain).unit);
				for (const [index] of unit.sections.entries()) {
					expect(missingForRetries(unit, index, 2) ?? 0).toBeLessThanOrEqual(missingForRetries(plain, index, 2) ?? 0);
				}
			}),
			{ ...runs, numRuns: 40 },
		);
	});

	it('take no more questions where templates have values enough', () => {
		const unit = withSizes([9, 9, 9, 9], 4);
		expect(freshRetriesOf(unit).unit).toBe(8);
		expect(questionsForRetries(unit, 2)).toBe(0);
		expect(missingForRetries(unit, 0, 8)).toBe(0);
		expect(missingForRetries(unit, 0, 9)).toBeGreaterThan(0);
	});

	it('are those that the draw makes where groups lie in several sections', () => {
		const groups = ['g', 'h'];
		const unit = unitOf(
			{},
			{
				draw: 2,
				sections: [section('a'), section('b')],
				questions: groups.flatMap((group) => [template(`a-${group}`, 'a', 9, group), template(`b-${group}`, 'b', 9, group)]),
			},
		);
		const { unit: retries } = freshRetriesOf(unit);
		const kept = Array.from({ length: 20 }, (_, seed) => freshForms(unit, seed, 14));
		expect(retries).toBeGreaterThanOrEqual(8);
		expect(Math.min(...kept)).toBeGreaterThanOrEqual(Math.min(13, retries + 1));
	});
});
