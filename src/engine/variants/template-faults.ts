// What is wrong with a template before any values are drawn: names, kinds, order, and what is never used. For an author's check.

import type { Template, Value, Variable } from '../../model/deck.ts';
import { type FormulaFault, longestResult } from '../formula/formula.ts';
import { nearestOf } from '../formula/nearest.ts';
import { parseFormula, reservedWords } from '../formula/parse-formula.ts';
import { type FormulaType, typeOfFormula } from '../formula/type-of-formula.ts';
import type { PlaceInQuestion } from './compiled-template.ts';
import { movedBy, type Piece, piecesOf, shortPiecesOf } from './text-pieces.ts';
import { type WrittenText, writtenTexts } from './written-texts.ts';

export type TemplateFault = { readonly at: PlaceInQuestion } & (
	| /** In the text at that place; offsets in it. Below `vars`, in the formula without its `=`. */ {
			readonly kind: 'formula';
			readonly fault: FormulaFault;
	  }
	/** A letter, then letters, digits and underscores, at most 30 in all. */
	| { readonly kind: 'name-form'; readonly name: string }
	/** It means something in formulas: `pi`, `and`, `if` and the like. */
	| { readonly kind: 'reserved-name'; readonly name: string }
	/** From more to less, or no whole numbers, or too large ones. */
	| { readonly kind: 'integers-form' }
	| { readonly kind: 'repeated-value'; readonly value: Value }
	| { readonly kind: 'no-value' }
	| { readonly kind: 'value-too-long'; readonly limit: number }
	/** No text, key or feedback changes with it. `where`: it is looked at there, and only there. */
	| { readonly kind: 'unused-variable'; readonly name: string; readonly where: boolean }
	/** There is but one combination of values. */
	| { readonly kind: 'nothing-varies' }
	/** Stays as it is written, and looks like a slip: `{vv}` beside a variable `v`. Offset in the text. Advice, no error. */
	| { readonly kind: 'near-name'; readonly name: string; readonly meant: string; readonly offset: number }
);

const longestName = 30;
const nameForm = /^[A-Za-z][A-Za-z0-9_]*$/;

/** In the order of the question: variables, `where`, texts, then what is unused. */
export function faultsOfTemplate({ variables, where, written }: Template): readonly TemplateFault[] {
	const faults: TemplateFault[] = variables.flatMap(formFaults);
	const all = new Set(variables.map(({ name }) => name));
	const types = new Map<string, FormulaType>();
	const restsOn = new Map<string, ReadonlySet<string>>();

	for (const variable of variables) {
		const { name } = variable;
		if (variable.kind !== 'formula') {
			types.set(name, typeOfDrawn(variable));
			continue;
		}
		const typed = typedText(variable.formula, types, laterThan(types, all));
		restsOn.set(name, typed.names);
		types.set(name, typed.type === 'truth' ? 'any' : typed.type);
		const wrong = typed.type === 'truth' ? [...typed.faults, noCondition(variable.formula)] : typed.faults;
		faults.push(...wrong.map((fault): TemplateFault => ({ kind: 'formula', at: ['vars', name], fault })));
	}

	const condition = where === undefined ? undefined : typedText(where, types);
	if (where !== undefined && condition !== undefined) {
		const wrong =
			condition.type === 'number' || condition.type === 'text' ? [...condition.faults, noTruth(where, condition.type)] : condition.faults;
		faults.push(...wrong.map((fault): TemplateFault => ({ kind: 'formula', at: ['where'], fault })));
	}

	const named = new Set<string>();
	for (const each of writtenTexts(written)) {
		for (const fault of faultsInText(each, types, all, named)) faults.push({ ...fault, at: each.at });
	}

	const used = reached(named, restsOn);
	const asked = reached(condition?.names ?? new Set(), restsOn);
	for (const { name, kind } of variables) {
		if (used.has(name) || (kind === 'formula' && asked.has(name))) continue;
		faults.push({ kind: 'unused-variable', name, where: asked.has(name), at: ['vars', name] });
	}
	if (variables.every((variable) => sizeOf(variable) <= 1)) faults.push({ kind: 'nothing-varies', at: ['vars'] });
	return faults;
}

