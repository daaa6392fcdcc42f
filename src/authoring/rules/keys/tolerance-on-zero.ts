import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (tolerance: string) => `- id: freezes
  section: commits
  type: number
  stem: At how many degrees Celsius does water freeze?
  answer: 0
  tolerance: ${tolerance}
  explanation: That is how the scale was made.
`;

export const toleranceOnZero = readingRule({
	code: 'tolerance-on-zero',
	family: 'keys',
	summary: 'A percentage as the tolerance of zero',
	why: `A share of zero is zero, so that this tolerance would let nothing pass but the exact number. Write how far from zero an answer may be.`,
	good: [inPool(question('0.5'))],
	bad: [
		{
			...inPool(question('5%')),
			says: `questions.yaml:6:14: error: Unexpected \`5%\` of an answer that is zero, expected a tolerance without a percent sign [tolerance-on-zero]
  5 │   answer: 0
  6 │   tolerance: 5%
    │              ^~
  7 │   explanation: That is how the scale was made.
  questions.yaml:5:11: the answer
  4 │   stem: At how many degrees Celsius does water freeze?
  5 │   answer: 0
    │           ^
  6 │   tolerance: 5%
  help: Write how far from zero an answer may be; a share of zero is zero.`,
		},
	],
});
