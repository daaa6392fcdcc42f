import { placeOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, namesBlobs, namesTree, smallUnit } from './shared-example.ts';

const deck = (section: string) => ({
	units: { 'snapshots.yaml': smallUnit({ sections: { commits: [namesTree], [section]: [namesBlobs] } }) },
});

export const renamedSection: ChangeRule = {
	scope: 'change',
	code: 'renamed-section',
	family: 'changes',
	severity: 'warning',
	summary: 'The same section under another id',
	why: `No mastery is lost by this. But the section counts as unread again, and whoever missed questions in it last time is no longer sent back to
it, nor asked more of it in the next form.

A section counts as the same where it has the title, the objective, the text or at least half of the questions of one whose id is gone. Keep the
old id: all else may change freely.`,
	good: [changed(deck('trees'), deck('trees'), ['snapshots.yaml'])],
	bad: [
		badChange(
			deck('trees'),
			deck('blobs'),
			['snapshots.yaml'],
			`snapshots.yaml:5:10: warning: The section \`trees\` is called \`blobs\` now, so that it counts as unread, and earlier misses no longer lead to it [renamed-section]
  4 │   - {id: commits, title: What a commit stores, objective: Say what commits hold, text: What c…
  5 │   - {id: blobs, title: Trees and blobs, objective: Say what blobs hold, text: What blobs hold…
    │          ^~~~~
  6 │ questions:
  help: Write \`id: trees\`, and \`section: trees\` in its questions.`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ sections }) =>
			sections.renamed.map(({ before, after: { section, located } }) => ({
				place: placeOf(located, 'id'),
				message: `The section \`${before.id}\` is called \`${section.id}\` now, so that it counts as unread, and earlier misses no longer lead to it`,
				help: `Write \`id: ${before.id}\`, and \`section: ${before.id}\` in its questions.`,
			})),
		),
};
