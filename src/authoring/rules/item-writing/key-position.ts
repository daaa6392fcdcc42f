import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { chanceOfAtLeast } from '../../../engine/odds.ts';
import type { QuestionDigest } from '../../digest.ts';
import { inPool } from '../../example.ts';
import type { DeckRule } from '../../rule.ts';
import { expectedOf, rounded, significant } from './shared-chance.ts';

const question = (number: number, place: number) => {
	const options = [number - 1, number + 1, number + 2].toSpliced(place, 0, number);
	return `- {id: ten-less-${10 - number}, section: commits, stem: What is 10 less ${10 - number}?, options: [${options.join(', ')}], answer: ${number}, explanation: Count back.}\n`;
};

const pool = (placeOf: (index: number) => number) => {
	const questions = Array.from({ length: 20 }, (_, index) => question(index - 10, placeOf(index)));
	return { text: questions.join(''), shown: `${questions.slice(0, 3).join('')}# and 17 more\n` };
};

/** Fewer questions than this say nothing. */
const enough = 20;

export const keyPosition: DeckRule = {
	scope: 'deck',
	code: 'key-position',
	family: 'item-writing',
	severity: 'warning',
	summary: 'The right option stands in one place too often, where the order is fixed',
	why: `Authors put the right option in the middle, and guessers look for it there (Attali and Bar-Hillel, 2003). It matters only where you fix the order with
\`options\`: otherwise options are shuffled.

The rule speaks where 20 or more \`choice\` questions of a unit (or, where no unit has so many, of the deck) have fixed options, and chance alone would put the key in the commonest
place so often in fewer than one of a hundred cases (an exact one-sided test of each place, Bonferroni's correction for their number). Use \`distractors\`
where the order has no meaning, and vary the range of the options where it has.`,
	good: [inPool(pool((index) => index % 4))],
	bad: [
		{
			...inPool(pool((index) => (index < 14 ? 1 : index % 4))),
			says: `unit.yaml:1:7: warning: Of 20 questions with fixed options, 15 have the right one in place 2, where chance would put it about 5 times [key-position]
  1 │ unit: snapshots
    │       ^~~~~~~~~
  2 │ title: Commits are snapshots
  help: Use \`distractors\` where the order has no meaning, and move the keys elsewhere.`,
		},
	],
	check: ({ units, deckFile, placeAt }) => {
		const ofUnits = units.flatMap(({ questions, head }) => {
			const skew = skewOf(questions);
			return skew === undefined ? [] : [{ place: placeAt(head), ...said(skew) }];
		});
		if (ofUnits.length > 0) return ofUnits;
		const skew = units.length === 1 ? undefined : skewOf(units.flatMap(({ questions }) => questions));
		return skew === undefined ? [] : [{ place: ownerPlaceOf(deckFile), ...said(skew) }];
	},
};

interface Skew {
	/** From 0. */
	readonly place: number;
	readonly keys: number;
	readonly questions: number;
	readonly expected: number;
}

function skewOf(questions: readonly QuestionDigest[]): Skew | undefined {
	const fixed = questions.flatMap((question) => question.fixed ?? []);
	if (fixed.length < enough) return undefined;
	const places = fixed.reduce((most, { options }) => Math.max(most, options), 0);
	const skews = Array.from({ length: places }, (_, place) => {
		const chances = fixed.map(({ options }) => (place < options ? 1 / options : 0));
		const keys = fixed.filter(({ key }) => key === place).length;
		const expected = expectedOf(chances);
		return { place, keys, questions: fixed.length, expected, chance: keys <= expected ? 1 : chanceOfAtLeast(keys, chances) };
	});
	return skews.toSorted((a, b) => a.chance - b.chance).find(({ chance }) => chance * places < significant);
}

function said({ place, keys, questions, expected }: Skew) {
	return {
		message: `Of ${questions} questions with fixed options, ${keys} have the right one in place ${place + 1}, where chance would put it about ${rounded(expected)} times`,
		help: 'Use `distractors` where the order has no meaning, and move the keys elsewhere.',
	};
}
