import { placeOf } from '../../../deck/yaml/source-node.ts';
import { negationOf } from '../../cues/negation.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (not: string) => `- id: not-in-a-commit
  section: commits
  stem: Which of these is ${not} part of a commit?
  answer: The name of a branch
  distractors: [The time, The message, The author]
  explanation: A branch names a commit. The commit knows nothing of it.
`;

export const negativeStem: QuestionRule = {
	scope: 'question',
	code: 'negative-stem',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A stem that asks for what is not so, and does not stress its negation',
	why: `Readers who know the matter pass over a small "not" and give the answer to the opposite question: the miss then measures their reading.
Haladyna, Downing and Rodriguez (2002) advise to word stems positively, and to stress a negation that is the point.

Words that turn a question round in the same way count like \`not\`: \`never\`, \`except\`, a statement that is \`false\` or \`incorrect\`, the \`least\` likely. Turn the stem
round, or emphasize the word: \`**not**\` or NOT. A negation in the case that a stem describes is no matter.`,
	good: [inPool(question('**not**'))],
	bad: [
		{
			...inPool(question('not')),
			says: `questions.yaml:3:9: warning: The stem turns on \`not\`, which nothing draws the eye to [negative-stem]
  2 │   section: commits
  3 │   stem: Which of these is not part of a commit?
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  4 │   answer: The name of a branch
  help: Ask for what is so, or emphasize it: \`**not**\`.`,
		},
	],
	check: ({ question: asked, located, english }) => {
		if (!english || asked.type === 'true-false') return nothing;
		const negation = negationOf(asked);
		if (negation === undefined || negation.emphasised) return nothing;
		return [
			{
				place: placeOf(located, 'stem'),
				message: `The stem turns on \`${negation.word}\`, which nothing draws the eye to`,
				help: `Ask for what is so, or emphasize it: \`**${negation.word}**\`.`,
			},
		];
	},
};
