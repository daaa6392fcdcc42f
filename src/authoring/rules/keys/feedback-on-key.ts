import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (feedback: string) => `- id: parents
  section: commits
  stem: How many parents has the first commit of a project?
  answer: None
  options:
    - text: None
${feedback}    - text: One
      feedback: It would name a commit made before the first.
  explanation: There is nothing before it that it could name.
`;

export const feedbackOnKey = readingRule({
	code: 'feedback-on-key',
	family: 'keys',
	summary: 'A right option has `feedback`',
	why: `\`feedback\` is said to those who picked a wrong option: why it looked right, and what it mixes up. What is to be said of the right one
stands in the \`explanation\`, which is shown after every miss.`,
	good: [inPool(question(''))],
	bad: [
		{
			...inPool(question('      feedback: Well done.\n')),
			says: `questions.yaml:7:17: error: Unexpected \`feedback\` on a right option, expected it on wrong ones [feedback-on-key]
  6 │     - text: None
  7 │       feedback: Well done.
    │                 ^~~~~~~~~~
  8 │     - text: One
  help: Move it to the \`explanation\`.`,
		},
	],
});
