import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const cutByComment = readingRule({
	code: 'cut-by-comment',
	family: 'yaml',
	summary: 'A text that ends at a ` #`, which begins a comment',
	why: `A space and \`#\` begin a comment in YAML, so that the rest of the line is cut off: learners read half a sentence, or are asked for half an
answer. In quotes, and in a text block, the sign has no meaning; nor has it without a space before it, as in \`C#\`.

A comment after a text is told apart by its look: two spaces before it, and one after its sign. After a number, \`true\` or \`false\`, one space before
it is enough.`,
	good: [
		inPool(questionWith({ stem: '"What closes issue #12 when it is pushed?"', answer: 'One tree  # every file is below it' })),
		inPool(questionWith({ stem: '|\n    What closes issue #12 when it is pushed?' })),
	],
	bad: [
		{
			...inPool(questionWith({ stem: 'What closes issue #12 when it is pushed?' })),
			says: `questions.yaml:3:27: warning: The text ends before \`#12 when it is pushed?\`, since a space and \`#\` begin a comment [cut-by-comment]
  2 │   section: commits
  3 │   stem: What closes issue #12 when it is pushed?
    │                           ^~~~~~~~~~~~~~~~~~~~~~
  4 │   answer: One tree
  help: Put the whole text in quotes, or two spaces before a comment.`,
		},
		{
			...inPool(questionWith({ answer: 'One tree # every file is below it' })),
			says: `questions.yaml:4:20: warning: The text ends before \`# every file is below it\`, since a space and \`#\` begin a comment [cut-by-comment]
  3 │   stem: What does a commit name?
  4 │   answer: One tree # every file is below it
    │                    ^~~~~~~~~~~~~~~~~~~~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Put the whole text in quotes, or two spaces before a comment.`,
		},
	],
});
