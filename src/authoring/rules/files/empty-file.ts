import { inDeck, inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const unit = `unit: snapshots
title: Commits are snapshots
sections:
  - id: commits
    title: What a commit stores
    objective: Say what a commit holds
    file: commits.md
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

const deck = 'deck: git\ntitle: Git from the inside\nunits: [unit.yaml]\n';

export const emptyFile = readingRule({
	code: 'empty-file',
	family: 'files',
	summary: 'A file with nothing in it',
	why: `A unit without questions and a section without text cannot be taught. Blank lines and comments count as nothing. A file that is still to be
written can stay in the folder: take it off the list, and a warning will remind you of it.`,
	good: [inUnit(soundUnit('snapshots')), inDeck({ 'deck.yaml': deck, 'unit.yaml': unit, 'commits.md': 'A commit names one tree.\n' })],
	bad: [
		{
			...inUnit('# To be written\n'),
			says: `unit.yaml: error: Unexpected empty file, expected YAML [empty-file]
  help: Fill it, or remove it.`,
		},
		{
			...inDeck({ 'deck.yaml': deck, 'unit.yaml': unit, 'commits.md': '\n' }),
			says: `unit.yaml:7:11: error: Unexpected empty file \`commits.md\`, expected the section's text [empty-file]
  6 │     objective: Say what a commit holds
  7 │     file: commits.md
    │           ^~~~~~~~~~
  8 │ questions:
  help: Write the text.`,
		},
	],
});
