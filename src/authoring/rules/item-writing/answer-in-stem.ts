import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { placeOf } from '../../../deck/yaml/source-node.ts';
import type { Question } from '../../../model/deck.ts';
import { holdsPhrase, questionWords } from '../../cues/words.ts';
import { inPool } from '../../example.ts';
import { placeOfKey } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';
import { type KeyPhrase, keyPhrasesOf, stemHolds } from './shared-given-away.ts';

const question = (stem: string) => `- id: staged-in
  section: commits
  type: text
  stem: ${stem}
  answer: index
  explanation: The index holds what the next commit will hold.
`;

export const answerInStem: QuestionRule = {
	scope: 'question',
	code: 'answer-in-stem',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A stem that holds its own answer',
	why: `Whoever reads the stem can copy the answer from it. The rule looks for answers of four characters or more that are not numbers, as whole words in
the stem. It keeps quiet where a wrong option stands there too, and where the stem offers the answer as one of several ("tree or index?"). It needs no
English.

Word the stem without the answer.`,
	good: [inPool(question('Where does Git keep what the next commit will hold?'))],
	bad: [
		{
			...inPool(question('Staging copies a file into the index. Where does Git keep what the next commit will hold?')),
			says: `questions.yaml:4:9: warning: The stem holds the right answer, \`index\` [answer-in-stem]
  3 │   type: text
  4 │   stem: Staging copies a file into the index. Where does Git keep what the next commit will h…
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   answer: index
  questions.yaml:5:11: the answer
  4 │   stem: Staging copies a file into the index. Where does Git keep what the next commit will h…
  5 │   answer: index
    │           ^~~~~
  6 │   explanation: The index holds what the next commit will hold.
  help: Word the stem without it.`,
		},
	],
	check: (checked) => {
		const { question: asked, english, located } = checked;
		const given = keyPhrasesOf(asked).find((phrase) => givesAway(asked, phrase, english ? englishOr : anyOr));
		if (given === undefined) return nothing;
		return [
			{
				place: placeOf(located, 'stem'),
				message: `The stem holds the right answer, ${quoted(given.text)}`,
				help: 'Word the stem without it.',
				related: { ...placeOfKey(checked), message: 'the answer' },
			},
		];
	},
};

function givesAway(question: Question, key: KeyPhrase, conjunctions: readonly string[]): boolean {
	if (!stemHolds(question, key, question)) return false;
	const { stemText } = questionWords(question);
	const words = conjunctions.filter((or) => holdsPhrase(stemText, or));
	return !words.some((or) => isOffered(stemText, key.phrase, or));
}

/** The phrase stands right before the conjunction, or behind it, perhaps after an article. */
function isOffered(stem: string, phrase: string, or: string): boolean {
	if (holdsPhrase(stem, `${phrase} ${or}`) || holdsPhrase(stem, `${phrase}, ${or}`) || holdsPhrase(stem, `${or} ${phrase}`)) return true;
	for (let at = stem.indexOf(` ${phrase}`); at !== -1; at = stem.indexOf(` ${phrase}`, at + 1)) {
		const [article = '', before] = stem
			.slice(Math.max(0, at - longestStep), at)
			.split(/\s+/u)
			.toReversed();
		if (before === or && article.length <= longestArticle) return true;
	}
	return false;
}

/** In characters: `einen`, with room for the conjunction before it. */
const longestArticle = 5;
const longestStep = 20;

const englishOr = ['or'];
/** In the languages of most decks. Where one of these words means something else, the rule keeps quiet rather than wrongly speak. */
const anyOr = [
	'or',
	'oder',
	'ou',
	'o',
	'u',
	'of',
	'eller',
	'tai',
	'lub',
	'albo',
	'czy',
	'nebo',
	'alebo',
	'ili',
	'или',
	'або',
	'чи',
	'sau',
	'vagy',
	'või',
	'veya',
	'ή',
	'או',
	'أو',
	'या',
	'atau',
];
