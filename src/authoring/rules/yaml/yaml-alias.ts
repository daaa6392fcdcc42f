import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const anchored = (answer: string) => `${questionWith({ distractors: '&wrong [A list of changes, A branch]' })}- id: names
  section: commits
  stem: What does a tag name, as a rule?
  answer: ${answer}
  distractors: *wrong
  explanation: A tag most often names a commit.
`;

export const yamlAlias = readingRule({
	code: 'yaml-alias',
	family: 'yaml',
	summary: 'A YAML alias that names nothing above it, or holds itself',
	why: `\`&name\` marks a value, and \`*name\` further down in the same file stands for the same value: a way to give two questions the same
distractors. An alias must name a mark above it, and a value cannot hold itself. A key of a map is always written out.

Most often the asterisk was meant as a part of the text: then it needs quotes.`,
	good: [inPool(anchored('One commit')), inPool(questionWith({ answer: "'*.log'" }))],
	bad: [
		{
			...inPool(questionWith({ answer: '*.log' })),
			says: `questions.yaml:4:11: error: Unexpected alias \`*.log\`, which names nothing above it [yaml-alias]
  3 │   stem: What does a commit name?
  4 │   answer: *.log
    │           ^~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Put the text in quotes if it starts with an asterisk.`,
		},
		{
			...inPool(questionWith({ distractors: '&wrong [A list of changes, *wrong]' })),
			says: `questions.yaml:5:43: error: Unexpected alias \`*wrong\`, which holds itself [yaml-alias]
  4 │   answer: One tree
  5 │   distractors: &wrong [A list of changes, *wrong]
    │                                           ^~~~~~
  6 │   explanation: A commit names the tree of the whole project.
  help: Write the content out.`,
		},
	],
});
