// How a command is declared, and how what it does is run.

import type { Command } from 'commander';

import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';

/** Runs what a command does, with all that it works with. */
export type Perform = (run: (context: Context) => Promise<ExitCode>) => Promise<void>;

/** Declares a command; every one has examples. */
export type Declare = (name: string, description: string, ...examples: readonly string[]) => Command;

export function commandsOf(parent: Command): Declare {
	return (name, description, ...examples) =>
		parent
			.command(name)
			.description(description)
			.addHelpText('after', ['', 'Examples:', ...examples.map((example) => `  ${example}`)].join('\n'));
}
