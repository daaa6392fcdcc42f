// The command line as a whole. Commands with their arguments, options and examples stand in learner-commands.ts and
// author-commands.ts, and what they do in commands/.

import { Command, CommanderError } from 'commander';

import { safe } from '../terminal/safe.ts';
import { addAuthorCommands } from './author-commands.ts';
import { commandsOf, type Perform } from './command-form.ts';
import { createContext } from './context.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { addLearnerCommands } from './learner-commands.ts';
import type { Printer } from './printer.ts';
import { suggestion } from './suggestion.ts';
import { programVersion } from './version.ts';

const indexText = `
Examples:
  gradus                          where you stand, and one key to go on
  gradus learn mastery            read, sit the quiz, mend, retry, advance
  gradus map mastery              units, gates, best results, fresh questions left
  gradus check ./my-deck          for authors: every problem of a deck, with its place

Exit codes: 0 done; 1 check found problems; 2 the command was not understood;
3 refused (a closed gate, or no terminal to answer in); 4 a fault of data or system;
130, 143, 129 after Ctrl-C, termination, a closed terminal.

The record is one file. --db or GRADUS_DB name another. NO_COLOR and FORCE_COLOR are obeyed.`;

/** Parses and runs. A command line that is not understood is told on standard error, with the nearest word, and ends with 2. */
export async function runProgram(argv: readonly string[], environment: Environment, printer: Printer): Promise<ExitCode> {
	let ended: ExitCode = exitCode.done;
	const program = createProgram(printer, async (run) => {
		const { db } = program.opts<{ readonly db?: string }>();
		ended = await run(createContext(environment, printer, db));
	});
	try {
		await program.parseAsync([...argv], { from: 'user' });
		return ended;
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? exitCode.done : exitCode.usage;
	}
}

/** All commands, wired to `perform`; exported so that tests can hold the documentation against it. */
export function createProgram(printer: Printer, perform: Perform): Command {
	const program = new Command('gradus')
		.description(
			'A tutor for mastery learning in the terminal: read a section, sit a quiz, see why you missed, sit a different quiz, advance.',
		)
		.version(programVersion, '-V, --version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.option('--db <file>', 'keep the record in this file (also GRADUS_DB)')
		.addHelpText('after', indexText)
		.helpCommand('help [command]', 'print the help of a command')
		.exitOverride()
		.configureOutput({ writeOut: (text) => printer.print(text), writeErr: (text) => printer.complain(safe(text)) })
		.allowExcessArguments()
		.showSuggestionAfterError()
		.showHelpAfterError('Run gradus --help for the commands.')
		.action(() => {
			const [unknown] = program.args;
			if (unknown !== undefined) program.error(unknownCommand(unknown, program));
			return perform(async (context) => {
				const { home } = await import('./commands/home.ts');
				return home(context);
			});
		});

	const command = commandsOf(program);
	addLearnerCommands(command, perform);
	addAuthorCommands(command, perform);
	return program;
}

function unknownCommand(typed: string, program: Command): string {
	const known = program.commands.map((command) => command.name());
	return `error: there is no command ${typed}. ${suggestion(typed, known, '')}`.trimEnd();
}
