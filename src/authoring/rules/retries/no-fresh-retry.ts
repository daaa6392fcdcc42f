import { badUnit, exampleUnit } from '../../example-unit.ts';
import type { UnitRule } from '../../rule.ts';
import { scarcitiesIn, writeElsewhere } from './shared-retries.ts';

export const noFreshRetry: UnitRule = {
	scope: 'unit',
	code: 'no-fresh-retry',
	family: 'retries',
	severity: 'error',
	summary: 'The second attempt repeats questions of the first',
	why: `Whoever has just been shown why an answer is right can give it again without having learnt anything. So a retry is only worth
something if it asks other questions. Of a section with p questions, of which each form asks q, there are p / q forms, rounded down, and one
less retries; a \`group\` counts as one question. What cannot be shared evenly (10 questions over 4 sections) goes to the sections that have more
fresh questions left, form by form, as in the draw itself. Counted is what is sure, whatever chance decides.

Write more questions, or draw fewer. This counts forms by weight alone. After a not-yet, a missed section is asked more, and may repeat a
question a form or two sooner than is counted here: three times what a form asks, and a few more, is safer.

A section that has fewer questions than its share of one form is told by \`section-below-quota\`, and by this rule only where that one is
switched off or turned down.`,
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
			.map(({ about, text, missingFor }) => ({
				...about,
				message: `${text}, so that the second form repeats some`,
				help:
					missingFor(1) === undefined
						? writeElsewhere
						: `Write ${missingFor(1)} more for one fresh retry, ${missingFor(2)} more for two; or draw fewer.`,
			})),
};
