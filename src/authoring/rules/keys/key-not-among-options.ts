import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answer: string) => `- id: parents
  section: commits
  stem: How many parents has the commit that a merge of two branches makes?
  answer: ${answer}
  options: [None, One, Two, As many as files changed]
  explanation: Both branches' last commits are its parents.
`;

export const keyNotAmongOptions = readingRule({
	code: 'key-not-among-options',
	family: 'keys',
	summary: 'An answer that is not among the `options`',
	why: `Where \`options\` gives all answers in their order, \`answer\` or \`answers\` must repeat the right ones, or no option would be right. Spaces
at the ends and the forms of a character make no difference; capital letters do.`,
	good: [inPool(question('Two'))],
	bad: [
		{
			...inPool(question('Tow')),
			says: `questions.yaml:4:11: error: Unexpected answer \`Tow\`, expected one of the \`options\` [key-not-among-options]
  3 │   stem: How many parents has the commit that a merge of two branches makes?
  4 │   answer: Tow
    │           ^~~
  5 │   options: [None, One, Two, As many as files changed]
  questions.yaml:5:3: the options
  4 │   answer: Tow
  5 │   options: [None, One, Two, As many as files changed]
    │   ^~~~~~~
  6 │   explanation: Both branches' last commits are its parents.
  help: Did you mean \`Two\`?`,
		},
		{
			...inPool(question('2')),
			says: `questions.yaml:4:11: error: Unexpected answer \`2\`, expected one of the \`options\` [key-not-among-options]
  3 │   stem: How many parents has the commit that a merge of two branches makes?
  4 │   answer: 2
    │           ^
  5 │   options: [None, One, Two, As many as files changed]
  questions.yaml:5:3: the options
  4 │   answer: 2
  5 │   options: [None, One, Two, As many as files changed]
    │   ^~~~~~~
  6 │   explanation: Both branches' last commits are its parents.
  help: Repeat the option exactly as it stands there.`,
		},
	],
});
