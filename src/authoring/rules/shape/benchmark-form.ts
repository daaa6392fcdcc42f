import { inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const unit = (benchmark: string) => `unit: snapshots
title: Commits are snapshots
benchmark: ${benchmark}
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

export const benchmarkForm = readingRule({
	code: 'benchmark-form',
	family: 'shape',
	summary: 'A benchmark that is not a percentage from 1% to 100%',
	why: `A benchmark is written as \`90%\`, \`90\` or \`87.5%\`, with at most two decimals. A fraction such as \`0.9\` is refused, and not taken for less
than one percent: a unit that everybody masters at once, because of a slip in its first lines, would be noticed last.`,
	good: [inUnit(unit('87.5%'))],
	bad: [
		{
			...inUnit(unit('0.9')),
			says: `unit.yaml:3:12: error: Unexpected \`0.9\`, expected a percentage from 1% to 100% [benchmark-form]
  2 │ title: Commits are snapshots
  3 │ benchmark: 0.9
    │            ^~~
  4 │ sections:
  help: Write 90%.`,
		},
		{
			...inUnit(unit('120%')),
			says: `unit.yaml:3:12: error: Unexpected \`120%\`, expected a percentage from 1% to 100% [benchmark-form]
  2 │ title: Commits are snapshots
  3 │ benchmark: 120%
    │            ^~~~
  4 │ sections:
  help: Write a percentage such as 90%.`,
		},
	],
});
