import { placeOf } from '../../../deck/yaml/source-node.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';
import { triedOut } from './shared-sample.ts';

const right = (vars: string) => `- id: right-angle
  section: commits
  type: number
${vars}
  stem: A triangle with a right angle has short sides of {a} and {b}. How long is the third?
  answer: "= c"
  explanation: "{a}² + {b}² = {c}²"
`;

const search = `  vars: {a: {int: [1, 60]}, b: {int: [1, 60]}, c: {int: [1, 90]}}
  where: a < b and a^2 + b^2 == c^2`;

const built = `  vars:
    m: {int: [2, 8]}
    n: {int: [1, 7]}
    a: "= m^2 - n^2"
    b: "= 2 * m * n"
    c: "= m^2 + n^2"
  where: m > n`;

/** Less than this share is rare. */
const rare = 1 / 50;

export const rarelyMet: QuestionRule = {
	scope: 'question',
	code: 'rarely-met',
	family: 'variants',
	severity: 'warning',
	summary: 'Hardly any values meet the condition',
	why: `Values are drawn until they meet \`where\`, a thousand times at most. Where less than one in fifty combinations does, drawing is slow, some
of those that would do are never found, and there are fewer different questions than the ranges suggest.

Draw what fits in the first place: work one value out from others by a formula, narrow the ranges, or \`pick\` from a list.`,
	good: [inPool(right(built))],
	bad: [
		{
			...inPool(right(search)),
			says: `questions.yaml:5:10: warning: Of 20,000 combinations of values, only 5 meet the condition [rarely-met]
  4 │   vars: {a: {int: [1, 60]}, b: {int: [1, 60]}, c: {int: [1, 90]}}
  5 │   where: a < b and a^2 + b^2 == c^2
    │          ^~~~~~~~~~~~~~~~~~~~~~~~~~
  6 │   stem: A triangle with a right angle has short sides of {a} and {b}. How long is the third?
  help: Work one value out from the others, or draw from fewer.`,
		},
	],
	check: (checked) => {
		const tried = triedOut(checked);
		if (tried === undefined || tried.template.where === undefined || tried.met >= tried.tried * rare) return nothing;
		return [
			{
				place: placeOf(checked.located, 'where'),
				message: `Of ${tried.tried.toLocaleString('en')} combinations of values, ${tried.met === 0 ? 'none' : `only ${tried.met}`} ${tried.met === 1 ? 'meets' : 'meet'} the condition`,
				help: 'Work one value out from the others, or draw from fewer.',
			},
		];
	},
};
