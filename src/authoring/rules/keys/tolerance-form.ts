import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (tolerance: string) => `- id: marathon
  section: commits
  type: number
  stem: How many kilometres is a marathon?
  answer: 42.195
  tolerance: ${tolerance}
  unit: km
  explanation: The distance of the Games of 1908, fixed for all in 1921.
`;

export const toleranceForm = readingRule({
	code: 'tolerance-form',
	family: 'keys',
	summary: 'A tolerance that cannot be read',
	why: `\`tolerance\` says how far from the answer still counts as right: as a number (\`0.5\`), counted in the unit of the answer, or as a percentage of
the answer (\`1%\`). It is never negative.`,
	good: [inPool(question('0.2')), inPool(question('1%'))],
	bad: [
		{
			...inPool(question('-0.2')),
			says: `questions.yaml:6:14: error: Unexpected \`-0.2\`, expected a number or a percentage, zero or more [tolerance-form]
  5 │   answer: 42.195
  6 │   tolerance: -0.2
    │              ^~~~
  7 │   unit: km
  help: Write a tolerance such as \`0.5\` or \`1%\`.`,
		},
		{
			...inPool(question('0.2 km')),
			says: `questions.yaml:6:14: error: Unexpected \`0.2 km\`, expected a number or a percentage, zero or more [tolerance-form]
  5 │   answer: 42.195
  6 │   tolerance: 0.2 km
    │              ^~~~~~
  7 │   unit: km
  help: Write the number alone; it counts in the unit of the answer.`,
		},
		{
			...inPool(question('a little')),
			says: `questions.yaml:6:14: error: Unexpected \`a little\`, expected a number or a percentage, zero or more [tolerance-form]
  5 │   answer: 42.195
  6 │   tolerance: a little
    │              ^~~~~~~~
  7 │   unit: km
  help: Write a tolerance such as \`0.5\` or \`1%\`.`,
		},
	],
});
