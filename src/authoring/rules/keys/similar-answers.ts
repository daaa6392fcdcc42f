import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answers: string, match = '') => `- id: current
  section: commits
  type: text
  stem: What names the commit that is checked out?
  answer: ${answers}
${match}  explanation: HEAD names a branch, or a commit, and so what is checked out.
`;

export const similarAnswers = readingRule({
	code: 'similar-answers',
	family: 'keys',
	summary: 'Two accepted answers differ in capital letters only',
	why: `Unless \`match\` says \`case: exact\`, capital letters make no difference in a typed answer, so that the second one adds nothing.`,
	good: [inPool(question('HEAD')), inPool(question('[HEAD, Head]', '  match: {case: exact}\n'))],
	bad: [
		{
			...inPool(question('[HEAD, head]')),
			says: `questions.yaml:5:18: warning: The answer \`head\` is accepted already, since capital letters make no difference [similar-answers]
  4 │   stem: What names the commit that is checked out?
  5 │   answer: [HEAD, head]
    │                  ^~~~
  6 │   explanation: HEAD names a branch, or a commit, and so what is checked out.
  questions.yaml:5:12: the first one
  4 │   stem: What names the commit that is checked out?
  5 │   answer: [HEAD, head]
    │            ^~~~
  6 │   explanation: HEAD names a branch, or a commit, and so what is checked out.
  help: Remove one of the two, or write \`match: {case: exact}\`.`,
		},
	],
});
