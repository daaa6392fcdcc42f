// One of several, by its number.

import type { Stop } from '../../session/ports.ts';
import { commandIn } from './commands.ts';
import type { Conversation, Turn } from './conversation.ts';
import { commandHelp, type Named } from './help-words.ts';
import { numbered } from './question-words.ts';
import { foundIn, numbersIn } from './read-typed.ts';

export interface Choice {
	/** Lines that fit already. */
	readonly title: readonly string[];
	/** Each in one line; at least one. */
	readonly items: readonly string[];
	/** What help tells besides. */
	readonly commands: readonly Named[];
	/** Milliseconds in which lines are thrown away first; 0 unless stated. */
	readonly settle?: number;
}

/** @returns the place of what was chosen, from 0. */
export function chooseInWords(
	{ say, tell, until, width }: Conversation,
	{ title, items, commands, settle = 0 }: Choice,
): Promise<number | Stop> {
	const sayMenu = () => say([...title, ...numbered(items, width())]);
	sayMenu();
	return until<number>({
		prompt: () => `Your choice, 1 to ${items.length} (Enter for 1, h help): `,
		settle,
		commandOf: commandIn,
		obey: ({ name }) => {
			if (name === 'help')
				return tell('Type the number of what you would like to do, and Enter. Enter alone takes 1.', ...commandHelp(commands, false));
			return name === 'again' ? sayMenu() : tell('There is nothing of that kind here.');
		},
		take: (line): Turn<number> => {
			const [number = 1, ...more] = numbersIn(line) ?? [0];
			return more.length === 0 && number >= 1 && number <= items.length
				? { kind: 'done', value: number - 1 }
				: tell(`${foundIn(line)} Please type one number from 1 to ${items.length}.`);
		},
	});
}
