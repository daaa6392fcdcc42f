import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (options: string) => `- id: states
  section: commits
  stem: Where does a file stand that git add has just taken?
  answer: In the index
${options}  explanation: The index holds what the next commit will hold.
`;
const options = '  options: [In the index, In a commit]\n';
const distractors = '  distractors: [In a commit, In a branch]\n';

export const optionsAndDistractors = readingRule({
	code: 'options-and-distractors',
	family: 'keys',
	summary: 'A question has both `options` and `distractors`',
	why: `They are two ways to write the same thing. \`distractors\` holds the wrong answers, which are shuffled together with the right ones.
\`options\` holds all answers in the order to be shown, for scales and numbers, and \`answer\` repeats the right one. With both, nobody can
say which was meant.`,
	good: [inPool(question(options)), inPool(question(distractors))],
	bad: [
		{
			...inPool(question(options + distractors)),
			says: `questions.yaml:5:3: error: Unexpected \`options\` beside \`distractors\`, expected one of the two [options-and-distractors]
  4 │   answer: In the index
  5 │   options: [In the index, In a commit]
    │   ^~~~~~~
  6 │   distractors: [In a commit, In a branch]
  questions.yaml:6:3: the distractors
  5 │   options: [In the index, In a commit]
  6 │   distractors: [In a commit, In a branch]
    │   ^~~~~~~~~~~
  7 │   explanation: The index holds what the next commit will hold.
  help: Keep \`options\` for a fixed order, or \`distractors\` for a shuffled one.`,
		},
	],
});
