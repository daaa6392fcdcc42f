import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { allOfThemIn } from '../../cues/options-about-options.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const asChoice = `- id: commit-holds
  section: commits
  stem: What does a commit hold?
  answer: All of the above
  distractors: [A message, An author, The time]
  explanation: All three, and the names of a tree and of its parents.
`;

const asMultiple = `- id: commit-holds
  section: commits
  type: multiple
  stem: What does a commit hold? (Choose all that apply.)
  answers: [A message, An author, The time]
  distractors: [A list of changed lines]
  explanation: A commit also names a tree and its parents. Changes are worked out when somebody asks.
`;

export const allOfTheAbove: QuestionRule = {
	scope: 'question',
	code: 'all-of-the-above',
	family: 'item-writing',
	severity: 'warning',
	summary: 'An option that means all of the others',
	why: `Two options seen to be right are enough to pick it, without a look at the rest; one seen to be wrong is enough to strike it out. In two large
banks by amateurs it was the key 59 % and 70 % of the time. Options are also shuffled, so that nothing is surely above.

Make it a \`multiple\`, where each option is judged by itself, or replace the option by a real one.`,
	good: [inPool(asMultiple)],
	bad: [
		{
			...inPool(asChoice),
			says: `questions.yaml:4:11: warning: Unexpected option \`All of the above\`, expected one that stands for itself [all-of-the-above]
  3 │   stem: What does a commit hold?
  4 │   answer: All of the above
    │           ^~~~~~~~~~~~~~~~
  5 │   distractors: [A message, An author, The time]
  help: Make the question a \`multiple\`, or replace the option.`,
		},
	],
	check: (checked) => {
		const { question } = checked;
		if (!checked.english || !('options' in question)) return nothing;
		const index = allOfThemIn(question);
		const option = index === undefined ? undefined : question.options[index];
		if (index === undefined || option === undefined) return nothing;
		return [
			{
				place: placeOfOption(checked, index),
				message: `Unexpected option ${quoted(option.text)}, expected one that stands for itself`,
				help:
					question.type === 'multiple'
						? 'Remove it: learners tick each option that applies.'
						: 'Make the question a `multiple`, or replace the option.',
			},
		];
	},
};
