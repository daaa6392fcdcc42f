import { type ExampleFile, inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const deck = (unit: ExampleFile) =>
	inDeck({ 'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [snapshots.yaml]\n', 'snapshots.yaml': unit });

export const unreadableFile = readingRule({
	code: 'unreadable-file',
	family: 'files',
	summary: 'A file that is there, but cannot be read',
	why: `The system refused to open the file; its own name for the reason stands in brackets. \`EACCES\` and \`EPERM\` mean that you have no
permission: \`chmod u+r\` gives it on Linux and macOS. Others, such as \`EIO\`, are a matter of the disk and not of the deck.`,
	good: [deck(soundUnit('snapshots'))],
	bad: [
		{
			...deck({ problem: 'unreadable', detail: 'EACCES', shown: '# a unit that only another user may read\n' }),
			says: `snapshots.yaml: error: The file \`snapshots.yaml\` cannot be read (EACCES) [unreadable-file]
  deck.yaml:3:9: named here
  2 │ title: Git from the inside
  3 │ units: [snapshots.yaml]
    │         ^~~~~~~~~~~~~~
  help: Check its permissions.`,
		},
	],
});
