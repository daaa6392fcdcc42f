// Bare `gradus`: where one stands, and one key to go on.

import type { Deck } from '../../model/deck.ts';
import type { HomeReport } from '../../model/report.ts';
import { learn } from '../../session/learn.ts';
import type { Action, LearnerRecord } from '../../session/ports.ts';
import { homeReport } from '../../session/reports.ts';
import { renderHome } from '../../terminal/views/home.ts';
import { addressed, type Context, complainOfLeftOut, withRecord, withRecordToRead } from '../context.ts';
import { decksAtHand } from '../deck-shelf.ts';
import { endingCode } from '../ending.ts';
import { isInteractive } from '../environment.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { sitDown } from '../sit-down.ts';

export async function home(context: Context): Promise<ExitCode> {
	const decks = await soundDecks(context);
	if (!isInteractive(context.environment)) return withRecordToRead(context, async (record) => show(context, homeReport(decks, record)));
	return withRecord(context, async (record) => {
		const report = homeReport(decks, record);
		show(context, report);
		const [first, ...others] = report.decks.map(({ deck, title, next }): Action => ({ kind: 'deck', deck, title, next }));
		if (first === undefined) return exitCode.done;
		const chosen = await sitDown(context, record, undefined, ({ examiner }) =>
			examiner.choose({ about: { kind: 'home' }, actions: [first, ...others, { kind: 'stop' }] }),
		);
		if (chosen.kind === 'deck') return goOn(context, record, decks, chosen);
		if (!('by' in chosen) || chosen.by === 'quit') return exitCode.done;
		context.printer.complain('Stopped. Everything is kept. Go on with: gradus');
		return chosen.by === 'interrupt' ? exitCode.interrupted : exitCode.refused;
	});
}

/** Whoever chose to go on with a question that was left is taken to that very question. */
async function goOn(
	context: Context,
	record: LearnerRecord & { close(): void },
	decks: readonly Deck[],
	{ deck: id, next }: Extract<Action, { readonly kind: 'deck' }>,
): Promise<ExitCode> {
	const deck = decks.find((candidate) => candidate.id === id);
	if (deck === undefined) return exitCode.done;
	return endingCode(
		context,
		deck,
		await sitDown(context, record, deck, (session) => learn(session, deck, undefined, next.kind === 'resume')),
	);
}

function show({ printer, style, width }: Context, report: HomeReport): ExitCode {
	printer.print(renderHome(report, style, width));
	return exitCode.done;
}

async function soundDecks(context: Context): Promise<readonly Deck[]> {
	const shelved = await decksAtHand(context.environment);
	return shelved.flatMap((entry) => {
		if (entry.ok) return [addressed(context, entry.deck)];
		complainOfLeftOut(context, entry.folder);
		return [];
	});
}
