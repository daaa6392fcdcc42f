import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (name: string) => `- id: lines
  section: commits
  type: number
  vars: {lines: {int: [1, 9]}}
  stem: Each of two commits adds ${name} lines. How many are that?
  answer: "= 2 * lines"
  explanation: Twice {lines}.
`;

export const noSuchVariable = readingRule({
	code: 'no-such-variable',
	family: 'variants',
	summary: 'A name in braces that is nearly the name of a variable',
	why: `Braces are common in code, so what stands in them is left as it is unless a variable has that very name. This one comes near a name, and learners would see
the braces. Write the name as it stands in \`vars\`; where braces are meant, \`\\{\` in front of them keeps them.`,
	good: [inPool(question('{lines}')), inPool(question(String.raw`\{line}`))],
	bad: [
		{
			...inPool(question('{line}')),
			says: `questions.yaml:5:34: warning: \`{line}\` is shown as it stands here, since no variable is called \`line\` [no-such-variable]
  4 │   vars: {lines: {int: [1, 9]}}
  5 │   stem: Each of two commits adds {line} lines. How many are that?
    │                                  ^~~~~~
  6 │   answer: "= 2 * lines"
  help: Did you mean \`{lines}\`?`,
		},
	],
});
