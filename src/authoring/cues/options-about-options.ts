// Options that speak of the others: all of the above, none of these.

import type { ChoiceQuestion, MultipleQuestion } from '../../model/deck.ts';
import { questionWords } from './words.ts';

const others = '(?:answers|options|choices)';
const those = `(?:the |these |those |of )*(?:above|following|foregoing|preceding|other ${others}|${others}|these|those)`;
const judged = '(?:are|is) (?:all )?(?:correct|right|true|valid|possible|acceptable)|appl(?:y|ies)|mentioned|listed|given';
const allOfThem = new RegExp(
	`^(?:(?:all (?:of )?|(?:each|every one|both|any) of )${those}|(?:everything|all)(?: that is)? (?:above|listed|mentioned))(?:,? (?:${judged}))?$`,
	'u',
);
const allAre = /^(?:they are |these are )?all (?:are )?(?:correct|right|true)$/u;
const noneOfThem = new RegExp(`^(?:(?:none|neither|not any|nothing)(?: of)? ${those})(?:,? (?:${judged}))?$`, 'u');
const noneIs =
	/^(?:none (?:is|are) (?:correct|right|true)|no (?:answer|option|choice) is (?:correct|right|true)|no (?:correct|right) (?:answer|option))$/u;

/** These may as well be a count or a value of the subject: `How many hatch?` */
const allOfSome = /^all (?:of them|(?:of )?(?:the )?(two|three|four|five|six|seven|eight|nine|[2-9]))$/u;
const noneOfSome = /^(?:none|none of them|neither|neither of them)$/u;

/** The option that says "all of the above", "all of these are correct", "all three". English. */
export function allOfThemIn(question: OptionQuestion): number | undefined {
	const surely = (text: string) => allOfThem.test(text) || allAre.test(text);
	return optionThat(question, surely, (text, index) => {
		const found = allOfSome.exec(text);
		if (found === null || mayCount(question, index)) return false;
		return found[1] === undefined || countOf(found[1]) === question.options.length - 1;
	});
}

/** The option that says "none of the above", "none of these", "neither". English. */
export function noneOfThemIn(question: OptionQuestion): number | undefined {
	const surely = (text: string) => noneOfThem.test(text) || noneIs.test(text);
	return optionThat(
		question,
		surely,
		(text, index) => noneOfSome.test(text) && !question.options[index]?.text.includes('`') && !mayCount(question, index),
	);
}

type OptionQuestion = ChoiceQuestion | MultipleQuestion;

/** The first that surely speaks of the others; where there is none, the first that does perhaps. */
function optionThat(
	question: OptionQuestion,
	surely: (text: string) => boolean,
	perhaps: (text: string, index: number) => boolean,
): number | undefined {
	const { options } = questionWords(question);
	if (!options.some((text) => mayBegin.test(text))) return undefined;
	const texts = options.map(bare);
	const sure = texts.findIndex(surely);
	const index = sure === -1 ? texts.findIndex(perhaps) : sure;
	return index === -1 ? undefined : index;
}

/** How all of these options begin, behind what `bare` takes away. */
const mayBegin = /^(?:\(?[a-h1-9][).:] +)?["'(“‘]*(?:a(?:ll|ny)|both|e(?:ach|very)|n(?:o|either)|the(?:y|se))/u;

/** An option without what stands around it: brackets, a letter or number of its own, the stop. In lower case. */
function bare(text: string): string {
	return text.replace(/^\(?[a-h1-9][).:] +/u, '').replace(/^["'(“‘]+|(?<!["')”’.!])["')”’.!]+$/gu, '');
}

const numerals = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function countOf(numeral: string): number {
	return numerals.includes(numeral) ? numerals.indexOf(numeral) + 2 : Number(numeral);
}

/** The stem asks for a count or a value, or another option is one: then `none` and `all of them` answer like any other. */
function mayCount(question: OptionQuestion, own: number): boolean {
	if (question.code !== undefined) return true;
	const { stemText, options } = questionWords(question);
	return asksForCount.test(stemText) || options.some((text, index) => index !== own && count.test(text));
}

const asksForCount =
	/\bhow (?:many|much|often)\b|\bwhat (?:share|part|fraction|proportion|number|amount|percentage)\b|\bwhich (?:share|part|fraction|proportion)\b/u;
const count =
	/^(?:(?:about |only |exactly |at least |at most )?(?:half|some|most|many|few|a few|several|one|two|three|a third|a quarter|\d\S*)(?: (?:of )?(?:it|them|these|those))?|all|all of them|none of them|true|false|null|nil|undefined|void)[.!]?$/u;
