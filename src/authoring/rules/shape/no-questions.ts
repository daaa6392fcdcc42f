import { inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const unit = (questions: string) => `unit: snapshots
title: Commits are snapshots
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
${questions}`;

export const noQuestions = readingRule({
	code: 'no-questions',
	family: 'shape',
	summary: 'A unit without questions of its own or from a pool',
	why: `A unit is mastered by answering its questions, so one without any could never be mastered, and every unit that requires it would stay shut.
Write its questions under \`questions\`, or name files of questions under \`pools\`.`,
	good: [
		inUnit(
			unit(
				'questions:\n  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}\n',
			),
		),
	],
	bad: [
		{
			...inUnit(unit('')),
			says: `unit.yaml:1:7: error: Missing questions, expected \`questions\` or \`pools\` [no-questions]
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Add questions, or name a file of them under \`pools\`.`,
		},
		{
			...inUnit(unit('questions: []\n')),
			says: `unit.yaml:5:1: error: Missing questions, expected \`questions\` or \`pools\` [no-questions]
  4 │   - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A co…
  5 │ questions: []
    │ ^~~~~~~~~
  help: Add questions, or name a file of them under \`pools\`.`,
		},
	],
});
