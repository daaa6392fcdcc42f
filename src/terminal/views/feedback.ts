// After an answer: the verdict, what is right, why, and where to read again. The first view that may hold a key.

import { hasRightPart, type Verdict } from '../../model/attempt.ts';
import type { Answered } from '../../session/ports.ts';
import type { Highlight } from '../code.ts';
import { withLinks } from '../hyperlink.ts';
import { indent, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { acceptedText, renderKey } from './right-answer.ts';
import { listed, quoted } from './wording.ts';

export { renderAnswer } from './answer.ts';

/** From the verdict down; the answer itself stands above it already. A right answer is confirmed in short: its explanation is for who asks. */
export function renderFeedback(view: Answered, style: Style, width: number, highlight?: Highlight): string {
	const right = view.verdict.kind === 'right';
	return joined([
		[...verdictLines(view.verdict, style, width), ...acceptedLines(view, style, width)],
		...(right ? [] : [indent(renderKey(view, style, width - 2), 2), ...explanationParts(view, style, width, highlight)]),
	]);
}

/** Why, from where, and where to read it. Empty where the deck says none of it. */
export function renderExplanation(view: Answered, style: Style, width: number, highlight?: Highlight): string {
	return joined(explanationParts(view, style, width, highlight));
}

function joined(parts: readonly (readonly string[])[]): string {
	return parts
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

function explanationParts(view: Answered, style: Style, width: number, highlight: Highlight | undefined): string[][] {
	const explanation = renderMarkdown(view.explanation, { width: width - 2, style, highlight });
	return [
		explanation === '' ? [] : indent(explanation.split('\n'), 2),
		view.source === undefined ? [] : indent(wrap(`Source: ${withLinks(safeLine(view.source), style)}`, width - 2), 2).map(style.dim),
		rereadLines(view, style, width),
	];
}

function verdictLines(verdict: Verdict, style: Style, width: number): string[] {
	const { signs } = style;
	switch (verdict.kind) {
		case 'right':
			return [style.right(`${signs.right} right`)];
		case 'missed':
			return wrap(`${signs.missed} not yet${hasRightPart(verdict.partly) ? ', though partly right' : ''}`, width).map(style.missed);
		case 'dont-know':
			return wrap(`${signs.missed} not yet: good to know what to look at`, width).map(style.missed);
	}
}

/** For answers that count although they are written otherwise than the key. */
function acceptedLines({ verdict, presentation }: Answered, style: Style, width: number): string[] {
	if (verdict.kind !== 'right') return [];
	const blanks = presentation.type === 'cloze' ? presentation.blanks : [];
	const texts = [
		...(verdict.accepted === undefined ? [] : [acceptedText(verdict.accepted, style)]),
		...(verdict.blanks ?? []).map((blank) => `gap ${blanks.indexOf(blank.blank) + 1}: ${acceptedText(blank, style)}`),
	];
	return texts.flatMap((text) => indent(wrap(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`, width - 2), 2));
}

/** Several sections are numbered, as their keys are. */
function rereadLines({ reread }: Answered, style: Style, width: number): string[] {
	if (reread.length === 0) return [];
	const titles = reread.map(({ title }, index) => `${quoted(title, style)}${reread.length === 1 ? '' : ` (${index + 1})`}`);
	return indent(wrap(`This is explained in ${listed(titles)}.`, width - 2), 2);
}
