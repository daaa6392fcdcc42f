// Bare `gradus`: where one stands, and one key to go on.

import type { Deck } from '../../model/deck.ts';
import type { HomeReport } from '../../model/report.ts';
import { learn } from '../../session/learn.ts';
import type { Action, LearnerRecord } from '../../session/ports.ts';
import { homeReport } from '../../session/reports.ts';
import { renderHome } from '../../terminal/views/home.ts';
import { type Context, routeOf, withRecord, withRecordToRead } from '../context.ts';
import { endingCode } from '../ending.ts';
import { isInteractive } from '../environment.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { whileThereIsRoom } from '../room-on-disk.ts';
import { sitDown } from '../sit-down.ts';
import { soundDecks } from '../sound-decks.ts';
import { tell } from '../tell.ts';

export async function home(context: Context, json: boolean): Promise<ExitCode> {
	const decks = await soundDecks(context);
	if (json || !isInteractive(context.environment)) {
		return withRecordToRead(context, async (record) => show(context, homeReport(decks, record), json, false));
	}
	return withRecord(context, async (record) => {
		const report = homeReport(decks, record);
		show(context, report, false, true);
		const [first, ...others] = report.decks.map(({ deck, title, next }): Action => ({ kind: 'deck', deck, title, next }));
		if (first === undefined) return exitCode.done;
		const chosen = await sitDown(context, record, undefined, ({ examiner }) =>
			examiner.choose({ about: { kind: 'home' }, actions: [first, ...others, { kind: 'stop' }] }),
		);
		if (chosen.kind === 'deck') return goOn(context, record, decks, chosen);
		if (!('by' in chosen) || chosen.by === 'quit') return exitCode.done;
		context.printer.complain(`Stopped. Everything is kept. Go on with: ${['gradus', ...routeOf(context)].join(' ')}`);
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
		await sitDown(context, record, deck, (session) =>
			whileThereIsRoom(context, session, deck, undefined, (again) => learn(session, deck, undefined, again || next.kind === 'resume')),
		),
	);
}

/** @param menu what can be done is offered right below. */
function show(context: Context, report: HomeReport, json: boolean, menu: boolean): ExitCode {
	const { style, width, learner } = context;
	const whose = learner.named ? { learner: learner.name } : {};
	return tell(context, json, 'home', report, () => renderHome(report, style, width, { menu, route: routeOf(context), ...whose }));
}
