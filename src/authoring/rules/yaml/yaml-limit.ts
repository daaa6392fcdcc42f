import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const levels = 30;

const sharing = (index: number) => `- id: commit-${index}
  section: commits
  stem: What is number ${index} of the tree?
  answer: Entry ${index}
  distractors: ${index === 1 ? '&wrong [A branch, A tag]' : '*wrong'}
  explanation: The entries of a tree are in order.
`;

const questions = 102;

export const yamlLimit = readingRule({
	code: 'yaml-limit',
	family: 'yaml',
	summary: 'A file that is too deep or too large for YAML written by hand',
	why: `At most 24 levels of lists and maps, 100 aliases, 5,000 keys in one map and 200,000 values in one file. What people write stays far below;
a small file that unfolds into millions of values by aliases of aliases does not, and would fill the memory of whoever opens the deck.

A file with very many questions can be split into pools, and an alias can be written out. The file is not read any further.`,
	good: [inPool(questionWith({})), inPool([1, 2, 3].map(sharing).join(''))],
	bad: [
		{
			...inPool(questionWith({ answer: `${'['.repeat(levels)}One tree${']'.repeat(levels)}` })),
			says: `questions.yaml:4:33: error: Unexpected size, with more than 24 levels [yaml-limit]
  3 │   stem: What does a commit name?
  4 │   answer: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[One tree]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    │                                 ^~~~~~~~~~~~~~~~~~~~~~~~
  5 │   distractors: [A list of changes, A branch]
  help: Split the file, or write it more simply.`,
		},
		{
			...inPool({
				text: Array.from({ length: questions }, (_, index) => sharing(index + 1)).join(''),
				shown: `${[1, 2].map(sharing).join('')}# and so on, up to commit-${questions}\n`,
			}),
			says: `questions.yaml:611:16: error: Unexpected size, with more than 100 aliases [yaml-limit]
  610 │   answer: Entry 102
  611 │   distractors: *wrong
      │                ^~~~~~
  612 │   explanation: The entries of a tree are in order.
  help: Split the file, or write it more simply.`,
		},
	],
});
