import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { keyPlaceOf } from '../../../deck/yaml/source-node.ts';
import { faultsOfTemplate } from '../../../engine/variants/template-faults.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';
import { enoughRetries } from '../retries/shared-retries.ts';
import { combinationsText, triedOut } from './shared-sample.ts';

const parity = (stem: string) => `- id: parity
  section: commits
  type: true-false
  vars: {n: {int: [1, 60]}}
  stem: ${stem}
  answer: "= n % 2 == 0"
  explanation: Even numbers leave nothing over when halved.
`;

const colors = `- id: mixed
  section: commits
  vars: {color: {pick: [green, orange]}}
  stem: Which colors of paint make {color}?
  answer: "= if(color == 'green', 'blue and yellow', 'red and yellow')"
  distractors: [blue and red, black and white]
  explanation: Yellow is in both; blue makes it green, and red makes it orange.
`;

export const fewVariants: QuestionRule = {
	scope: 'question',
	code: 'few-variants',
	family: 'variants',
	severity: 'warning',
	summary: 'The values make few different questions',
	why: `Whoever tries again should get a question that was never seen. For that a question with \`vars\` counts as fresh as long as it has other values. Where they come to the
same text, options and key, a learner sees the same question once more, and is told that it is new.

Here the values make fewer than three different questions, or less than half as many as there are combinations. Draw from more values, and let the texts show all that
is drawn.`,
	good: [inPool(parity('Is {n} an even number?'))],
	bad: [
		{
			...inPool(colors),
			says: `questions.yaml:3:3: warning: The values make but 2 different questions [few-variants]
  2 │   section: commits
  3 │   vars: {color: {pick: [green, orange]}}
    │   ^~~~
  4 │   stem: Which colors of paint make {color}?
  help: Draw from more values.`,
		},
		{
			...inPool(parity('"Is {= if(n > 30, \'61\', text(n % 5))} an even number?"')),
			says: `questions.yaml:4:3: warning: All 60 combinations of values make but 12 different questions [few-variants]
  3 │   type: true-false
  4 │   vars: {n: {int: [1, 60]}}
    │   ^~~~
  5 │   stem: "Is {= if(n > 30, '61', text(n % 5))} an even number?"
  help: Show in the texts all that is drawn, or draw less.`,
		},
	],
	check: (checked) => {
		const tried = triedOut(checked);
		if (tried === undefined || tried.asked === 0) return nothing;
		const { different, asked, template } = tried;
		const isPlenty = different > enoughRetries;
		// What is not used makes no difference, and was told by its name.
		if (isPlenty && (different * 2 > asked || faultsOfTemplate(template).some(({ kind }) => kind === 'unused-variable'))) return nothing;
		return [
			{
				place: keyPlaceOf(checked.located, 'vars'),
				message: `${different === asked ? 'The values make' : `${combinationsText(tried, asked)} of values make`} but ${counted(different, 'different question')}`,
				help: isPlenty ? 'Show in the texts all that is drawn, or draw less.' : 'Draw from more values.',
			},
		];
	},
};
