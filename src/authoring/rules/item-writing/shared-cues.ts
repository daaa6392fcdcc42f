// What lets a reader pick or strike out an option without knowing the subject. Pure, over one question; nothing here knows which option is right.

import type { ChoiceQuestion, MultipleQuestion, Option } from '../../../model/deck.ts';
import { findWord, questionWords, rootOf, shownText, subjectWords } from './shared-words.ts';

/** What a test-wise reader sees of a choice question. Options are named by their index in `question.options`. */
export interface Cues {
	/** The one that is longer than every other. */
	readonly longest?: number;
	/** The longest, where it is so by far. */
	readonly muchLonger?: number;
	/** All further ones are for English decks alone. */
	readonly allOfTheAbove?: number;
	readonly noneOfTheAbove?: number;
	/** Those with `always`, `never` and the like. */
	readonly absolute: readonly number[];
	/** The one that alone repeats a word of the stem. */
	readonly clang?: number;
	/** Where the stem ends with an article or a verb that fits some and not others: those it fits. */
	readonly agreeing?: readonly number[];
}

export function cuesOf(question: ChoiceQuestion, english: boolean): Cues {
	const { longest, next, index } = lengthsOf(question);
	const length = {
		...(longest > next ? { longest: index } : {}),
		...(isMuchLonger(longest, next) ? { muchLonger: index } : {}),
	};
	if (!english) return { ...length, absolute: [] };
	const all = allOfThemIn(question);
	const none = noneOfThemIn(question);
	const clang = clangOf(question)?.option;
	const agreeing = agreementOf(question)?.fitting;
	return {
		...length,
		...(all === undefined ? {} : { allOfTheAbove: all }),
		...(none === undefined ? {} : { noneOfTheAbove: none }),
		absolute: absoluteTermsIn(question).map(({ option }) => option),
		...(clang === undefined ? {} : { clang }),
		...(agreeing === undefined ? {} : { agreeing }),
	};
}

/* ── Length ─────────────────────────────────────────────────────────────────────────────────────────────── */

/** An option is conspicuous that is this many times as long as the next, and at least this long in characters. */
const ratio = 1.5;
const shortest = 15;

/** In characters as shown. `index` is that of (one of) the longest, `next` the length of the longest among the others. */
export function lengthsOf(question: ChoiceQuestion): { readonly longest: number; readonly next: number; readonly index: number } {
	let [longest, next, index] = [0, 0, 0];
	const { options, optionsText } = questionWords(question);
	const hasPairs = surrogatePair.test(optionsText);
	options.forEach((text, place) => {
		const length = hasPairs ? [...text].length : text.length;
		if (length > longest) [longest, next, index] = [length, longest, place];
		else if (length > next) next = length;
	});
	return { longest, next, index };
}

export function isMuchLonger(longest: number, next: number): boolean {
	return longest >= shortest && longest >= ratio * next;
}

/** One character in two units of a string. */
const surrogatePair = /[\u{10000}-\u{10ffff}]/u;

/* ── Options about options ──────────────────────────────────────────────────────────────────────────────── */

const others = '(?:answers|options|choices)';
const those = `(?:the |these |those |of )*(?:above|following|foregoing|preceding|other ${others}|${others}|these|those)`;
const judged = '(?:are|is) (?:all )?(?:correct|right|true|valid|possible|acceptable)|appl(?:y|ies)|mentioned|listed|given';
const allOfThem = new RegExp(`^(?:all (?:of )?${those}|(?:each|every one|both|any) of ${those})(?:,? (?:${judged}))?[.!]?$`, 'u');
const allAre = /^(?:they are |these are )?all (?:are )?(?:correct|right|true)[.!]?$/u;
const noneOfThem = new RegExp(`^(?:(?:none|neither|not any)(?: of)? ${those})(?:,? (?:${judged}))?[.!]?$`, 'u');
const noneIs = /^(?:none (?:is|are) (?:correct|right|true)|no (?:correct|right) (?:answer|option))[.!]?$/u;

/** The option that says "all of the above", "all of these are correct". English. */
export function allOfThemIn(question: OptionQuestion): number | undefined {
	return optionThat(question, (text) => allOfThem.test(text) || allAre.test(text));
}

/** The option that says "none of the above", "none of these". English. */
export function noneOfThemIn(question: OptionQuestion): number | undefined {
	return optionThat(question, (text) => noneOfThem.test(text) || noneIs.test(text));
}

type OptionQuestion = ChoiceQuestion | MultipleQuestion;

function optionThat(question: OptionQuestion, says: (text: string) => boolean): number | undefined {
	const { options, optionsText } = questionWords(question);
	const index = maySpeakOfOthers.test(optionsText) ? options.findIndex(says) : -1;
	return index === -1 ? undefined : index;
}

const maySpeakOfOthers = /^(?:all|each|every|both|any|they|these|none|neither|not|no) /mu;

const absoluteTerm =
	/\b(?:always|never|absolutely|invariably|without exception|under (?:all|any|no) circumstances|in (?:all|each|every|no) cases?|no matter what|impossible)\b/u;

/** The options with `always`, `never` and the like, and the first such term of each. English. */
export function absoluteTermsIn(question: ChoiceQuestion): readonly { readonly option: number; readonly term: string }[] {
	const { options, optionsText } = questionWords(question);
	if (!absoluteTerm.test(optionsText)) return [];
	return options.flatMap((text, option) => (absoluteTerm.exec(text) ?? []).map((term) => ({ option, term })));
}

/* ── Clang ──────────────────────────────────────────────────────────────────────────────────────────────── */

/** A word rings that has this many letters in the stem. */
const ringing = 5;

/** In a longer stem nobody hears a word ring. In words. */
const longestStem = 300;

/** Words of one family mostly agree in so many first letters. */
const beginning = 4;

/**
 * The option that repeats a subject word of the stem (by its root) which no other option has. Not where two options have such
 * words of their own, nor where another option has a word that begins alike (`divided`, `division`). English.
 */
export function clangOf(question: ChoiceQuestion): { readonly option: number; readonly word: string } | undefined {
	const { stem, options, optionsText } = questionWords(question);
	let found: { readonly option: number; readonly word: string } | undefined;
	let holder: number | undefined;
	if (stem.length > longestStem) return undefined;
	const candidates = stem.filter((word) => optionsText.includes(word.slice(0, beginning - 1)));
	for (const { word, root } of subjectWords(candidates)) {
		const begins = root.replace(/i$/u, '').slice(0, beginning);
		const alike = options.flatMap((text, option) => (text.includes(begins) ? [option] : []));
		const holders = alike.flatMap((option) => {
			const held = findWord(options[option] ?? '', begins, (each) => rootOf(each) === root);
			return held === undefined ? [] : [{ option, word: held }];
		});
		const [own, another] = holders;
		if (own === undefined || another !== undefined) continue;
		if (holder !== undefined && holder !== own.option) return undefined;
		holder = own.option;
		const alone = alike.every((option) => option === own.option || findWord(options[option] ?? '', begins, () => true) === undefined);
		if (found === undefined && word.length >= ringing && alone) found = own;
	}
	return found;
}

/* ── Grammar ────────────────────────────────────────────────────────────────────────────────────────────── */

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
