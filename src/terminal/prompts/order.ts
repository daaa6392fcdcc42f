// Items put into an order: the mark moves, and Space takes an item up so that it moves with the mark.

import { textWidth, wrap } from '../layout.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { labelOf, labelsFor, listFrame, optionNamed } from './option-list.ts';
import { done, type Frame, isCarriedDown, isCarriedUp, isDown, isEnter, isUp, letterOf, type Program, type Step, stay } from './program.ts';
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

export interface OrderConfig extends QuestionConfig {
	/** In the order shown first. Safe, styled where it helps; at least two. */
	readonly items: readonly string[];
}

export interface OrderState extends QuestionState {
	/** Indices of the items, in the order they stand in now. */
	readonly places: readonly number[];
	readonly at: number;
	/** Where everything stood when the marked item was taken up; undefined: it lies. */
	readonly lifted?: { readonly places: readonly number[]; readonly at: number } | undefined;
	/** Something was moved, or its first order was confirmed. */
	readonly touched: boolean;
	/** Enter counts from now on: an order stands there from the start, and an Enter too many under the last verdict must not answer with it. */
	readonly settled: boolean;
}

/** Ends with the indices of the items, in the order they were put into. */
export function order(config: OrderConfig): Program<OrderState, QuestionValue<readonly number[]>> {
	const { items, style, settleTime = 0 } = config;
	const count = items.length;
	const settled = (state: OrderState) => (state.settled ? state : { ...state, settled: true });
	return {
		initial: { ...freshQuestion, places: items.map((_, index) => index), at: 0, touched: false, settled: settleTime <= 0 },
		...(settleTime <= 0 ? {} : { later: { milliseconds: settleTime, become: settled } }),
		press(state, key) {
			const calm = { ...state, note: '' };
			if (isCarriedUp(key)) return stay(carried(calm, calm.at - 1));
			if (isCarriedDown(key)) return stay(carried(calm, calm.at + 1));
			const lifted = state.lifted !== undefined;
			const named = optionNamed(key, count);
			if (named !== undefined) return stay(lifted ? carried(calm, named) : { ...calm, at: named });
			if (isDown(key)) return stay(lifted ? carried(calm, calm.at + 1) : { ...calm, at: (calm.at + 1) % count });
			if (isUp(key)) return stay(lifted ? carried(calm, calm.at - 1) : { ...calm, at: (calm.at + count - 1) % count });
			if (key.name === 'space' && !key.pasted)
				return stay({ ...calm, lifted: lifted ? undefined : { places: state.places, at: state.at } });
			if (key.name === 'escape' && state.lifted !== undefined) return stay({ ...calm, ...state.lifted, lifted: undefined });
			if (isEnter(key) && !key.pasted) return enter(state);
			const common = commonKey(state, letterOf(key), config);
			if (common === undefined) return stay(state);
			return 'state' in common ? stay(common.state) : done(common.value);
		},
		draw(state, size): Frame {
			const width = textWidth(size.columns);
			const { signs } = style;
			const lifted = state.lifted !== undefined;
			const carrying = lifted ? wrap(`Taken up: ${signs.arrows} carry it, Space puts it down.`, width).map(style.accent) : [];
			const below = [...noteLines(state, config, width), ...carrying, ...footer(keys(config, lifted), state.help, width, style)];
			const above = hintLines(state, config, width);
			const shown = state.places.map((item, place) => {
				const marked = place === state.at;
				const text = items[item] ?? '';
				return {
					lead: `${marked ? signs.mark : ' '} ${labelOf(place)}  `,
					text: marked && lifted ? `${signs.up}${signs.down} ${text}` : text,
					marked,
				};
			});
			return listFrame({ above, below, options: shown, cursor: state.at }, size, style);
		},
	};
}

/** The marked item goes to a place, and the mark with it; past the ends it stays. */
function carried(state: OrderState, to: number): OrderState {
	if (to < 0 || to >= state.places.length || to === state.at) return state;
	const places = [...state.places];
	const [item] = places.splice(state.at, 1);
	if (item !== undefined) places.splice(to, 0, item);
	return { ...state, places, at: to, touched: true };
}

function enter(state: OrderState): Step<OrderState, QuestionValue<readonly number[]>> {
	if (state.lifted !== undefined)
		return stay({ ...state, lifted: undefined, note: 'It lies where it was carried. Enter once more answers with this order.' });
	if (!state.settled && !state.touched) return stay(state);
	if (state.touched) return done({ kind: 'given', given: state.places });
	const note = "Nothing is moved yet. Enter once more answers with the order as it stands; ? if you don't know.";
	return stay({ ...state, touched: true, note });
}

function keys(config: OrderConfig, lifted: boolean): KeyHint[] {
	const { arrows } = config.style.signs;
	const labels = labelsFor(config.items.length);
	if (lifted) {
		return [
			keyHint('Space', 'put down'),
			keyHint(arrows, 'carry'),
			keyHint('Esc', 'put back', 'room'),
			keyHint(labels, 'carry it to that place', 'h'),
			...commonHints(config).map(({ keys: names, does }) => keyHint(names, does, 'h')),
		];
	}
	return [
		keyHint('Space', 'take up'),
		keyHint('Enter', 'answer'),
		...commonHints(config),
		keyHint(`${arrows} j k`, 'move the mark', 'h'),
		keyHint(labels, 'mark that item', 'h'),
		keyHint(`Shift-${arrows} J K`, 'carry the marked item at once', 'h'),
	];
}
