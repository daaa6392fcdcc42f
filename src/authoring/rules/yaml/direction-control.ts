import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const directionControl = readingRule({
	code: 'direction-control',
	family: 'yaml',
	summary: 'An invisible character that turns the text around it',
	why: `Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) make a line look different from what it says: a reviewer reads one
answer, and the program grades another (Boucher and Anderson, *Trojan Source*, 2021).

Text in Arabic, Hebrew and other scripts from right to left needs none of them: terminals and editors find its direction by its letters.`,
	good: [
		inPool(
			questionWith({
				stem: 'Which language writes \u05e9\u05dc\u05d5\u05dd for hello?',
				answer: 'Hebrew',
				distractors: '[Greek, Thai]',
				explanation: 'It is read as shalom.',
			}),
		),
	],
	bad: [
		{
			...inPool({
				text: questionWith({ answer: '\u202eeert enO' }),
				shown: questionWith({ answer: '<U+202E>eert enO' }),
			}),
			says: `questions.yaml:4:11: error: Unexpected U+202E, which changes the direction of the text around it [direction-control]
  3 │   stem: What does a commit name?
  4 │   answer: <U+202E>eert enO
    │           ^~~~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Remove it.`,
		},
		{
			...inPool(questionWith({ answer: '"\\u202eeert enO"' })),
			says: `questions.yaml:4:11: error: Unexpected U+202E, which changes the direction of the text around it [direction-control]
  3 │   stem: What does a commit name?
  4 │   answer: "\\u202eeert enO"
    │           ^~~~~~~~~~~~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Remove it.`,
		},
	],
});
