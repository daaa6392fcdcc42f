import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { guessRate } from '../../../engine/luck.ts';
import { inUnit } from '../../example.ts';
import { nothing, type UnitRule } from '../../rule.ts';

const unit = (last: string) => `unit: snapshots
title: Commits are snapshots
sections:
  - {id: trees, title: Trees, objective: Trace a path to a blob, text: A tree names blobs and trees.}
questions:
  - {id: a, section: trees, type: true-false, stem: A tree names blobs., answer: true, explanation: And other trees.}
  - {id: b, section: trees, type: true-false, stem: A blob knows its name., answer: false, explanation: Its tree does.}
  - ${last}
`;

/** A pool in which blind guesses are right more often than this asks too little. In hundredths. */
const mostGuessed = 40;

export const allTrueFalse: UnitRule = {
	scope: 'unit',
	code: 'all-true-false',
	family: 'teaching',
	severity: 'warning',
	summary: 'A unit that asks hardly anything but true or false',
	why: `A coin answers half of such questions. They also ask learners for little: to recognize a claim, never to choose between ideas, to work something
out, or to bring a word to mind. The rule speaks where blind guesses at the whole pool would be right more than 40 % of the time (the limit that The
Open University sets for its quizzes) and most questions are true or false.

Turn some of them into questions of another type. A claim that is false often makes a good distractor.`,
	good: [
		inUnit(unit('{id: c, section: trees, type: text, stem: What names a blob?, answer: tree, explanation: By a line with its name.}')),
	],
	bad: [
		{
			...inUnit(unit('{id: c, section: trees, type: true-false, stem: A tree can be empty., answer: true, explanation: It has a hash.}')),
			says: `unit.yaml:1:7: warning: All 3 questions are true or false, so that blind guesses are right 50 % of the time [all-true-false]
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Turn some of them into other types, such as \`choice\` or \`text\`.`,
		},
	],
	check: ({ unit: { questions }, located }) => {
		const count = questions.filter(({ type }) => type === 'true-false').length;
		const guessed = (100 * questions.reduce((sum, question) => sum + guessRate(question), 0)) / questions.length;
		if (2 * count <= questions.length || guessed <= mostGuessed) return nothing;
		const all = count === questions.length;
		return [
			{
				place: ownerPlaceOf(located),
				message: `${all ? `All ${count}` : `${count} of ${questions.length}`} questions are true or false, so that blind guesses are right ${Math.round(guessed)} % of the time`,
				help: 'Turn some of them into other types, such as `choice` or `text`.',
			},
		];
	},
};
