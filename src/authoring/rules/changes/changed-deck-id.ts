import { placeOf } from '../../../deck/yaml/source-node.ts';
import { type ChangeRule, nothing } from '../../rule.ts';
import { badChange, changed, smallUnit } from './shared-example.ts';

const units = { 'snapshots.yaml': smallUnit({}) };

export const changedDeckId: ChangeRule = {
	scope: 'change',
	code: 'changed-deck-id',
	family: 'changes',
	severity: 'error',
	summary: 'The deck has another id than before',
	why: `Everything a learner did is kept under the deck's id: with another id, the deck is one that nobody ever opened. Nothing is deleted, and
with the old id back, all of it counts again.

Keep the id, whatever becomes of title, folder and files. If you compare with another deck by mistake, name the version that you mean.`,
	good: [changed({ units }, { settings: ['summary: What Git stores.'], units }, ['deck.yaml'])],
	bad: [
		badChange(
			{ units },
			{ deck: 'git-inside', units },
			['deck.yaml'],
			`deck.yaml:1:7: error: The deck's id is \`git-inside\`, before \`git\`, so that all that learners did is left behind with the old one [changed-deck-id]
  1 │ deck: git-inside
    │       ^~~~~~~~~~
  2 │ title: Git from the inside
  help: Write \`deck: git\`; the title may change freely.`,
		),
	],
	check: ({ before, after, checked }) => {
		if (before.id === after.id) return nothing;
		return [
			{
				place: placeOf(checked.located, 'deck'),
				message: `The deck's id is \`${after.id}\`, before \`${before.id}\`, so that all that learners did is left behind with the old one`,
				help: `Write \`deck: ${before.id}\`; the title may change freely.`,
			},
		];
	},
};
