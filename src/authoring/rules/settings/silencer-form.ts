import { severities } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { inPool } from '../../example.ts';
import type { ToldElsewhere } from '../../rule.ts';

const question = (comment: string, inside = '') => `${comment}- id: branch-is
  section: commits
  stem: What is a branch?
${inside}  answer: A name for one commit, which moves forward each time a commit is made
  distractors: [A copy of all the files, A folder below .git/branches]
  explanation: A file with the name of a commit in it.
`;

const silencer = '# gradus-ignore longest-option: The length is needed to be exact.\n';

export const silencerForm: ToldElsewhere = {
	scope: 'settings',
	code: 'silencer-form',
	family: 'settings',
	severity: severities['silencer-form'],
	summary: 'A `gradus-ignore` comment that cannot do anything',
	why: `\`# gradus-ignore rule-code: the reason\` silences one rule at one place. It stands in a line of its own above a question or a section, and is for
that one; or above the first key of a deck or unit, and is for the whole file. At the head of a pool an empty line below it makes it
one for the whole pool. Several may stand above each other, each with one rule and a reason: whoever reads it later should know why.

Faults for which learners are refused a deck cannot be silenced.`,
	good: [inPool(question(silencer)), inPool(question(`${silencer}\n`))],
	bad: [
		{
			...inPool(question('# gradus-ignore longest-option\n')),
			says: `questions.yaml:1:1: error: Missing reason for silencing \`longest-option\` [silencer-form]
  1 │ # gradus-ignore longest-option
    │ ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  2 │ - id: branch-is
  help: Write \`# gradus-ignore longest-option: the reason\`.`,
		},
		{
			...inPool(question('# gradus-ignore longest-options: The length is needed to be exact.\n')),
			says: `questions.yaml:1:17: error: Unknown rule \`longest-options\` [silencer-form]
  1 │ # gradus-ignore longest-options: The length is needed to be exact.
    │                 ^~~~~~~~~~~~~~~
  2 │ - id: branch-is
  help: Did you mean \`longest-option\`?`,
		},
		{
			...inPool(question('', `  ${silencer}`)),
			says: `questions.yaml:4:3: error: Unexpected place for a comment that silences, expected the line above a question, a section or the first key of a file [silencer-form]
  3 │   stem: What is a branch?
  4 │   # gradus-ignore longest-option: The length is needed to be exact.
    │   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   answer: A name for one commit, which moves forward each time a commit is made
  help: Move it there.`,
		},
	],
};
