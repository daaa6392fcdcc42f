// Filling values into the texts of a template. The first fault is kept, and whatever was filled in after it is not to be used.

import type { Variant } from '../../model/deck.ts';
import { described, evaluate } from '../formula/evaluate.ts';
import { type Budget, type FormulaFault, type FormulaValue, longestResult, newBudget } from '../formula/formula.ts';
import { numberText } from '../formula/numbers.ts';
import { readNumber } from '../read-number.ts';
import type { CompiledTemplate, PlaceInQuestion } from './compiled-template.ts';
import { movedBy } from './text-pieces.ts';

/** Why values cannot be asked. */
export type RenderFault = { readonly at: PlaceInQuestion } & (
	| /** In the text at that place; offsets in it, as it is written. */ { readonly kind: 'formula'; readonly fault: FormulaFault }
	| { readonly kind: 'empty-text' }
	/** Longer by more than `limit` characters than it was written, or as a short text longer than that. */
	| { readonly kind: 'too-long'; readonly limit: number }
	| { readonly kind: 'not-a-number'; readonly text: string }
	| { readonly kind: 'not-a-tolerance'; readonly text: string }
	| { readonly kind: 'tolerance-on-zero'; readonly text: string }
	| { readonly kind: 'not-true-or-false'; readonly text: string }
	| { readonly kind: 'range-order'; readonly low: string; readonly high: string }
	/** Whoever types the key as it is shown is not right: it has more digits than are shown, or lies outside its range. */
	| { readonly kind: 'key-not-accepted'; readonly text: string }
	/** The same as the text at `first`, after NFKC, trimming and collapsing of spaces. */
	| { readonly kind: 'same-text'; readonly text: string; readonly first: PlaceInQuestion }
	/** The same, where `first` is a key and this is to be wrong. */
	| { readonly kind: 'key-among-wrong'; readonly text: string; readonly first: PlaceInQuestion }
	/** With a fixed order: the key is none of the options. */
	| { readonly kind: 'key-not-among-options'; readonly text: string }
	| { readonly kind: 'no-wrong-option' }
	/** A value brought marks of blanks into a cloze, or took them away. */
	| { readonly kind: 'blanks-changed' }
);

/** How much longer than it was written a text may become, in UTF-16 units. */
const mostGrowth = 10_000;

export class Filling {
	fault: RenderFault | undefined;
	readonly #compiled: CompiledTemplate;
	readonly #values: ReadonlyMap<string, FormulaValue>;
	readonly #budget: Budget = newBudget();

	constructor(compiled: CompiledTemplate, values: Variant['values']) {
		this.#compiled = compiled;
		this.#values = new Map(Object.entries(values));
	}

	/** Stem, code, explanation and the like. */
	long(written: string, ...at: PlaceInQuestion): string {
		return this.#text(written, false, at);
	}

	/** Keys, options and the like, which may be a formula as a whole. */
	short(written: string, ...at: PlaceInQuestion): string {
		return this.#text(written, true, at);
	}

	/** RE2: a value stands for its own characters. */
	pattern(written: string, ...at: PlaceInQuestion): string {
		return this.#text(written, false, at, (value) => value.replace(/[^\p{L}\p{N}\s]/gu, (sign) => (sign <= '~' ? `\\${sign}` : sign)));
	}

	/** A number, and as it is shown; a formula may give it as a text too, as `fixed` does. */
	number(written: string, ...at: PlaceInQuestion): { readonly value: number; readonly text: string } {
		const value = this.value(written, at);
		if (typeof value === 'number') return { value, text: numberText(value) };
		const text = typeof value === 'string' ? value : this.short(written, ...at);
		const reading = readNumber(text);
		if (!reading.ok) this.fail({ kind: 'not-a-number', text, at });
		return { value: reading.ok ? reading.value : 0, text };
	}

	/** What the whole of a short text gives; `undefined` where it is no formula, or has a fault. */
	value(written: string, at: PlaceInQuestion): FormulaValue | undefined {
		const cut = this.#compiled.pieces(written, true);
		const [only] = cut.ok && cut.whole ? cut.pieces : [];
		if (only?.kind !== 'formula') return undefined;
		const outcome = evaluate(only.formula, this.#values, this.#budget);
		if (outcome.ok) return outcome.value;
		return this.fail({ kind: 'formula', fault: movedBy(only.at, outcome.fault), at });
	}

	fail(fault: RenderFault): undefined {
		this.fault ??= fault;
	}

	#text(written: string, short: boolean, at: PlaceInQuestion, shaped = (value: string) => value): string {
		const cut = this.#compiled.pieces(written, short);
		if (!cut.ok) {
			this.fail({ kind: 'formula', fault: cut.fault, at });
			return '';
		}
		const [only] = cut.pieces;
		if (cut.pieces.length === 1 && only?.kind === 'text') return only.text;
		let text = '';
		for (const piece of cut.pieces) {
			text += piece.kind === 'text' ? piece.text : shaped(this.#filled(piece, at));
			const limit = short ? longestResult : mostGrowth;
			if (this.fault === undefined && text.length > limit + (short ? 0 : written.length)) this.fail({ kind: 'too-long', limit, at });
			if (this.fault !== undefined) return '';
		}
		if (!/\S/u.test(text)) this.fail({ kind: 'empty-text', at });
		return text;
	}

	#filled(
		piece: Exclude<Extract<ReturnType<CompiledTemplate['pieces']>, { readonly ok: true }>['pieces'][number], { readonly kind: 'text' }>,
		at: PlaceInQuestion,
	): string {
		if (piece.kind === 'name') {
			if (--this.#budget.left < 0) this.fail({ kind: 'too-long', limit: mostGrowth, at });
			return shown(this.#values.get(piece.name) ?? '');
		}
		const { formula, at: begin } = piece;
		const outcome = evaluate(formula, this.#values, this.#budget);
		if (!outcome.ok) this.fail({ kind: 'formula', fault: movedBy(begin, outcome.fault), at });
		else if (typeof outcome.value !== 'boolean') return shown(outcome.value);
		else {
			const { offset, length } = formula;
			const fault = { offset, length, found: described(outcome.value), expected: 'a number or a text', help: conditionHelp };
			this.fail({ kind: 'formula', fault: movedBy(begin, fault), at });
		}
		return '';
	}
}

const conditionHelp = "Write `if(condition, 'yes', 'no')`, with the words that fit.";

function shown(value: FormulaValue): string {
	return typeof value === 'number' ? numberText(value) : String(value);
}
