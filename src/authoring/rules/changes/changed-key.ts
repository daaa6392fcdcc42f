import { entryOf, keyPlaceOf, ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { pairingOf } from '../../pairing/pairing.ts';
import { placeOfKey } from '../../places.ts';
import { type ChangeRule, type CheckedQuestion, nothing } from '../../rule.ts';
import { badChange, changed, smallUnit } from './shared-example.ts';
import { changedParts, type ScoredPart } from './shared-key-change.ts';
import { isReused } from './shared-reuse.ts';

const deck = (answer: string, explanation: string) => ({
	units: {
		'snapshots.yaml': smallUnit({
			sections: {
				commits: [`id: parents, type: number, stem: How many parents has a merge?, answer: ${answer}, explanation: ${explanation}`],
			},
		}),
	},
});

export const changedKey: ChangeRule = {
	scope: 'change',
	code: 'changed-key',
	family: 'changes',
	severity: 'info',
	summary: 'What decides about an answer is not as it was',
	why: `Nothing is lost by this: each answer is kept with the question as it was asked, and can be graded again by the new key. Results of the past stay as they
were, since each attempt was judged by what was in force then.

It is told so that a reviewer looks twice at a new key. Type, key, options, \`vars\` and \`where\`, \`match\`, \`pattern\`, tolerance and unit are compared; stem, explanation,
hints, feedback and order may change without a word.`,
	good: [changed(deck('2', 'One for each line.'), deck('2', 'One for each line that is merged.'), ['snapshots.yaml'])],
	bad: [
		badChange(
			deck('2', 'One for each line.'),
			deck('3', 'One for each line.'),
			['snapshots.yaml'],
			`snapshots.yaml:6:96: info: Of \`parents\`, the key changed, so that answers given before can be graded again; none is lost [changed-key]
  5 │
  6 │ …ype: number, stem: How many parents has a merge?, answer: 3, explanation: One for each line.}
    │                                                            ^`,
		),
	],
	check: (change) =>
		pairingOf(change).units.flatMap(({ questions }) =>
			questions.kept.flatMap((pair) => {
				const [first, ...others] = changedParts(pair.before, pair.after.question);
				if (first === undefined || isReused(change, pair)) return nothing;
				const parts = [first, ...others].map((part) => wording[part]);
				const said = others.length === 0 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
				return [
					{
						place: placeOfPart(pair.after, first),
						message: `Of \`${pair.before.id}\`, ${said} changed, so that answers given before can be graded again; none is lost`,
					},
				];
			}),
		),
};

const wording: { readonly [P in ScoredPart]: string } = {
	type: 'the type',
	values: 'what is drawn',
	key: 'the key',
	distractors: 'the distractors',
	match: '`match`',
	pattern: '`pattern`',
	tolerance: 'the tolerance',
	unit: 'the unit',
};

const written: { readonly [P in ScoredPart]: readonly string[] } = {
	type: ['type'],
	values: ['vars', 'where'],
	key: [],
	distractors: ['distractors', 'options'],
	match: ['match'],
	pattern: ['pattern'],
	tolerance: ['tolerance', 'range'],
	unit: ['unit'],
};

/** Where the part is written; the key, where it is no longer written at all. */
function placeOfPart(checked: CheckedQuestion, part: ScoredPart): Place {
	const { located } = checked;
	const key = written[part].find((each) => entryOf(located.node, each) !== undefined);
	if (key !== undefined) return keyPlaceOf(located, key);
	return ['answer', 'answers'].some((each) => entryOf(located.node, each) !== undefined) ? placeOfKey(checked) : ownerPlaceOf(located);
}
