// The commands of learners: to learn, and to see where one stands.

import type { Declare, Perform } from './command-form.ts';

export function addLearnerCommands(command: Declare, perform: Perform): void {
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
}
