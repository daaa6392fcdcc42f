import { readingRule } from '../../rule.ts';
import { clozeOf } from './shared-cloze.ts';

export const markWithoutBlank = readingRule({
	code: 'mark-without-blank',
	family: 'keys',
	summary: 'A mark in a cloze that names none of its blanks',
	why: `Two braces in \`stem\` or \`code\` of a \`cloze\` mark a blank, and \`blanks\` says what is accepted in it. Either the id is misspelt on one of
the two sides, or the blank has not been written yet. Where the braces belong to the text, as in many template languages, write \`\\{{\`: that is
two braces and no blank.`,
	good: [
		clozeOf('A commit names one {{tree}} and its {{before}}.', 'tree: tree', 'before: parents'),
		clozeOf('Templates write \\{{title}} for the {{what}}.', 'what: title'),
	],
	bad: [
		{
			...clozeOf('A commit names one {{tree}} and its {{befor}}.', 'tree: tree', 'before: parents'),
			says: `questions.yaml:4:45: error: Unexpected \`{{befor}}\`, expected a blank of \`blanks\` [mark-without-blank]
  3 │   type: cloze
  4 │   stem: A commit names one {{tree}} and its {{befor}}.
    │                                             ^~~~~~~~~
  5 │   blanks:
  questions.yaml:5:3: the blanks
  4 │   stem: A commit names one {{tree}} and its {{befor}}.
  5 │   blanks:
    │   ^~~~~~
  6 │     tree: tree
  help: Did you mean \`{{before}}\`?`,
		},
		{
			...clozeOf('A template writes {{title}} for the {{what}}.', 'what: title'),
			says: `questions.yaml:4:27: error: Unexpected \`{{title}}\`, expected a blank of \`blanks\` [mark-without-blank]
  3 │   type: cloze
  4 │   stem: A template writes {{title}} for the {{what}}.
    │                           ^~~~~~~~~
  5 │   blanks:
  questions.yaml:5:3: the blanks
  4 │   stem: A template writes {{title}} for the {{what}}.
  5 │   blanks:
    │   ^~~~~~
  6 │     what: title
  help: Add \`title:\` to \`blanks\`; or write \`\\{{\` for two braces that are no blank.`,
		},
	],
});
