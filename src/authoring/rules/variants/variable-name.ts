import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (name: string) => `- id: lines
  section: commits
  type: number
  vars:
    ${name}: {int: [1, 9]}
  stem: A commit adds {${name}} lines twice. How many are that?
  answer: "= 2 * ${name}"
  explanation: Twice as many.
`;

export const variableName = readingRule({
	code: 'variable-name',
	family: 'variants',
	summary: 'A name that formulas cannot use',
	why: `A variable is called by a letter, then letters, digits and underscores. In formulas \`first-line\` would be a difference, and \`and\`, \`or\`, \`not\`, \`if\`, \`true\`, \`false\`
and \`pi\` mean something already.`,
	good: [inPool(question('first_lines'))],
	bad: [
		{
			...inPool(question('first-lines').replace('= 2 * first-lines', '= 2')),
			says: `questions.yaml:5:5: error: Unexpected name \`first-lines\`, expected a letter, then letters, digits and underscores, at most 30 in all [variable-name]
  4 │   vars:
  5 │     first-lines: {int: [1, 9]}
    │     ^~~~~~~~~~~
  6 │   stem: A commit adds {first-lines} lines twice. How many are that?
  help: Write \`first_lines\`.`,
		},
		{
			...inPool(question('pi')),
			says: `questions.yaml:5:5: error: Unexpected name \`pi\`, expected one that means nothing else in formulas [variable-name]
  4 │   vars:
  5 │     pi: {int: [1, 9]}
    │     ^~
  6 │   stem: A commit adds {pi} lines twice. How many are that?
  help: Take another name.`,
		},
	],
});
