// From a formula's text to a tree, once. The tree holds nothing that could act: evaluate.ts reads it.

import {
	type Arithmetic,
	type Comparison,
	type Connective,
	deepestFormula,
	type Formula,
	type FormulaFault,
	longestFormula,
	type Span,
} from './formula.ts';
import { arityOf, functions } from './functions.ts';
import { nearestOf } from './nearest.ts';
import { type Token, tokensOf } from './tokens.ts';

export type ParsedFormula = { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly fault: FormulaFault };

type Operator =
	| { readonly kind: 'arithmetic'; readonly operator: Arithmetic }
	| { readonly kind: 'comparison'; readonly operator: Comparison }
	| { readonly kind: 'connective'; readonly operator: Connective };

/** From the loosest to the tightest; what binds tighter is worked out first. */
const binding = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7, power: 8 } as const;

type Bound = Operator & { readonly binds: number };

const arithmetic = (operator: Arithmetic, binds: number): [string, Bound] => [operator, { kind: 'arithmetic', operator, binds }];
const comparison = (operator: Comparison): [string, Bound] => [operator, { kind: 'comparison', operator, binds: binding.comparison }];
const connective = (operator: Connective): [string, Bound] => [operator, { kind: 'connective', operator, binds: binding[operator] }];

const operators: ReadonlyMap<string, Bound> = new Map([
	...(['or', 'and'] as const).map(connective),
	...(['==', '!=', '<', '<=', '>', '>='] as const).map(comparison),
	...(['+', '-'] as const).map((operator) => arithmetic(operator, binding.sum)),
	...(['*', '/', '%'] as const).map((operator) => arithmetic(operator, binding.product)),
	arithmetic('^', binding.power),
]);

/** Words that cannot name a variable. A variable may be called as a function is: only a function has a parenthesis after it. */
export const reservedWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if', 'true', 'false', 'pi']);

/** @param text without the `=` that stands before it in a deck. */
export function parseFormula(text: string): ParsedFormula {
	if (text.length > longestFormula) {
		const span = { offset: longestFormula, length: text.length - longestFormula };
		return failed({ ...span, found: `formula of ${text.length} characters`, expected: `at most ${longestFormula}` });
	}
	const tokens = tokensOf(text);
	if (!isList(tokens)) return failed(tokens);
	const parser = new Parser(tokens);
	const formula = parser.whole();
	return formula === undefined ? failed(parser.fault ?? unexpected(parser.next, 'a formula')) : { ok: true, formula };
}

function failed(fault: FormulaFault): ParsedFormula {
	return { ok: false, fault };
}

function isList(tokens: readonly Token[] | FormulaFault): tokens is readonly Token[] {
	return Array.isArray(tokens);
}

/** By precedence climbing. Each step gives a formula, or `undefined` with the first fault kept. */
class Parser {
	fault: FormulaFault | undefined;
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	get next(): Token {
		return this.#tokens[this.#at] ?? { kind: 'end', offset: 0, length: 0 };
	}

	whole(): Formula | undefined {
		const formula = this.#expression(0, 0);
		if (formula === undefined || this.next.kind === 'end') return formula;
		return this.#fail(this.#strayAfter(formula, 'an operator, or the end'));
	}

