// The commands that only look: map, history, why, decks list. Each for people, or with --json for a machine.

import type { Deck, Id } from '../../model/deck.ts';
import type { DeckListing } from '../../model/report.ts';
import type { LearnerRecord } from '../../session/ports.ts';
import { deckReport, historyReport, whyReport } from '../../session/reports.ts';
import { jsonText } from '../../terminal/json-text.ts';
import { renderDecks } from '../../terminal/views/decks.ts';
import { renderHistory } from '../../terminal/views/history.ts';
import { renderMap } from '../../terminal/views/map.ts';
import { renderWhy } from '../../terminal/views/why.ts';
import { type Context, complainOfLeftOut, withDeck, withRecordToRead } from '../context.ts';
import { decksAtHand } from '../deck-shelf.ts';
import { endingCode } from '../ending.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { formatTime } from '../format-time.ts';

export function mapCommand(context: Context, deckName: string | undefined, json: boolean): Promise<ExitCode> {
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, async (deck) => {
			const report = deckReport(deck, record);
			return tell(context, json, 'map', report, () => renderMap(report, context.style, context.width));
		}),
	);
}

export function historyCommand(context: Context, deckName: string | undefined, json: boolean): Promise<ExitCode> {
	const showHistory = (decks: readonly Deck[], record: LearnerRecord, others: readonly Id[] = []) => {
		const report = historyReport(decks, record, others);
		return tell(context, json, 'history', report, () => renderHistory(report, context.style, context.width, formatTime));
	};
	return withRecordToRead(context, async (record) => {
		if (deckName !== undefined) return withDeck(context, record, deckName, async (deck) => showHistory([deck], record));
		const shelved = await decksAtHand(context.environment);
		const decks = shelved.flatMap((entry) => (entry.ok ? [entry.deck] : []));
		const others = record.recentDecks().filter((id) => !decks.some((deck) => deck.id === id));
		return showHistory(decks, record, others);
	});
}

export function whyCommand(context: Context, deckName: string, unit: Id, json: boolean): Promise<ExitCode> {
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, async (deck) => {
			const report = whyReport(deck, unit, record);
			if (report === undefined) return endingCode(context, deck, { kind: 'unknown-unit', unit });
			return tell(context, json, 'why', report, () => renderWhy(report, context.style, context.width, formatTime));
		}),
	);
}

export async function decksCommand(context: Context, json: boolean): Promise<ExitCode> {
	const shelved = await decksAtHand(context.environment);
	const listings = shelved.flatMap((entry): readonly DeckListing[] => {
		if (!entry.ok) {
			complainOfLeftOut(context, entry.folder);
			return [];
		}
		const { deck, folder, shipped } = entry;
		const questions = deck.units.reduce((sum, unit) => sum + unit.questions.length, 0);
		return [{ deck: deck.id, title: deck.title, units: deck.units.length, questions, folder, shipped }];
	});
	return tell(context, json, 'decks', { decks: listings }, () => renderDecks(listings, context.style, context.width));
}

/** JSON carries its schema's name and version. */
function tell({ printer }: Context, json: boolean, name: string, report: object, render: () => string): ExitCode {
	printer.print(json ? jsonText({ schema: `gradus.${name}/1`, ...report }) : render());
	return exitCode.done;
}
