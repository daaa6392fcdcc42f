// Options that speak of the others: all of the above, none of these.

import type { ChoiceQuestion, MultipleQuestion } from '../../model/deck.ts';
import { questionWords } from './words.ts';

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
