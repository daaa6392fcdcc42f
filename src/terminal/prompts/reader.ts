// A text in a window, page by page, with the keys of less. A text that fits the screen needs one key.

import { textWidth, widthOf } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import type { Size } from '../terminal-io.ts';
import { unstyled } from '../width.ts';
import { matchesIn, withFound } from './find.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { done, type Frame, isDown, isEnter, isUp, type Key, letterOf, type Program, type Step, stay } from './program.ts';
import { edited, emptyField, type Field, isEmpty, textOf, windowed } from './text-field.ts';

export interface ReaderConfig {
	readonly style: Style;
	/** The whole text for a width in columns, in lines; safe. */
	readonly text: (width: number) => readonly string[];
	/** What the last key does: `go on`. */
	readonly onwards: string;
}

export interface ReaderState {
	/** Lines passed over, of the text as it is laid out for `columns`. */
	readonly top: number;
	readonly columns: number;
	readonly help: boolean;
	/** What is being typed after `/`; undefined: nothing is. */
	readonly typing?: Field | undefined;
	/** What was searched for last; empty: nothing. */
	readonly sought: string;
	/** Which of the matches one is at. */
	readonly match: number;
	readonly note: string;
}

/** The text needs no paging. */
export function fits(text: ReaderConfig['text'], size: Size): boolean {
	return text(textWidth(size.columns)).length <= size.rows - 2;
}

