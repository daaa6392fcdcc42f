import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answers: string) => `- id: stages
  section: commits
  type: text
  stem: Which command puts a file into the index?
  answer: ${answers}
  explanation: git add, which is also called git stage.
`;
const several = `- id: objects
  section: trees
  type: multiple
  stem: Which of these does Git store as an object?
  answers: [A tree, A tree]
  distractors: [A branch]
  explanation: Trees and blobs are objects; a branch is a file with the name of a commit.
`;

export const sameAnswers = readingRule({
	code: 'same-answers',
	family: 'keys',
	summary: 'The same right answer twice',
	why: `The second does nothing; often another answer was meant and its learners would be told that they are wrong. Answers are the same when
they are equal after Unicode's NFKC, without spaces at the ends and with each run of spaces taken as one.`,
	good: [inPool(question('[git add, git stage]'))],
	bad: [
		{
			...inPool(question('[git add, "git add "]')),
			says: `questions.yaml:5:21: error: Unexpected second \`git add \`, expected each answer once [same-answers]
  4 │   stem: Which command puts a file into the index?
  5 │   answer: [git add, "git add "]
    │                     ^~~~~~~~~~
  6 │   explanation: git add, which is also called git stage.
  questions.yaml:5:12: the first one
  4 │   stem: Which command puts a file into the index?
  5 │   answer: [git add, "git add "]
    │            ^~~~~~~
  6 │   explanation: git add, which is also called git stage.
  help: Change or remove one of the two; spaces and the forms of a character make no difference.`,
		},
		{
			...inPool(several),
			says: `questions.yaml:5:21: error: Unexpected second \`A tree\`, expected each answer once [same-answers]
  4 │   stem: Which of these does Git store as an object?
  5 │   answers: [A tree, A tree]
    │                     ^~~~~~
  6 │   distractors: [A branch]
  questions.yaml:5:13: the first one
  4 │   stem: Which of these does Git store as an object?
  5 │   answers: [A tree, A tree]
    │             ^~~~~~
  6 │   distractors: [A branch]
  help: Change or remove one of the two.`,
		},
	],
});
