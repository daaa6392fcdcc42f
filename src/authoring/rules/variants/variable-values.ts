import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (values: string) => `- id: lines
  section: commits
  type: number
  vars:
    n: ${values}
  stem: A commit adds {n} lines twice. How many are that?
  answer: "= 2 * n"
  explanation: Twice as many.
`;

export const variableValues = readingRule({
	code: 'variable-values',
	family: 'variants',
	summary: 'Values that cannot be drawn from',
	why: `\`{int: [2, 24]}\` draws a whole number from the lowest to the highest, \`step: 2\` every other one. \`{pick: [10, 22, 47]}\` draws one of a list, on which nothing stands twice:
every value is drawn as often as any other. What follows from other values is a formula, \`"= a + b"\`.`,
	good: [inPool(question('{int: [2, 24], step: 2}')), inPool(question('{pick: [10, 22, 47]}'))],
	bad: [
		{
			...inPool(question('{int: [24, 2]}')),
			says: `questions.yaml:5:14: error: Unexpected numbers from 24 down to 2, expected the lowest first [variable-values]
  4 │   vars:
  5 │     n: {int: [24, 2]}
    │              ^~~~~~~
  6 │   stem: A commit adds {n} lines twice. How many are that?
  help: Write \`[2, 24]\`.`,
		},
		{
			...inPool(question('{pick: [10, 22, 10]}')),
			says: `questions.yaml:5:24: error: Unexpected second \`10\`, expected each value once [variable-values]
  4 │   vars:
  5 │     n: {pick: [10, 22, 10]}
    │                        ^~
  6 │   stem: A commit adds {n} lines twice. How many are that?
  help: Remove one of the two.`,
		},
		{
			...inPool(question('{int: [2, 24], pick: [10, 22]}')),
			says: `questions.yaml:5:23: error: Unexpected \`pick\` beside \`int\`, expected one of the two [variable-values]
  4 │   vars:
  5 │     n: {int: [2, 24], pick: [10, 22]}
    │                       ^~~~
  6 │   stem: A commit adds {n} lines twice. How many are that?
  help: Keep one, or make two variables of them.`,
		},
	],
});
