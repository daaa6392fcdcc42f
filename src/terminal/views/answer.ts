// What a learner answered, in words: the line that a prompt leaves behind, and what other views say of an answer.

import type { Answer, Presentation } from '../../model/attempt.ts';
import type { FeedbackView } from '../../session/ports.ts';
import { type Highlight, renderCodeSpans } from '../code.ts';
import { columnsOf, hanging, widthOf } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { gapRoom, renderQuestion, renderWithGaps } from './question.ts';

/** What was chosen, as the line that the options leave behind; of several texts a line each. */
export function renderAnswer(answer: Answer, style: Style, width: number): string {
	return hanging(`${style.signs.mark} `, answerTexts(answer, style).join('\n'), width).join('\n');
}

/** One text for each option, gap, item or pair. Safe. */
export function answerTexts(answer: Answer, style: Style): string[] {
	switch (answer.type) {
		case 'choice':
			return [renderCodeSpans(answer.chosen, style)];
		case 'multiple':
			return answer.chosen.map((option) => renderCodeSpans(option, style));
		case 'true-false':
			return [answer.chosen ? 'True' : 'False'];
		case 'text':
		case 'number':
			return [safeLine(answer.typed)];
		case 'cloze':
			return answer.filled.map(({ typed }, index) => `${index + 1}  ${safeLine(typed)}`);
		case 'order':
			return answer.arranged.map((item, index) => `${index + 1}  ${renderCodeSpans(item, style)}`);
		case 'match':
			return answer.paired.map((pair) => pairText(pair.left, pair.right, style));
		case 'dont-know':
			return ["I don't know"];
	}
}

/** `commit → one tree, its parents` */
export function pairText(left: string, right: string, style: Style): string {
	return `${renderCodeSpans(left, style)} ${style.signs.arrow} ${renderCodeSpans(right, style)}`;
}

/** The question with its answer: under it, or in its gaps. */
export function renderAnswered(
	{ where, presentation, answer }: Pick<FeedbackView, 'where' | 'presentation' | 'answer'>,
	style: Style,
	width: number,
	highlight?: Highlight,
): string {
	if (presentation.type === 'cloze' && answer.type === 'cloze') {
		return renderWithGaps(where, presentation, filledGaps(presentation, answer, style, width), style, width, highlight).lines.join('\n');
	}
	return `${renderQuestion(where, presentation, style, width, highlight)}\n\n${renderAnswer(answer, style, width)}`;
}

function filledGaps(
	{ blanks }: Extract<Presentation, { readonly type: 'cloze' }>,
	{ filled }: Extract<Answer, { readonly type: 'cloze' }>,
	style: Style,
	width: number,
) {
	return blanks.map((id, index) => {
		const typed = safeLine(filled.find(({ blank }) => blank === id)?.typed ?? '') || '______';
		return { text: shortened(`[${index + 1} ${typed}]`, gapRoom(width), style), paint: style.accent };
	});
}

/** What the text does not hold is told in full under the verdict. */
function shortened(text: string, room: number, { signs }: Style): string {
	return widthOf(text) <= room ? text : `${columnsOf(text, 0, room - widthOf(signs.ellipsis) - 1)}${signs.ellipsis}]`;
}