	#expression(binds: number, depth: number): Formula | undefined {
		let left = this.#operand(depth);
		let compared = false;
		while (left !== undefined) {
			const token = this.next;
			const operator = operatorIn(token);
			if (operator === undefined || operator.binds < binds) return left;
			if (operator.kind === 'comparison' && compared) {
				return this.#fail({ ...unexpected(token, '`and`, since comparisons do not chain'), help: 'Write `a < b and b < c`.' });
			}
			compared = operator.kind === 'comparison';
			this.#at++;
			// A power is worked out from the right: 2^3^2 is 2^9.
			const right = this.#expression(operator.binds === binding.power ? binding.power : operator.binds + 1, depth + 1);
			left = right && joined(left, operator, right);
		}
		return undefined;
	}

	#operand(depth: number): Formula | undefined {
		const token = this.next;
		if (depth > deepestFormula) {
			return this.#fail({
				...unexpected(token, `at most ${deepestFormula} levels`),
				help: 'Work out a part of it in a variable of its own.',
			});
		}
		this.#at++;
		switch (token.kind) {
			case 'number':
			case 'text':
				return { kind: 'value', value: token.value, offset: token.offset, length: token.length };
			case 'word':
				return this.#word(token, depth);
			case 'sign':
				if (token.text === '(') return this.#parenthesized(token, depth);
				if (token.text === '-') return this.#prefixed('minus', token, binding.minus, depth);
				break;
			case 'end':
				break;
		}
		return this.#fail(unexpected(token, 'a number, a text, a name or `(`'));
	}

	#prefixed(kind: 'minus' | 'not', token: Token, binds: number, depth: number): Formula | undefined {
		const of = this.#expression(binds, depth + 1);
		return of && { kind, of, ...spanning(token, of) };
	}

	#parenthesized(open: Token, depth: number): Formula | undefined {
		const inside = this.#expression(0, depth + 1);
		if (inside === undefined) return undefined;
		const close = this.next;
		if (!isSign(close, ')')) return this.#fail(this.#strayAfter(inside, '`)`'));
		this.#at++;
		return { ...inside, ...spanning(open, close) };
	}

	#word(token: Token & { readonly kind: 'word' }, depth: number): Formula | undefined {
		const { text, offset, length } = token;
		if (text === 'not') return this.#prefixed('not', token, binding.not, depth);
		if (text === 'true' || text === 'false') return { kind: 'value', value: text === 'true', offset, length };
		if (text === 'pi') return { kind: 'value', value: Math.PI, offset, length };
		if (operators.has(text)) return this.#fail(unexpected(token, 'a number, a text, a name or `(`'));
		if (isSign(this.next, '(')) return this.#call(token, depth);
		if (text === 'if') return this.#fail({ ...unexpected(this.next, '`(`'), help: 'Write `if(condition, then, otherwise)`.' });
		return { kind: 'name', name: text, offset, length };
	}

	#call(token: Token & { readonly kind: 'word' }, depth: number): Formula | undefined {
		const known = functions.get(token.text);
		if (known === undefined && token.text !== 'if') {
			const near = nearestOf(token.text, [...functions.keys(), 'if']);
			const fault = { offset: token.offset, length: token.length, found: `\`${token.text}(\``, expected: 'a function' };
			return this.#fail(near === undefined ? fault : { ...fault, help: `Did you mean \`${near}(\`?` });
		}
		this.#at++;
		const given: Formula[] = [];
		while (!isSign(this.next, ')') || given.length > 0) {
			const argument = this.#expression(0, depth + 1);
			if (argument === undefined) return undefined;
			given.push(argument);
			if (isSign(this.next, ')')) break;
			if (!isSign(this.next, ',')) return this.#fail(this.#strayAfter(argument, '`,` or `)`'));
			this.#at++;
		}
		const close = this.next;
		this.#at++;
		const span = spanning(token, close);
		const { least, most } = known === undefined ? { least: 3, most: 3 } : arityOf(known);
		if (given.length < least || given.length > most) {
			const form = known?.form ?? 'if(condition, then, otherwise)';
			const wanted = least === most ? `${least}` : most > least + 1 ? `at least ${least}` : `${least} or ${most}`;
			return this.#fail({ ...span, found: counted(given.length, token.text), expected: wanted, help: `Write \`${form}\`.` });
		}
		const [condition, then, otherwise] = given;
		if (known !== undefined) return { kind: 'call', call: token.text, given, ...span };
		return condition && then && otherwise && { kind: 'if', condition, then, otherwise, ...span };
	}

	/** What stands where an operator, a comma or the end should: often a `*` left out. */
	#strayAfter(left: Formula, expected: string): FormulaFault {
		const token = this.next;
		const fault = unexpected(token, expected);
		const isProduct = left.kind === 'value' && typeof left.value === 'number' && (token.kind === 'word' || isSign(token, '('));
		return isProduct ? { ...fault, help: 'Write `*` between them.' } : fault;
	}

	#fail(fault: FormulaFault): undefined {
		this.fault ??= fault;
	}
}

function operatorIn(token: Token): Bound | undefined {
	return token.kind === 'sign' || token.kind === 'word' ? operators.get(token.text) : undefined;
}

function joined(left: Formula, operator: Operator, right: Formula): Formula {
	const span = spanning(left, right);
	switch (operator.kind) {
		case 'arithmetic':
			return { kind: 'arithmetic', operator: operator.operator, left, right, ...span };
		case 'comparison':
			return { kind: 'comparison', operator: operator.operator, left, right, ...span };
		case 'connective':
			return { kind: 'connective', operator: operator.operator, left, right, ...span };
	}
}

function counted(count: number, name: string): string {
	return `${count === 0 ? 'no' : count} ${count === 1 ? 'value' : 'values'} for \`${name}\``;
}

function isSign(token: Token, text: string): boolean {
	return token.kind === 'sign' && token.text === text;
}

function spanning(first: Span, last: Span): Span {
	return { offset: first.offset, length: last.offset + last.length - first.offset };
}

function unexpected(token: Token, expected: string): FormulaFault {
	return { offset: token.offset, length: token.length, found: foundIn(token), expected };
}

function foundIn(token: Token): string {
	switch (token.kind) {
		case 'end':
			return 'end of the formula';
		case 'number':
			return `\`${token.value}\``;
		case 'text':
			return 'text';
		case 'word':
		case 'sign':
			return `\`${token.text}\``;
	}
}
