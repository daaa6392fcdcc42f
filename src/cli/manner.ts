// How somebody is to be asked: on a screen, in plain lines, or, where a program sits at the other end, by JSON Lines.

import type { Context } from './context.ts';
import type { Environment } from './environment.ts';

export type Manner =
	| 'screen'
	/** Asked for, or the terminal can do no more. */
	| 'plain'
	/** No terminal at either end. */
	| 'protocol'
	/** A terminal at one end alone: somebody may be there, but would not see the question, or could not answer it. */
	| 'half';

/**
 * `--plain` is taken at its word, whatever the ends are. `GRADUS_PLAIN` and `TERM=dumb` say how a terminal is to be used, so they
 * make no difference to programs.
 */
export function mannerOf({ environment, plainOption }: Pick<Context, 'environment' | 'plainOption'>): Manner {
	const { input, output } = environment;
	if (plainOption === true) return 'plain';
	if (input.isTTY === true && output.isTTY === true) return wantsPlain(environment) || !canGoRaw(input) ? 'plain' : 'screen';
	return input.isTTY === true || output.isTTY === true ? 'half' : 'protocol';
}

/** The settings that ask for plain mode in a terminal. */
export function wantsPlain({ variables }: Pick<Environment, 'variables'>): boolean {
	const asked = variables['GRADUS_PLAIN'];
	return (asked !== undefined && asked !== '' && asked !== '0') || variables['TERM'] === 'dumb';
}

/** Keys can be had one by one. Some terminals, and some ways to start a program, give whole lines alone. */
function canGoRaw(input: Environment['input']): boolean {
	if (input.setRawMode === undefined) return false;
	let able = true;
	const refuse = () => {
		able = false;
	};
	input.on('error', refuse);
	try {
		input.setRawMode(true);
		input.setRawMode(false);
	} catch {
		able = false;
	}
	input.off('error', refuse);
	return able;
}
