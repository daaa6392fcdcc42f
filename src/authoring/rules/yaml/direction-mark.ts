import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const directionMark = readingRule({
	code: 'direction-mark',
	family: 'yaml',
	summary: 'An invisible direction mark in a text',
	why: `The marks U+200E, U+200F and U+061C tell in which direction signs between words belong. Where scripts of both directions meet they can be
right. Elsewhere they came along with copied text, and an option that ends with one is not the same as one that does not.`,
	good: [inPool(questionWith({}))],
	bad: [
		{
			...inPool({
				text: questionWith({ stem: 'What does a commit\u200e name?' }),
				shown: questionWith({ stem: 'What does a commit<U+200E> name?' }),
			}),
			says: `questions.yaml:3:27: warning: Unexpected U+200E, an invisible direction mark [direction-mark]
  2 │   section: commits
  3 │   stem: What does a commit<U+200E> name?
    │                           ^~~~~~~~
  4 │   answer: One tree
  help: Remove it, unless the text needs it.`,
		},
	],
});
