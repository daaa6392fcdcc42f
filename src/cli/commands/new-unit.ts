// `gradus new unit`: a unit for a deck that is there, written and listed without a problem in it.

import { draftUnit } from '../../authoring/scaffold/draft-unit.ts';
import { sampleSection } from '../../authoring/scaffold/samples.ts';
import type { Context } from '../context.ts';
import { withAsker } from '../drafting/ask-author.ts';
import { deckAt } from '../drafting/deck-at.ts';
import { fill, type Given, givenBy, lineOf } from '../drafting/fields.ts';
import { finish, refuse, unfilled } from '../drafting/finish.ts';
import type { ExitCode } from '../exit-codes.ts';

/** As the command line gives them. */
export interface UnitWords {
	readonly title?: string;
	readonly id?: string;
	readonly section?: string;
	readonly objective?: string;
}

/** @param path of the deck; the working folder unless stated. */
export async function newUnitCommand(context: Context, path: string | undefined, words: UnitWords): Promise<ExitCode> {
	const target = deckAt(context, path);
	if (typeof target === 'string') return refuse(context, target);
	return withAsker(context, async (asker) => {
		const filled = await fill(
			[
				{ key: 'title', flag: '--title', asks: 'What is the unit called?' },
				{ key: 'section', flag: '--section', asks: 'What is its first section called?', otherwise: () => '', without: 'a sample section' },
				{
					key: 'objective',
					flag: '--objective',
					asks: 'What can a learner do after that section? Begin with a verb.',
					otherwise: objectiveOf,
				},
			],
			givenBy(words),
			asker,
		);
		if (filled.kind !== 'filled') return unfilled(context, 'gradus new unit', filled);
		const { given } = filled;
		const wished = ['id', 'section', 'objective'].flatMap((key) => (given.has(key) ? [[key, lineOf(given, key)] as const] : []));
		return finish(context, target.root, draftUnit(target.files, { title: lineOf(given, 'title'), ...Object.fromEntries(wished) }));
	});
}

/** The sample's where the section is the sample's; else the author has to say. */
function objectiveOf(given: Given): string | undefined {
	return given.has('section') ? undefined : sampleSection.objective;
}
