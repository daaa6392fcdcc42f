// A template made ready: its formulas parsed, its texts cut into pieces, its combinations counted. Once for each template.

import type { Template, Value, Variable } from '../../model/deck.ts';
import type { Formula, FormulaFault } from '../formula/formula.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { piecesOf, shortPiecesOf, type TextPieces } from './text-pieces.ts';
import { writtenTexts } from './written-texts.ts';

/** A place in the question as its author wrote it: keys and indices, such as `distractors`, 1, `feedback`; `vars` and a name; `where`. */
export type PlaceInQuestion = readonly (string | number)[];

export interface DrawnVariable {
	readonly name: string;
	/** How many values it has. */
	readonly size: number;
	/** @param index from 0, below `size`. */
	readonly valueAt: (index: number) => Value;
	/** `undefined`: not one of its values. */
	readonly indexOf: (value: Value | undefined) => number | undefined;
}

export interface WorkedOutVariable {
	readonly name: string;
	readonly formula: Formula;
}

export interface CompiledTemplate {
	readonly drawn: readonly DrawnVariable[];
	/** In the order in which they are worked out. */
	readonly workedOut: readonly WorkedOutVariable[];
	readonly where: Formula | undefined;
	/** Of all variables. */
	readonly names: ReadonlySet<string>;
	/** How many ways there are to draw, whether or not `where` is met; may be infinite. */
	readonly combinations: number;
	/** Steps that one drawing may take, about: the signs and words of all its formulas. At least 1. */
	readonly weight: number;
	/** Each text is cut once. `short`: keys, options and the like, which may be a formula as a whole. */
	readonly pieces: (text: string, short: boolean) => TextPieces;
}

export type Compilation =
	| { readonly ok: true; readonly compiled: CompiledTemplate }
	| { readonly ok: false; readonly at: PlaceInQuestion; readonly fault: FormulaFault };

const known = new WeakMap<Template, Compilation>();

/** Formulas of variables and `where`; those in texts are parsed when they are come upon. */
export function compile(template: Template): Compilation {
	const compilation = known.get(template) ?? compiledAnew(template);
	known.set(template, compilation);
	return compilation;
}

function compiledAnew(template: Template): Compilation {
	const { variables, where } = template;
	const workedOut: WorkedOutVariable[] = [];
	for (const variable of variables) {
		if (variable.kind !== 'formula') continue;
		const parsed = parseFormula(variable.formula);
		if (!parsed.ok) return { ok: false, at: ['vars', variable.name], fault: parsed.fault };
		workedOut.push({ name: variable.name, formula: parsed.formula });
	}
	const condition = where === undefined ? undefined : parseFormula(where);
	if (condition?.ok === false) return { ok: false, at: ['where'], fault: condition.fault };
	const names = new Set(variables.map(({ name }) => name));
	const drawn = variables.flatMap(drawnFrom);
	const cut = { short: new Map<string, TextPieces>(), long: new Map<string, TextPieces>() };
	return {
		ok: true,
		compiled: {
			drawn,
			workedOut,
			where: condition?.formula,
			names,
			combinations: drawn.reduce((product, { size }) => product * size, 1),
			weight: weightOf(template),
			pieces: (text, short) => {
				const before = short ? cut.short : cut.long;
				const pieces = before.get(text) ?? (short ? shortPiecesOf(text, names) : piecesOf(text, names));
				before.set(text, pieces);
				return pieces;
			},
		},
	};
}

/** By length, since two characters make a step at most; what stands in texts is weighed by its braces. */
function weightOf({ variables, where = '', written }: Template): number {
	const formulas = variables.reduce((sum, variable) => sum + (variable.kind === 'formula' ? variable.formula.length : 0), where.length);
	const inTexts = writtenTexts(written).flatMap(({ text }) => text.match(/^\s*=.*|\{=[^}]*/gu) ?? []);
	return Math.ceil(inTexts.reduce((sum, { length }) => sum + length, formulas + 1) / 2);
}

function drawnFrom(variable: Variable): readonly DrawnVariable[] {
	const { name } = variable;
	switch (variable.kind) {
		case 'integers': {
			const { low, high, step } = variable;
			const size = low <= high && step > 0 ? Math.floor((high - low) / step) + 1 : 0;
			const indexOf = (value: Value | undefined) => {
				const index = typeof value === 'number' ? (value - low) / step : -1;
				return Number.isInteger(index) && index >= 0 && index < size ? index : undefined;
			};
			return [{ name, size, valueAt: (index) => low + step * index, indexOf }];
		}
		case 'pick': {
			const { from } = variable;
			const indexOf = (value: Value | undefined) => {
				const index = value === undefined ? -1 : from.indexOf(value);
				return index === -1 ? undefined : index;
			};
			return [{ name, size: from.length, valueAt: (index) => from[index] ?? '', indexOf }];
		}
		case 'formula':
			return [];
	}
}
