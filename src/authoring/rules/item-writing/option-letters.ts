import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { optionNamingOthers } from '../../cues/options-by-letter.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (last: string) => `- id: tree-names
  section: trees
  stem: What does a tree name?
  answer: ${last}
  distractors: [Blobs alone, Trees alone, Commits alone]
  explanation: A tree is a folder, so it names files (blobs) and further folders (trees).
`;

export const optionLetters: QuestionRule = {
	scope: 'question',
	code: 'option-letters',
	family: 'item-writing',
	severity: 'warning',
	summary: 'An option that speaks of other options by letter or place, though they are shuffled',
	why: `Options have no letters of their own, and stand in another order in every attempt: "both A and B" then points at other options than its author
meant, or at itself. Where letters name things of the question, such as points of a figure, or where hardly an option stands for itself, the rule keeps quiet.

Say what the option means in words, make the question a \`multiple\`, or keep the order with \`options\` instead of \`distractors\`.`,
	good: [inPool(question('Blobs and trees'))],
	bad: [
		{
			...inPool(question('Both A and B')),
			says: `questions.yaml:4:11: warning: Unexpected option \`Both A and B\`, expected none that speaks of others by letter or place, since options are shuffled [option-letters]
  3 │   stem: What does a tree name?
  4 │   answer: Both A and B
    │           ^~~~~~~~~~~~
  5 │   distractors: [Blobs alone, Trees alone, Commits alone]
  help: Say in words what it means.`,
		},
	],
	check: (checked) => {
		const { question: asked } = checked;
		if (!checked.english || !('options' in asked)) return nothing;
		const index = optionNamingOthers(asked);
		const option = index === undefined ? undefined : asked.options[index];
		if (index === undefined || option === undefined) return nothing;
		return [
			{
				place: placeOfOption(checked, index),
				message: `Unexpected option ${quoted(option.text)}, expected none that speaks of others by letter or place, since options are shuffled`,
				help: 'Say in words what it means.',
			},
		];
	},
};
