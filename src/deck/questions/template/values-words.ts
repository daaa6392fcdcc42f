// Why a question cannot be asked with some values, in words: for decks that cannot be asked at all, and for `gradus check`.

import { numberText } from '../../../engine/formula/numbers.ts';
import type { FaultyVariant } from '../../../engine/variants/sample-variants.ts';
import type { Template, Value } from '../../../model/deck.ts';
import { type ProblemDetail, quoted } from '../../diagnostics/diagnostic-codes.ts';
import type { Located } from '../../yaml/source-node.ts';
import { formulaAround, placeInQuestion } from './place-in-question.ts';

/** So many values are named. */
const mostNamed = 4;

/** Goes on after "With ...: ". */
export interface FaultWords extends Pick<ProblemDetail, 'help' | 'related'> {
	readonly text: string;
}

export function wordsOfFault({ fault }: FaultyVariant, located: Located): FaultWords {
	const related = (at: readonly (string | number)[], message: string) => ({ ...placeInQuestion(located, at).place, message });
	switch (fault.kind) {
		case 'formula': {
			const { exact } = placeInQuestion(located, fault.at, fault.fault);
			const where = exact ? '' : ` in ${quoted(formulaAround(located, fault.at, fault.fault.offset))}`;
			const help = fault.fault.help ?? 'Change the formula, or rule these values out by `where`.';
			return { text: `unexpected ${fault.fault.found}${where}, expected ${fault.fault.expected}`, help };
		}
		case 'empty-text':
			return { text: 'this text is empty', help: 'Write more around what varies, or rule these values out by `where`.' };
		case 'too-long':
			return { text: `this text grows by more than ${fault.limit} characters`, help: 'Shorten what is filled in.' };
		case 'not-a-number':
			return { text: `this is ${quoted(fault.text)}, expected a number`, help: 'Write a formula that gives a number: `"= a / b"`.' };
		case 'not-a-tolerance':
			return {
				text: `the tolerance is ${quoted(fault.text)}, expected a number or a percentage, zero or more`,
				help: 'Write a tolerance such as `0.5`, `1%` or `"= abs(x) / 100"`.',
			};
		case 'tolerance-on-zero':
			return {
				text: `the answer is zero, and ${quoted(fault.text)} of it lets nothing else pass`,
				help: 'Write a tolerance without a percent sign, or rule zero out by `where`.',
			};
		case 'not-true-or-false':
			return { text: `the answer is ${quoted(fault.text)}, expected true or false`, help: 'Write a condition: `"= a < b"`.' };
		case 'range-order':
			return { text: `the range goes from ${fault.low} down to ${fault.high}`, help: 'Write the lowest number first: `min(a, b)`.' };
		case 'key-not-accepted':
			return {
				text: `whoever types the answer as it is shown, ${quoted(fault.text)}, would not be right`,
				help: 'Round it, as in `"= round(x, 2)"`, or add a `tolerance` or a wider `range`.',
			};
		case 'same-text':
			return { text: `${quoted(fault.text)} stands here twice`, help: collisionHelp, related: related(fault.first, 'the first one') };
		case 'key-among-wrong':
			return {
				text: `this is ${quoted(fault.text)}, which is right`,
				help: collisionHelp,
				related: related(fault.first, 'what is right'),
			};
		case 'key-not-among-options':
			return {
				text: `the answer is ${quoted(fault.text)}, expected one of the \`options\``,
				help: 'Add it to the options, or rule these values out by `where`.',
				related: related(['options'], 'the options'),
			};
		case 'no-wrong-option':
			return { text: 'every option is right', help: 'Add one that never is, or rule these values out by `where`.' };
		case 'blanks-changed':
			return { text: 'a value brings other blanks into the text', help: 'Leave two braces out of the values.' };
	}
}

const collisionHelp = 'Rule these values out by `where`, or change the formulas so that they never meet.';

/** `v = 2 and who = Ada`: what was drawn; what follows from it is left out. */
export function valuesText({ variables }: Template, values: Readonly<Record<string, Value>>): string {
	const own = new Map(Object.entries(values));
	const drawn = variables.filter(({ name, kind }) => kind !== 'formula' && own.has(name));
	const named = drawn.slice(0, mostNamed).map(({ name }) => `\`${name} = ${shown(own.get(name) ?? '')}\``);
	const more = drawn.length > mostNamed ? ' and so on' : '';
	const last = named.at(-1) ?? '';
	return named.length < 2 || more !== '' ? `${named.join(', ')}${more}` : `${named.slice(0, -1).join(', ')} and ${last}`;
}

function shown(value: Value): string {
	const text = typeof value === 'number' ? numberText(value) : value;
	return text.length > 20 ? `${text.slice(0, 19)}…` : text;
}
