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

export const sameOptions = readingRule({
	code: 'same-options',
	family: 'keys',
	summary: 'Two options are the same, or a distractor is the answer too',
	why: `Whoever picks the one instead of the other would be told that it is wrong, and be right. Options are the same when they are equal after
Unicode's NFKC (which makes \`km²\` and \`km2\` equal), without spaces at the ends and with each run of spaces taken as one: on a screen
nobody could tell them apart.`,
	good: [inPool(question('A branch'))],
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
	],
});
