import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (where: string, distractor: string) => `- id: lines
  section: commits
  vars: {old: {int: [1, 9]}, more: {int: [1, 9]}}
  where: ${where}
  stem: A file of {old} lines grows by {more}. How many has it then?
  answer: "= old + more"
  distractors: "= ${distractor}"
  explanation: What it had and what is added, {old} + {more}.
`;

export const noValues = readingRule({
	code: 'no-values',
	family: 'variants',
	summary: 'The question can be asked with none of its values',
	why: `Either no combination of values meets \`where\`, or with all that do something is wrong: a formula cannot be worked out, or a wrong answer is always the right one. What is
told is what happens with the first of them.`,
	good: [inPool(question('old > more', 'old - more'))],
	bad: [
		{
			...inPool(question('old > more and more > old', 'old - more')),
			says: `questions.yaml:4:10: error: None of the 81 combinations of values meets the condition [no-values]
  3 │   vars: {old: {int: [1, 9]}, more: {int: [1, 9]}}
  4 │   where: old > more and more > old
    │          ^~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   stem: A file of {old} lines grows by {more}. How many has it then?
  help: Loosen the condition, or widen the values.`,
		},
		{
			...inPool(question('old > more', 'more + old')),
			says: `questions.yaml:7:16: error: The question can be asked with no values: with \`old = 2\` and \`more = 1\`, this is \`3\`, which is right [no-values]
  6 │   answer: "= old + more"
  7 │   distractors: "= more + old"
    │                ^~~~~~~~~~~~~~
  8 │   explanation: What it had and what is added, {old} + {more}.
  questions.yaml:6:11: what is right
  5 │   stem: A file of {old} lines grows by {more}. How many has it then?
  6 │   answer: "= old + more"
    │           ^~~~~~~~~~~~~~
  7 │   distractors: "= more + old"
  help: Rule these values out by \`where\`, or change the formulas so that they never meet.`,
		},
		{
			...inPool(question('old > more', 'old / (more - more)')),
			says: `questions.yaml:7:25: error: The question can be asked with no values: with \`old = 2\` and \`more = 1\`, unexpected \`0\`, expected a divisor other than 0 [no-values]
  6 │   answer: "= old + more"
  7 │   distractors: "= old / (more - more)"
    │                         ^~~~~~~~~~~~~
  8 │   explanation: What it had and what is added, {old} + {more}.
  help: Change the formula, or rule these values out by \`where\`.`,
		},
	],
});
