import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const controlCharacter = readingRule({
	code: 'control-character',
	family: 'yaml',
	summary: 'A control character in a text',
	why: `A terminal obeys such characters instead of showing them: they change colours, move the cursor, or delete what stands there. They come from
text that was copied out of a terminal or a binary file. A typed answer that holds one can never be typed. Half of a character (one of a pair
that only means something together) is told here too.

Tabs and line breaks are fine. Written as an escape in double quotes, a control character is the same character, and is told as well: to speak
of one, write its name, such as \`ESC\` or \`Ctrl-C\`.`,
	good: [
		inPool(
			questionWith({
				stem: '"Which key sends ESC, U+001B?"',
				answer: 'Escape',
				distractors: '[Control, Shift]',
				explanation: 'It is named after the character.',
			}),
		),
	],
	bad: [
		{
			...inPool({
				text: questionWith({ stem: 'What does \u001b[1mHEAD\u001b[0m name?' }),
				shown: questionWith({ stem: 'What does <U+001B>[1mHEAD<U+001B>[0m name?' }),
			}),
			says: `questions.yaml:3:19: error: Unexpected U+001B, a control character [control-character]
  2 │   section: commits
  3 │   stem: What does ^[[1mHEAD^[[0m name?
    │                   ^~
  4 │   answer: One tree
  help: Remove it.

questions.yaml:3:27: error: Unexpected U+001B, a control character [control-character]
  2 │   section: commits
  3 │   stem: What does ^[[1mHEAD^[[0m name?
    │                            ^~
  4 │   answer: One tree
  help: Remove it.`,
		},
		{
			...inPool(questionWith({ stem: '"What does \\e[1mHEAD\\e[0m name?"' })),
			says: `questions.yaml:3:9: error: Unexpected U+001B, a control character [control-character]
  2 │   section: commits
  3 │   stem: "What does \\e[1mHEAD\\e[0m name?"
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  4 │   answer: One tree
  help: Remove it.`,
		},
	],
});
