import { inDeck, inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const unit = (second: string) => `unit: snapshots
title: Commits are snapshots
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - id: names-tree
    section: commits
    type: true-false
    stem: A commit names exactly one tree.
    answer: true
    explanation: The tree of the whole project at that moment.
  - id: ${second}
    section: commits
    type: true-false
    stem: A commit names the commits made after it.
    answer: false
    explanation: It names its parents only; nothing in it ever changes.
`;

const first = `unit: snapshots
title: Commits are snapshots
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: names-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

const second = `unit: snapshots
title: Branches
sections:
  - {id: names, title: Names, objective: Say what a branch is, text: A branch is a name for a commit.}
questions:
  - {id: is-name, section: names, type: true-false, stem: A branch is a name., answer: true, explanation: For one commit.}
`;

export const duplicateId = readingRule({
	code: 'duplicate-id',
	family: 'references',
	summary: 'Two units, sections or questions have the same id',
	why: `A learner's history hangs on ids: with two questions of one id, nobody could say which of them was answered. Units need ids that are
unique in the deck, sections in their unit, questions in their unit with all its pools.

Where one of the two is older, let it keep its id, and give the newer one another.`,
	good: [inUnit(unit('names-children'))],
	bad: [
		{
			...inUnit(unit('names-tree')),
			says: `unit.yaml:12:9: error: Unexpected second \`names-tree\`, expected each id once in the unit, its pools included [duplicate-id]
  11 │     explanation: The tree of the whole project at that moment.
  12 │   - id: names-tree
     │         ^~~~~~~~~~
  13 │     section: commits
  unit.yaml:6:9: the first one
  5 │ questions:
  6 │   - id: names-tree
    │         ^~~~~~~~~~
  7 │     section: commits
  help: Give one of the two another id.`,
		},
		{
			...inDeck(
				{
					'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [01-snapshots.yaml, 02-branches.yaml]\n',
					'01-snapshots.yaml': first,
					'02-branches.yaml': second,
				},
				['02-branches.yaml'],
			),
			says: `02-branches.yaml:1:7: error: Unexpected second \`snapshots\`, expected each id once in the deck [duplicate-id]
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Branches
  01-snapshots.yaml:1:7: the first one
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Give one of the two another id.`,
		},
	],
});
