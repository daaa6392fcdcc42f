import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { noneOfThemIn } from '../../cues/options-about-options.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (last: string) => `- id: branch-is
  section: commits
  stem: What is a branch?
  answer: A name for a commit
  distractors: [A copy of the files, A folder of commits, ${last}]
  explanation: The name moves forward when a commit is made on the branch.
`;

export const noneOfTheAbove: QuestionRule = {
	scope: 'question',
	code: 'none-of-the-above',
	family: 'item-writing',
	severity: 'info',
	summary: 'An option that means none of the others',
	why: `It can nearly always be struck out: in two large banks by amateurs it was the key 4.5 % and 10 % of the time. Where it is the key, learners are right
who know what the answer is not, and need not know what it is. Options are also shuffled, so that nothing is surely above.

Replace it by an option that somebody might believe, or leave it out: three options are enough.`,
	good: [inPool(question('A list of changes'))],
	bad: [
		{
			...inPool(question('None of the above')),
			says: `questions.yaml:5:59: info: Unexpected option \`None of the above\`, expected one that stands for itself [none-of-the-above]
  4 │   answer: A name for a commit
  5 │   distractors: [A copy of the files, A folder of commits, None of the above]
    │                                                           ^~~~~~~~~~~~~~~~~
  6 │   explanation: The name moves forward when a commit is made on the branch.
  help: Replace it by an option that somebody might believe, or leave it out.`,
		},
	],
	check: (checked) => {
		const { question: asked } = checked;
		if (!checked.english || !('options' in asked)) return nothing;
		const index = noneOfThemIn(asked);
		const option = index === undefined ? undefined : asked.options[index];
		if (index === undefined || option === undefined) return nothing;
		return [
			{
				place: placeOfOption(checked, index),
				message: `Unexpected option ${quoted(option.text)}, expected one that stands for itself`,
				help: 'Replace it by an option that somebody might believe, or leave it out.',
			},
		];
	},
};
