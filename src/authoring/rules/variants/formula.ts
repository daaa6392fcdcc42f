import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (answer: string, more = 'lines') => `- id: lines
  section: commits
  vars:
    lines: {int: [1, 9]}
    who: {pick: [Ada, Alan]}
    all: "= 2 * ${more}"
  stem: Each commit of {who} adds {lines} lines. How many do two of them add?
  answer: ${answer}
  distractors: ["= all + 1", "= all + 2"]
  explanation: Twice {lines}.
`;

export const formula = readingRule({
	code: 'formula',
	family: 'variants',
	summary: 'A formula that cannot be read, or that uses a name or a value wrongly',
	why: `A formula may use the variables of its question, numbers, texts in quotes, the signs \`+ - * / % ^\`, comparisons, \`and\`, \`or\`, \`not\`, \`if(…)\` and some forty
functions; docs/variants.md has them all. A variable may use those that stand before it, and none can rest on itself. A number is no text: \`text(n)\` makes one
of it, and \`concat(a, b)\` joins.`,
	good: [inPool(question('"{= all} lines"'))],
	bad: [
		{
			...inPool(question('"{= al} lines"')),
			says: `questions.yaml:8:15: error: Unexpected \`al\`, expected the name of a variable [formula]
  7 │   stem: Each commit of {who} adds {lines} lines. How many do two of them add?
  8 │   answer: "{= al} lines"
    │               ^~
  9 │   distractors: ["= all + 1", "= all + 2"]
  help: Did you mean \`all\`?`,
		},
		{
			...inPool(question('"{= 2 lines} lines"')),
			says: `questions.yaml:8:17: error: Unexpected \`lines\`, expected an operator, or the end [formula]
  7 │   stem: Each commit of {who} adds {lines} lines. How many do two of them add?
  8 │   answer: "{= 2 lines} lines"
    │                 ^~~~~
  9 │   distractors: ["= all + 1", "= all + 2"]
  help: Write \`*\` between them.`,
		},
		{
			...inPool(question('"= upper(lines)"')),
			says: `questions.yaml:8:20: error: Unexpected number, expected a text [formula]
  7 │   stem: Each commit of {who} adds {lines} lines. How many do two of them add?
  8 │   answer: "= upper(lines)"
    │                    ^~~~~
  9 │   distractors: ["= all + 1", "= all + 2"]
  help: Write \`text(...)\` around it.`,
		},
		{
			...inPool(question('"{= all} lines"', 'all')),
			says: `questions.yaml:6:17: error: Unexpected \`all\`, expected the name of a variable that stands before it [formula]
  5 │     who: {pick: [Ada, Alan]}
  6 │     all: "= 2 * all"
    │                 ^~~
  7 │   stem: Each commit of {who} adds {lines} lines. How many do two of them add?
  help: Put variables in the order in which they are worked out; none can rest on itself.`,
		},
	],
});
