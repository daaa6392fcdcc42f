import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (id: string) => `- id: ${id}
  section: commits
  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
  explanation: A commit names the tree of the whole project.
`;

export const idForm = readingRule({
	code: 'id-form',
	family: 'shape',
	summary: 'An id with other characters than lower-case letters, digits and single hyphens',
	why: `Ids stand in commands, in file names and in the learner's record, so they are kept to what is the same on every keyboard and every disk:
lower-case letters from a to z, digits, and single hyphens between them, at most 64 characters. This holds for decks, units, sections, questions,
groups and tags.

Choose an id for good: a learner's history hangs on it, and a question under a new id is a new question.`,
	good: [inPool(question('what-a-commit-stores'))],
	bad: [
		{
			...inPool(question('What a commit stores')),
			says: `questions.yaml:1:7: error: Unexpected \`What a commit stores\`, expected an id of lower-case letters, digits and hyphens [id-form]
  1 │ - id: What a commit stores
    │       ^~~~~~~~~~~~~~~~~~~~
  2 │   section: commits
  help: Write \`what-a-commit-stores\`.`,
		},
		{
			...inPool(question('???')),
			says: `questions.yaml:1:7: error: Unexpected \`???\`, expected an id of lower-case letters, digits and hyphens [id-form]
  1 │ - id: ???
    │       ^~~
  2 │   section: commits
  help: Use lower-case letters, digits and single hyphens, at most 64 characters.`,
		},
	],
});
