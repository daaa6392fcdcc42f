// Gaps in a text, filled where they stand. The text itself is a view's: what is in its gaps comes from here.

import { columnsOf, textWidth, widthOf } from '../layout.ts';
import { safeLine } from '../safe.ts';
import { behindEsc, type TypingState, typingFooter } from './behind-esc.ts';
import { type KeyHint, keyHint } from './footer.ts';
import { loneQuestionMark } from './line.ts';
import { done, type Frame, isEnter, type Key, type Program, type Step, stay } from './program.ts';
import { freshQuestion, hintLines, noteLines, type QuestionConfig, type QuestionValue } from './question.ts';
import { edited, emptyField, type Field, fieldIsFull, isEmpty, textOf, windowed } from './text-field.ts';

export interface ClozeConfig extends QuestionConfig {
	/** How many; at least one. */
	readonly gaps: number;
}

export interface ClozeState extends TypingState {
	/** One for each gap, in order. */
	readonly fields: readonly Field[];
	/** The gap that is typed into; from 0. */
	readonly at: number;
}

/** Ends with what was typed into each gap, none of them empty. */
export function cloze(config: ClozeConfig): Program<ClozeState, QuestionValue<readonly string[]>> {
	const { gaps } = config;
	return {
		initial: { ...freshQuestion, commanding: false, fields: Array.from({ length: gaps }, () => emptyField), at: 0 },
		holdsText: ({ fields }) => fields.some((field) => textOf(field) !== ''),
		press(state, key) {
			const command = behindEsc(state, key, config);
			if (command !== undefined) return command;
			if (isEnter(key) && !key.pasted) return enter(state);
			const typing = { ...state, commanding: false, help: false, note: '' };
			const place = moved(state, key);
			if (place !== undefined) return stay({ ...typing, at: (place + gaps) % gaps });
			const next = edited(fieldAt(state), key);
			return stay(next === 'full' ? { ...typing, note: fieldIsFull } : { ...typing, fields: state.fields.with(state.at, next) });
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const lines = ['', ...hintLines(state, config, width), ...noteLines(state, config, width)];
			return { lines: [...lines, ...typingFooter(state, keys(state), config, width)].slice(-size.rows) };
		},
	};

	function keys({ at }: ClozeState): KeyHint[] {
		if (gaps === 1) return [keyHint('Enter', 'answer')];
		const last = at === gaps - 1;
		return [
			keyHint('Enter', last ? 'answer' : 'next gap'),
			keyHint('Tab', 'other gaps', 'room'),
			keyHint(`gap ${at + 1} of ${gaps}`, '', 'room'),
		];
	}

	function enter(state: ClozeState): Step<ClozeState, QuestionValue<readonly string[]>> {
		const typing = { ...state, commanding: false, help: false, note: '' };
		if (state.at < gaps - 1) return stay({ ...typing, at: state.at + 1 });
		const empty = state.fields.findIndex(isEmpty);
		if (empty >= 0) {
			const which = gaps === 1 ? 'Nothing typed yet. Type what belongs there' : `Gap ${empty + 1} is still empty. Fill it`;
			return stay({ ...typing, at: empty, note: `${which}, or press Esc and then ? if you don't know.` });
		}
		const filled = state.fields.map(textOf);
		if (filled.every((text) => text.trim() === '?') && state.note !== loneQuestionMark) return stay({ ...typing, note: loneQuestionMark });
		return done({ kind: 'given', given: filled });
	}
}

/** Past its ends the caret goes on to the neighbouring gap. */
function moved(state: ClozeState, key: Key): number | undefined {
	const { before, after } = fieldAt(state);
	if (key.name === 'tab') return state.at + (key.shift === true ? -1 : 1);
	if (key.name === 'down' || (key.ctrl && key.name === 'n')) return state.at + 1;
	if (key.name === 'up' || (key.ctrl && key.name === 'p')) return state.at - 1;
	if (key.name === 'right' && after.length === 0 && state.at < state.fields.length - 1) return state.at + 1;
	if (key.name === 'left' && before.length === 0 && state.at > 0) return state.at - 1;
	return undefined;
}

function fieldAt({ fields, at }: ClozeState): Field {
	return fields[at] ?? emptyField;
}

/** A gap as it stands in the text: safe, on one line, no wider than `room`; the caret is counted in columns from its beginning. */
export interface GapText {
	readonly text: string;
	readonly caret?: number;
}

const shortestGap = 6;

/** `[2 tree__]`; of a text that is too long, the part around the caret. */
export function gapText(number: number, field: Field, at: boolean, room: number, ellipsis: string): GapText {
	const lead = `[${number} `;
	const inside = Math.max(2, room - widthOf(lead) - 1);
	const shown = at ? windowed(field, inside, ellipsis) : { text: cut(safeLine(textOf(field)), inside, ellipsis), caret: 0 };
	const blank = Math.max(shortestGap - widthOf(shown.text), at ? 1 : 0);
	const text = `${lead}${shown.text}${'_'.repeat(blank)}]`;
	return at ? { text, caret: widthOf(lead) + shown.caret } : { text };
}

function cut(text: string, room: number, ellipsis: string): string {
	return widthOf(text) <= room ? text : columnsOf(text, 0, room - widthOf(ellipsis)) + ellipsis;
}
