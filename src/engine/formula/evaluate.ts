// From a formula and values to a value. Strict: a number is no text, and nothing infinite comes out. `and`, `or` and `if` look only at
// what they need.

import { type Budget, type Formula, type FormulaFault, type FormulaOutcome, type FormulaValue, longestResult } from './formula.ts';
import { functions, type Given, type Taken, takenAt } from './functions.ts';
import { asShown, compareNumbers, numberText, sumOf } from './numbers.ts';

/** What a name stands for; `undefined`: nothing. */
export type Names = Pick<ReadonlyMap<string, FormulaValue>, 'get'>;

/** @param budget counted down; where it is used up, that is the fault. */
export function evaluate(formula: Formula, names: Names, budget: Budget): FormulaOutcome {
	const evaluation = new Evaluation(names, budget);
	const value = evaluation.of(formula);
	if (value !== undefined) return { ok: true, value };
	return { ok: false, fault: evaluation.fault ?? faultAt(formula, 'formula', 'a value') };
}

/** As it stands in a message. */
export function described(value: FormulaValue): string {
	if (typeof value === 'number') return `\`${numberText(value)}\``;
	if (typeof value === 'boolean') return `\`${value}\``;
	return `text \`${value.length > 40 ? `${value.slice(0, 39)}…` : value}\``;
}

/** Each step gives a value, or `undefined` with the first fault kept. */
class Evaluation {
	fault: FormulaFault | undefined;
	readonly #names: Names;
	readonly #budget: Budget;

	constructor(names: Names, budget: Budget) {
		this.#names = names;
		this.#budget = budget;
	}

	of(formula: Formula): FormulaValue | undefined {
		if (--this.#budget.left < 0) return this.#fail(formula, 'so many steps', 'a shorter reckoning');
		switch (formula.kind) {
			case 'value':
				return formula.value;
			case 'name':
				return this.#names.get(formula.name) ?? this.#fail(formula, `\`${formula.name}\``, 'the name of a variable');
			case 'minus': {
				const number = this.#number(formula.of);
				return number === undefined ? undefined : 0 - number;
			}
			case 'not': {
				const truth = this.#truth(formula.of);
				return truth === undefined ? undefined : !truth;
			}
			case 'arithmetic':
				return this.#arithmetic(formula);
			case 'comparison':
				return this.#comparison(formula);
			case 'connective': {
				const left = this.#truth(formula.left);
				if (left === undefined || left === (formula.operator === 'or')) return left;
				return this.#truth(formula.right);
			}
			case 'if': {
				const condition = this.#truth(formula.condition);
				if (condition === undefined) return undefined;
				return this.of(condition ? formula.then : formula.otherwise);
			}
			case 'call':
				return this.#call(formula);
		}
	}

	#arithmetic(formula: Formula & { readonly kind: 'arithmetic' }): number | undefined {
		const a = this.#number(formula.left);
		const b = a === undefined ? undefined : this.#number(formula.right);
		if (a === undefined || b === undefined) return undefined;
		switch (formula.operator) {
			case '+':
				return this.#finite(formula, sumOf(a, b));
			case '-':
				return this.#finite(formula, sumOf(a, -b));
			case '*':
				return this.#finite(formula, a * b);
			case '/':
				if (b === 0) return this.#fail(formula.right, '`0`', 'a divisor other than 0');
				return this.#finite(formula, a / b);
			case '%': {
				const [top, bottom] = [this.#whole(formula.left, a), this.#whole(formula.right, b)];
				if (top === undefined || bottom === undefined) return undefined;
				if (bottom === 0) return this.#fail(formula.right, '`0`', 'a divisor other than 0');
				return (top % bottom) + 0;
			}
			case '^':
				if (a < 0 && !Number.isInteger(b)) return this.#fail(formula.right, described(b), 'a whole number, as the power of one below 0');
				if (a === 0 && b < 0) return this.#fail(formula.right, described(b), 'a power from 0, of 0');
				return this.#finite(formula, a ** b);
		}
	}

	#comparison(formula: Formula & { readonly kind: 'comparison' }): boolean | undefined {
		const a = this.of(formula.left);
		const b = a === undefined ? undefined : this.of(formula.right);
		if (a === undefined || b === undefined) return undefined;
		if (typeof a !== typeof b) return this.#fail(formula.right, described(b), `${kindOf(a)} to compare with ${described(a)}`);
		const order = typeof a === 'number' && typeof b === 'number' ? compareNumbers(a, b) : a === b ? 0 : a < b ? -1 : 1;
		switch (formula.operator) {
			case '==':
				return order === 0;
			case '!=':
				return order !== 0;
			case '<':
				return order < 0;
			case '<=':
				return order <= 0;
			case '>':
				return order > 0;
			case '>=':
				return order >= 0;
		}
	}

