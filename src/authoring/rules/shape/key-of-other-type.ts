import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const multiple = (type: string) => `- id: immutable
  section: commits
${type}  stem: Which of these never change once they exist?
  answers: [A commit, A tree]
  distractors: [A branch, The index]
  explanation: Commits and trees are named after their content.
`;

const typed = (extra: string) => `- id: entries
  section: trees
  type: text
  stem: What besides blobs can a tree name?
  answer: trees
${extra}  explanation: A folder within a folder is a tree within a tree.
`;

export const keyOfOtherType = readingRule({
	code: 'key-of-other-type',
	family: 'shape',
	summary: 'A key that belongs to another type of question',
	why: `Every type has keys of its own: \`answers\` asks for all that apply and goes with \`type: multiple\`, \`tolerance\` with \`type: number\`, and so
on. A question without a \`type\` is a \`choice\`. So either the type is not the one that was meant, or the key is left over from another question.
What the question seems to miss because its type was forgotten is not told as well.`,
	good: [inPool(multiple('  type: multiple\n')), inPool(typed(''))],
	bad: [
		{
			...inPool(multiple('')),
			says: `questions.yaml:4:3: error: Unexpected \`answers\` in a question of type \`choice\` (the default), expected only in \`multiple\` [key-of-other-type]
  3 │   stem: Which of these never change once they exist?
  4 │   answers: [A commit, A tree]
    │   ^~~~~~~
  5 │   distractors: [A branch, The index]
  help: Remove it, or add \`type: multiple\`.`,
		},
		{
			...inPool(typed('  distractors: [branches, tags]\n')),
			says: `questions.yaml:6:3: error: Unexpected \`distractors\` in a question of type \`text\`, expected only in \`choice\`, \`multiple\` or \`match\` [key-of-other-type]
  5 │   answer: trees
  6 │   distractors: [branches, tags]
    │   ^~~~~~~~~~~
  7 │   explanation: A folder within a folder is a tree within a tree.
  questions.yaml:3:9: the type
  2 │   section: trees
  3 │   type: text
    │         ^~~~
  4 │   stem: What besides blobs can a tree name?
  help: Remove it, or change the \`type\`.`,
		},
	],
});
