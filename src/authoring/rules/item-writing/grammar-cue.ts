import { placeOf } from '../../../deck/yaml/source-node.ts';
import { agreementOf } from '../../cues/agreement.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (end: string, option: (noun: string) => string) => `- id: staging
  section: commits
  stem: What is staged stands in ${end}
  answer: ${option('index')}
  distractors: [${option('branch')}, ${option('tree')}]
  explanation: The index holds what the next commit will hold.
`;

export const grammarCue: QuestionRule = {
	scope: 'question',
	code: 'grammar-cue',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A stem whose last word fits the right option alone',
	why: `After "an" comes a vowel, after "are" no single thing: grammar gives the answer to readers who do not know it.

End the stem before the article or the verb and let each option bring its own, or word it so that every option fits ("a(n)").`,
	good: [inPool(question('...', (noun) => (noun === 'index' ? 'an index' : `a ${noun}`)))],
	bad: [
		{
			...inPool(question('an ...', (noun) => noun)),
			says: `questions.yaml:3:9: warning: The stem ends with \`an\`, which fits the right option alone [grammar-cue]
  2 │   section: commits
  3 │   stem: What is staged stands in an ...
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  4 │   answer: index
  help: Leave out \`an\`, and let each option begin with a word of its own.`,
		},
	],
	check: ({ question: asked, located, english }) => {
		if (!english || asked.type !== 'choice') return nothing;
		const agreement = agreementOf(asked);
		const [only, another] = agreement?.fitting ?? [];
		if (agreement === undefined || only === undefined || another !== undefined || asked.options[only]?.right !== true) return nothing;
		return [
			{
				place: placeOf(located, 'stem'),
				message: `The stem ends with \`${agreement.with}\`, which fits the right option alone`,
				help: `Leave out \`${agreement.with}\`, and let each option begin with a word of its own.`,
			},
		];
	},
};
