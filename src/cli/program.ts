// The command line as a whole. Commands with their arguments, options and examples stand in learner-commands.ts and
// author-commands.ts, and what they do in commands/.

import { Command, CommanderError } from 'commander';

import { safe } from '../terminal/safe.ts';
import { addAuthorCommands } from './author-commands.ts';
import { commandsOf, type Perform, refuseUnknownCommand } from './command-form.ts';
import { createContext } from './context.ts';
import { addDataCommands } from './data-commands.ts';
import { addDeckCommands } from './deck-commands.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { addLearnerCommands } from './learner-commands.ts';
import { learnerOf } from './learner-name.ts';
import type { Printer } from './printer.ts';
import { helpWidth, seeHelp } from './quick-answers.ts';
import { addShellCommands } from './shell-commands.ts';
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

The record is one file. --db or GRADUS_DB name another. --learner or GRADUS_LEARNER say whose
it is, where several learn on one machine. NO_COLOR and FORCE_COLOR are obeyed.`;

/** Parses and runs. A command line that is not understood is told on standard error, with the nearest word, and ends with 2. */
export async function runProgram(argv: readonly string[], environment: Environment, printer: Printer): Promise<ExitCode> {
	let ended: ExitCode = exitCode.done;
	const program = createProgram(
		printer,
		async (run) => {
			const { db, plain, learner: named } = program.opts<{ readonly db?: string; readonly plain?: true; readonly learner?: string }>();
			const learner = learnerOf(environment.variables, named);
			if ('fault' in learner) {
				printer.complain(learner.fault);
				ended = exitCode.usage;
				return;
			}
			ended = await run(createContext(environment, printer, db, learner, plain));
		},
		() => environment.output.columns,
	);
	try {
		await program.parseAsync([...argv], { from: 'user' });
		return ended;
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? exitCode.done : exitCode.usage;
	}
}

/**
 * All commands, wired to `perform`; exported so that tests can hold the documentation against it.
 *
 * @param columnsNow of the terminal that help is laid out for; asked when there is help to give.
 */
export function createProgram(printer: Printer, perform: Perform, columnsNow: () => number | undefined = () => undefined): Command {
	const width = () => Math.min(helpWidth, columnsNow() ?? helpWidth);
	const program = new Command('gradus')
		.description(
			'A tutor for mastery learning in the terminal: read a section, sit a quiz, see why you missed, sit a different quiz, advance.',
		)
		.version(programVersion, '-V, --version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.option('--db <file>', 'keep the record in this file (also GRADUS_DB)')
		.option('--learner <name>', 'whose record it is, where several learn on one machine (also GRADUS_LEARNER)')
		.option('--plain', 'plain lines, for screen readers and simple terminals (also GRADUS_PLAIN=1)')
		.addHelpText('after', indexText)
		.helpCommand('help [command]', 'print the help of a command')
		.exitOverride()
		.configureOutput({
			writeOut: (text) => printer.print(text),
			writeErr: (text) => printer.complain(safe(text)),
			getOutHelpWidth: width,
			getErrHelpWidth: width,
		})
		.allowExcessArguments()
		.showSuggestionAfterError()
		.showHelpAfterError(seeHelp);
	// Of its own, so that `--json` is an option of bare `gradus` and not one of every command.
	program
		.command('home', { hidden: true, isDefault: true })
		.description('where you stand, and one key to go on')
		.option('--json', 'print it for a machine')
		.allowExcessArguments()
		.action((options: { readonly json?: true }, { args: [unknown] }: Command) => {
			if (unknown !== undefined) refuseUnknownCommand(unknown, program);
			return perform(async (context) => {
				const { home } = await import('./commands/home.ts');
				return home(context, options.json === true);
			});
		});

	const command = commandsOf(program);
	addLearnerCommands(command, perform);
	addDeckCommands(command, perform);
	addDataCommands(command, perform);
	addAuthorCommands(command, perform);
	addShellCommands(program, command, perform);
	return program;
}
