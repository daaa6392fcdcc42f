// The keys of a question where letters are text: behind Esc, one at a time. A terminal may deliver Esc and the key after it as one.

import { fitsOneLine, footer, type KeyHint, keyHint } from './footer.ts';
import { done, type Key, type Step, stay } from './program.ts';
import { commonHints, commonKey, type QuestionConfig, type QuestionState, type QuestionValue } from './question.ts';

export interface TypingState extends QuestionState {
	/** Esc was pressed: the next key is a key, not text. */
	readonly commanding: boolean;
}

/** What Esc and the key after it do; undefined: the key is for the text, and the caller's to read. */
export function behindEsc<State extends TypingState>(
	state: State,
	key: Key,
	config: QuestionConfig,
): Step<State, Exclude<QuestionValue<never>, { readonly kind: 'given' }>> | undefined {
	const typing = { ...state, commanding: false, help: false, note: '' };
	if (key.name === 'escape') return stay({ ...typing, commanding: !state.commanding && !key.meta });
	if (key.text === undefined || key.pasted || !(key.meta || state.commanding)) return undefined;
	const letter = key.text.toLowerCase();
	const common = commonKey({ ...state, commanding: false, note: '' }, letter, config);
	if (common === undefined) return stay({ ...typing, note: 'That is no key here; you are typing again. Esc and then h lists the keys.' });
	if (!('state' in common)) return done(common.value);
	const listing = letter === 'h' && common.state.help;
	return stay({ ...common.state, help: listing, commanding: listing });
}

/** The line below a typed answer: what Enter does, or the keys behind Esc. */
export function typingFooter(state: TypingState, typingKeys: readonly KeyHint[], config: QuestionConfig, width: number): string[] {
	const { style } = config;
	if (state.help) {
		const listed = typingKeys.filter(({ does }) => does !== '');
		return footer([...commonHints(config), keyHint('Esc', 'type on'), ...listed.map(underH)], true, width, style);
	}
	if (state.commanding) return footer(shortKeys(config), false, width, style);
	const needed = typingKeys.filter(({ when }) => when === undefined);
	const way = waysToTheKeys.find((each) => fitsOneLine(needed, width, style, each)) ?? shortestWay;
	return footer(typingKeys, false, width, style, way);
}

/** The wordiest first. */
const waysToTheKeys = [`Esc, then ? don't know or h keys`, 'Esc, then h keys'];
const shortestWay = 'Esc keys';

function underH({ keys, does }: KeyHint): KeyHint {
	return { keys, does, when: 'h' };
}

/** The most needed first: the last ones go where there is no room. */
function shortKeys({ hints, asides }: QuestionConfig): KeyHint[] {
	return [
		keyHint('?', "don't know"),
		...(hints.length === 0 ? [] : [keyHint('i', 'hint')]),
		keyHint('Esc', 'type on'),
		...(asides?.readable === true ? [keyHint('r', 'read', 'room')] : []),
		...(asides === undefined ? [] : [keyHint('b', 'bookmark', 'room'), keyHint('!', 'dispute', 'room')]),
		keyHint('q', 'stop', 'room'),
	];
}
