import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { inUnit } from '../../example.ts';
import type { UnitRule } from '../../rule.ts';

const unit = (sectionOfSecond: string) => `unit: snapshots
title: Commits are snapshots
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
  - {id: trees, title: Trees and blobs, objective: Trace a path to a blob, text: A tree names blobs and trees.}
questions:
  - {id: names-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
  - {id: names-blobs, section: ${sectionOfSecond}, type: true-false, stem: A tree names blobs., answer: true, explanation: And other trees.}
`;

export const sectionWithoutQuestions: UnitRule = {
	scope: 'unit',
	code: 'section-without-questions',
	family: 'teaching',
	severity: 'warning',
	summary: 'A section that no question belongs to',
	why: `Mastery of the unit would say nothing about this section's objective: nobody is ever asked about it. Write questions for it, name it
as the \`section\` of questions that test it already, or make its text part of another section.`,
	good: [inUnit(unit('trees'))],
	bad: [
		{
			...inUnit(unit('commits')),
			says: `unit.yaml:5:10: warning: The section \`trees\` has no questions, so that its objective is never tested [section-without-questions]
  4 │   - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A co…
  5 │   - {id: trees, title: Trees and blobs, objective: Trace a path to a blob, text: A tree names…
    │          ^~~~~
  6 │ questions:
  help: Write questions with \`section: trees\`.`,
		},
	],
	check: ({ sections, questions }) => {
		const asked = new Set(questions.map(({ question }) => question.section));
		return sections
			.filter(({ section }) => !asked.has(section.id))
			.map(({ section, located }) => ({
				place: ownerPlaceOf(located),
				message: `The section \`${section.id}\` has no questions, so that its objective is never tested`,
				help: `Write questions with \`section: ${section.id}\`.`,
			}));
	},
};
