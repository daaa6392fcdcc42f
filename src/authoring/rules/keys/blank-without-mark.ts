import { readingRule } from '../../rule.ts';
import { clozeOf } from './shared-cloze.ts';

export const blankWithoutMark = readingRule({
	code: 'blank-without-mark',
	family: 'keys',
	summary: 'A blank that is marked nowhere',
	why: `Each blank of a \`cloze\` stands once in \`stem\` or \`code\`, as its id in two braces. A blank without its mark could not be filled, and the
question could not be got right. What follows a backslash is no mark: \`\\{{\` is two braces.`,
	good: [clozeOf('A commit names one {{tree}} and its {{before}}.', 'tree: tree', 'before: parents')],
	bad: [
		{
			...clozeOf('A commit names one {{tree}} and its parents.', 'tree: tree', 'before: parents'),
			says: `questions.yaml:7:5: error: No \`{{before}}\` in \`stem\` or \`code\`, expected the mark of this blank once [blank-without-mark]
  6 │     tree: tree
  7 │     before: parents
    │     ^~~~~~
  8 │   explanation: The tree is the content, and the parents are what came before.
  help: Write it where the blank is, or remove the blank.`,
		},
	],
});