	#call(formula: Formula & { readonly kind: 'call' }): FormulaValue | undefined {
		const known = functions.get(formula.call);
		if (known === undefined) return this.#fail(formula, `\`${formula.call}(\``, 'a function');
		const all: FormulaValue[] = [];
		for (const [place, argument] of formula.given.entries()) {
			const value = this.#taken(argument, takenAt(known, place));
			if (value === undefined) return undefined;
			all.push(value);
			if (typeof value === 'string') this.#budget.left -= Math.ceil(value.length / 100);
		}
		const given: Given = {
			numbers: all.filter((value) => typeof value === 'number'),
			texts: all.filter((value) => typeof value === 'string'),
			all,
		};
		const result = known.run(given);
		if (typeof result === 'number') return this.#finite(formula, result);
		if (typeof result === 'string' && result.length > longestResult) {
			return this.#fail(formula, `text of ${result.length} characters`, `at most ${longestResult}`);
		}
		if (typeof result !== 'object') return result;
		const argument = formula.given[result.argument] ?? formula;
		return this.#fail(argument, described(all[result.argument] ?? ''), result.expected);
	}

	#taken(formula: Formula, taken: Taken): FormulaValue | undefined {
		const value = this.of(formula);
		if (value === undefined || taken === 'value') return value;
		if (taken === 'text') return typeof value === 'string' ? value : this.#fail(formula, described(value), 'a text', textHelp);
		if (typeof value !== 'number') return this.#fail(formula, described(value), taken === 'whole' ? 'a whole number' : 'a number');
		return taken === 'whole' ? this.#whole(formula, value) : value;
	}

	#number(formula: Formula): number | undefined {
		const value = this.of(formula);
		return value === undefined || typeof value === 'number' ? value : this.#fail(formula, described(value), 'a number');
	}

	#truth(formula: Formula): boolean | undefined {
		const value = this.of(formula);
		return value === undefined || typeof value === 'boolean' ? value : this.#fail(formula, described(value), 'a condition');
	}

	/** A number that is shown as a whole one is that one. */
	#whole(formula: Formula, value: number): number | undefined {
		const whole = asShown(value);
		return Number.isSafeInteger(whole) ? whole : this.#fail(formula, described(value), 'a whole number');
	}

	#finite(formula: Formula, value: number): number | undefined {
		return Number.isFinite(value) ? value + 0 : this.#fail(formula, 'result that is not a finite number', 'one below 1.8e308');
	}

	#fail(at: Formula, found: string, expected: string, help?: string): undefined {
		this.fault ??= faultAt(at, found, expected, help);
	}
}

const textHelp = 'Write `text(...)` around it.';

function kindOf(value: FormulaValue): string {
	return typeof value === 'number' ? 'a number' : typeof value === 'string' ? 'a text' : 'a condition';
}

function faultAt({ offset, length }: Formula, found: string, expected: string, help?: string): FormulaFault {
	return { offset, length, found, expected, ...(help === undefined ? {} : { help }) };
}
