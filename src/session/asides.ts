// What can be done about a question besides answering it: each is in the record when it returns.

import type { Attempt } from '../model/attempt.ts';
import type { Asides, LearnerRecord, World } from './ports.ts';

/** @param position of the question in the attempt, from 1. */
export function asidesAt(
	{ record, world }: { readonly record: LearnerRecord; readonly world: World },
	attempt: Attempt,
	position: number,
): Asides {
	const { id, deck, unit } = attempt;
	const question = attempt.asked[position - 1]?.question.id;
	const isBookmarked = () => record.bookmarks(deck).some((each) => each.unit === unit && each.question === question);
	return {
		isBookmarked,
		bookmark: () => record.bookmark(id, position, !isBookmarked(), world.now()),
		dispute: (note) => record.dispute(id, position, note, world.now()),
	};
}
