import { listed } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { chanceOfAtLeast } from '../../../engine/odds.ts';
import type { ChoiceQuestion } from '../../../model/deck.ts';
import { lengthsOf } from '../../cues/lengths.ts';
import { inPool } from '../../example.ts';
import { nothing, type UnitRule } from '../../rule.ts';
import { expectedOf, rounded, significant } from './shared-chance.ts';

const question = (id: number, answer: string) => `- id: add-${id}
  section: commits
  stem: What is ${id} plus ${id}?
  answer: ${answer}
  distractors: [It is ${id} as before, It is ${id} times ${id}, It is only ${id + 1}]
  explanation: Twice ${id} makes ${2 * id}.
`;

const pool = (long: number) => ({
	text: Array.from({ length: 8 }, (_, index) =>
		question(index + 2, index < long ? `It is twice ${index + 2}, that is ${2 * index + 4}` : `It is ${2 * index + 4}`),
	).join(''),
	shown: `${question(2, 'It is twice 2, that is 4')}# and seven more, ${long === 8 ? 'all like this one' : 'with short right options'}
`,
});

export const longestOptionPool: UnitRule = {
	scope: 'unit',
	code: 'longest-option-pool',
	family: 'item-writing',
	severity: 'warning',
	summary: 'The right option is the longest one far more often than chance would make it',
	why: `One long key does no harm, a pattern does: a reader who always picks the longest option then scores well above chance. In a bank by amateurs the
longest option was the key 41 % of the time with 25 % expected by chance, in exams by professionals 23 %.

The rule counts, over the \`choice\` questions of a unit that have one longest option, how often that is the right one, and speaks where chance alone
would bring so many in fewer than one of a hundred such units (an exact one-sided test; the chance of a question with n options is 1/n). Mend the questions
that are named: in them the key stands out most.`,
	good: [inPool(pool(1))],
	bad: [
		{
			...inPool(pool(8)),
			says: `unit.yaml:1:7: warning: The right option is the longest in 8 of 8 questions with one longest option, where chance would make it about 2 [longest-option-pool]
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Shorten right options or lengthen distractors, first in \`add-5\`, \`add-6\` and \`add-7\`.`,
		},
	],
	check: ({ questions, located }) => {
		const measured = questions.flatMap(({ question }) => (question.type === 'choice' ? measure(question) : []));
		const telling = measured.filter(({ right }) => right);
		const chances = measured.map(({ chance }) => chance);
		if (telling.length <= expectedOf(chances) || chanceOfAtLeast(telling.length, chances) >= significant) return nothing;
		const worst = telling.toSorted((a, b) => b.ratio - a.ratio).slice(0, 3);
		return [
			{
				place: ownerPlaceOf(located),
				message: `The right option is the longest in ${telling.length} of ${measured.length} questions with one longest option, where chance would make it about ${rounded(expectedOf(chances))}`,
				help: `Shorten right options or lengthen distractors, first in ${listed(
					worst.map(({ id }) => id),
					'and',
				)}.`,
			},
		];
	},
};

interface Measured {
	readonly id: string;
	readonly right: boolean;
	/** That the longest option is the right one, if lengths tell nothing. */
	readonly chance: number;
	/** Of the longest to the next. */
	readonly ratio: number;
}

function measure(question: ChoiceQuestion): readonly Measured[] {
	const { id, options } = question;
	const { longest, next, index } = lengthsOf(question);
	if (longest === next) return [];
	return [{ id, right: options[index]?.right === true, chance: 1 / options.length, ratio: longest / Math.max(1, next) }];
}
