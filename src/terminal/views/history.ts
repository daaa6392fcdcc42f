// The attempts, latest last: when, what, and what came of it.

import type { Instant } from '../../model/attempt.ts';
import type { HistoryEntry, HistoryReport } from '../../model/report.ts';
import { wrap } from '../layout.ts';
import { renderTable } from '../markdown-table.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { command, scoreOf } from './wording.ts';

/** A moment in the reader's own calendar and zone. */
export type FormatTime = (instant: Instant) => string;

export function renderHistory({ entries }: HistoryReport, style: Style, width: number, formatTime: FormatTime): string {
	if (entries.length === 0) {
		return wrap(`Nothing here yet. It begins with your first quiz: ${command('learn')}`, width).join('\n');
	}
	const decks = new Set(entries.map((entry) => entry.deck)).size > 1;
	return renderTable(
		{
			header: ['When', ...(decks ? ['Deck'] : []), 'Unit', 'Kind', 'Result'],
			rows: entries.map((entry) => [
				safeLine(formatTime(entry.startedAt)),
				...(decks ? [safeLine(entry.deck)] : []),
				safeLine(entry.unitTitle),
				entry.kind,
				outcomeText(entry, style),
			]),
			align: [],
		},
		width,
		style,
	).join('\n');
}

/** What came of an attempt, with a sign and in words. */
export function outcomeText({ outcome, score, answered, judged, kind }: HistoryEntry, style: Style): string {
	const { signs } = style;
	if (outcome === undefined) return `${signs.mark} open, ${answered} of ${score.asked} answered`;
	if (judged !== undefined) {
		const verdict = judged.mastered ? 'mastered' : judged.judgement.qualifies ? 'met' : 'not yet';
		const text = `${judged.judgement.qualifies ? signs.right : signs.missed} ${scoreOf(score)}, ${verdict}`;
		return judged.judgement.qualifies ? style.right(text) : style.missed(text);
	}
	const ended = outcome === 'ended' ? `, ended after ${answered}` : '';
	return `${scoreOf(score)}${ended}${kind === 'practice' ? ', does not count' : ''}`;
}
