// The attempts, unit by unit, the unit used last at the end: how they went, as a picture and line by line, and the time they took.

import type { Instant } from '../../model/attempt.ts';
import { judgedKept, listedKept } from '../../model/decision.ts';
import type { HistoryEntry, HistoryReport, HistoryUnit } from '../../model/report.ts';
import { comfortable, indent, pad, widthOf, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { shortIds } from './attempt-ids.ts';
import { benchmarkBar, sparkline } from './sparkline.ts';
import { command, counted, dotted, draws, leading, minutesOf, scoreOf } from './wording.ts';

/** A moment in the reader's own calendar and zone. */
export type FormatTime = (instant: Instant) => string;

export interface HistoryOptions {
	/** Every attempt, however many. */
	readonly all?: boolean;
	/** What every printed command must say besides: `--learner ada`, ready for a shell. */
	readonly route?: readonly string[];
	/** What `gradus history` was called with, the same way. */
	readonly here?: readonly string[];
}

export function renderHistory(
	{ entries, units, longestCounted }: HistoryReport,
	style: Style,
	columns: number,
	formatTime: FormatTime,
	{ all = false, route = [], here = route }: HistoryOptions = {},
): string {
	const width = comfortable(columns);
	const latest = entries.at(-1);
	if (latest === undefined) {
		return leading('Nothing here yet. It begins with your first quiz', command('learn', ...route), style, width).join('\n');
	}
	const ids = shortIds(entries.map(({ attempt }) => attempt));
	const several = new Set(units.map(({ deck }) => deck)).size > 1;
	const time = sum(units.map(({ timeOnTask }) => timeOnTask));
	const hidden = all ? 0 : sum(units.map(({ attempts }) => Math.max(0, attempts - listedKept)));
	return [
		...units.flatMap((unit) => {
			const own = entriesOf(unit, entries);
			const shown = all ? own : own.slice(-listedKept);
			return [
				...headLines(unit, own, several, style, width),
				...(unit.attempts > shown.length ? [style.dim(`  ${unit.attempts - shown.length} earlier`)] : []),
				...attemptLines(shown, ids, style, width, formatTime),
				'',
			];
		}),
		...wrap(
			`${minutesOf(time)} in all: from each question to its answer, at most ${minutesOf(longestCounted)} counted for any one.`,
			width,
		).map(style.dim),
		...leading('One attempt, question by question', command('show', ...route, ids.get(latest.attempt) ?? latest.attempt), style, width),
		...(hidden === 0 ? [] : leading('All attempts', command('history', ...here, '--all'), style, width)),
	].join('\n');
}

function entriesOf({ deck, unit }: HistoryUnit, entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
	return entries.filter((entry) => entry.deck === deck && entry.unit === unit);
}

function headLines(
	{ title, deckTitle, standing, attempts, timeOnTask }: HistoryUnit,
	entries: readonly HistoryEntry[],
	several: boolean,
	style: Style,
	width: number,
): string[] {
	const judged = entries.flatMap((entry) => entry.judged ?? []);
	const need = standing?.need;
	const facts = [
		...(judged.length === 0 || !draws(style) ? [] : [style.accent(sparkline(judged.slice(-judgedKept), style))]),
		...(need === undefined || judged.length === 0 ? [] : [`needed ${draws(style) ? `${benchmarkBar(need, style)} ` : ''}${scoreOf(need)}`]),
		...(standing?.best === undefined ? [] : [`best ${scoreOf(standing.best)}`]),
		standing?.state === 'mastered' ? 'mastered' : '',
		counted(attempts, 'attempt'),
		minutesOf(timeOnTask),
	];
	return [
		...wrap(safeLine(title), width).map(style.title),
		...(several ? wrap(safeLine(deckTitle), width).map(style.dim) : []),
		...indent(dotted(facts, style, width - 2), 2),
	];
}

/** Each in a line, its parts beneath each other; where that is too wide, what it took and its id go beneath. */
function attemptLines(
	entries: readonly HistoryEntry[],
	ids: ReadonlyMap<string, string>,
	style: Style,
	width: number,
	formatTime: FormatTime,
): string[] {
	const rows = entries.map((entry) => ({
		when: safeLine(formatTime(entry.startedAt)),
		outcome: outcomeText(entry, style),
		time: entry.timeOnTask === undefined ? '' : minutesOf(entry.timeOnTask),
		id: safeLine(ids.get(entry.attempt) ?? entry.attempt),
	}));
	const widest = (part: (row: (typeof rows)[number]) => string) => Math.max(...rows.map((row) => widthOf(part(row))));
	const [whenWidth, outcomeWidth, timeWidth] = [widest(({ when }) => when), widest(({ outcome }) => outcome), widest(({ time }) => time)];
	const inOneLine = whenWidth + outcomeWidth + timeWidth + widest(({ id }) => id) + 8 <= width;
	return rows.flatMap(({ when, outcome, time, id }) =>
		inOneLine
			? [`  ${style.dim(when)}  ${pad(outcome, outcomeWidth)}  ${pad(time, timeWidth, 'right')}  ${style.dim(id)}`]
			: [
					...indent(wrap(`${style.dim(when)}  ${outcome}`, width - 2), 2),
					...indent(dotted([time, id], style, width - 4), 4).map(style.dim),
				],
	);
}

/** What came of an attempt, with a sign and in words. */
export function outcomeText({ outcome, score, answered, judged, kind }: HistoryEntry, style: Style): string {
	const { signs } = style;
	if (outcome === undefined) return `${signs.mark} ${kind === 'practice' ? 'practice, ' : ''}open, ${answered} of ${score.asked} answered`;
	const ended = outcome === 'ended' && answered < score.asked ? `, ended after ${answered}` : '';
	if (judged === undefined) return `${signs.open} ${scoreOf(score)}${kind === 'practice' ? ', practice' : ''}${ended}`;
	const { qualifies } = judged.judgement;
	const inARow = judged.passes > 1 && !judged.mastered ? `, ${judged.streak} of ${judged.passes} in a row` : '';
	const verdict = judged.mastered ? 'mastered' : qualifies ? `met${inARow}` : 'not yet';
	const text = `${qualifies ? signs.right : signs.missed} ${scoreOf(score)}, ${verdict}${ended}`;
	return qualifies ? style.right(text) : style.missed(text);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
