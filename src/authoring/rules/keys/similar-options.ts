import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (distractor: string) => `- id: current
  section: commits
  stem: What names the commit that is checked out?
  answer: HEAD
  distractors: [${distractor}, main]
  explanation: HEAD names a branch, or a commit, and so what is checked out.
`;

export const similarOptions = readingRule({
	code: 'similar-options',
	family: 'keys',
	summary: 'Two options differ in capital letters only',
	why: `Readers take them for the same, unless capital letters are the very point of the question. If they are, say so in the stem, and silence
this here.`,
	good: [inPool(question('index'))],
	bad: [
		{
			...inPool(question('head')),
			says: `questions.yaml:5:17: warning: The option \`head\` differs from \`HEAD\` in capital letters only [similar-options]
  4 │   answer: HEAD
  5 │   distractors: [head, main]
    │                 ^~~~
  6 │   explanation: HEAD names a branch, or a commit, and so what is checked out.
  questions.yaml:4:11: the other one
  3 │   stem: What names the commit that is checked out?
  4 │   answer: HEAD
    │           ^~~~
  5 │   distractors: [head, main]
  help: Change or remove one of the two.`,
		},
	],
});
