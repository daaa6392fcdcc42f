import { inPool, inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const unit = (indent: string) => `unit: snapshots
title: Commits are snapshots
sections:
${indent}- {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
${indent}- {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

export const yamlSyntax = readingRule({
	code: 'yaml-syntax',
	family: 'yaml',
	summary: 'Text that is not YAML',
	why: `YAML gives a meaning to indentation and to some signs, so that a line can mean something else than it seems to say. Only the first such
fault of a file is told, because the others often follow from it, and the rest of the file is not looked at.

Two habits avoid nearly all of them: put a text in quotes when it holds \`: \` or \` #\`, or begins with anything but a letter or a digit; and write
long texts as a block, with \`|\` after the key and the text indented on the lines below, where no sign has a meaning.`,
	good: [
		inUnit(unit('  ')),
		inPool(
			questionWith({
				stem: '"Which file is it: HEAD or index?"',
				answer: "'@ is short for HEAD'",
				explanation: '|\n    Any signs may stand here: quotes ", brackets [ and # too.',
			}),
		),
	],
	bad: [
		{
			...inUnit(unit('\t')),
			says: `unit.yaml:4:1: error: Unexpected tab, expected spaces before the first word of a line [yaml-syntax]
  3 │ sections:
  4 │     - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A …
    │ ^~~~
  5 │ questions:
  help: Indent with spaces.`,
		},
		{
			...inPool(questionWith({ stem: 'Choose one: what does a commit name?' })),
			says: `questions.yaml:3:9: error: Unexpected second \`: \` in one line, expected one key and its value [yaml-syntax]
  2 │   section: commits
  3 │   stem: Choose one: what does a commit name?
    │         ^
  4 │   answer: One tree
  help: Put the value in quotes.`,
		},
		{
			...inPool(questionWith({ answer: '"One tree' })),
			says: `questions.yaml:4:11: error: Missing the closing quote of this text [yaml-syntax]
  3 │   stem: What does a commit name?
  4 │   answer: "One tree
    │           ^
  5 │   distractors: [A list of changes, A branch]
  help: Close it, or remove the opening one.`,
		},
		{
			...inPool(questionWith({ answer: '"One" tree' })),
			says: `questions.yaml:4:17: error: Unexpected text after a closing quote or bracket [yaml-syntax]
  3 │   stem: What does a commit name?
  4 │   answer: "One" tree
    │                 ^~~~
  5 │   distractors: [A list of changes, A branch]
  help: Put the whole text in quotes; between single quotes, write '' for '.`,
		},
		{
			...inPool(questionWith({ distractors: '[A list of changes, A branch' })),
			says: `questions.yaml:5:16: error: Missing the closing bracket of this list or map [yaml-syntax]
  4 │   answer: One tree
  5 │   distractors: [A list of changes, A branch
    │                ^
  6 │   explanation: A commit names the tree of the whole project.
  help: Close it, or put the text in quotes if it starts with a bracket.`,
		},
		{
			...inPool(questionWith({}).replace('  answer:', '   answer:')),
			says: `questions.yaml:4:4: error: Unexpected indentation, expected the column of the key above [yaml-syntax]
  3 │   stem: What does a commit name?
  4 │    answer: One tree
    │    ^~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Line it up with the key above it, or put the text above in quotes if it goes on here.`,
		},
		{
			...inPool(questionWith({}).replace('answer: ', 'answer:')),
			says: `questions.yaml:4:3: error: Unexpected \`answer:\` without a space after it, expected \`answer: \` [yaml-syntax]
  3 │   stem: What does a commit name?
  4 │   answer:One tree
    │   ^~~~~~~~~~~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Put a space after the colon.`,
		},
		{
			...inPool(questionWith({ answer: '@{upstream}' })),
			says: `questions.yaml:4:11: error: Unexpected \`@\` at the start of a text, expected a letter, a digit or a quote [yaml-syntax]
  3 │   stem: What does a commit name?
  4 │   answer: @{upstream}
    │           ^
  5 │   distractors: [A list of changes, A branch]
  help: Put the text in quotes.`,
		},
		{
			...inPool(questionWith({ answer: '"C:\\path"' })),
			says: `questions.yaml:4:14: error: Unexpected \`\\p\` in double quotes, expected an escape that YAML knows [yaml-syntax]
  3 │   stem: What does a commit name?
  4 │   answer: "C:\\path"
    │              ^~
  5 │   distractors: [A list of changes, A branch]
  help: Use single quotes, or write \`\\\\\` for a backslash.`,
		},
	],
});
