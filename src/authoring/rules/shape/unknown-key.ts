import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (key: string, extra = '') => `- id: stores
  section: commits
  ${key}: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
${extra}  explanation: A commit names the tree of the whole project.
`;

export const unknownKey = readingRule({
	code: 'unknown-key',
	family: 'shape',
	summary: 'A key that the format does not know',
	why: `Nothing reads such a key, so what stands under it would be lost without a word. Most often it is a misspelt one: then the nearest
key that the map does not have yet is suggested, and the key that was meant is not also told as missing.`,
	good: [inPool(question('stem'))],
	bad: [
		{
			...inPool(question('stme')),
			says: `questions.yaml:3:3: error: Unexpected key \`stme\`, expected a key such as \`stem\` [unknown-key]
  2 │   section: commits
  3 │   stme: What does a commit name?
    │   ^~~~
  4 │   answer: One tree
  help: Did you mean \`stem\`?`,
		},
		{
			...inPool(question('stem', '  weight: 2\n')),
			says: `questions.yaml:6:3: error: Unexpected key \`weight\`, expected \`id\`, \`section\`, \`vars\`, \`where\`, \`stem\`, \`code\`, \`explanation\`, \`hints\`, \`difficulty\`, \`group\`, \`tags\`, \`source\`, \`also\`, \`proof\`, \`type\`, \`answer\`, \`distractors\` or \`options\` [unknown-key]
  5 │   distractors: [A list of changes, A branch]
  6 │   weight: 2
    │   ^~~~~~
  7 │   explanation: A commit names the tree of the whole project.
  help: Move it to a section, or remove it.`,
		},
	],
});
