// The commands that only look at progress: map, history, why; and decks list. Each for people, or with --json for a machine.

import type { Id } from '../../model/deck.ts';
import type { DeckListing, DeckOrigin } from '../../model/report.ts';
import { deckReport, type Extent, historyReport, whyReport } from '../../session/reports.ts';
import { renderDecks } from '../../terminal/views/decks.ts';
import { renderHistory } from '../../terminal/views/history.ts';
import { renderMap } from '../../terminal/views/map.ts';
import { renderWhy } from '../../terminal/views/why.ts';
import { addressOf } from '../../terminal/views/wording.ts';
import { type Origin, openShelf } from '../collection/added-decks.ts';
import { nameOf } from '../collection/source.ts';
import { type Context, complainOfLeftOut, routeOf, withDeck, withRecordToRead } from '../context.ts';
import { decksAtHand } from '../deck-shelf.ts';
import { endingCode } from '../ending.ts';
import type { ExitCode } from '../exit-codes.ts';
import { foldersOf } from '../folders.ts';
import { formatTime } from '../format-time.ts';
import { soundDecks } from '../sound-decks.ts';
import { tell } from '../tell.ts';

export function mapCommand(context: Context, deckName: string | undefined, json: boolean): Promise<ExitCode> {
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, async (deck) => {
			const report = deckReport(deck, record);
			return tell(context, json, 'map', report, () => renderMap(report, context.style, context.width));
		}),
	);
}

export function historyCommand(context: Context, deckName: string | undefined, all: boolean, json: boolean): Promise<ExitCode> {
	const { style, width } = context;
	const extent = extentOf(all || json);
	return withRecordToRead(context, async (record) => {
		const route = routeOf(context);
		if (deckName !== undefined) {
			return withDeck(context, record, deckName, async (deck) => {
				const report = historyReport([deck], record, [], extent);
				const options = { all, route, here: [addressOf(deck)] };
				return tell(context, json, 'history', report, () => renderHistory(report, style, width, formatTime, options));
			});
		}
		const used = record.recentDecks();
		const decks = (await soundDecks(context, true)).filter(({ id }) => used.includes(id));
		const others = used.filter((id) => !decks.some((deck) => deck.id === id));
		const report = historyReport(decks, record, others, extent);
		return tell(context, json, 'history', report, () => renderHistory(report, style, width, formatTime, { all, route }));
	});
}

export function whyCommand(context: Context, deckName: string, unit: Id, json: boolean): Promise<ExitCode> {
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, async (deck) => {
			const report = whyReport(deck, unit, record, extentOf(json));
			if (report === undefined) return endingCode(context, deck, { kind: 'unknown-unit', unit });
			return tell(context, json, 'why', report, () => renderWhy(report, context.style, context.width, formatTime, addressOf(deck)));
		}),
	);
}

/** A machine is told every attempt; a reader as many as a screen has use for. */
function extentOf(all: boolean): Extent {
	return all ? 'all' : 'latest';
}

export async function decksCommand(context: Context, json: boolean): Promise<ExitCode> {
	const shelved = await decksAtHand(context.environment);
	const data = foldersOf(context.environment)?.data;
	const shelf = data === undefined ? undefined : openShelf(data);
	const listings = shelved.flatMap((entry): readonly DeckListing[] => {
		if (!entry.ok) {
			complainOfLeftOut(context, entry.folder);
			return [];
		}
		const { deck, folder, shipped } = entry;
		const questions = deck.units.reduce((sum, unit) => sum + unit.questions.length, 0);
		const origin = shipped || shelf?.folderOf(deck.id) !== folder ? undefined : shelf.originOf(deck.id);
		const listing = { deck: deck.id, title: deck.title, units: deck.units.length, questions, folder, shipped };
		return [origin === undefined ? listing : { ...listing, origin: shownOrigin(origin) }];
	});
	return tell(context, json, 'decks', { decks: listings }, () => renderDecks(listings, context.style, context.width));
}

function shownOrigin({ source, inside, commit, addedAt }: Origin): DeckOrigin {
	return {
		kind: source.kind,
		from: nameOf(source),
		inside,
		...(source.kind === 'git' && source.ref !== undefined ? { ref: source.ref } : {}),
		...(commit === undefined ? {} : { commit }),
		addedAt,
	};
}
