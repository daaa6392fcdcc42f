// A text in a window, page by page. A text that fits the screen needs one key.

import { textWidth } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Size } from '../terminal-io.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { done, type Frame, isDown, isEnter, isUp, letterOf, type Program, stay } from './program.ts';

export interface ReaderConfig {
	readonly style: Style;
	/** The whole text for a width in columns, in lines; safe. */
	readonly text: (width: number) => readonly string[];
	/** What the last key does: `go on`. */
	readonly onwards: string;
}

export interface ReaderState {
	/** Lines passed over. */
	readonly top: number;
	readonly help: boolean;
}

/** The text needs no paging. */
export function fits(text: ReaderConfig['text'], size: Size): boolean {
	return text(textWidth(size.columns)).length <= size.rows - 2;
}

/** Ends when the learner is done, at the end or before it. */
export function reader(config: ReaderConfig): Program<ReaderState, 'read'> {
	const { style, onwards } = config;

	function pageOf(state: ReaderState, size: Size) {
		const width = textWidth(size.columns);
		const lines = config.text(width);
		const whole = lines.length <= size.rows - 2;
		const below = footer(whole ? shortKeys(onwards) : pageKeys(onwards, style, 'more'), state.help, width, style);
		const room = Math.max(1, size.rows - below.length - (whole ? 1 : 2));
		const lastTop = Math.max(0, lines.length - room);
		const top = Math.min(state.top, lastTop);
		const atEnd = !whole && !state.help && top >= lastTop;
		return { lines, below: atEnd ? footer(pageKeys(onwards, style, onwards), false, width, style) : below, room, top, lastTop, whole };
	}

	return {
		initial: { top: 0, help: false },
		press(state, key, size) {
			if (key.pasted) return stay(state);
			const { room, top, lastTop } = pageOf(state, size);
			const moveTo = (line: number) => stay({ ...state, top: Math.max(0, Math.min(line, lastTop)) });
			const letter = letterOf(key);
			if (letter === 'q') return done('read');
			if (letter === 'h') return stay({ ...state, help: !state.help });
			if (isEnter(key) || key.name === 'space' || key.name === 'pagedown') {
				return top >= lastTop ? done('read') : moveTo(top + Math.max(1, room - 1));
			}
			if (letter === 'b' || key.name === 'pageup') return moveTo(top - Math.max(1, room - 1));
			if (isDown(key)) return moveTo(top + 1);
			if (isUp(key)) return moveTo(top - 1);
			if (key.name === 'home') return moveTo(0);
			if (key.name === 'end') return moveTo(lastTop);
			return stay(state);
		},
		draw(state, size): Frame {
			const { lines, below, room, top, lastTop, whole } = pageOf(state, size);
			if (whole) return { lines: [...lines, '', ...below].slice(-size.rows) };
			const left = lines.length - top - room;
			const position = top >= lastTop ? 'the end' : `${left} more ${left === 1 ? 'line' : 'lines'}`;
			return { lines: [...lines.slice(top, top + room), style.dim(`${style.signs.down} ${position}`), ...below].slice(-size.rows) };
		},
	};
}

function shortKeys(onwards: string): KeyHint[] {
	return [keyHint('Enter', onwards), keyHint('Space or q', onwards, 'h')];
}

function pageKeys(onwards: string, style: Style, now: string): KeyHint[] {
	return [
		keyHint('Space', now),
		keyHint('b', 'back'),
		keyHint('q', 'done'),
		keyHint('Enter', `next page; at the end, ${onwards}`, 'h'),
		keyHint(`${style.signs.arrows} j k`, 'one line', 'h'),
		keyHint('Home End', 'to the beginning, to the end', 'h'),
	];
}
