// One typed line that is no answer: what it is for stands above it, and Enter alone may stand for something. All keys but Ctrl-C,
// and Esc where it leads back, are text.

import { textWidth, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Size } from '../terminal-io.ts';
import { done, type Frame, isEnter, type Key, type Program, stay } from './program.ts';
import { edited, emptyField, type Field, isEmpty, textOf, windowed } from './text-field.ts';

export interface EntryConfig {
	readonly style: Style;
	/** What Enter does with what was typed; `go on` unless stated. */
	readonly enter?: string;
	/** What Enter alone does, such as `take it`; without it, something must be typed. */
	readonly alone?: string;
	/** What Ctrl-C does. */
	readonly stop: string;
}

export interface EntryState {
	readonly line: Field;
	readonly note: string;
}

const missing = 'Nothing typed yet.';
const full = 'That is as long as a line may be.';

/** Ends with the line as typed; with an empty text where Enter alone stands for something. */
export function entry(config: EntryConfig): Program<EntryState, string> {
	return {
		initial: { line: emptyField, note: '' },
		holdsText,
		press(state, key) {
			if (isAway(key)) return stay(state);
			if (isEnter(key) && !key.pasted) {
				if (!isEmpty(state.line)) return done(textOf(state.line));
				return config.alone === undefined ? stay({ ...state, note: missing }) : done('');
			}
			return stay(typing(state, key));
		},
		draw: (state, size) => drawn(state, config, `Ctrl-C ${config.stop}`, size),
	};
}

export type RemarkValue = { readonly kind: 'kept'; readonly text: string } | { readonly kind: 'back' };

export interface RemarkConfig extends Required<Omit<EntryConfig, 'stop'>> {
	/** What is asked, above the line. */
	readonly asks: string;
	/** An empty line comes first. */
	readonly apart: boolean;
}

/** A line that may be left empty, or left alone with Esc. */
export function remark(config: RemarkConfig): Program<EntryState, RemarkValue> {
	return {
		initial: { line: emptyField, note: '' },
		holdsText,
		press(state, key) {
			if (isAway(key)) return done({ kind: 'back' });
			if (isEnter(key) && !key.pasted) return done({ kind: 'kept', text: isEmpty(state.line) ? '' : textOf(state.line) });
			return stay(typing(state, key));
		},
		draw(state, size) {
			const asks = [...(config.apart ? [''] : []), ...wrap(config.asks, textWidth(size.columns)).map(config.style.title)];
			const { lines, caret } = drawn(state, config, 'Esc go back', { ...size, rows: Math.max(1, size.rows - asks.length - 1) });
			const above = [...asks, ''].slice(0, Math.max(0, size.rows - lines.length));
			return { lines: [...above, ...lines], ...(caret === undefined ? {} : { caret: { ...caret, line: caret.line + above.length } }) };
		},
	};
}

/** Esc, or Esc and a key right after it. */
function isAway(key: Key): boolean {
	return key.name === 'escape' || (key.meta && !key.pasted);
}

function holdsText({ line }: EntryState): boolean {
	return textOf(line) !== '';
}

function typing(state: EntryState, key: Key): EntryState {
	const next = edited(state.line, key);
	return next === 'full' ? { ...state, note: full } : { line: next, note: '' };
}

function drawn(
	state: EntryState,
	{ style, enter = 'go on', alone = enter }: Omit<EntryConfig, 'stop'>,
	other: string,
	{ columns, rows }: Size,
): Frame {
	const width = textWidth(columns);
	const lead = `${style.signs.mark} `;
	const shown = windowed(state.line, Math.max(6, width - widthOf(lead)), style.signs.ellipsis);
	const keys = [`Enter ${isEmpty(state.line) ? alone : enter}`, other];
	const inOne = keys.join(` ${style.signs.dot} `);
	const below = (widthOf(inOne) <= width ? [inOne] : keys).flatMap((each) => wrap(each, width)).map(style.dim);
	const note = state.note === '' ? [] : wrap(state.note, width).map(style.missed);
	return {
		lines: [style.accent(lead) + shown.text, '', ...note, ...below].slice(0, Math.max(1, rows)),
		caret: { line: 0, column: widthOf(lead) + shown.caret },
	};
}
