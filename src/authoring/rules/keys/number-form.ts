import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answer: string) => `- id: length
  section: commits
  type: number
  stem: How many hexadecimal digits has the full name of a commit under SHA-1?
  answer: ${answer}
  explanation: 160 bits, four to a digit.
`;

export const numberForm = readingRule({
	code: 'number-form',
	family: 'keys',
	summary: 'A number that cannot be read as one',
	why: `Write digits, with a point before decimals: \`42\`, \`-3.5\`, \`1/2\`, \`3.8e5\`. What it counts stands under \`unit\`; learners may type it or
leave it out. A number that has two readings, such as \`1,234\`, is refused rather than guessed.`,
	good: [inPool(question('40'))],
	bad: [
		{
			...inPool(question('forty')),
			says: `questions.yaml:5:11: error: Unexpected \`forty\`, expected a number [number-form]
  4 │   stem: How many hexadecimal digits has the full name of a commit under SHA-1?
  5 │   answer: forty
    │           ^~~~~
  6 │   explanation: 160 bits, four to a digit.
  help: Write digits, such as \`42\`, \`-3.5\`, \`1/2\` or \`3.8e5\`.`,
		},
		{
			...inPool(question('40 digits')),
			says: `questions.yaml:5:11: error: Unexpected \`40 digits\`, expected a number [number-form]
  4 │   stem: How many hexadecimal digits has the full name of a commit under SHA-1?
  5 │   answer: 40 digits
    │           ^~~~~~~~~
  6 │   explanation: 160 bits, four to a digit.
  help: Write the number alone, and what it counts under \`unit\`.`,
		},
		{
			...inPool(question('"1,234"')),
			says: `questions.yaml:5:11: error: Unexpected \`1,234\`, expected a number [number-form]
  4 │   stem: How many hexadecimal digits has the full name of a commit under SHA-1?
  5 │   answer: "1,234"
    │           ^~~~~~~
  6 │   explanation: 160 bits, four to a digit.
  help: Write \`1.234\` or \`1234\`.`,
		},
	],
});
