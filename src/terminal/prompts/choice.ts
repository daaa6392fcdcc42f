// One of several options. Nothing is marked at first, so that a key pressed too often answers nothing.

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

export interface ChoiceConfig extends QuestionConfig {
	/** Safe, styled where it helps; at least one. */
	readonly options: readonly string[];
	/** Letters that pick an option by its own name: `t` and `f`. */
	readonly letters?: readonly string[];
}

export interface ChoiceState extends QuestionState {
	/** -1: nothing yet. */
	readonly cursor: number;
}

/** Ends with the index of the option. */
export function choice(config: ChoiceConfig): Program<ChoiceState, QuestionValue<number>> {
	const { options, style } = config;
	return {
		initial: { ...freshQuestion, cursor: -1 },
		press(state, key) {
			const letter = letterOf(key);
			const named = config.letters === undefined ? optionNamed(key, options.length) : namedByLetter(letter, config.letters);
			if (named !== undefined) return stay({ ...state, cursor: named, note: '' });
			if (isDown(key)) return stay({ ...state, cursor: (state.cursor + 1) % options.length, note: '' });
			if (isUp(key)) return stay({ ...state, cursor: (Math.max(state.cursor, 0) + options.length - 1) % options.length, note: '' });
			if (isEnter(key) && !key.pasted) {
				if (state.cursor >= 0) return done({ kind: 'given', given: state.cursor });
				return stay({ ...state, note: `Pick an answer first, or press ? if you don't know.` });
			}
			const common = commonKey(state, letter, config);
			if (common === undefined) return stay(state);
			return 'state' in common ? stay(common.state) : done(common.value);
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const below = [...noteLines(state, config, width), ...footer(keys(config), state.help, width, style)];
			const above = hintLines(state, config, width);
			const shown = options.map((text, index) => ({
				lead: `${index === state.cursor ? style.signs.mark : ' '} ${config.letters?.[index] ?? labelOf(index)}  `,
				text,
				marked: index === state.cursor,
			}));
			return listFrame({ above, below, options: shown, cursor: state.cursor }, size, style);
		},
	};
}

function namedByLetter(letter: string | undefined, letters: readonly string[]): number | undefined {
	if (letter === undefined) return undefined;
	const index = letters.includes(letter) ? letters.indexOf(letter) : Number(letter) - 1;
	return index >= 0 && index < letters.length ? index : undefined;
}

function keys(config: ChoiceConfig): KeyHint[] {
	const { arrows } = config.style.signs;
	const count = config.options.length;
	return [
		keyHint(config.letters?.join('/') ?? labelsFor(count), 'pick', 'room'),
		keyHint('Enter', 'answer'),
		...commonHints(config),
		keyHint(`${arrows} j k`, 'move the mark', 'h'),
	];
}
