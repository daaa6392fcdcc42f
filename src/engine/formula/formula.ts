// The words of the formula language: what a formula is once it is parsed, what it gives, and what can be wrong with it.

/** A finite number, a text, or a truth value. */
export type FormulaValue = number | string | boolean;

/** In the formula's text, in UTF-16 units. */
export interface Span {
	readonly offset: number;
	readonly length: number;
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '^';
export type Connective = 'and' | 'or';

export type Formula = Span &
	(
		| { readonly kind: 'value'; readonly value: FormulaValue }
		| { readonly kind: 'name'; readonly name: string }
		| { readonly kind: 'minus' | 'not'; readonly of: Formula }
		| { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly left: Formula; readonly right: Formula }
		| { readonly kind: 'comparison'; readonly operator: Comparison; readonly left: Formula; readonly right: Formula }
		| { readonly kind: 'connective'; readonly operator: Connective; readonly left: Formula; readonly right: Formula }
		| { readonly kind: 'if'; readonly condition: Formula; readonly then: Formula; readonly otherwise: Formula }
		| { readonly kind: 'call'; readonly call: string; readonly given: readonly Formula[] }
	);

/** Reads on as "Unexpected `found`, expected `expected`"; `help` is one imperative sentence. */
export interface FormulaFault extends Span {
	readonly found: string;
	readonly expected: string;
	readonly help?: string;
}

export type FormulaOutcome = { readonly ok: true; readonly value: FormulaValue } | { readonly ok: false; readonly fault: FormulaFault };

/** Longest formula, in UTF-16 units. */
export const longestFormula = 500;

/** How deep parentheses, calls, signs and powers may lie in each other. */
export const deepestFormula = 30;

/** Longest text that a formula may make, in UTF-16 units. */
export const longestResult = 1_000;

/** Steps that may be taken for one drawing, or for filling in one question; shared by all formulas in it, and counted down. */
export interface Budget {
	left: number;
}

/** Steps for each: as much as hundreds of formulas need, and nobody waits for. */
export const stepsAllowed = 10_000;

export function newBudget(): Budget {
	return { left: stepsAllowed };
}
