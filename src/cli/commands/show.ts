// `gradus show`: one attempt, question by question.

import type { Attempt } from '../../model/attempt.ts';
import type { Deck } from '../../model/deck.ts';
import type { LearnerRecord } from '../../session/ports.ts';
import { attemptReport, waitingIn } from '../../session/reports.ts';
import { fencedLanguages } from '../../terminal/code.ts';
import { loadHighlighter } from '../../terminal/highlighter.ts';
import { safe } from '../../terminal/safe.ts';
import { shortIds } from '../../terminal/views/attempt-ids.ts';
import { renderAttempt, textsOf } from '../../terminal/views/show.ts';
import { addressOf, command } from '../../terminal/views/wording.ts';
import { addressed, type Context, routeOf, withRecordToRead } from '../context.ts';
import { findDeck } from '../deck-shelf.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { formatTime } from '../format-time.ts';
import { tell } from '../tell.ts';

/** Of attempts that may have been meant, so many are named. */
const mostNamed = 5;

/** @param name the beginning of an id, or `last`. */
export function showCommand(context: Context, name: string, json: boolean): Promise<ExitCode> {
	return withRecordToRead(context, async (record) => {
		const attempt = attemptNamed(context, record, name);
		if (typeof attempt === 'string') {
			context.printer.complain(attempt);
			return exitCode.usage;
		}
		const deck = await deckOf(context, attempt);
		const report = attemptReport(attempt, deck, waitingIn(record));
		const { style, width } = context;
		const highlight = json ? undefined : await loadHighlighter(textsOf(report).flatMap(fencedLanguages), style);
		const address = deck === undefined ? undefined : addressOf(deck);
		return tell(context, json, 'attempt', report, () => renderAttempt(report, style, width, { formatTime, address, highlight }));
	});
}

/** The attempt, or what to say where there is none, or more than one. */
function attemptNamed(context: Context, record: LearnerRecord, name: string): Attempt | string {
	const list = command('history', ...routeOf(context));
	if (name === 'last') {
		const latest = record.latestAttempt();
		return (latest && record.attempt(latest.id)) ?? `There is no attempt yet. It begins with: ${command('learn', ...routeOf(context))}`;
	}
	const prefix = name.trim().toLowerCase();
	const found = /^[0-9a-f-]+$/u.test(prefix) ? record.attemptsBeginning(prefix, mostNamed + 1) : [];
	const [only, ...others] = found;
	if (only === undefined) return `There is no attempt whose id begins with ${safe(name)}. The ids stand in: ${list}`;
	if (others.length === 0) return record.attempt(only.id) ?? `There is no attempt ${safe(name)}.`;
	const ids = shortIds(found.map(({ id }) => id));
	const named = found
		.slice(0, mostNamed)
		.map(({ id, deck, unit, kind, startedAt }) => `  ${ids.get(id) ?? id}  ${formatTime(startedAt)}, ${kind}, ${safe(`${deck} ${unit}`)}`);
	return [
		`Several attempts begin with ${safe(name)}. Write a little more of the id:`,
		...named,
		...(found.length > mostNamed ? [`The others stand in: ${list}`] : []),
	].join('\n');
}

/** It lends the titles; an attempt can be shown without it. */
async function deckOf(context: Context, { deck: id }: Attempt): Promise<Deck | undefined> {
	const found = await findDeck(context.environment, id);
	return found.kind === 'found' && found.shelved.ok ? addressed(context, found.shelved.deck) : undefined;
}
