import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { placeOf } from '../../../deck/yaml/source-node.ts';
import type { Question } from '../../../model/deck.ts';
import { inPool } from '../../example.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (items: string) => `- id: ways
  section: commits
  type: order
  stem: In which order does a change come to others?
  items: [${items}]
  explanation: Each step takes what the one before it has left.
`;

const few = 'edit, git add, git commit, git push, review, merge';

export const manyParts: QuestionRule = {
	scope: 'question',
	code: 'many-parts',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A cloze, an order or a match with many parts',
	why: `A question is right when all of its parts are. Somebody who gets each part right nine times in ten gets six of them right together about
every second time (53 %), and ten about every third time (35 %). So what is missed says little of what is not known, and the question counts as
little in a quiz as one with two parts. Long ones do not fit on a screen either.

Up to 6 blanks, 10 items and 10 pairs are kept quiet. Make several questions of it, each on what belongs together.`,
	good: [inPool(question(few))],
	bad: [
		{
			...inPool(question(`${few}, tag, build, test, release, announce`)),
			says: `questions.yaml:5:10: warning: 11 items must all be right, expected 10 at most [many-parts]
  4 │   stem: In which order does a change come to others?
  5 │   items: [edit, git add, git commit, git push, review, merge, tag, build, test, release, anno…
    │          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  6 │   explanation: Each step takes what the one before it has left.
  help: Make several questions of it.`,
		},
	],
	check: ({ question: asked, located }) => {
		const parts = partsOf(asked);
		if (parts === undefined || parts.count <= parts.most) return nothing;
		return [
			{
				place: placeOf(located, parts.key),
				message: `${counted(parts.count, parts.what)} must all be right, expected ${parts.most} at most`,
				help: 'Make several questions of it.',
			},
		];
	},
};

function partsOf(question: Question) {
	switch (question.type) {
		case 'cloze':
			return { count: question.blanks.length, most: 6, what: 'blank', key: 'blanks' };
		case 'order':
			return { count: question.items.length, most: 10, what: 'item', key: 'items' };
		case 'match':
			return { count: question.pairs.length, most: 10, what: 'pair', key: 'pairs' };
		default:
			return undefined;
	}
}
