import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answer: string) => `- id: estimate
  section: commits
  type: number
  stem: About how many people live in Reykjavík?
  answer: ${answer}
  range: [130000, 150000]
  explanation: At the start of 2024 about 140,000 people lived there.
`;

export const answerOutsideRange = readingRule({
	code: 'answer-outside-range',
	family: 'keys',
	summary: 'An answer outside the range of right answers',
	why: `With \`range\`, every number in it counts as right, and \`answer\` is what is shown afterwards: it would be shown as right although typing
it is not. Often a digit is missing in one of the two.`,
	good: [inPool(question('140000'))],
	bad: [
		{
			...inPool(question('14000')),
			says: `questions.yaml:5:11: error: Unexpected \`14000\`, expected a number from 130000 to 150000 [answer-outside-range]
  4 │   stem: About how many people live in Reykjavík?
  5 │   answer: 14000
    │           ^~~~~
  6 │   range: [130000, 150000]
  questions.yaml:6:10: the range
  5 │   answer: 14000
  6 │   range: [130000, 150000]
    │          ^~~~~~~~~~~~~~~~
  7 │   explanation: At the start of 2024 about 140,000 people lived there.
  help: Change the answer or the range.`,
		},
	],
});