/** Ends when the learner is done, at the end or before it. */
export function reader(config: ReaderConfig): Program<ReaderState, 'read'> {
	const { style, onwards } = config;
	const linesFor = keepingLatest(config.text);

	function pageOf(state: ReaderState, size: Size) {
		const width = textWidth(size.columns);
		const lines = linesFor(width);
		const whole = lines.length <= size.rows - 2;
		const below = footer(whole ? shortKeys(onwards) : pageKeys('more'), state.help, width, style);
		const room = Math.max(1, size.rows - below.length - (whole ? 1 : 2));
		const lastTop = Math.max(0, lines.length - room);
		const top = Math.min(sameTop(state, size, lines), lastTop);
		const atEnd = !whole && !state.help && top >= lastTop;
		return { lines, below: atEnd ? footer(pageKeys(onwards), false, width, style) : below, room, top, lastTop, whole };
	}

	/** After a resize, the line that begins where the topmost one began. */
	function sameTop({ top, columns }: ReaderState, size: Size, lines: readonly string[]): number {
		if (top === 0 || columns === size.columns) return top;
		const passed = lettersIn(linesFor(textWidth(columns)).slice(0, top));
		let letters = 0;
		return Math.max(
			0,
			lines.findIndex((line) => {
				letters += lettersIn([line]);
				return letters > passed;
			}),
		);
	}

	function moved(state: ReaderState, size: Size, top: number): Step<ReaderState, 'read'> {
		return stay({ ...state, top, columns: size.columns, note: '' });
	}

	/** To the match after the line at the top, or, where the sought is the same, to the next or the one before; round at either end. */
	function search(state: ReaderState, size: Size, by: 1 | -1, sought: string): Step<ReaderState, 'read'> {
		const { lines, top, lastTop } = pageOf(state, size);
		const matches = matchesIn(lines, sought);
		const here = { ...state, top, columns: size.columns, typing: undefined, sought };
		if (sought.trim() === '') return stay({ ...here, sought: '', note: '' });
		const quoted = `${style.signs.openQuote}${safeLine(sought)}${style.signs.closeQuote}`;
		if (matches.length === 0) return stay({ ...here, match: 0, note: `${quoted} is not in this text.` });
		const ahead = matches.findIndex(([{ line }]) => line >= top);
		const isSame = state.sought === sought && state.typing === undefined;
		const match = isSame ? (state.match + by + matches.length) % matches.length : Math.max(0, ahead);
		// One line is left above it, where there is one.
		const line = Math.max(0, (matches[match]?.[0].line ?? 0) - 1);
		return stay({ ...here, match, top: Math.min(line, lastTop), note: `${quoted}: ${match + 1} of ${matches.length}` });
	}

	function typeSearch(state: ReaderState, typing: Field, key: Key, size: Size): Step<ReaderState, 'read'> {
		if (key.name === 'escape' || (key.meta && !key.pasted)) return stay({ ...state, typing: undefined });
		if (key.name === 'backspace' && isEmpty(typing) && !key.ctrl) return stay({ ...state, typing: undefined });
		if (isEnter(key) && !key.pasted) return isEmpty(typing) ? repeat(state, size) : search(state, size, 1, textOf(typing));
		const next = edited(typing, key);
		return stay(next === 'full' ? state : { ...state, typing: next });
	}

	function repeat(state: ReaderState, size: Size): Step<ReaderState, 'read'> {
		return search({ ...state, typing: undefined }, size, 1, state.sought);
	}

	return {
		initial: { top: 0, columns: 0, help: false, sought: '', match: 0, note: '' },
		holdsText: ({ typing }) => typing !== undefined && textOf(typing) !== '',
		press(state, key, size) {
			if (state.typing !== undefined) return typeSearch(state, state.typing, key, size);
			if (key.pasted) return stay(state);
			const { room, top, lastTop, whole } = pageOf(state, size);
			const moveTo = (line: number) => moved(state, size, Math.max(0, Math.min(line, lastTop)));
			const page = Math.max(1, room - 1);
			const half = Math.max(1, Math.floor(room / 2));
			const letter = letterOf(key);
			if (letter === 'q') return done('read');
			if (letter === 'h') return stay({ ...state, help: !state.help });
			if (isEnter(key) || key.name === 'space') return top >= lastTop ? done('read') : moveTo(top + page);
			if (letter === '/' && !whole) return stay({ ...state, help: false, typing: emptyField, note: '' });
			if (letter === 'n' && state.sought !== '') return search(state, size, key.text === 'N' ? -1 : 1, state.sought);
			if (key.name === 'escape') return stay({ ...state, sought: '', note: '' });
			if (letter === 'f' || key.name === 'pagedown') return moveTo(top + page);
			if (letter === 'b' || key.name === 'pageup') return moveTo(top - page);
			if (letter === 'd') return moveTo(top + half);
			if (letter === 'u') return moveTo(top - half);
			if (isDown(key)) return moveTo(top + 1);
			if (isUp(key)) return moveTo(top - 1);
			if (key.name === 'home' || key.text === 'g') return moveTo(0);
			if (key.name === 'end' || key.text === 'G') return moveTo(lastTop);
			return stay(state);
		},
		draw(state, size): Frame {
			const { lines, below, room, top, lastTop, whole } = pageOf(state, size);
			if (whole) return { lines: [...lines, '', ...below].slice(-size.rows) };
			const found = matchesIn(lines, state.sought).flat();
			const shown = lines.slice(top, top + room).map((line, index) =>
				withFound(
					line,
					found.filter((place) => place.line === top + index),
					style.found,
				),
			);
			const position = positionOf(lines.length, top, room, lastTop, state.note, textWidth(size.columns));
			if (state.typing === undefined) return { lines: [...shown, position, ...below].slice(-size.rows) };
			const field = windowed(state.typing, textWidth(size.columns) - 1, style.signs.ellipsis);
			const above = [...shown, position].slice(-Math.max(1, size.rows - 1));
			return { lines: [...above, `${style.accent('/')}${field.text}`], caret: { line: above.length, column: 1 + field.caret } };
		},
	};

	/** How far one is, and what a search has to say, where there is room for both. */
	function positionOf(count: number, top: number, room: number, lastTop: number, note: string, width: number): string {
		const left = count - top - room;
		const position = top >= lastTop ? 'the end' : `${left} more ${left === 1 ? 'line' : 'lines'} of ${count}`;
		const where = `${style.signs.down} ${position}`;
		const both = `${where} ${style.signs.dot} ${note}`;
		if (note === '') return style.dim(where);
		return style.dim(widthOf(both) <= width ? both : widthOf(note) <= width ? note : where);
	}
}

/** Not laid out again for a width that was just asked for. */
function keepingLatest(text: ReaderConfig['text']): ReaderConfig['text'] {
	const known = new Map<number, readonly string[]>();
	return (width) => {
		const lines = known.get(width) ?? text(width);
		if (known.size > 3) known.clear();
		known.set(width, lines);
		return lines;
	};
}

function lettersIn(lines: readonly string[]): number {
	return lines.reduce((sum, line) => sum + (unstyled(line).match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

function shortKeys(onwards: string): KeyHint[] {
	return [keyHint('Enter', onwards), keyHint('Space or q', onwards, 'h')];
}

function pageKeys(now: string): KeyHint[] {
	return [
		keyHint('Space', now),
		keyHint('b', 'back'),
		keyHint('q', 'done'),
		keyHint('/', 'find', 'room'),
		keyHint('n N', 'the next, the one before', 'h'),
		keyHint('j k', 'one line', 'h'),
		keyHint('d u', 'half a page', 'h'),
		keyHint('g G', 'the beginning, the end', 'h'),
	];
}
