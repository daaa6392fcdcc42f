import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (values: string) => `- id: lines
  section: commits
  type: number
  vars: {lines: {pick: ${values}}}
  stem: Each of two commits adds {lines} lines. How many are that?
  answer: "= 2 * lines"
  explanation: Twice {lines}.
`;

export const nothingVaries = readingRule({
	code: 'nothing-varies',
	family: 'variants',
	summary: 'There is but one way to draw the values',
	why: `A question with \`vars\` counts as fresh again as long as it has other values. This one has none. Let one of its variables have several values, or do without \`vars\`.`,
	good: [inPool(question('[4, 7, 11]'))],
	bad: [
		{
			...inPool(question('[4]')),
			says: `questions.yaml:4:3: error: Nothing varies: there is but one way to draw these values [nothing-varies]
  3 │   type: number
  4 │   vars: {lines: {pick: [4]}}
    │   ^~~~
  5 │   stem: Each of two commits adds {lines} lines. How many are that?
  help: Let one of them have several values, or write the values into the texts and remove \`vars\`.`,
		},
	],
});
