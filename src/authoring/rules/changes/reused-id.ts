import { placeOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, choice, smallUnit } from './shared-example.ts';
import { isReused } from './shared-reuse.ts';

const deck = (stem: string, answer: string) => ({
	units: { 'snapshots.yaml': smallUnit({ sections: { commits: [choice('q1', stem, answer, 'Its branch')] } }) },
});

const before = deck('What does a commit name?', 'One tree');

export const reusedId: ChangeRule = {
	scope: 'change',
	code: 'reused-id',
	family: 'changes',
	severity: 'warning',
	summary: 'Another question under the id of an old one',
	why: `What learners answered is kept under the question's id. Whoever saw the old question counts as having seen the new one, which then comes late or
is called a repetition, and a miss of the old one brings back the new one.

It is told where neither the key nor more than a few words of the stem are as before. As many things are true and many numbers are 8, \`true-false\` and \`number\` are
told with the same key too, where no word that carries the subject is left. Give the new question an id of its own. A deck that was translated keeps its ids, and is not
told.`,
	good: [changed(before, deck('What does each commit name?', 'Exactly one tree'), ['snapshots.yaml'])],
	bad: [
		badChange(
			before,
			deck('Who may sign off?', 'Its author'),
			['snapshots.yaml'],
			`snapshots.yaml:6:28: warning: Another question is asked under \`q1\` than before, so that it counts as seen by whoever saw the old one [reused-id]
  5 │ questions:
  6 │   - {section: commits, id: q1, stem: Who may sign off?, answer: Its author, distractors: [Its…
    │                            ^~
  help: Give it an id that no question of this unit had before.`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ questions }) =>
			questions.kept
				.filter((pair) => isReused(change, pair))
				.map(({ before: { id }, after: { located } }) => ({
					place: placeOf(located, 'id'),
					message: `Another question is asked under \`${id}\` than before, so that it counts as seen by whoever saw the old one`,
					help: 'Give it an id that no question of this unit had before.',
				})),
		),
};
