import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { deepestFormula, longestFormula, longestResult, stepsAllowed } from '../../src/engine/formula/formula.ts';
import { functions } from '../../src/engine/formula/functions.ts';
import { reservedWords } from '../../src/engine/formula/parse-formula.ts';
import { keyOf } from '../../src/engine/present.ts';
import { compile } from '../../src/engine/variants/compiled-template.ts';
import { drawVariant, placeOf } from '../../src/engine/variants/draw-variant.ts';
import { pickedValues } from '../../src/engine/variants/picked-values.ts';
import { render } from '../../src/engine/variants/render.ts';
import { sampleVariants } from '../../src/engine/variants/sample-variants.ts';
import { faultsOfTemplate } from '../../src/engine/variants/template-faults.ts';
import type { Question, Value } from '../../src/model/deck.ts';
import { said } from '../engine/formula/evaluate.ts';
import { type Raw, templateQuestion } from '../engine/variants/template-of.ts';
import { projectFolder } from './made-blocks.ts';

const file = join(projectFolder, 'docs/variants.md');
const page = readFileSync(file, 'utf8');

/** A question, and with what values it is shown below. */
const example = /^```yaml\n(.*?)^```\n\nWith ([^\n]+) a learner sees:\n\n```text\n(.*?)^```$/gmsu;

function questionIn(yaml: string): Raw {
	const [raw]: readonly Raw[] = parse(yaml, { schema: 'failsafe' });
	return raw ?? {};
}

/** `v = 12 and r = 10`. */
function valuesIn(words: string): ReadonlyMap<string, Value> {
	return new Map(
		words.split(/, | and /u).map((each) => {
			const [name = '', value = ''] = each.split(' = ');
			const [read = ''] = pickedValues([value]);
			return [name, read];
		}),
	);
}

/** As the learner gets it, with the key beside it. */
function shown(question: Question): string {
	const code = question.code?.text.split('\n').map((line) => `    ${line}`) ?? [];
	const options =
		'options' in question
			? question.options.map(
					({ text, right, feedback }) => `- ${text}${right ? ' (right)' : feedback === undefined ? '' : ` (${feedback})`}`,
				)
			: [
					`Key: ${question.type === 'cloze' ? question.blanks.map(({ keys }) => keys[0]).join('; ') : question.type === 'true-false' ? question.key : keyOf(question).join('; ')}`,
				];
	const hints = question.hints.map((hint) => `Hint: ${hint}`);
	return [question.stem, ...code, ...options, ...hints, `Explanation: ${question.explanation}`].map((line) => `${line}\n`).join('');
}

function withValues(yaml: string, words: string): string {
	const question = templateQuestion(questionIn(yaml));
	const compilation = compile(question.template);
	if (!compilation.ok) throw new Error(`${question.id} has a fault`);
	const place = placeOf(compilation.compiled, Object.fromEntries(valuesIn(words)));
	const variant = place === undefined ? undefined : drawVariant(question.template, place);
	if (variant === undefined || variant.seed !== place) throw new Error(`${question.id} is never asked with ${words}`);
	for (const [name, value] of valuesIn(words)) if (variant.values[name] !== value) throw new Error(`${name} is not ${value}`);
	const rendering = render(question, question.template, variant);
	if (!rendering.ok) throw new Error(`${question.id} cannot be asked with ${words}: ${JSON.stringify(rendering.fault)}`);
	return shown(rendering.question);
}

/** What a text comes to where the variables of its table have their values. */
function inText(written: string): string {
	const raw = { vars: { v: { pick: ['12'] }, who: { pick: ['Ada'] } }, stem: written, answer: 'x', distractors: ['y'] };
	const question = templateQuestion(raw);
	const rendering = render(question, question.template, { seed: 0, values: { v: 12, who: 'Ada' } });
	return rendering.ok ? rendering.question.stem : JSON.stringify(rendering.fault);
}

/** The rows of the table whose header is this, each changed. */
function tableWith(text: string, header: string, change: (cells: readonly string[]) => readonly string[]): string {
	const begin = text.indexOf(`${header}\n`);
	if (begin === -1) throw new Error(`no table has the header ${header}`);
	const rows = begin + header.length + 1 + (text.slice(begin + header.length + 1).indexOf('\n') + 1);
	const end = text.indexOf('\n\n', rows);
	const lines = text.slice(rows, end).split('\n');
	const made = lines.map((line) => `| ${change(line.slice(2, -2).split(' | ')).join(' | ')} |`);
	return text.slice(0, rows) + made.join('\n') + text.slice(end);
}

function unquoted(cell = ''): string {
	return cell.replace(/^`|`$/gu, '');
}

describe('docs/variants.md', () => {
	it('shows what its questions and formulas come to (to bring it up to date: npx vitest run test/docs --update)', async () => {
		let made = page.replace(
			example,
			(whole, yaml: string, words: string, before: string) =>
				whole.slice(0, -before.length - 3) + withValues(yaml, words) + whole.slice(-3),
		);
		made = tableWith(made, '| formula | gives |', ([formula = '']) => [formula, said(unquoted(formula))]);
		made = tableWith(made, '| function | gives | such as | which is |', ([form = '', gives = '', such = '']) => [
			form,
			gives,
			such,
			said(unquoted(such)),
		]);
		made = tableWith(made, '| written | with v = 12 and who = Ada it is shown as |', ([written = '']) => [
			written,
			inText(unquoted(written)),
		]);
		await expect(made).toMatchFileSnapshot(file);
	});

	it('has no question that is not run, and each is sound with all its values', () => {
		const questions = [...page.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, yaml = '']) => yaml);
		expect([...page.matchAll(example)].length).toBe(questions.length);
		expect(questions.length).toBeGreaterThan(5);
		for (const yaml of questions) {
			const question = templateQuestion(questionIn(yaml));
			expect(faultsOfTemplate(question.template)).toEqual([]);
			const { faulty, questions: drawn, asked } = sampleVariants(question);
			expect(faulty.filter(({ fault }) => fault.kind === 'formula')).toEqual([]);
			expect(drawn.length).toBeGreaterThan(20);
			expect(drawn.length / asked).toBeGreaterThan(0.95);
		}
	});

	it('has every function, and no other, by its own form', () => {
		const rows = [...page.matchAll(/^\| `([a-z0-9]+\([^`]*\))` \| [^|]+ \| `([^`]+)` \| [^|]+ \|$/gmu)];
		expect(rows.map(([, form]) => form)).toEqual([...functions.values()].map(({ form }) => form));
		for (const [, form = '', such = ''] of rows) expect(such).toContain(form.slice(0, form.indexOf('(') + 1));
	});

	it('names the limits and the words that are in force', () => {
		expect(page).toContain(
			`at most ${longestFormula} characters and ${deepestFormula} levels, and makes texts of at most ${longestResult} characters`,
		);
		expect(page).toContain(`at most ${stepsAllowed} steps`);
		const taken = /Capital letters make a difference\. (.*?)\nare taken/su.exec(page)?.[1] ?? '';
		expect(new Set([...taken.matchAll(/`([^`]+)`/gu)].map(([, word]) => word))).toEqual(reservedWords);
		for (const [, list = '', kind] of page.matchAll(/`\[([^\]]+)\]`(?:,| and)? ?(are numbers|(?:are )?texts)?/gu)) {
			const values = pickedValues(list.split(', '));
			expect(typeof values[0], list).toBe(kind === 'are numbers' ? 'number' : 'string');
		}
	});
});
