// The command line: every command with its arguments, options and examples. What a command does stands in commands/.

import { Command, CommanderError } from 'commander';

import { nearest } from '../deck/nearest.ts';
import { safe } from '../terminal/safe.ts';
import type { CheckWords } from './checking/check-options.ts';
import { type Context, createContext } from './context.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import type { Printer } from './printer.ts';
import { programVersion } from './version.ts';

type Run = (context: Context) => Promise<ExitCode>;

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
export function createProgram(printer: Printer, perform: (run: Run) => Promise<void>): Command {
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

	const command = (name: string, description: string, ...examples: readonly string[]) =>
		program
			.command(name)
			.description(description)
			.addHelpText('after', ['', 'Examples:', ...examples.map((example) => `  ${example}`)].join('\n'));

	command(
		'learn [deck] [unit]',
		'read, quiz, mend, retry, advance: the main loop',
		'gradus learn',
		'gradus learn mastery',
		'gradus learn ./my-deck basics',
	).action((deck?: string, unit?: string) =>
		perform(async (context) => {
			const { learnCommand } = await import('./commands/learn.ts');
			return learnCommand(context, deck, unit);
		}),
	);
	command('quiz <deck> <unit>', 'sit one attempt now, or go on with the one you left', 'gradus quiz mastery idea').action(
		(deck: string, unit: string) =>
			perform(async (context) => {
				const { quizCommand } = await import('./commands/learn.ts');
				return quizCommand(context, deck, unit);
			}),
	);
	command(
		'read <deck> <unit[#section]>',
		'read a unit, or one section of it',
		'gradus read mastery idea',
		'gradus read mastery idea#carroll',
	).action((deck: string, place: string) =>
		perform(async (context) => {
			const { readCommand } = await import('./commands/learn.ts');
			return readCommand(context, deck, place);
		}),
	);
	command(
		'practice <deck> <unit>',
		'practice on the sections you missed, with hints; it does not count',
		'gradus practice mastery idea',
	).action((deck: string, unit: string) =>
		perform(async (context) => {
			const { practiceCommand } = await import('./commands/learn.ts');
			return practiceCommand(context, deck, unit);
		}),
	);
	command('map [deck]', 'the units of a deck: gates, best results, fresh questions left', 'gradus map mastery', 'gradus map mastery --json')
		.option('--json', 'print it for a machine')
		.option('--author', 'the numbers an author wants: luck, fresh retries, questions by section')
		.action((deck: string | undefined, options: { readonly json?: true; readonly author?: true }) =>
			perform(async (context) => {
				if (options.author === true) {
					const { authorMapCommand } = await import('./commands/author-map.ts');
					return authorMapCommand(context, deck, options.json === true);
				}
				const { mapCommand } = await import('./commands/reports.ts');
				return mapCommand(context, deck, options.json === true);
			}),
		);
	command('history [deck]', 'your attempts, oldest first', 'gradus history', 'gradus history mastery --json')
		.option('--json', 'print it for a machine')
		.action((deck: string | undefined, options: { readonly json?: true }) =>
			perform(async (context) => {
				const { historyCommand } = await import('./commands/reports.ts');
				return historyCommand(context, deck, options.json === true);
			}),
		);
	command('why <deck> <unit>', 'how the state of a unit follows from your attempts, step by step', 'gradus why mastery measure')
		.option('--json', 'print it for a machine')
		.action((deck: string, unit: string, options: { readonly json?: true }) =>
			perform(async (context) => {
				const { whyCommand } = await import('./commands/reports.ts');
				return whyCommand(context, deck, unit, options.json === true);
			}),
		);
	const decks = command('decks', 'the decks at hand', 'gradus decks list', 'gradus decks list --json');
	decks
		.command('list', { isDefault: true })
		.description('list the decks at hand, with their folders')
		.option('--json', 'print it for a machine')
		.action((options: { readonly json?: true }) =>
			perform(async (context) => {
				const { decksCommand } = await import('./commands/reports.ts');
				return decksCommand(context, options.json === true);
			}),
		);
	command(
		'check [path...]',
		'for authors and CI: every problem of a deck, with its place',
		'gradus check',
		'gradus check ./my-deck --max-warnings 0',
		'gradus check ./my-deck --rule longest-option=off --format compact',
		'gradus check ./my-deck --against origin/main',
		'gradus check - --stdin-path my-deck/01-basics.yaml < draft.yaml',
	)
		.option('--format <name>', 'pretty, compact, json, github, sarif or junit')
		.option('--json', 'the same as --format json')
		.option('--max-warnings <number>', 'end with 1 when there are more warnings than this')
		.option('--rule <code=severity>', 'off, info, warning or error for one rule; can be repeated', collected, [])
		.option('--report', 'print the numbers of each unit too: luck, retries, questions by section')
		.option('--against <version>', 'tell what changed since a Git ref, or since the deck in another folder')
		.option('--fix', 'mend what is mechanical, in the files themselves')
		.option('--watch', 'check again whenever a file is saved')
		.option('--stdin-path <file>', 'the file that standard input (-) stands for')
		.option('--no-cache', 'read everything, whatever is remembered from the last check')
		.action((paths: string[], words: CheckWords) =>
			perform(async (context) => {
				const { checkCommand } = await import('./commands/check.ts');
				return checkCommand(context, paths, words);
			}),
		);
	command(
		'explain [code]',
		'for authors: why a rule of the check matters, with examples; without a code, all rules',
		'gradus explain longest-option',
	).action((code: string | undefined) =>
		perform(async (context) => {
			const { explainCommand } = await import('./commands/explain.ts');
			return explainCommand(context, code);
		}),
	);
	command('schema <kind>', 'for editors: the JSON Schema of deck.yaml, of a unit or of a pool', 'gradus schema unit')
		.addHelpText('after', '\nkind is deck, unit or pool.')
		.action((kind: string) =>
			perform(async (context) => {
				const { schemaCommand } = await import('./commands/schema.ts');
				return schemaCommand(context, kind);
			}),
		);
	return program;
}

function collected(value: string, before: readonly string[]): readonly string[] {
	return [...before, value];
}

function unknownCommand(typed: string, program: Command): string {
	const near = nearest(
		typed,
		program.commands.map((command) => command.name()),
	);
	return `error: there is no command ${typed}.${near === undefined ? '' : ` Did you mean ${near}?`}`;
}
