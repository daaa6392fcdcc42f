// One typed line. Letters are text here, so the other keys wait behind Esc.

import { graphemes, textWidth, widthOf, wrap } from '../layout.ts';
import { safe } from '../safe.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { done, type Frame, isEnter, type Key, type Program, type Step, stay } from './program.ts';
import {
	commonHints,
	commonKey,
	freshQuestion,
	hintLines,
	noteLines,
	type QuestionConfig,
	type QuestionState,
	type QuestionValue,
} from './question.ts';

export interface LineConfig extends QuestionConfig {
	/** What the answer is measured in; shown after the line. Safe. */
	readonly unit?: string;
}

export interface LineState extends QuestionState {
	/** Split at the caret; in whole characters as a reader counts them. */
	readonly before: readonly string[];
	readonly after: readonly string[];
	/** Esc was pressed: the next key is a key, not text. */
	readonly commanding: boolean;
}

/** Ends with the line as typed. */
export function line(config: LineConfig): Program<LineState, QuestionValue<string>> {
	const { style } = config;
	return {
		initial: { ...freshQuestion, before: [], after: [], commanding: false },
		holdsText: (state) => state.before.length + state.after.length > 0,
		press(state, key) {
			if (key.meta && !key.pasted && key.text !== undefined) return command({ ...state, commanding: true }, key.text, config);
			if (key.name === 'escape') return stay({ ...state, commanding: !state.commanding, help: false, note: '' });
			if (state.commanding && key.text !== undefined && !key.pasted) return command(state, key.text, config);
			if (isEnter(key)) return key.pasted ? stay(typed(state, ' ')) : enter(state);
			return stay(edited({ ...state, commanding: false, help: false, note: '' }, key));
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const above = hintLines(state, config, width);
			const lead = `${style.signs.mark} `;
			const tail = config.unit === undefined ? '' : ` ${config.unit}`;
			const room = Math.max(6, width - widthOf(lead) - (widthOf(tail) < width / 3 ? widthOf(tail) : 0));
			const shown = windowed(state, room, style.signs.ellipsis);
			const below = [
				...(config.unit !== undefined && widthOf(tail) >= width / 3 ? wrap(`in ${config.unit}`, width).map(style.dim) : []),
				...noteLines(state, config, width),
				...(state.commanding
					? footer(commandKeys(config), state.help, width, style)
					: footer([keyHint('Enter', 'answer')], false, width, style, `Esc, then ? don't know or h keys`).flatMap((each) =>
							widthOf(each) <= width ? [each] : [style.dim('Esc keys')],
						)),
			];
			const input = style.accent(lead) + shown.text + (widthOf(tail) < width / 3 ? style.dim(tail) : '');
			return {
				lines: [...above, input, '', ...below].slice(-size.rows),
				caret: { line: Math.min(above.length, Math.max(0, size.rows - below.length - 2)), column: widthOf(lead) + shown.caret },
			};
		},
	};
}

const loneQuestionMark = `If you don't know, press Esc and then ?. If your answer is a question mark, press Enter again.`;

function enter(state: LineState): Step<LineState, QuestionValue<string>> {
	const text = [...state.before, ...state.after].join('');
	// Elsewhere `?` alone is the key for an honest miss; here it may be one, or the answer.
	if (text.trim() === '?' && state.note !== loneQuestionMark) return stay({ ...state, note: loneQuestionMark });
	if (text.trim() !== '') return done({ kind: 'given', given: text });
	return stay({ ...state, note: `Nothing typed yet. Type an answer, or press Esc and then ? if you don't know.` });
}

function command(state: LineState, text: string, config: LineConfig): Step<LineState, QuestionValue<string>> {
	const common = commonKey(state, text.toLowerCase(), config);
	if (common === undefined) return stay({ ...state, commanding: true });
	if (!('state' in common)) return done(common.value);
	const listing = text.toLowerCase() === 'h' && common.state.help;
	return stay({ ...common.state, help: listing, commanding: listing });
}

/** Characters; more are not taken. */
const longestLine = 2_000;

/** Only the last character can join with what comes: a mark, a part of an emoji. */
function typed(state: LineState, text: string): LineState {
	if (state.before.length + state.after.length >= longestLine) return { ...state, note: `That is as long as an answer may be.` };
	const kept = state.before.slice(0, -1);
	const changed = [...(state.before.at(-1) ?? ''), text].join('');
	return { ...state, before: [...kept, ...[...graphemes.segment(changed)].map((each) => each.segment)] };
}

function edited(state: LineState, key: Key): LineState {
	const { before, after } = state;
	const all = [...before, ...after];
	const name = key.ctrl ? `ctrl-${key.name}` : key.name;
	switch (name) {
		case 'left':
		case 'ctrl-b':
			return { ...state, before: before.slice(0, -1), after: [...before.slice(-1), ...after] };
		case 'right':
		case 'ctrl-f':
			return { ...state, before: [...before, ...after.slice(0, 1)], after: after.slice(1) };
		case 'home':
		case 'ctrl-a':
			return { ...state, before: [], after: all };
		case 'end':
		case 'ctrl-e':
			return { ...state, before: all, after: [] };
		case 'backspace':
		case 'ctrl-h':
			return { ...state, before: before.slice(0, -1) };
		case 'delete':
		case 'ctrl-d':
			return { ...state, after: after.slice(1) };
		case 'ctrl-u':
			return { ...state, before: [] };
		case 'ctrl-k':
			return { ...state, after: [] };
		case 'ctrl-w':
			return { ...state, before: [...graphemes.segment(before.join('').replace(/\S+\s*$/u, ''))].map((each) => each.segment) };
		default:
			return key.text === undefined || key.ctrl ? state : typed(state, key.text);
	}
}

/** As much of the text as fits around the caret, which itself needs a column. */
function windowed(state: LineState, room: number, ellipsis: string): { readonly text: string; readonly caret: number } {
	const before = safe(state.before.join(''));
	const after = safe(state.after.join(''));
	if (widthOf(before + after) < room) return { text: before + after, caret: widthOf(before) };
	const left = fitting(state.before.map(safe).reverse(), room - 1 - widthOf(ellipsis))
		.reverse()
		.join('');
	const cutLeft = left.length < before.length;
	const shownLeft = (cutLeft ? ellipsis : '') + left;
	const right = fitting(state.after.map(safe), room - 1 - widthOf(shownLeft)).join('');
	return { text: shownLeft + right, caret: widthOf(shownLeft) };
}

function fitting(segments: readonly string[], room: number): string[] {
	const kept: string[] = [];
	let used = 0;
	for (const segment of segments) {
		used += widthOf(segment);
		if (used > room) break;
		kept.push(segment);
	}
	return kept;
}

function commandKeys(config: LineConfig): KeyHint[] {
	return [...commonHints(config), keyHint('Esc', 'type on'), keyHint('Enter', 'answer', 'h')];
}
