// What the quiz loop tells, in words. Views that say it in sentences already are used as they are; those that draw have theirs here.

import type { Notice, NoticeOf } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { inWords, wordsStyle } from '../in-words.ts';
import { hanging, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import { bestText } from '../views/best.ts';
import { renderNotice } from '../views/notice.ts';
import { isPersonalBest, judgedInAll, shortfallText } from '../views/result.ts';
import { counted, inARow, listed, ruleOf, scoreOf, sectionTitle } from '../views/wording.ts';
import { apart, plainText } from './plain-text.ts';

export function noticeInWords(notice: Notice, width: number): string[] {
	switch (notice.kind) {
		case 'unit':
			return unitInWords(notice, width);
		case 'result':
			return resultInWords(notice, width);
		case 'resource':
			return resourceInWords(notice, width);
		default:
			return inWords(renderNotice(notice, wordsStyle, width))
				.trim()
				.split('\n');
	}
}

function unitInWords({ deck, unit, standing, readings }: NoticeOf<'unit'>, width: number): string[] {
	const place = deck.units.findIndex(({ id }) => id === unit.id) + 1;
	const { state, best } = standing;
	const titleOf = (section: string) => sectionTitle(unit, section);
	const soFar =
		best === undefined
			? ''
			: state === 'mastered'
				? `It is mastered; your best is ${scoreOf(best)}.`
				: `${sentence(bestText(best, standing, titleOf, wordsStyle))}.`;
	return apart([
		wrap(`Unit ${place} of ${deck.units.length} of ${safeLine(deck.title)}: ${safeLine(unit.title)}.`, width),
		[...wrap(`To master this unit: ${ruleOf(standing.need)}.`, width), ...(soFar === '' ? [] : wrap(soFar, width))],
		[
			'You will be able to:',
			...unit.sections.flatMap(({ id, objective }) =>
				hanging('- ', `${renderCodeSpans(objective, wordsStyle)}${readings.has(id) ? ' (read)' : ''}`, width),
			),
		],
	]);
}

function resultInWords(result: NoticeOf<'result'>, width: number): string[] {
	const { unit, judgement, need, verdicts } = result;
	const verdict = judgement.qualifies ? 'The benchmark is met' : 'Not yet';
	const titleOf = (id: string) => sectionTitle(unit, id);
	const others = judgement.shortfalls.filter(({ kind }) => kind !== 'benchmark').map((each) => shortfallText(each, titleOf, wordsStyle));
	const sections = judgement.sections.map((score) => `${titleOf(score.section)}: ${scoreOf(score)} right.`);
	return apart([
		[
			...wrap(`${safeLine(unit.title)}.`, width),
			...wrap(`${verdict}: ${scoreOf(judgement)} right, ${need.right} needed.`, width),
			...others.flatMap((line) => wrap(line, width)),
		],
		['By section:', ...sections.flatMap((line) => hanging('- ', line, width))],
		questionLines(verdicts, width),
		standingText(result).flatMap((line) => wrap(line, width)),
	]);
}

/** `Missed: questions 3 and 7.` */
function questionLines(verdicts: NoticeOf<'result'>['verdicts'], width: number): string[] {
	const numbers = (chosen: (verdict: (typeof verdicts)[number]) => boolean) =>
		verdicts.flatMap((verdict, index) => (chosen(verdict) ? [String(index + 1)] : []));
	const missed = numbers((verdict) => verdict === 'missed' || verdict === 'dont-know');
	return missed.length === 0 ? [] : wrap(`Missed: ${missed.length === 1 ? 'question' : 'questions'} ${listed(missed)}.`, width);
}

/** Beside oneself, never beside others. */
function standingText({ judgement, need, standing, first, best, streak }: NoticeOf<'result'>): string[] {
	const { passes } = need.rule;
	const lines: string[] = [];
	if (isPersonalBest(standing))
		lines.push(`This is your best so far; your first attempt had ${first === undefined ? '' : scoreOf(first)}.`);
	else if (judgedInAll(standing) > 1 && first !== undefined && best !== undefined) {
		lines.push(`Your first attempt had ${scoreOf(first)}; your best so far is ${scoreOf(best)}.`);
	}
	if (!judgement.qualifies && standing.state === 'mastered') lines.push('The unit stays mastered; nothing is taken away.');
	else if (standing.state !== 'mastered' && passes > 1) {
		if (!judgement.qualifies) lines.push(`The unit asks for this ${inARow(passes)}; the count begins anew.`);
		else if (streak < passes) {
			const left = passes - streak;
			lines.push(
				`That is ${streak} of ${passes} in a row. ${left === 1 ? 'Once more' : `${counted(left, 'time')} more`}, and the unit is mastered.`,
			);
		}
	}
	return lines;
}

function resourceInWords({ unit, resource }: NoticeOf<'resource'>, width: number): string[] {
	const { title, url, text } = resource;
	return apart([
		wrap(`${safeLine(unit.title)}: another way in. ${safeLine(title)}.`, width),
		text === undefined ? [] : plainText(text, width),
		url === undefined ? [] : ['It is found here:', safeLine(url)],
	]);
}

function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
