import { inDeck, inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const typed = (accents: string) => `- id: branch-of-the-menu
  section: commits
  type: text
  stem: What is the branch with the new menu called?
  answer: café
  match: {accents: ${accents}}
  explanation: The accent belongs to the name of the branch.
`;

const trueFalse = (answer: string) => `- id: one-tree
  section: commits
  type: true-false
  stem: A commit names exactly one tree.
  answer: ${answer}
  explanation: It is the tree of the whole project.
`;

const deck = (language: string) =>
	inDeck(
		{
			'deck.yaml': `deck: git\ntitle: Git from the inside\nlanguage: ${language}\nunits: [unit.yaml]\n`,
			'unit.yaml': `unit: snapshots
title: Commits are snapshots
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`,
		},
		['deck.yaml'],
	);

export const wrongValue = readingRule({
	code: 'wrong-value',
	family: 'shape',
	summary: 'A value that is not one of those the format knows',
	why: `Some keys take one of a few words, a language tag, or an address. The message names what is allowed, and the nearest word where one is near.
Values are read as they are written: \`yes\` is the word yes, and not true.`,
	good: [inPool(typed('exact')), inPool(trueFalse('true')), deck('en')],
	bad: [
		{
			...inPool(typed('ignored')),
			says: `questions.yaml:6:20: error: Unexpected \`ignored\`, expected \`note\`, \`exact\` or \`ignore\` [wrong-value]
  5 │   answer: café
  6 │   match: {accents: ignored}
    │                    ^~~~~~~
  7 │   explanation: The accent belongs to the name of the branch.
  help: Did you mean \`ignore\`?`,
		},
		{
			...inPool(trueFalse('yes')),
			says: `questions.yaml:5:11: error: Unexpected \`yes\`, expected \`true\` or \`false\` [wrong-value]
  4 │   stem: A commit names exactly one tree.
  5 │   answer: yes
    │           ^~~
  6 │   explanation: It is the tree of the whole project.`,
		},
		{
			...deck('British English'),
			says: `deck.yaml:3:11: error: Unexpected \`British English\`, expected a language tag such as \`en\` or \`pt-BR\` [wrong-value]
  2 │ title: Git from the inside
  3 │ language: British English
    │           ^~~~~~~~~~~~~~~
  4 │ units: [unit.yaml]`,
		},
	],
});
