import { type ExampleFile, inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundPool, soundUnit } from './shared-unit.ts';

const deck = (pool: ExampleFile) =>
	inDeck(
		{
			'deck.yaml': 'deck: git\ntitle: Git from the inside\nunits: [unit.yaml]\n',
			'unit.yaml': soundUnit('snapshots', 'pools: [questions.yaml]\n'),
			'questions.yaml': pool,
		},
		['unit.yaml', 'questions.yaml'],
	);

export const fileTooLarge = readingRule({
	code: 'file-too-large',
	family: 'files',
	summary: 'A file of more than 2,000,000 bytes',
	why: `Every file of a deck may have 2,000,000 bytes, which is some 6,000 questions. One that is larger is most often another kind of file under
this name. The limit also keeps a deck from a stranger from filling the memory.

A unit may list any number of pools, and its section texts may stand in files of their own.`,
	good: [deck(soundPool)],
	bad: [
		{
			...deck({ problem: 'too-large', detail: '2,345,678 bytes', shown: '# 2,345,678 bytes of questions\n' }),
			says: `questions.yaml: error: Unexpected size of \`questions.yaml\` (2,345,678 bytes), expected at most 2,000,000 bytes [file-too-large]
  unit.yaml:3:9: named here
  2 │ title: Commits are snapshots
  3 │ pools: [questions.yaml]
    │         ^~~~~~~~~~~~~~
  4 │ sections:
  help: Move questions into further files and list them under \`pools\`.`,
		},
	],
});
