// What a formula gives, told before it is worked out: so that an author hears of a wrong name or kind once, not with some values only.

import type { Formula, FormulaFault } from './formula.ts';
import { functions, type Taken, takenAt } from './functions.ts';
import { nearestOf } from './nearest.ts';

/** `any`: not known before it is worked out. */
export type FormulaType = 'number' | 'text' | 'truth' | 'any';

export interface TypedFormula {
	readonly type: FormulaType;
	/** In the order of the text; empty where it is sound. */
	readonly faults: readonly FormulaFault[];
	/** Names of variables it looks at, known or not, each once. */
	readonly names: ReadonlySet<string>;
}

/**
 * @param types of the variables that may be used.
 * @param later names that are declared too, but only after it.
 */
export function typeOfFormula(
	formula: Formula,
	types: ReadonlyMap<string, FormulaType>,
	later: ReadonlySet<string> = new Set(),
): TypedFormula {
	const faults: FormulaFault[] = [];
	const names = new Set<string>();

	const wants = (part: Formula, wanted: FormulaType, hint?: string): FormulaType => {
		const type = typeOf(part);
		if (wanted === 'any' || type === 'any' || type === wanted) return type;
		const { offset, length } = part;
		const help = wanted === 'text' && type === 'number' ? 'Write `text(...)` around it.' : hint;
		faults.push({ offset, length, found: wordOf(type), expected: withArticle(wanted), ...(help === undefined ? {} : { help }) });
		return wanted;
	};

	const typeOf = (part: Formula): FormulaType => {
		switch (part.kind) {
			case 'value':
				return typeof part.value === 'number' ? 'number' : typeof part.value === 'string' ? 'text' : 'truth';
			case 'name': {
				names.add(part.name);
				const type = types.get(part.name);
				if (type === undefined) faults.push(unknownName(part, part.name, [...types.keys()], later));
				return type ?? 'any';
			}
			case 'minus':
				wants(part.of, 'number');
				return 'number';
			case 'not':
				wants(part.of, 'truth');
				return 'truth';
			case 'arithmetic': {
				const hint = part.operator === '+' ? 'Join texts by `concat(a, b)`.' : undefined;
				wants(part.left, 'number', hint);
				wants(part.right, 'number', hint);
				return 'number';
			}
			case 'comparison': {
				const left = typeOf(part.left);
				wants(part.right, left);
				return 'truth';
			}
			case 'connective':
				wants(part.left, 'truth');
				wants(part.right, 'truth');
				return 'truth';
			case 'if': {
				wants(part.condition, 'truth');
				const [then, otherwise] = [typeOf(part.then), typeOf(part.otherwise)];
				return then === otherwise ? then : 'any';
			}
			case 'call': {
				const known = functions.get(part.call);
				const given = part.given.map((argument, place) => wants(argument, known === undefined ? 'any' : typeTaken(takenAt(known, place))));
				if (known?.gives !== 'value') return known?.gives ?? 'any';
				const [first = 'any', ...others] = given.slice(1);
				return others.every((type) => type === first) ? first : 'any';
			}
		}
	};

	const type = typeOf(formula);
	return { type, faults, names };
}

function typeTaken(taken: Taken): FormulaType {
	return taken === 'whole' ? 'number' : taken === 'value' ? 'any' : taken;
}

function wordOf(type: FormulaType): string {
	return type === 'truth' ? 'condition' : type;
}

/** As it stands after "expected". */
export function withArticle(type: FormulaType): string {
	return `a ${wordOf(type)}`;
}

function unknownName({ offset, length }: Formula, name: string, known: readonly string[], later: ReadonlySet<string>): FormulaFault {
	const fault = { offset, length, found: `\`${name}\``, expected: 'the name of a variable that stands before it' };
	if (later.has(name)) return { ...fault, help: 'Put variables in the order in which they are worked out; none can rest on itself.' };
	const near = nearestOf(name, known);
	if (near !== undefined) return { ...fault, expected: 'the name of a variable', help: `Did you mean \`${near}\`?` };
	const called = functions.get(name);
	if (called !== undefined) return { ...fault, expected: 'the name of a variable', help: `Write \`${called.form}\`.` };
	const names = known.slice(0, 5).map((each) => `\`${each}\``);
	const help = names.length === 0 ? 'Put a text in quotes.' : `Write ${names.join(', ')}, or put a text in quotes.`;
	return { ...fault, expected: 'the name of a variable', help };
}