function formFaults(variable: Variable): readonly TemplateFault[] {
	const { name } = variable;
	const at = ['vars', name];
	if (!nameForm.test(name) || name.length > longestName) return [{ kind: 'name-form', name, at }];
	if (reservedWords.has(name)) return [{ kind: 'reserved-name', name, at }];
	switch (variable.kind) {
		case 'integers': {
			const { low, high, step } = variable;
			const fits = [low, high, step].every(Number.isSafeInteger) && low <= high && step >= 1 && high - low <= Number.MAX_SAFE_INTEGER;
			return fits ? [] : [{ kind: 'integers-form', at }];
		}
		case 'pick': {
			const { from } = variable;
			if (from.length === 0) return [{ kind: 'no-value', at }];
			const repeated = from.find((value, index) => from.indexOf(value) < index);
			if (repeated !== undefined) return [{ kind: 'repeated-value', value: repeated, at }];
			const isLong = from.some((value) => typeof value === 'string' && value.length > longestResult);
			return isLong ? [{ kind: 'value-too-long', limit: longestResult, at }] : [];
		}
		case 'formula':
			return [];
	}
}

function sizeOf(variable: Variable): number {
	switch (variable.kind) {
		case 'integers':
			return Math.floor((variable.high - variable.low) / variable.step) + 1;
		case 'pick':
			return variable.from.length;
		case 'formula':
			return 1;
	}
}

function typeOfDrawn(variable: Exclude<Variable, { readonly kind: 'formula' }>): FormulaType {
	if (variable.kind === 'integers') return 'number';
	const kinds = new Set(variable.from.map((value) => typeof value));
	if (kinds.size !== 1) return 'any';
	return kinds.has('number') ? 'number' : 'text';
}

function typedText(formula: string, types: ReadonlyMap<string, FormulaType>, later?: ReadonlySet<string>) {
	const parsed = parseFormula(formula);
	if (parsed.ok) return typeOfFormula(parsed.formula, types, later);
	return { type: 'any' as const, faults: [parsed.fault], names: new Set<string>() };
}

function laterThan(types: ReadonlyMap<string, FormulaType>, all: ReadonlySet<string>): ReadonlySet<string> {
	return new Set([...all].filter((name) => !types.has(name)));
}

function noCondition(formula: string): FormulaFault {
	const help = "Write `if(condition, 'yes', 'no')`, or the condition itself where it is needed.";
	return { offset: 0, length: formula.length, found: 'condition', expected: 'a number or a text', help };
}

function noTruth(where: string, type: string): FormulaFault {
	return { offset: 0, length: where.length, found: type, expected: 'a condition', help: 'Compare it with something: `v > 0`.' };
}

/** The names themselves, and all that those rest on which are worked out. */
function reached(names: ReadonlySet<string>, restsOn: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
	const found = new Set<string>();
	const visit = (name: string) => {
		if (found.has(name)) return;
		found.add(name);
		for (const other of restsOn.get(name) ?? []) visit(other);
	};
	for (const name of names) visit(name);
	return found;
}

type Placeless =
	| { readonly kind: 'formula'; readonly fault: FormulaFault }
	| Omit<Extract<TemplateFault, { readonly kind: 'near-name' }>, 'at'>;

function faultsInText(
	{ text, short, truth }: WrittenText,
	types: ReadonlyMap<string, FormulaType>,
	names: ReadonlySet<string>,
	named: Set<string>,
): readonly Placeless[] {
	const cut = short ? shortPiecesOf(text, names) : piecesOf(text, names);
	if (!cut.ok) return [{ kind: 'formula', fault: cut.fault }];
	return [...cut.pieces.flatMap((piece) => faultsInPiece(piece, cut.whole && truth === true, types, named)), ...nearNames(text, names)];
}

function faultsInPiece(piece: Piece, truth: boolean, types: ReadonlyMap<string, FormulaType>, named: Set<string>): readonly Placeless[] {
	if (piece.kind === 'text') return [];
	if (piece.kind === 'name') {
		named.add(piece.name);
		return [];
	}
	const { type, faults, names } = typeOfFormula(piece.formula, types);
	for (const name of names) named.add(name);
	const { offset, length } = piece.formula;
	const wrong = truth
		? type === 'number' || type === 'text'
			? [{ offset, length, found: type, expected: 'a condition, which is true or false' }]
			: []
		: type === 'truth'
			? [{ ...noCondition(''), offset, length }]
			: [];
	return [...faults, ...wrong].map((fault) => ({ kind: 'formula', fault: movedBy(piece.at, fault) }));
}

/** Not in what two braces, `$` or a backslash make something else of. */
const nameInBraces = /(?<![{\\$])\{([A-Za-z][A-Za-z0-9_]*)\}(?!\})/gu;

function nearNames(text: string, names: ReadonlySet<string>): readonly Placeless[] {
	return [...text.matchAll(nameInBraces)].flatMap(({ 1: name = '', index }) => {
		const near = names.has(name) ? undefined : nearestOf(name, names);
		// Of short names every one is near.
		const meant = near !== undefined && (near.length > 2 || near.toLowerCase() === name.toLowerCase()) ? near : undefined;
		return meant === undefined ? [] : [{ kind: 'near-name' as const, name, meant, offset: index }];
	});
}
