// A question with `vars` -> a question that is drawn anew each time. Told here: what holds of the text as written. What only some of the
// values bring about is for `gradus check`.

import { compile } from '../../../engine/variants/compiled-template.ts';
import { sampleVariants } from '../../../engine/variants/sample-variants.ts';
import { faultsOfTemplate, type TemplateFault } from '../../../engine/variants/template-faults.ts';
import { exampleOf, type TemplateQuestion } from '../../../engine/variants/unseen.ts';
import type { Question, Template } from '../../../model/deck.ts';
import { type ProblemDetail, problem } from '../../diagnostics/diagnostic-codes.ts';
import type { RawQuestion } from '../../shape/schema.ts';
import { keyPlaceOf } from '../../yaml/source-node.ts';
import type { CommonPart, QuestionProblems } from '../question-reading.ts';
import { patternAccepts } from '../typed-text.ts';
import { placeInQuestion } from './place-in-question.ts';
import { fingerprintOfTemplate } from './template-fingerprint.ts';
import { isAdvice, tellTemplateFault } from './template-problems.ts';
import { valuesText, wordsOfFault } from './values-words.ts';
import { readVariables, withoutSign } from './variables.ts';
import { readWrittenPart } from './written-part.ts';

/** Drawings that are looked at to tell why none of them can be asked. */
const mostLookedAt = 100;

/** Of all formulas of one question together, in UTF-16 units. */
export const mostFormulas = 5_000;

/** @returns the question with one of its drawings; undefined when it has faults, which were told. */
export function readTemplate(raw: RawQuestion, common: CommonPart, question: QuestionProblems): Question | undefined {
	if (raw.vars === undefined) {
		question.diagnostics.push(
			problem('missing-key', keyPlaceOf(question.located, 'where'), 'Missing `vars`, expected it beside `where`', {
				help: 'Add `vars:`, or remove the condition.',
			}),
		);
		return undefined;
	}
	const variables = readVariables(raw.vars, question);
	const part = readWrittenPart(raw, question);
	if (variables === undefined || part === undefined) return undefined;
	const { stem, code, explanation, hints } = common;
	const template: Template = {
		variables,
		...(raw.where === undefined ? {} : { where: withoutSign(raw.where) }),
		written: { stem, ...(code === undefined ? {} : { code }), explanation, hints, ...part },
	};
	const faults = faultsOfTemplate(template);
	const isSound = faults.every(isAdvice);
	for (const fault of faults) if (!isEcho(fault, faults)) tellTemplateFault(fault, question);
	if (isSound && tooHeavy(template)) {
		const message = `Unexpected formulas of more than ${mostFormulas.toLocaleString('en')} characters in one question`;
		return question.tellKey('formula', 'vars', message, { help: 'Make several questions of it.' });
	}
	return isSound ? drawnOnce({ ...common, fingerprint: fingerprintOfTemplate(template), template }, question) : undefined;
}

/** So that nobody waits for a drawing, whatever a deck holds. */
function tooHeavy(template: Template): boolean {
	const compilation = compile(template);
	return compilation.ok && compilation.compiled.weight * 2 > mostFormulas;
}

/** What a faulty formula would have used seems unused, and faulty values seem to be none. */
function isEcho({ kind }: TemplateFault, faults: readonly TemplateFault[]): boolean {
	if (kind === 'unused-variable') return !faults.every(isAdvice);
	return kind === 'nothing-varies' && faults.some((other) => other.kind !== kind && !isAdvice(other));
}

function drawnOnce(asked: TemplateQuestion, question: QuestionProblems): Question | undefined {
	const example = exampleOf(asked, asked.template);
	if (example === undefined) return tellWhy(asked, question);
	const { variant: _, ...drawn } = example;
	const isSound =
		drawn.type !== 'text' || drawn.pattern === undefined || patternAccepts(drawn.pattern, drawn.keys[0] ?? '', drawn.match, question);
	return isSound ? { ...drawn, template: asked.template } : undefined;
}

/** Why the question can be asked with no values at all. */
function tellWhy(asked: TemplateQuestion, question: QuestionProblems): undefined {
	const { tried, exhaustive, faulty } = sampleVariants(asked, mostLookedAt);
	const tell = (path: readonly (string | number)[], message: string, detail: ProblemDetail, part?: Parameters<typeof placeInQuestion>[2]) =>
		question.diagnostics.push(problem('no-values', placeInQuestion(question.located, path, part).place, message, detail));
	const [first] = faulty;
	if (first === undefined) {
		const none = exhaustive ? `None of the ${tried} combinations of values meets` : `Of ${tried} combinations of values, none meets`;
		tell(['where'], `${tried === 1 ? 'The only combination of values does not meet' : none} the condition`, {
			help: 'Loosen the condition, or widen the values.',
		});
		return undefined;
	}
	const { text, help, related } = wordsOfFault(first, question.located);
	const message = `The question can be asked with no values: with ${valuesText(asked.template, first.values)}, ${text}`;
	const part = first.fault.kind === 'formula' ? first.fault.fault : undefined;
	tell(first.fault.at, message, { help, ...(related === undefined ? {} : { related }) }, part);
	return undefined;
}
