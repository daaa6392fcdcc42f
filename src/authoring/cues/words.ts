// The words of decks' texts, as rules about words see them: Markdown's marks do not count. No rule may enter here.

import { replaceMarks } from '../../engine/cloze-marks.ts';
import type { Question } from '../../model/deck.ts';

/** Text as a reader sees it: without Markdown's marks and fenced code, with what stands in code spans and links. */
export function shownText(markdown: string): string {
	if (!marks.test(markdown)) return markdown;
	return markdown
		.replace(fencedCode, ' ')
		.replace(link, '$1')
		.replace(codeMark, '')
		.replace(emphasisMark, '')
		.replace(/\\(?=[^\s\w])/gu, '');
}

const marks = /[`*_~[\\]/u;
const fencedCode = /(`{3,}|~{3,})[\s\S]*?(?:\1|$)/gu;
const link = /!?\[([^[\]]*)\]\([^()\n]{0,2000}\)/gu;
const codeMark = /`+/gu;
const emphasisMark = /(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)/gu;

/**
 * What the author says, and how strongly: code and quoted words are gone, emphasised words stand in upper case. So a word in lower
 * case is one that nothing draws the eye to.
 */
export function ownWords(markdown: string): string {
	return markdown
		.replace(fencedCode, ' ')
		.replace(codeSpan, ' … ')
		.replace(quotation, ' … ')
		.replace(link, '$1')
		.replace(emphasis, (_, _mark: string, inside: string) => inside.toUpperCase());
}

const codeSpan = /(`+)[^`]+\1/gu;
const quotation = /"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»/gu;
const emphasis = /(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\1(?!\w)/gu;

/** Words in lower case: letters and digits, with apostrophes and underscores inside. A hyphen parts two words. */
export function wordsOf(markdown: string): readonly string[] {
	return plainly(markdown).match(word) ?? [];
}

/** As shown, in lower case. */
export function plainly(markdown: string): string {
	const lower = shownText(markdown).toLowerCase();
	return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:'\p{L}+)*/gu;

/** A question's texts, all in lower case and as shown. */
export interface QuestionWords {
	/** The words of the stem, as `wordsOf`. */
	readonly stem: readonly string[];
	readonly stemText: string;
	/** In the order of `question.options`; empty where the type has none. */
	readonly options: readonly string[];
	/** All options in one text, a line each: to rule out quickly what none of them has. */
	readonly optionsText: string;
}

const known = new WeakMap<Question, QuestionWords>();

/** Of which question was asked last: one rule after another asks of the same, and need not look it up. */
let [lastQuestion, lastWords]: [Question?, QuestionWords?] = [];

/** Every question is read once, however many rules ask. */
export function questionWords(question: Question): QuestionWords {
	if (question === lastQuestion && lastWords !== undefined) return lastWords;
	const words = known.get(question) ?? readWords(question);
	[lastQuestion, lastWords] = [question, words];
	return words;
}

/** What it asks; of a cloze with gaps for its marks, since the ids in them are never seen. */
export function stemOf({ type, stem }: Question): string {
	return type === 'cloze' ? replaceMarks(stem, () => '…') : stem;
}

function readWords(question: Question): QuestionWords {
	const stemText = plainly(stemOf(question));
	const options = 'options' in question ? question.options.map(({ text }) => plainly(text).trim()) : [];
	const words = { stem: stemText.match(word) ?? [], stemText, options, optionsText: options.join('\n') };
	known.set(question, words);
	return words;
}

/** The phrase stands in the text, and does not begin or end within a word. Both in lower case. */
export function holdsPhrase(text: string, phrase: string): boolean {
	if (phrase === '') return false;
	for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
		const end = at + phrase.length;
		if (!parted.test(text.slice(Math.max(0, at - 1), at + 1)) && !parted.test(text.slice(end - 1, end + 1))) return true;
	}
	return false;
}

/** Two characters of one word. */
const parted = /^[\p{L}\p{M}\p{N}_]{2}/u;

/** Whether every word (as of `wordsOf`) passes; stops at the first that does not. */
export function everyWord(markdown: string, passes: (word: string) => boolean): boolean {
	const text = plainly(markdown);
	nextWord.lastIndex = 0;
	for (let found = nextWord.exec(text); found !== null; found = nextWord.exec(text)) if (!passes(found[0])) return false;
	return true;
}

const nextWord = new RegExp(word);

/** The first word of the text that begins so and that passes. Both in lower case. */
export function findWord(text: string, beginning: string, passes: (word: string) => boolean): string | undefined {
	for (let at = text.indexOf(beginning); at !== -1; at = text.indexOf(beginning, at + 1)) {
		if (parted.test(text.slice(Math.max(0, at - 1), at + 1))) continue;
		wordHere.lastIndex = at;
		const [found] = wordHere.exec(text) ?? [];
		if (found !== undefined && passes(found)) return found;
	}
	return undefined;
}

const wordHere = new RegExp(word.source, 'uy');

/**
 * What an English word and its inflected forms share: `commits`, `committed` and `committing` are `commit`. Cuts the commonest endings,
 * much less than Porter (1980): two words may stay apart that belong together, but hardly the other way round.
 */
export function rootOf(word: string): string {
	const known = roots.get(word);
	if (known !== undefined) return known;
	const root = cutEndings(word);
	if (roots.size < mostRoots) roots.set(word, root);
	return root;
}

/** Languages have fewer words than this that anybody uses; what is kept here has an end. */
const mostRoots = 50_000;
const roots = new Map<string, string>();

function cutEndings(word: string): string {
	const single = word.replace(/'s?$|(?<=[sxz]|[cs]h)es$|(?<=[^sui])s$|(?<=i)es$/u, '');
	const base = single.replace(/(?<=[a-z]{2}[^e])(?:ing|ed|ly)$/u, '').replace(/([bdfgmnprt])\1$/u, '$1');
	return base.replace(/(?<=..)e$/u, '').replace(/(?<=..)y$/u, 'i');
}

/** Shorter words are not looked at. In letters. */
export const shortestSubject = 4;

/** Words of four letters or more that say nothing of a subject: grammar, and what stems say to those who answer. English. */
const emptyWords = `about above according across after again against ahead all almost alone along already also although always among another
	around away based because been before behind being below best beside better between beyond both cannot choose come comes could describe
	described describes doing done does down during each either else ends enough even ever every everything except exactly false far fewer
	find first following follows form from gets give given gives goes going happen happened happening happens hardly have having hence here herself
	himself however indeed inside instead into itself just keep keeps kind know known knows larger last least less like likely look made main make makes
	making many mean meant means might mind more most much must name named names near nearly need needed needs neither never next none nothing
	often once only onto other others otherwise ought over part parts past perhaps possible quite rather really right same second seem
	seems several shall should show shown shows since single some something soon still such suppose supposed sure take taken takes tell tells than
	that their theirs them themselves then there therefore these they thing things think third this those though three through thus
	together told took toward towards true type under unless until upon used uses using usually very want wants well went were what whatever
	when where whether which while whole whom whose why will with within without word words work works would write written wrong your yours yourself`
	.split(/\s+/u)
	.filter((each) => each.length >= shortestSubject);

const emptyRoots: ReadonlySet<string> = new Set(emptyWords.map(cutEndings));

/** The words that carry a text's subject, with their roots: four letters or more, and not words that every text has. English. */
export function subjectWords(words: readonly string[]): readonly { readonly word: string; readonly root: string }[] {
	return words
		.filter((word) => word.length >= shortestSubject)
		.map((word) => ({ word, root: rootOf(word) }))
		.filter(({ root }) => !emptyRoots.has(root));
}
