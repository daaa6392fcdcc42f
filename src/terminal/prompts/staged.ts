// A prompt together with the text it is about, on one screen: where both do not fit, the text stands in a window that PageUp and
// PageDown move. What the text says is the caller's.

import { textWidth, widthOf } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Size } from '../terminal-io.ts';
import { done, type Frame, isEnter, type Key, type Program, stay } from './program.ts';

/** Lines that fit the width; at least one. */
export interface StageText {
	readonly lines: readonly string[];
	/** Where the learner types, when that is in the text. Zero-based. */
	readonly caret?: Frame['caret'];
	/** Lines at the top that are passed over first where not all of it fits, and where hardly any of it does; they come back with PageUp. */
	readonly head?: { readonly usual: number; readonly tight: number };
}

export interface Stage<State> {
	readonly style: Style;
	readonly text: (width: number, state: State) => StageText;
	/** The text changes with the state, so it is drawn with every frame, whether it fits or not. */
	readonly live?: boolean;
	/** While this is so and there is more of the text, Enter and Space turn the page. */
	readonly paged?: (state: State) => boolean;
	/** Lines passed over at first; more than there are lead to the end. Left out: as the text says. */
	readonly top?: number;
}

export interface StagedState<State> {
	readonly inner: State;
	/** Lines passed over; left out: as the text says. */
	readonly top?: number | undefined;
	/** The window follows the caret; false: the learner moved it. */
	readonly following: boolean;
}

/** With the state in which the prompt ended, so that it can be taken up again. */
export interface Ended<State, Value> {
	readonly value: Value;
	readonly state: State;
	/** Lines passed over then; left out: as the text says. */
	readonly top?: number | undefined;
}

/** Lines for the text with which a header would leave no room for anything else. */
const tightRoom = 6;

/** Text and prompt together do not fit the screen, or the text is live: it is part of the frame, and is not to be printed above it. */
export function isFramed<State, Value>(program: Program<State, Value>, stage: Stage<State>, size: Size): boolean {
	if (stage.live === true) return true;
	const text = stage.text(textWidth(size.columns), program.initial).lines.length;
	return text + program.draw(program.initial, size).lines.length > size.rows;
}

/** @param from the state to begin with, where that is not the program's own. */
export function staged<State, Value>(
	program: Program<State, Value>,
	stage: Stage<State>,
	from: State = program.initial,
): Program<StagedState<State>, Ended<State, Value>> {
	const { later, holdsText } = program;

	function layoutOf(state: StagedState<State>, size: Size) {
		const text = stage.text(textWidth(size.columns), state.inner);
		const share = Math.min(text.lines.length, Math.max(3, Math.floor(size.rows / 3)));
		const frame = program.draw(state.inner, { ...size, rows: Math.max(Math.min(4, size.rows), size.rows - share) });
		const room = Math.max(0, size.rows - frame.lines.length);
		const lastTop = Math.max(0, text.lines.length - room);
		return { text, frame, room, lastTop, top: topOf(state, text, room, lastTop) };
	}

	function topOf({ top, following }: StagedState<State>, { caret, head }: StageText, room: number, lastTop: number): number {
		const passed = head === undefined ? 0 : room < tightRoom ? head.tight : head.usual;
		const within = Math.max(0, Math.min(top ?? passed, lastTop));
		if (!following || caret === undefined || lastTop === 0) return within;
		// The first and the last line of a window may be taken by what is above and below it.
		const lowest = Math.min(lastTop, caret.line - 1);
		const highest = caret.line - room + 2;
		return Math.max(0, Math.min(lastTop, Math.max(highest, Math.min(within, lowest))));
	}

	function turned(inner: State, key: Key, { top, room, lastTop }: ReturnType<typeof layoutOf>): number | undefined {
		const page = Math.max(1, room - 2);
		if (key.name === 'pageup') return Math.max(0, top - page);
		const isOnwards = !key.pasted && (isEnter(key) || key.name === 'space');
		if (key.name === 'pagedown' || (isOnwards && top < lastTop && stage.paged?.(inner) === true)) return Math.min(lastTop, top + page);
		return undefined;
	}

	return {
		initial: { inner: from, top: stage.top, following: true },
		...(holdsText === undefined ? {} : { holdsText: ({ inner }) => holdsText(inner) }),
		...(later === undefined
			? {}
			: { later: { milliseconds: later.milliseconds, become: (state) => ({ ...state, inner: later.become(state.inner) }) } }),
		press(state, key, size) {
			const framed = isFramed(program, stage, size);
			const layout = framed ? layoutOf(state, size) : undefined;
			const top = layout === undefined ? undefined : turned(state.inner, key, layout);
			if (top !== undefined) return stay({ ...state, top, following: false });
			const step = program.press(state.inner, key, size);
			// Where nobody turned the page and no caret did, the text stands anew under every frame: what is asked stays in sight below a note.
			const kept = state.top === undefined && layout?.text.caret === undefined ? undefined : (layout?.top ?? state.top);
			if (step.kind === 'done') return done({ value: step.value, state: state.inner, top: kept });
			const same = step.state === state.inner && layout === undefined;
			return stay(same ? state : { inner: step.state, top: kept, following: true });
		},
		draw(state, size): Frame {
			if (!isFramed(program, stage, size)) return program.draw(state.inner, size);
			const { text, frame, room, lastTop, top } = layoutOf(state, size);
			const shown = windowOf(text.lines, top, room, lastTop, textWidth(size.columns));
			const caret =
				frame.caret !== undefined
					? { line: frame.caret.line + shown.length, column: frame.caret.column }
					: text.caret !== undefined && text.caret.line >= top && text.caret.line < top + shown.length
						? { line: text.caret.line - top, column: text.caret.column }
						: undefined;
			return { lines: [...shown, ...frame.lines], ...(caret === undefined ? {} : { caret }) };
		},
	};

	function windowOf(lines: readonly string[], top: number, room: number, lastTop: number, width: number): string[] {
		const { dim, signs } = stage.style;
		const shown = lines.slice(top, top + room);
		const below = lines.length - top - shown.length;
		if (room < 3 || lastTop === 0) return shown;
		const turn = (sign: string, count: number, key: string) => {
			const whole = `${sign} ${count} more lines ${signs.dot} ${key}`;
			return dim(widthOf(whole) <= width ? whole : `${sign} ${key}`);
		};
		if (top > 0) shown[0] = turn(signs.up, top + 1, 'PageUp');
		if (below > 0) shown[shown.length - 1] = turn(signs.down, below + 1, stage.paged === undefined ? 'PageDown' : 'Space');
		return shown;
	}
}
