// The terminal of a run, as prompts need it.

import type { TerminalIo } from '../terminal/terminal-io.ts';
import { colorLevelOf, type Environment, speaksUnicode } from './environment.ts';

export function terminalOf(environment: Environment): TerminalIo {
	const { input, output, signals } = environment;
	return {
		input,
		output,
		colorLevel: colorLevelOf(environment),
		unicode: speaksUnicode(environment),
		signals,
		suspend: () => signals.raise('SIGTSTP'),
	};
}
