import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const question = (section: string, also = '') => `- id: names
  section: ${section}
${also}  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
  explanation: A commit names the tree of the whole project.
`;

export const unknownSection = readingRule({
	code: 'unknown-section',
	family: 'references',
	summary: 'A question names a section that its unit does not have',
	why: `Whoever misses a question is sent to its section, and a form takes questions from every section: a question without one can be neither
drawn nor learnt from. \`also\` names further sections of the same unit.

A section that is named several times and is not there is told once, since most often it was renamed in one of the two places only.

Not told while the id of a section is itself at fault, since that may be the one that was meant.`,
	good: [inPool(question('commits', '  also: trees\n'))],
	bad: [
		{
			...inPool(question('comits')),
			says: `questions.yaml:2:12: error: Unknown section \`comits\`, expected \`commits\` or \`trees\` [unknown-section]
  1 │ - id: names
  2 │   section: comits
    │            ^~~~~~
  3 │   stem: What does a commit name?
  unit.yaml:4:10: no question names this one
  3 │ sections:
  4 │   - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A co…
    │          ^~~~~~~
  5 │   - {id: trees, title: Trees and blobs, objective: Trace a path to a blob, text: A tree names…
  help: Did you mean \`commits\`?`,
		},
		{
			...inPool(question('commits', '  also: branches\n')),
			says: `questions.yaml:3:9: error: Unknown section \`branches\`, expected \`commits\` or \`trees\` [unknown-section]
  2 │   section: commits
  3 │   also: branches
    │         ^~~~~~~~
  4 │   stem: What does a commit name?
  unit.yaml:5:10: no question names this one
  4 │   - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A co…
  5 │   - {id: trees, title: Trees and blobs, objective: Trace a path to a blob, text: A tree names…
    │          ^~~~~
  6 │ pools: [questions.yaml]
  help: Name one of the sections, or add this one.`,
		},
	],
});
