// What is right, after an answer that was not: type by type, beside what was given. Held by the feedback alone.

import type { Answer, Partly, Verdict } from '../../model/attempt.ts';
import type { Answered } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { hanging, indent, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { pairText } from './answer.ts';
import { quoted } from './wording.ts';

type AnswerOf<T extends Answer['type']> = Extract<Answer, { readonly type: T }>;
type PartlyOf<T extends Partly['of']> = Extract<Partly, { readonly of: T }>;

/** Each option that has its own feedback says it. */
export function renderKey(view: Answered, style: Style, width: number): string[] {
	const { answer, presentation } = view;
	switch (answer.type) {
		case 'multiple':
			return optionLines(answer, view, style, width);
		case 'cloze':
			return blankLines(answer, view, style, width);
		case 'order':
			return itemLines(answer, view, style, width);
		case 'match':
			return pairLines(answer, view, style, width);
		case 'dont-know':
			return plainLines(view, keysInWords(view, style), presentation.type === 'cloze' || presentation.type === 'order', style, width);
		case 'choice':
		case 'true-false':
		case 'text':
		case 'number':
			return plainLines(view, keysInWords(view, style), false, style, width);
	}
}

function keysInWords({ key, answer, presentation }: Answered, style: Style): string[] {
	if (presentation.type === 'match') return presentation.lefts.map((left, index) => pairText(left, key[index] ?? '', style));
	const shown = answer.type === 'true-false' || answer.type === 'dont-know' ? key.map(capitalised) : key;
	return shown.map((each) => style.title(renderCodeSpans(each, style)));
}

function plainLines(view: Answered, keys: readonly string[], numbered: boolean, style: Style, width: number): string[] {
	const own = view.chosenFeedback.flatMap(({ feedback }) => renderMarkdown(feedback, { width, style }).split('\n'));
	const lead = (index: number) => (numbered ? `${String(index + 1).padStart(String(keys.length).length)}  ` : `${style.signs.bullet} `);
	return [
		...own,
		...(own.length === 0 ? [] : ['']),
		...(keys.length > 1
			? ['Right are', ...keys.flatMap((each, index) => hanging(lead(index), each, width))]
			: hanging('Right is  ', keys.join(), width)),
	];
}

function capitalised(key: string): string {
	return key === 'true' || key === 'false' ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}

function feedbackOn(option: string, { chosenFeedback }: Answered, style: Style, width: number): string[] {
	return chosenFeedback
		.filter((each) => each.option === option)
		.flatMap((each) => indent(renderMarkdown(each.feedback, { width: width - 2, style }).split('\n'), 2));
}

/* ── all that apply ── */

function optionLines(answer: AnswerOf<'multiple'>, view: Answered, style: Style, width: number): string[] {
	const { key } = view;
	const partly = partlyOf(view.verdict, 'options');
	const right = partly?.right ?? key.filter((option) => answer.chosen.includes(option));
	const left = partly?.left ?? key.filter((option) => !answer.chosen.includes(option));
	const extra = partly?.wrong ?? answer.chosen.filter((option) => !key.includes(option));
	const group = (sign: string, label: string, options: readonly string[]): string[] =>
		options.flatMap((option) => [
			...hanging(`${sign} ${label}  `, renderCodeSpans(option, style), width),
			...feedbackOn(option, view, style, width),
		]);
	return [
		...group(style.signs.right, 'belongs, chosen  ', right),
		...group(style.signs.open, 'belongs, left out', left),
		...group(style.signs.missed, 'does not belong  ', extra),
	];
}

/* ── gaps ── */

function blankLines(answer: AnswerOf<'cloze'>, { key, presentation, verdict }: Answered, style: Style, width: number): string[] {
	const blanks = presentation.type === 'cloze' ? presentation.blanks : answer.filled.map(({ blank }) => blank);
	const partly = partlyOf(verdict, 'blanks');
	return blanks.flatMap((id, index) => {
		const typed = safeLine(answer.filled.find(({ blank }) => blank === id)?.typed ?? '');
		const graded = partly?.blanks.find(({ blank }) => blank === id);
		const right = graded?.right ?? false;
		const lead = `${right ? style.signs.right : style.signs.missed} ${index + 1}  `;
		const accepted = graded?.accepted === undefined ? [] : wrap(acceptedText(graded.accepted, style), width - 5);
		return [
			...hanging(lead, typed, width),
			...indent(right ? accepted : hanging('right is  ', style.title(safeLine(key[index] ?? '')), width - 5), 5),
		];
	});
}

/** `accepted as “colour”: mind the spelling` */
export function acceptedText({ as, despite }: { readonly as: string; readonly despite: 'accents' | 'typos' }, style: Style): string {
	return `accepted as ${quoted(as, style)}: mind the ${despite === 'accents' ? 'accents' : 'spelling'}`;
}

/* ── an order ── */

/** All before the first step that is off stand right; of those after it nothing is said, since one slip moves them all. */
function itemLines(answer: AnswerOf<'order'>, { key, verdict }: Answered, style: Style, width: number): string[] {
	const firstOff = partlyOf(verdict, 'items')?.firstOff ?? 0;
	const { signs } = style;
	const off = renderCodeSpans(answer.arranged[firstOff] ?? '', style);
	const said = `The first step that is off is ${firstOff + 1}: there you have ${signs.openQuote}${off}${signs.closeQuote}.`;
	const columns = String(key.length).length;
	const sign = (index: number) => (index < firstOff ? signs.right : index === firstOff ? signs.missed : ' ');
	return [
		...wrap(said, width),
		'',
		'The right order is',
		...key.flatMap((item, index) => {
			const text = renderCodeSpans(item, style);
			return hanging(`${sign(index)} ${String(index + 1).padStart(columns)}  `, index === firstOff ? style.title(text) : text, width);
		}),
	];
}

/* ── pairs ── */

function pairLines(answer: AnswerOf<'match'>, view: Answered, style: Style, width: number): string[] {
	const { presentation, key } = view;
	const lefts = presentation.type === 'match' ? presentation.lefts : answer.paired.map(({ left }) => left);
	return lefts.flatMap((left, index) => {
		const given = answer.paired.find((pair) => pair.left === left)?.right ?? '';
		const right = key[index] ?? '';
		const isRight = given === right;
		const lines = hanging(`${isRight ? style.signs.right : style.signs.missed} `, pairText(left, given, style), width);
		if (isRight) return lines;
		const own = feedbackOn(given, view, style, width - 2);
		return [...lines, ...indent(own, 2), ...indent(hanging('right is  ', style.title(renderCodeSpans(right, style)), width - 4), 4)];
	});
}

/** What was right of the answer, where the verdict says it for this type. */
function partlyOf<T extends Partly['of']>(verdict: Verdict, of: T): PartlyOf<T> | undefined {
	const partly = verdict.kind === 'missed' ? verdict.partly : undefined;
	return partly !== undefined && isOf(partly, of) ? partly : undefined;
}

function isOf<T extends Partly['of']>(partly: Partly, of: T): partly is PartlyOf<T> {
	return partly.of === of;
}
