// Values for a template, by chance from a seed or one combination after the other. Each that meets `where` is equally likely.

import type { Template, Value, Variant } from '../../model/deck.ts';
import { chanceFrom } from '../chance.ts';
import { described, evaluate } from '../formula/evaluate.ts';
import { type FormulaFault, type FormulaValue, newBudget } from '../formula/formula.ts';
import { type CompiledTemplate, compile, type DrawnVariable, type PlaceInQuestion } from './compiled-template.ts';

/** Seeds are unsigned 32-bit integers, this many. */
export const seeds = 2 ** 32;

/** Combinations that are tried for one seed before `where` is held to be never met. */
export const mostTries = 1_000;

export type WorkedOut =
	| { readonly kind: 'met'; readonly values: Variant['values'] }
	/** `where` is not true of them. */
	| { readonly kind: 'unmet' }
	/** A variable or `where` cannot be worked out from them. */
	| {
			readonly kind: 'fault';
			readonly at: PlaceInQuestion;
			readonly fault: FormulaFault;
			/** As far as they were worked out. */
			readonly values: Variant['values'];
	  };

/**
 * Values that meet `where`, each with the same chance. A seed below the number of combinations stands for the one of that place, where
 * that meets it.
 *
 * @param seed an unsigned 32-bit integer; the same seed and template give the same values.
 * @returns undefined where none of a thousand combinations met `where`, or a formula is faulty.
 */
export function drawVariant(template: Template, seed: number): Variant | undefined {
	const compilation = compile(template);
	if (!compilation.ok) return undefined;
	for (const outcome of outcomesOf(compilation.compiled, seed)) {
		if (outcome.kind === 'met') return { seed, values: outcome.values };
	}
	return undefined;
}

/** What a seed comes to, one after the other: the combination of its place, where it is one, then a thousand by lot. */
export function* outcomesOf(compiled: CompiledTemplate, seed: number): Generator<WorkedOut> {
	if (compiled.combinations < 1) return;
	const direct = workedOutAt(compiled, seed);
	if (direct !== undefined) yield direct;
	const chance = chanceFrom(seed);
	for (let tries = 0; tries < mostTries; tries++) yield workedOut(compiled, ({ size, valueAt }) => valueAt(chance.index(size)));
}

/** The combination of that place, from 0, if it meets `where`; none where there are more combinations than seeds. */
export function variantAt(compiled: CompiledTemplate, place: number): Variant | undefined {
	const outcome = workedOutAt(compiled, place);
	return outcome?.kind === 'met' ? { seed: place, values: outcome.values } : undefined;
}

/** The same, with what comes of it; the last variable changes first. */
export function workedOutAt(compiled: CompiledTemplate, place: number): WorkedOut | undefined {
	if (place >= compiled.combinations || compiled.combinations > seeds) return undefined;
	const values = new Map<string, Value>();
	let rest = place;
	for (const { name, size, valueAt } of compiled.drawn.toReversed()) {
		values.set(name, valueAt(rest % size));
		rest = Math.floor(rest / size);
	}
	return workedOut(compiled, ({ name }) => values.get(name) ?? '');
}

/** The place of these values among all combinations; `undefined` where they are none of them, as values of an older template may be. */
export function placeOf(compiled: CompiledTemplate, values: Variant['values']): number | undefined {
	if (compiled.combinations > seeds) return undefined;
	const own = new Map(Object.entries(values));
	let place = 0;
	for (const { name, size, indexOf } of compiled.drawn) {
		const index = indexOf(own.get(name));
		if (index === undefined) return undefined;
		place = place * size + index;
	}
	return place;
}

/**
 * What tells two drawings apart: the values that were drawn, as they are shown, in the template's order. The others follow from them. A
 * list whose numbers have become texts, because its author added one, has the same values still.
 */
export function drawingOf({ drawn }: CompiledTemplate, values: Variant['values']): string {
	const own = new Map(Object.entries(values));
	return JSON.stringify(drawn.map(({ name }) => own.get(name)?.toString() ?? null));
}

/** Draws each variable by `draw`, works out the others, and asks `where`. */
export function workedOut(compiled: CompiledTemplate, draw: (variable: DrawnVariable) => Value): WorkedOut {
	const values = new Map<string, FormulaValue>();
	const budget = newBudget();
	for (const variable of compiled.drawn) values.set(variable.name, draw(variable));

	let failed: { readonly at: PlaceInQuestion; readonly fault: FormulaFault } | undefined;
	for (const { name, formula } of compiled.workedOut) {
		const outcome = evaluate(formula, values, budget);
		if (outcome.ok && typeof outcome.value !== 'boolean') values.set(name, outcome.value);
		else failed ??= { at: ['vars', name], fault: outcome.ok ? isCondition(formula) : outcome.fault };
	}
	// Where `where` rules them out without looking at what failed, as in `r != 0`, nothing is wrong.
	const condition = compiled.where === undefined ? undefined : evaluate(compiled.where, values, budget);
	if (condition?.ok === true && condition.value === false) return { kind: 'unmet' };
	if (condition?.ok === false) failed ??= { at: ['where'], fault: condition.fault };
	else if (condition !== undefined && compiled.where !== undefined && condition.value !== true) {
		failed ??= { at: ['where'], fault: { ...spanOf(compiled.where), found: described(condition.value), expected: 'a condition' } };
	}
	return failed === undefined ? { kind: 'met', values: valuesIn(values) } : { kind: 'fault', ...failed, values: valuesIn(values) };
}

/** In an object that has nothing but these; `constructor` among them is a value as any other. */
function valuesIn(values: ReadonlyMap<string, FormulaValue>): Variant['values'] {
	return Object.fromEntries([...values].flatMap(([name, value]) => (typeof value === 'boolean' ? [] : [[name, value] as const])));
}

function isCondition(formula: { readonly offset: number; readonly length: number }): FormulaFault {
	return {
		...spanOf(formula),
		found: 'condition',
		expected: 'a number or a text',
		help: "Write `if(condition, 'yes', 'no')`, or the condition itself where it is needed.",
	};
}

function spanOf({ offset, length }: { readonly offset: number; readonly length: number }) {
	return { offset, length };
}
