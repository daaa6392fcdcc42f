import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, namesParents, namesTree, smallUnit } from './shared-example.ts';
import { theNamed } from './shared-wording.ts';

const deck = (...commits: readonly string[]) => ({ units: { 'snapshots.yaml': smallUnit({ sections: { commits } }) } });

export const removedQuestion: ChangeRule = {
	scope: 'change',
	code: 'removed-question',
	family: 'changes',
	severity: 'warning',
	summary: 'A question that its unit no longer has',
	why: `Answers to it stay in the record, and so does every result they were part of. But the question is asked no more, and answers to it can no
longer be graded again.

Mostly this is meant. It is told because an id that was changed together with the rest of a question looks just the same: then give the new question
the old id, if it still asks the same thing. All questions of a unit are told at once, those of a removed section or unit with it.`,
	good: [changed(deck(namesTree), deck(namesParents, namesTree), ['snapshots.yaml'])],
	bad: [
		badChange(
			deck(namesTree, namesParents),
			deck(namesTree),
			['snapshots.yaml'],
			`snapshots.yaml:1:7: warning: The question \`names-parents\` is gone from this unit, and answers to it can no longer be graded again [removed-question]
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Put it back if lost by mistake; if a question was rewritten under another id, write the old
  id there.`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ after, questions, sections }) => {
			const told = new Set(sections.removed.map(({ id }) => id));
			const ids = questions.removed.filter(({ section }) => !told.has(section)).map(({ id }) => id);
			if (ids.length === 0) return [];
			const one = ids.length === 1;
			return [
				{
					place: ownerPlaceOf(after.located),
					message: `The ${theNamed('question', ids)} ${one ? 'is' : 'are'} gone from this unit, and answers to ${one ? 'it' : 'them'} can no longer be graded again`,
					help: `Put ${one ? 'it' : 'them'} back if lost by mistake; if a question was rewritten under another id, write the old id there.`,
				},
			];
		}),
};
