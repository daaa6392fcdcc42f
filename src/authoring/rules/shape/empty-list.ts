import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (distractors: string) => `- id: stores
  section: commits
  stem: What does a commit name?
  answer: One tree
  distractors: ${distractors}
  explanation: A commit names the tree of the whole project.
`;

export const emptyList = readingRule({
	code: 'empty-list',
	family: 'shape',
	summary: 'A list with nothing in it, where at least one is needed',
	why: `A choice with nothing to choose from is right whatever is picked, a deck without units teaches nothing. Lists that may be empty, such as
\`requires: []\`, are not told.`,
	good: [inPool(question('[A list of changes, A branch]'))],
	bad: [
		{
			...inPool(question('[]')),
			says: `questions.yaml:5:16: error: Unexpected empty list, expected a list of wrong answers [empty-list]
  4 │   answer: One tree
  5 │   distractors: []
    │                ^~
  6 │   explanation: A commit names the tree of the whole project.
  help: Add at least one.`,
		},
	],
});
