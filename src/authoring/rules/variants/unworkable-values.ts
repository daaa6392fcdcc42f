import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';
import { findingsIn, isCollision, triedOut } from './shared-sample.ts';

const mean = (where: string) => `- id: mean
  section: commits
  type: number
  vars: {commits: {int: [0, 40], step: 8}, days: {int: [0, 4]}}
${where}  stem: On {days} days there were {commits} commits. How many were that on each day?
  answer: "= commits / days"
  explanation: "{commits} spread over {days}."
`;

const third = (answer: string) => `- id: third
  section: commits
  type: number
  vars: {n: {int: [1, 30]}}
  stem: How long is a third of {n} metres, in metres?
  answer: "= ${answer}"
  explanation: "{n} over three."
`;

export const unworkableValues: QuestionRule = {
	scope: 'question',
	code: 'unworkable-values',
	family: 'variants',
	severity: 'error',
	summary: 'With some of its values, a question has no key, or no text',
	why: `Each question with \`vars\` is tried out: with every combination of values where there are a thousand at most, with a thousand of them
otherwise. With some, a formula could not be worked out, a text was empty or far too long, or a key was no key: a number with
more digits than are shown can be typed by nobody.

Learners are never asked with such values. But a formula that fails with some of them is mostly wrong with others too, and the question is drawn less evenly than it
seems. Rule the values out by \`where\`, or mend the formula.`,
	good: [inPool(mean('  where: days > 0 and commits % days == 0\n')), inPool(third('round(n / 3, 2)'))],
	bad: [
		{
			...inPool(mean('')),
			says: `questions.yaml:6:11: error: With \`commits = 8\` and \`days = 3\`, whoever types the answer as it is shown, \`2.66666666667\`, would not be right (4 of 30 tried) [unworkable-values]
  5 │   stem: On {days} days there were {commits} commits. How many were that on each day?
  6 │   answer: "= commits / days"
    │           ^~~~~~~~~~~~~~~~~~
  7 │   explanation: "{commits} spread over {days}."
  help: Round it, as in \`"= round(x, 2)"\`, or add a \`tolerance\` or a wider \`range\`.

questions.yaml:6:24: error: With \`commits = 0\` and \`days = 0\`, unexpected \`0\`, expected a divisor other than 0 (6 of 30 tried) [unworkable-values]
  5 │   stem: On {days} days there were {commits} commits. How many were that on each day?
  6 │   answer: "= commits / days"
    │                        ^~~~
  7 │   explanation: "{commits} spread over {days}."
  help: Change the formula, or rule these values out by \`where\`.`,
		},
		{
			...inPool(third('n / 3')),
			says: `questions.yaml:6:11: error: With \`n = 1\`, whoever types the answer as it is shown, \`0.333333333333\`, would not be right (20 of 30 tried) [unworkable-values]
  5 │   stem: How long is a third of {n} metres, in metres?
  6 │   answer: "= n / 3"
    │           ^~~~~~~~~
  7 │   explanation: "{n} over three."
  help: Round it, as in \`"= round(x, 2)"\`, or add a \`tolerance\` or a wider \`range\`.`,
		},
	],
	check: (checked) => {
		const tried = triedOut(checked);
		return tried === undefined ? nothing : findingsIn(checked, tried, (faulty) => !isCollision(faulty));
	},
};
