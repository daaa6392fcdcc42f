// One typed line. Letters are text here, so the other keys wait behind Esc.

import { textWidth, widthOf, wrap } from '../layout.ts';
import { behindEsc, type TypingState, typingFooter } from './behind-esc.ts';
import { keyHint } from './footer.ts';
import { done, type Frame, isEnter, type Program, type Step, stay } from './program.ts';
import { freshQuestion, hintLines, noteLines, type QuestionConfig, type QuestionValue } from './question.ts';
import { edited, emptyField, type Field, fieldIsFull, isEmpty, textOf, windowed } from './text-field.ts';

export interface LineConfig extends QuestionConfig {
	/** What the answer is measured in; shown after the line. Safe. */
	readonly unit?: string;
}

export interface LineState extends TypingState, Field {}

/** Ends with the line as typed. */
export function line(config: LineConfig): Program<LineState, QuestionValue<string>> {
	const { style } = config;
	return {
		initial: { ...freshQuestion, ...emptyField, commanding: false },
		holdsText: ({ before, after }) => before.length + after.length > 0,
		press(state, key) {
			const command = behindEsc(state, key, config);
			if (command !== undefined) return command;
			if (isEnter(key) && !key.pasted) return enter(state);
			const next = edited(state, key);
			const typing = { ...state, commanding: false, help: false };
			return stay(next === 'full' ? { ...typing, note: fieldIsFull } : { ...typing, ...next, note: '' });
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const above = hintLines(state, config, width);
			const lead = `${style.signs.mark} `;
			const tail = config.unit === undefined ? '' : ` ${config.unit}`;
			const inLine = widthOf(tail) < width / 3;
			const room = Math.max(6, width - widthOf(lead) - (inLine ? widthOf(tail) : 0));
			const shown = windowed(state, room, style.signs.ellipsis);
			const below = [
				...(config.unit !== undefined && !inLine ? wrap(`in ${config.unit}`, width).map(style.dim) : []),
				...noteLines(state, config, width),
				...typingFooter(state, [keyHint('Enter', 'answer')], config, width),
			];
			const input = style.accent(lead) + shown.text + (inLine ? style.dim(tail) : '');
			return {
				lines: [...above, input, '', ...below].slice(-size.rows),
				caret: { line: Math.min(above.length, Math.max(0, size.rows - below.length - 2)), column: widthOf(lead) + shown.caret },
			};
		},
	};
}

export const loneQuestionMark = `If you don't know, press Esc and then ?. If your answer is a question mark, press Enter again.`;

function enter(state: LineState): Step<LineState, QuestionValue<string>> {
	// Elsewhere `?` alone is the key for an honest miss; here it may be one, or the answer.
	if (textOf(state).trim() === '?' && state.note !== loneQuestionMark) return stay({ ...state, note: loneQuestionMark });
	if (!isEmpty(state)) return done({ kind: 'given', given: textOf(state) });
	return stay({ ...state, note: `Nothing typed yet. Type an answer, or press Esc and then ? if you don't know.` });
}
