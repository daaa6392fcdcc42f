import { placeOf } from '../../../deck/yaml/source-node.ts';
import { gather } from '../../gather.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, choice, namesBlobs, namesTree, smallUnit } from './shared-example.ts';
import { theNamed } from './shared-wording.ts';

const commits = choice('names-author', 'Who is named in a commit?', 'Its author', 'Its reader');
const trees = choice('names-mode', 'What has an entry of a tree besides name and hash?', 'A mode', 'A date');

const deck = (first: readonly string[], second: readonly string[]) => ({
	units: {
		'snapshots.yaml': smallUnit({ sections: { commits: first } }),
		'trees.yaml': smallUnit({ unit: 'trees', title: 'Trees', sections: { trees: second } }),
	},
});

const both = ['snapshots.yaml', 'trees.yaml'];

export const movedQuestion: ChangeRule = {
	scope: 'change',
	code: 'moved-question',
	family: 'changes',
	severity: 'warning',
	summary: 'A question that came from another unit',
	why: `A question is known by its unit and its id together. In another unit it counts as never seen, so that learners may be asked there what they have
answered before, as if it were new.

All questions that went from one unit to another are told at once, where the first of them stands now. A question that stays in its old unit too,
as in a pool that serves both, is not told.`,
	good: [changed(deck([namesTree, namesBlobs], [trees]), deck([namesBlobs, namesTree], [trees, namesBlobs]), both)],
	bad: [
		badChange(
			deck([namesTree, commits, namesBlobs], [trees]),
			deck([namesTree, commits], [trees, namesBlobs]),
			both,
			`trees.yaml:7:26: warning: The question \`names-blobs\` came from the unit \`snapshots\`, so that it counts as never seen in \`trees\` [moved-question]
  6 │   - {section: trees, id: names-mode, stem: What has an entry of a tree besides name and hash?…
  7 │   - {section: trees, id: names-blobs, stem: What does a tree name?, answer: Blobs and trees, …
    │                          ^~~~~~~~~~~
  help: Move it back, unless it is to be asked here as new.`,
		),
	],
	check: (change) => {
		const { moved, removed } = pairingOf(change);
		const gone = new Set(removed);
		const ways = gather(moved, ({ from, to }) => (gone.has(from) ? [] : [`${from.id} ${to.unit.id}`]));
		return [...ways.values()].flatMap((moves) => {
			const [first] = moves;
			if (first === undefined) return [];
			const one = moves.length === 1;
			const ids = moves.map(({ after }) => after.question.id);
			return [
				{
					place: placeOf(first.after.located, 'id'),
					message: `The ${theNamed('question', ids)} came from the unit \`${first.from.id}\`, so that ${one ? 'it counts' : 'they count'} as never seen in \`${first.to.unit.id}\``,
					help: `Move ${one ? 'it' : 'them'} back, unless ${one ? 'it is' : 'they are'} to be asked here as new.`,
				},
			];
		});
	},
};
