// After an answer: the verdict, what is right, why, and where to read again. The first view that may hold a key.

import type { Answer, Verdict } from '../../model/attempt.ts';
import type { FeedbackView } from '../../session/ports.ts';
import { type Highlight, renderCodeSpans } from '../code.ts';
import { hanging, indent, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safe, safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { listed, quoted } from './wording.ts';

/** What was chosen, as the line that the options leave behind. */
export function renderAnswer(answer: Answer, style: Style, width: number): string {
	return hanging(`${style.signs.mark} `, answerText(answer, style), width).join('\n');
}

function answerText(answer: Answer, style: Style): string {
	switch (answer.type) {
		case 'choice':
			return renderCodeSpans(answer.chosen, style);
		case 'multiple':
			return answer.chosen.map((option) => renderCodeSpans(option, style)).join('\n');
		case 'true-false':
			return answer.chosen ? 'True' : 'False';
		case 'text':
		case 'number':
			return safeLine(answer.typed);
		case 'dont-know':
			return "I don't know";
	}
}

/** From the verdict down; the answer itself stands above it already. */
export function renderFeedback(view: FeedbackView, style: Style, width: number, highlight?: Highlight): string {
	const body = { width: width - 2, style, highlight };
	const right = view.verdict.kind === 'right';
	const explanation = renderMarkdown(right ? firstParagraph(view.explanation) : view.explanation, body);
	const parts = [
		[...verdictLines(view.verdict, style, width), ...acceptedLines(view.verdict, style, width)],
		right ? [] : indent(keyLines(view, style, width - 2), 2),
		explanation === '' ? [] : indent(explanation.split('\n'), 2),
		right || view.source === undefined ? [] : indent(wrap(`Source: ${safeLine(view.source)}`, width - 2), 2).map(style.dim),
		right ? [] : rereadLines(view, style, width),
	];
	return parts
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

function verdictLines(verdict: Verdict, style: Style, width: number): string[] {
	const { signs } = style;
	switch (verdict.kind) {
		case 'right':
			return [style.right(`${signs.right} right`)];
		case 'missed':
			return wrap(`${signs.missed} not yet${verdict.partly === undefined ? '' : ', though partly right'}`, width).map(style.missed);
		case 'dont-know':
			return wrap(`${signs.missed} not yet: good to know what to look at`, width).map(style.missed);
	}
}

function acceptedLines(verdict: Verdict, style: Style, width: number): string[] {
	if (verdict.kind !== 'right' || verdict.accepted === undefined) return [];
	const { as, despite } = verdict.accepted;
	return indent(wrap(`Accepted as ${quoted(as, style)}: mind the ${despite === 'accents' ? 'accents' : 'spelling'}.`, width - 2), 2);
}

/** What is right; for `multiple`, option by option. Each option that has its own feedback says it. */
function keyLines({ answer, key, chosenFeedback, verdict }: FeedbackView, style: Style, width: number): string[] {
	const feedbackOn = (option: string): string[] =>
		chosenFeedback
			.filter((each) => each.option === option)
			.flatMap((each) => indent(renderMarkdown(each.feedback, { width: width - 2, style }).split('\n'), 2));
	if (answer.type === 'multiple') {
		const partly = verdict.kind === 'missed' ? verdict.partly : undefined;
		const right = partly?.right ?? key.filter((option) => answer.chosen.includes(option));
		const left = partly?.left ?? key.filter((option) => !answer.chosen.includes(option));
		const extra = partly?.wrong ?? answer.chosen.filter((option) => !key.includes(option));
		const group = (sign: string, label: string, options: readonly string[]): string[] =>
			options.flatMap((option) => [...hanging(`${sign} ${label}  `, renderCodeSpans(option, style), width), ...feedbackOn(option)]);
		return [
			...group(style.signs.right, 'belongs, chosen  ', right),
			...group(style.signs.open, 'belongs, left out', left),
			...group(style.signs.missed, 'does not belong  ', extra),
		];
	}
	const own = chosenFeedback.flatMap((each) => renderMarkdown(each.feedback, { width, style }).split('\n'));
	const shown = answer.type === 'true-false' || answer.type === 'dont-know' ? key.map(capitalised) : key;
	const keys = shown.map((each) => style.title(renderCodeSpans(each, style)));
	return [
		...own,
		...(own.length === 0 ? [] : ['']),
		...(keys.length > 1
			? ['Right are', ...keys.flatMap((each) => hanging(`${style.signs.bullet} `, each, width))]
			: hanging('Right is  ', keys.join(), width)),
	];
}

function capitalised(key: string): string {
	return key === 'true' || key === 'false' ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}

/** Several sections are numbered, as their keys are. */
function rereadLines({ reread }: FeedbackView, style: Style, width: number): string[] {
	if (reread.length === 0) return [];
	const titles = reread.map(({ title }, index) => `${quoted(title, style)}${reread.length === 1 ? '' : ` (${index + 1})`}`);
	return indent(wrap(`This is explained in ${listed(titles)}.`, width - 2), 2);
}

/** The right answer's explanation is shown in short: up to the first blank line. */
function firstParagraph(explanation: string): string {
	return (
		safe(explanation)
			.trim()
			.split(/\n\s*\n/)[0] ?? ''
	);
}
