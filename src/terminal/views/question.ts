// A question before its answer: where one is, the stem, the code. Sees no key.

import type { AskAgain, Presentation } from '../../model/attempt.ts';
import type { Where } from '../../session/ports.ts';
import { type Highlight, type MarkdownOptions, renderCode } from '../code.ts';
import { isolatedWhole } from '../direction.ts';
import { type Gap, type GappedText, withGaps } from '../gaps.ts';
import { shortened, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { counted, dotted, listed, quoted } from './wording.ts';

/** Header, stem, code, and what to do where that is not plain from the options. Gaps are empty and numbered: `[1 ______]`. */
export function renderQuestion(where: Where, presentation: Presentation, style: Style, width: number, highlight?: Highlight): string {
	const gaps = presentation.type === 'cloze' ? presentation.blanks.map((_, index) => gap(`[${index + 1} ______]`, style.accent)) : [];
	return renderWithGaps(where, presentation, gaps, style, width, highlight).lines.join('\n');
}

/**
 * The same with something in the gaps, and where they begin. A gap should be no wider than `gapRoom`.
 *
 * @param gaps one for each blank of a cloze, none for other types.
 */
export function renderWithGaps(
	where: Where,
	presentation: Presentation,
	gaps: readonly Gap[],
	style: Style,
	width: number,
	highlight?: Highlight,
): GappedText {
	const options: MarkdownOptions = { width, style, highlight };
	const { stem, code } = presentation;
	if (presentation.type !== 'cloze') {
		const what = whatToDo(presentation);
		const lines = [
			...header(where, style, width),
			'',
			...body(stem, code?.text, code?.language, options),
			...(what === '' ? [] : ['', ...wrap(what, width).map(style.dim)]),
		];
		return { lines, places: [] };
	}
	const sources = code === undefined ? [stem] : [stem, code.text];
	return withGaps(sources, gaps, ([shownStem = '', shownCode]) => [
		...header(where, style, width),
		'',
		...body(shownStem, shownCode, code?.language, options),
	]);
}

/** Columns that a gap may take: the width, less the gutter of code or the indent of a list. */
export function gapRoom(width: number): number {
	return Math.max(10, width - 6);
}

function gap(text: string, paint: Gap['paint']): Gap {
	return { text, paint };
}

function body(stem: string, code: string | undefined, language: string | undefined, options: MarkdownOptions): string[] {
	return [...renderMarkdown(stem, options).split('\n'), ...(code === undefined ? [] : ['', ...renderCode(code, language, options)])];
}

function whatToDo(presentation: Presentation): string {
	switch (presentation.type) {
		case 'multiple':
			return /all that apply/i.test(presentation.stem) ? '' : 'Choose all that apply.';
		case 'order':
			return 'Put these in order, the first on top.';
		case 'match': {
			const spare = presentation.rights.length - presentation.lefts.length;
			return `Pair each line with what belongs to it.${spare > 0 ? ` ${spare === 1 ? 'One is' : `${spare} are`} left over.` : ''}`;
		}
		case 'choice':
		case 'true-false':
		case 'text':
		case 'number':
		case 'cloze':
			return '';
	}
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
		...titles({ deck, unit }, style, width),
		...dotted(place, style, width).map(style.title),
	];
}

/** They stand above every question, so none takes more than a line. */
function titles({ deck, unit }: Pick<Where, 'deck' | 'unit'>, style: Style, width: number): string[] {
	const titleIn = (title: string) => isolatedWhole(shortened(safeLine(title), width, style));
	return dotted([titleIn(deck.title), titleIn(unit.title)], style, width).map(style.dim);
}

/** Lines of the header that a small screen can best do without: those above the one that counts the questions, and all of them. */
export function headHeights(where: Where, style: Style, width: number): readonly [titles: number, whole: number] {
	return [1 + titles(where, style, width).length, header(where, style, width).length];
}

/** Why the last reply could not be graded, and what to do. */
export function renderAskAgain(again: AskAgain, style: Style, width: number): string {
	return wrap(askAgainText(again, style), width).map(style.missed).join('\n');
}

/** The same, as one line. */
export function askAgainText(again: AskAgain, style: Style): string {
	switch (again.kind) {
		case 'empty': {
			const { blanks = [] } = again;
			if (blanks.length === 0) return `There was no answer in that. Nothing is recorded; please try again.`;
			const which = blanks.length === 1 ? 'Gap' : 'The gaps';
			return `${which} ${listed(blanks.map(String))} ${blanks.length === 1 ? 'is' : 'are'} still empty. Nothing is recorded; please fill ${blanks.length === 1 ? 'it' : 'them'}.`;
		}
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
