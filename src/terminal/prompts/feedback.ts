// The key press under a verdict: go on, or read the section the question comes from.

import { textWidth } from '../layout.ts';
import type { Style } from '../style.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { done, type Frame, isEnter, letterOf, type Program, stay } from './program.ts';

export interface FeedbackConfig {
	readonly style: Style;
	/** How many sections can be read here; the first is the question's own. */
	readonly sections: number;
	/** Milliseconds during which keys are ignored. */
	readonly settleTime: number;
	readonly last: boolean;
}

export interface FeedbackState {
	readonly help: boolean;
	/** Keys count from now on. */
	readonly settled: boolean;
}

export type FeedbackValue = { readonly kind: 'next' } | { readonly kind: 'read'; readonly index: number } | { readonly kind: 'quit' };

export function feedback(config: FeedbackConfig): Program<FeedbackState, FeedbackValue> {
	const { style, sections } = config;
	return {
		initial: { help: false, settled: config.settleTime <= 0 },
		later: { milliseconds: config.settleTime, become: (state) => ({ ...state, settled: true }) },
		press(state, key) {
			if (!state.settled || key.pasted) return stay(state);
			if (isEnter(key) || key.name === 'space') return done({ kind: 'next' });
			const letter = letterOf(key);
			if (letter === 'q') return done({ kind: 'quit' });
			if (letter === 'h') return stay({ ...state, help: !state.help });
			if (letter === 'r' && sections > 0) return done({ kind: 'read', index: 0 });
			const index = letter === undefined ? -1 : Number(letter) - 1;
			return index >= 0 && index < sections ? done({ kind: 'read', index }) : stay(state);
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			if (!state.settled) return { lines: ['', style.dim(style.signs.ellipsis)] };
			return { lines: ['', ...footer(keys(config), state.help, width, style)].slice(-size.rows) };
		},
	};
}

function keys({ sections, last }: FeedbackConfig): KeyHint[] {
	return [
		keyHint('Enter', last ? 'result' : 'next'),
		...(sections === 0 ? [] : [keyHint(sections === 1 ? 'r' : `1-${sections}`, 'read section')]),
		...(sections < 2 ? [] : [keyHint('r', 'read the first of them', 'h')]),
		keyHint('Space', 'go on', 'h'),
		keyHint('q', 'stop (all answers are kept)', 'h'),
	];
}
