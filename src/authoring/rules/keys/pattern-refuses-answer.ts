import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWithPattern as question } from './shared-pattern.ts';

export const patternRefusesAnswer = readingRule({
	code: 'pattern-refuses-answer',
	family: 'keys',
	summary: 'A pattern does not accept the first answer',
	why: `\`pattern\` accepts answers besides those that are listed, and the first of these is its test: a pattern that refuses it does not do what
was meant. It must match the whole answer, not a part; capital letters count only where \`match\` says \`case: exact\`.`,
	good: [inPool(question(String.raw`git (add|stage) (\.|-A|--all)`))],
	bad: [
		{
			...inPool(question('git (add|stage)')),
			says: `questions.yaml:6:12: error: The pattern does not accept the first answer, \`git add .\` [pattern-refuses-answer]
  5 │   answer: git add .
  6 │   pattern: 'git (add|stage)'
    │            ^~~~~~~~~~~~~~~~~
  7 │   explanation: The dot stands for the folder one is in.
  questions.yaml:5:11: the first answer
  4 │   stem: Which command puts all files into the index?
  5 │   answer: git add .
    │           ^~~~~~~~~
  6 │   pattern: 'git (add|stage)'
  help: Let it match the whole of the first answer.`,
		},
	],
});
