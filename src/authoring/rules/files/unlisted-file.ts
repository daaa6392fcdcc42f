import { inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const deck = (units: string) =>
	inDeck({
		'deck.yaml': `deck: git\ntitle: Git from the inside\nunits: [${units}]\n`,
		'snapshots.yaml': soundUnit('snapshots'),
		'branches.yaml': soundUnit('branches'),
	});

const shown = ['deck.yaml'];

export const unlistedFile = readingRule({
	code: 'unlisted-file',
	family: 'files',
	summary: 'A YAML file in the folder that nothing lists',
	why: `Such a file looks as if it belonged to the deck, and no learner ever sees it: most often somebody wrote a unit or a pool and forgot to list
it. It is not read, so other faults in it are not told.

List it, or move it out of the folder. Folders whose name begins with a dot are passed over, and so are folders with a \`deck.yaml\` of their own.
While a listed file is missing or cannot be read, nothing is said about files that nobody lists: a wrong path may have meant
one of them.`,
	good: [{ ...deck('snapshots.yaml, branches.yaml'), shown }],
	bad: [
		{
			...deck('snapshots.yaml'),
			shown,
			says: `branches.yaml: warning: Nothing lists \`branches.yaml\`, so it is never taught or asked [unlisted-file]
  help: Name it under \`units\` in deck.yaml or under \`pools\` in a unit, or remove it.`,
		},
	],
});
