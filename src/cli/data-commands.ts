// The commands about the record as a file.

import type { Command } from 'commander';

import { commandsOf, type Declare, type Perform, refuseUnknownCommand } from './command-form.ts';

export function addDataCommands(command: Declare, perform: Perform): void {
	const data = command(
		'data',
		'your record as a file: where it is, copies of it, and joining two of them',
		'gradus data path',
		'gradus data backup',
	);
	data
		.command('path', { isDefault: true })
		.description('print where the record is')
		.allowExcessArguments()
		.action((_: object, { args: [unknown] }: Command) => {
			if (unknown !== undefined) refuseUnknownCommand(unknown, data);
			return perform(async (context) => {
				const { dataPathCommand } = await import('./commands/data.ts');
				return dataPathCommand(context);
			});
		});
	const declare = commandsOf(data);
	declare('verify', 'read every page and row of the record, and say whether it is sound', 'gradus data verify')
		.option('--json', 'print it for a machine')
		.action((options: { readonly json?: true }) =>
			perform(async (context) => {
				const { verifyCommand } = await import('./commands/data.ts');
				return verifyCommand(context, options.json === true);
			}),
		);
	declare(
		'backup [file]',
		'make a whole, checked copy of the record; beside it, unless a file is named',
		'gradus data backup',
		'gradus data backup ~/gradus.backup',
	).action((file?: string) =>
		perform(async (context) => {
			const { backupCommand } = await import('./commands/data.ts');
			return backupCommand(context, file);
		}),
	);
	declare(
		'restore <file>',
		'put a copy in the place of the record; what is there is kept aside',
		'gradus data restore ~/gradus.backup',
	).action((file: string) =>
		perform(async (context) => {
			const { restoreCommand } = await import('./commands/data.ts');
			return restoreCommand(context, file);
		}),
	);
	declare(
		'export [file]',
		'write the whole record out as lines of JSON, to a file or to standard output',
		'gradus data export laptop.jsonl',
		'gradus data export > laptop.jsonl',
	).action((file?: string) =>
		perform(async (context) => {
			const { exportCommand } = await import('./commands/data.ts');
			return exportCommand(context, file);
		}),
	);
	declare('import <file>', 'join what was exported, here or on another machine, with the record', 'gradus data import laptop.jsonl').action(
		(file: string) =>
			perform(async (context) => {
				const { importCommand } = await import('./commands/data.ts');
				return importCommand(context, file);
			}),
	);
}
