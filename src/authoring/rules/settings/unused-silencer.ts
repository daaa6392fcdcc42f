import { severities } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { inPool } from '../../example.ts';
import type { ToldElsewhere } from '../../rule.ts';

const question = (answer: string) => `# gradus-ignore longest-option: The length is needed to be exact.
- id: branch-is
  section: commits
  stem: What is a branch?
  answer: ${answer}
  distractors: [A copy of all the files, A folder below .git/branches]
  explanation: A file with the name of a commit in it.
`;

export const unusedSilencer: ToldElsewhere = {
	scope: 'settings',
	code: 'unused-silencer',
	family: 'settings',
	severity: severities['unused-silencer'],
	summary: 'A `gradus-ignore` comment that silences nothing',
	why: `Most often the question has been mended since. Then the comment should go, or it would hide the next problem of this kind, which nobody
has looked at. It is told only where the rule had its chance: not while the deck has faults that must be mended first.`,
	good: [inPool(question('A name for one commit, which moves forward each time a commit is made'))],
	bad: [
		{
			...inPool(question('A name for one commit')),
			says: `questions.yaml:1:1: warning: Nothing here is told by \`longest-option\`, so that this comment silences nothing [unused-silencer]
  1 │ # gradus-ignore longest-option: The length is needed to be exact.
    │ ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  2 │ - id: branch-is
  help: Remove it.`,
		},
	],
};
