import { placeOf } from '../../../deck/yaml/source-node.ts';
import type { QuestionPair } from '../../pairing/pair-questions.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import type { ChangeRule, Finding } from '../../rule.ts';
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

A question counts as the same where the stem is as before, and where it is similar and what decides about an answer (type, key, options, tolerance)
is as before. This also finds ids that moved on by one, as when a question is put between \`q1\` and \`q2\`: give the new question a new id
instead. All questions of a unit are told at once, where the first of them stands.`,
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
			deck(author('q1'), tree('q2'), parents('q3')),
			['snapshots.yaml'],
			`snapshots.yaml:7:28: error: 2 questions have other ids than before, so that they count as never seen: \`q1\` is now \`q2\`, \`q2\` is \`q3\` [renamed-question]
  6 │   - {section: commits, id: q1, stem: Who made a commit?, answer: Its author, distractors: [It…
  7 │   - {section: commits, id: q2, stem: What does a commit name?, answer: One tree, distractors:…
    │                            ^~
  8 │   - {section: commits, id: q3, stem: How many parents has a merge?, answer: Two or more, dist…
  help: Write the old ids again, and give each question that took one of them an id of its own.`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ after: { unit }, questions }) => {
			if (questions.renamed.length === 0) return [];
			const order = new Map(unit.questions.map(({ id }, index) => [id, index]));
			const placeIn = ({ after }: QuestionPair) => order.get(after.question.id) ?? 0;
			const renamed = questions.renamed.toSorted((a, b) => placeIn(a) - placeIn(b));
			const [first, another] = renamed;
			if (first === undefined) return [];
			const taken = renamed.some(({ before }) => order.has(before.id));
			const place = placeOf(first.after.located, 'id');
			if (another !== undefined) return [{ place, ...severalRenamed(renamed, taken) }];
			return [
				{
					place,
					message: `The question \`${first.before.id}\` is called \`${first.after.question.id}\` now, so that it counts as never seen`,
					help: taken
						? `Write \`id: ${first.before.id}\`, and give the question that took this id one of its own.`
						: `Write \`id: ${first.before.id}\`.`,
				},
			];
		}),
};

/** Pairs that a message names before it only counts. */
const mostNamed = 4;

function severalRenamed(pairs: readonly QuestionPair[], taken: boolean): Pick<Finding, 'message' | 'help'> {
	const [first = '', ...others] = pairs.slice(0, mostNamed).map(({ before, after }) => `\`${before.id}\` is \`${after.question.id}\``);
	const named = [first.replace(' is ', ' is now '), ...others].join(', ');
	const more = pairs.length > mostNamed ? `, and ${pairs.length - mostNamed} more` : '';
	return {
		message: `${pairs.length} questions have other ids than before, so that they count as never seen: ${named}${more}`,
		help: taken ? 'Write the old ids again, and give each question that took one of them an id of its own.' : 'Write the old ids again.',
	};
}
