// The commands for shells: completion, and what completion asks; and help.

import type { Command } from 'commander';

import { type Declare, type Perform, refuseUnknownCommand } from './command-form.ts';

export function addShellCommands(program: Command, command: Declare, perform: Perform): void {
	command(
		'completion <shell>',
		'print what bash, zsh or fish reads to complete commands, decks and units',
		'eval "$(gradus completion bash)"',
		'eval "$(gradus completion zsh)"',
		'gradus completion fish > ~/.config/fish/completions/gradus.fish',
	).action((shell: string) =>
		perform(async (context) => {
			const { completionCommand } = await import('./commands/completion.ts');
			return completionCommand(context, shell);
		}),
	);
	program.command('__complete [words...]', { hidden: true }).action((words: readonly string[]) =>
		perform(async (context) => {
			const { completeCommand } = await import('./commands/completion.ts');
			return completeCommand(context, program, words);
		}),
	);
	program.helpCommand(false);
	program
		.command('help [command...]')
		.description('print the help of a command')
		.helpOption(false)
		.action((words: readonly string[]) => {
			let asked = program;
			for (const word of words) asked = asked.commands.find((each) => each.name() === word) ?? refuseUnknownCommand(word, asked);
			asked.help();
		});
}
