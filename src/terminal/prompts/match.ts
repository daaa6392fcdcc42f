// Left sides, each to be paired with one of the right sides below them. A right side belongs to one left side at most.

import { pad, textWidth, widthOf, wrap } from '../layout.ts';
import { footer, type KeyHint, keyHint } from './footer.ts';
import { freeLetters, labelOf, labelsFor, type OptionLine, optionLines, optionNamed } from './option-list.ts';
import { done, type Frame, isDown, isEnter, isUp, letterOf, type Program, type Step, stay } from './program.ts';
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

export interface MatchConfig extends QuestionConfig {
	/** Safe, styled where it helps; at least one, and no more than the right sides. */
	readonly lefts: readonly string[];
	readonly rights: readonly string[];
}

export interface MatchState extends QuestionState {
	/** The left side at hand. */
	readonly at: number;
	/** For each left side the index of its right side. */
	readonly pairs: readonly (number | undefined)[];
}

/** Ends with the index of the right side for each left side. */
export function match(config: MatchConfig): Program<MatchState, QuestionValue<readonly number[]>> {
	const { lefts, rights } = config;
	const count = lefts.length;
	return {
		initial: { ...freshQuestion, at: 0, pairs: lefts.map(() => undefined) },
		press(state, key) {
			const calm = { ...state, note: '' };
			const letter = letterOf(key);
			const right = letter === undefined ? -1 : freeLetters.indexOf(letter);
			if (right >= 0 && right < rights.length) return stay(onwards(paired(calm, right)));
			const named = /^[0-9]$/.test(letter ?? '') ? optionNamed(key, Math.min(count, 10)) : undefined;
			if (named !== undefined) return stay({ ...calm, at: named });
			if (isDown(key) || key.name === 'tab') return stay({ ...calm, at: (calm.at + (key.shift === true ? count - 1 : 1)) % count });
			if (isUp(key)) return stay({ ...calm, at: (calm.at + count - 1) % count });
			if (key.name === 'right') return stay(turned(calm, 1, rights.length));
			if (key.name === 'left') return stay(turned(calm, -1, rights.length));
			if (key.name === 'backspace' || key.name === 'delete') return stay({ ...calm, pairs: calm.pairs.with(calm.at, undefined) });
			if (isEnter(key) && !key.pasted) return enter(state);
			const common = commonKey(state, letter, config);
			if (common === undefined) return stay(state);
			return 'state' in common ? stay(common.state) : done(common.value);
		},
		draw(state, size): Frame {
			const { style } = config;
			const width = textWidth(size.columns);
			const below = [...noteLines(state, config, width), ...footer(keys(config), state.help, width, style)];
			const above = hintLines(state, config, width);
			const rows = Math.max(6, size.rows - above.length - below.length - 2);
			const whole = 1_000;
			const pairs = (room: number) => optionLines(leftLines(state, config, width), state.at, width, room, style);
			const offers = (room: number) =>
				optionLines(rightLines(state, config), state.pairs[state.at] ?? 0, width, room, style, { up: 'Left', down: 'Right' });
			const needed = offers(whole).length;
			const top = pairs(Math.max(3, Math.min(pairs(whole).length, Math.max(rows - needed, Math.ceil(rows / 2)))));
			return { lines: [...above, ...top, '', ...offers(Math.max(3, rows - top.length)), '', ...below].slice(-size.rows) };
		},
	};
}

/** Where the right side was paired already, that pair comes apart. */
function paired(state: MatchState, right: number): MatchState {
	const other = state.pairs.findIndex((each, left) => each === right && left !== state.at);
	const pairs = state.pairs.map((each, left) => (left === state.at ? right : each === right ? undefined : each));
	const note = other < 0 ? '' : `It was with ${labelOf(other)}, which is open again.`;
	return { ...state, pairs, note };
}

/** To the next left side that is still open, round the end; stays where all are paired. */
function onwards(state: MatchState): MatchState {
	const order = state.pairs.map((_, step) => (state.at + 1 + step) % state.pairs.length);
	return { ...state, at: order.find((left) => state.pairs[left] === undefined) ?? state.at };
}

/** The next of the right sides that are free, or the one before. */
function turned(state: MatchState, by: 1 | -1, count: number): MatchState {
	const now = state.pairs[state.at];
	const begin = now ?? (by === 1 ? -1 : count);
	const order = Array.from({ length: count }, (_, step) => (((begin + by * (step + 1)) % count) + count) % count);
	const next = order.find((right) => !state.pairs.includes(right));
	return next === undefined ? state : { ...state, pairs: state.pairs.with(state.at, next) };
}

function enter(state: MatchState): Step<MatchState, QuestionValue<readonly number[]>> {
	const given = state.pairs.filter((right) => right !== undefined);
	if (given.length === state.pairs.length) return done({ kind: 'given', given });
	const open = state.pairs.indexOf(undefined);
	const left = state.pairs.length - given.length;
	const what = given.length === 0 ? 'Nothing is paired yet' : `${left} ${left === 1 ? 'is' : 'are'} still open`;
	return stay({ ...state, at: open, note: `${what}. Press the letter of what belongs there, or ? if you don't know.` });
}

/** Beside one another where the left sides are short, else one below the other. */
function leftLines({ at, pairs }: MatchState, { lefts, rights, style }: MatchConfig, width: number): OptionLine[] {
	const { signs } = style;
	const column = Math.max(...lefts.map(widthOf));
	const beside = column <= (width - 5) / 3;
	return lefts.map((left, index) => {
		const lead = `${index === at ? signs.mark : ' '} ${labelOf(index)}  `;
		const right = pairs[index];
		const room = width - widthOf(lead) - (beside ? column + 1 : 0);
		const what = right === undefined ? '___' : `${letterFor(right)}  ${rights[right] ?? ''}`;
		const target = cut(`${signs.arrow} ${what}`, room, signs.ellipsis);
		return { lead, text: beside ? `${pad(left, column)} ${target}` : `${left}\n${target}`, marked: index === at };
	});
}

/** Before the letter stands what it is paired with: `2 → c`. */
function rightLines({ pairs }: MatchState, { rights, style }: MatchConfig): OptionLine[] {
	const { arrow } = style.signs;
	return rights.map((right, index) => {
		const left = pairs.indexOf(index);
		const used = left < 0 ? ' '.repeat(widthOf(arrow) + 2) : `${labelOf(left)} ${arrow}`;
		return { lead: `${used} ${letterFor(index)}  `, text: left < 0 ? right : style.dim(right), marked: false };
	});
}

function letterFor(right: number): string {
	return freeLetters[right] ?? ' ';
}

/** One line; what does not fit stands in full among the right sides. */
function cut(text: string, room: number, ellipsis: string): string {
	if (widthOf(text) <= room) return text;
	return `${wrap(text, Math.max(1, room - widthOf(ellipsis)))[0] ?? ''}${ellipsis}`;
}

function keys(config: MatchConfig): KeyHint[] {
	const { style, lefts, rights } = config;
	const letters = freeLetters.slice(0, rights.length);
	return [
		keyHint(letters.length <= 6 ? letters.join(' ') : 'letter', 'pair'),
		keyHint('Enter', 'answer'),
		...commonHints(config),
		keyHint(`${style.signs.arrows} j k`, 'move the mark', 'h'),
		keyHint(labelsFor(Math.min(lefts.length, 10)), 'mark that line', 'h'),
		keyHint('Left Right', 'through all that is free', 'h'),
		keyHint('Backspace', 'open the pair again', 'h'),
	];
}
