// One typed line for an author: what it is for stands above it, and Enter alone may stand for something. All keys but Ctrl-C are text.

import { textWidth, widthOf, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { type LineState, line } from './line.ts';
import { done, type Frame, isEnter, type Program, stay } from './program.ts';

export interface EntryConfig {
	readonly style: Style;
	/** What Enter alone does, such as `take it`; without it, something must be typed. */
	readonly alone?: string;
	/** What Ctrl-C does. */
	readonly stop: string;
}

export interface EntryState {
	readonly line: LineState;
	readonly note: string;
}

const missing = 'Nothing typed yet.';

/** Ends with the line as typed; with an empty text where Enter alone stands for something. */
export function entry(config: EntryConfig): Program<EntryState, string> {
	const { style, alone } = config;
	const typing = line({ style, hints: [] });
	const isEmpty = (state: LineState) => [...state.before, ...state.after].join('').trim() === '';
	return {
		initial: { line: typing.initial, note: '' },
		holdsText: (state) => typing.holdsText?.(state.line) ?? false,
		press(state, key, size) {
			if (key.name === 'escape' || (key.meta && !key.pasted)) return stay(state);
			if (isEnter(key) && !key.pasted) {
				if (!isEmpty(state.line)) return done([...state.line.before, ...state.line.after].join(''));
				return alone === undefined ? stay({ ...state, note: missing }) : done('');
			}
			const step = typing.press(state.line, key, size);
			return step.kind === 'done'
				? stay(state)
				: stay({ line: step.state, note: step.state.note === '' ? '' : 'That is as long as a line may be.' });
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			// Below the typed line stand keys of questions, which are no keys here.
			const { lines, caret } = typing.draw({ ...state.line, note: '' }, { ...size, rows: Math.max(size.rows, 24) });
			const [typed = ''] = lines;
			const enter = `Enter ${isEmpty(state.line) && alone !== undefined ? alone : 'go on'}`;
			const keys = [enter, `Ctrl-C ${config.stop}`];
			const inOne = keys.join(` ${style.signs.dot} `);
			const below = (widthOf(inOne) <= width ? [inOne] : keys).flatMap((each) => wrap(each, width)).map(style.dim);
			const note = state.note === '' ? [] : wrap(state.note, width).map(style.missed);
			return {
				lines: [typed, '', ...note, ...below].slice(0, Math.max(1, size.rows)),
				...(caret === undefined ? {} : { caret: { line: 0, column: caret.column } }),
			};
		},
	};
}
