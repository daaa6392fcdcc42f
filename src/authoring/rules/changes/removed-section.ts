import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { keyPlaceOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule, Finding } from '../../rule.ts';
import { badChange, changed, namesBlobs, namesParents, namesTree, smallUnit } from './shared-example.ts';

const deck = (sections: Readonly<Record<string, readonly string[]>>) => ({ units: { 'snapshots.yaml': smallUnit({ sections }) } });

const two = deck({ commits: [namesTree], trees: [namesBlobs] });

export const removedSection: ChangeRule = {
	scope: 'change',
	code: 'removed-section',
	family: 'changes',
	severity: 'warning',
	summary: 'A section that its unit no longer has',
	why: `Its objective is neither taught nor tested any more, and whoever missed questions in it last time is no longer sent back to it. Mastery stays
with whoever has it. Questions that went with the section are not told besides.

Where all its questions belong to other sections now, this is only noted. A section that went to another unit with most of its questions is not
told here: see \`moved-question\`.`,
	good: [changed(two, deck({ trees: [namesBlobs], commits: [namesTree], merges: [namesParents] }), ['snapshots.yaml'])],
	bad: [
		badChange(
			two,
			deck({ commits: [namesTree] }),
			['snapshots.yaml'],
			`snapshots.yaml:3:1: warning: The section \`trees\` is gone, with 1 question, so that its objective is no longer taught [removed-section]
  2 │ title: Commits are snapshots
  3 │ sections:
    │ ^~~~~~~~
  4 │   - {id: commits, title: What a commit stores, objective: Say what commits hold, text: What c…
  help: Put it back if it was lost by mistake; if another section took its place, give that one the
  id \`trees\`.`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ before, after, sections, questions }) =>
			sections.removed.map(({ id }): Finding => {
				const place = keyPlaceOf(after.located, 'sections');
				const lost = questions.removed.filter(({ section }) => section === id).length;
				if (lost > 0) {
					return {
						place,
						message: `The section \`${id}\` is gone, with ${counted(lost, 'question')}, so that its objective is no longer taught`,
						help: `Put it back if it was lost by mistake; if another section took its place, give that one the id \`${id}\`.`,
					};
				}
				const asked = before.questions.some(({ section }) => section === id);
				return {
					place,
					severity: 'info',
					message: `The section \`${id}\` is gone${asked ? ', and earlier misses in it lead nowhere; its questions are still asked' : '; it had no questions'}`,
				};
			}),
		),
};
