import { badUnit, exampleUnit } from '../../example-unit.ts';
import type { UnitRule } from '../../rule.ts';
import { missingFor, scarcitiesIn, scarcityText } from './shared-retries.ts';

export const noFreshRetry: UnitRule = {
	scope: 'unit',
	code: 'no-fresh-retry',
	family: 'retries',
	severity: 'error',
	summary: 'The second attempt repeats questions of the first',
	why: `Whoever has just been shown why an answer is right can give it again without having learnt anything. So a retry is only worth
something if it asks other questions. Of a section with p questions, of which a form asks q, there are p / q forms, rounded down, and one
less retries; a \`group\` counts as one question, and sections of equal weight take turns at what cannot be shared evenly (10 questions over 4
sections are 2.5 each).

Write more questions, or draw fewer. This counts forms by weight alone. After a not-yet, missed sections are asked more, so that
a few questions more than it takes do no harm.`,
	good: [exampleUnit({ head: ['draw: 10'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['draw: 10'], sections: { commits: 15, trees: 8 } },
			`unit.yaml:6:10: error: The section \`trees\` has 8 questions, and a form asks 5 of them, so that the second form repeats some [no-fresh-retry]
  5 │   - {id: commits, title: About commits, objective: Tell commits apart, text: What commits are…
  6 │   - {id: trees, title: About trees, objective: Tell trees apart, text: What trees are.}
    │          ^~~~~
  7 │ questions:
  help: Write 2 more for one fresh retry, 7 more for two; or draw fewer.`,
		),
	],
	check: (checked) =>
		scarcitiesIn(checked)
			.filter(({ retries }) => retries === 0)
			.map((scarcity) => ({
				...scarcity.place,
				message: `${scarcityText(checked, scarcity)}, so that the second form repeats some`,
				help: `Write ${missingFor(1, scarcity)} more for one fresh retry, ${missingFor(2, scarcity)} more for two; or draw fewer.`,
			})),
};
