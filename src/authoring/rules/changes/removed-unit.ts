import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { keyPlaceOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, choice, namesBlobs, namesTree, smallUnit } from './shared-example.ts';

const snapshots = smallUnit({});
const trees = smallUnit({ unit: 'trees', title: 'Trees', sections: { trees: [namesBlobs] } });
const tags = smallUnit({ unit: 'tags', title: 'Tags', sections: { tags: [choice('tag-is', 'What is a tag?', 'A name', 'A copy')] } });
const both = smallUnit({ sections: { commits: [namesTree], trees: [namesBlobs] } });

export const removedUnit: ChangeRule = {
	scope: 'change',
	code: 'removed-unit',
	family: 'changes',
	severity: 'warning',
	summary: 'A unit that the deck no longer has',
	why: `What learners did there stays in their record, and \`gradus history\` lists it. But the unit is on no map any more: its mastery counts for nothing,
and an attempt left half done cannot be resumed. With the unit back, all of it counts again.

Its sections and questions are not told besides. If another unit took its place, give that one the old id.`,
	good: [
		changed(
			{ units: { 'snapshots.yaml': snapshots, 'trees.yaml': trees } },
			{ units: { 'trees.yaml': trees, 'snapshots.yaml': snapshots, 'tags.yaml': tags } },
			['deck.yaml'],
		),
	],
	bad: [
		badChange(
			{ units: { 'snapshots.yaml': snapshots, 'tags.yaml': tags } },
			{ units: { 'snapshots.yaml': snapshots } },
			['deck.yaml'],
			`deck.yaml:3:1: warning: The unit \`tags\` is gone, and with it the mastery that learners reached there [removed-unit]
  2 │ title: Git from the inside
  3 │ units: [snapshots.yaml]
    │ ^~~~~
  help: Put it back if it was lost by mistake; if another unit took its place, give that one the id
  \`tags\`.`,
		),
		badChange(
			{ units: { 'snapshots.yaml': snapshots, 'trees.yaml': trees } },
			{ units: { 'snapshots.yaml': both } },
			['deck.yaml', 'snapshots.yaml'],
			`deck.yaml:3:1: warning: The unit \`trees\` is gone, and with it the mastery that learners reached there; its question stands in other units now, as new [removed-unit]
  2 │ title: Git from the inside
  3 │ units: [snapshots.yaml]
    │ ^~~~~
  help: Put it back if it was lost by mistake; if another unit took its place, give that one the id
  \`trees\`.`,
		),
	],
	check: (change) => {
		const { removed, moved } = pairingOf(change);
		return removed.map((unit) => {
			const elsewhere = moved.filter(({ from }) => from === unit).length;
			return {
				place: keyPlaceOf(change.checked.located, 'units'),
				message: `The unit \`${unit.id}\` is gone, and with it the mastery that learners reached there${restOf(unit.questions.length, elsewhere)}`,
				help: `Put it back if it was lost by mistake; if another unit took its place, give that one the id \`${unit.id}\`.`,
			};
		});
	},
};

/** Where a part of its questions went. */
function restOf(all: number, elsewhere: number): string {
	if (elsewhere === 0) return '';
	const which = elsewhere < all ? `${elsewhere} of its ${counted(all, 'question')}` : all === 1 ? 'its question' : `its ${all} questions`;
	return `; ${which} ${elsewhere === 1 ? 'stands' : 'stand'} in other units now, as new`;
}
