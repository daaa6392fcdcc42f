// Each template tried out with its values, once for all rules that ask.

import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { placeInQuestion } from '../../../deck/questions/template/place-in-question.ts';
import { valuesText, wordsOfFault } from '../../../deck/questions/template/values-words.ts';
import { type FaultyVariant, sampleVariants, type VariantSample } from '../../../engine/variants/sample-variants.ts';
import { isTemplate } from '../../../engine/variants/unseen.ts';
import type { Template } from '../../../model/deck.ts';
import type { Place } from '../../../model/diagnostic.ts';
import type { CheckedQuestion, Finding } from '../../rule.ts';

/** What rules ask of a sample. */
export interface TriedOut extends Pick<VariantSample, 'exhaustive' | 'tried' | 'met' | 'asked'> {
	readonly template: Template;
	/** As learners see them. */
	readonly different: number;
	/** By place and kind: the first of each, and how many there are. */
	readonly faulty: readonly { readonly first: FaultyVariant; readonly count: number }[];
}

/** By what was written: whoever checks a deck again has changed few of its questions. */
const known = new Map<string, TriedOut>();

/** As many are remembered. */
const mostKnown = 5_000;

/** @returns undefined for a question in which nothing varies. */
export function triedOut({ question }: CheckedQuestion): TriedOut | undefined {
	if (!isTemplate(question)) return undefined;
	const name = JSON.stringify(question.template);
	const before = known.get(name);
	if (before !== undefined) return before;
	const { questions, faulty, exhaustive, tried, met, asked } = sampleVariants(question);
	const result = { template: question.template, exhaustive, tried, met, asked, different: questions.length, faulty: byCause(faulty) };
	if (known.size >= mostKnown) known.clear();
	known.set(name, result);
	return result;
}

function byCause(faulty: readonly FaultyVariant[]): TriedOut['faulty'] {
	const causes = new Map<string, { readonly first: FaultyVariant; count: number }>();
	for (const each of faulty) {
		const cause = JSON.stringify([each.fault.kind, each.fault.at]);
		const before = causes.get(cause);
		if (before === undefined) causes.set(cause, { first: each, count: 1 });
		else before.count++;
	}
	return [...causes.values()];
}

/** Values that make two things the same that must differ, or leave none that must be there. */
export function isCollision({ fault: { kind } }: FaultyVariant): boolean {
	return kind === 'same-text' || kind === 'key-among-wrong' || kind === 'key-not-among-options' || kind === 'no-wrong-option';
}

/** One problem for each cause, with the first values that show it. */
export function findingsIn(
	checked: CheckedQuestion,
	{ template, met, faulty }: TriedOut,
	isMeant: (faulty: FaultyVariant) => boolean,
): readonly (Finding & { readonly share: number })[] {
	return faulty
		.filter(({ first }) => isMeant(first))
		.map(({ first, count }) => {
			const { text, help, related } = wordsOfFault(first, checked.located);
			const share = count / met;
			const all = count === 1 ? `only these of ${met} tried` : `${count} of ${met} tried`;
			const message = `With ${valuesText(template, first.values)}, ${text} (${all})`;
			return { place: placeOfFault(checked, first), message, help, share, ...(related === undefined ? {} : { related }) };
		});
}

function placeOfFault({ located }: CheckedQuestion, { fault }: FaultyVariant): Place {
	return placeInQuestion(located, fault.at, fault.kind === 'formula' ? fault.fault : undefined).place;
}

/** `All 12 combinations`; `1,000 combinations`, of more that were not looked at */
export function combinationsText({ exhaustive }: TriedOut, count: number): string {
	return `${exhaustive && count > 1 ? 'All ' : ''}${count === 1 ? counted(count, 'combination') : `${count.toLocaleString('en')} combinations`}`;
}
