import { badUnit, exampleUnit } from '../../example-unit.ts';
import type { UnitRule } from '../../rule.ts';
import { enoughRetries, scarcitiesIn, writeElsewhere } from './shared-retries.ts';

export const fewFreshRetries: UnitRule = {
	scope: 'unit',
	code: 'few-fresh-retries',
	family: 'retries',
	severity: 'warning',
	summary: 'The third attempt repeats questions of the first two',
	why: `One fresh retry is enough for those who need one. Those who need two, which is whom mastery learning is for, would meet questions
they have seen explained. Two fresh retries take three times as many questions as a form asks, in each section; a few more are safer, since a
missed section is asked more the next time.

Write more questions, or draw fewer. How retries are counted stands on the page of \`no-fresh-retry\`.`,
	good: [exampleUnit({ head: ['draw: 10'], sections: { commits: 15, trees: 15 } })],
	bad: [
		badUnit(
			{ head: ['draw: 10'], sections: { commits: 15, trees: 12 } },
			`unit.yaml:6:10: warning: The section \`trees\` has 12 questions, and a form asks 5 of them, so that the third form repeats some [few-fresh-retries]
  5 │   - {id: commits, title: About commits, objective: Tell commits apart, text: What commits are…
  6 │   - {id: trees, title: About trees, objective: Tell trees apart, text: What trees are.}
    │          ^~~~~
  7 │ questions:
  help: Write 3 more for a second fresh retry, or draw fewer.`,
		),
	],
	check: (checked) =>
		scarcitiesIn(checked)
			.filter(({ retries }) => retries > 0 && retries < enoughRetries)
			.map(({ about, text, missingFor }) => ({
				...about,
				message: `${text}, so that the third form repeats some`,
				help:
					missingFor(enoughRetries) === undefined
						? writeElsewhere
						: `Write ${missingFor(enoughRetries)} more for a second fresh retry, or draw fewer.`,
			})),
};
