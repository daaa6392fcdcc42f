// Whose record it is. Several people may keep theirs in one file, each under a name; nobody needs one who is alone with it.

import { nearest } from '../deck/diagnostics/nearest.ts';
import { safe } from '../terminal/safe.ts';
import type { Variables } from './environment.ts';

export interface Learner {
	/** In Unicode's composed form, so that one name typed on two systems is one. */
	readonly name: string;
	/** `--learner`, where it was given: what a printed command must repeat. */
	readonly option?: string;
	/** Somebody said so, by option or variable. */
	readonly named: boolean;
}

/** Who learns where nobody says otherwise. */
export const alone: Learner = { name: 'me', named: false };

const longestName = 64;

/** What a terminal would obey, what no file could keep, and what nobody could see. Joiners are fine: names are written with them. */
const unwritable = /[\p{Cc}\p{Cs}\p{Bidi_C}\u200b\u2028\u2029\u2060\ufeff\u{e0000}-\u{e007f}]/u;

/** By `--learner`, then `GRADUS_LEARNER`; a variable that is empty says nothing. */
export function learnerOf(variables: Variables, option: string | undefined): Learner | { readonly fault: string } {
	const variable = variables['GRADUS_LEARNER'];
	const [given, by] = option !== undefined ? [option, '--learner'] : [variable === '' ? undefined : variable, 'GRADUS_LEARNER'];
	if (given === undefined) return alone;
	const name = given.normalize('NFC').trim();
	const fault = faultOf(name);
	if (fault !== undefined) return { fault: `${by} ${fault} Nothing was changed.` };
	return { name, named: true, ...(option === undefined ? {} : { option: name }) };
}

function faultOf(name: string): string | undefined {
	const length = [...name].length;
	if (length === 0) return 'needs a name, as in: --learner ada.';
	if (length > longestName) return `has a name of ${length} characters, and a name may have ${longestName}. A shorter one will do.`;
	if (unwritable.test(name)) return `has a name that cannot be shown as it is: ${safe(name)}. Letters, digits, spaces and signs are fine.`;
	return undefined;
}

/**
 * A word to somebody whose name is new in this record and close to one that is there: most likely the same person.
 *
 * @param known every name in the record.
 */
export function likelyMeant({ name, named }: Learner, known: readonly string[]): string | undefined {
	if (!named || known.includes(name)) return undefined;
	const folded = (text: string) => text.normalize('NFKC').toLowerCase();
	const same = known.find((each) => folded(each) === folded(name));
	const near = same ?? nearest(name, known);
	return near === undefined ? undefined : safe(`"${name}" is new in this record. Did you mean "${near}"?`);
}
