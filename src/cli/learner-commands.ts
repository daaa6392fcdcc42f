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
	command(
		'history [deck]',
		'your attempts: how they went, and the time they took',
		'gradus history',
		'gradus history mastery --all',
		'gradus history mastery --json',
	)
		.option('--all', 'every attempt, however many')
		.option('--json', 'print it for a machine')
		.action((deck: string | undefined, options: { readonly all?: true; readonly json?: true }) =>
			perform(async (context) => {
				const { historyCommand } = await import('./commands/reports.ts');
				return historyCommand(context, deck, options.all === true, options.json === true);
			}),
		);
	command(
		'show <attempt>',
		'one attempt, question by question: your answers, what is right, and why',
		'gradus show last',
		'gradus show 019a4b2c',
	)
		.option('--json', 'print it for a machine')
		.action((attempt: string, options: { readonly json?: true }) =>
			perform(async (context) => {
				const { showCommand } = await import('./commands/show.ts');
				return showCommand(context, attempt, options.json === true);
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
	command('bookmarks [deck]', 'the questions you bookmarked, and where each is explained', 'gradus bookmarks', 'gradus bookmarks mastery')
		.option('--json', 'print it for a machine')
		.action((deck: string | undefined, options: { readonly json?: true }) =>
			perform(async (context) => {
				const { bookmarksCommand } = await import('./commands/marks.ts');
				return bookmarksCommand(context, deck, options.json === true);
			}),
		);
	command(
		'disputes [deck]',
		'the questions you disputed, as their author needs to know them',
		'gradus disputes',
		'gradus disputes mastery --json',
	)
		.option('--json', 'print it for a machine')
		.action((deck: string | undefined, options: { readonly json?: true }) =>
			perform(async (context) => {
				const { disputesCommand } = await import('./commands/marks.ts');
				return disputesCommand(context, deck, options.json === true);
			}),
		);
	command('learners', 'who keeps a record here', 'gradus learners', 'gradus learners --json')
		.option('--json', 'print it for a machine')
		.action((options: { readonly json?: true }) =>
			perform(async (context) => {
				const { learnersCommand } = await import('./commands/learners.ts');
				return learnersCommand(context, options.json === true);
			}),
		);
}
