import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (also: string) => `- id: names
  section: commits
  also: ${also}
  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
  explanation: A commit names the tree of the whole project.
`;

export const alsoOwnSection = readingRule({
	code: 'also-own-section',
	family: 'references',
	summary: 'A question names its own section again under `also`',
	why: `After a miss the question's own section is always offered; \`also\` is for others that help with it. Most often another one was meant.`,
	good: [inPool(question('trees'))],
	bad: [
		{
			...inPool(question('commits')),
			says: `questions.yaml:3:9: error: Unexpected \`commits\` under \`also\`, expected further sections only [also-own-section]
  2 │   section: commits
  3 │   also: commits
    │         ^~~~~~~
  4 │   stem: What does a commit name?
  help: Remove it; the question's own section is always offered.`,
		},
	],
});
