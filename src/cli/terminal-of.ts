// The terminal of a run, as prompts need it.

import type { TerminalIo } from '../terminal/terminal-io.ts';
import type { Environment } from './environment.ts';
import { lookOf } from './look.ts';

export function terminalOf(environment: Environment): TerminalIo {
	const { input, output, signals } = environment;
	return {
		input,
		output,
		...lookOf(environment),
		signals,
		suspend: () => signals.raise('SIGTSTP'),
	};
}
