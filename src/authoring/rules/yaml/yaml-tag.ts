import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const yamlTag = readingRule({
	code: 'yaml-tag',
	family: 'yaml',
	summary: 'A YAML tag, which begins with an exclamation mark',
	why: `Tags tell a program to make something else of a value than text. In a deck every value is the text as written, so there is nothing for a
tag to say; and other programs let a tag run code, which no deck may do.

Most often the exclamation mark was meant as a part of the text: then it needs quotes.`,
	good: [inPool(questionWith({ explanation: '"!important beats what comes later, too."' }))],
	bad: [
		{
			...inPool(questionWith({ explanation: '!important beats what comes later, too.' })),
			says: `questions.yaml:6:16: error: Unexpected tag \`!important\`, expected plain text, a list or a map [yaml-tag]
  5 │   distractors: [A list of changes, A branch]
  6 │   explanation: !important beats what comes later, too.
    │                ^~~~~~~~~~
  help: Remove it, or put the text in quotes if it starts with an exclamation mark.`,
		},
		{
			...inPool(questionWith({ answer: '!!str One tree' })),
			says: `questions.yaml:4:11: error: Unexpected tag \`!!str\`, expected plain text, a list or a map [yaml-tag]
  3 │   stem: What does a commit name?
  4 │   answer: !!str One tree
    │           ^~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Remove it, or put the text in quotes if it starts with an exclamation mark.`,
		},
	],
});
