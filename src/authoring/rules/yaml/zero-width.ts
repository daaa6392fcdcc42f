import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const pool = (place: 'stem' | 'answer', between: string) =>
	questionWith(
		place === 'stem'
			? { stem: `What does a${between} commit name?` }
			: { answer: `One${between} tree`, distractors: '[A list of changes, A branch]' },
	);

export const zeroWidth = readingRule({
	code: 'zero-width',
	family: 'yaml',
	summary: 'An invisible space in a text',
	why: `A zero-width space (U+200B, U+FEFF) comes along with text from web pages. In \`answer\`, \`answers\`, \`options\` and \`distractors\` it is an
error, and learners are refused the deck: nobody can see it or type it, so two options that look the same are not, and a typed answer can never
equal the key. Elsewhere it only breaks lines at odd places, which is a warning.

The joiners that emoji and some scripts need (U+200C, U+200D) are fine, and so is a byte order mark at the start of a file.`,
	good: [inPool(pool('stem', ''))],
	bad: [
		{
			...inPool({ text: pool('stem', '\u200b'), shown: pool('stem', '<U+200B>') }),
			says: `questions.yaml:3:20: warning: Unexpected U+200B, an invisible space [zero-width]
  2 │   section: commits
  3 │   stem: What does a<U+200B> commit name?
    │                    ^~~~~~~~
  4 │   answer: One tree
  help: Remove it.`,
		},
		{
			...inPool({ text: pool('answer', '\u200b'), shown: pool('answer', '<U+200B>') }),
			says: `questions.yaml:4:14: error: Unexpected U+200B, an invisible space that nobody can type [zero-width]
  3 │   stem: What does a commit name?
  4 │   answer: One<U+200B> tree
    │              ^~~~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Remove it.`,
		},
	],
});
