// The key press under a verdict: go on, or read the section the question comes from.

import { hanging, textWidth } from '../layout.ts';
import type { Style } from '../style.ts';
import { footer, type KeyHint } from './footer.ts';
import { done, type Frame, isEnter, letterOf, type Program, stay } from './program.ts';

export interface FeedbackConfig {
	readonly style: Style;
	/** Safe titles of the sections that can be read here, the first being the question's own. */
	readonly sections: readonly string[];
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
			if (letter === 'r' && sections.length > 0) return done({ kind: 'read', index: 0 });
			const index = letter === undefined ? -1 : Number(letter) - 1;
			return sections[index] === undefined ? stay(state) : done({ kind: 'read', index });
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			if (!state.settled) return { lines: [style.dim(style.signs.ellipsis)] };
			const named = sections.length < 2 ? [] : [...sections.flatMap((title, index) => hanging(`  ${index + 1}  `, title, width)), ''];
			return { lines: [...named, ...footer(keys(config), state.help, width, style)].slice(-size.rows) };
		},
	};
}

function keys({ sections, last }: FeedbackConfig): KeyHint[] {
	return [
		{ keys: 'Enter', does: last ? 'see the result' : 'next question' },
		...(sections.length === 0 ? [] : [{ keys: 'r', does: 'read the section' }]),
		...(sections.length < 2 ? [] : [{ keys: `1-${sections.length}`, does: 'read that section', more: true }]),
		{ keys: 'Space', does: 'go on', more: true },
		{ keys: 'q', does: 'stop (all answers are kept)', more: true },
	];
}
