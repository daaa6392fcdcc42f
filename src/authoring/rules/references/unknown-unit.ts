import { inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { unitWithHead as unit } from './shared-unit.ts';

const deck = (requires: string) =>
	inDeck(
		{
			'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [01-snapshots.yaml, 02-branches.yaml]\n',
			'01-snapshots.yaml': unit('unit: snapshots\ntitle: Commits are snapshots'),
			'02-branches.yaml': unit(`unit: branches\ntitle: Branches are names\nrequires: [${requires}]`),
		},
		['02-branches.yaml'],
	);

export const unknownUnit = readingRule({
	code: 'unknown-unit',
	family: 'references',
	summary: 'A unit requires one that the deck does not have',
	why: `Such a unit could never open, because nobody can master what is not there. \`requires\` names units by the id that stands after
\`unit:\` in their file, not by the name of the file.

Not told while a unit's file cannot be read, since that may be the one that was meant.`,
	good: [deck('snapshots')],
	bad: [
		{
			...deck('snapshot'),
			says: `02-branches.yaml:3:12: error: Unknown unit \`snapshot\`, expected \`snapshots\` [unknown-unit]
  2 │ title: Branches are names
  3 │ requires: [snapshot]
    │            ^~~~~~~~
  4 │ sections:
  01-snapshots.yaml:1:7: no unit requires this one
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Did you mean \`snapshots\`?`,
		},
		{
			...deck('basics'),
			says: `02-branches.yaml:3:12: error: Unknown unit \`basics\`, expected \`snapshots\` [unknown-unit]
  2 │ title: Branches are names
  3 │ requires: [basics]
    │            ^~~~~~
  4 │ sections:
  help: Name one of the units, or add this one.`,
		},
	],
});
