// What has to be run to prove a key, and what must come out.

import { replaceMarks } from '../../src/engine/cloze-marks.ts';
import { numberText } from '../../src/engine/formula/numbers.ts';
import { grade } from '../../src/engine/grade.ts';
import { matchPattern } from '../../src/engine/match-pattern.ts';
import { drawVariant } from '../../src/engine/variants/draw-variant.ts';
import { render } from '../../src/engine/variants/render.ts';
import type { Answer } from '../../src/model/attempt.ts';
import type { ClozeQuestion, MatchQuestion, OrderQuestion, Question, QuestionOf } from '../../src/model/deck.ts';
import type { Language, Proof } from './proof.ts';

/** One run of a script. */
export interface Trial {
	readonly script: string;
	/** @returns what is wrong with the output, if anything. */
	readonly faultOf: (output: string) => string | undefined;
}

/** A template is tried with the values of so many seeds; where each takes processes, with fewer. */
const drawings: { readonly [L in Language]: number } = { sql: 4, javascript: 4, shell: 2, git: 1 };

/** @throws Error when the proof does not fit the question: a fault of its author. */
export function trialsOf(question: Question, proof: Proof): readonly Trial[] {
	if (question.template === undefined) return trialsAsAsked(question, proof);
	const { template } = question;
	return Array.from({ length: drawings[proof.language] }, (_, index) => index + 1).flatMap((seed) => {
		const variant = drawVariant(template, seed * 1_000_003);
		const rendering = variant && render(question, template, variant);
		if (!rendering?.ok) throw new Error('a drawing that cannot be asked');
		return trialsAsAsked(rendering.question, proof);
	});
}

function trialsAsAsked(question: Question, proof: Proof): readonly Trial[] {
	mustShowItsCode(question, proof);
	if (proof.means !== undefined) return [decides(question, proof, proof.means)];
	if (proof.gives !== undefined) return triesEach(question, proof, proof.gives);
	if (question.type === 'match' && proof.script.includes('{left}')) return answersEachLeft(question, proof);
	return [{ script: filled(question, proof), faultOf: (output) => faultOfPrinted(question, output) }];
}

/** What is shown is what is run. */
function mustShowItsCode({ code }: Question, { language, script }: Proof): void {
	const shown = code?.language === undefined ? undefined : runnable[code.language];
	if (shown?.includes(language) && !script.includes('{code}')) throw new Error('the script does not take in {code}');
}

const runnable: Readonly<Record<string, readonly Language[]>> = {
	sh: ['shell', 'git'],
	shell: ['shell', 'git'],
	sql: ['sql'],
	javascript: ['javascript'],
	js: ['javascript'],
};

/** The script prints the key. */
function faultOfPrinted(question: Question, output: string): string | undefined {
	const answer = printedAnswer(question, output);
	if (answer === undefined) return `printed ${quoted(output)}, which is no answer to it`;
	const grading = grade(question, answer, matchPattern);
	return grading.gradable && grading.verdict.kind === 'right' ? undefined : `printed ${quoted(output)}, which is not the key`;
}

/** What a learner would have answered who read the output off. */
function printedAnswer(question: Question, output: string): Answer | undefined {
	const lines = output.split('\n');
	switch (question.type) {
		case 'choice': {
			const chosen = theOption(question, output);
			return chosen === undefined ? undefined : { type: 'choice', chosen };
		}
		case 'multiple': {
			const chosen = lines.map((line) => theOption(question, line));
			return chosen.every((each) => each !== undefined) ? { type: 'multiple', chosen } : undefined;
		}
		case 'true-false':
			return output === 'true' || output === 'false' ? { type: 'true-false', chosen: output === 'true' } : undefined;
		case 'text':
		case 'number':
			return { type: question.type, typed: output };
		case 'cloze':
			return lines.length === question.blanks.length
				? { type: 'cloze', filled: question.blanks.map(({ id }, index) => ({ blank: id, typed: lines[index] ?? '' })) }
				: undefined;
		case 'order': {
			const arranged = lines.map((line) => question.items.find((item) => bare(item) === line));
			return arranged.every((each) => each !== undefined) ? { type: 'order', arranged } : undefined;
		}
		case 'match': {
			const sides = rightSidesOf(question);
			const paired = question.pairs.map(({ left }, index) => ({ left, right: sides.find((side) => bare(side) === lines[index]) ?? '' }));
			return lines.length === paired.length && paired.every(({ right }) => right !== '') ? { type: 'match', paired } : undefined;
		}
	}
}

/** The one option that reads like this; none where two do. */
function theOption({ options }: QuestionOf<'choice' | 'multiple'>, output: string): string | undefined {
	const found = options.filter(({ text }) => bare(text) === output);
	return found.length === 1 ? found[0]?.text : undefined;
}

function rightSidesOf({ pairs, distractors }: MatchQuestion): readonly string[] {
	return [...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)];
}

