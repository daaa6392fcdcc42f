import { inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const deck = (second: string) =>
	inDeck(
		{
			'deck.yaml': `deck: git\ntitle: Git from the inside\nunits:\n  - snapshots.yaml\n  - ${second}\n`,
			'snapshots.yaml': soundUnit('snapshots'),
			'branches.yaml': soundUnit('branches'),
		},
		['deck.yaml'],
	);

export const duplicateFile = readingRule({
	code: 'duplicate-file',
	family: 'files',
	summary: 'A file that is listed twice in one place',
	why: `The second entry would teach the same unit again, or ask every question of a pool twice. Most often a line was copied and its name never
changed. Two units may well share one pool: that is no fault.`,
	good: [deck('branches.yaml')],
	bad: [
		{
			...deck('./snapshots.yaml'),
			says: `deck.yaml:5:5: error: Unexpected second \`snapshots.yaml\`, expected each file once [duplicate-file]
  4 │   - snapshots.yaml
  5 │   - ./snapshots.yaml
    │     ^~~~~~~~~~~~~~~~
  deck.yaml:4:5: the first one
  3 │ units:
  4 │   - snapshots.yaml
    │     ^~~~~~~~~~~~~~
  5 │   - ./snapshots.yaml
  help: Remove one of the two.`,
		},
	],
});
