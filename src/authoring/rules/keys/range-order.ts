import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (range: string) => `- id: estimate
  section: commits
  type: number
  stem: About how many people live in Reykjavík?
  answer: 140000
  range: ${range}
  explanation: At the start of 2024 about 140,000 people lived there.
`;

export const rangeOrder = readingRule({
	code: 'range-order',
	family: 'keys',
	summary: 'A range whose first number is larger than its second',
	why: `\`range\` holds the smallest and the largest number that count as right, in this order; both ends count. As written here, no number lies in it.`,
	good: [inPool(question('[130000, 150000]'))],
	bad: [
		{
			...inPool(question('[150000, 130000]')),
			says: `questions.yaml:6:10: error: Unexpected range from 150000 down to 130000, expected the lowest number first [range-order]
  5 │   answer: 140000
  6 │   range: [150000, 130000]
    │          ^~~~~~~~~~~~~~~~
  7 │   explanation: At the start of 2024 about 140,000 people lived there.
  help: Write \`[130000, 150000]\`.`,
		},
	],
});
