// Words after which hardly anything is true.

import type { ChoiceQuestion, MultipleQuestion } from '../../model/deck.ts';
import { questionWords } from './words.ts';

const absoluteTerm =
	/\b(?:always|never|absolutely|invariably|without exception|under (?:all|any|no) circumstances|in (?:all|each|every|no) cases?|no matter what|impossible)\b/u;

/** The options with `always`, `never` and the like, and the first such term of each. English. */
export function absoluteTermsIn(
	question: ChoiceQuestion | MultipleQuestion,
): readonly { readonly option: number; readonly term: string }[] {
	const { options, optionsText } = questionWords(question);
	if (!absoluteTerm.test(optionsText)) return [];
	return options.flatMap((text, option) => (absoluteTerm.exec(text) ?? []).map((term) => ({ option, term })));
}
