import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { entryOf, ownerPlaceOf, placeOf } from '../../../deck/yaml/source-node.ts';
import { inUnit } from '../../example.ts';
import { nothing, type UnitRule } from '../../rule.ts';

const unit = (draw: number) => `unit: snapshots
title: Commits are snapshots
draw: ${draw}
sections:
  - {id: commits, title: Commits, objective: Say what a commit holds, text: A commit names one tree.}
  - {id: trees, title: Trees, objective: Trace a path to a blob, text: A tree names blobs and trees.}
  - {id: blobs, title: Blobs, objective: Say what a blob holds, text: A blob holds the bytes of a file.}
questions:
  - {id: a, section: commits, type: text, stem: What does a commit name?, answer: tree, explanation: The tree of the project.}
  - {id: b, section: trees, type: text, stem: What names a file?, answer: tree, explanation: A blob does not know its name.}
  - {id: c, section: blobs, type: text, stem: What holds the bytes?, answer: blob, explanation: Trees hold names only.}
`;

export const objectiveNotAsked: UnitRule = {
	scope: 'unit',
	code: 'objective-not-asked',
	family: 'teaching',
	severity: 'warning',
	summary: 'A draw too small to ask about every section',
	why: `Each section teaches one objective, and the unit is mastered in one attempt. Where a form has fewer questions than the unit has sections, some
objective is left out of every form, and whoever masters the unit may never have been asked about it.

Make the \`draw\` at least as large as the number of sections (twice as large says more, as one question is easily a slip), or
divide the unit into two.`,
	good: [inUnit(unit(3))],
	bad: [
		{
			...inUnit(unit(2)),
			says: `unit.yaml:3:7: warning: A form asks 2 questions of 3 sections, so that each form leaves out 1 objective [objective-not-asked]
  2 │ title: Commits are snapshots
  3 │ draw: 2
    │       ^
  4 │ sections:
  help: Set \`draw\` to 3 or more, or divide the unit.`,
		},
	],
	check: ({ unit, located, deckFile }) => {
		const asked = new Set(unit.questions.map(({ section }) => section)).size;
		if (unit.draw >= asked) return nothing;
		const own = entryOf(located.node, 'draw') !== undefined;
		return [
			{
				place: own ? placeOf(located, 'draw') : ownerPlaceOf(located),
				message: `A form asks ${counted(unit.draw, 'question')} of ${asked} sections, so that each form leaves out ${counted(asked - unit.draw, 'objective')}`,
				help: `Set \`draw\` to ${asked} or more, or divide the unit.`,
				...(own || entryOf(deckFile.node, 'draw') === undefined
					? {}
					: { related: { ...placeOf(deckFile, 'draw'), message: 'the draw of every unit that sets none' } }),
			},
		];
	},
};
