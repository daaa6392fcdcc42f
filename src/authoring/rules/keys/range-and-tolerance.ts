import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (bounds: string) => `- id: estimate
  section: commits
  type: number
  stem: About how many people live in Reykjavík?
  answer: 140000
${bounds}  explanation: At the start of 2024 about 140,000 people lived there.
`;
const range = '  range: [130000, 150000]\n';
const tolerance = '  tolerance: 10%\n';

export const rangeAndTolerance = readingRule({
	code: 'range-and-tolerance',
	family: 'keys',
	summary: 'A number has both a range and a tolerance',
	why: `Both say which numbers count as right, and they need not agree. Use \`tolerance\` for how far from the answer one may be on either side, and
\`range\` where the two sides differ.`,
	good: [inPool(question(range)), inPool(question(tolerance))],
	bad: [
		{
			...inPool(question(range + tolerance)),
			says: `questions.yaml:7:3: error: Unexpected \`tolerance\` beside \`range\`, expected one of the two [range-and-tolerance]
  6 │   range: [130000, 150000]
  7 │   tolerance: 10%
    │   ^~~~~~~~~
  8 │   explanation: At the start of 2024 about 140,000 people lived there.
  questions.yaml:6:3: the range
  5 │   answer: 140000
  6 │   range: [130000, 150000]
    │   ^~~~~
  7 │   tolerance: 10%
  help: Keep the range, whose both ends count, or the tolerance.`,
		},
	],
});
