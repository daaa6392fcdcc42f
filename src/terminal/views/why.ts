// The derivation of a unit's state, step by step, from the stored facts. Computes nothing: it words what was decided.

import { listedKept } from '../../model/decision.ts';
import type { Id, Rule } from '../../model/deck.ts';
import type { HistoryEntry, WhyReport } from '../../model/report.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { bestText } from './best.ts';
import { blockerText, type Titles } from './gate.ts';
import { type FormatTime, outcomeText } from './history.ts';
import { shortfallText } from './result.ts';
import { command, counted, heading, quoted, ruleOf, scoreOf } from './wording.ts';

/** @param address what a printed command must say to reach the deck, ready for a shell. */
export function renderWhy(report: WhyReport, style: Style, columns: number, formatTime: FormatTime, address = report.deck): string {
	const width = comfortable(columns);
	const { title, standing } = report;
	const steps = [
		step('What it builds on', gateLines(report, style, width - 3), style),
		step('What it takes', wrap(`${ruleOf(standing.need)}. Each attempt is held to the rule it began with.`, width - 3), style),
		step('What the record says, oldest first', attemptLines(report, address, formatTime, style, width - 3), style),
		step('So it is', conclusion(report, formatTime, style, width - 3), style),
	];
	const headline = `${safeLine(title)}: ${standing.state === 'mastered' ? 'mastered' : `${standing.state}, not yet mastered`}`;
	return [
		...heading(headline, style, width),
		...steps.flatMap(({ name, lines }, index) => [...hanging(`${index + 1}. `, name, width), ...indent(lines, 3), '']).slice(0, -1),
	].join('\n');
}

/** An id stands for itself where the deck no longer has it. */
function titlesIn(titles: WhyReport['titles']): Titles {
	const unitOf = (id: Id) => (Object.hasOwn(titles, id) ? titles[id] : undefined);
	return {
		unit: (id) => unitOf(id)?.title ?? id,
		section: (unit, id) => {
			const sections = unitOf(unit)?.sections ?? {};
			return (Object.hasOwn(sections, id) ? sections[id] : undefined) ?? id;
		},
	};
}

function step(name: string, lines: readonly string[], style: Style): { readonly name: string; readonly lines: readonly string[] } {
	return { name: style.title(name), lines };
}

function gateLines({ requires, standing, titles: known }: WhyReport, style: Style, width: number): string[] {
	if (requires.length === 0) return wrap('Nothing: it is open from the start.', width);
	const titles = titlesIn(known);
	const blockers = standing.gate.open ? [] : standing.gate.blockers;
	return requires.flatMap(({ unit, title, mastered, best }) => {
		const blocker = blockers.find((each) => each.unit === unit);
		const score = best === undefined ? '' : ` (best ${scoreOf(best)})`;
		if (mastered) return hanging(`${style.signs.right} `, `${quoted(title, style)} is mastered${score}`, width);
		const missing = blocker === undefined ? `${quoted(title, style)} is not yet mastered${score}` : blockerText(blocker, titles, style);
		return hanging(`${style.signs.open} `, missing, width);
	});
}

function attemptLines(report: WhyReport, address: string, formatTime: FormatTime, style: Style, width: number): string[] {
	const { attempts, attemptsInAll, titles, standing } = report;
	if (attempts.length === 0) return ['No attempt yet.'];
	const listed = attempts.slice(-listedKept);
	const earlier = attemptsInAll - listed.length;
	return [
		...(earlier === 0 ? [] : wrap(`${earlier} earlier: ${command('history', address, '--all')}`, width).map(style.dim)),
		...listed.flatMap((entry) => [
			...hanging(
				`${style.signs.bullet} `,
				`${safeLine(formatTime(entry.startedAt))}${entry.kind === 'practice' ? '' : `, ${entry.kind}`}: ${outcomeText(entry, style)}`,
				width,
			),
			...indent(reasonLines(entry, standing.need.rule, titlesIn(titles), style, width - 2), 2),
		]),
	];
}

/** By which rule, where that was another than it is now. */
function reasonLines(entry: HistoryEntry, now: Rule, titles: Titles, style: Style, width: number): string[] {
	const { judged, rule } = entry;
	if (judged === undefined) return wrap(notJudged(entry), width).map(style.dim);
	const { judgement, streak, passes } = judged;
	const reasons = judgement.qualifies
		? [`${scoreOf(judgement)} right, ${judgement.need} needed.`]
		: judgement.shortfalls.map((each) => shortfallText(each, (id) => titles.section(entry.unit, id), style));
	const count = passes > 1 ? [`In a row: ${streak} of ${passes}.`] : [];
	const then = { asked: judgement.asked, right: judgement.need, rule };
	const other = sameRule(rule, now) ? [] : [`The rule was then: ${ruleOf(then)}.`];
	return wrap([...reasons, ...count, ...other].join(' '), width).map(style.dim);
}

function sameRule(a: Rule, b: Rule): boolean {
	return a.benchmark === b.benchmark && a.passes === b.passes && a.floor === b.floor;
}

function notJudged({ outcome, kind }: HistoryEntry): string {
	if (kind !== 'quiz') return `A ${kind} does not count for mastery.`;
	return outcome === undefined ? 'It is still open, so it says nothing yet.' : 'Nothing was answered, so it does not count.';
}

function conclusion(report: WhyReport, formatTime: FormatTime, style: Style, width: number): string[] {
	const { standing, masteryStartedAt } = report;
	const { state } = standing;
	if (state === 'mastered') {
		const when = masteryStartedAt === undefined ? '' : `, by the attempt of ${safeLine(formatTime(masteryStartedAt))}`;
		return wrap(`${style.signs.right} mastered${when}. A later attempt takes nothing away.`, width).map(style.right);
	}
	const closed = state === 'closed' ? ' It opens when all it builds on is mastered.' : '';
	return wrap(`${style.signs.open} not yet mastered: ${missingText(report, style)}.${closed}`, width);
}

function missingText({ unit, standing, titles }: WhyReport, style: Style): string {
	const { best, bestLacked, streak, need } = standing;
	if (best === undefined) return 'there is no attempt yet that counts';
	if (need.rule.passes > 1 && bestLacked === undefined) return `${streak} of ${counted(need.rule.passes, 'qualifying attempt')} in a row`;
	return bestText(best, standing, (section) => titlesIn(titles).section(unit, section), style);
}
