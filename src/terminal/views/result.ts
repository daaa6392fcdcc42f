// How an attempt went: the verdict in counts, section by section, and what was missing.

import type { JudgedAttempt, SectionScore, Shortfall } from '../../model/decision.ts';
import type { Unit } from '../../model/deck.ts';
import type { NoticeOf } from '../../session/ports.ts';
import { bar, pad, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { counted, heading, inARow, quoted, scoreOf, sectionTitle } from './wording.ts';

export function renderResult(result: NoticeOf<'result'>, style: Style, width: number): string {
	const { unit, judgement, need } = result;
	const { signs } = style;
	const verdict = judgement.qualifies
		? style.right(`${signs.right} ${scoreOf(judgement)} right`)
		: style.missed(`${signs.missed} not yet: ${scoreOf(judgement)} right`);
	return [
		...heading(unit.title, style, width),
		...wrap(`${verdict}, ${need.right} needed`, width),
		...judgement.shortfalls
			.filter((each) => each.kind !== 'benchmark')
			.flatMap((each) =>
				wrap(
					shortfallText(each, (id) => sectionTitle(unit, id), style),
					width,
				),
			),
		'',
		...sectionBars(judgement.sections, unit, style, width),
		...withBlankBefore(standingLines(result, width)),
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

function sectionBars(sections: readonly SectionScore[], unit: Unit, style: Style, width: number): string[] {
	const titles = sections.map(({ section }) => sectionTitle(unit, section));
	const cells = 10;
	const counts = sections.map(scoreOf);
	const countWidth = Math.max(...counts.map(widthOf), 0);
	const room = width - cells - countWidth - 4;
	const titleWidth = Math.max(...titles.map(widthOf), 0);
	const inOneLine = titleWidth <= room;
	return sections.flatMap((score, index) => {
		const title = titles[index] ?? '';
		const measured = `${bar(score.right, score.asked, cells, style)}  ${pad(counts[index] ?? '', countWidth, 'right')}`;
		return inOneLine ? [`${pad(title, titleWidth)}  ${measured}`] : [...wrap(title, width), measured];
	});
}

function standingLines({ judgement, need, standing, first, best, streak }: NoticeOf<'result'>, width: number): string[] {
	const lines: string[] = [];
	const { passes } = need.rule;
	if (judgement.qualifies && standing.state !== 'mastered' && passes > 1 && streak < passes) {
		lines.push(
			`That is ${streak} of ${passes} in a row. ${passes - streak === 1 ? 'Once more' : `${passes - streak} more`}, and the unit is mastered.`,
		);
	}
	if (!judgement.qualifies && standing.state === 'mastered') lines.push('The unit stays mastered; nothing is taken away.');
	else if (!judgement.qualifies && passes > 1) lines.push(`The unit asks for this ${inARow(passes)}; the count begins anew.`);
	if (isPersonalBest(standing.judged)) lines.push('This is your best so far.');
	else if (best !== undefined && standing.judged.length > 1)
		lines.push(
			`Your best so far is ${scoreOf(best)}${first === undefined || scoreOf(first) === scoreOf(best) ? '' : `; you began with ${scoreOf(first)}`}.`,
		);
	return lines.flatMap((line) => wrap(line, width));
}

/** The latest attempt has a larger share right than each before it, and there was one before. */
export function isPersonalBest(judged: readonly JudgedAttempt[]): boolean {
	const latest = judged.at(-1)?.judgement;
	if (latest === undefined || judged.length < 2) return false;
	return judged.slice(0, -1).every(({ judgement }) => latest.right * judgement.asked > judgement.right * latest.asked);
}

function withBlankBefore(lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ['', ...lines];
}
