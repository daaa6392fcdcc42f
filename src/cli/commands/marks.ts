// `gradus bookmarks` and `gradus disputes`: the questions that somebody marked.

import type { Deck } from '../../model/deck.ts';
import type { LearnerRecord } from '../../session/ports.ts';
import { bookmarksReport, disputesReport } from '../../session/reports.ts';
import { renderBookmarks } from '../../terminal/views/bookmarks.ts';
import { renderDisputes } from '../../terminal/views/disputes.ts';
import { addressOf } from '../../terminal/views/wording.ts';
import { type Context, routeOf, withDeck, withRecordToRead } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { formatTime } from '../format-time.ts';
import { soundDecks } from '../sound-decks.ts';
import { tell } from '../tell.ts';

export function bookmarksCommand(context: Context, deckName: string | undefined, json: boolean): Promise<ExitCode> {
	const { style, width } = context;
	return ofDecks(context, deckName, (record, decks, only) => {
		const report = bookmarksReport(decks, record, only);
		return tell(context, json, 'bookmarks', report, () => renderBookmarks(report, style, width, formatTime, routeOf(context)));
	});
}

export function disputesCommand(context: Context, deckName: string | undefined, json: boolean): Promise<ExitCode> {
	const { style, width } = context;
	return ofDecks(context, deckName, (record, decks, only) => {
		const report = disputesReport(decks, record, only);
		const here = only === undefined ? routeOf(context) : [addressOf(only)];
		return tell(context, json, 'disputes', report, () => renderDisputes(report, style, width, formatTime, here));
	});
}

/** With the deck named, or all of those at hand. */
function ofDecks(
	context: Context,
	deckName: string | undefined,
	use: (record: LearnerRecord, decks: readonly Deck[], only?: Deck) => ExitCode,
): Promise<ExitCode> {
	return withRecordToRead(context, async (record) =>
		deckName === undefined
			? use(record, await soundDecks(context, true))
			: withDeck(context, record, deckName, async (deck) => use(record, [deck], deck)),
	);
}
