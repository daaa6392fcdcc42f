import { inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';

const unit = (draw: string) => `unit: snapshots
title: Commits are snapshots
draw: ${draw}
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

export const wholeNumber = readingRule({
	code: 'whole-number',
	family: 'shape',
	summary: 'Something else than a whole number within its bounds',
	why: `\`draw\`, \`passes\`, \`floor\`, \`weight\` and \`difficulty\` count things, so each is a whole number, in digits alone, without a sign, a point or
a leading zero. The message names the lowest and the highest that make sense.`,
	good: [inUnit(unit('10'))],
	bad: [
		{
			...inUnit(unit('ten')),
			says: `unit.yaml:3:7: error: Unexpected \`ten\`, expected a whole number from 1 to 1000 [whole-number]
  2 │ title: Commits are snapshots
  3 │ draw: ten
    │       ^~~
  4 │ sections:
  help: Write it in digits alone.`,
		},
		{
			...inUnit(unit('0')),
			says: `unit.yaml:3:7: error: Unexpected \`0\`, expected a whole number from 1 to 1000 [whole-number]
  2 │ title: Commits are snapshots
  3 │ draw: 0
    │       ^
  4 │ sections:`,
		},
	],
});
