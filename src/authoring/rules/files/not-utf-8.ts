import { type ExampleFile, inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const deck = (unit: ExampleFile) =>
	inDeck({ 'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [snapshots.yaml]\n', 'snapshots.yaml': unit });

export const notUtf8 = readingRule({
	code: 'not-utf-8',
	family: 'files',
	summary: 'A file that is not text in UTF-8',
	why: `Text in another encoding (Latin-1, Windows-1252, UTF-16) would be shown with wrong letters, and a typed answer could never equal its key.
Every file of a deck, the texts of sections included, is UTF-8. A byte order mark at its start does no harm.

Most editors have "Save with encoding" or a field in the status line for it; \`iconv -f WINDOWS-1252 -t UTF-8\` converts a file.`,
	good: [deck(soundUnit('snapshots'))],
	bad: [
		{
			...deck({ problem: 'not-utf-8', detail: 'other bytes', shown: '# a unit, saved in Windows-1252\n' }),
			says: `snapshots.yaml: error: Unexpected bytes in \`snapshots.yaml\`, expected text in UTF-8 [not-utf-8]
  deck.yaml:3:9: named here
  2 │ title: Git from the inside
  3 │ units: [snapshots.yaml]
    │         ^~~~~~~~~~~~~~
  help: Save the file as UTF-8.`,
		},
	],
});
