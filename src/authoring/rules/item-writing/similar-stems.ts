import { firstAlike } from '../../cues/similarity.ts';
import { inPool } from '../../example.ts';
import type { DeckRule } from '../../rule.ts';

const questions = (group: string) => `- id: parents-of-two
  section: commits${group}
  type: number
  stem: A merge that is no fast-forward brings two branches together in one new commit. How many parents does this commit have in the end?
  answer: 2
  explanation: One for each branch.
- id: parents-of-three
  section: commits${group}
  type: number
  stem: A merge that is no fast-forward brings three branches together in one new commit. How many parents does this commit have in the end?
  answer: 3
  explanation: One for each branch.
`;

export const similarStems: DeckRule = {
	scope: 'deck',
	code: 'similar-stems',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A stem with nearly the same words as an earlier one',
	why: `A learner who retries is promised other questions. A near-twin asks for the same thought again, and a form with both of them measures one thing twice.

Two stems are told of when nine tenths of all their words (with the words and signs of their \`code\`) are in both, wherever they stand in the deck: Jaccard similarity
of 0.9 or more. What stands together in code, formulas and numbers counts as one word with all its signs, so \`f(x)\` and \`f*x\` are two. Give near-twins of a unit the same \`group\`, so that they count as one; or let one of them ask something else.`,
	good: [inPool(questions('\n  group: parents-of-merges'))],
	bad: [
		{
			...inPool(questions('')),
			says: `questions.yaml:10:9: warning: The stem shares 22 of 24 words with that of \`parents-of-two\` [similar-stems]
   9 │   type: number
  10 │   stem: A merge that is no fast-forward brings three branches together in one new commit. Ho…
     │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  11 │   answer: 3
  questions.yaml:4:9: the other stem
  3 │   type: number
  4 │   stem: A merge that is no fast-forward brings two branches together in one new commit. How m…
    │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  5 │   answer: 2
  help: Give the two questions the same \`group\`, or let one of them ask something else.`,
		},
	],
	check: ({ units, placeAt }) => {
		const all = units.flatMap(({ unit, questions }) => questions.map((question) => ({ question, unit })));
		const families = all.map(({ question: { group }, unit }) => (group === undefined ? undefined : `${unit} ${group}`));
		const alike = firstAlike(
			all.map(({ question }) => (question.signs === '' ? [] : question.signs.split(' '))),
			(index) => families[index],
		);
		return alike.flatMap((likeness, index) => {
			const own = all[index];
			const first = likeness === undefined ? undefined : all[likeness.first];
			if (likeness === undefined || own === undefined || first === undefined) return [];
			const { shared, either } = likeness;
			const together = own.unit === first.unit;
			return [
				{
					place: placeAt(own.question.stem),
					message:
						shared === either
							? `The stem has the same words as that of \`${first.question.id}\``
							: `The stem shares ${shared} of ${either} words with that of \`${first.question.id}\``,
					help: together
						? 'Give the two questions the same `group`, or let one of them ask something else.'
						: 'Let one of the two ask something else, or remove it.',
					related: {
						...placeAt(first.question.stem),
						message: together ? 'the other stem' : `the other stem, in the unit \`${first.unit}\``,
					},
				},
			];
		});
	},
};
