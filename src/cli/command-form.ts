// How a command is declared, and how what it does is run.

import type { Command } from 'commander';

import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { noSuchCommand } from './quick-answers.ts';
import { suggestion } from './suggestion.ts';

/** Runs what a command does, with all that it works with. */
export type Perform = (run: (context: Context) => Promise<ExitCode>) => Promise<void>;

/** Declares a command; every one has examples. */
export type Declare = (name: string, description: string, ...examples: readonly string[]) => Command;

export function commandsOf(parent: Command): Declare {
	return (name, description, ...examples) =>
		parent
			.command(name)
			.description(description)
			// A word too many is a slip: half of what was meant would be done in silence.
			.allowExcessArguments(false)
			.showHelpAfterError(`Run gradus help ${[...pathOf(parent), ...name.split(' ', 1)].join(' ')} for how it is written.`)
			.addHelpText('after', ['', 'Examples:', ...examples.map((example) => `  ${example}`)].join('\n'));
}

/** The words that lead to a command, without the program's own name. */
function pathOf(command: Command): readonly string[] {
	return command.parent === null ? [] : [...pathOf(command.parent), command.name()];
}

/** Ends with the nearest command there is. */
export function refuseUnknownCommand(typed: string, parent: Command): never {
	const known = parent
		.createHelp()
		.visibleCommands(parent)
		.map((command) => command.name());
	const written = ['gradus', ...pathOf(parent)].join(' ');
	if (parent.parent === null) return parent.error(noSuchCommand(typed, known));
	return parent.error([`error: ${written} has no command ${typed}.`, suggestion(typed, known, '')].join('\n').trimEnd());
}
