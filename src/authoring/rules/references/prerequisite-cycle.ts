import { inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const unit = (id: string, title: string, requires?: string) => `unit: ${id}
title: ${title}
${requires === undefined ? '' : `requires: [${requires}]\n`}sections:
  - {id: names, title: Names, objective: Say what is named, text: A branch names a commit; a commit names a tree.}
questions:
  - {id: tree, section: names, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

/** @param branches what the unit on branches requires; left out, the unit before it. */
const deck = (snapshots: string, branches?: string, merges = 'branches') =>
	inDeck(
		{
			'deck.yaml':
				'deck: git\ntitle: Git from the inside\nunits: [01-snapshots.yaml, 02-branches.yaml, 03-merges.yaml, 04-rebasing.yaml]\n',
			'01-snapshots.yaml': unit('snapshots', 'Commits are snapshots', snapshots),
			'02-branches.yaml': unit('branches', 'Branches are names', branches),
			'03-merges.yaml': unit('merges', 'Merges have two parents', merges),
			'04-rebasing.yaml': unit('rebasing', 'Rebasing copies commits', 'merges'),
		},
		['01-snapshots.yaml', '02-branches.yaml', '03-merges.yaml'],
	);

export const prerequisiteCycle = readingRule({
	code: 'prerequisite-cycle',
	family: 'references',
	summary: 'Units that require each other in a circle, so that none can open',
	why: `Each waits for the next to be mastered, for ever. The whole circle is named, from its first unit in teaching order. Units that only wait
behind it are named in the help and not reported again: they open once the circle is cut.

A unit that says nothing of what it requires requires the unit before it. So a circle may have a step that is written nowhere.`,
	good: [deck('', 'snapshots', 'branches, snapshots')],
	bad: [
		{
			...deck('merges', 'snapshots'),
			says: `01-snapshots.yaml:3:12: error: Unexpected circle, in which no unit can open: \`snapshots\` requires \`merges\` requires \`branches\` requires \`snapshots\` [prerequisite-cycle]
  2 │ title: Commits are snapshots
  3 │ requires: [merges]
    │            ^~~~~~
  4 │ sections:
  03-merges.yaml:3:12: another step of the circle
  2 │ title: Merges have two parents
  3 │ requires: [branches]
    │            ^~~~~~~~
  4 │ sections:
  help: Remove one of these requirements; \`rebasing\` waits behind them.`,
		},
		{
			...{ ...deck('branches'), shown: ['01-snapshots.yaml', '02-branches.yaml'] },
			says: `01-snapshots.yaml:3:12: error: Unexpected circle, in which no unit can open: \`snapshots\` requires \`branches\` requires \`snapshots\` [prerequisite-cycle]
  2 │ title: Commits are snapshots
  3 │ requires: [branches]
    │            ^~~~~~~~
  4 │ sections:
  02-branches.yaml:1:7: \`branches\` says nothing of what it requires, and so requires the unit before it, \`snapshots\`
  1 │ unit: branches
    │       ^~~~~~~~
  2 │ title: Branches are names
  help: Remove one of these requirements, or write \`requires: []\` in \`branches\`; \`merges\` and
  \`rebasing\` wait behind them.`,
		},
	],
});
