import { inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const deck = (file: string) =>
	inDeck({ 'deck.yaml': `deck: git\ntitle: Git from the inside\nunits:\n  - ${file}\n`, 'snapshots.yaml': soundUnit('snapshots') }, [
		'deck.yaml',
	]);

export const outsideFolder = readingRule({
	code: 'outside-folder',
	family: 'files',
	summary: "A path that leads out of the deck's folder",
	why: `Decks are copied and shared as one folder, and learners open decks by people they do not know. So a deck can never reach a file outside
its own folder: not by \`..\`, not by a path from the root of the disk, not by a link.

Copy the file into the folder, or make the two decks one.`,
	good: [deck('snapshots.yaml')],
	bad: [
		{
			...deck('../shared/snapshots.yaml'),
			says: `deck.yaml:4:5: error: Unexpected path \`../shared/snapshots.yaml\`, expected a file in the deck's folder (the path leads out of the deck) [outside-folder]
  3 │ units:
  4 │   - ../shared/snapshots.yaml
    │     ^~~~~~~~~~~~~~~~~~~~~~~~
  help: Move the file into the folder and name it from there.`,
		},
		{
			...deck('/home/ada/snapshots.yaml'),
			says: `deck.yaml:4:5: error: Unexpected path \`/home/ada/snapshots.yaml\`, expected a file in the deck's folder (the path does not start at the deck) [outside-folder]
  3 │ units:
  4 │   - /home/ada/snapshots.yaml
    │     ^~~~~~~~~~~~~~~~~~~~~~~~
  help: Move the file into the folder and name it from there.`,
		},
	],
});
