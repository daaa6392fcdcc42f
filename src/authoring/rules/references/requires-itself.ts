import { inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { unitWithHead as unit } from './shared-unit.ts';

const deck = (requires: string) =>
	inDeck(
		{
			'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [01-snapshots.yaml, 02-branches.yaml, 03-merges.yaml]\n',
			'01-snapshots.yaml': unit('unit: snapshots\ntitle: Commits are snapshots'),
			'02-branches.yaml': unit(`unit: branches\ntitle: Branches are names\nrequires: [${requires}]`),
			'03-merges.yaml': unit('unit: merges\ntitle: Merges have two parents'),
		},
		['02-branches.yaml'],
	);

export const requiresItself = readingRule({
	code: 'requires-itself',
	family: 'references',
	summary: 'A unit requires itself',
	why: `It opens when all it requires is mastered, so that it could never open, nor could any unit behind it. A unit that names nothing under
\`requires\` requires the one before it; \`requires: []\` opens it from the start.`,
	good: [deck('snapshots')],
	bad: [
		{
			...deck('snapshots, branches'),
			says: `02-branches.yaml:3:23: error: Unexpected \`branches\` among what \`branches\` requires, so that it can never open [requires-itself]
  2 │ title: Branches are names
  3 │ requires: [snapshots, branches]
    │                       ^~~~~~~~
  4 │ sections:
  help: Remove it; \`merges\` waits behind it.`,
		},
	],
});
