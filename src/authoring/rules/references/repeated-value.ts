import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (tags: string) => `- id: names
  section: commits
  tags: ${tags}
  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
  explanation: A commit names the tree of the whole project.
`;

export const repeatedValue = readingRule({
	code: 'repeated-value',
	family: 'references',
	summary: 'The same id twice in one list',
	why: `Under \`requires\`, \`also\` and \`tags\` a second mention adds nothing and is left out. Often another id was meant.`,
	good: [inPool(question('[objects, trees]'))],
	bad: [
		{
			...inPool(question('[objects, objects]')),
			says: `questions.yaml:3:19: warning: Unexpected second \`objects\` under \`tags\` [repeated-value]
  2 │   section: commits
  3 │   tags: [objects, objects]
    │                   ^~~~~~~
  4 │   stem: What does a commit name?
  questions.yaml:3:10: the first one
  2 │   section: commits
  3 │   tags: [objects, objects]
    │          ^~~~~~~
  4 │   stem: What does a commit name?
  help: Remove it.`,
		},
	],
});
