import { readingRule } from '../../rule.ts';
import { clozeOf } from './shared-cloze.ts';

export const repeatedMark = readingRule({
	code: 'repeated-mark',
	family: 'keys',
	summary: 'A blank that is marked twice',
	why: `Learners fill each blank once and are told of each whether it was right. Marked twice, it would have to be typed twice, and one slip would
count twice. Give the second place a blank of its own, where it asks for something else; otherwise write the word there, in another form if it
would give the answer away.`,
	good: [clozeOf('A {{tree}} names files and other folders.', 'tree: tree')],
	bad: [
		{
			...clozeOf('A {{tree}} names files and the next {{tree}}.', 'tree: tree'),
			says: `questions.yaml:4:45: error: Unexpected second \`{{tree}}\`, expected each blank once [repeated-mark]
  3 │   type: cloze
  4 │   stem: A {{tree}} names files and the next {{tree}}.
    │                                             ^~~~~~~~
  5 │   blanks:
  questions.yaml:4:11: the first one
  3 │   type: cloze
  4 │   stem: A {{tree}} names files and the next {{tree}}.
    │           ^~~~~~~~
  5 │   blanks:
  help: Give the second one a blank of its own, or write the word.`,
		},
	],
});
