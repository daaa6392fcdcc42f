// Which options go on from a stem in good grammar.

import type { ChoiceQuestion, Option } from '../../model/deck.ts';
import { questionWords, shownText } from './words.ts';

export interface Agreement {
	/** The last word of the stem: `a`, `an`, `is` or `are`. */
	readonly with: string;
	/** The options it fits, or may fit. */
	readonly fitting: readonly number[];
}

const openEnd = /(?<![\p{L}\p{N}'’-])(an?|is|are)[\s_….:]*$/u;
const singular = /^(?:an?|one|each|every|this|that|another)\b/iu;
const plural = /^(?:two|three|four|five|six|seven|eight|nine|ten|both|many|several|few|these|those|all)\b/iu;

/** A stem that ends with an article or with `is` or `are`, and the options that can follow; undefined for other stems. English. */
export function agreementOf(question: ChoiceQuestion): Agreement | undefined {
	const end = openEnd.exec(questionWords(question).stemText)?.[1];
	if (end === undefined) return undefined;
	const clashes: Readonly<Record<string, (text: string) => boolean>> = {
		a: (text) => soundOf(text) === 'vowel',
		an: (text) => soundOf(text) === 'consonant',
		is: (text) => plural.test(text),
		are: (text) => singular.test(text),
	};
	const fits = ({ text }: Option) => clashes[end]?.(shownText(text).trim()) !== true;
	return { with: end, fitting: question.options.flatMap((option, index) => (fits(option) ? [index] : [])) };
}

const silentH = /^(?:hours?|hourly|honest\w*|honou?r\w*|heirs?|heirlooms?)\b/iu;
const likeYou = /^(?:eu|ew|uni(?!n|m)|use|usa|usu|uti|ute|ura|ubi|one\b|once\b|ouija)/iu;

/** How an English word begins to the ear; undefined where its letters do not tell: numbers, signs, initials. */
function soundOf(text: string): 'vowel' | 'consonant' | undefined {
	const [first = ''] = /^[a-z]+/iu.exec(text) ?? [];
	if (first.length < 2 || first === first.toUpperCase()) return undefined;
	if (silentH.test(first)) return 'vowel';
	if (likeYou.test(first)) return 'consonant';
	return /^[aeiou]/iu.test(first) ? 'vowel' : 'consonant';
}
