import { placeOf } from '../../../deck/yaml/source-node.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule } from '../../rule.ts';
import { badChange, changed, choice, smallUnit } from './shared-example.ts';

const deck = (...commits: readonly string[]) => ({ units: { 'snapshots.yaml': smallUnit({ sections: { commits } }) } });

const tree = (id: string, stem = 'What does a commit name?') => choice(id, stem, 'One tree', 'Its changes');
const parents = (id: string) => choice(id, 'How many parents has a merge?', 'Two or more', 'One');
const author = (id: string) => choice(id, 'Who made a commit?', 'Its author', 'Its branch');

export const renamedQuestion: ChangeRule = {
	scope: 'change',
	code: 'renamed-question',
	family: 'changes',
	severity: 'error',
	summary: 'The same question under another id',
	why: `What learners answered is kept under the question's id. With another id it counts as never seen: they are asked again what they have just
been told the answer of, and what they missed is no longer asked first.

A question counts as the same where what decides about an answer (type, key, options, tolerance) is the same as before and the stem is the same or
similar. This also finds ids that moved on by one, as when a question is put between \`q1\` and \`q2\`: give the new question a new id
instead.`,
	good: [
		changed(deck(tree('names-tree'), parents('q2')), deck(parents('q2'), author('q3'), tree('names-tree', 'What does each commit name?')), [
			'snapshots.yaml',
		]),
	],
	bad: [
		badChange(
			deck(tree('names-tree')),
			deck(tree('commit-names', 'What does each commit name?')),
			['snapshots.yaml'],
			`snapshots.yaml:6:28: error: The question \`names-tree\` is called \`commit-names\` now, so that it counts as never seen [renamed-question]
  5 │ questions:
  6 │   - {section: commits, id: commit-names, stem: What does each commit name?, answer: One tree,…
    │                            ^~~~~~~~~~~~
  help: Write \`id: names-tree\`.`,
		),
		badChange(
			deck(tree('q1'), parents('q2')),
			deck(tree('q1'), author('q2'), parents('q3')),
			['snapshots.yaml'],
			`snapshots.yaml:8:28: error: The question \`q2\` is called \`q3\` now, so that it counts as never seen [renamed-question]
  7 │   - {section: commits, id: q2, stem: Who made a commit?, answer: Its author, distractors: [It…
  8 │   - {section: commits, id: q3, stem: How many parents has a merge?, answer: Two or more, dist…
    │                            ^~
  help: Write \`id: q2\`, and give the question that took this id one of its own.`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ after: unit, questions }) => {
			if (questions.renamed.length === 0) return [];
			const ids = new Set(unit.unit.questions.map(({ id }) => id));
			return questions.renamed.map(({ before, after: { question, located } }) => ({
				place: placeOf(located, 'id'),
				message: `The question \`${before.id}\` is called \`${question.id}\` now, so that it counts as never seen`,
				help: ids.has(before.id)
					? `Write \`id: ${before.id}\`, and give the question that took this id one of its own.`
					: `Write \`id: ${before.id}\`.`,
			}));
		}),
};
