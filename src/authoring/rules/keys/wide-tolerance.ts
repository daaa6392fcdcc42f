import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { nodeAt, placeOf } from '../../../deck/yaml/source-node.ts';
import { acceptsNumber } from '../../../engine/grade-number.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (bounds: string) => `- id: january
  section: commits
  type: number
  stem: What is the mean temperature in Lisbon in January?
  answer: 11
  ${bounds}
  unit: °C
  explanation: The sea keeps the winter mild.
`;

export const wideTolerance: QuestionRule = {
	scope: 'question',
	code: 'wide-tolerance',
	family: 'keys',
	severity: 'warning',
	summary: 'A tolerance so wide that 0 counts as right',
	why: `Whoever has no idea types 0; and where the tolerance is twice the answer or more, one who has the sign wrong is told to be right. Often a
percent sign is missing, or one too many: \`tolerance: 15\` is not \`15%\`.

Where 0 is indeed near enough, say so with a \`range\`, whose ends are there to be seen.`,
	good: [inPool(question('tolerance: 15%')), inPool(question('range: [-5, 15]'))],
	bad: [
		{
			...inPool(question('tolerance: 15')),
			says: `questions.yaml:6:14: warning: With a tolerance of \`15\`, 0 counts as right for \`11\` [wide-tolerance]
  5 │   answer: 11
  6 │   tolerance: 15
    │              ^~
  7 │   unit: °C
  help: Write a smaller one, or both ends as a \`range\`.`,
		},
		{
			...inPool(question('tolerance: 200%')),
			says: `questions.yaml:6:14: warning: With a tolerance of \`200%\`, 0 counts as right for \`11\`, and -11 too [wide-tolerance]
  5 │   answer: 11
  6 │   tolerance: 200%
    │              ^~~~
  7 │   unit: °C
  help: Write a smaller one, or both ends as a \`range\`.`,
		},
	],
	check: ({ question: asked, located }) => {
		if (asked.type !== 'number' || asked.value === 0 || asked.accept.kind === 'range' || !acceptsNumber(asked, 0)) return nothing;
		const tolerance = nodeAt(located.node, ['tolerance']);
		const written = tolerance.kind === 'text' ? tolerance.value : '';
		const alsoOpposite = acceptsNumber(asked, -asked.value) ? `, and ${-asked.value} too` : '';
		return [
			{
				place: placeOf(located, 'tolerance'),
				message: `With a tolerance of ${quoted(written)}, 0 counts as right for ${quoted(asked.key)}${alsoOpposite}`,
				help: 'Write a smaller one, or both ends as a `range`.',
			},
		];
	},
};
