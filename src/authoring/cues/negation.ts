// Whether a stem asks for what is not so, or least so. English. Where in doubt it does not: a negation in a subordinate clause is part of the case.

import type { Question } from '../../model/deck.ts';
import { ownWords, questionWords, stemOf } from './words.ts';

export interface Negation {
	/** As it is written. */
	readonly word: string;
	/** Upper case, or emphasised in Markdown. */
	readonly emphasised: boolean;
}

const auxiliary = `(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|need)`;
const negation = `(?:(?:not(?![- ](?:only|just|merely|even|necessarily)\\b)|never|cannot|${auxiliary}n['’]t|ca?n['’]t|won['’]t)(?!-)\\b)`;

/** What begins a clause of its own, so that a negation behind it is not the question's. */
const subordinator = `(?:if|when|whenever|while|that|who|whom|which|whose|because|since|as|after|before|although|though|unless|until|so|but|and|or|than|without|to)`;
/** Words within one clause. */
const clause = `(?:(?!\\b${subordinator}\\b)[^,;:.?!()–—])*?`;

const preposition = '(?:in|on|of|for|to|by|with|from|at|under|after|before|during|among|between)';

const asking: readonly RegExp[] = [
	// Which of these is not a mammal?   In which case does the rule not hold?
	new RegExp(`^(?:.*[,;:] )?(?:${preposition} )?(?:which|what|who|whom|whose|where)\\b${clause}\\b(${negation})[^.]*\\?$`, 'iu'),
	// Choose the one that does not belong.
	new RegExp(
		`^(?:choose|select|pick|name|mark|find|identify|tick|type|give|write)\\b${clause}\\b(?:that|which|who)\\b (?:\\w+ )?(${negation})`,
		'iu',
	),
	// All of these are mammals except ...
	/^(?:all|each|every|any)\b[^.?!]*\b(except)\b(?: for)?(?: which| one| what)?(?: one)?\s*[:?.…_]*$/iu,
	/\b(except)(?: for)?(?: which| one| what)?(?: one)?\s*[:?…_]*$/iu,
	// Which statement is false?   Which of these is incorrect?   Which is false about sharks?
	new RegExp(
		`^(?:.*[,;:] )?which\\b${clause}\\b(?:statements?|claims?|sentences?|assertions?)\\b${clause}\\b(?:is|are) (false|incorrect|untrue|wrong)\\b`,
		'iu',
	),
	/^(?:.*[,;:] )?which (?:one )?(?:of (?:these|those|the following) )?(?:is|are) (incorrect|untrue)\b/iu,
	/^(?:.*[,;:] )?which\b[^,;:.?!]* (?:is|are) (false|incorrect|untrue|wrong) (?:about|of|for|regarding|concerning)\b/iu,
	// Which is least likely?
	/^(?:.*[,;:] )?(?:which|what|who)\b[^,;:.?!]* (least) (?:likely|probable|plausible|suitable|appropriate|useful|helpful|effective|important|accurate|true)\b/iu,
];

/** One of these is not a mammal. Which? */
const told = new RegExp(
	`\\b(?:one|two|three|some) of (?:these|those|them|the following)\\b${clause}\\b(${negation})[^.:;?!]*[.:;,] ?(?:(?:which|what|who)(?: ones?)?(?: is it| are they)?|(?:name|find|pick|choose|give) (?:it|them|which))[.?!]?$`,
	'iu',
);

/** A stem to be completed: A commit does not ... */
const open = new RegExp(`^${clause}\\b(${negation})(?: [\\w-]+){0,3}[\\s_….:]*$`, 'iu');

/** The negation that turns the question round, where there is one. */
export function negationOf(question: Question): Negation | undefined {
	const { stemText } = questionWords(question);
	if (!mayNegate.test(stemText)) return undefined;
	const sentences = ownWords(stemOf(question))
		.split(/(?<=[.?!])\s+|\n+/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '' && sentence.length <= longestSentence);
	for (const sentence of sentences) {
		for (const pattern of asking) {
			const found = pattern.exec(sentence)?.[1];
			if (found !== undefined) return negationFrom(found);
		}
	}
	const last = open.exec(sentences.at(-1) ?? '') ?? told.exec(sentences.slice(-2).join(' '));
	return last?.[1] === undefined ? undefined : negationFrom(last[1]);
}

/** Longer ones are no questions. In characters. */
const longestSentence = 300;

const mayNegate = /not|never|n't|except|least|false|incorrect|untrue|wrong/u;

function negationFrom(word: string): Negation {
	return { word, emphasised: word === word.toUpperCase() };
}

const negativeWord = /\b(?:not(?! only\b)|never|cannot|none|nothing|nobody|neither|nor|\w+n['’]t)\b|\bno\b(?![,.])/iu;

/** The first negation in an option, as it is written. */
export function negationIn(option: string): string | undefined {
	return negativeWord.exec(ownWords(option))?.[0];
}
