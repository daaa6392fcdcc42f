// The commands about the decks at hand: which there are, and decks from elsewhere.

import type { Command } from 'commander';

import { commandsOf, type Declare, type Perform, refuseUnknownCommand } from './command-form.ts';

export function addDeckCommands(command: Declare, perform: Perform): void {
	const decks = command(
		'decks',
		'the decks at hand; add more from a folder, an archive or a repository',
		'gradus decks list',
		'gradus decks add ./my-deck',
	);
	decks
		.command('list', { isDefault: true })
		.description('list the decks at hand, and where each comes from')
		.option('--json', 'print it for a machine')
		.allowExcessArguments()
		.action((options: { readonly json?: true }, { args: [unknown] }: Command) => {
			if (unknown !== undefined) refuseUnknownCommand(unknown, decks);
			return perform(async (context) => {
				const { decksCommand } = await import('./commands/reports.ts');
				return decksCommand(context, options.json === true);
			});
		});
	const declare = commandsOf(decks);
	declare(
		'add <source>',
		'add a deck: a folder, a .tar.gz file, or the address of a Git repository',
		'gradus decks add ./my-deck',
		'gradus decks add chemistry.tar.gz',
		'gradus decks add https://example.org/chemistry.git --ref v2',
	)
		.option('--ref <name>', 'of a repository: this branch, tag or commit')
		.option('--folder <path>', 'the folder of the deck, where there are several')
		.action((source: string, words: { readonly ref?: string; readonly folder?: string }) =>
			perform(async (context) => {
				const { addDeckCommand } = await import('./commands/collection.ts');
				return addDeckCommand(context, source, words);
			}),
		);
	declare(
		'update [deck]',
		'take the newer version of a deck you have added, or of all; says what that does to your history',
		'gradus decks update',
		'gradus decks update chemistry --dry-run',
	)
		.option('--dry-run', 'only say what would change')
		.action((deck: string | undefined, options: { readonly dryRun?: true }) =>
			perform(async (context) => {
				const { updateDecksCommand } = await import('./commands/collection.ts');
				return updateDecksCommand(context, deck, options.dryRun === true);
			}),
		);
	declare('remove <deck>', 'remove a deck you have added; your history in it is kept', 'gradus decks remove chemistry').action(
		(deck: string) =>
			perform(async (context) => {
				const { removeDeckCommand } = await import('./commands/collection.ts');
				return removeDeckCommand(context, deck);
			}),
	);
}
