import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answer: string, distractors: string) => `- id: names-tree
  section: commits
  stem: Which line of a commit names its content?
  answer: ${answer}
  distractors:
    - ${distractors}
    - The message
  explanation: The line begins with the word tree.
`;

const number = (range: string) => `- id: digits
  section: commits
  type: number
  stem: To how many digits is the name of a commit mostly cut?
  answer: 7
  range: ${range}
  explanation: Git shows as many digits as it takes to tell the objects apart, and at least seven.
`;

export const wrongShape = readingRule({
	code: 'wrong-shape',
	family: 'shape',
	summary: 'A list, a map or a text where another of the three belongs',
	why: `Most often YAML took a text for something else: a colon with a space after it makes a map, a bracket or brace at the start makes a list or a
map, a dash with a space makes a list. Put such a text in quotes. Else the format wants the value in another way, which the message names.

A list of one may be written as the one, wherever a list of texts is expected.`,
	good: [inPool(question("'tree: 4b825d'", 'The line of its author')), inPool(number('[6, 8]'))],
	bad: [
		{
			...inPool(question('The line of its tree', 'author: Ada')),
			says: `questions.yaml:6:7: error: Unexpected map, expected text, or a map with \`text\` and \`feedback\` [wrong-shape]
  5 │   distractors:
  6 │     - author: Ada
    │       ^~~~~~~~~~~
  7 │     - The message
  help: Put the text in quotes if the colon belongs to it.`,
		},
		{
			...inPool(question('[The first line, The line of its tree]', 'The line of its author')),
			says: `questions.yaml:4:11: error: Unexpected list, expected the one right answer [wrong-shape]
  3 │   stem: Which line of a commit names its content?
  4 │   answer: [The first line, The line of its tree]
    │           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   distractors:
  help: Keep one, or write \`type: multiple\` and \`answers:\`.`,
		},
		{
			...inPool(number('6 to 8')),
			says: `questions.yaml:6:10: error: Unexpected \`6 to 8\`, expected a list of two numbers, the lowest and the highest [wrong-shape]
  5 │   answer: 7
  6 │   range: 6 to 8
    │          ^~~~~~
  7 │   explanation: Git shows as many digits as it takes to tell the objects apart, and at least s…
  help: Write a list: \`[a, b]\`, or a line with \`- \` for each.`,
		},
	],
});
