// The key press under a verdict: go on, see why, or read the section the question comes from.

import { textWidth, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { done, type Frame, isEnter, letterOf, type Program, type Step, stay } from './program.ts';
import { asideHints } from './question.ts';

export interface FeedbackConfig {
	readonly style: Style;
	/** How many sections can be read here; the first is the question's own. */
	readonly sections: number;
	/** Milliseconds during which keys are ignored. */
	readonly settleTime: number;
	readonly last: boolean;
	/** The explanation stands above. */
	readonly explained: boolean;
	readonly bookmarked: boolean;
	/** Said above the keys until the next key. */
	readonly note?: string;
}

export interface FeedbackState {
	readonly help: boolean;
	/** Keys count from now on. */
	readonly settled: boolean;
	readonly note: string;
}

export type FeedbackValue =
	| { readonly kind: 'next' }
	| { readonly kind: 'read'; readonly index: number }
	| { readonly kind: 'explain' }
	| { readonly kind: 'bookmark' }
	| { readonly kind: 'dispute' }
	| { readonly kind: 'quit' };

export function feedback(config: FeedbackConfig): Program<FeedbackState, FeedbackValue> {
	const { style } = config;
	return {
		initial: { help: false, settled: config.settleTime <= 0, note: config.note ?? '' },
		later: { milliseconds: config.settleTime, become: (state) => (state.settled ? state : { ...state, settled: true }) },
		press(state, key) {
			if (!state.settled || key.pasted) return stay(state);
			if (isEnter(key) || key.name === 'space') return done({ kind: 'next' });
			const letter = letterOf(key);
			return letter === undefined ? stay(state) : lettered(state, letter, config);
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			if (!state.settled) return { lines: ['', style.dim(style.signs.ellipsis)] };
			const note = state.note === '' ? [] : wrap(state.note, width).map(style.missed);
			return { lines: ['', ...note, ...footer(keys(config), state.help, width, style)].slice(-size.rows) };
		},
	};
}

function lettered(state: FeedbackState, letter: string, { sections, explained }: FeedbackConfig): Step<FeedbackState, FeedbackValue> {
	switch (letter) {
		case 'q':
			return done({ kind: 'quit' });
		case 'h':
			return stay({ ...state, help: !state.help, note: '' });
		case 'e':
			return explained ? stay({ ...state, note: 'The explanation stands above.' }) : done({ kind: 'explain' });
		case 'b':
			return done({ kind: 'bookmark' });
		case '!':
			return done({ kind: 'dispute' });
		case '?':
			return stay({ ...state, note: 'This question is answered already.' });
		case 'r':
			return sections === 0 ? stay(state) : done({ kind: 'read', index: 0 });
		default: {
			const index = Number(letter) - 1;
			return index >= 0 && index < sections ? done({ kind: 'read', index }) : stay(state);
		}
	}
}

function keys({ sections, last, explained, bookmarked }: FeedbackConfig): KeyHint[] {
	return [
		keyHint('Enter', last ? 'result' : 'next'),
		...(explained ? [] : [keyHint('e', 'explanation')]),
		...(sections === 0 ? [] : [keyHint(sections === 1 ? 'r' : `1-${sections}`, 'read section')]),
		...(sections < 2 ? [] : [keyHint('r', 'read the first of them', 'h')]),
		...asideHints(bookmarked),
		keyHint('Space', 'go on', 'h'),
		keyHint('q', 'stop (all answers are kept)', 'h'),
	];
}
