import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (source: string, distractors: string) => `- id: stores
  section: commits
  stem: What does a commit name?
${source}  answer: One tree
  distractors: ${distractors}
  explanation: A commit names the tree of the whole project.
`;

export const emptyText = readingRule({
	code: 'empty-text',
	family: 'shape',
	summary: 'A text of nothing but spaces, or of nothing at all',
	why: `Quotes with nothing between them are a text, though one that nobody can read: an option without words, a blank line where an explanation
should be. Write the text; or remove the key, where the format does not ask for it.`,
	good: [inPool(question('  source: Pro Git, chapter 10\n', '[A list of changes, A branch]'))],
	bad: [
		{
			...inPool(question('', '[A list of changes, ""]')),
			says: `questions.yaml:5:36: error: Unexpected blank, expected text, or a map with \`text\` and \`feedback\` [empty-text]
  4 │   answer: One tree
  5 │   distractors: [A list of changes, ""]
    │                                    ^~
  6 │   explanation: A commit names the tree of the whole project.
  help: Write the text.`,
		},
		{
			...inPool(question('  source: " "\n', '[A list of changes, A branch]')),
			says: `questions.yaml:4:11: error: Unexpected blank, expected text [empty-text]
  3 │   stem: What does a commit name?
  4 │   source: " "
    │           ^~~
  5 │   answer: One tree
  help: Write the text, or remove the key.`,
		},
	],
});
