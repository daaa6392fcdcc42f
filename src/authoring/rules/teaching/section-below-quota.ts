import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import { missingForRetries } from '../../../engine/fresh-retries.ts';
import { inUnit } from '../../example.ts';
import type { UnitRule } from '../../rule.ts';
import { afterDraw } from '../benchmark/draw-above-pool.ts';
import { enoughRetries } from '../retries/shared-retries.ts';
import { groupNote, shareText } from '../shared-wording.ts';

const questions = (section: string, count: number) =>
	Array.from(
		{ length: count },
		(_, index) =>
			`  - {id: ${section}-${index + 1}, section: ${section}, type: number, stem: 3 + ${index} = ?, answer: ${3 + index}, explanation: Count on.}\n`,
	).join('');

const unit = (blobs: number) => ({
	text: `unit: snapshots
title: Commits are snapshots
draw: 4
sections:
  - {id: trees, title: Trees, objective: Trace a path, text: A tree names blobs and trees.}
  - {id: blobs, title: Blobs, objective: Say what a blob holds, text: A blob holds the bytes of a file.}
questions:
${questions('trees', 6)}${questions('blobs', blobs)}`,
	shown: `unit: snapshots
title: Commits are snapshots
draw: 4
sections:
  - {id: trees, title: Trees, objective: Trace a path, text: A tree names blobs and trees.}
  - {id: blobs, title: Blobs, objective: Say what a blob holds, text: A blob holds the bytes of a file.}
questions:
  # six with section: trees, ${['no', 'one', 'two', 'three', 'four', 'five', 'six'][blobs]} with section: blobs
`,
});

export const sectionBelowQuota: UnitRule = {
	scope: 'unit',
	code: 'section-below-quota',
	family: 'teaching',
	severity: 'error',
	summary: 'A section with fewer questions than one form asks of it',
	why: `A form shares its questions out among the sections, by \`weight\`. A section that has too few gives all it has, and the rest is asked of the
others: its objective gets less of every form than it was meant to, and there the second form repeats the first, which is why this is an
error. Questions of one \`group\` count as one, because at most one of them stands in a form.

Write more questions for the section, give it less \`weight\`, or make the \`draw\` smaller.`,
	good: [inUnit(unit(6))],
	bad: [
		{
			...inUnit(unit(1)),
			says: `unit.yaml:6:10: error: The section \`blobs\` has 1 question, but its share of a form is 2, so that other sections are asked more and the second form repeats it [section-below-quota]
  5 │   - {id: trees, title: Trees, objective: Trace a path, text: A tree names blobs and trees.}
  6 │   - {id: blobs, title: Blobs, objective: Say what a blob holds, text: A blob holds the bytes …
    │          ^~~~~
  7 │ questions:
  help: Write 1 more with \`section: blobs\`, or 5 more for two fresh retries as well; or lower its
  \`weight\` or the unit's \`draw\`.`,
		},
	],
	check: ({ unit, sections }) => {
		const plan = formPlanOf(unit);
		return plan.sections.flatMap(({ section, pool, due, short }, index) => {
			const located = sections[index]?.located;
			if (!short || pool === 0 || located === undefined) return [];
			const missing = due.least - pool;
			const forRetries = missingForRetries(unit, index, enoughRetries) ?? missing;
			const grouped = unit.questions.filter((question) => question.section === section).length > pool;
			return [
				{
					place: ownerPlaceOf(located),
					...afterDraw(unit),
					message: `The section \`${section}\` has ${counted(pool, 'question')}${grouped ? groupNote : ''}, but its share of a form is ${shareText(due)}, so that other sections are asked more and the second form repeats ${pool === 1 ? 'it' : 'them'}`,
					help: `Write ${missing} more with \`section: ${section}\`, or ${forRetries} more for two fresh retries as well; or lower its \`weight\` or the unit's \`draw\`.`,
				},
			];
		});
	},
};