/** The output is what one statement foretells, and no other. */
function decides(question: Question, proof: Proof, means: readonly string[]): Trial {
	const says = (output: string) => {
		const wanted = foretold(question, means);
		const wrong = means.map((each) => each.trimEnd()).filter((each) => !wanted.includes(each));
		if (new Set(wanted).size + new Set(wrong).size !== new Set(means).size || wrong.length === 0)
			return '`means` does not tell the key from the others';
		return output === wanted.join('\n') ? undefined : `printed ${quoted(output)}, where the key means ${quoted(wanted.join('\n'))}`;
	};
	return { script: filled(question, proof), faultOf: says };
}

/** The lines that must be printed, by what the key foretells. */
function foretold(question: Question, means: readonly string[]): readonly string[] {
	const expect = (count: number) => {
		if (means.length !== count) throw new Error(`\`means\` has ${means.length} outputs for ${count} options`);
	};
	const at = (index: number) => (means[index] ?? '').trimEnd();
	switch (question.type) {
		case 'choice': {
			expect(question.options.length);
			return [at(question.options.findIndex(({ right }) => right))];
		}
		case 'true-false':
			expect(2);
			return [at(question.key ? 0 : 1)];
		case 'match':
			expect(rightSidesOf(question).length);
			return question.pairs.map((_, index) => at(index));
		case 'order':
			expect(question.items.length);
			return question.items.map((_, index) => at(index));
		default:
			throw new Error(`\`means\` is not for ${question.type}`);
	}
}

/** The script is run with one answer after the other. */
function triesEach(question: Question, proof: Proof, expected: string): readonly Trial[] {
	const gives = expected.trimEnd();
	const trial = (what: string, right: boolean, stands: Readonly<Record<string, string>>): Trial => ({
		script: filled(question, proof, stands),
		faultOf: (output) => ((output === gives) === right ? undefined : `with ${quoted(what)} it printed ${quoted(output)}`),
	});
	switch (question.type) {
		case 'choice':
		case 'multiple':
			return question.options.map(({ text, right }) => trial(text, right, { answer: bare(text) }));
		case 'text':
			return question.keys.map((key) => trial(key, true, { answer: key }));
		case 'cloze':
			return fillingsOf(question).map((filling) => trial(Object.values(filling).join(' · '), true, filling));
		case 'order':
			return arrangementsOf(question).map((items, index) => trial(items.join(' · '), index === 0, { answer: items.map(bare).join('\n') }));
		case 'match':
			return question.pairs.flatMap(({ left, right: own }) =>
				rightSidesOf(question).map((right) => trial(`${left} · ${right}`, right === own, { left: bare(left), right: bare(right) })),
			);
		default:
			throw new Error(`\`gives\` is not for ${question.type}`);
	}
}

function answersEachLeft(question: MatchQuestion, proof: Proof): readonly Trial[] {
	return question.pairs.map(({ left, right }) => ({
		script: filled(question, proof, { left: bare(left) }),
		faultOf: (output) => (output === bare(right) ? undefined : `with ${quoted(left)} it printed ${quoted(output)}`),
	}));
}

/** Every accepted text once, the other blanks being as they are shown. */
function fillingsOf({ blanks }: ClozeQuestion): readonly Readonly<Record<string, string>>[] {
	const shown = Object.fromEntries(blanks.map(({ id, keys }) => [id, keys[0] ?? '']));
	return [shown, ...blanks.flatMap(({ id, keys }) => keys.slice(1).map((key) => ({ ...shown, [id]: key })))];
}

/** The right order, then each in which two neighbors have changed places. */
function arrangementsOf({ items }: OrderQuestion): readonly (readonly string[])[] {
	const swapped = items.slice(1).map((item, index) => items.with(index, item).with(index + 1, items[index] ?? ''));
	return [items, ...swapped];
}

/** The script with what stands in braces filled in. `${name}` belongs to the script. */
function filled(question: Question, { script }: Proof, stands: Readonly<Record<string, string>> = {}): string {
	const blanks = question.type === 'cloze' ? { ...fillingsOf(question)[0], ...stands } : stands;
	const code = question.code === undefined ? undefined : replaceMarks(question.code.text, (id) => blanks[id]).replaceAll('\\{{', '{{');
	const values = Object.entries(question.variant?.values ?? {}).map(([name, value]) => [
		name,
		typeof value === 'number' ? numberText(value) : value,
	]);
	const known = new Map<string, string>([
		...values,
		...(code === undefined ? [] : [['code', code.trimEnd()]]),
		...Object.entries(blanks),
	] as [string, string][]);
	return script.replace(/(?<!\$)\{([\w-]+)\}/gu, (whole, name: string) => known.get(name) ?? whole);
}

/** As a program would print it: without the marks of code. */
export function bare(text: string): string {
	const span = /^(`+)( ?)(.*?)\2\1$/su.exec(text.trim());
	if (span?.[3] !== undefined && !span[3].includes(span[1] ?? '`')) return span[3];
	return text.trim().replace(/`+/gu, '');
}

function quoted(text: string): string {
	return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}
