// A question before its answer: where one is, the stem, the code. Sees no key.

import type { AskAgain, Presentation } from '../../model/attempt.ts';
import type { Where } from '../../session/ports.ts';
import { type Highlight, renderCode } from '../code.ts';
import { wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { counted, dotted, quoted } from './wording.ts';

/** Header, stem, code, and what to do where that is not plain from the options. */
export function renderQuestion(where: Where, presentation: Presentation, style: Style, width: number, highlight?: Highlight): string {
	const { code } = presentation;
	return [
		...header(where, style, width),
		'',
		renderMarkdown(presentation.stem, { width, style, highlight }),
		...(code === undefined ? [] : ['', ...renderCode(code.text, code.language, { width, style, highlight })]),
		...(presentation.type === 'multiple' && !/all that apply/i.test(presentation.stem) ? ['', style.dim('Choose all that apply.')] : []),
	].join('\n');
}

function header({ deck, unit, kind, need, position, asked, verdicts }: Where, style: Style, width: number): string[] {
	const right = verdicts.filter((verdict) => verdict === 'right').length;
	const tally = verdicts.length === 0 ? '' : `${style.signs.right} ${right} ${style.signs.missed} ${verdicts.length - right}`;
	const place =
		kind === 'practice'
			? [`Practice question ${position} of ${asked}`, 'does not count', tally]
			: [`Question ${position} of ${asked}`, `needs ${need.right} of ${need.asked}`, tally];
	return [
		style.dim(style.signs.rule.repeat(width)),
		...dotted([safeLine(deck.title), safeLine(unit.title)], style, width).map(style.dim),
		...dotted(place, style, width).map(style.title),
	];
}

/** Why the last reply could not be graded, and what to do. */
export function renderAskAgain(again: AskAgain, style: Style, width: number): string {
	return wrap(askAgainText(again, style), width).map(style.missed).join('\n');
}

function askAgainText(again: AskAgain, style: Style): string {
	switch (again.kind) {
		case 'empty':
			return `There was no answer in that. Nothing is recorded; please try again.`;
		case 'too-long':
			return `That is longer than ${counted(again.limit, 'character')}. Nothing is recorded; please answer in fewer.`;
		case 'not-a-number':
			return `${quoted(again.typed, style)} could not be read as a number. Please write it like 42, -3.5, 1/2 or 3.8e5.`;
		case 'ambiguous-number':
			return `${quoted(again.typed, style)} can be read as ${again.readings.map(safeLine).join(' or as ')}. Please write it so that only one is meant.`;
		case 'other-unit':
			return again.expected === undefined
				? `This answer is a number without a unit, and ${quoted(again.typed, style)} has one. Please type the number alone.`
				: `The answer is asked in ${safeLine(again.expected)}, and ${quoted(again.typed, style)} has another unit. Please convert it, or type the number alone.`;
	}
}
