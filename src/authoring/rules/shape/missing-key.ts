import { inPool, inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (explanation: string) => `- id: stores
  section: commits
  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
${explanation}`;

const unit = (text: string) => `unit: snapshots
title: Commits are snapshots
sections:
  - id: commits
    title: What a commit stores
    objective: Say what a commit holds
${text}questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

export const missingKey = readingRule({
	code: 'missing-key',
	family: 'shape',
	summary: 'A key that must be there is not, or has nothing after it',
	why: `The key is one without which the deck cannot be taught or graded. A learner who misses a question is shown its \`explanation\` and sent to its
\`section\`; a section without an \`objective\` tests nobody knows what. What each type of question asks for stands in the guide for authors.

A key that is there, with nothing after it, is told at the key itself. A text that was meant to come below it must be indented further than the
key.`,
	good: [
		inPool(question('  explanation: A commit names the tree of the whole project.\n')),
		inUnit(unit('    text: A commit names one tree.\n')),
	],
	bad: [
		{
			...inPool(question('')),
			says: `questions.yaml:1:7: error: Missing \`explanation\`, expected text [missing-key]
  1 │ - id: stores
    │       ^~~~~~
  2 │   section: commits
  help: Add \`explanation:\`.`,
		},
		{
			...inPool(question('  explanation:\n')),
			says: `questions.yaml:6:3: error: Nothing after \`explanation:\`, expected text [missing-key]
  5 │   distractors: [A list of changes, A branch]
  6 │   explanation:
    │   ^~~~~~~~~~~
  help: Write it after the colon, or indented on the lines below.`,
		},
		{
			...inUnit(unit('')),
			says: `unit.yaml:4:9: error: Missing \`text\`, expected \`text\` or \`file\` [missing-key]
  3 │ sections:
  4 │   - id: commits
    │         ^~~~~~~
  5 │     title: What a commit stores
  help: Add \`text:\` or \`file:\`.`,
		},
	],
});
