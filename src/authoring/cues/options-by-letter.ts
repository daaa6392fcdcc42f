// Options that name others by their letter, number or place: both A and C, the first and the third.

import type { ChoiceQuestion, MultipleQuestion } from '../../model/deck.ts';
import { allOfThemIn, noneOfThemIn } from './options-about-options.ts';
import { questionWords, shownText } from './words.ts';

/** How all options begin that name others. Few others begin so, and then nothing more needs to be looked at. */
const mayBegin =
	/^\(?(?:[1-8]|[a-h]\b|a(?:ll|nswer)|both|choice|either|f(?:irst|ourth)|just|last|n(?:either|ot)|o(?:f|nly|ption)|previous|second|th(?:e|ird))/u;
const maySpeak = /\b[a-h1-8]\b|option|answer|choice|first|second|third/u;

const alone = '(?: only| alone)?';
const judged = '(?: (?:are|is) (?:both |all )?(?:correct|right|true|wrong|false))?[.!]?';
const listOf = (each: string, between: string) => `${each}(?:(?:, ?(?:and |or )?| and | or | nor | & ${between})${each})+`;

/** Letters or numbers, after a word that makes them a choice of options or without one. */
const listed = new RegExp(
	`^(?<counted>(?:both|either|neither|all of) )?(?:(?:only|just) )?(?<noun>(?:options|answers|choices) )?(?<names>${listOf('\\(?[A-H]\\)?', '| \\+ |/')}|${listOf('\\(?[1-8]\\)?', '')})${alone}${judged}$`,
	'iu',
);
const single = new RegExp(
	`^(?:(?:neither|not|only|just) )?(?<noun>(?:option|answer|choice) )?(?<names>\\(?[A-H1-8]\\)?)${alone}${judged}$`,
	'iu',
);

const ordinal = '(?:first|second|third|fourth|last|previous)';
const ends = '(?:first|last) (?:two|three|2|3)';
const place = `(?:the )?(?:${ordinal}(?:(?:, and|, or|,| and| or| nor) (?:the )?${ordinal})*|${ends})`;
const byPlace = new RegExp(
	`^(?:(?:both|either|only|neither|all) )?(?:of )?${place}(?: of the)? (?:options?|answers?|choices?)${judged}$`,
	'iu',
);
/** The first and the third; both of the first two. */
const byBarePlace = new RegExp(
	`^(?:(?:both |either |neither )?(?:the )?${ordinal}(?:(?:, and|, or|,| and| or| nor) (?:the )?${ordinal})+|(?:both|either|neither|all) (?:of )?(?:the )?${ends})${alone}${judged}$`,
	'iu',
);
const onePlace = new RegExp(`^(?:only )?(?:the )?${ordinal}(?: one)?${judged}$`, 'iu');
const anyPlace = new RegExp(`\\b${ordinal}\\b`, 'iu');

/** The first option that speaks of others by letter, number or place, where options are shuffled. English. */
export function optionNamingOthers(question: ChoiceQuestion | MultipleQuestion): number | undefined {
	if (question.fixed) return undefined;
	const { options, optionsText } = questionWords(question);
	if (!options.some((text) => mayBegin.test(text)) || !maySpeak.test(optionsText)) return undefined;
	const texts = question.options.map(({ text }) => shownText(text).trim());
	const aboutAll = [allOfThemIn(question), noneOfThemIn(question)];
	const standing = texts.filter((text, index) => !aboutAll.includes(index) && !namesSomething.some((pattern) => pattern.test(text)));
	const index = texts.findIndex((text) => byPlace.test(text) || namesStanding(text, standing, question));
	return index === -1 ? undefined : index;
}

/** Letters that no option could have, too: vitamins B and K. */
const lettered = new RegExp(`^${listOf('[A-Z]', '')}$`, 'u');
const namesSomething = [listed, single, lettered, byPlace, byBarePlace, onePlace];

/** Fewer options that stand for themselves are not worth to be spoken of: then all of them speak of the matter. */
const fewestStanding = 2;

function namesStanding(text: string, standing: readonly string[], question: ChoiceQuestion | MultipleQuestion): boolean {
	if (standing.length < fewestStanding) return false;
	if (byBarePlace.test(text)) return ![question.stem, ...standing].some((each) => anyPlace.test(each));
	const { counted, noun, names } = (listed.exec(text) ?? single.exec(text))?.groups ?? {};
	if (names === undefined || (noun === undefined && !listed.test(text))) return false;
	if (counted === undefined && noun === undefined && /[a-h]/u.test(names.replace(/and|or|nor/gu, ''))) return false;
	const each = [...names.matchAll(/\b[A-H1-8]\b/giu)].map(([name]) => name);
	const last = Math.max(...each.map((name) => (/\d/u.test(name) ? Number(name) : 'abcdefgh'.indexOf(name.toLowerCase()) + 1)));
	if (last > question.options.length || new Set(each).size < each.length) return false;
	if (question.options.some(({ text: other }) => /\d/u.test(names) && /\d/u.test(other) && !listed.test(other))) return false;
	// Names in code may be meant, unless as many options stand there to be meant.
	const code = last > standing.length ? (question.code?.text ?? '') : '';
	return !each.some((name) => [question.stem, code, ...standing].some((given) => isNamedIn(given, name)));
}

/** Such as a point of a figure; an `a` before a word is an article. */
function isNamedIn(given: string, name: string): boolean {
	return new RegExp(name.toLowerCase() === 'a' ? `\\b${name}\\b(?! [a-z])` : `\\b${name}\\b`, 'u').test(given);
}
