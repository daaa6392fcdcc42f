import { type ExampleFile, inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const deck = (text: string, file: ExampleFile) =>
	inDeck(
		{
			'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [unit.yaml]\n',
			'unit.yaml': `unit: snapshots
title: Commits are snapshots
sections:
  - id: commits
    title: What a commit stores
    objective: Say what a commit holds
${text}    file: commits.md
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`,
			'commits.md': file,
		},
		['unit.yaml'],
	);

export const textAndFile = readingRule({
	code: 'text-and-file',
	family: 'shape',
	summary: 'A section that has both a text and a file',
	why: `A section is one text: in the unit under \`text\`, or in a file of its own under \`file\`. With both, it is not clear which of them learners
should read, and changes to the other would never be seen.`,
	good: [deck('', 'A commit names one tree.\n')],
	bad: [
		{
			...deck('    text: A commit names one tree.\n', 'A commit names one tree, and its parents.\n'),
			says: `unit.yaml:8:5: error: Unexpected \`file\` beside \`text\`, expected one of the two [text-and-file]
  7 │     text: A commit names one tree.
  8 │     file: commits.md
    │     ^~~~
  9 │ questions:
  unit.yaml:7:5: the text
  6 │     objective: Say what a commit holds
  7 │     text: A commit names one tree.
    │     ^~~~
  8 │     file: commits.md
  help: Remove one of the two.`,
		},
	],
});
