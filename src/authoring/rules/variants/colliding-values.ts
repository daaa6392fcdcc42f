import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';
import { findingsIn, isCollision, triedOut } from './shared-sample.ts';

const sum = (where: string) => `- id: lines
  section: commits
  vars: {a: {int: [1, 4]}, b: {int: [1, 4]}}
${where}  stem: A commit adds {a} lines, the next one {b}. How many are that?
  answer: "= a + b"
  distractors: ["= a * b", "= a + b + 1"]
  explanation: The second adds to the first, {a} + {b}.
`;

/** Up to this share of the values it is but worth knowing. */
const small = 0.1;

export const collidingValues: QuestionRule = {
	scope: 'question',
	code: 'colliding-values',
	family: 'variants',
	severity: 'warning',
	summary: 'With some of its values, two options are the same, or a wrong one is right',
	why: `Wrong answers that are worked out come upon the right one sooner or later: \`a * b\` is \`a + b\` where both are 2. Learners are never asked with such
values. But where there are many of them, fewer questions are left than it seems, and where the wrong way leads to the right answer, the question cannot tell
those who take it from the others.

Rule the values out by \`where\`. Where less than a tenth of the values collide, it is an information only.`,
	good: [inPool(sum('  where: a * b != a + b and a * b != a + b + 1\n'))],
	bad: [
		{
			...inPool(sum('')),
			says: `questions.yaml:6:17: info: With \`a = 2\` and \`b = 2\`, this is \`4\`, which is right (only these of 16 tried) [colliding-values]
  5 │   answer: "= a + b"
  6 │   distractors: ["= a * b", "= a + b + 1"]
    │                 ^~~~~~~~~
  7 │   explanation: The second adds to the first, {a} + {b}.
  questions.yaml:5:11: what is right
  4 │   stem: A commit adds {a} lines, the next one {b}. How many are that?
  5 │   answer: "= a + b"
    │           ^~~~~~~~~
  6 │   distractors: ["= a * b", "= a + b + 1"]
  help: Rule these values out by \`where\`, or change the formulas so that they never meet.

questions.yaml:6:28: warning: With \`a = 2\` and \`b = 3\`, \`6\` stands here twice (2 of 16 tried) [colliding-values]
  5 │   answer: "= a + b"
  6 │   distractors: ["= a * b", "= a + b + 1"]
    │                            ^~~~~~~~~~~~~
  7 │   explanation: The second adds to the first, {a} + {b}.
  questions.yaml:6:17: the first one
  5 │   answer: "= a + b"
  6 │   distractors: ["= a * b", "= a + b + 1"]
    │                 ^~~~~~~~~
  7 │   explanation: The second adds to the first, {a} + {b}.
  help: Rule these values out by \`where\`, or change the formulas so that they never meet.`,
		},
	],
	check: (checked) => {
		const tried = triedOut(checked);
		if (tried === undefined) return nothing;
		return findingsIn(checked, tried, isCollision).map(({ share, ...finding }) =>
			share < small ? { ...finding, severity: 'info' as const } : finding,
		);
	},
};
