import { absoluteTermsIn } from '../../cues/absolute-terms.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (distractor: string) => `- id: merge-makes
  section: commits
  stem: What does a merge make?
  answer: A commit with two parents
  distractors: [${distractor}, A copy of both branches]
  explanation: It names both branches' latest commits as its parents, unless one of them lies behind the other already.
`;

export const absoluteTerms: QuestionRule = {
	scope: 'question',
	code: 'absolute-terms',
	family: 'item-writing',
	severity: 'info',
	summary: 'Words such as always and never, in distractors alone',
	why: `Few things hold always, and test-wise readers know it: in a bank by amateurs such words stood in 0.75 % of the distractors and 0.31 % of the keys. It is a
weak and rare cue, but easily mended.

It cuts both ways in a \`multiple\`, where each option is judged by itself. Take the word out of the distractor, or find one that is wrong without it.`,
	good: [inPool(question('A branch with two names'))],
	bad: [
		{
			...inPool(question('A conflict that must always be mended')),
			says: `questions.yaml:5:17: info: Unexpected \`always\` in distractors alone, which readers take for a sign of a wrong option [absolute-terms]
  4 │   answer: A commit with two parents
  5 │   distractors: [A conflict that must always be mended, A copy of both branches]
    │                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  6 │   explanation: It names both branches' latest commits as its parents, unless one of them lies…
  help: Word the distractor without it.`,
		},
	],
	check: (checked) => {
		const { question: asked, english } = checked;
		if (!english || !('options' in asked)) return nothing;
		const terms = absoluteTermsIn(asked);
		const [first] = terms;
		if (first === undefined || terms.some(({ option }) => asked.options[option]?.right === true)) return nothing;
		return [
			{
				place: placeOfOption(checked, first.option),
				message: `Unexpected \`${first.term}\` in distractors alone, which readers take for a sign of a wrong option`,
				help: 'Word the distractor without it.',
			},
		];
	},
};
