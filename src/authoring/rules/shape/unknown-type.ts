import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (type: string) => `- id: stores
  section: commits
  type: ${type}
  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
  explanation: A commit names the tree of the whole project.
`;

export const unknownType = readingRule({
	code: 'unknown-type',
	family: 'shape',
	summary: 'A type of question that does not exist',
	why: `The type says what a learner does and how the answer is graded, so a question of another type cannot be asked. A question without a \`type\`
is a \`choice\`: pick the one that is right. While the type is unknown, the other keys of the question are not looked at.`,
	good: [inPool(question('choice'))],
	bad: [
		{
			...inPool(question('choise')),
			says: `questions.yaml:3:9: error: Unexpected type \`choise\`, expected \`choice\`, \`multiple\`, \`true-false\`, \`text\`, \`number\`, \`cloze\`, \`order\` or \`match\` [unknown-type]
  2 │   section: commits
  3 │   type: choise
    │         ^~~~~~
  4 │   stem: What does a commit name?
  help: Did you mean \`choice\`?`,
		},
		{
			...inPool(question('single-answer')),
			says: `questions.yaml:3:9: error: Unexpected type \`single-answer\`, expected \`choice\`, \`multiple\`, \`true-false\`, \`text\`, \`number\`, \`cloze\`, \`order\` or \`match\` [unknown-type]
  2 │   section: commits
  3 │   type: single-answer
    │         ^~~~~~~~~~~~~
  4 │   stem: What does a commit name?
  help: Write one of these, or remove the line for a \`choice\`.`,
		},
	],
});
