// Which values of a template one learner has not met, and which to bring back when there are none.

import type { Deck, Question, Template, Variant } from '../../model/deck.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import { type CompiledTemplate, compile } from './compiled-template.ts';
import { drawingOf, drawVariant, mostTries, placeOf, seeds, variantAt } from './draw-variant.ts';
import { type Head, render } from './render.ts';

/** Values a learner was shown a template with, in the order in which they were first shown. */
export type SeenValues = readonly Variant['values'][];

/** A question that is a template. */
export type TemplateQuestion = Head & { readonly template: Template };

/** Combinations that are drawn by lot before the few of a small template are gone through one by one. */
const quickDraws = 24;

/** Templates with more combinations are never gone through. */
const mostGoneThrough = 10_000;

/** Steps that may be spent on going through a template, or on drawing from it by lot: where its formulas are very long, fewer are tried. */
const mostSteps = 1_000_000;

/** Draws by lot from a larger template; so many in a row that are seen or unfit mean that it is as good as used up. */
const mostDraws = 1_000;

/** The same, where a draw is a seed with tries of its own. */
const mostSeeds = 200;

/** What decides the freshness of a template, the same on every screen. */
const settledSeed = 0;

export function isTemplate(question: Question): question is Question & { readonly template: Template } {
	return question.template !== undefined;
}

/** More than so many drawings are left that can be asked and were never shown, as far as a search within bounds finds them. */
export function hasUnseen(question: TemplateQuestion, seen: SeenValues, moreThan = 0): boolean {
	// What was shown cannot be more of them than it is.
	if ((question.template.drawings ?? 0) > seen.length + moreThan) return true;
	let left = moreThan;
	for (const _ of unseenOf(question, seen, chanceFrom(settledSeed))) if (left-- === 0) return true;
	return false;
}

/**
 * The question with values that were never shown, each of them equally likely.
 *
 * @returns undefined where `hasUnseen` finds none either.
 */
export function drawUnseen(question: TemplateQuestion, seen: SeenValues, chance: Chance): Question | undefined {
	for (const drawn of unseenOf(question, seen, chance)) return drawn;
	for (const drawn of unseenOf(question, seen, chanceFrom(settledSeed))) return drawn;
	return undefined;
}

/**
 * The question with values that were shown before, in turn: those of the first time come first.
 *
 * @param timesShown with any values.
 * @returns undefined where none of them can be asked any more, since the template has changed.
 */
export function drawAgain(question: TemplateQuestion, seen: SeenValues, timesShown: number): Question | undefined {
	const compilation = compile(question.template);
	if (!compilation.ok) return undefined;
	const { compiled } = compilation;
	const shown = distinct(compiled, seen);
	for (let turn = 0; turn < shown.length; turn++) {
		const place = placeOf(compiled, shown[(timesShown + turn) % shown.length] ?? {});
		const variant = place === undefined ? undefined : variantAt(compiled, place);
		const rendering = variant === undefined ? undefined : render(question, question.template, variant);
		if (rendering?.ok === true) return rendering.question;
	}
	return undefined;
}

/** How often the values that come next were shown, where all were: they come back in turn. */
export function timesAround(question: TemplateQuestion, seen: SeenValues, timesShown: number): number {
	const compilation = compile(question.template);
	const all = compilation.ok ? distinct(compilation.compiled, seen).length : 0;
	return all === 0 ? timesShown : Math.max(1, Math.floor(timesShown / all));
}

/** One drawing that can be asked, for a pool to hold; the same each time. */
export function exampleOf(head: Head, template: Template): Question | undefined {
	return drawUnseen({ ...head, template }, [], chanceFrom(settledSeed));
}

/** How many drawings can be asked: exactly where `exact`, at least so many otherwise. */
export interface VariantCount {
	readonly count: number;
	readonly exact: boolean;
}

/** @param atMost where there are more, no more are looked for. */
export function countVariants(template: Template, atMost = 1_000): VariantCount {
	const compilation = compile(template);
	if (!compilation.ok) return { count: 0, exact: true };
	let count = 0;
	for (const _ of unseenOf({ ...nobody, template }, [], chanceFrom(settledSeed))) {
		if (count === atMost) return { count, exact: false };
		count++;
	}
	return { count, exact: isSmall(compilation.compiled) };
}

/** A learner who has seen fewer can be asked another, and nobody need look for it. */
const enoughDrawings = 24;

/** The deck with its templates' drawings counted. That takes a while, so it is for decks that are kept. */
export function withDrawings(deck: Deck): Deck {
	const counted = (template: Template) => ({ ...template, drawings: template.drawings ?? countVariants(template, enoughDrawings).count });
	return {
		...deck,
		units: deck.units.map((unit) => ({
			...unit,
			questions: unit.questions.map((question) =>
				isTemplate(question) ? { ...question, template: counted(question.template) } : question,
			),
		})),
	};
}

const nobody: Head = { id: '', section: '', tags: [], also: [], fingerprint: '' };

function distinct(compiled: CompiledTemplate, seen: SeenValues): SeenValues {
	return [...new Map(seen.map((values) => [drawingOf(compiled, values), values])).values()];
}

/** Drawings that can be asked and were never shown, each once, in an order drawn by chance. */
function* unseenOf(question: TemplateQuestion, seen: SeenValues, chance: Chance): Generator<Question> {
	const { template } = question;
	const compilation = compile(template);
	if (!compilation.ok) return;
	const { compiled } = compilation;
	const met = new Set(seen.map((values) => drawingOf(compiled, values)));
	for (const variant of drawingsOf(template, compiled, chance)) {
		const drawing = drawingOf(compiled, variant.values);
		if (met.has(drawing)) continue;
		met.add(drawing);
		const rendering = render(question, template, variant);
		if (rendering.ok) yield rendering.question;
	}
}

/** Few enough combinations to go through them all. */
function isSmall({ combinations, weight }: CompiledTemplate): boolean {
	return combinations <= mostGoneThrough && combinations * weight <= mostSteps;
}

/** Drawings that meet `where`, by lot; some come more than once. */
function* drawingsOf(template: Template, compiled: CompiledTemplate, chance: Chance): Generator<Variant> {
	const { combinations } = compiled;
	if (combinations < 1) return;
	if (combinations > seeds) {
		for (let draw = 0; draw < Math.max(1, Math.min(mostSeeds, mostSteps / (compiled.weight * mostTries))); draw++) {
			const variant = drawVariant(template, chance.index(seeds));
			if (variant === undefined) return;
			yield variant;
		}
		return;
	}
	const most = isSmall(compiled) ? quickDraws : Math.max(quickDraws, Math.min(mostDraws, mostSteps / compiled.weight));
	for (let draw = 0; draw < most; draw++) {
		const variant = variantAt(compiled, chance.index(combinations));
		if (variant !== undefined) yield variant;
	}
	if (!isSmall(compiled)) return;
	for (const place of chance.shuffle(Array.from({ length: combinations }, (_, index) => index))) {
		const variant = variantAt(compiled, place);
		if (variant !== undefined) yield variant;
	}
}
