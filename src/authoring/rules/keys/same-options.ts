import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (distractor: string) => `- id: names
  section: commits
  stem: What does a commit name?
  answer: One tree
  distractors:
    - A list of changes
    - ${distractor}
  explanation: A commit names the tree of the whole project.
`;

const order = (last: string) => `- id: steps
  section: commits
  type: order
  stem: In which order does a new file come into a commit?
  items: [it is written, it is staged, ${last}]
  explanation: A commit takes what is staged, and only what is there can be staged.
`;

const match = (pairs: string) => `- id: changes
  section: commits
  type: match
  stem: What does each of these change?
  pairs: ${pairs}
  distractors: [the remote]
  explanation: Staging prepares what the commit then keeps.
`;

export const sameOptions = readingRule({
	code: 'same-options',
	family: 'keys',
	summary: 'Two options, items or sides are the same, or a distractor is the answer too',
	why: `Whoever picks the one instead of the other would be told that it is wrong, and be right. Options are the same when they are equal after
Unicode's NFKC (which makes \`km²\` and \`km2\` equal), without spaces at the ends and with each run of spaces taken as one: on a screen
nobody could tell them apart.

The same holds for the items of an \`order\`, and for each side of a \`match\`: there a right side belongs to one left side, and a distractor to
none.`,
	good: [inPool(question('A branch')), inPool(order('it is committed')), inPool(match('[[git add, the index], [git commit, the branch]]'))],
	bad: [
		{
			...inPool(question('One tree')),
			says: `questions.yaml:7:7: error: Unexpected distractor \`One tree\`, which is an answer too [same-options]
  6 │     - A list of changes
  7 │     - One tree
    │       ^~~~~~~~
  8 │   explanation: A commit names the tree of the whole project.
  questions.yaml:4:11: the answer
  3 │   stem: What does a commit name?
  4 │   answer: One tree
    │           ^~~~~~~~
  5 │   distractors:
  help: Change or remove the distractor.`,
		},
		{
			...inPool(question('"A  list of changes"')),
			says: `questions.yaml:7:7: error: Unexpected second \`A list of changes\`, expected each option once [same-options]
  6 │     - A list of changes
  7 │     - "A  list of changes"
    │       ^~~~~~~~~~~~~~~~~~~~
  8 │   explanation: A commit names the tree of the whole project.
  questions.yaml:6:7: the first one
  5 │   distractors:
  6 │     - A list of changes
    │       ^~~~~~~~~~~~~~~~~
  7 │     - "A  list of changes"
  help: Change or remove one of the two; spaces and the forms of a character make no difference.`,
		},
		{
			...inPool(order('it is staged')),
			says: `questions.yaml:5:40: error: Unexpected second \`it is staged\`, expected each item once [same-options]
  4 │   stem: In which order does a new file come into a commit?
  5 │   items: [it is written, it is staged, it is staged]
    │                                        ^~~~~~~~~~~~
  6 │   explanation: A commit takes what is staged, and only what is there can be staged.
  questions.yaml:5:26: the first one
  4 │   stem: In which order does a new file come into a commit?
  5 │   items: [it is written, it is staged, it is staged]
    │                          ^~~~~~~~~~~~
  6 │   explanation: A commit takes what is staged, and only what is there can be staged.
  help: Change or remove one of the two.`,
		},
		{
			...inPool(match('[[git add, the index], [git commit, the remote]]')),
			says: `questions.yaml:6:17: error: Unexpected distractor \`the remote\`, which belongs to a left side [same-options]
  5 │   pairs: [[git add, the index], [git commit, the remote]]
  6 │   distractors: [the remote]
    │                 ^~~~~~~~~~
  7 │   explanation: Staging prepares what the commit then keeps.
  questions.yaml:5:46: the right side
  4 │   stem: What does each of these change?
  5 │   pairs: [[git add, the index], [git commit, the remote]]
    │                                              ^~~~~~~~~~
  6 │   distractors: [the remote]
  help: Change or remove the distractor.`,
		},
	],
});
