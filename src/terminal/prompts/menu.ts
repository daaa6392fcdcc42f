// Where the loop branches: the first item is marked, so that Enter alone goes on.

import { textWidth } from '../layout.ts';
import type { Style } from '../style.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { labelOf, labelsFor, listFrame, optionNamed } from './option-list.ts';
import { done, type Frame, isDown, isEnter, isUp, letterOf, type Program, stay } from './program.ts';

export interface MenuConfig {
	readonly style: Style;
	/** Safe; at least one. */
	readonly items: readonly string[];
	/** Milliseconds during which Enter takes nothing, where taking it ends something for good; 0 unless stated. */
	readonly settleTime?: number;
	/** The items take no more than half of the screen, so that what stands above stays in view; the rest is scrolled to. */
	readonly short?: boolean;
}

export interface MenuState {
	readonly cursor: number;
	readonly help: boolean;
	/** Enter counts from now on. */
	readonly settled: boolean;
}

export type MenuValue = { readonly kind: 'item'; readonly index: number } | { readonly kind: 'quit' };

export function menu({ style, items, settleTime = 0, short = false }: MenuConfig): Program<MenuState, MenuValue> {
	return {
		initial: { cursor: 0, help: false, settled: settleTime <= 0 },
		...(settleTime <= 0 ? {} : { later: { milliseconds: settleTime, become: (state: MenuState) => ({ ...state, settled: true }) } }),
		press(state, key) {
			const named = optionNamed(key, items.length);
			if (named !== undefined) return stay(marked(state, named));
			if (isDown(key)) return stay(marked(state, (state.cursor + 1) % items.length));
			if (isUp(key)) return stay(marked(state, (state.cursor + items.length - 1) % items.length));
			if (isEnter(key) && !key.pasted) return state.settled ? done({ kind: 'item', index: state.cursor }) : stay(state);
			const letter = letterOf(key);
			if (letter === 'q') return done({ kind: 'quit' });
			return stay(letter === 'h' ? { ...state, help: !state.help } : state);
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const below = footer(keys(items.length, style), state.help, width, style);
			const shown = items.map((text, index) => ({
				lead: `${index === state.cursor ? style.signs.mark : ' '} ${labelOf(index)}  `,
				text,
				marked: index === state.cursor,
			}));
			const room = short ? { ...size, rows: Math.floor(size.rows / 2) + below.length + 1 } : size;
			return listFrame({ below, options: shown, cursor: state.cursor }, room, style);
		},
	};
}

/** Whoever moves the mark has seen the menu. */
function marked(state: MenuState, cursor: number): MenuState {
	return { ...state, cursor, settled: true };
}

function keys(count: number, style: Style): KeyHint[] {
	return [
		keyHint('Enter', 'go'),
		...(count === 1 ? [] : [keyHint(style.signs.arrows, 'move', 'room')]),
		keyHint('q', 'stop'),
		...(count === 1 ? [] : [keyHint('j k', 'move the mark', 'h')]),
		keyHint(labelsFor(count), `mark that line`, 'h'),
	];
}
