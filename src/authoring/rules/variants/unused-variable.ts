import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (stem: string) => `- id: lines
  section: commits
  type: number
  vars: {lines: {int: [1, 9]}, commits: {int: [2, 4]}}
  stem: ${stem}
  answer: "= 2 * lines"
  explanation: Twice {lines}.
`;

export const unusedVariable = readingRule({
	code: 'unused-variable',
	family: 'variants',
	summary: 'A variable that changes nothing',
	why: `With another value of this variable alone, the question would be the same once more, and still count as fresh. Use it, or remove it. What only \`where\` looks at changes
nothing either.`,
	good: [inPool(question('Each of two commits adds {lines} lines, and {commits} more add none. How many are that?'))],
	bad: [
		{
			...inPool(question('Each of two commits adds {lines} lines. How many are that?')),
			says: `questions.yaml:4:32: warning: Nothing depends on \`commits\` [unused-variable]
  3 │   type: number
  4 │   vars: {lines: {int: [1, 9]}, commits: {int: [2, 4]}}
    │                                ^~~~~~~
  5 │   stem: Each of two commits adds {lines} lines. How many are that?
  help: Use it in a text, as \`{commits}\`, or remove it.`,
		},
	],
});
