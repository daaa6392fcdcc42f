import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const order = `- id: first-commit
  section: commits
  type: order
  stem: In which order does Git write these for the first commit?
  items: [the blobs, the tree, the commit]
  explanation: Each names the ones before it, so these must be there first.
`;

const choice = `- id: first-commit
  section: commits
  stem: What does Git write last for the first commit?
  answer: the commit
  distractors: [the blobs, the tree]
  explanation: Each names the ones before it, so these must be there first.
`;

export const typeNotSupported = readingRule({
	code: 'type-not-supported',
	family: 'shape',
	summary: 'A type of question that this version cannot ask yet',
	why: `\`cloze\`, \`order\` and \`match\` belong to the format, and a later version will ask them. This one would have to leave the question out, and
the benchmark would then count other questions than you meant. Ask for the same in another way, or use a newer version.`,
	good: [inPool(choice)],
	bad: [
		{
			...inPool(order),
			says: `questions.yaml:3:9: error: Unexpected type \`order\`, which this version does not ask yet [type-not-supported]
  2 │   section: commits
  3 │   type: order
    │         ^~~~~
  4 │   stem: In which order does Git write these for the first commit?
  help: Use \`choice\`, \`multiple\`, \`true-false\`, \`text\` or \`number\` for now.`,
		},
	],
});
