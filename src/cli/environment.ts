// Everything of the outside world that a run may touch, by the front door. Tests bring their own.

import type { TerminalInput, TerminalOutput } from '../terminal/terminal-io.ts';
import type { EndingSignal } from './exit-codes.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export interface Environment {
	readonly variables: Variables;
	readonly platform: NodeJS.Platform;
	/** Absolute. Asking for it throws where the folder is no longer there. */
	readonly workingFolder: string;
	/** Where the program is installed: `decks/` and `dist/` lie in it. */
	readonly packageFolder: string;
	/** The user's home, absolute; undefined where the system knows none. */
	homeFolder(): string | undefined;
	readonly input: TerminalInput & { readonly isTTY?: boolean };
	/** The system's code, where nothing can be read from `input` though it comes to an end as if it were empty. */
	inputFault?(): string | undefined;
	/** What can be read lies there already, as in a file or the null device: nobody waits at the other end. False unless stated. */
	inputIsAtHand?(): boolean;
	/**
	 * Writes to standard output what the system takes at once, without making `output`, which takes a while. Throws the system's error.
	 *
	 * @returns what is left, for `output` to write when it can.
	 */
	writeAtOnce?(text: string): Uint8Array;
	readonly output: TerminalOutput & { readonly isTTY?: boolean; getColorDepth?(variables?: object): number };
	readonly errors: NodeJS.WritableStream;
	/** Milliseconds since 1970. */
	now(): number;
	/** A fresh unsigned 32-bit integer. */
	newSeed(): number;
	/** A fresh UUID v7. */
	newId(): string;
	readonly signals: {
		on(signal: EndingSignal | 'SIGCONT' | 'SIGTSTP', listener: () => void): unknown;
		off(signal: EndingSignal | 'SIGCONT' | 'SIGTSTP', listener: () => void): unknown;
		/** Sends the signal to this very process; for the ending ones after their listeners are gone. */
		raise(signal: EndingSignal | 'SIGTSTP'): void;
	};
	/** Hears what is thrown where nobody awaits it, which would else end the process at once. @returns what stops listening. */
	onStrayError?(heard: (error: unknown) => void): () => void;
}

/** The same but for some of it. Spread would ask for all of it: for streams that take a while to be made, and a folder that may be gone. */
export function environmentWith(environment: Environment, others: Partial<Environment>): Environment {
	return Object.create(environment, Object.getOwnPropertyDescriptors(others));
}

/** Both ends are a terminal, so that somebody can be asked. */
export function isInteractive({ input, output }: Environment): boolean {
	return input.isTTY === true && output.isTTY === true;
}

/** 0: none. `NO_COLOR`, `GRADUS_THEME=none`, `FORCE_COLOR` and `TERM=dumb` are obeyed, in this order; a pipe gets none unless forced. */
export function colorLevelOf({ output, variables }: Environment): 0 | 1 | 2 | 3 {
	if (variables['NO_COLOR'] !== undefined && variables['NO_COLOR'] !== '') return 0;
	if (variables['GRADUS_THEME'] === 'none') return 0;
	const forced = variables['FORCE_COLOR'];
	if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : forced === '2' ? 2 : forced === '3' ? 3 : 1;
	if (output.isTTY !== true || variables['TERM'] === 'dumb') return 0;
	const depth = output.getColorDepth?.(variables) ?? 4;
	return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

/** A locale that is set and is not UTF-8 gets signs in ASCII; where none is set, terminals of today speak UTF-8. */
export function speaksUnicode({ variables }: Environment): boolean {
	const locale = [variables['LC_ALL'], variables['LC_CTYPE'], variables['LANG']].find((value) => value !== undefined && value !== '');
	return variables['TERM'] !== 'linux' && (locale === undefined || /utf-?8/iu.test(locale));
}
