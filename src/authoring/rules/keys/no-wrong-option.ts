import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answers: string) => `- id: objects
  section: trees
  type: multiple
  stem: Which of these does Git store as an object?
  answers: ${answers}
  options: [A tree, A blob, A branch]
  explanation: Trees and blobs are objects; a branch is a file with the name of a commit.
`;

export const noWrongOption = readingRule({
	code: 'no-wrong-option',
	family: 'keys',
	summary: 'All options are right',
	why: `Then there is nothing to tell apart, and ticking everything is always right. Add an option that is wrong, best a mistake that
learners make. (Where \`options\` has a single entry, that is the right one, and a wrong one is missing too.)`,
	good: [inPool(question('[A tree, A blob]'))],
	bad: [
		{
			...inPool(question('[A tree, A blob, A branch]')),
			says: `questions.yaml:6:12: error: Missing a wrong option, expected at least one [no-wrong-option]
  5 │   answers: [A tree, A blob, A branch]
  6 │   options: [A tree, A blob, A branch]
    │            ^~~~~~~~~~~~~~~~~~~~~~~~~~
  7 │   explanation: Trees and blobs are objects; a branch is a file with the name of a commit.
  help: Add one that is not right.`,
		},
	],
});
