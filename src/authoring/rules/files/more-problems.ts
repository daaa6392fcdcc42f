import { type Example, inDeck } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { soundUnit } from './shared-unit.ts';

const head = 'deck: git\ntitle: Git from the inside\nunits: [unit.yaml]\n';

/** One question after the other is named where rules are expected. */
function deck(questions: number): Example {
	const lines = Array.from({ length: questions }, (_, index) => `  commit-${index + 1}: off\n`);
	return inDeck(
		{
			'deck.yaml': {
				text: `${head}check:\n${lines.join('')}`,
				shown: `${head}check:\n${lines.slice(0, 2).join('')}  # and so on, up to commit-${questions}\n`,
			},
			'unit.yaml': soundUnit('snapshots'),
		},
		['deck.yaml'],
	);
}

export const moreProblems = readingRule({
	code: 'more-problems',
	family: 'files',
	summary: 'A file with more than 1,000 problems',
	why: `The first 1,000 problems of a file are told, from top to bottom, and the rest is counted. So many are one mistake, most often made by a
program that wrote the file: mend it there, and check again. The count is as grave as the gravest of what it stands for.`,
	good: [inDeck({ 'deck.yaml': `${head}check:\n  longest-option: off\n`, 'unit.yaml': soundUnit('snapshots') }, ['deck.yaml'])],
	bad: [
		{
			...deck(1_003),
			says: `deck.yaml: error: 3 more problems in this file [more-problems]
  help: Correct the ones above first.`,
		},
	],
});
