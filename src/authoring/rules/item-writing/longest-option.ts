import type { ChoiceQuestion } from '../../../model/deck.ts';
import { isMuchLonger, lengthsOf } from '../../cues/lengths.ts';
import { allOfThemIn } from '../../cues/options-about-options.ts';
import { optionNamingOthers } from '../../cues/options-by-letter.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (answer: string) => `- id: branch-is
  section: commits
  stem: What is a branch?
  answer: ${answer}
  distractors: [A copy of all the files, A folder below .git/branches]
  explanation: A branch is a name for one commit, and moves when a commit is made on it.
`;

export const longestOption: QuestionRule = {
	scope: 'question',
	code: 'longest-option',
	family: 'item-writing',
	severity: 'warning',
	summary: 'The right option is much longer than the others',
	why: `Whoever knows nothing picks the longest option, because authors take care to make the right one exact. In a bank of 9,693 questions by
amateurs, an option at least 1.5 times as long as the next was the key 65 % of the time, with 25 % expected by chance.

The rule speaks where the right option has at least 15 characters and is at least 1.5 times as long as the next. Shorten it and leave the detail
to the explanation, or give the distractors as much detail.`,
	good: [inPool(question('A name for one commit'))],
	bad: [
		{
			...inPool(question('A name for one commit, which moves forward each time a commit is made')),
			says: `questions.yaml:4:11: warning: The right option is 69 characters long, the next 28 [longest-option]
  3 │   stem: What is a branch?
  4 │   answer: A name for one commit, which moves forward each time a commit is made
    │           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   distractors: [A copy of all the files, A folder below .git/branches]
  help: Shorten it, or give the distractors as much detail.`,
		},
	],
	check: (checked) => {
		const { question: asked, english } = checked;
		if (asked.type !== 'choice') return nothing;
		const { longest, next, index } = lengthsOf(asked);
		if (asked.options[index]?.right !== true || !isMuchLonger(longest, next)) return nothing;
		return [
			{
				place: placeOfOption(checked, index),
				message: `The right option is ${longest} characters long, the next ${next}`,
				help: 'Shorten it, or give the distractors as much detail.',
				unless: english ? toldBy(asked, index) : [],
			},
		];
	},
};

/** An option that speaks of the others should not be there, long or short. */
function toldBy(question: ChoiceQuestion, index: number): readonly string[] {
	return [
		...(allOfThemIn(question) === index ? ['all-of-the-above'] : []),
		...(optionNamingOthers(question) === index ? ['option-letters'] : []),
	];
}
