import { placeOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, smallUnit } from './shared-example.ts';

const deck = (unit: string, title: string) => ({ units: { 'snapshots.yaml': smallUnit({ unit, title }) } });

export const renamedUnit: ChangeRule = {
	scope: 'change',
	code: 'renamed-unit',
	family: 'changes',
	severity: 'error',
	summary: 'The same unit under another id',
	why: `Mastery, attempts and what was read are kept under the unit's id. With another id, learners who mastered the unit have not, and the units
behind it close again for them.

A unit counts as the same where it has the title or at least half of the questions of one whose id is gone. Its questions are not told
besides. Keep the old id: title, file and place in the deck may change freely.`,
	good: [changed(deck('snapshots', 'Commits'), deck('snapshots', 'Commits are snapshots'), ['snapshots.yaml'])],
	bad: [
		badChange(
			deck('snapshots', 'Commits'),
			deck('commits', 'Commits'),
			['snapshots.yaml'],
			`snapshots.yaml:1:7: error: The unit \`snapshots\` is called \`commits\` now, so that whoever mastered it has to begin again [renamed-unit]
  1 │ unit: commits
    │       ^~~~~~~
  2 │ title: Commits
  help: Write \`unit: snapshots\`; the title may change freely.`,
		),
	],
	check: (change) =>
		pairingOf(change)
			.units.filter(({ before, after }) => before.id !== after.unit.id)
			.map(({ before, after }) => {
				const taken = change.after.units.some(({ id }) => id === before.id);
				return {
					place: placeOf(after.located, 'unit'),
					message: `The unit \`${before.id}\` is called \`${after.unit.id}\` now, so that whoever mastered it has to begin again`,
					help: taken
						? `Write \`unit: ${before.id}\` here, and give the unit that took this id one of its own.`
						: `Write \`unit: ${before.id}\`; the title may change freely.`,
				};
			}),
};
