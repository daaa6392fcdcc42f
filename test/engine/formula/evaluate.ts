// A formula worked out in one go, for the tests.

import { evaluate } from '../../../src/engine/formula/evaluate.ts';
import { type FormulaFault, type FormulaValue, newBudget } from '../../../src/engine/formula/formula.ts';
import { numberText } from '../../../src/engine/formula/numbers.ts';
import { parseFormula } from '../../../src/engine/formula/parse-formula.ts';

export type Values = Readonly<Record<string, FormulaValue>>;

/** As a learner would see it, texts in quotes; a fault as an author would read it, with what it points at in brackets. */
export function said(formula: string, values: Values = {}): string {
	const parsed = parseFormula(formula);
	if (!parsed.ok) return faultText(formula, parsed.fault);
	const outcome = evaluate(parsed.formula, new Map(Object.entries(values)), newBudget());
	if (!outcome.ok) return faultText(formula, outcome.fault);
	return typeof outcome.value === 'number' ? numberText(outcome.value) : JSON.stringify(outcome.value);
}

export function faultText(formula: string, { offset, length, found, expected, help }: FormulaFault): string {
	const pointed = `${formula.slice(0, offset)}[${formula.slice(offset, offset + length)}]${formula.slice(offset + length)}`;
	return `${pointed}: Unexpected ${found}, expected ${expected}${help === undefined ? '' : `. ${help}`}`;
}
