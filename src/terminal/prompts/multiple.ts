// All options that apply. Nothing is chosen at first; Enter with nothing chosen asks again.

import { textWidth } from '../layout.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { labelOf, labelsFor, listFrame, optionNamed } from './option-list.ts';
import { done, type Frame, isDown, isEnter, isUp, letterOf, type Program, stay } from './program.ts';
import {
	commonHints,
	commonKey,
	freshQuestion,
	hintLines,
	noteLines,
	type QuestionConfig,
	type QuestionState,
	type QuestionValue,
} from './question.ts';

export interface MultipleConfig extends QuestionConfig {
	readonly options: readonly string[];
}

export interface MultipleState extends QuestionState {
	readonly cursor: number;
	readonly chosen: ReadonlySet<number>;
}

/** Ends with the indices of the options, ascending. */
export function multiple(config: MultipleConfig): Program<MultipleState, QuestionValue<readonly number[]>> {
	const { options, style } = config;
	return {
		initial: { ...freshQuestion, cursor: 0, chosen: new Set() },
		press(state, key) {
			const named = optionNamed(key, options.length);
			if (named !== undefined) return stay(toggled(state, named));
			if (key.name === 'space' && !key.pasted) return stay(toggled(state, state.cursor));
			if (isDown(key)) return stay({ ...state, cursor: (state.cursor + 1) % options.length, note: '' });
			if (isUp(key)) return stay({ ...state, cursor: (state.cursor + options.length - 1) % options.length, note: '' });
			if (isEnter(key) && !key.pasted) {
				if (state.chosen.size > 0) return done({ kind: 'given', given: [...state.chosen].sort((a, b) => a - b) });
				return stay({ ...state, note: `Choose all that apply with Space, or press ? if you don't know.` });
			}
			const common = commonKey(state, letterOf(key), config);
			if (common === undefined) return stay(state);
			return 'state' in common ? stay(common.state) : done(common.value);
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const below = [...noteLines(state, config, width), ...footer(keys(config), state.help, width, style)];
			const above = hintLines(state, config, width);
			const shown = options.map((text, index) => {
				const box = state.chosen.has(index) ? style.signs.checked : style.signs.unchecked;
				return {
					lead: `${index === state.cursor ? style.signs.mark : ' '} ${labelOf(index)} ${box}  `,
					text,
					marked: index === state.cursor,
				};
			});
			return listFrame({ above, below, options: shown, cursor: state.cursor }, size, style);
		},
	};
}

function toggled(state: MultipleState, index: number): MultipleState {
	const chosen = new Set(state.chosen);
	if (!chosen.delete(index)) chosen.add(index);
	return { ...state, chosen, cursor: index, note: '' };
}

function keys(config: MultipleConfig): KeyHint[] {
	return [
		keyHint('Space', 'choose'),
		keyHint('Enter', 'answer'),
		...commonHints(config),
		keyHint(`${config.style.signs.arrows} j k`, 'move the mark', 'h'),
		keyHint(labelsFor(config.options.length), 'choose that one, or take it back', 'h'),
	];
}
