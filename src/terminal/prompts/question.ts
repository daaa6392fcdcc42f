// What every question prompt shares: hints, the list of keys, what can be done besides answering, and the way out.

import { hanging, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { type KeyHint, keyHint } from './footer.ts';

/** Plain text, already safe. */
export interface QuestionConfig {
	/** Milliseconds during which Enter does not answer with what stands there from the start; 0 unless stated. */
	readonly settleTime?: number;
	readonly style: Style;
	/** Practice only; from faint to strong. */
	readonly hints: readonly string[];
	/** What can be done besides answering; left out: nothing. */
	readonly asides?: AsideKeys;
}

export interface AsideKeys {
	readonly bookmarked: boolean;
	/** There is a section to read now; in a quiz the book is closed until the answer is given. */
	readonly readable: boolean;
}

export interface QuestionState {
	readonly help: boolean;
	readonly hintsShown: number;
	/** Said once above the keys; gone with the next key. */
	readonly note: string;
}

export const freshQuestion: QuestionState = { help: false, hintsShown: 0, note: '' };

/** Something done in between; the prompt is taken up again from its state. */
export type Aside = 'read' | 'bookmark' | 'dispute';

export type QuestionValue<Given> =
	| { readonly kind: 'given'; readonly given: Given }
	| { readonly kind: 'dont-know' }
	| { readonly kind: 'quit' }
	| { readonly kind: 'aside'; readonly aside: Aside };

/** What `h`, `i`, `?`, `r`, `e`, `b`, `!` and `q` do in a question; undefined: the letter is none of them. */
export function commonKey<State extends QuestionState>(
	state: State,
	letter: string | undefined,
	config: QuestionConfig,
): { readonly state: State } | { readonly value: Exclude<QuestionValue<never>, { readonly kind: 'given' }> } | undefined {
	const { hints, asides } = config;
	const say = (note: string) => ({ state: { ...state, note } });
	switch (letter) {
		case '?':
			return { value: { kind: 'dont-know' } };
		case 'q':
			return { value: { kind: 'quit' } };
		case 'h':
			return { state: { ...state, help: !state.help, note: '' } };
		case 'i':
			if (hints.length === 0) return undefined;
			return state.hintsShown < hints.length
				? { state: { ...state, hintsShown: state.hintsShown + 1, note: '' } }
				: say('That was the last hint.');
		case 'r':
			if (asides === undefined) return undefined;
			return asides.readable ? { value: { kind: 'aside', aside: 'read' } } : say('The sections open again after the answer.');
		case 'e':
			return asides === undefined ? undefined : say('The explanation comes after the answer.');
		case 'b':
			return asides === undefined ? undefined : { value: { kind: 'aside', aside: 'bookmark' } };
		case '!':
			return asides === undefined ? undefined : { value: { kind: 'aside', aside: 'dispute' } };
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
	const { hints, asides } = config;
	return [
		keyHint('?', "don't know"),
		...(hints.length === 0 ? [] : [keyHint('i', 'hint')]),
		...(asides?.readable === true ? [keyHint('r', 'read the section', 'room')] : []),
		...(asides === undefined ? [] : asideHints(asides.bookmarked)),
		keyHint('q', 'stop (all answers are kept)', 'h'),
	];
}

/** `b` and `!`, which mean the same under a question and under its verdict. */
export function asideHints(bookmarked: boolean): KeyHint[] {
	return [keyHint('b', bookmarked ? 'take the bookmark away' : 'bookmark this question', 'h'), keyHint('!', 'dispute this question', 'h')];
}
