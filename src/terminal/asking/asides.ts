// What a learner does besides answering, at a question and under its verdict: each in a line, and back to where one was.

import type { Deck } from '../../model/deck.ts';
import type { Asides, Stop } from '../../session/ports.ts';
import { remark } from '../prompts/entry.ts';
import { commandBeside } from '../views/wording.ts';
import { type Above, type Desk, noLines, promptUnder } from './desk.ts';

/** Sets the bookmark or takes it away, and says so. */
export function turnBookmark(asides: Asides, deck: Deck): string {
	asides.bookmark();
	return asides.isBookmarked() ? `Bookmarked. To find it again: ${commandBeside('bookmarks', deck)}` : 'The bookmark is taken away.';
}

/**
 * Asks for a note to the author, under the text that stands on the screen.
 *
 * @param apart the text ends without an empty line.
 * @returns what there is to say about it; nothing where the learner went back.
 */
export async function takeDispute(
	desk: Desk,
	asides: Asides,
	deck: Deck,
	{ apart, ...above }: Pick<Above<unknown, unknown>, 'text' | 'live' | 'after'> & { readonly apart: boolean },
): Promise<string | Stop> {
	const program = remark({
		style: desk.style,
		apart,
		asks: 'What is wrong with this question? One line for its author.',
		enter: 'keep it',
		alone: 'keep it without a note',
	});
	const outcome = await promptUnder(desk, program, { ...above, news: noLines });
	if (outcome.kind === 'stop') return outcome;
	if (outcome.value.kind === 'back') return '';
	asides.dispute(outcome.value.text);
	return `Your dispute is kept for the author${outcome.value.text === '' ? '' : ', with your note'}. To see it: ${commandBeside('disputes', deck)}`;
}
