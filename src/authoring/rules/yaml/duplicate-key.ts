import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const twice = questionWith({ explanation: 'A commit names the tree of the whole project.\n  explanation: See "What a commit stores".' });

export const duplicateKey = readingRule({
	code: 'duplicate-key',
	family: 'yaml',
	summary: 'A key that stands twice in one map',
	why: `Many programs keep the last of the two in silence, others the first. Here neither is lost without a word. Most often the dash before the
next question is missing, so that two questions became one, or a part was pasted and the old one not removed. Several texts under one key are a
list: \`hints: [first, second]\`.`,
	good: [inPool(questionWith({}))],
	bad: [
		{
			...inPool(twice),
			says: `questions.yaml:7:3: error: Unexpected second \`explanation\`, expected each key once [duplicate-key]
  6 │   explanation: A commit names the tree of the whole project.
  7 │   explanation: See "What a commit stores".
    │   ^~~~~~~~~~~
  questions.yaml:6:3: the first one
  5 │   distractors: [A list of changes, A branch]
  6 │   explanation: A commit names the tree of the whole project.
    │   ^~~~~~~~~~~
  7 │   explanation: See "What a commit stores".
  help: Remove one of the two.`,
		},
	],
});
