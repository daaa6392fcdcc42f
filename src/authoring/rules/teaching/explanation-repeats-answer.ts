import { placeOf } from '../../../deck/yaml/source-node.ts';
import type { Question } from '../../../model/deck.ts';
import { everyWord, questionWords, rootOf, stemOf, wordsOf } from '../../cues/words.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (explanation: string) => `- id: dough-rises
  section: commits
  stem: Why does bread dough rise?
  answer: Because of yeast
  distractors: [Because of salt, Because of the oven]
  explanation: ${explanation}
`;

export const explanationRepeatsAnswer: QuestionRule = {
	scope: 'question',
	code: 'explanation-repeats-answer',
	family: 'teaching',
	severity: 'warning',
	summary: 'An explanation that says no more than the right answer',
	why: `Whoever missed the question has just been shown the right answer. To be told it once more teaches next to nothing: over 40 studies, showing the
right answer had a mean effect of 0.32 standard deviations, explaining it 0.49 (Van der Kleij, Feskens and Eggen, 2015).

Strike everything out of the explanation that stands in the stem or the answer already. Where nothing is left, add the reason: the rule, the
cause, or the steps of the working.`,
	good: [inPool(question('Yeast feeds on the sugar in the dough and gives off gas.'))],
	bad: [
		{
			...inPool(question('Dough rises because of yeast. Yeast is the right answer.')),
			says: `questions.yaml:6:16: warning: The explanation says nothing beyond the stem and the right answer [explanation-repeats-answer]
  5 │   distractors: [Because of salt, Because of the oven]
  6 │   explanation: Dough rises because of yeast. Yeast is the right answer.
    │                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: Give the reason why it is right.`,
		},
	],
	check: ({ question: asked, located, english }) => {
		if (!english || !saysNoMore(asked)) return nothing;
		return [
			{
				place: placeOf(located, 'explanation'),
				message: 'The explanation says nothing beyond the stem and the right answer',
				help: 'Give the reason why it is right.',
			},
		];
	},
};

/** No explanation that adds nothing is longer than this many times what it repeats. */
const longest = 3;

/** Signs of a calculation or of code: working is shown. */
const working = /[\d)}\]][ \t]*[-+*/×·÷=<>^%|][ \t]*[\d({[]|[=≈≠≤≥→]/u;

function saysNoMore(question: Question): boolean {
	const { explanation } = question;
	// Mostly one of the first words is new, and nothing more needs to be read.
	const { stemText, optionsText } = questionWords(question);
	const code = question.code?.text ?? '';
	const rest = ('options' in question ? code : [code, ...keysOf(question)].join(' ')).toLowerCase();
	const mayRepeat = (begins: string) => stemText.includes(begins) || optionsText.includes(begins) || rest.includes(begins);
	if (!everyWord(explanation, (word) => empty.has(word) || mayRepeat(word.slice(0, 3)))) return false;
	const given = [stemOf(question), code, ...keysOf(question)].join(' ');
	if (explanation.length > longest * (given.length + 20) || working.test(explanation)) return false;
	const repeated = new Set(wordsOf(given).map(rootOf));
	return everyWord(explanation, (word) => empty.has(word) || repeated.has(rootOf(word)));
}

function keysOf(question: Question): readonly string[] {
	switch (question.type) {
		case 'choice':
		case 'multiple':
			return question.options.filter(({ right }) => right).map(({ text }) => text);
		case 'true-false':
			return [String(question.key)];
		case 'text':
			return question.keys;
		case 'number':
			return [question.key, question.unit ?? ''];
		case 'cloze':
			return question.blanks.flatMap(({ keys }) => keys);
		case 'order':
			return question.items;
		case 'match':
			return question.pairs.flatMap(({ left, right }) => [left, right]);
	}
}

/** Words that say nothing by themselves: grammar, and talk of right and wrong. */
const empty: ReadonlySet<string> = new Set(
	`a an the this that these those it its they them there here he she we you i one's
	of in on at to by for from with as into
	is are was were be been being am do does did has have had can will would should may
	and or but if so because since as therefore hence thus then why how what which who where when
	not no yes true false right wrong correct correctly incorrect answer answers key option options choice solution statement question
	is it's that's indeed simply just of course obviously clearly`.split(/\s+/u),
);
