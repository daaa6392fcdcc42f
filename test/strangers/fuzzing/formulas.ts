// Formulas: from their grammar, mutated, and noise; and templates whose formulas they are.

import type { Chance } from '../../../src/engine/chance.ts';
import { evaluate } from '../../../src/engine/formula/evaluate.ts';
import { type FormulaFault, type FormulaValue, longestResult, newBudget } from '../../../src/engine/formula/formula.ts';
import { functions } from '../../../src/engine/formula/functions.ts';
import { parseFormula } from '../../../src/engine/formula/parse-formula.ts';
import { type FormulaType, typeOfFormula } from '../../../src/engine/formula/type-of-formula.ts';
import { type Area, demand, picked } from './area.ts';
import { hostileText, mutated, payloads } from './hostile-text.ts';

const names: ReadonlyMap<string, FormulaValue> = new Map<string, FormulaValue>([
	['a', 3],
	['b', -0.1],
	['z', 0],
	['huge', 1.7e308],
	['tiny', 5e-324],
	['whole', 2 ** 53 - 1],
	['t', 'text'],
	['long', '漢😀'.repeat(300)],
	['digits', '0042'],
	['empty', ''],
	['constructor', 7],
]);

const types: ReadonlyMap<string, FormulaType> = new Map(
	[...names].map(([name, value]) => [name, typeof value === 'number' ? 'number' : 'text']),
);

const operators = ['+', '-', '*', '/', '%', '^', '==', '!=', '<', '<=', '>', '>=', ' and ', ' or '];
const numbers = ['0', '1', '2', '-1', '0.5', '3.14', '1e308', '1e-308', '4294967295', '9007199254740991', '1000', '170', '36'];
const texts = ["''", "'a'", "'漢'", '"b\'c"', "'0x1f'", "'é'", "'1e5'"];
const words = [
	...functions.keys(),
	...names.keys(),
	...operators,
	...numbers,
	...texts,
	'(',
	')',
	',',
	'if(',
	'not ',
	'true',
	'pi',
	' ',
	"'",
	'"',
	'=',
];

function formula(chance: Chance, depth: number): string {
	const deeper = () => formula(chance, depth - 1);
	switch (depth <= 0 ? chance.index(4) : chance.index(11)) {
		case 0:
			return picked(chance, numbers);
		case 1:
		case 2:
			return picked(chance, [...names.keys()]);
		case 3:
			return picked(chance, [...texts, 'true', 'false', 'pi']);
		case 4:
		case 5:
			return `${deeper()}${picked(chance, operators)}${deeper()}`;
		case 6:
			return `(${deeper()})`;
		case 7:
			return `${picked(chance, ['-', 'not '])}${deeper()}`;
		case 8:
			return `if(${deeper()}, ${deeper()}, ${deeper()})`;
		default:
			return call(chance, deeper);
	}
}

/** Mostly with as many arguments as it takes, mostly of their kinds. */
function call(chance: Chance, deeper: () => string): string {
	const [name, { takes, repeats }] = picked(chance, [...functions]);
	const count = takes.length + (repeats ? chance.index(4) : 0) - (chance.index(8) === 0 ? 1 : 0);
	const given = Array.from({ length: Math.max(0, count) }, (_, place) => {
		if (chance.index(3) > 0) return deeper();
		const taken = takes[place] ?? takes.at(-1);
		return taken === 'text' ? picked(chance, [...texts, 't', 'long']) : picked(chance, numbers);
	});
	return `${name}(${given.join(', ')})`;
}

export const formulas: Area = {
	name: 'formulas',
	share: 250,
	encoding: 'utf16le',
	make(chance) {
		const made = formula(chance, 1 + chance.index(6));
		switch (chance.index(4)) {
			case 0:
				return { about: '', text: mutated(chance, made, [...words, ...payloads]) };
			case 1:
				return { about: '', text: hostileText(chance, 60, words) };
			default:
				return { about: '', text: made };
		}
	},
	attempt({ text }) {
		const parsed = parseFormula(text);
		if (!parsed.ok) {
			demandInside(parsed.fault, text);
			return;
		}
		for (const fault of typeOfFormula(parsed.formula, types).faults) demandInside(fault, text);
		const outcome = evaluate(parsed.formula, names, newBudget());
		if (!outcome.ok) {
			demandInside(outcome.fault, text);
			return;
		}
		const { value } = outcome;
		if (typeof value === 'number') demand(Number.isFinite(value) && !Object.is(value, -0), `gives the number ${value}`);
		if (typeof value === 'string') demand(value.length <= longestResult, `gives a text of ${value.length} characters`);
		const again = evaluate(parsed.formula, names, newBudget());
		demand(again.ok && again.value === value, 'gives another value the second time');
	},
};

function demandInside({ offset, length, expected }: FormulaFault, text: string): void {
	demand(offset >= 0 && length >= 0 && offset + length <= text.length, `points outside the formula: ${offset}, ${length}`);
	demand(expected !== '', 'does not say what was expected');
}
