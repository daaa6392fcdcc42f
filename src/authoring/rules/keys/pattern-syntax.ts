import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWithPattern as question } from './shared-pattern.ts';

export const patternSyntax = readingRule({
	code: 'pattern-syntax',
	family: 'keys',
	summary: 'A pattern that is not RE2 syntax',
	why: `Patterns are read as RE2 does, which is quick whatever a learner types. It knows most of what other engines know, but no look-around
(\`(?=\`, \`(?!\`, \`(?<=\`) and no back-references (\`\\1\`). A pattern is matched against the whole answer, and has at most 500 characters.
Instead of a long one, list the answers under \`answer\`.`,
	good: [inPool(question(String.raw`git (add|stage) (\.|-A|--all)`))],
	bad: [
		{
			...inPool(question('git (add|stage (.|-A|--all)')),
			says: `questions.yaml:6:12: error: Unexpected pattern, expected RE2 syntax: missing closing ): \`git (add|stage (.|-A|--all)\` [pattern-syntax]
  5 │   answer: git add .
  6 │   pattern: 'git (add|stage (.|-A|--all)'
    │            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  7 │   explanation: The dot stands for the folder one is in.
  help: Correct it.`,
		},
		{
			...inPool(question('git (?!commit).*')),
			says: `questions.yaml:6:12: error: Unexpected pattern, expected RE2 syntax: invalid or unsupported Perl syntax: \`(?!\` [pattern-syntax]
  5 │   answer: git add .
  6 │   pattern: 'git (?!commit).*'
    │            ^~~~~~~~~~~~~~~~~~
  7 │   explanation: The dot stands for the folder one is in.
  help: Write it without look-around and back-references, which RE2 does not have.`,
		},
	],
});
