import { type ExampleFile, inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const folder: ExampleFile = { problem: 'not-a-file', detail: 'a folder', shown: 'a folder' };

const deck = (path: string) =>
	inDeck(
		{
			'deck.yaml': `deck: git\ntitle: Git from the inside\nunits:\n  - ${path}\n`,
			units: folder,
			'units/snapshots.yaml': soundUnit('snapshots'),
		},
		['deck.yaml'],
	);

export const notAFile = readingRule({
	code: 'not-a-file',
	family: 'files',
	summary: 'A path that names a folder or a device, not a file',
	why: `The files of a deck are listed one by one, because their order is the order of teaching; a folder has none. Pipes and devices are never
opened, since reading one may not end.`,
	good: [deck('units/snapshots.yaml')],
	bad: [
		{
			...deck('units'),
			says: `deck.yaml:4:5: error: Unexpected \`units\`, which is a folder, expected a file [not-a-file]
  3 │ units:
  4 │   - units
    │     ^~~~~
  help: Name every file by its own path.`,
		},
	],
});
