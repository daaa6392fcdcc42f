// What every question prompt shares: hints, the list of keys, and the way out.

import { hanging, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { type KeyHint, keyHint } from './footer.ts';

/** Plain text, already safe. */
export interface QuestionConfig {
	readonly style: Style;
	/** Practice only; from faint to strong. */
	readonly hints: readonly string[];
}

export interface QuestionState {
	readonly help: boolean;
	readonly hintsShown: number;
	/** Said once above the keys; gone with the next key. */
	readonly note: string;
}

export const freshQuestion: QuestionState = { help: false, hintsShown: 0, note: '' };

export type QuestionValue<Given> =
	| { readonly kind: 'given'; readonly given: Given }
	| { readonly kind: 'dont-know' }
	| { readonly kind: 'quit' };

/** What `h`, `i`, `?` and `q` do in a question; undefined: the letter is none of them. */
export function commonKey<State extends QuestionState>(
	state: State,
	letter: string | undefined,
	config: QuestionConfig,
): { readonly state: State } | { readonly value: { readonly kind: 'dont-know' } | { readonly kind: 'quit' } } | undefined {
	switch (letter) {
		case '?':
			return { value: { kind: 'dont-know' } };
		case 'q':
			return { value: { kind: 'quit' } };
		case 'h':
			return { state: { ...state, help: !state.help, note: '' } };
		case 'i':
			if (config.hints.length === 0) return undefined;
			return state.hintsShown < config.hints.length
				? { state: { ...state, hintsShown: state.hintsShown + 1, note: '' } }
				: { state: { ...state, note: 'That was the last hint.' } };
		default:
			return undefined;
	}
}

export function hintLines(state: QuestionState, config: QuestionConfig, width: number): string[] {
	const shown = config.hints.slice(0, state.hintsShown).flatMap((hint, index) => {
		const lead = `hint ${index + 1} of ${config.hints.length}: `;
		return hanging(lead, hint, width);
	});
	return shown.length === 0 ? [] : [...shown.map(config.style.accent), ''];
}

export function noteLines(state: QuestionState, config: QuestionConfig, width: number): string[] {
	return state.note === '' ? [] : wrap(state.note, width).map(config.style.missed);
}

export function commonHints(config: QuestionConfig): KeyHint[] {
	return [
		keyHint('?', "don't know"),
		...(config.hints.length === 0 ? [] : [keyHint('i', 'hint')]),
		keyHint('q', 'stop (all answers are kept)', 'h'),
	];
}
