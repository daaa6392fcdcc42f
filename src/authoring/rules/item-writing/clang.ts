import { placeOf } from '../../../deck/yaml/source-node.ts';
import { clangOf } from '../../cues/clang.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (answer: string) => `- id: merging
  section: commits
  stem: What records that two branches were merged?
  answer: ${answer}
  distractors: [A note in the index, A line in the log file]
  explanation: A commit with two parents says that both lines of work came together in it.
`;

export const clang: QuestionRule = {
	scope: 'question',
	code: 'clang',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A word of the stem that returns in the right option alone',
	why: `The two ring together, and readers who do not know pick what rings. In a bank by amateurs, an option that alone repeated a word of the stem was the
key 46 % of the time, with 25 % expected by chance.

The rule looks at words of five letters or more that carry the subject, whatever their endings, in questions with one right option: that is what was counted. Use the
word in several options or in none.`,
	good: [inPool(question('A commit with two parents'))],
	bad: [
		{
			...inPool(question('A merge commit with two parents')),
			says: `questions.yaml:4:11: warning: The right option alone repeats a word of the stem, \`merge\` [clang]
  3 │   stem: What records that two branches were merged?
  4 │   answer: A merge commit with two parents
    │           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   distractors: [A note in the index, A line in the log file]
  questions.yaml:3:9: the stem
  2 │   section: commits
  3 │   stem: What records that two branches were merged?
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  4 │   answer: A merge commit with two parents
  help: Use the word in several options or in none.`,
		},
	],
	check: (checked) => {
		const { question: asked, english, located } = checked;
		if (!english || asked.type !== 'choice') return nothing;
		const found = clangOf(asked);
		if (found === undefined || asked.options[found.option]?.right !== true) return nothing;
		return [
			{
				place: placeOfOption(checked, found.option),
				message: `The right option alone repeats a word of the stem, \`${found.word}\``,
				help: 'Use the word in several options or in none.',
				unless: ['answer-in-stem'],
				related: { ...placeOf(located, 'stem'), message: 'the stem' },
			},
		];
	},
};
