// How an attempt went: the verdict in counts, section by section and question by question, and beside what one did before.

import type { Score, Shortfall, UnitStanding } from '../../model/decision.ts';
import type { NoticeOf } from '../../session/ports.ts';
import { bar, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { type BarRow, barRows, longest, sectionRows, signRows } from './picture.ts';
import { counted, heading, inARow, quoted, scoreOf, sectionTitle } from './wording.ts';

export function renderResult(result: NoticeOf<'result'>, style: Style, width: number): string {
	const { unit, judgement, need, verdicts } = result;
	const { signs } = style;
	const verdict = judgement.qualifies
		? style.right(`${signs.right} ${scoreOf(judgement)} right`)
		: style.missed(`${signs.missed} not yet: ${scoreOf(judgement)} right`);
	const floorIn = (section: string) =>
		judgement.shortfalls.flatMap((each) => (each.kind === 'floor' && each.section === section ? [`at least ${each.need} needed`] : []));
	const place = (id: string) => unit.sections.findIndex((section) => section.id === id);
	const sections = sectionRows(
		[...judgement.sections].sort((a, b) => place(a.section) - place(b.section)),
		(id) => sectionTitle(unit, id),
		({ section }) => floorIn(section),
		style,
	);
	return [
		...heading(unit.title, style, width),
		...wrap(`${verdict}, ${need.right} needed`, width),
		...withBlankBefore(barRows(sections, width)),
		...withBlankBefore(signRows(verdicts, style, width)),
		...withBlankBefore(barRows(ownRows(result, style), width)),
		...withBlankBefore(standingLines(result, style, width)),
	].join('\n');
}

/** Why an attempt did not qualify, in a sentence. */
export function shortfallText(shortfall: Shortfall, titleOf: (section: string) => string, style: Style): string {
	switch (shortfall.kind) {
		case 'benchmark':
			return `${shortfall.right} of ${shortfall.asked} right, ${shortfall.need} needed.`;
		case 'floor':
			return `${quoted(titleOf(shortfall.section), style)}: ${shortfall.right} of ${shortfall.asked} right, at least ${shortfall.need} needed.`;
		case 'unfinished':
			return `${counted(shortfall.asked - shortfall.answered, 'question')} of ${shortfall.asked} had no answer.`;
	}
}

/** Beside oneself, never beside others: the first attempt, the best, and this one; nothing, where this is the first. */
function ownRows({ judgement, standing, first, best }: NoticeOf<'result'>, style: Style): BarRow[] {
	if (judgedInAll(standing) < 2 || first === undefined || best === undefined) return [];
	const row = (label: string, score: Score, note = ''): BarRow => ({
		label,
		bar: bar(score.right, score.asked, longest, style),
		count: scoreOf(score),
		note,
	});
	if (isPersonalBest(standing)) return [row('First attempt', first), row('This attempt', judgement, 'your best so far')];
	const firstIsBest = first.right === best.right && first.asked === best.asked;
	return [
		...(firstIsBest ? [row('First and best', first)] : [row('First attempt', first), row('Best so far', best)]),
		row('This attempt', judgement),
	];
}

function standingLines({ judgement, need, standing, streak }: NoticeOf<'result'>, style: Style, width: number): string[] {
	const { passes } = need.rule;
	const { right, open } = style.signs;
	const text = (): string => {
		if (!judgement.qualifies && standing.state === 'mastered') return 'The unit stays mastered; nothing is taken away.';
		if (standing.state === 'mastered' || passes < 2) return '';
		if (!judgement.qualifies) return `The unit asks for this ${inARow(passes)}; the count begins anew.`;
		const left = passes - streak;
		if (left < 1) return '';
		const signs = Array.from({ length: passes }, (_, index) => (index < streak ? right : open)).join(' ');
		return `${signs}  ${streak} of ${passes} in a row. ${left === 1 ? 'Once more' : `${left} more`}, and the unit is mastered.`;
	};
	const said = text();
	return said === '' ? [] : wrap(said, width);
}

/** The latest attempt has a larger share right than each before it, and there was one before. */
export function isPersonalBest(standing: Attempts): boolean {
	const latest = standing.judged.at(-1)?.judgement;
	if (latest === undefined || judgedInAll(standing) < 2) return false;
	return scoresBefore(standing).every(({ right, asked }) => latest.right * asked > right * latest.asked);
}

type Attempts = Pick<UnitStanding, 'judged' | 'earlier'>;

export function judgedInAll({ judged, earlier }: Attempts): number {
	return judged.length + (earlier?.count ?? 0);
}

/** Those before the latest; of those that are no longer told one by one, the best. */
export function scoresBefore({ judged, earlier }: Attempts): readonly Score[] {
	return [...(earlier === undefined ? [] : [earlier.best]), ...judged.slice(0, -1).map(({ judgement }) => judgement)];
}

function withBlankBefore(lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ['', ...lines];
}
