import { inDeck, inUnit } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const deck = (file: string) =>
	inDeck({ 'deck.yaml': `deck: git\ntitle: Git from the inside\nunits: [${file}]\n`, '01-snapshots.yaml': soundUnit('snapshots') }, [
		'deck.yaml',
	]);

const unit = `unit: snapshots
title: Commits are snapshots
sections:
  - id: commits
    title: What a commit stores
    objective: Say what a commit holds
    file: texts/commits.md
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;

const withText = inUnit(unit);

export const missingFile = readingRule({
	code: 'missing-file',
	family: 'files',
	summary: 'A file that is named, but is not there',
	why: `A unit, a pool or a section's text would be missing from the deck. Mind capital letters: some disks take
\`Trees.md\` and \`trees.md\` for the same and others do not, so that a deck may work on your machine and not on another.

A path starts at the folder of the file that names it, and its parts are separated by \`/\`. If the folder holds a YAML file of nearly that
name which nothing lists, it is suggested.`,
	good: [
		deck('01-snapshots.yaml'),
		inDeck({ ...withText.files, 'texts/commits.md': 'A commit names one tree.\n' }, ['unit.yaml', 'texts/commits.md']),
	],
	bad: [
		{
			...deck('01-snapshot.yaml'),
			says: `deck.yaml:3:9: error: Missing file \`01-snapshot.yaml\` in the deck's folder [missing-file]
  2 │ title: Git from the inside
  3 │ units: [01-snapshot.yaml]
    │         ^~~~~~~~~~~~~~~~
  help: Did you mean \`01-snapshots.yaml\`?`,
		},
		{
			...withText,
			says: `unit.yaml:7:11: error: Missing file \`texts/commits.md\` in the deck's folder [missing-file]
  6 │     objective: Say what a commit holds
  7 │     file: texts/commits.md
    │           ^~~~~~~~~~~~~~~~
  8 │ questions:
  help: Create it, or correct the path.`,
		},
	],
});
