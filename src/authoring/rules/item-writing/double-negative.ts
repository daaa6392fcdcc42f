import { placeOf } from '../../../deck/yaml/source-node.ts';
import { negationIn, negationOf } from '../../cues/negation.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (stem: string) => `- id: true-of-commits
  section: commits
  stem: ${stem}
  answer: It never changes
  distractors: [It has an author, It names a tree]
  explanation: Another content would have another hash, and so be another commit.
`;

export const doubleNegative: QuestionRule = {
	scope: 'question',
	code: 'double-negative',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A negated stem with a negated option',
	why: `"Which is not so: it never changes" has to be untangled before it can be answered, and a miss may come from the untangling.

Ask for what is so, or word the options without \`not\`, \`never\` and \`no\`.`,
	good: [inPool(question('What follows for a commit from the way it is named?'))],
	bad: [
		{
			...inPool(question('Which of these is **not** the reason why a commit is named by a hash?')),
			says: `questions.yaml:4:11: warning: The option has \`never\` where the stem has \`not\` already [double-negative]
  3 │   stem: Which of these is **not** the reason why a commit is named by a hash?
  4 │   answer: It never changes
    │           ^~~~~~~~~~~~~~~~
  5 │   distractors: [It has an author, It names a tree]
  questions.yaml:3:9: the stem
  2 │   section: commits
  3 │   stem: Which of these is **not** the reason why a commit is named by a hash?
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  4 │   answer: It never changes
  help: Ask for what is so, or word the option without a negation.`,
		},
	],
	check: (checked) => {
		const { question: asked, english } = checked;
		if (!english || !('options' in asked)) return nothing;
		const stem = negationOf(asked);
		if (stem === undefined) return nothing;
		const index = asked.options.findIndex(({ text }) => negationIn(text) !== undefined);
		const option = asked.options[index];
		if (option === undefined) return nothing;
		return [
			{
				place: placeOfOption(checked, index),
				message: `The option has \`${negationIn(option.text)}\` where the stem has \`${stem.word.toLowerCase()}\` already`,
				help: 'Ask for what is so, or word the option without a negation.',
				related: { ...placeOf(checked.located, 'stem'), message: 'the stem' },
			},
		];
	},
};
