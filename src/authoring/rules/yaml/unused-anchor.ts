import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const unusedAnchor = readingRule({
	code: 'unused-anchor',
	family: 'yaml',
	summary: 'A YAML anchor that no alias names',
	why: `\`&\` at the start of a value marks it with the word that follows, for an alias further down (\`*word\`), and the word is no part of the
text. When nothing names the mark, the sign was most often meant as a part of the text, and learners never see the first word of it.

Put the text in quotes; or remove a mark that is left over.`,
	good: [inPool(questionWith({ answer: '\'&amp; is the sign for "and"\'' }))],
	bad: [
		{
			...inPool(questionWith({ answer: '&amp; is the sign for "and"' })),
			says: `questions.yaml:4:11: warning: Unexpected anchor \`&amp;\`, which no alias below names [unused-anchor]
  3 │   stem: What does a commit name?
  4 │   answer: &amp; is the sign for "and"
    │           ^~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Put the text in quotes if it starts with \`&\`, or remove the anchor.`,
		},
	],
});
