// A template tried out: all its drawings where they are few, many of them otherwise. For an author's check.

import type { Question, Variant } from '../../model/deck.ts';
import { chanceFrom } from '../chance.ts';
import type { FormulaFault } from '../formula/formula.ts';
import { compile, type PlaceInQuestion } from './compiled-template.ts';
import { outcomesOf, seeds } from './draw-variant.ts';
import type { RenderFault } from './filling.ts';
import { render } from './render.ts';
import type { TemplateQuestion } from './unseen.ts';

export interface VariantSample {
	/** Every combination was looked at. */
	readonly exhaustive: boolean;
	/** Combinations looked at. */
	readonly tried: number;
	/** Of these, how many met `where`. */
	readonly met: number;
	/** Of these, how many could be asked. */
	readonly asked: number;
	/** Those, as learners see them, each once: with their stem, code, options and key all the same they count as one. */
	readonly questions: readonly Question[];
	/** Values that meet `where` and cannot be asked, or cannot be worked out. */
	readonly faulty: readonly FaultyVariant[];
}

export interface FaultyVariant {
	/** As far as they were worked out. */
	readonly values: Variant['values'];
	readonly fault: RenderFault | { readonly kind: 'formula'; readonly at: PlaceInQuestion; readonly fault: FormulaFault };
}

/** Where `where` is met rarely, so many times as many combinations are looked at before it is left. */
const patience = 20;

/** Steps that may be spent on a sample: where formulas are very long, it is smaller. */
const mostSteps = 4_000_000;

/** At least so many drawings are looked at. */
const least = 20;

/** The same sample for the same template. @param wanted drawings, at most. */
export function sampleVariants(question: TemplateQuestion, wanted = 1_000): VariantSample {
	const { template } = question;
	const compilation = compile(template);
	if (!compilation.ok) {
		const { at, fault } = compilation;
		return { exhaustive: true, tried: 0, met: 0, asked: 0, questions: [], faulty: [{ values: {}, fault: { kind: 'formula', at, fault } }] };
	}
	const { compiled } = compilation;
	const { combinations } = compiled;
	const most = Math.min(wanted, Math.max(least, Math.floor(mostSteps / compiled.weight)));
	const exhaustive = combinations <= most;
	const chance = chanceFrom(0);
	const questions = new Map<string, Question>();
	const faulty: FaultyVariant[] = [];
	let tried = 0;
	let met = 0;
	let asked = 0;

	const look = (variant: Variant) => {
		met++;
		const rendering = render(question, template, variant);
		if (!rendering.ok) {
			faulty.push({ values: variant.values, fault: rendering.fault });
			return;
		}
		asked++;
		const face = faceOf(rendering.question);
		if (!questions.has(face)) questions.set(face, rendering.question);
	};

	const limit = exhaustive ? combinations : patience * most;
	while (tried < limit && met < most) {
		const place = exhaustive ? tried : chance.index(Math.min(combinations, seeds));
		// The first that this seed comes to: others would stand for rarer luck.
		for (const outcome of outcomesOf(compiled, place)) {
			tried++;
			if (outcome.kind === 'met') look({ seed: place, values: outcome.values });
			if (outcome.kind === 'fault') {
				met++;
				faulty.push({ values: outcome.values, fault: { kind: 'formula', at: outcome.at, fault: outcome.fault } });
			}
			break;
		}
	}
	return { exhaustive, tried, met, asked, questions: [...questions.values()], faulty };
}

/** Without the values, which a learner does not see. */
function faceOf({ variant: _, ...question }: Question): string {
	return JSON.stringify(question);
}
