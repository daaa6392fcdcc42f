import { severities } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { inDeck } from '../../example.ts';
import type { ToldElsewhere } from '../../rule.ts';

const unit = `unit: snapshots
title: Commits are snapshots
draw: 2
benchmark: 100%
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
  - {id: child, section: commits, type: true-false, stem: A commit names the next., answer: false, explanation: Only its parents.}
`;

const deck = (setting: string) =>
	inDeck({ 'deck.yaml': `deck: git\ntitle: Git from the inside\nunits: [unit.yaml]\ncheck:\n  ${setting}\n`, 'unit.yaml': unit }, [
		'deck.yaml',
	]);

export const unknownRule: ToldElsewhere = {
	scope: 'settings',
	code: 'unknown-rule',
	family: 'settings',
	severity: severities['unknown-rule'],
	summary: 'Under `check`, a rule that does not exist or cannot be changed',
	why: `\`check:\` in deck.yaml says for the whole deck how much a rule matters: \`off\`, \`info\`, \`warning\` or \`error\`, alone or with a reason, as in
\`no-fresh-retry: {level: off, reason: "The exam is sat once."}\`. A misspelt rule would change nothing, and nobody would notice.

Faults for which learners are refused a deck stay errors whatever is set: the deck could not be used with them.`,
	good: [deck('longest-option: error'), deck('no-fresh-retry: {level: off, reason: "The exam is sat once."}')],
	bad: [
		{
			...deck('longest-options: error'),
			says: `deck.yaml:5:3: error: Unknown rule \`longest-options\` [unknown-rule]
  4 │ check:
  5 │   longest-options: error
    │   ^~~~~~~~~~~~~~~
  help: Did you mean \`longest-option\`?`,
		},
		{
			...deck('duplicate-id: warning'),
			says: `deck.yaml:5:3: error: The rule \`duplicate-id\` cannot be changed, since learners are refused a deck with this fault [unknown-rule]
  4 │ check:
  5 │   duplicate-id: warning
    │   ^~~~~~~~~~~~
  help: Remove it.`,
		},
	],
};
